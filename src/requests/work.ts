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

export async function owe(work: Work, message: NewOwed): Promise<void> {
  work.owed.push(await work.store.outbox.add(message, work.now));
}

const plain = { requestId: null, botMessageId: null, replyTo: null, editMessageId: null } as const;

/** Owes a chat something that nothing can be done with but reading it. `replyTo` is the message it answers, in a group. */
export function tell(work: Work, chatId: ChatId, notice: Notice, replyTo: number | null = null): Promise<void> {
  return owe(work, { ...plain, chatId, notice, replyTo, priority: priorities.answer });
}

/** Owes every admin the same words, in their private chats or their group. */
export async function tellAdmins(work: Work, notice: Notice, except: ChatId | null = null): Promise<void> {
  for (const chatId of work.house.adminChats()) {
    if (chatId !== except) await owe(work, { ...plain, chatId, notice, priority: priorities.admin });
  }
}
