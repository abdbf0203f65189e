import type { ChatId, Instant } from '../lifecycle/ids';
import type { House } from './house';
import type { Notice } from '../messages/notice';
import type { Queries } from '../store/queries';
import { priorities, type NewOwed } from '../store/queries/outbox';
import type { Owing } from './owing';

/** One transaction's worth of doing: everything in it is committed together or not at all. */
export interface Work {
  readonly store: Queries;
  readonly house: House;
  /** The one time at which everything in this work happens. */
  readonly now: Instant;
  /** The update that caused it; null where the scheduler or the outbox did. */
  readonly updateId: number | null;
  /** The messages it owes; they leave after the commit. */
  readonly owing: Owing;
}

/** What most messages are not: about a request, something to act on, an answer in a group, an edit. */
const plain = { requestId: null, botMessageId: null, replyTo: null, editMessageId: null } as const;

/** Owes a chat a message; it leaves after the commit. */
export function owe(
  work: Work,
  message: Omit<NewOwed, keyof typeof plain> & Partial<Pick<NewOwed, keyof typeof plain>>,
): void {
  work.owing.add({ ...plain, ...message });
}

/** Owes a chat something that nothing can be done with but reading it. `replyTo` is the message it answers, in a group. */
export function tell(work: Work, chatId: ChatId, notice: Notice, replyTo: number | null = null): void {
  owe(work, { chatId, notice, replyTo, priority: priorities.answer });
}

/** Owes every admin the same words, in their private chats or their group. */
export function tellAdmins(work: Work, notice: Notice): void {
  for (const chatId of work.house.adminChats()) owe(work, { chatId, notice, priority: priorities.admin });
}
