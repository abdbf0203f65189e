import { and, asc, desc, eq, gt, inArray, notInArray, sql } from 'drizzle-orm';
import type { Instant, PersonId, RequestId } from '../../lifecycle/ids';
import type { Status } from '../../lifecycle/request';
import { talkEvents, uniteEvent, voteEvents, type EventType, type Via } from '../../lifecycle/transition';
import { contentOf, firstDigest, salted } from '../chain';
import type { Database } from '../database';

/** One event in a request's history. */
export interface RequestEvent {
  readonly requestId: RequestId;
  readonly event: EventType;
  /** Null for the first event. */
  readonly fromStatus: Status | null;
  readonly toStatus: Status;
  /** Null: the system. */
  readonly actorId: PersonId | null;
  readonly at: Instant;
  readonly reason: string | null;
  /** The update that caused it; null if none did. */
  readonly updateId: number | null;
  readonly via: Via;
  /** The client's text in that round. */
  readonly message: string;
  readonly round: number;
  /** Until when the request waits from then on. */
  readonly expiresAt: Instant;
  /** Of an approval, whose approvals counted besides the actor's; null: none did. */
  readonly coApprovers: readonly PersonId[] | null;
}

/** An event by its place in the history. */
export type StoredEvent = Pick<RequestEvent, 'requestId' | 'event' | 'actorId' | 'at' | 'round'> & {
  readonly id: number;
};

/** Where the history ends: the number of its newest event (0: there is none), and the digest over all of it. */
export interface HistoryEnd {
  readonly event: number;
  readonly digest: string;
}

export function eventQueries({ dialect, db, schema: { requestEvents, people } }: Database) {
  const p = sql.placeholder;
  // The number and the digest follow from the newest event. Two writers can't both follow it: they would give the same number.
  const lineFeed = sql.raw(dialect === 'sqlite' ? 'char(10)' : `e'\\n'`);
  const first = sql.raw(`'${firstDigest}'`);
  const newest = sql`(select ${requestEvents.digest} || ${lineFeed} || (${requestEvents.id} + 1) from ${requestEvents} where ${requestEvents.id} > 0 order by ${requestEvents.id} desc limit 1)`;
  const chained = sql`coalesce(${newest}, ${first} || ${lineFeed} || 1) || ${lineFeed} || ${p('content')}`;
  const insert = db
    .insert(requestEvents)
    .values({
      id: sql`coalesce((select max(${requestEvents.id}) from ${requestEvents}), 0) + 1`,
      requestId: p('requestId'),
      event: p('event'),
      fromStatus: p('fromStatus'),
      toStatus: p('toStatus'),
      actorId: p('actorId'),
      at: p('at'),
      reason: p('reason'),
      updateId: p('updateId'),
      via: p('via'),
      message: p('message'),
      round: p('round'),
      expiresAt: p('expiresAt'),
      coApprovers: p('coApprovers'),
      messageSalt: p('messageSalt'),
      messageHash: p('messageHash'),
      reasonSalt: p('reasonSalt'),
      reasonHash: p('reasonHash'),
      digest:
        dialect === 'sqlite' ? sql`sha256(${chained})` : sql`encode(sha256(convert_to(${chained}, 'UTF8')), 'hex')`,
    })
    .returning({ id: requestEvents.id })
    .prepare();
  return {
    /** Adds an event to the chain. Returns its number, which is greater than that of every earlier one. */
    async append(event: RequestEvent): Promise<number> {
      const [message, reason] = [salted(event.message), salted(event.reason)];
      const hashes = { messageHash: message.hash, reasonHash: reason.hash };
      const [row] = await insert.execute({
        ...event,
        ...hashes,
        messageSalt: message.salt,
        reasonSalt: reason.salt,
        content: contentOf({ ...event, ...hashes }),
      });
      if (row === undefined) throw new Error('the database returned no id for a new event');
      return row.id;
    },

    /** A request's newest events, newest first, with the actors' names, and their total number. */
    async latest(requestId: RequestId, limit: number) {
      const rows = await db
        .select({ event: requestEvents, actorName: people.name })
        .from(requestEvents)
        .leftJoin(people, eq(people.id, requestEvents.actorId))
        .where(eq(requestEvents.requestId, requestId))
        .orderBy(desc(requestEvents.id))
        .limit(limit);
      const total = await db.$count(requestEvents, eq(requestEvents.requestId, requestId));
      return { rows, total };
    },

    /**
     * What happened to a request last, newest first, with the actors' names. `text`: what the client wrote, of an event that
     * brought a new text. `hadReason`: it has or had a reason.
     */
    async newest(requestId: RequestId, limit: number) {
      const { id, event, fromStatus, toStatus, actorId, coApprovers, at, reason, via, round } = requestEvents;
      const { message, erasedAt, reasonHash } = requestEvents;
      const isWritten = inArray(event, ['submit', 'appeal', 'describe']);
      const text = sql<string | null>`case when ${isWritten} then ${message} end`;
      const bringsText = sql<boolean>`${isWritten}`.mapWith(Boolean);
      const hadReason = sql<boolean>`${reasonHash} is not null`.mapWith(Boolean);
      const facts = { id, event, fromStatus, toStatus, actorId, coApprovers, at, reason, via, round, erasedAt };
      return db
        .select({ ...facts, text, bringsText, hadReason, actorName: people.name })
        .from(requestEvents)
        .leftJoin(people, eq(people.id, actorId))
        .where(eq(requestEvents.requestId, requestId))
        .orderBy(desc(id))
        .limit(limit);
    },

    /** How much happened to a request. */
    count(requestId: RequestId): Promise<number> {
      return db.$count(requestEvents, eq(requestEvents.requestId, requestId));
    },

    /** When the standing of a request last changed, which its client is told of. */
    async lastTold(requestId: RequestId): Promise<Instant | null> {
      const [last] = await db
        .select({ at: requestEvents.at })
        .from(requestEvents)
        .where(
          and(
            eq(requestEvents.requestId, requestId),
            notInArray(requestEvents.event, [...voteEvents, ...talkEvents, uniteEvent]),
          ),
        )
        .orderBy(desc(requestEvents.id))
        .limit(1);
      return last?.at ?? null;
    },

    /** The client's texts in the newest rounds of a request, newest first. */
    async texts(requestId: RequestId, limit: number) {
      return db
        .select({ at: requestEvents.at, message: requestEvents.message })
        .from(requestEvents)
        .where(and(eq(requestEvents.requestId, requestId), inArray(requestEvents.event, ['submit', 'appeal'])))
        .orderBy(desc(requestEvents.id))
        .limit(limit);
    },

    /** What the client said later of a request that began without their words; null: nothing. */
    async described(requestId: RequestId): Promise<string | null> {
      const [newest] = await db
        .select({ message: requestEvents.message })
        .from(requestEvents)
        .where(and(eq(requestEvents.requestId, requestId), eq(requestEvents.event, 'describe')))
        .orderBy(desc(requestEvents.id))
        .limit(1);
      return newest?.message ?? null;
    },

    /** The client's first text. */
    async firstText(requestId: RequestId) {
      const [first] = await db
        .select({ at: requestEvents.at, message: requestEvents.message })
        .from(requestEvents)
        .where(eq(requestEvents.requestId, requestId))
        .orderBy(asc(requestEvents.id))
        .limit(1);
      return first ?? null;
    },

    /** The events of all requests that follow one in the history, oldest first. */
    async after(id: number, limit: number): Promise<readonly StoredEvent[]> {
      const { requestId, event, actorId, at, round } = requestEvents;
      return db
        .select({ id: requestEvents.id, requestId, event, actorId, at, round })
        .from(requestEvents)
        .where(gt(requestEvents.id, id))
        .orderBy(asc(requestEvents.id))
        .limit(limit);
    },

    /** The number of the newest event; 0: there is none. */
    async newestId(): Promise<number> {
      const [newest] = await db
        .select({ id: requestEvents.id })
        .from(requestEvents)
        .where(gt(requestEvents.id, 0))
        .orderBy(desc(requestEvents.id))
        .limit(1);
      return newest?.id ?? 0;
    },

    /** The newest event: its number, and the digest over the whole history. */
    async newestDigest(): Promise<HistoryEnd> {
      const [newest] = await db
        .select({ event: requestEvents.id, digest: requestEvents.digest })
        .from(requestEvents)
        .where(gt(requestEvents.id, 0))
        .orderBy(desc(requestEvents.id))
        .limit(1);
      return newest ?? { event: 0, digest: firstDigest };
    },

    /** Every decision on a request, newest first, with the undos in between. */
    async decisions(requestId: RequestId) {
      return db
        .select({ event: requestEvents, actorName: people.name })
        .from(requestEvents)
        .leftJoin(people, eq(people.id, requestEvents.actorId))
        .where(
          and(
            eq(requestEvents.requestId, requestId),
            inArray(requestEvents.event, ['approve', 'reject', 'revoke', 'undo']),
          ),
        )
        .orderBy(desc(requestEvents.id));
    },
  };
}
