import { and, asc, eq, gt, inArray, isNotNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Instant, RequestId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** A webhook that has not been delivered yet. */
export interface OwedWebhook {
  /** The event of the history that it tells of. */
  readonly eventId: number;
  readonly requestId: RequestId;
  /** The JSON that is sent. */
  readonly body: string;
  /** How many attempts have failed. */
  readonly attempts: number;
}

export function webhookQueries({ db, schema: { webhookEvents, requestEvents } }: Database) {
  const { eventId, body, attempts, state, nextTryAt, timedAt, settledAt } = webhookEvents;
  // As in the partial indexes: with a parameter neither engine would use them.
  const owed = sql`${state} = 'owed'`;
  const settle = async (id: number, as: 'delivered' | 'given_up', lastError: string | null, now: Instant | SQL) => {
    await db
      .update(webhookEvents)
      .set({ state: as, attempts: sql`${attempts} + 1`, settledAt: now, ...(lastError !== null && { lastError }) })
      .where(and(eq(eventId, id), owed));
  };
  return {
    /** Owes the webhook of an event, from now on. */
    async add(id: number, json: string, now: Instant): Promise<void> {
      await db.insert(webhookEvents).values({
        ...{ eventId: id, body: json, state: 'owed', createdAt: now, attempts: 0, nextTryAt: now, timedAt: now },
      });
    },

    /** Those whose time has come, the longest due first. */
    async due(now: Instant, limit: number): Promise<readonly OwedWebhook[]> {
      return db
        .select({ eventId, requestId: requestEvents.requestId, body, attempts })
        .from(webhookEvents)
        .innerJoin(requestEvents, eq(requestEvents.id, eventId))
        .where(and(owed, lte(nextTryAt, now)))
        .orderBy(asc(nextTryAt), asc(eventId))
        .limit(limit);
    },

    /** When the next one after `now` is due; null: none is owed then. */
    async nextAfter(now: Instant): Promise<Instant | null> {
      const [next] = await db
        .select({ at: nextTryAt })
        .from(webhookEvents)
        .where(and(owed, gt(nextTryAt, now)))
        .orderBy(asc(nextTryAt), asc(eventId))
        .limit(1);
      return next?.at ?? null;
    },

    /** What a clock has timed that was ahead of `now`, and is right again, is due at once. */
    async dueByWrongClock(now: Instant): Promise<void> {
      await db
        .update(webhookEvents)
        .set({ nextTryAt: now, timedAt: now })
        .where(and(owed, gt(timedAt, now)));
    },

    /** It has been accepted. */
    async deliver(id: number, now: Instant): Promise<void> {
      await settle(id, 'delivered', null, now);
    },

    /** Its last attempt has failed. */
    async giveUp(id: number, error: string, now: Instant): Promise<void> {
      await settle(id, 'given_up', error, now);
    },

    /** An attempt has failed; the next one is at `until`. */
    async postpone(id: number, until: Instant, error: string, now: Instant): Promise<void> {
      await db
        .update(webhookEvents)
        .set({ attempts: sql`${attempts} + 1`, nextTryAt: until, timedAt: now, lastError: error })
        .where(and(eq(eventId, id), owed));
    },

    /** Deletes those settled long ago, at most `limit` of them. */
    async forget(before: Instant, limit: number): Promise<void> {
      const old = db
        .select({ id: eventId })
        .from(webhookEvents)
        .where(and(isNotNull(settledAt), lt(settledAt, before)))
        .orderBy(asc(settledAt))
        .limit(limit);
      await db.delete(webhookEvents).where(inArray(eventId, old));
    },
  };
}
