import { isForAdmins } from '../notices/audience';
import type { Owed } from '../store/queries/outbox';
import type { Transaction } from '../transaction/transaction';

/**
 * Unsent messages to a person removed from ADMIN_TELEGRAM_ID, or to a group that is no longer ADMIN_CHAT_ID, are never sent,
 * except those to the person as a client. Returns which of the rows were dropped.
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
    'the recipient is no longer an admin or the admins’ group',
    now,
  );
}
