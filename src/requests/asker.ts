import { isGroup, type Instant, type RecipientId, type RequestId } from '../lifecycle/ids';
import type { Notice, OfAsker } from '../notices/notice';
import { priorities } from '../store/queries/outbox';
import { owe, type Transaction } from '../transaction/transaction';

/**
 * Tells the admin who asked the client of a pending request something at this moment what became of it, where the cards go, as a
 * reply to the card. Nobody is told if they are no admin any more.
 */
export async function tellAsker(
  tx: Transaction,
  id: RequestId,
  askedAt: Instant,
  notice: (asker: OfAsker) => Notice,
): Promise<void> {
  const { talk, people, requests, botMessages } = tx.store;
  const asker = await talk.askedBy(id, askedAt);
  const request = (await requests.get(id))?.request;
  if (asker === null || !tx.community.isAdmin(asker) || request?.status !== 'pending') return;
  const admin = await people.get(asker);
  if (admin?.telegramId == null) return;
  const group = tx.community.cardRecipients().find(isGroup);
  const recipientId: RecipientId = group ?? asker;
  const cards = await botMessages.cardsOf(id, request.round);
  const card = cards.findLast(
    (one) => one.kind === 'card' && one.recipientId === recipientId && one.messageId !== null,
  );
  owe(tx, {
    recipientId,
    threadId: card?.threadId ?? tx.community.topicOf(recipientId),
    notice: notice({
      requestId: id,
      clientName: (await people.get(request.clientId))?.name ?? '',
      askedName: admin.name,
      askedId: admin.telegramId,
    }),
    priority: priorities.admin,
    requestId: id,
    replyTo: card?.messageId ?? null,
  });
}
