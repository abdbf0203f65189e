import { and, asc, eq, gt, gte, inArray, lt, lte, max, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Instant, PersonId, RequestId } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Database } from '../database';
import { unindexed } from './given';

/** Which rows of a table to export. */
export interface ExportFilter {
  /** Null: every status. */
  readonly statuses: readonly Status[] | null;
  /** From this time on; null: from the start. */
  readonly since: Instant | null;
  /** Before this time; null: to the end. */
  readonly until: Instant | null;
  /** Of requests, only those that this person has decided, or has sent; null: anybody. */
  readonly reviewer: PersonId | null;
  readonly client: PersonId | null;
}

/** A batch of a table: at most `limit` rows, by ID, after `after` and up to `last`. */
export interface ExportRange {
  readonly after: number;
  readonly last: number;
  readonly limit: number;
  /** Of requests, only these; null: any. */
  readonly ids?: readonly RequestId[] | null;
}

/**
 * Reads the tables in batches for an export. Each batch is a short read, so neither a slow reader nor a million rows keep the
 * database from cleaning up after the daemon.
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
    /** The highest ID of each table; 0 if it is empty. */
    async lastIds(): Promise<{ readonly requests: number; readonly history: number }> {
      const [lastRequest] = await db.select({ id: max(requests.id) }).from(requests);
      const [lastEvent] = await db.select({ id: max(requestEvents.id) }).from(requestEvents);
      return { requests: Number(lastRequest?.id ?? 0), history: Number(lastEvent?.id ?? 0) };
    },

    /** Requests as they are now, each with its client. `filter` applies to the status and the start of the round. */
    async requests(filter: ExportFilter, stretch: ExportRange) {
      const { reviewer, client } = filter;
      const { ids = null } = stretch;
      return db
        .select({ request: requests, client: people })
        .from(requests)
        .innerJoin(people, eq(people.id, requests.clientId))
        .where(
          and(
            within(requests.id, requests.status, requests.submittedAt, filter, stretch),
            reviewer === null ? undefined : eq(unindexed(requests.reviewedBy), reviewer),
            client === null ? undefined : eq(requests.clientId, client),
            ids === null ? undefined : inArray(requests.id, [...ids]),
          ),
        )
        .orderBy(asc(requests.id))
        .limit(stretch.limit);
    },

    /** Events of requests. `filter` applies to the status that each event led to, and to its time. */
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
