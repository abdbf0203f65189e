import { and, eq, sql } from 'drizzle-orm';
import type { ChatId, Instant } from '../../lifecycle/ids';
import type { Database } from '../database';

/** What identifies an update that arrives again. */
export interface SeenUpdate {
  readonly updateId: number;
  /** A hash of its content: two updates may share an ID when Telegram starts counting anew. */
  readonly content: string;
  readonly at: Instant;
  readonly chatId: ChatId | null;
  readonly messageId: number | null;
  readonly textHash: string | null;
}

export function updateQueries({ db, schema: { updates, parkedUpdates } }: Database) {
  const p = sql.placeholder;
  const insert = db
    .insert(updates)
    .values({
      updateId: p('updateId'),
      content: p('content'),
      at: p('at'),
      chatId: p('chatId'),
      messageId: p('messageId'),
      textHash: p('textHash'),
    })
    .onConflictDoNothing()
    .returning({ updateId: updates.updateId })
    .prepare();
  const versions = db
    .select({ content: updates.content, textHash: updates.textHash })
    .from(updates)
    .where(and(eq(updates.chatId, p('chatId')), eq(updates.messageId, p('messageId'))))
    .prepare();
  return {
    /** Records an update. Returns false if it was already recorded, and so has had its effect. */
    async record(update: SeenUpdate): Promise<boolean> {
      return (await insert.execute({ ...update })).length > 0;
    },

    /** A message as it was seen, first and after every edit. */
    async versionsOf(chatId: ChatId, messageId: number): Promise<readonly Pick<SeenUpdate, 'content' | 'textHash'>[]> {
      return versions.execute({ chatId, messageId });
    },

    /** Another bot's updates and messages have their own numbers. */
    async forgetAll(): Promise<void> {
      await db.delete(updates);
    },

    /** Stores an update that could not be handled, for a person to look at. */
    async park(parked: { updateId: number; update: object; error: string; attempts: number; parkedAt: Instant }) {
      await db.insert(parkedUpdates).values(parked);
    },
  };
}
