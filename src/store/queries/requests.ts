import { and, asc, desc, eq, gt, gte, lt, lte, or, sql } from 'drizzle-orm';
import type { Instant, PersonId, RequestId } from '../../lifecycle/ids';
import { requestId } from '../../lifecycle/ids';
import {
  statuses,
  type BeforeAppeal,
  type Decision,
  type Request,
  type Status,
  type Vote,
} from '../../lifecycle/request';
import type { ToldOnce } from '../../lifecycle/transition';
import type { Database } from '../database';
import type { RequestSource } from '../rows';
import { given } from './given';

/** A request with its ID. */
export interface StoredRequest {
  readonly id: RequestId;
  readonly request: Request;
  /** How it came in. */
  readonly source?: RequestSource;
  /** When what its client wrote was erased; missing: it was not. */
  readonly erasedAt?: Instant;
}

export type RequestQueries = ReturnType<typeof requestQueries>;

/**
 * The same queries for one transaction, reading each request once. Another program may write meanwhile: `replace` notices that, and
 * the request is read anew.
 */
export function rememberingRequests(requests: RequestQueries): RequestQueries {
  const known = new Map<RequestId, Promise<StoredRequest | null>>();
  const latest = new Map<PersonId, Promise<StoredRequest | null>>();
  const remember = (stored: StoredRequest): void => void known.set(stored.id, Promise.resolve(stored));
  return {
    ...requests,
    get(id) {
      const stored = known.get(id) ?? requests.get(id);
      known.set(id, stored);
      return stored;
    },
    dropKnown() {
      known.clear();
      latest.clear();
    },
    async latestOf(clientId) {
      const stored = latest.get(clientId) ?? requests.latestOf(clientId);
      latest.set(clientId, stored);
      const found = await stored;
      if (found !== null) remember(found);
      return found;
    },
    async insert(request, source = 'chat') {
      const id = await requests.insert(request, source);
      latest.delete(request.clientId);
      remember({ id, request, source });
      return id;
    },
    async replace(id, before, after, aliveAt, clears, source = null) {
      const stored = await known.get(id);
      known.delete(id);
      latest.delete(after.clientId);
      const isWritten = await requests.replace(id, before, after, aliveAt, clears, source);
      if (isWritten && stored != null) {
        const { erasedAt, ...kept } = stored;
        const isErased = after.message === '' && erasedAt !== undefined;
        remember({ ...kept, request: after, ...(isErased && { erasedAt }), ...(source !== null && { source }) });
      }
      return isWritten;
    },
  };
}

/** Among so many of a client’s newest requests is the one that ended last: somebody’s thousandth costs no more than their tenth. */
const mostEnded = 20;

export function requestQueries({ db, schema: { requests, requestCounts, people } }: Database) {
  const p = sql.placeholder;
  const byId = db
    .select()
    .from(requests)
    .where(eq(requests.id, p('id')))
    .prepare();
  // The statuses are those of the partial index, as it has them: an older request that was reopened precedes newer ones that are over.
  const openOfClient = sql`(select ${requests.id} from ${requests} where ${requests.clientId} = ${p('clientId')} and ${requests.status} in ('pending', 'approved', 'rejected', 'revoked'))`;
  // Of two people who turned out to be one, or where an older request was reopened, the newest need not be the last that ended. Those of
  // the first versions don't say when they were withdrawn: not before they were sent.
  const newestOfClient = sql`(select id from (select ${requests.id} as id, case when ${requests.status} = 'withdrawn' then coalesce(${requests.withdrawnAt}, ${requests.submittedAt}) else ${requests.expiresAt} end as ended_at from ${requests} where ${requests.clientId} = ${p('clientId')} order by ${requests.id} desc limit ${sql.raw(String(mostEnded))}) as newest order by ended_at desc, id desc limit 1)`;
  const latestOfClient = db
    .select()
    .from(requests)
    .where(eq(requests.id, sql`coalesce(${openOfClient}, ${newestOfClient})`))
    .prepare();
  const insert = db
    .insert(requests)
    .values({
      clientId: p('clientId'),
      source: p('source'),
      message: p('message'),
      status: p('status'),
      round: p('round'),
      submittedAt: p('submittedAt'),
      expiresAt: p('expiresAt'),
      reviewedBy: p('reviewedBy'),
      decidedAt: p('decidedAt'),
      reason: p('reason'),
      appealCount: p('appealCount'),
      lastRejectedAt: p('lastRejectedAt'),
      awaitsWords: p('awaitsWords'),
      beforeAppeal: p('beforeAppeal'),
      votes: p('votes'),
      coApprovers: p('coApprovers'),
      withdrawnAt: p('withdrawnAt'),
    })
    .returning({ id: requests.id })
    .prepare();
  const unless = (flag: string, column: typeof requests.remindedAt | typeof requests.appealToldAt) =>
    sql`case when ${p(flag)} = 1 then null else ${column} end`;
  const replace = db
    .update(requests)
    .set({
      source: sql`coalesce(${given('source', requests.source)}, ${requests.source})`,
      message: given('message', requests.message),
      status: given('status', requests.status),
      round: given('round', requests.round),
      submittedAt: given('submittedAt', requests.submittedAt),
      expiresAt: given('expiresAt', requests.expiresAt),
      reviewedBy: given('reviewedBy', requests.reviewedBy),
      decidedAt: given('decidedAt', requests.decidedAt),
      reason: given('reason', requests.reason),
      appealCount: given('appealCount', requests.appealCount),
      lastRejectedAt: given('lastRejectedAt', requests.lastRejectedAt),
      awaitsWords: given('awaitsWords', requests.awaitsWords),
      beforeAppeal: given('beforeAppeal', requests.beforeAppeal),
      votes: given('votes', requests.votes),
      coApprovers: given('coApprovers', requests.coApprovers),
      withdrawnAt: given('withdrawnAt', requests.withdrawnAt),
      erasedAt: sql`case when ${given('message', requests.message)} = '' then ${requests.erasedAt} end`,
      retained: true,
      remindedAt: unless('clearReminder', requests.remindedAt),
      appealToldAt: unless('clearAppealOpen', requests.appealToldAt),
    })
    .where(
      and(
        eq(requests.id, p('id')),
        eq(requests.status, p('statusBefore')),
        eq(requests.round, p('roundBefore')),
        sql`${requests.votes} is not distinct from ${given('votesBefore', requests.votes)}`,
        eq(requests.expiresAt, given('expiresAtBefore', requests.expiresAt)),
        gt(requests.expiresAt, given('aliveAt', requests.expiresAt)),
      ),
    )
    .returning({ id: requests.id })
    .prepare();
  // Not a parameter: with one, the partial index would not be used.
  const waiting = sql`${requests.status} = 'pending'`;

  const waitingColumns = {
    id: requests.id,
    round: requests.round,
    clientName: people.name,
    submittedAt: requests.submittedAt,
    expiresAt: requests.expiresAt,
    appealCount: requests.appealCount,
    votes: requests.votes,
    message: requests.message,
  };
  return {
    async get(id: RequestId): Promise<StoredRequest | null> {
      const [row] = await byId.execute({ id });
      return row === undefined ? null : fromRow(row);
    },

    /** What was read of requests in this transaction is read anew. */
    dropKnown(): void {},

    /** The client's request that is open, or else, of the newest, the one that ended last. At most one is open: the database sees to that. */
    async latestOf(clientId: PersonId): Promise<StoredRequest | null> {
      const [row] = await latestOfClient.execute({ clientId });
      return row === undefined ? null : fromRow(row);
    },

    async insert(request: Request, source: RequestSource = 'chat'): Promise<RequestId> {
      const [row] = await insert.execute({ ...toRow(request), source });
      if (row === undefined) throw new Error('the database returned no number for a new request');
      return row.id;
    },

    /**
     * Writes `after` over `before`, if the row still has the status, round, votes and expiry of `before` and, where `aliveAt` is
     * given, has not expired by then. Returns whether it was. `clears` is what people may be told anew from then on. `source`: how it
     * has come in anew; null: it has not.
     */
    async replace(
      id: RequestId,
      before: Request,
      after: Request,
      aliveAt: Instant | null,
      clears: readonly ToldOnce[],
      source: RequestSource | null = null,
    ): Promise<boolean> {
      const written = await replace.execute({
        ...toRow(after),
        id,
        source,
        statusBefore: before.status,
        roundBefore: before.round,
        votesBefore: votesOf(before),
        expiresAtBefore: before.expiresAt,
        // At time 0 no request has expired yet.
        aliveAt: aliveAt ?? 0,
        clearReminder: clears.includes('reminder') ? 1 : 0,
        clearAppealOpen: clears.includes('appeal_open') ? 1 : 0,
      });
      return written.length > 0;
    },

    /** The number of requests in each status. Reads six rows, however many requests there are. */
    async counts(): Promise<Record<Status, number>> {
      const rows = await db.select().from(requestCounts);
      const counted = new Map(rows.map(({ status, count }) => [status, count]));
      return Object.fromEntries(statuses.map((status) => [status, counted.get(status) ?? 0])) as Record<Status, number>;
    },

    /** How many requests a client sent before one; `most` at most are counted. */
    async countOlder(clientId: PersonId, than: RequestId, most: number): Promise<number> {
      const older = db
        .select({ id: requests.id })
        .from(requests)
        .where(and(eq(requests.clientId, clientId), lt(requests.id, than)))
        .orderBy(desc(requests.id))
        .limit(most)
        .as('older');
      return db.$count(older);
    },

    /** Whose requests are open, by the numbers of the clients, after one of them; and the status of each. */
    async openAfter(client: PersonId, limit: number): Promise<readonly { clientId: PersonId; status: Status }[]> {
      return db
        .select({ clientId: requests.clientId, status: requests.status })
        .from(requests)
        .where(
          // The statuses are those of the partial index, as it has them.
          sql`${requests.clientId} > ${client} and ${requests.status} in ('pending', 'approved', 'rejected', 'revoked')`,
        )
        .orderBy(asc(requests.clientId))
        .limit(limit);
    },

    /** The pending requests, oldest first. */
    async waiting(limit: number, offset: number) {
      return db
        .select(waitingColumns)
        .from(requests)
        .innerJoin(people, eq(people.id, requests.clientId))
        .where(waiting)
        .orderBy(asc(requests.submittedAt), asc(requests.id))
        .limit(limit)
        .offset(offset);
    },

    /** The pending requests after a position in that order, oldest first. */
    async waitingAfter({ submittedAt, id }: PendingPosition, limit: number) {
      return db
        .select(waitingColumns)
        .from(requests)
        .innerJoin(people, eq(people.id, requests.clientId))
        .where(
          // The first condition is where the index scan starts.
          and(
            waiting,
            gte(requests.submittedAt, submittedAt),
            or(gt(requests.submittedAt, submittedAt), gt(requests.id, id)),
          ),
        )
        .orderBy(asc(requests.submittedAt), asc(requests.id))
        .limit(limit);
    },

    /** Of the pending requests after a position in that order, what decides whether an admin has something to do with them. */
    async waitingPositions(after: PendingPosition | null, limit: number) {
      const { submittedAt, id } = after ?? { submittedAt: 0, id: requestId(0) };
      return db
        .select({
          id: requests.id,
          round: requests.round,
          clientId: requests.clientId,
          submittedAt: requests.submittedAt,
          votes: requests.votes,
        })
        .from(requests)
        .where(
          and(
            waiting,
            gte(requests.submittedAt, submittedAt),
            or(gt(requests.submittedAt, submittedAt), gt(requests.id, id)),
          ),
        )
        .orderBy(asc(requests.submittedAt), asc(requests.id))
        .limit(limit);
    },

    /** The last pending requests before a position in that order, oldest first. */
    async waitingBefore({ submittedAt, id }: PendingPosition, limit: number) {
      const nearestFirst = await db
        .select(waitingColumns)
        .from(requests)
        .innerJoin(people, eq(people.id, requests.clientId))
        .where(
          and(
            waiting,
            lte(requests.submittedAt, submittedAt),
            or(lt(requests.submittedAt, submittedAt), lt(requests.id, id)),
          ),
        )
        .orderBy(desc(requests.submittedAt), desc(requests.id))
        .limit(limit);
      return nearestFirst.reverse();
    },

    /** The number of pending requests before a position in that order. */
    countWaitingBefore({ submittedAt, id }: PendingPosition): Promise<number> {
      return db.$count(
        requests,
        and(
          waiting,
          lte(requests.submittedAt, submittedAt),
          or(lt(requests.submittedAt, submittedAt), lt(requests.id, id)),
        ),
      );
    },
  };
}

/** A position in the order of pending requests: that of a request, whether or not it is still pending. */
export interface PendingPosition {
  readonly submittedAt: Instant;
  readonly id: RequestId;
}

type Row = ReturnType<typeof toRow> & {
  readonly id: number;
  readonly source: RequestSource;
  readonly erasedAt: Instant | null;
};

/** Converts a row for the lifecycle. Throws if the row contradicts itself. */
export function fromRow(row: Row): StoredRequest {
  const { source, erasedAt } = row;
  return { id: requestId(row.id), request: toRequest(row), source, ...(erasedAt !== null && { erasedAt }) };
}

function toRequest(row: Row): Request {
  const { clientId, message, round, submittedAt, expiresAt, appealCount, lastRejectedAt, awaitsWords } = row;
  const { beforeAppeal, status } = row;
  const facts = {
    clientId,
    message,
    round,
    submittedAt,
    expiresAt,
    appealCount,
    lastRejectedAt,
    awaitsWords,
    beforeAppeal,
  };
  switch (status) {
    case 'pending':
      return { ...facts, status, votes: row.votes ?? [] };
    case 'expired':
      return { ...facts, status };
    case 'withdrawn':
      return { ...facts, status, withdrawnAt: row.withdrawnAt };
    case 'approved':
      return { ...facts, status, decision: decisionOf(row), coApprovers: row.coApprovers ?? [] };
    case 'revoked': {
      const decision = row.reviewedBy === null ? null : decisionOf(row);
      return { ...facts, status, decision, coApprovers: row.coApprovers ?? [] };
    }
    case 'rejected':
      return { ...facts, status, decision: decisionOf(row) };
  }
}

function decisionOf({ id, status, reviewedBy, decidedAt, reason }: Row): Decision {
  if (reviewedBy === null || decidedAt === null) throw new Error(`request ${id} is ${status} but nobody decided it`);
  return { by: reviewedBy, at: decidedAt, reason };
}

function toRow(request: Request) {
  const { clientId, message, status, round, submittedAt, expiresAt, appealCount, lastRejectedAt, awaitsWords } =
    request;
  const decision = 'decision' in request ? request.decision : null;
  const beforeAppeal: BeforeAppeal | null = request.beforeAppeal;
  return {
    clientId,
    message,
    status,
    round,
    submittedAt,
    expiresAt,
    reviewedBy: decision?.by ?? null,
    decidedAt: decision?.at ?? null,
    reason: decision?.reason ?? null,
    appealCount,
    lastRejectedAt,
    awaitsWords,
    beforeAppeal,
    votes: votesOf(request),
    coApprovers: coApproversOf(request),
    withdrawnAt: request.status === 'withdrawn' ? request.withdrawnAt : null,
  };
}

/** As the columns have them: null for none. */
const votesOf = (request: Request): readonly Vote[] | null =>
  request.status === 'pending' && request.votes.length > 0 ? request.votes : null;

const coApproversOf = (request: Request): readonly PersonId[] | null =>
  'coApprovers' in request && request.coApprovers.length > 0 ? request.coApprovers : null;
