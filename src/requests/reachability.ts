import type { PersonId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';
import { refreshCards } from './cards';
import { catchUp } from './catch-up';

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
