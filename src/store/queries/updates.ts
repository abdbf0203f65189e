import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { ChatId, Instant } from '../../lifecycle/ids';
import type { Database } from '../database';
import { inPieces } from './many';

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

    /** Nobody can tell any more what the messages in a chat said. */
    async eraseTexts(chatId: ChatId): Promise<void> {
      await db
        .update(updates)
        .set({ textHash: null })
        .where(and(eq(updates.chatId, chatId), isNotNull(updates.messageId)));
    },

    /** The updates that could not be handled, after one, in order. */
    async parked(after: number, limit: number): Promise<readonly { readonly id: number; readonly update: object }[]> {
      return db
        .select({ id: parkedUpdates.id, update: parkedUpdates.update })
        .from(parkedUpdates)
        .where(gt(parkedUpdates.id, after))
        .orderBy(asc(parkedUpdates.id))
        .limit(limit);
    },

    async removeParked(ids: readonly number[]): Promise<void> {
      for (const piece of inPieces(ids)) await db.delete(parkedUpdates).where(inArray(parkedUpdates.id, [...piece]));
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
