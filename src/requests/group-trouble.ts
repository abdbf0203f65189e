import { isGroup, type GroupId, type RecipientId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { tell, type Transaction } from '../transaction/transaction';
import { oweMissingCards } from './catch-up';

/** The topic of ADMIN_CHAT_ID is closed or gone: its messages go to the group's “General”, and the admins are told why, once. */
export async function noteTopicRefused(
  tx: Transaction,
  { recipientId, threadId }: { readonly recipientId: RecipientId; readonly threadId: number | null },
  error: string,
  log: Log,
): Promise<void> {
  if (threadId === null || !isGroup(recipientId) || tx.community.topicOf(recipientId) !== threadId) return;
  const place = `${recipientId}/${threadId}`;
  if ((await tx.store.state.get('topic_unreachable')) === place) return;
  await tx.store.state.set('topic_unreachable', place);
  log.error("the topic of ADMIN_CHAT_ID can't be written to; the cards go to “General” until it is open again", {
    action: 'topic_unreachable',
    chatId: recipientId,
    details: { topic: threadId, reason: error },
  });
  for (const admin of tx.community.admins) tell(tx, admin, { kind: 'topic_unreachable', topic: threadId });
}

/** The group of ADMIN_CHAT_ID can't be written to: the admins are told once. */
export async function noteUnreachableGroup(tx: Transaction, group: GroupId, error: string, log: Log): Promise<void> {
  if ((await tx.store.state.get('group_unreachable')) === String(group)) return;
  await tx.store.state.set('group_unreachable', String(group));
  log.error("the group of ADMIN_CHAT_ID can't be written to: add the bot to it and let it send messages", {
    chatId: group,
    details: { reason: error },
  });
  for (const admin of tx.community.admins) tell(tx, admin, { kind: 'group_unreachable' });
}

/** The bot is in the admins' group, or is there again: the group gets the cards that wait. If it is removed once more, that is news. */
export async function noteGroupReachable(tx: Transaction, group: GroupId): Promise<void> {
  await tx.store.state.set('group_unreachable', '');
  await oweMissingCards(tx, group);
}

/** A topic of this chat is open again. If that of the admins is closed once more, that is news. */
export async function noteTopicReopened(tx: Transaction, chat: GroupId): Promise<void> {
  if (tx.community.isAdminChat(chat)) await tx.store.state.set('topic_unreachable', '');
}

/** Another bot writes to the group from now on: if it can't, that is news. */
export async function forgetGroupTrouble({ store }: Transaction): Promise<void> {
  for (const name of ['group_unreachable', 'topic_unreachable'] as const) await store.state.set(name, '');
}
