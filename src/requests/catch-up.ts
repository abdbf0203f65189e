import { privateChat, type PersonId } from '../lifecycle/ids';
import { priorities } from '../store/queries/outbox';
import { addCard } from './cards';
import { oweDigest } from './digest';
import type { Work } from './work';

/** With more than this many waiting, a digest serves better than a card each. */
const mostCards = 8;

/** An admin who can be written to from now on gets what waits, if the cards go to private chats. */
export async function oweMissingCards(work: Work, admin: PersonId): Promise<void> {
  const chat = privateChat(admin);
  if (!work.house.adminChats().includes(chat)) return;
  const waiting = await work.store.requests.waiting(mostCards + 1, 0);
  if (waiting.length > mostCards) return oweDigest(work, chat);
  for (const { id, round } of waiting) {
    if (!(await work.store.botMessages.hasCard(chat, id)))
      await addCard(work, 'card', chat, id, round, priorities.admin);
  }
}
