import { eq, inArray, sql, type AnyColumn, type SQL, type SQLWrapper } from 'drizzle-orm';
import { requestId, type Instant, type PersonId, type RequestId } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import type { Database } from '../database';
import { decidedWithin, delayClass, delayClasses } from '../decision-delay';
import { unindexed } from './given';
import { inPieces } from './many';

/** Which requests a list has. */
export interface ListFilter {
  readonly statuses: readonly Status[];
  /** Whose decision stands; null: anybody's, and what nobody has decided. */
  readonly reviewer: PersonId | null;
  readonly client: PersonId | null;
  /** Submitted from then on. */
  readonly from: Instant | null;
  /** Submitted before then. */
  readonly to: Instant | null;
}

/** A place in a list: when the request was submitted where it waits or is over, else when it was decided; and its number. */
export interface ListPosition {
  readonly at: Instant;
  readonly id: RequestId;
}

/** A stretch of a list. */
export interface ListStretch {
  readonly places: readonly ListPosition[];
  /** The list is known up to here, and goes on; null: these are all, or as many as were asked for. */
  readonly reached: ListPosition | null;
}

/** For lists by time of decision that are filtered by time of submission: at most so many entries of each index range are looked at. */
const mostScanned = 4_000;

// As the partial indexes have them: with parameters neither engine would use those.
const open = sql.raw(`in ('pending', 'approved', 'rejected', 'revoked')`);
const decidedStatuses = ['approved', 'rejected', 'revoked'] as const satisfies readonly Status[];
/** Where nobody's decision stands: an access that its client gave up is revoked. */
const overStatuses = ['expired', 'withdrawn', 'revoked'] as const satisfies readonly Status[];

/** The lists of requests. What they read does not depend on how many requests there are, nor on how few of them match. */
export function listQueries({ dialect, db, schema: { requests, people } }: Database) {
  const { id, status, clientId, reviewedBy, submittedAt, decidedAt } = requests;
  const at = (column: AnyColumn, instant: Instant): SQL => sql`${sql.param(instant, column)}`;
  const between = (time: SQLWrapper, from: Instant | null, to: Instant | null): SQL[] => [
    ...(from === null ? [] : [sql`${time} >= ${at(submittedAt, from)}`]),
    ...(to === null ? [] : [sql`${time} < ${at(submittedAt, to)}`]),
  ];
  const before = (column: AnyColumn, place: ListPosition | null): SQL[] =>
    place === null ? [] : [sql`(${column}, ${id}) < (${at(column, place.at)}, ${place.id})`];

  /** A stretch of an index, newest first. */
  const stretch = (column: AnyColumn, conditions: readonly SQL[], end: SQL): SQL =>
    sql`select ${id} as id, ${column} as at, ${submittedAt} as submitted, 0 as is_end from ${requests} where ${sql.join([...conditions], sql` and `)} order by ${column} desc, ${id} desc ${end}`;

  /** The parts that make up a list of requests that don't wait. Each is in order, and what it reads is bounded. */
  function partsOf(filter: ListFilter, after: ListPosition | null, limit: number): SQL[] {
    const { statuses, reviewer, client, from, to } = filter;
    const parts: SQL[] = [];
    const decided = decidedStatuses.filter((each) => statuses.includes(each));
    if (client !== null && decided.length > 0) {
      const conditions = [
        eq(clientId, client),
        sql`${status} ${open}`,
        inArray(status, decided),
        sql`${decidedAt} is not null`,
        ...(reviewer === null ? [] : [eq(reviewedBy, reviewer)]),
        ...between(submittedAt, from, to),
        ...before(decidedAt, after),
      ];
      // At most one request of a client is open.
      parts.push(stretch(decidedAt, conditions, sql`limit 1`));
    }
    if (client === null) {
      for (const each of decided) {
        for (const delay of delayClasses) {
          const bounds = decidedWithin(delay, from, to);
          const conditions = [
            reviewer === null
              ? sql`${decidedAt} is not null`
              : sql`${eq(reviewedBy, reviewer)} and ${reviewedBy} is not null`,
            eq(status, each),
            sql`${delayClass(dialect, { decidedAt, submittedAt })} = ${sql.raw(String(delay))}`,
            ...between(decidedAt, bounds.from, bounds.to),
            ...before(decidedAt, after),
          ];
          if (from === null && to === null) {
            parts.push(stretch(decidedAt, conditions, sql`limit ${limit}`));
            continue;
          }
          const submitted = between(sql`submitted`, from, to);
          const looked = stretch(decidedAt, conditions, sql`limit ${mostScanned}`);
          parts.push(
            sql`select * from (${looked}) as looked_at where ${sql.join(submitted, sql` and `)} order by at desc, id desc limit ${limit}`,
            sql`select id, at, submitted, 1 as is_end from (${stretch(decidedAt, conditions, sql`limit 1 offset ${mostScanned - 1}`)}) as last_looked_at`,
          );
        }
      }
    }
    if (reviewer !== null) return parts;
    for (const each of overStatuses.filter((one) => statuses.includes(one))) {
      const conditions = [
        ...(client === null ? [] : [eq(clientId, client)]),
        eq(status, each),
        sql`${decidedAt} is null and ${status} <> 'pending'`,
        ...between(submittedAt, from, to),
        ...before(submittedAt, after),
      ];
      parts.push(stretch(submittedAt, conditions, sql`limit ${limit}`));
    }
    return parts;
  }
  return {
    /** Those that wait, oldest first, after a place in that order. */
    async waiting(
      { client, reviewer, from, to }: ListFilter,
      after: ListPosition | null,
      limit: number,
    ): Promise<readonly ListPosition[]> {
      // What waits has been decided by nobody.
      if (reviewer !== null) return [];
      const conditions = [
        ...(client === null ? [] : [eq(clientId, client), sql`${status} ${open}`]),
        sql`${status} = 'pending'`,
        ...between(submittedAt, from, to),
        ...(after === null
          ? []
          : [sql`(${submittedAt}, ${id}) > (${at(submittedAt, after.at)}, ${sql.param(after.id)})`]),
      ];
      return db
        .select({ id, at: submittedAt })
        .from(requests)
        .where(sql.join(conditions, sql` and `))
        .orderBy(submittedAt, id)
        .limit(limit);
    },

    /** Those that don't wait, newest first, after a place in that order. */
    async others(filter: ListFilter, after: ListPosition | null, limit: number): Promise<ListStretch> {
      const parts = partsOf(filter, after, limit);
      if (parts.length === 0) return { places: [], reached: null };
      const all = sql.join(
        parts.map((part, n) => sql`select * from (${part}) as ${sql.identifier(`part_${n}`)}`),
        sql` union all `,
      );
      const rows = await db
        .select({
          id: sql<number>`id`.mapWith(Number),
          at: sql<Instant>`at`.mapWith(submittedAt),
          isEnd: sql<number>`is_end`.mapWith(Number),
        })
        .from(sql`(${all}) as listed`)
        .orderBy(sql`at desc, id desc, is_end`)
        .limit(limit + parts.length);
      const end = rows.find(({ isEnd }) => isEnd === 1);
      const known = end === undefined ? rows : rows.slice(0, rows.indexOf(end));
      const places = known.slice(0, limit).map((row) => ({ at: row.at, id: requestId(row.id) }));
      const isCut = end !== undefined && places.length < limit;
      return { places, reached: isCut ? { at: end.at, id: requestId(end.id) } : null };
    },

    /** Of these requests, those that the filter lets through, each with its status and place. In no order. */
    async among(ids: readonly RequestId[], { statuses, reviewer, client, from, to }: ListFilter) {
      const found: (ListPosition & { readonly status: Status })[] = [];
      for (const piece of inPieces(ids)) {
        const conditions = [
          inArray(id, [...piece]),
          inArray(status, [...statuses]),
          ...(reviewer === null ? [] : [eq(unindexed(reviewedBy), reviewer)]),
          ...(client === null ? [] : [eq(unindexed(clientId), client)]),
          ...between(submittedAt, from, to),
        ];
        const rows = await db
          .select({ id, status, submittedAt, decidedAt })
          .from(requests)
          .where(sql.join(conditions, sql` and `));
        found.push(...rows.map((row) => ({ id: row.id, status: row.status, at: row.decidedAt ?? row.submittedAt })));
      }
      return found;
    },

    /** These requests with their clients, in no order. There are few of them. */
    async rows(ids: readonly RequestId[]) {
      if (ids.length === 0) return [];
      return db
        .select({ request: requests, client: people })
        .from(requests)
        .innerJoin(people, eq(people.id, clientId))
        .where(inArray(id, [...ids]));
    },
  };
}
