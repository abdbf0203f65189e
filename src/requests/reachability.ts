import type { GroupId, PersonId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';
import { refreshCards } from './cards';
import { catchUp, oweMissingCards } from './catch-up';

/** Somebody has blocked the bot, or has taken that back. Where it is news, the cards of their request say so. */
export async function noteReachability(tx: Transaction, person: PersonId, isReachable: boolean): Promise<void> {
  const { people } = tx.store;
  const isNews = isReachable ? await people.markReachable(person) : await people.markUnreachable(person, tx.now);
  if (isNews) await followReachability(tx, person, isReachable);
}

/** A person can be written to no more, or again: the cards say so, and whoever can be gets what they have missed. */
export async function followReachability(tx: Transaction, person: PersonId, isReachable: boolean): Promise<void> {
  const latest = await tx.store.requests.latestOf(person);
  if (latest !== null) await refreshCards(tx, latest.id, latest.request.round, null);
  if (isReachable) await catchUp(tx, person);
}

/** The bot is in the admins' group, or is there again: the group gets the cards that wait. If it is removed once more, that is news. */
export async function noteGroupReachable(tx: Transaction, group: GroupId): Promise<void> {
  await tx.store.state.set('group_unreachable', '');
  await oweMissingCards(tx, group);
}

/** A topic of this chat is open again. If that of the admins is closed once more, that is news. */
export async function noteTopicReopened(tx: Transaction, chat: GroupId): Promise<void> {
  if (tx.community.isAdminChat(chat)) await tx.store.state.set('topic_unreachable', '');
}
