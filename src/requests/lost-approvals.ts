import type { PersonId } from '../lifecycle/ids';
import type { WaitingPlace } from '../store/queries/requests';
import type { Transaction } from '../transaction/transaction';
import { refreshCards } from './cards';

/** So many requests are read at a time. */
const batch = 200;
/** More edits would keep the admins' chats busy for too long: the other cards follow at their next change, or when they are used. */
const mostShown = 100;

/** The cards of what waits no longer count the approvals of people who have just ceased to be admins. */
export async function showApprovalsWithout(tx: Transaction, left: readonly PersonId[]): Promise<void> {
  let shown = 0;
  for (let after: WaitingPlace | null = null; ;) {
    const waiting = await tx.store.requests.waitingPlaces(after, batch);
    for (const { id, round, votes } of waiting) {
      if (votes?.some(({ by }) => left.includes(by)) !== true) continue;
      await refreshCards(tx, id, round, null);
      shown += 1;
      if (shown === mostShown) return;
    }
    const last = waiting.at(-1);
    if (last === undefined || waiting.length < batch) return;
    after = last;
  }
}
