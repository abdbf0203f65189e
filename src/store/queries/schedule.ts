import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Instant, RequestId } from '../../lifecycle/ids';
import type { Database, Schema } from '../database';
import { given } from './given';
import { inPieces } from './many';
import { fromRow, type StoredRequest } from './requests';

/** The moments that a look at the clock compares with. */
export interface Horizon {
  readonly now: Instant;
  /** Requests that expire until then are worth a reminder; null: none is. */
  readonly remindUntil: Instant | null;
  /** Verdicts made until then may be appealed by now. */
  readonly appealableSince: Instant;
  /** Updates recorded before then, and messages settled before then, are forgotten. */
  readonly forgetUpdates: Instant;
  readonly forgetMessages: Instant;
}

/** What is due; each is found by an index that holds nothing else, so it costs the same however many requests there are. */
export type Due = Readonly<Record<'expiry' | 'reminder' | 'appeal' | 'updates' | 'messages', boolean>>;

/** The statement that finds out what is due: one, whatever there is to find. */
export function dueStatement({ db, schema }: Database, horizon: Readonly<Record<keyof Horizon, Instant | SQL>>) {
  const { requests, updates, outbox } = schema;
  const { expired, unreminded, untold, oldUpdate, oldMessage } = conditions(schema);
  const { now, remindUntil, appealableSince, forgetUpdates, forgetMessages } = horizon;
  // By the first of the index, not by `exists`: PostgreSQL may take a scan of the table for the shorter way to that.
  const any = (table: SQLWrapper, by: SQLWrapper, where: SQL | undefined) =>
    sql<number>`case when (select 1 from ${table} where ${where} order by ${by} limit 1) = 1 then 1 else 0 end`;
  return db
    .select({
      expiry: any(requests, requests.expiresAt, expired(now)),
      reminder: any(requests, requests.expiresAt, unreminded(now, remindUntil)),
      appeal: any(requests, requests.decidedAt, untold(appealableSince)),
      updates: any(updates, updates.at, oldUpdate(forgetUpdates)),
      messages: any(outbox, outbox.settledAt, oldMessage(forgetMessages)),
    })
    .from(sql`(select 1) as clock`);
}

export function scheduleQueries(database: Database) {
  const { db, schema } = database;
  const { requests, people, updates, outbox } = schema;
  const { pending, expired, unreminded, untold, oldUpdate, oldMessage } = conditions(schema);

  const asked = dueStatement(database, {
    now: given('now', requests.expiresAt),
    remindUntil: given('remindUntil', requests.expiresAt),
    appealableSince: given('appealableSince', requests.decidedAt),
    forgetUpdates: given('forgetUpdates', updates.at),
    forgetMessages: given('forgetMessages', outbox.settledAt),
  });
  // Under a name PostgreSQL keeps the plan, which costs more to make than to run. SQLite's driver ignores it.
  const due = (asked as unknown as { prepare(name: string): ReturnType<typeof asked.prepare> }).prepare('due');

  return {
    async due(horizon: Horizon): Promise<Due> {
      // Nothing lies between now and now: without a reminder wanted there is none.
      const [row] = await due.execute({ ...horizon, remindUntil: horizon.remindUntil ?? horizon.now });
      return {
        expiry: row?.expiry === 1,
        reminder: row?.reminder === 1,
        appeal: row?.appeal === 1,
        updates: row?.updates === 1,
        messages: row?.messages === 1,
      };
    },

    /** Pending requests whose time is over, the longest due first. */
    async expired(now: Instant, limit: number): Promise<readonly StoredRequest[]> {
      const rows = await db
        .select()
        .from(requests)
        .where(expired(now))
        .orderBy(asc(requests.expiresAt), asc(requests.id))
        .limit(limit);
      return rows.map(fromRow);
    },

    /** How many pending requests ran out after `after` and until `now`. */
    countExpired(after: Instant, now: Instant): Promise<number> {
      return db.$count(requests, and(expired(now), gt(requests.expiresAt, after)));
    },

    /** Marks what expires until `until` as reminded of; returns how many there were. */
    async markReminded(now: Instant | SQL, until: Instant | SQL): Promise<number> {
      const marked = await db
        .update(requests)
        .set({ remindedAt: now })
        .where(unreminded(now, until))
        .returning({ id: requests.id });
      return marked.length;
    },

    /** What still waits of the requests marked at `remindedAt`, the soonest to expire first, and how many there are. */
    async reminded(remindedAt: Instant, limit: number) {
      const marked = and(pending, eq(requests.remindedAt, remindedAt));
      const rows = await db
        .select({ id: requests.id, clientName: people.name, expiresAt: requests.expiresAt })
        .from(requests)
        .innerJoin(people, eq(people.id, requests.clientId))
        .where(marked)
        .orderBy(asc(requests.expiresAt), asc(requests.id))
        .limit(limit);
      return { requests: rows, total: await db.$count(requests, marked) };
    },

    /** Verdicts whose clients have not been told that they may appeal now, the oldest first. */
    async appealable(since: Instant, limit: number): Promise<readonly StoredRequest[]> {
      const rows = await db
        .select()
        .from(requests)
        .where(untold(since))
        .orderBy(asc(requests.decidedAt), asc(requests.id))
        .limit(limit);
      return rows.map(fromRow);
    },

    async markToldOfAppeal(ids: readonly RequestId[], at: Instant): Promise<void> {
      for (const piece of inPieces(ids)) {
        await db
          .update(requests)
          .set({ appealToldAt: at })
          .where(inArray(requests.id, [...piece]));
      }
    },

    /** Forgets old updates, the oldest first, about `limit` of them. Telegram repeats none older than a day. */
    async forgetUpdates(before: Instant, limit: number): Promise<void> {
      const [last] = await db
        .select({ at: updates.at })
        .from(updates)
        .where(oldUpdate(before))
        .orderBy(asc(updates.at))
        .limit(1)
        .offset(limit);
      await db.delete(updates).where(oldUpdate(last?.at ?? before));
    },

    /** Forgets messages that were settled long ago, at most `limit` of them. */
    async forgetMessages(before: Instant, limit: number): Promise<void> {
      const old = db.select({ id: outbox.id }).from(outbox).where(oldMessage(before)).limit(limit);
      await db.delete(outbox).where(inArray(outbox.id, old));
    },
  };
}

/** Each is what a partial index is about: the status stands in it as it does in the index. */
function conditions({ requests, updates, outbox }: Schema) {
  // A parameter would hide from PostgreSQL and SQLite alike that the index applies.
  const pending = sql`${requests.status} = 'pending'`;
  return {
    pending,
    expired: (now: Instant | SQL) => and(pending, lte(requests.expiresAt, now)),
    unreminded: (now: Instant | SQL, until: Instant | SQL) =>
      and(pending, isNull(requests.remindedAt), gt(requests.expiresAt, now), lte(requests.expiresAt, until)),
    untold: (since: Instant | SQL) =>
      and(
        sql`${requests.status} in ('rejected', 'revoked')`,
        isNull(requests.appealToldAt),
        lte(requests.decidedAt, since),
      ),
    oldUpdate: (before: Instant | SQL) => lt(updates.at, before),
    oldMessage: (before: Instant | SQL) => and(isNotNull(outbox.settledAt), lt(outbox.settledAt, before)),
  };
}
