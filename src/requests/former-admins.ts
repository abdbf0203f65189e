import { isForAdmins } from '../notices/audience';
import type { Owed } from '../store/queries/outbox';
import type { PersonId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';

/**
 * Unsent messages to a person who is no longer an admin, or to a group that is no longer ADMIN_CHAT_ID, are never sent,
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

/** Rows read at a time. */
const batch = 200;

/** The same for everything that is owed to a former admin, however much it is. */
export async function takeBackAllFrom(tx: Transaction, person: PersonId): Promise<void> {
  await tx.outbox.write();
  for (let after = 0; ;) {
    const rows = await tx.store.outbox.waitingFor('telegram', person, 'all', after, batch);
    await takeBackFromFormerAdmins(tx, rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.id;
  }
}
