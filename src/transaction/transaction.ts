import type { RecipientId, Instant } from '../lifecycle/ids';
import type { Via } from '../lifecycle/transition';
import type { Meter } from '../observability/meter';
import type { Community } from '../people/community';
import type { Notice } from '../notices/notice';
import type { Queries } from '../store/queries';
import { priorities, type NewOwed } from '../store/queries/outbox';
import type { OutboxBuffer } from './outbox-buffer';

/** One transaction's worth of doing: everything in it is committed together or not at all. */
export interface Transaction {
  readonly store: Queries;
  readonly community: Community;
  /** The one time at which everything in this work happens. */
  readonly now: Instant;
  /** The update that caused it; null where the scheduler or the outbox did. */
  readonly updateId: number | null;
  /** The way in by which whoever acts has come. */
  readonly via: Via;
  /** Where that update happened; null where there is none, or it happened in no chat. */
  readonly origin: Origin | null;
  /** The messages it owes; they leave after the commit. */
  readonly outbox: OutboxBuffer;
  readonly meter: Pick<Meter, 'voted'>;
  /** Called once it is committed, before anything that it owes leaves. Throws nothing. */
  onCommit(callback: () => void): void;
}

/** A chat, and the topic in it where something was said or pressed; null: in none. */
export interface Origin {
  readonly recipientId: RecipientId;
  readonly threadId: number | null;
}

/** The topic for what is said to a chat: where it is answered, the same as what it answers. */
export function threadFor({ origin, community }: Transaction, recipientId: RecipientId): number | null {
  return origin?.recipientId === recipientId ? origin.threadId : community.topicOf(recipientId);
}

/** What most messages are not: about a request, something to act on, an answer in a group, an edit. */
const plain = { requestId: null, botMessageId: null, replyTo: null, editMessageId: null } as const;

/** Owes a chat a message; it leaves after the commit. */
export function owe(tx: Transaction, message: Omit<NewOwed, Optional> & Partial<Pick<NewOwed, Optional>>): void {
  tx.outbox.add({ ...plain, threadId: threadFor(tx, message.recipientId), ...message });
}

type Optional = keyof typeof plain | 'threadId';

/** Owes a chat something that nothing can be done with but reading it. `replyTo` is the message it answers, in a group. */
export function tell(tx: Transaction, recipientId: RecipientId, notice: Notice, replyTo: number | null = null): void {
  owe(tx, { recipientId, notice, replyTo, priority: priorities.answer });
}

/** The same for an answer that nobody is entitled to, to a message in a group: everything else leaves before it. */
export function tellLast(tx: Transaction, recipientId: RecipientId, notice: Notice, replyTo: number): void {
  owe(tx, { recipientId, notice, replyTo, priority: priorities.last });
}

/** Owes a chat an answer that takes the place of a message of ours. */
export function tellInPlaceOf(tx: Transaction, recipientId: RecipientId, messageId: number, notice: Notice): void {
  owe(tx, { recipientId, notice, priority: priorities.answer, editMessageId: messageId });
}

/** Owes every admin the same words, in their private chats or their group. */
export function tellAdmins(tx: Transaction, notice: Notice): void {
  for (const recipientId of tx.community.adminChats()) {
    owe(tx, { recipientId, notice, threadId: tx.community.topicOf(recipientId), priority: priorities.admin });
  }
}
