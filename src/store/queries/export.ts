import { and, asc, eq, gt, gte, inArray, lt, lte, max, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Instant } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Database } from '../database';

/** What of a table is wanted. */
export interface ExportFilter {
  /** Null: every status. */
  readonly statuses: readonly Status[] | null;
  /** From this instant on; null: from the first. */
  readonly since: Instant | null;
  /** Before this instant; null: up to the last. */
  readonly until: Instant | null;
}

/** A stretch of a table: at most `limit` rows, by id, after `after` and up to `last`. */
export interface ExportRange {
  readonly after: number;
  readonly last: number;
  readonly limit: number;
}

/**
 * The tables as a person takes them away, a stretch at a time: each is a short read of its own, so that neither a slow
 * reader nor a million rows keep the database from tidying up after the daemon.
 */
export function exportQueries({ db, schema: { requests, requestEvents, people } }: Database) {
  const within = (id: AnyColumn, status: AnyColumn, at: AnyColumn, filter: ExportFilter, stretch: ExportRange) => {
    const { statuses, since, until } = filter;
    const conditions: (SQL | undefined)[] = [
      gt(id, stretch.after),
      lte(id, stretch.last),
      statuses === null ? undefined : inArray(status, [...statuses]),
      since === null ? undefined : gte(at, since),
      until === null ? undefined : lt(at, until),
    ];
    return and(...conditions);
  };
  return {
    /** The greatest id of each table; 0 where it is empty. */
    async lastIds(): Promise<{ readonly requests: number; readonly history: number }> {
      const [lastRequest] = await db.select({ id: max(requests.id) }).from(requests);
      const [lastEvent] = await db.select({ id: max(requestEvents.id) }).from(requestEvents);
      return { requests: Number(lastRequest?.id ?? 0), history: Number(lastEvent?.id ?? 0) };
    },

    /** Requests as they are now, each with its client. `filter` is about its status and the start of its round. */
    async requests(filter: ExportFilter, stretch: ExportRange) {
      return db
        .select({ request: requests, client: people })
        .from(requests)
        .innerJoin(people, eq(people.id, requests.clientId))
        .where(within(requests.id, requests.status, requests.submittedAt, filter, stretch))
        .orderBy(asc(requests.id))
        .limit(stretch.limit);
    },

    /** What happened to requests. `filter` is about the status that each event led to, and its time. */
    async history(filter: ExportFilter, stretch: ExportRange) {
      return db
        .select()
        .from(requestEvents)
        .where(within(requestEvents.id, requestEvents.toStatus, requestEvents.at, filter, stretch))
        .orderBy(asc(requestEvents.id))
        .limit(stretch.limit);
    },
  };
}
