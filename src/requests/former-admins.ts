import { isForAdmins } from '../messages/audience';
import type { Owed } from '../store/queries/outbox';
import type { Work } from './work';

/**
 * What is owed to somebody who has been taken out of ADMIN_TELEGRAM_ID, or to a group that is no longer ADMIN_CHAT_ID,
 * never leaves. What they are owed as clients does. Returns which of the rows have been taken back.
 */
export function takeBackFromFormerAdmins(
  { store, house, now }: Work,
  rows: readonly Owed[],
): Promise<ReadonlySet<number>> {
  const takenBack = rows.filter(({ chatId, notice }) => isForAdmins(notice) && !house.isAdminChat(chatId));
  return store.outbox.supersede(
    takenBack.map(({ id }) => id),
    'whoever it is for decides here no more',
    now,
  );
}
