import {
  aliasedTable,
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  lt,
  ne,
  sql,
  type AnyColumn,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm';
import type { Instant, Millis, PersonId, RequestId } from '../../lifecycle/ids';
import { uniteEvent, type EventType } from '../../lifecycle/transition';
import type { Database } from '../database';
import { given } from './given';

/** An admin's decision that nobody has taken back. */
export interface StandingDecision {
  readonly event: 'approve' | 'reject' | 'revoke';
  readonly by: PersonId | null;
  readonly requestId: RequestId;
  /** How long the request had waited for it: since its submission, appeal or reopening, and not since an undo. Null for `revoke`. */
  readonly waited: Millis | null;
}

/** The events that change where a request stands. */
const countedEvents = [
  'submit',
  'appeal',
  'approve',
  'reject',
  'undo',
  'expire',
  'withdraw',
  'revoke',
  'reopen',
] as const satisfies readonly EventType[];

/** What became of requests in a stretch of time, read from indexes alone: the rows themselves are never looked at. */
export function outcomeQueries({ dialect, db, schema: { requestEvents } }: Database) {
  const { id, requestId, event, actorId, at } = requestEvents;
  const isWithin = and(gte(at, given('from', at)), lt(at, given('until', at)));

  const counted = db
    .select({ event, count: count() })
    .from(requestEvents)
    .where(and(inArray(event, [...countedEvents]), isWithin))
    .groupBy(event)
    .prepare();

  const earlier = aliasedTable(requestEvents, 'earlier');
  const beginning = db
    .select({ at: earlier.at })
    .from(earlier)
    .where(
      and(eq(earlier.requestId, requestId), lt(earlier.id, id), inArray(earlier.event, ['submit', 'appeal', 'reopen'])),
    )
    .orderBy(desc(earlier.id))
    .limit(1);
  const next = aliasedTable(requestEvents, 'next');
  const whatFollowed = db
    .select({ event: next.event })
    .from(next)
    .where(and(eq(next.requestId, requestId), gt(next.id, id), ne(next.event, uniteEvent)))
    .orderBy(asc(next.id))
    .limit(1);
  const waited = sql<Millis | null>`case when ${event} <> 'revoke' then ${millisSince(dialect, at, sql`(${beginning})`)} end`;
  const standing = db
    .select({ event, actorId, requestId, waited: waited.as('waited') })
    .from(requestEvents)
    .where(
      and(
        inArray(event, ['approve', 'reject', 'revoke']),
        isWithin,
        // Nothing but an undo can take a decision back, and nothing that changes the request can come between the two.
        sql`coalesce((${whatFollowed}), '') <> 'undo'`,
      ),
    )
    .as('standing');
  const decided = db
    .select({ list: listOf(dialect, standing) })
    .from(standing)
    .prepare();

  return {
    /** How often each of the events that change where a request stands happened, those missing that did not. `until` is the first moment after. */
    async counted(from: Instant, until: Instant): Promise<ReadonlyMap<EventType, number>> {
      const rows = await counted.execute({ from, until });
      return new Map(rows.map((row) => [row.event, row.count]));
    },

    /** The decisions that were made in this time and stand, or ended with a later decision, but were not undone. */
    async decided(from: Instant, until: Instant): Promise<readonly StandingDecision[]> {
      const [row] = await decided.execute({ from, until });
      // A boundary: these are the four columns above.
      const list = JSON.parse(row?.list ?? '[]') as [
        StandingDecision['event'],
        PersonId | null,
        RequestId,
        Millis | null,
      ][];
      return list.map(([event, by, requestId, waited]) => ({ event, by, requestId, waited }));
    },
  };
}

/** All rows as one JSON text: drizzle's objects cost several times as much. */
function listOf(
  dialect: Database['dialect'],
  { event, actorId, requestId, waited }: Readonly<Record<'event' | 'actorId' | 'requestId' | 'waited', SQLWrapper>>,
): SQL<string> {
  return dialect === 'sqlite'
    ? sql`json_group_array(json_array(${event}, ${actorId}, ${requestId}, ${waited}))`
    : sql`coalesce(json_agg(json_build_array(${event}, ${actorId}, ${requestId}, ${waited})), '[]')::text`;
}

/** How long before `at` a moment was, and 0 if a clock that was set back makes it the later one. */
const millisSince = (dialect: Database['dialect'], at: AnyColumn, moment: SQL): SQL<Millis> =>
  dialect === 'sqlite'
    ? sql`max(0, ${at} - ${moment})`
    : sql`greatest(0, round(extract(epoch from ${at} - ${moment}) * 1000))::bigint`;
