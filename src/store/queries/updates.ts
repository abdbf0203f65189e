import { and, eq, sql } from 'drizzle-orm';
import type { ChatId, Instant } from '../../lifecycle/ids';
import type { Database } from '../database';

/** An update as it is recognised when it comes again. */
export interface SeenUpdate {
  readonly updateId: number;
  /** What it is about: two updates may share an id when Telegram starts counting anew. */
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
    /** Records an update; false: it was recorded before, so it has had its effect. */
    async record(update: SeenUpdate): Promise<boolean> {
      return (await insert.execute({ ...update })).length > 0;
    },

    /** A message as it has been seen, the first time and after every edit. */
    async versionsOf(chatId: ChatId, messageId: number): Promise<readonly Pick<SeenUpdate, 'content' | 'textHash'>[]> {
      return versions.execute({ chatId, messageId });
    },

    /** Another bot's updates are counted from anywhere, and its messages have numbers of their own. */
    async forgetAll(): Promise<void> {
      await db.delete(updates);
    },

    /** Keeps an update that could not be handled, for a person to look at. */
    async park(parked: { updateId: number; update: object; error: string; attempts: number; parkedAt: Instant }) {
      await db.insert(parkedUpdates).values(parked);
    },
  };
}
