import type { Instant, PersonId, RequestId, RecipientId } from '../lifecycle/ids';
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

/** News about a client's own request. */
type News = Extract<Notice, { kind: 'client_news' | 'appeal_open' }>;

const isNews = (notice: Notice): notice is News => notice.kind === 'client_news' || notice.kind === 'appeal_open';

/**
 * Somebody can be written to again: they get what they missed and can still use. Clients get the news that still hold and what the
 * admins have asked, in order; admins get the cards of pending requests, and their cards are updated.
 */
export async function catchUp(tx: Transaction, person: PersonId): Promise<void> {
  const { outbox } = tx.store;
  const missed = await outbox.undeliverableTo('telegram', person, mostMissed);
  for (const message of [...missed].reverse()) {
    const again = await sendAgain(tx, person, message);
    if (again === null) continue;
    const error = again ? 'sent again once they could be written to' : 'no longer true once they could be written to';
    await outbox.settle({ id: message.id, as: 'superseded', error }, tx.now);
  }
  if (tx.community.isAdmin(person)) await oweMissingCards(tx, person);
}

type Missed = Awaited<ReturnType<Transaction['store']['outbox']['undeliverableTo']>>[number];

/** Returns whether it is sent again; null: it stays undeliverable, since nobody misses it. */
async function sendAgain(
  tx: Transaction,
  chat: PersonId,
  { notice, requestId, botMessageId, createdAt }: Missed,
): Promise<boolean | null> {
  if (isNews(notice)) {
    const holds = requestId !== null && (await stillHolds(tx, notice, createdAt, requestId));
    if (holds) owe(tx, { recipientId: chat, notice, priority: priorities.client, requestId });
    return holds;
  }
  if (botMessageId === null) return null;
  switch (notice.kind) {
    case 'asked':
      return askAgain(tx, chat, notice, botMessageId);
    case 'card':
    case 'shown_card':
    case 'queue_card': {
      const card = await tx.store.botMessages.get(botMessageId);
      if (card !== null && card.messageId !== null) await bringUpToDate(tx, card);
      return true;
    }
    default:
      return null;
  }
}

/** A question of the admins' still has to be answered if its request waits in the same round and nobody has answered it. */
async function askAgain(
  tx: Transaction,
  chat: PersonId,
  notice: Extract<Notice, { kind: 'asked' }>,
  botMessageId: number,
): Promise<boolean> {
  const question = await tx.store.botMessages.get(botMessageId);
  const request = (await tx.store.requests.get(notice.requestId))?.request;
  if (question === null || question.answeredAt !== null || request?.status !== 'pending') return false;
  if (request.round !== question.round) return false;
  const asked = { ...notice, expiresAt: request.expiresAt };
  owe(tx, { recipientId: chat, notice: asked, priority: priorities.client, botMessageId });
  return true;
}

/** Whether the request is as it was when the news were owed. */
async function stillHolds(tx: Transaction, notice: News, owedAt: Instant, requestId: RequestId): Promise<boolean> {
  const request = (await tx.store.requests.get(requestId))?.request;
  if (request?.status !== notice.request.status) return false;
  // The status may be the same again: whatever happened since has its own news.
  const last = await tx.store.events.lastTold(requestId);
  if (last !== null && last > owedAt) return false;
  if (notice.kind === 'client_news') return true;
  if (request.status !== 'rejected' && request.status !== 'revoked') return false;
  return appealWindow(request, tx.now, tx.community.policy).state === 'open';
}

/** Whether a chat gets the missing cards as one message that counts them. */
export async function getsDigest({ store, community }: Transaction, chat: RecipientId): Promise<boolean> {
  return community.getsCards(chat) && (await store.requests.waiting(mostCards + 1, 0)).length > mostCards;
}

/** A chat that can be written to again gets the missing cards of pending requests, if it is one that gets cards. */
export async function oweMissingCards(tx: Transaction, chat: RecipientId): Promise<void> {
  if (!tx.community.getsCards(chat)) return;
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
