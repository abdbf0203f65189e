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
  /** Where that update happened; null where there is none, or it happened in no chat. */
  readonly origin: Origin | null;
  /** The messages it owes; they leave after the commit. */
  readonly owing: Owing;
}

/** A chat, and the topic in it where something was said or pressed; null: in none. */
export interface Origin {
  readonly chatId: ChatId;
  readonly threadId: number | null;
}

/** The topic for what is said to a chat: where it is answered, the same as what it answers. */
export function threadFor({ origin, house }: Work, chatId: ChatId): number | null {
  return origin?.chatId === chatId ? origin.threadId : house.topicOf(chatId);
}

/** What most messages are not: about a request, something to act on, an answer in a group, an edit. */
const plain = { requestId: null, botMessageId: null, replyTo: null, editMessageId: null } as const;

/** Owes a chat a message; it leaves after the commit. */
export function owe(work: Work, message: Omit<NewOwed, Optional> & Partial<Pick<NewOwed, Optional>>): void {
  work.owing.add({ ...plain, threadId: threadFor(work, message.chatId), ...message });
}

type Optional = keyof typeof plain | 'threadId';

/** Owes a chat something that nothing can be done with but reading it. `replyTo` is the message it answers, in a group. */
export function tell(work: Work, chatId: ChatId, notice: Notice, replyTo: number | null = null): void {
  owe(work, { chatId, notice, replyTo, priority: priorities.answer });
}

/** Owes every admin the same words, in their private chats or their group. */
export function tellAdmins(work: Work, notice: Notice): void {
  for (const chatId of work.house.adminChats()) {
    owe(work, { chatId, notice, threadId: work.house.topicOf(chatId), priority: priorities.admin });
  }
}
