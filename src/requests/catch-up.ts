import type { Instant, PersonId, RecipientId } from '../lifecycle/ids';
import { appealWindow } from '../lifecycle/policy';
import type { Notice } from '../notices/notice';
import { priorities } from '../store/queries/outbox';
import { addCard, bringUpToDate, resendCard } from './cards';
import { oweDigest } from './digest';
import { owe, type Transaction } from '../transaction/transaction';

/** With more pending requests than this, a digest is better than single cards. */
const mostCards = 8;

/** The newest undelivered messages to look at. */
const mostMissed = 50;

/** News about a client's own request, and what they are asked about it. */
type News = Extract<Notice, { kind: 'client_news' | 'appeal_open' | 'asked' }>;

const isNews = (notice: Notice): notice is News =>
  notice.kind === 'client_news' || notice.kind === 'appeal_open' || notice.kind === 'asked';

/**
 * Somebody can be written to again: they get what they missed and can still use. Clients get the news that still hold and the
 * questions that wait for their answer, in order; admins get the cards of pending requests, and their cards are updated.
 */
export async function catchUp(tx: Transaction, person: PersonId): Promise<void> {
  const { outbox, botMessages } = tx.store;
  const chat = person;
  const missed = await outbox.undeliverableTo(chat, mostMissed);
  for (const { id, notice, requestId, botMessageId, createdAt } of [...missed].reverse()) {
    const isCard =
      (notice.kind === 'card' || notice.kind === 'shown_card' || notice.kind === 'queue_card') && botMessageId !== null;
    if (!isNews(notice) && !isCard) continue;
    const holds = isNews(notice) && (await stillHolds(tx, notice, createdAt, botMessageId));
    const error =
      isNews(notice) && !holds
        ? 'no longer true once they could be written to'
        : 'sent again once they could be written to';
    await outbox.settle({ id, as: 'superseded', error }, tx.now);
    if (holds) owe(tx, { recipientId: chat, notice, priority: priorities.client, requestId, botMessageId });
    const card = isCard ? await botMessages.get(botMessageId) : null;
    if (card !== null && card.messageId !== null) await bringUpToDate(tx, card);
  }
  if (tx.community.isAdmin(person)) await oweMissingCards(tx, chat);
}

/** Whether the request is as it was when the news were owed, or the question about it has no answer yet. */
async function stillHolds(tx: Transaction, notice: News, owedAt: Instant, question: number | null): Promise<boolean> {
  const requestId = notice.kind === 'asked' ? notice.requestId : notice.request.id;
  const request = (await tx.store.requests.get(requestId))?.request;
  if (notice.kind === 'asked') return request?.status === 'pending' && (await isOpen(tx, question));
  if (request?.status !== notice.request.status) return false;
  // The status may be the same again: whatever happened since has its own news.
  const last = await tx.store.events.lastTold(requestId);
  if (last !== null && last > owedAt) return false;
  if (notice.kind === 'client_news') return true;
  if (request.status !== 'rejected' && request.status !== 'revoked') return false;
  return appealWindow(request, tx.now, tx.community.policy).state === 'open';
}

async function isOpen({ store }: Transaction, question: number | null): Promise<boolean> {
  const asked = question === null ? null : await store.botMessages.get(question);
  return asked !== null && asked.answeredAt === null;
}

/** A chat that can be written to again gets the missing cards of pending requests, if it is one that gets cards. */
export async function oweMissingCards(tx: Transaction, chat: RecipientId): Promise<void> {
  if (!tx.community.adminChats().includes(chat)) return;
  const waiting = await tx.store.requests.waiting(mostCards + 1, 0);
  if (waiting.length > mostCards) return oweDigest(tx, chat);
  for (const { id, round } of waiting) {
    const cards = await tx.store.botMessages.cardsOf(id, round);
    // A list that has it open stands in for no card: it will show another.
    const [card] = cards.filter(({ recipientId, kind }) => recipientId === chat && kind !== 'queue_card');
    if (card === undefined) await addCard(tx, 'card', chat, id, round, priorities.admin);
    else await resendCard(tx, card);
  }
}
