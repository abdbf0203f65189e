import type { GroupId } from '../lifecycle/ids';
import type { WhyUnmanageable } from '../notices/notice';
import type { Log } from '../observability/log';
import { whyUnmanageable, type ChatMember } from './seen';
import { tellAdmins, type Transaction } from '../transaction/transaction';

/** The bot can't manage a chat: its rows wait, and the admins are told once. */
export async function noteOutage(
  tx: Transaction,
  chatId: GroupId,
  { why, error: reason = why }: { readonly why: WhyUnmanageable; readonly error?: string },
  log: Log,
): Promise<void> {
  const chat = await tx.store.access.chat(chatId);
  if (chat === null || chat.outage !== null) return;
  await tx.store.access.change(chatId, { outage: reason, outageSince: tx.now });
  log.error("the bot can't manage a chat of ACCESS_CHATS: make it an administrator there who may add and ban users", {
    action: 'access_outage',
    chatId,
    details: { reason },
  });
  tellAdmins(tx, { kind: 'access_outage', chat: chat.title ?? String(chatId), reason, why });
}

/** The bot can manage it: what waited goes on. */
export async function noteRecovery(tx: Transaction, chatId: GroupId, log: Log): Promise<void> {
  const chat = await tx.store.access.chat(chatId);
  if (chat === null || chat.outage === null) return;
  await tx.store.access.change(chatId, { outage: null, outageSince: null, notBefore: null });
  tx.wakeAccess();
  log.info('the bot can manage a chat of ACCESS_CHATS again', { action: 'access_outage_over', chatId });
}

/** Somebody has changed what the bot may do in a chat, or has added or removed it. */
export async function noteOwnRights(tx: Transaction, chatId: GroupId, member: ChatMember, log: Log): Promise<void> {
  const why = whyUnmanageable(member);
  if (why === null) await noteRecovery(tx, chatId, log);
  else await noteOutage(tx, chatId, { why }, log);
}
