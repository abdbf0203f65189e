import type { GroupId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { tellAdmins, type Transaction } from '../transaction/transaction';

/**
 * A chat has a new ID, under which everything goes on: its people, its link, what ACCESS_CHATS says of it. The admins are told once
 * what to write there. The link may not have come along: it is looked after next.
 */
export async function moveAccessChat(tx: Transaction, from: GroupId, to: GroupId, log: Log): Promise<void> {
  const { store, community } = tx;
  // The chat says so under both IDs, and so do refused calls.
  if (from === to || !community.isAccessChat(from)) return;
  const chat = await store.access.chat(from);
  community.rememberMove(from, to);
  if (chat === null) return;
  await store.state.rememberMove(from, to);
  await store.access.moveChat(from, to);
  tx.wakeAccess();
  const about = { action: 'access_chat_moved', chatId: to, details: { oldChatId: from } };
  log.warn(`a chat of ACCESS_CHATS has a new ID: write ${to} in place of ${from}`, about);
  tellAdmins(tx, { kind: 'access_chat_moved', chat: chat.title ?? String(to), from, to });
}
