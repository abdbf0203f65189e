import type { PersonId } from '../lifecycle/ids';
import { refreshCards } from '../requests/cards';
import type { Transaction } from '../transaction/transaction';

/** Cards say how their client can be reached, and something about that has changed. */
export async function showOnCards(tx: Transaction, person: PersonId): Promise<void> {
  const latest = await tx.store.requests.latestOf(person);
  if (latest !== null) await refreshCards(tx, latest.id, latest.request.round, null);
}
