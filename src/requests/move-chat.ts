import type { GroupId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { oweMissingCards } from './catch-up';
import type { Transaction } from '../transaction/transaction';

/**
 * The group has a new ID from now on; everything owed to the old one goes there. The cards of the old one can no longer be
 * edited, so those of requests that wait are sent again.
 */
export async function moveChat(tx: Transaction, from: GroupId, to: GroupId, log: Log): Promise<void> {
  const isOurs = tx.community.isAdminChat(from);
  // Of other people's groups nothing has to be found again, and there is no end of them.
  if (isOurs) {
    tx.community.rememberMove(from, to);
    await tx.store.state.rememberMove(from, to);
  }
  await tx.outbox.write();
  await tx.store.outbox.moveChat(from, to);
  await tx.store.botMessages.moveChat(from, to);
  if (!isOurs) return;
  await oweMissingCards(tx, to);
  log.warn('the group became a supergroup and has a new ID; set ADMIN_CHAT_ID to it', {
    chatId: to,
    details: { oldChatId: from },
  });
}
