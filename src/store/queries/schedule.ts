import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Instant, RequestId } from '../../lifecycle/ids';
import type { Database, Schema } from '../database';
import { given } from './given';
import { inPieces } from './many';
import { fromRow, type StoredRequest } from './requests';

/** The times that a sweep compares with. */
export interface Horizon {
  readonly now: Instant;
  /** Requests that expire up to then get a reminder; null: none do. */
  readonly remindUntil: Instant | null;
  /** Decisions made up to then can now be appealed. */
  readonly appealableSince: Instant;
  /** Updates recorded and messages settled before then are deleted. */
  readonly forgetUpdates: Instant;
  readonly forgetMessages: Instant;
}

/** What is due. Each kind is found by an index of nothing else, so the cost doesn't depend on the number of requests. */
export type Due = Readonly<Record<'expiry' | 'reminder' | 'appeal' | 'updates' | 'messages', boolean>>;

/** The statement that finds out what is due: a single one, whatever there is. */
export function dueStatement({ db, schema }: Database, horizon: Readonly<Record<keyof Horizon, Instant | SQL>>) {
  const { requests, updates, outbox } = schema;
  const { expired, unreminded, untold, oldUpdate, oldMessage } = conditions(schema);
  const { now, remindUntil, appealableSince, forgetUpdates, forgetMessages } = horizon;
  // Reads the first index entry instead of using `exists`, for which PostgreSQL may prefer a table scan.
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
  // With a name PostgreSQL keeps the plan, which costs more to make than to run. A boundary: SQLite's driver ignores the name, so the
  // type of both has none.
  const due = (asked as unknown as { prepare(name: string): ReturnType<typeof asked.prepare> }).prepare('due');

  return {
    async due(horizon: Horizon): Promise<Due> {
      // Without reminders the range is empty.
      const [row] = await due.execute({ ...horizon, remindUntil: horizon.remindUntil ?? horizon.now });
      return {
        expiry: row?.expiry === 1,
        reminder: row?.reminder === 1,
        appeal: row?.appeal === 1,
        updates: row?.updates === 1,
        messages: row?.messages === 1,
      };
    },

    /** Expired pending requests, the longest overdue first. */
    async expired(now: Instant, limit: number): Promise<readonly StoredRequest[]> {
      const rows = await db
        .select()
        .from(requests)
        .where(expired(now))
        .orderBy(asc(requests.expiresAt), asc(requests.id))
        .limit(limit);
      return rows.map(fromRow);
    },

    /** The number of pending requests that expired after `after` and up to `now`. */
    countExpired(after: Instant, now: Instant): Promise<number> {
      return db.$count(requests, and(expired(now), gt(requests.expiresAt, after)));
    },

    /** Marks what expires up to `until` as reminded of, and returns the number. */
    async markReminded(now: Instant | SQL, until: Instant | SQL): Promise<number> {
      const marked = await db
        .update(requests)
        .set({ remindedAt: now })
        .where(unreminded(now, until))
        .returning({ id: requests.id });
      return marked.length;
    },

    /** The requests marked at `remindedAt` that are still pending, the soonest to expire first, and their number. */
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

    /** Decisions whose clients have not been told yet that they can appeal, oldest first. */
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

    /** Deletes old updates, oldest first, about `limit` of them. Telegram repeats none older than a day. */
    async forgetUpdates(before: Instant, limit: number): Promise<void> {
      const oldest = db
        .select({ updateId: updates.updateId })
        .from(updates)
        .where(oldUpdate(before))
        .orderBy(asc(updates.at))
        .limit(limit);
      await db.delete(updates).where(and(inArray(updates.updateId, oldest), oldUpdate(before)));
    },

    /** Deletes messages settled long ago, at most `limit` of them. */
    async forgetMessages(before: Instant, limit: number): Promise<void> {
      const old = db.select({ id: outbox.id }).from(outbox).where(oldMessage(before)).limit(limit);
      await db.delete(outbox).where(inArray(outbox.id, old));
    },
  };
}

/** The conditions of partial indexes: the status is written as in the index. */
function conditions({ requests, updates, outbox }: Schema) {
  // With a parameter, neither PostgreSQL nor SQLite would use the index.
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
