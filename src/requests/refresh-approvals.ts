import type { PersonId } from '../lifecycle/ids';
import type { PendingPosition } from '../store/queries/requests';
import type { Transaction } from '../transaction/transaction';
import { refreshCards } from './cards';

/** So many requests are read at a time. */
const batch = 200;
/** More edits would keep the admins' chats busy for too long: the other cards follow at their next change, or when they are used. */
const mostShown = 100;

/** Brings the cards of what waits up to date after these people became admins or ceased to be: their approvals count only while they are. */
export async function refreshApprovals(tx: Transaction, changed: readonly PersonId[]): Promise<void> {
  if (tx.community.policy.approvalsNeeded === 1) return;
  let shown = 0;
  for (let after: PendingPosition | null = null; ;) {
    const waiting = await tx.store.requests.waitingPositions(after, batch);
    for (const { id, round, votes } of waiting) {
      if (votes?.some(({ by }) => changed.includes(by)) !== true) continue;
      await refreshCards(tx, id, round, null);
      shown += 1;
      if (shown === mostShown) return;
    }
    const last = waiting.at(-1);
    if (last === undefined || waiting.length < batch) return;
    after = last;
  }
}
