import type { ChatId } from '../lifecycle/ids';
import type { SeenUpdate } from '../store/queries/updates';
import type { Transaction } from '../transaction/transaction';

/** What marks an edit in what an update is recognised by. */
export const editMark = 'e:';

/** An update about a message: the message itself, or an edit of it. */
export interface SeenMessage extends SeenUpdate {
  readonly chatId: ChatId;
  readonly messageId: number;
}

/**
 * Whether an edit, which is recorded already, is the first one that changes the words of its message. Telegram also reports
 * an edit where only something around the text has changed, such as the preview of a link. The message itself may be from
 * before the bot's time.
 */
export async function isFirstRewording({ store }: Transaction, edit: SeenMessage): Promise<boolean> {
  const { content, textHash } = edit;
  const versions = await store.updates.versionsOf(edit.chatId, edit.messageId);
  const earlier = versions.toSpliced(
    versions.findLastIndex((version) => version.content === content),
    1,
  );
  const before = new Set(earlier.map((version) => version.textHash));
  const wasReworded = before.size > (earlier.every(isOfEdit) ? 0 : 1);
  return textHash !== null && !before.has(textHash) && !wasReworded;
}

const isOfEdit = ({ content }: Pick<SeenUpdate, 'content'>): boolean => content.startsWith(editMark);
