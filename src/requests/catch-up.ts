import type { ChatId } from '../lifecycle/ids';
import { priorities } from '../store/queries/outbox';
import { addCard, resendCard } from './cards';
import { oweDigest } from './digest';
import type { Work } from './work';

/** With more than this many waiting, a digest serves better than a card each. */
const mostCards = 8;

/** A chat that can be written to from now on gets the cards that wait and are not there yet, if it is one of those that get cards. */
export async function oweMissingCards(work: Work, chat: ChatId): Promise<void> {
  if (!work.house.adminChats().includes(chat)) return;
  const waiting = await work.store.requests.waiting(mostCards + 1, 0);
  if (waiting.length > mostCards) return oweDigest(work, chat);
  for (const { id, round } of waiting) {
    const cards = await work.store.botMessages.cardsOf(id, round);
    const [card] = cards.filter(({ chatId }) => chatId === chat);
    if (card === undefined) await addCard(work, 'card', chat, id, round, priorities.admin);
    else await resendCard(work, card);
  }
}
