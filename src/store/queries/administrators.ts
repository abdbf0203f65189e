import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Instant, PersonId, TelegramId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** Somebody whom an owner has made an admin. */
export interface Administrator {
  readonly person: PersonId;
  readonly telegramId: TelegramId;
  readonly addedBy: PersonId;
  readonly addedAt: Instant;
}

/** The admins who were added in the chat, and those who were. */
export function administratorQueries({ db, schema: { administrators, people } }: Database) {
  return {
    /** Those who are admins, in the order in which they were added. */
    async current(): Promise<readonly Administrator[]> {
      return db
        .select({
          person: people.id,
          telegramId: administrators.telegramId,
          addedBy: administrators.addedBy,
          addedAt: administrators.addedAt,
        })
        .from(administrators)
        .innerJoin(people, eq(people.telegramId, administrators.telegramId))
        .where(isNull(administrators.removedAt))
        .orderBy(asc(administrators.id));
    },

    /** Those removed last, newest first, at most `limit`; some may be admins again. */
    async removedLast(limit: number): Promise<readonly TelegramId[]> {
      const rows = await db
        .select({ telegramId: administrators.telegramId })
        .from(administrators)
        .where(isNotNull(administrators.removedAt))
        .orderBy(desc(administrators.removedAt), desc(administrators.id))
        .limit(limit);
      return rows.map(({ telegramId }) => telegramId);
    },

    /** The database refuses to add somebody who is an admin already. */
    async add(telegramId: TelegramId, addedBy: PersonId, addedAt: Instant): Promise<void> {
      await db.insert(administrators).values({ telegramId, addedBy, addedAt });
    },

    /** Returns whether they were an admin until now. */
    async remove(telegramId: TelegramId, removedBy: PersonId, removedAt: Instant): Promise<boolean> {
      const removed = await db
        .update(administrators)
        .set({ removedBy, removedAt })
        .where(and(eq(administrators.telegramId, telegramId), isNull(administrators.removedAt)))
        .returning({ id: administrators.id });
      return removed.length > 0;
    },
  };
}
