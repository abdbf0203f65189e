import { isGroup, personId, privateChat, type ChatId, type PersonId } from '../lifecycle/ids';
import type { Log } from '../log';
import { refreshCards, refreshCopy } from '../requests/cards';
import { moveChat } from '../requests/move-chat';
import { owe, tell, type Work } from '../requests/work';
import type { Owed } from '../store/queries/outbox';
import type { Drawn } from './draw';
import type { Ending } from './send';

/** What becomes of a message after an attempt: it is done with, or has to be sent again. */
export type Fate = 'done' | 'again';

/** One attempt to send a message, and how it ended. */
export interface Attempt {
  readonly drawn: Drawn;
  readonly ending: Ending;
}

/** Writes down how attempts ended, with all that follows from it. Answers with the fate of each. */
export async function settle(work: Work, attempts: readonly Attempt[], log: Log): Promise<readonly Fate[]> {
  const accepted = attempts.flatMap(({ drawn: { row }, ending }) =>
    ending.end === 'sent' ? [{ id: row.id, messageId: ending.messageId }] : [],
  );
  await work.store.outbox.accept(accepted, work.now);
  const fates: Fate[] = [];
  for (const attempt of attempts) fates.push(await follow(work, attempt, log));
  return fates;
}

async function follow(work: Work, { drawn: { row, edits }, ending }: Attempt, log: Log): Promise<Fate> {
  const { outbox, botMessages } = work.store;
  const again = { id: row.id, as: 'owed', outcomeUnknown: false, notBefore: null } as const;
  switch (ending.end) {
    case 'sent':
      if (ending.topicRefused !== undefined) await noteTopicRefused(work, row, ending.topicRefused, log);
      if (edits === null && row.botMessageId !== null && ending.messageId !== null) {
        const copy = await botMessages.place(row.botMessageId, row.chatId, ending.messageId);
        if (copy !== null) await refreshCopy(work, copy);
      }
      return 'done';
    case 'again': {
      const { error, outcomeUnknown, after } = ending;
      const notBefore = after === null ? null : work.now + after;
      await outbox.settle({ ...again, error, outcomeUnknown, notBefore }, work.now);
      return 'again';
    }
    case 'target_gone':
      return resendIfMissed(work, row, ending.error);
    case 'chat_moved':
      await moveChat(work, row.chatId, ending.to, log);
      await outbox.settle({ ...again, error: ending.error }, work.now);
      return 'again';
    case 'unreachable':
      if (isGroup(row.chatId) && !work.house.isAdminChat(row.chatId)) {
        // A stranger's group is nobody's business, so nobody is told that it can't be answered.
        await outbox.settle({ id: row.id, as: 'superseded', error: ending.error }, work.now);
        return 'done';
      }
      await outbox.settle({ id: row.id, as: 'undeliverable', error: ending.error }, work.now);
      await noteUnreachable(work, row, ending.error, log);
      return 'done';
    case 'refused':
      await outbox.settle({ id: row.id, as: 'undeliverable', error: ending.error }, work.now);
      log.error('Telegram refuses a message for good', {
        chatId: row.chatId,
        details: { outboxId: row.id, reason: ending.error },
      });
      return 'done';
    case 'unworded':
      await outbox.settle({ id: row.id, as: 'undeliverable', error: ending.error }, work.now);
      return 'done';
  }
}

/**
 * Someone deleted the message. What a person has just asked to see in its place is sent anew. A card is while its request
 * waits; afterwards nobody misses it.
 */
async function resendIfMissed(work: Work, row: Owed, error: string): Promise<Fate> {
  const { outbox, botMessages, requests } = work.store;
  if (row.editMessageId !== null) {
    await outbox.settle({ id: row.id, as: 'superseded', error }, work.now);
    const { chatId, threadId, notice, priority } = row;
    owe(work, { chatId, threadId, notice, priority });
    return 'done';
  }
  if (row.botMessageId !== null) await botMessages.displace(row.botMessageId);
  const stored = row.requestId === null ? null : await requests.get(row.requestId);
  if (row.botMessageId === null || stored?.request.status !== 'pending') {
    await outbox.settle({ id: row.id, as: 'superseded', error }, work.now);
    return 'done';
  }
  await outbox.settle({ id: row.id, as: 'owed', error, outcomeUnknown: false, notBefore: null }, work.now);
  return 'again';
}

async function noteUnreachable(work: Work, row: Owed, error: string, log: Log): Promise<void> {
  if (isGroup(row.chatId)) return noteUnreachableGroup(work, row.chatId, error, log);
  const person = personId(row.chatId);
  if (work.house.isAdmin(person)) return noteUnreachableAdmin(work, person, error, log);
  if (!(await work.store.people.markUnreachable(person, work.now))) return;
  log.info('a client can no longer be reached', { chatId: row.chatId, details: { reason: error } });
  const latest = await work.store.requests.latestOf(person);
  if (latest !== null) await refreshCards(work, latest.id, latest.request.round, null);
}

async function noteUnreachableAdmin(work: Work, admin: PersonId, error: string, log: Log): Promise<void> {
  const known = await work.store.people.get(admin);
  if (known !== null && known.unreachableAt !== null) return;
  if (known === null) {
    await work.store.people.save({
      id: admin,
      name: String(admin),
      username: null,
      language: null,
      chosenLanguage: null,
      unreachableAt: work.now,
    });
  } else {
    await work.store.people.markUnreachable(admin, work.now);
  }
  log.error('an admin can not be written to: they have to open a chat with the bot and press Start', {
    personId: admin,
    details: { reason: error },
  });
  for (const other of work.house.admins) {
    if (other === admin) continue;
    tell(work, privateChat(other), { kind: 'admin_unreachable', adminId: admin, adminName: known?.name ?? null });
  }
}

/** The topic of ADMIN_CHAT_ID is closed or gone: what belongs there stands in the group's “General”, and the admins learn why, once. */
async function noteTopicRefused(work: Work, { chatId, threadId }: Owed, error: string, log: Log): Promise<void> {
  if (threadId === null || work.house.topicOf(chatId) !== threadId) return;
  const place = `${chatId}/${threadId}`;
  if ((await work.store.state.get('topic_unreachable')) === place) return;
  await work.store.state.set('topic_unreachable', place);
  log.error('the topic of ADMIN_CHAT_ID can not be written to; the cards go to “General” until it is open again', {
    action: 'topic_unreachable',
    chatId,
    details: { topic: threadId, reason: error },
  });
  for (const admin of work.house.admins) tell(work, privateChat(admin), { kind: 'topic_unreachable', topic: threadId });
}

async function noteUnreachableGroup(work: Work, group: ChatId, error: string, log: Log): Promise<void> {
  if ((await work.store.state.get('group_unreachable')) === String(group)) return;
  await work.store.state.set('group_unreachable', String(group));
  log.error('the group of ADMIN_CHAT_ID can not be written to: add the bot to it and let it send messages', {
    chatId: group,
    details: { reason: error },
  });
  for (const admin of work.house.admins) tell(work, privateChat(admin), { kind: 'group_unreachable' });
}
