import type { GroupId, Millis, RecipientId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';
import type { ResolvedMessage } from './resolve';

/** A way in which messages reach people: Telegram is one. A new one is a folder in src/channels and a line in the daemon. */
export interface Channel {
  /** As people know it, for the log. */
  readonly title: string;
  readonly pace: Pace;
  /** Puts the message into words and sends it, or replaces the one that it edits. Never throws. */
  send(message: ResolvedMessage, signal: AbortSignal): Promise<SendResult>;
}

/** How an attempt to send ended, and so what has to be done about it. */
export type SendResult = SendEnd & {
  /** What else follows from it in the channel, in the transaction that writes the end down; it may run more than once. */
  readonly follow?: (tx: Transaction) => Promise<void>;
};

type SendEnd =
  /** `messageId` null: the channel did not say under which number. */
  | { readonly end: 'sent'; readonly messageId: number | null }
  /** It is tried again; `after` is how long the channel told us to keep away from the recipient. */
  | { readonly end: 'again'; readonly outcomeUnknown: boolean; readonly after: Millis | null; readonly error: string }
  /** The message to be edited is no longer there. */
  | { readonly end: 'target_gone'; readonly error: string }
  /** The recipient can't be written to until they write to us. */
  | { readonly end: 'unreachable'; readonly error: string }
  /** The recipient can't be written to, and nobody has to know. */
  | { readonly end: 'unwanted'; readonly error: string }
  /** The recipient has another number from now on; `follow` sees to it that all that is owed to them has it too. */
  | { readonly end: 'moved'; readonly to: GroupId; readonly error: string }
  /** The channel refuses the message itself: sending it again would change nothing. */
  | { readonly end: 'refused'; readonly error: string }
  /** It could not be put into words, and has not been sent. */
  | { readonly end: 'unworded'; readonly error: string };

/** A channel's limits, kept from our side. Times are monotonic milliseconds. */
export interface Pace {
  /** What was sent longer ago counts against no limit. */
  readonly longestLimit: Millis;
  /** The channel never asks to wait longer than this. */
  readonly longestWait: Millis;
  /** When the next message may leave, whoever it is for. */
  freeAt(): Millis;
  /** When the next message may leave for this chat; Infinity while the answer to the last one is awaited. */
  chatFreeAt(chat: RecipientId): Millis;
  /** When the next of what nobody waits for may leave for this chat. */
  spareAt(chat: RecipientId): Millis;
  /** Such a message leaves for the chat. */
  spareLeaves(chat: RecipientId, now: Millis): void;
  /** A message leaves for the chat. */
  leaves(chat: RecipientId, now: Millis): void;
  /** The message has been answered, or given up. */
  arrived(chat: RecipientId, now: Millis): void;
  /** The chat got a message from an earlier process. Those are told in the order of their times. */
  remember(chat: RecipientId, at: Millis): void;
  /** How long `count` messages to this chat would take. */
  timeFor(chat: RecipientId, count: number, now: Millis): Millis;
  /** Nothing need be remembered of a chat whose limits are all free again. */
  forget(chat: RecipientId, now: Millis): void;
}
