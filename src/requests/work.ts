import type { ChatId, Instant } from '../lifecycle/ids';
import type { House } from './house';
import type { Notice } from '../messages/notice';
import type { Queries } from '../store/queries';
import { priorities, type NewOwed, type Owed } from '../store/queries/outbox';

/** One transaction's worth of doing: everything in it is committed together or not at all. */
export interface Work {
  readonly store: Queries;
  readonly house: House;
  /** The one time at which everything in this work happens. */
  readonly now: Instant;
  /** The update that caused it; null where the scheduler or the outbox did. */
  readonly updateId: number | null;
  /** The messages it owes, for whoever sends them after the commit. */
  readonly owed: Owed[];
}

/** What most messages are not: about a request, something to act on, an answer in a group, an edit. */
const plain = { requestId: null, botMessageId: null, replyTo: null, editMessageId: null } as const;

/** Owes a chat a message; it leaves after the commit. */
export async function owe(
  work: Work,
  message: Omit<NewOwed, keyof typeof plain> & Partial<Pick<NewOwed, keyof typeof plain>>,
): Promise<void> {
  work.owed.push(await work.store.outbox.add({ ...plain, ...message }, work.now));
}

/** Owes a chat something that nothing can be done with but reading it. `replyTo` is the message it answers, in a group. */
export function tell(work: Work, chatId: ChatId, notice: Notice, replyTo: number | null = null): Promise<void> {
  return owe(work, { chatId, notice, replyTo, priority: priorities.answer });
}

/** Owes every admin the same words, in their private chats or their group. */
export async function tellAdmins(work: Work, notice: Notice): Promise<void> {
  for (const chatId of work.house.adminChats()) {
    await owe(work, { chatId, notice, priority: priorities.admin });
  }
}
