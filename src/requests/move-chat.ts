import type { ChatId } from '../lifecycle/ids';
import type { Log } from '../log';
import { oweMissingCards } from './catch-up';
import type { Work } from './work';

/**
 * The group has a new ID from now on; everything owed to the old one goes there. The cards of the old one can no longer be
 * edited, so those of requests that wait are sent again.
 */
export async function moveChat(work: Work, from: ChatId, to: ChatId, log: Log): Promise<void> {
  const isOurs = work.house.isAdminChat(from);
  // Of other people's groups nothing has to be found again, and there is no end of them.
  if (isOurs) {
    work.house.rememberMove(from, to);
    await work.store.state.rememberMove(from, to);
  }
  await work.owing.write();
  await work.store.outbox.moveChat(from, to);
  await work.store.botMessages.moveChat(from, to);
  if (!isOurs) return;
  await oweMissingCards(work, to);
  log.warn('the group became a supergroup and has a new ID; set ADMIN_CHAT_ID to it', {
    chatId: to,
    details: { oldChatId: from },
  });
}
