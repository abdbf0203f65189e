import type { Instant, RecipientId, RequestId } from '../lifecycle/ids';
import type { Via } from '../lifecycle/transition';
import type { Meter } from '../observability/meter';
import type { Community } from '../people/community';
import type { Notice } from '../notices/notice';
import type { Queries } from '../store/queries';
import { priorities, type NewOwed } from '../store/queries/outbox';
import type { OutboxBuffer } from './outbox-buffer';

/** One transaction: all of it is committed, or nothing. */
export interface Transaction {
  readonly store: Queries;
  /** With the admins as they are at this moment of the transaction. */
  readonly community: Community;
  /** The time at which everything in this transaction happens. */
  readonly now: Instant;
  /** The update that caused it; null if the scheduler or the outbox did. */
  readonly updateId: number | null;
  /** The way in that the actor used. */
  readonly via: Via;
  /** The place of that update; null: there is no update, or it isn't in a chat. */
  readonly origin: Origin | null;
  /** The messages it owes, which are sent after the commit. */
  readonly outbox: OutboxBuffer;
  /** Sends the webhooks that are owed, once they are committed; null: WEBHOOK_URL is not set, and none are owed. */
  readonly webhooks: { wake(): void } | null;
  readonly meter: Pick<Meter, 'voted'>;
  /** What codes that prove an address are made with. */
  readonly codeKey: Buffer;
  /** Something about this request has changed: once it is committed, whoever watches the requests hears of it. */
  touch(request: RequestId): void;
  /** It has changed who should be in a chat of the community: once it is committed, the worker looks at that. */
  wakeAccess(): void;
  /** It has erased somebody: once it is committed, whoever removes what is left elsewhere looks at that. */
  wakeEraser(): void;
  /** Called once it is committed, before anything that it owes is sent. Must not throw. */
  onCommit(callback: () => void): void;
}

/** One look at the database, as it is at one moment. Nothing can be changed in it. */
export interface Reading {
  readonly store: Queries;
  /** With the admins as they are at that moment. */
  readonly community: Community;
  readonly now: Instant;
}

/** A chat, and the topic in it where something was said or pressed; null: none. */
export interface Origin {
  readonly recipientId: RecipientId;
  readonly threadId: number | null;
}

/** The topic for a message to a chat: an answer goes to the topic of what it answers. */
export function threadFor({ origin, community }: Transaction, recipientId: RecipientId): number | null {
  return origin?.recipientId === recipientId ? origin.threadId : community.topicOf(recipientId);
}

/** What most messages leave out: an answer in a group, an edit and so on. */
type Optional = 'channel' | 'requestId' | 'botMessageId' | 'replyTo' | 'editMessageId' | 'threadId';

/** Owes a recipient a message, which is sent after the commit: through Telegram, unless another channel is named. */
export function owe(tx: Transaction, message: Omit<NewOwed, Optional> & Partial<Pick<NewOwed, Optional>>): void {
  const { recipientId, notice, priority } = message;
  const { channel = 'telegram', threadId = threadFor(tx, recipientId) } = message;
  const { requestId = null, botMessageId = null, replyTo = null, editMessageId = null } = message;
  tx.outbox.add({ channel, recipientId, notice, priority, requestId, botMessageId, replyTo, editMessageId, threadId });
}

/** Owes a chat a message that is only for reading. `replyTo` is the message it answers, in a group. */
export function tell(tx: Transaction, recipientId: RecipientId, notice: Notice, replyTo: number | null = null): void {
  owe(tx, { recipientId, notice, replyTo, priority: priorities.answer });
}

/** The same for a low-priority answer to a message in a group: everything else leaves before it. */
export function tellLast(tx: Transaction, recipientId: RecipientId, notice: Notice, replyTo: number): void {
  owe(tx, { recipientId, notice, replyTo, priority: priorities.last });
}

/** Owes a chat an answer that takes the place of one of our messages. */
export function tellInPlaceOf(tx: Transaction, recipientId: RecipientId, messageId: number, notice: Notice): void {
  owe(tx, { recipientId, notice, priority: priorities.answer, editMessageId: messageId });
}

/** Owes every admin the same notice, in their private chats or their group. */
export function tellAdmins(tx: Transaction, notice: Notice): void {
  for (const recipientId of tx.community.cardRecipients()) {
    owe(tx, { recipientId, notice, threadId: tx.community.topicOf(recipientId), priority: priorities.admin });
  }
}
