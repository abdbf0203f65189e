import type { ChatId } from '../lifecycle/ids';
import { owe, type Transaction } from '../transaction/transaction';
import { priorities, type Owed } from '../store/queries/outbox';

/**
 * New cards that one chat would wait too long for become one message that counts them; `/pending` shows each. A digest
 * that waits for the chat already counts these too.
 */
export async function foldIntoDigest(
  tx: Transaction,
  burst: readonly Owed[],
  digestWaits: (chat: ChatId) => boolean,
): Promise<void> {
  const [first] = burst;
  if (first === undefined) return;
  const folded = await tx.store.outbox.supersede(
    burst.map(({ id }) => id),
    'folded into a digest',
    tx.now,
  );
  // All of it has been folded or taken back before.
  if (folded.size === 0) return;
  const cards = burst.filter(({ id }) => folded.has(id)).flatMap(({ botMessageId }) => botMessageId ?? []);
  await tx.store.botMessages.remove(cards);
  if (!digestWaits(first.chatId)) await oweDigest(tx, first.chatId);
}

/** Owes a chat a digest of what waits. */
export async function oweDigest(tx: Transaction, chatId: Owed['chatId']): Promise<void> {
  if (tx.outbox.unwritten.some((owed) => owed.chatId === chatId && owed.notice.kind === 'digest')) return;
  const threadId = tx.community.topicOf(chatId);
  const place = {
    kind: 'digest',
    chatId,
    messageId: null,
    threadId,
    requestId: null,
    round: null,
    personId: null,
  } as const;
  const botMessageId = await tx.store.botMessages.add({ ...place, createdAt: tx.now });
  owe(tx, { chatId, threadId, notice: { kind: 'digest' }, priority: priorities.admin, botMessageId });
}
