import type { GroupId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { oweMissingCards } from './catch-up';
import type { Transaction } from '../transaction/transaction';

/**
 * The group has a new ID: its messages go there from now on. Cards in the old group can't be edited any more, so those of pending
 * requests are sent again.
 */
export async function moveChat(tx: Transaction, from: GroupId, to: GroupId, log: Log): Promise<void> {
  const isOurs = tx.community.isAdminChat(from);
  // Other people's groups need no record, and there is no end of them.
  if (isOurs) {
    tx.community.rememberMove(from, to);
    await tx.store.state.rememberMove(from, to);
  }
  await tx.outbox.write();
  await tx.store.outbox.moveChat(from, to);
  await tx.store.botMessages.moveChat(from, to);
  if (!isOurs) return;
  await oweMissingCards(tx, to);
  log.warn('the group has become a supergroup with a new ID; set ADMIN_CHAT_ID to it', {
    chatId: to,
    details: { oldChatId: from },
  });
}
