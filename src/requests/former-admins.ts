import { isForAdmins } from '../notices/audience';
import type { Owed } from '../store/queries/outbox';
import type { Transaction } from '../transaction/transaction';

/**
 * What is owed to somebody who has been taken out of ADMIN_TELEGRAM_ID, or to a group that is no longer ADMIN_CHAT_ID,
 * never leaves. What they are owed as clients does. Returns which of the rows have been taken back.
 */
export function takeBackFromFormerAdmins(
  { store, community, now }: Transaction,
  rows: readonly Owed[],
): Promise<ReadonlySet<number>> {
  const takenBack = rows.filter(
    ({ recipientId, notice }) => isForAdmins(notice) && !community.isAdminChat(recipientId),
  );
  return store.outbox.supersede(
    takenBack.map(({ id }) => id),
    'whoever it is for decides here no more',
    now,
  );
}
