import { createHash } from 'node:crypto';
import type { Update } from 'telegraf/types';
import { editMark } from '../inbox/edits';
import type { SeenUpdate } from '../inbox/updates';
import { chatId, type Instant } from '../lifecycle/ids';
import { contentOf, textOf } from './update';

/**
 * How an update is recognised when it is delivered again. Its id alone won't do: after a week without updates Telegram
 * may count from anywhere (https://core.telegram.org/bots/api#update).
 */
export function seenUpdate(update: Update, at: Instant): SeenUpdate {
  const { message, edited, press, membership, joinRequest, member } = contentOf(update);
  const about = message ?? edited;
  const seen = { updateId: update.update_id, at, chatId: null, messageId: null, textHash: null };
  if (about !== null) {
    const text = textOf(about);
    const when =
      edited === null ? `m:${about.date}` : `${editMark}${'edit_date' in edited ? (edited.edit_date ?? 0) : 0}`;
    return {
      ...seen,
      content: `${when}:${about.chat.id}:${about.message_id}`,
      chatId: chatId(about.chat.id),
      messageId: about.message_id,
      textHash: text === null ? null : hash(text),
    };
  }
  if (press !== null) return { ...seen, content: `c:${press.id}` };
  if (membership !== null) {
    return { ...seen, content: `s:${membership.date}:${membership.chat.id}:${membership.new_chat_member.status}` };
  }
  if (joinRequest !== null) {
    return { ...seen, content: `j:${joinRequest.date}:${joinRequest.chat.id}:${joinRequest.from.id}` };
  }
  if (member !== null) {
    const { date, chat, old_chat_member: old, new_chat_member: now } = member;
    return { ...seen, content: `cm:${date}:${chat.id}:${now.user.id}:${old?.status}:${now.status}` };
  }
  return { ...seen, content: `x:${hash(JSON.stringify(update))}` };
}

/** An unreadable update is recognised by its id alone when it is delivered again. */
export const seenUnreadable = ({ update_id }: Update, at: Instant): SeenUpdate => ({
  updateId: update_id,
  content: 'unreadable',
  at,
  chatId: null,
  messageId: null,
  textHash: null,
});

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
