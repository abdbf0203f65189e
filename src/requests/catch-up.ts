import { privateChat, type ChatId, type PersonId, type RequestId } from '../lifecycle/ids';
import { priorities } from '../store/queries/outbox';
import { addCard, bringUpToDate, resendCard } from './cards';
import { oweDigest } from './digest';
import { owe, type Transaction } from '../transaction/transaction';

/** With more than this many waiting, a digest serves better than a card each. */
const mostCards = 8;

/** As many of the messages that did not get to somebody are looked at, the newest. */
const mostMissed = 50;

/**
 * Somebody could not be written to and can be now: they get what they missed and can still use. A client gets the last
 * news of each request, an admin the cards that wait, and the cards they have show how things stand.
 */
export async function catchUp(tx: Transaction, person: PersonId): Promise<void> {
  const { outbox, botMessages } = tx.store;
  const chat = privateChat(person);
  const told = new Set<RequestId | null>();
  for (const { id, notice, requestId, botMessageId } of await outbox.undeliverableTo(chat, mostMissed)) {
    const isNews = notice.kind === 'client_news' || notice.kind === 'appeal_open';
    const isCard = (notice.kind === 'card' || notice.kind === 'shown_card') && botMessageId !== null;
    if (!isNews && !isCard) continue;
    await outbox.settle({ id, as: 'superseded', error: 'told once they could be written to' }, tx.now);
    if (isNews && !told.has(requestId)) {
      told.add(requestId);
      owe(tx, { chatId: chat, notice, priority: priorities.client, requestId });
    }
    const card = isCard ? await botMessages.get(botMessageId) : null;
    if (card !== null && card.messageId !== null) await bringUpToDate(tx, card);
  }
  if (tx.community.isAdmin(person)) await oweMissingCards(tx, chat);
}

/** A chat that can be written to from now on gets the cards that wait and are not there yet, if it is one of those that get cards. */
export async function oweMissingCards(tx: Transaction, chat: ChatId): Promise<void> {
  if (!tx.community.adminChats().includes(chat)) return;
  const waiting = await tx.store.requests.waiting(mostCards + 1, 0);
  if (waiting.length > mostCards) return oweDigest(tx, chat);
  for (const { id, round } of waiting) {
    const cards = await tx.store.botMessages.cardsOf(id, round);
    const [card] = cards.filter(({ chatId }) => chatId === chat);
    if (card === undefined) await addCard(tx, 'card', chat, id, round, priorities.admin);
    else await resendCard(tx, card);
  }
}
