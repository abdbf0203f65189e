import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Instant, PersonId, RequestId, TelegramId } from '../../lifecycle/ids';
import type { Database } from '../database';
import { endWithoutVerdict } from '../retained';
import { rewrittenMark } from '../rewritten';
import type { ErasureCause } from '../rows';
import { inPieces } from './many';
import { fromRow, type StoredRequest } from './requests';

/** Somebody who is, or was, to be forgotten. */
export interface Erasure {
  readonly id: number;
  readonly personId: PersonId;
  /** Null: they are not on Telegram. */
  readonly telegramId: TelegramId | null;
  readonly askedAt: Instant;
  readonly cause: ErasureCause;
  /** Null: everything has yet to be erased. */
  readonly erasedAt: Instant | null;
  /** Null: something may be left elsewhere. */
  readonly finishedAt: Instant | null;
}

/** Where a look at what RETENTION concerns goes on: after this request. */
export interface RetainedPosition {
  readonly at: Instant;
  readonly id: RequestId;
}

/** Who is forgotten, what is erased of them, and what RETENTION looks at. */
export function erasureQueries({ dialect, db, schema }: Database) {
  const { daemonState, erasures, people, requests, requestEvents, requestNotes, requestMessages } = schema;
  const columns = {
    id: erasures.id,
    personId: erasures.personId,
    telegramId: people.telegramId,
    askedAt: erasures.askedAt,
    cause: erasures.cause,
    erasedAt: erasures.erasedAt,
    finishedAt: erasures.finishedAt,
  };
  // As the partial index has it.
  const unfinished = isNull(erasures.finishedAt);
  // The same.
  const retainedVerdict = sql`${requests.status} in ('rejected', 'revoked') and ${requests.decidedAt} is not null and ${requests.retained}`;
  const some = (where: SQL | undefined, limit: number) =>
    db
      .select(columns)
      .from(erasures)
      .innerJoin(people, eq(people.id, erasures.personId))
      .where(where)
      .orderBy(asc(erasures.id))
      .limit(limit);
  return {
    /** Somebody is to be forgotten. Returns the number of that. */
    async ask(personId: PersonId, cause: ErasureCause, askedAt: Instant): Promise<number> {
      const [row] = await db.insert(erasures).values({ personId, cause, askedAt }).returning({ id: erasures.id });
      if (row === undefined) throw new Error('the database returned no number for an erasure');
      return row.id;
    },

    /** What was asked for and has not happened yet, the first first. */
    async asked(limit: number): Promise<readonly Erasure[]> {
      return some(and(unfinished, isNull(erasures.erasedAt)), limit);
    },

    /** What has happened, and of which something may be left elsewhere. */
    async unfinished(limit: number): Promise<readonly Erasure[]> {
      return some(and(unfinished, isNotNull(erasures.erasedAt)), limit);
    },

    /** All that has happened, after one, in order. */
    async after(id: number, limit: number): Promise<readonly Erasure[]> {
      return some(and(gt(erasures.id, id), isNotNull(erasures.erasedAt)), limit);
    },

    async get(id: number): Promise<Erasure | null> {
      const [row] = await some(eq(erasures.id, id), 1);
      return row ?? null;
    },

    /** Whether somebody was forgotten who was to be then, or later where `since` is true. */
    async isKnown(personId: PersonId, askedAt: Instant, since = false): Promise<boolean> {
      const when = since ? gte(erasures.askedAt, askedAt) : eq(erasures.askedAt, askedAt);
      const [row] = await db
        .select({ id: erasures.id })
        .from(erasures)
        .where(and(eq(erasures.personId, personId), when, isNotNull(erasures.erasedAt)))
        .limit(1);
      return row !== undefined;
    },

    /** Everything of it is erased in this transaction. Traces of it may be left in SQLite's file. */
    async happened(id: number, erasedAt: Instant): Promise<void> {
      await db.update(erasures).set({ erasedAt }).where(eq(erasures.id, id));
      if (dialect === 'sqlite') await db.delete(daemonState).where(eq(daemonState.name, rewrittenMark));
    },

    /** Nothing of them is left to be done. */
    async finish(ids: readonly number[], finishedAt: Instant): Promise<void> {
      for (const piece of inPieces(ids)) {
        await db
          .update(erasures)
          .set({ finishedAt })
          .where(inArray(erasures.id, [...piece]));
      }
    },

    /** All requests of a client, oldest first. */
    async requestsOf(clientId: PersonId): Promise<readonly StoredRequest[]> {
      const rows = await db.select().from(requests).where(eq(requests.clientId, clientId)).orderBy(asc(requests.id));
      return rows.map(fromRow);
    },

    /** Erases what people wrote in and about these requests: in their rows, their history, the notes and the conversation. */
    async eraseTexts(stored: readonly StoredRequest[], erasedAt: Instant): Promise<void> {
      for (const { id, request } of stored) {
        const { beforeAppeal: before } = request;
        const beforeAppeal =
          before === null ? null : { ...before, message: '', verdict: { ...before.verdict, reason: null } };
        await db
          .update(requests)
          .set({
            message: '',
            reason: null,
            beforeAppeal,
            erasedAt,
            retained: false,
            // Nobody is told of an appeal who wanted to hear no more.
            appealToldAt: sql`coalesce(${requests.appealToldAt}, ${sql.param(erasedAt, requests.appealToldAt)})`,
          })
          .where(eq(requests.id, id));
        await db
          .update(requestEvents)
          .set({ message: null, reason: null, messageSalt: null, reasonSalt: null, erasedAt })
          .where(and(eq(requestEvents.requestId, id), isNull(requestEvents.erasedAt)));
        await db.delete(requestNotes).where(eq(requestNotes.requestId, id));
        await db.delete(requestMessages).where(eq(requestMessages.requestId, id));
      }
    },

    /** Puts what these requests are found by now into the index, and takes what they were found by out of it. */
    async indexAnew(ids: readonly RequestId[]): Promise<void> {
      if (dialect === 'postgres') {
        for (const id of ids) {
          await db.select({ id: sql`index_words_of(${id})` }).from(sql`(select 1) as once`);
        }
        return;
      }
      for (const id of ids) {
        await db.run(
          sql`insert or replace into request_words (rowid, words) select request_id, words from request_words_source where request_id = ${id}`,
        );
        await db.run(sql`delete from request_words_due where request_id = ${id}`);
      }
    },

    /**
     * Requests with so many appeals that were decided against their client before then and have not been looked at, after a position;
     * the earliest first.
     */
    async retainedByVerdict(
      before: Instant,
      appeals: number,
      after: RetainedPosition | null,
      limit: number,
    ): Promise<readonly StoredRequest[]> {
      const { decidedAt, appealCount, id } = requests;
      const rows = await db
        .select()
        .from(requests)
        .where(
          and(
            retainedVerdict,
            eq(appealCount, appeals),
            lte(decidedAt, before),
            after === null ? undefined : sql`(${decidedAt}, ${id}) > (${sql.param(after.at, decidedAt)}, ${after.id})`,
          ),
        )
        .orderBy(asc(decidedAt), asc(id))
        .limit(limit);
      return rows.map(fromRow);
    },

    /** The next greater number of appeals that such a request has; null: none has more. */
    async moreAppeals(appeals: number): Promise<number | null> {
      const { appealCount } = requests;
      const [row] = await db
        .select({ appealCount })
        .from(requests)
        .where(and(retainedVerdict, gt(appealCount, appeals)))
        .orderBy(asc(appealCount))
        .limit(1);
      return row?.appealCount ?? null;
    },

    /** The same of those that expired or were withdrawn. */
    async retainedOtherwise(
      before: Instant,
      after: RetainedPosition | null,
      limit: number,
    ): Promise<readonly StoredRequest[]> {
      const { status, retained, id, expiresAt } = requests;
      const end = endWithoutVerdict(requests);
      const rows = await db
        .select()
        .from(requests)
        .where(
          and(
            sql`${status} in ('expired', 'withdrawn') and ${retained}`,
            sql`${end} <= ${sql.param(before, expiresAt)}`,
            after === null ? undefined : sql`(${end}, ${id}) > (${sql.param(after.at, expiresAt)}, ${after.id})`,
          ),
        )
        .orderBy(end, asc(id))
        .limit(limit);
      return rows.map(fromRow);
    },

    /** RETENTION has nothing to look for in it until it changes. */
    async letGo(id: RequestId): Promise<void> {
      await db.update(requests).set({ retained: false }).where(eq(requests.id, id));
    },
  };
}
