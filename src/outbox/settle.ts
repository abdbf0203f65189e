import { isGroup, telegramId, type GroupId, type PersonId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { refreshCopy } from '../requests/cards';
import { followUp } from '../requests/digest';
import { moveChat } from '../requests/move-chat';
import { followReachability } from '../requests/reachability';
import { owe, tell, type Transaction } from '../transaction/transaction';
import type { Owed } from '../store/queries/outbox';
import type { ResolvedMessage } from './resolve';
import type { SendResult } from './send';

/** What becomes of a message after an attempt: it is done with, or has to be sent again. */
export type Disposition = 'done' | 'again';

/** One attempt to send a message, and how it ended. */
export interface Attempt {
  readonly drawn: ResolvedMessage;
  readonly ending: SendResult;
}

/** Writes down how attempts ended, with all that follows from it. Answers with the fate of each. */
export async function settle(tx: Transaction, attempts: readonly Attempt[], log: Log): Promise<readonly Disposition[]> {
  const accepted = attempts.flatMap(({ drawn: { row }, ending }) =>
    ending.end === 'sent' ? [{ id: row.id, messageId: ending.messageId }] : [],
  );
  await tx.store.outbox.accept(accepted, tx.now);
  const fates: Disposition[] = [];
  for (const attempt of attempts) fates.push(await follow(tx, attempt, log));
  return fates;
}

async function follow(tx: Transaction, { drawn, ending }: Attempt, log: Log): Promise<Disposition> {
  const { row, address, notice, edits } = drawn;
  const { outbox, botMessages } = tx.store;
  const again = { id: row.id, as: 'owed', outcomeUnknown: false, notBefore: null } as const;
  switch (ending.end) {
    case 'sent':
      if (ending.topicRefused !== undefined) await noteTopicRefused(tx, row, ending.topicRefused, log);
      if (edits === null && row.botMessageId !== null && ending.messageId !== null) {
        const copy = await botMessages.place(row.botMessageId, row.recipientId, ending.messageId);
        if (copy !== null) await refreshCopy(tx, copy);
      }
      if (notice.kind === 'digest') await followUp(tx, row.botMessageId, notice.waiting);
      return 'done';
    case 'again': {
      const { error, outcomeUnknown, after } = ending;
      const notBefore = after === null ? null : tx.now + after;
      await outbox.settle({ ...again, error, outcomeUnknown, notBefore }, tx.now);
      return 'again';
    }
    case 'target_gone':
      return resendIfMissed(tx, row, ending.error);
    case 'chat_moved':
      if (isGroup(row.recipientId)) await moveChat(tx, row.recipientId, ending.to, log);
      await outbox.settle({ ...again, error: ending.error }, tx.now);
      return 'again';
    case 'unreachable':
      if (isGroup(row.recipientId) && !tx.community.isAdminChat(row.recipientId)) {
        // A stranger's group is nobody's business, so nobody is told that it can't be answered.
        await outbox.settle({ id: row.id, as: 'superseded', error: ending.error }, tx.now);
        return 'done';
      }
      await outbox.settle({ id: row.id, as: 'undeliverable', error: ending.error }, tx.now);
      await noteUnreachable(tx, drawn, ending.error, log);
      return 'done';
    case 'refused':
      await outbox.settle({ id: row.id, as: 'undeliverable', error: ending.error }, tx.now);
      log.error('Telegram refuses a message for good', {
        chatId: address ?? undefined,
        details: { outboxId: row.id, reason: ending.error },
      });
      return 'done';
    case 'unworded':
      await outbox.settle({ id: row.id, as: 'undeliverable', error: ending.error }, tx.now);
      return 'done';
  }
}

/**
 * Someone deleted the message. What a person has just asked to see in its place is sent anew. A card is while its request
 * waits; afterwards nobody misses it.
 */
async function resendIfMissed(tx: Transaction, row: Owed, error: string): Promise<Disposition> {
  const { outbox, botMessages, requests } = tx.store;
  if (row.editMessageId !== null) {
    await outbox.settle({ id: row.id, as: 'superseded', error }, tx.now);
    const { recipientId, threadId, notice, priority } = row;
    owe(tx, { recipientId, threadId, notice, priority });
    return 'done';
  }
  if (row.botMessageId !== null) await botMessages.displace(row.botMessageId);
  const stored = row.requestId === null ? null : await requests.get(row.requestId);
  if (row.botMessageId === null || stored?.request.status !== 'pending') {
    await outbox.settle({ id: row.id, as: 'superseded', error }, tx.now);
    return 'done';
  }
  await outbox.settle({ id: row.id, as: 'owed', error, outcomeUnknown: false, notBefore: null }, tx.now);
  return 'again';
}

async function noteUnreachable(
  tx: Transaction,
  { row: { recipientId: person }, address }: ResolvedMessage,
  error: string,
  log: Log,
): Promise<void> {
  if (isGroup(person)) return noteUnreachableGroup(tx, person, error, log);
  if (tx.community.isAdmin(person)) return noteUnreachableAdmin(tx, person, error, log);
  if (!(await tx.store.people.markUnreachable(person, tx.now))) return;
  log.info('a client can no longer be reached', { chatId: address ?? undefined, details: { reason: error } });
  await followReachability(tx, person, false);
}

async function noteUnreachableAdmin(tx: Transaction, admin: PersonId, error: string, log: Log): Promise<void> {
  const known = await tx.store.people.get(admin);
  if (known !== null && known.unreachableAt !== null) return;
  if (known === null) {
    await tx.store.people.save({
      id: admin,
      name: String(admin),
      username: null,
      language: null,
      chosenLanguage: null,
      unreachableAt: tx.now,
    });
  } else {
    await tx.store.people.markUnreachable(admin, tx.now);
  }
  log.error('an admin can not be written to: they have to open a chat with the bot and press Start', {
    telegramId: telegramId(admin),
    details: { reason: error },
  });
  for (const other of tx.community.admins) {
    if (other === admin) continue;
    tell(tx, other, { kind: 'admin_unreachable', adminId: telegramId(admin), adminName: known?.name ?? null });
  }
}

/** The topic of ADMIN_CHAT_ID is closed or gone: what belongs there stands in the group's “General”, and the admins learn why, once. */
async function noteTopicRefused(
  tx: Transaction,
  { recipientId, threadId }: Owed,
  error: string,
  log: Log,
): Promise<void> {
  if (threadId === null || !isGroup(recipientId) || tx.community.topicOf(recipientId) !== threadId) return;
  const place = `${recipientId}/${threadId}`;
  if ((await tx.store.state.get('topic_unreachable')) === place) return;
  await tx.store.state.set('topic_unreachable', place);
  log.error('the topic of ADMIN_CHAT_ID can not be written to; the cards go to “General” until it is open again', {
    action: 'topic_unreachable',
    chatId: recipientId,
    details: { topic: threadId, reason: error },
  });
  for (const admin of tx.community.admins) tell(tx, admin, { kind: 'topic_unreachable', topic: threadId });
}

async function noteUnreachableGroup(tx: Transaction, group: GroupId, error: string, log: Log): Promise<void> {
  if ((await tx.store.state.get('group_unreachable')) === String(group)) return;
  await tx.store.state.set('group_unreachable', String(group));
  log.error('the group of ADMIN_CHAT_ID can not be written to: add the bot to it and let it send messages', {
    chatId: group,
    details: { reason: error },
  });
  for (const admin of tx.community.admins) tell(tx, admin, { kind: 'group_unreachable' });
}
