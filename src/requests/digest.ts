import type { ChatId } from '../lifecycle/ids';
import { owe, type Work } from './work';
import { priorities, type Owed } from '../store/queries/outbox';

/**
 * New cards that one chat would wait too long for become one message that counts them; `/pending` shows each. A digest
 * that waits for the chat already counts these too.
 */
export async function foldIntoDigest(
  work: Work,
  burst: readonly Owed[],
  digestWaits: (chat: ChatId) => boolean,
): Promise<void> {
  const [first] = burst;
  if (first === undefined) return;
  const folded = await work.store.outbox.supersede(
    burst.map(({ id }) => id),
    'folded into a digest',
    work.now,
  );
  // All of it has been folded or taken back before.
  if (folded.size === 0) return;
  const cards = burst.filter(({ id }) => folded.has(id)).flatMap(({ botMessageId }) => botMessageId ?? []);
  await work.store.botMessages.remove(cards);
  if (!digestWaits(first.chatId)) await oweDigest(work, first.chatId);
}

/** Owes a chat a digest of what waits. */
export async function oweDigest(work: Work, chatId: Owed['chatId']): Promise<void> {
  if (work.owing.unwritten.some((owed) => owed.chatId === chatId && owed.notice.kind === 'digest')) return;
  const threadId = work.house.topicOf(chatId);
  const place = {
    kind: 'digest',
    chatId,
    messageId: null,
    threadId,
    requestId: null,
    round: null,
    personId: null,
  } as const;
  const botMessageId = await work.store.botMessages.add({ ...place, createdAt: work.now });
  owe(work, { chatId, threadId, notice: { kind: 'digest' }, priority: priorities.admin, botMessageId });
}
