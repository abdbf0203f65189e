import type { GroupId, Millis, RecipientId } from '../lifecycle/ids';
import type { LogFields } from '../observability/log';
import type { BackOff } from '../process/back-off';
import type { ChannelName } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import type { Recipient, ResolvedMessage } from './resolve';

/** A way in which messages reach people. Each has a Dispatcher of its own, so that none waits for another. */
export interface Channel {
  /** Which rows of the outbox are its own. */
  readonly name: ChannelName;
  /** Its name in the log. */
  readonly title: string;
  readonly pace: Pace;
  /** While it takes no messages, one at a time is tried: the first and the longest pause between attempts. */
  readonly outagePauses: BackOff;
  /** Renders the message and sends it, or replaces the one that it edits. Never throws. */
  send(message: ResolvedMessage, signal: AbortSignal): Promise<SendResult>;
  /** How the log names the place to which messages to this recipient go. */
  logFields(recipient: Recipient): LogFields;
}

/** How an attempt to send ended, and so what has to be done about it. */
export type SendResult = SendEnd & {
  /** Further channel-specific effects, in the transaction that records the end; it may run more than once. */
  readonly follow?: (tx: Transaction) => Promise<void>;
  /** The channel takes messages again after a time in which it took none: what waits until it is back may leave. */
  readonly isBack?: boolean;
};

type SendEnd =
  /** `messageId` null: the channel did not say under which number. */
  | { readonly end: 'sent'; readonly messageId: number | null }
  /**
   * It is tried again; `after` is how long the channel told us to keep away from the recipient. `onlyThem`: it takes messages to
   * others. `untilBack`: that is not certain, and the channel's own trouble may be why, so the wait ends at the latest when it is back.
   */
  | {
      readonly end: 'again';
      readonly outcomeUnknown: boolean;
      readonly after: Millis | null;
      readonly error: string;
      readonly onlyThem?: boolean;
      readonly untilBack?: boolean;
    }
  /**
   * The channel takes no messages, to whomever: this one was not sent, and that says nothing of its recipient. `outcomeUnknown`: it may
   * have been sent all the same.
   */
  | { readonly end: 'away'; readonly error: string; readonly outcomeUnknown?: boolean }
  /** The message to be edited is no longer there. */
  | { readonly end: 'target_gone'; readonly error: string }
  /** The recipient can't be written to through this channel; until when, it knows. */
  | { readonly end: 'unreachable'; readonly error: string }
  /** The channel knows no address of the recipient's, and has sent nothing. */
  | { readonly end: 'no_address'; readonly error: string }
  /** The recipient can't be written to, and nobody has to know. */
  | { readonly end: 'unwanted'; readonly error: string }
  /** The recipient has a new ID; `follow` moves everything owed to them to it. */
  | { readonly end: 'moved'; readonly to: GroupId; readonly error: string }
  /** The channel refuses the message itself: sending it again would change nothing. */
  | { readonly end: 'refused'; readonly error: string }
  /** It could not be rendered, and has not been sent. */
  | { readonly end: 'unworded'; readonly error: string };

/** Keeps a channel's limits. Times are monotonic milliseconds. */
export interface Pace {
  /**
   * What waits when a message has to be tried again later: all of its chat, or only what keeps its order with it, where a recipient may
   * have several addresses.
   */
  readonly holdsBack: 'chat' | 'lane';
  /** Messages sent longer ago than this count against no limit. */
  readonly longestLimit: Millis;
  /** The channel never asks to wait longer than this. */
  readonly longestWait: Millis;
  /** When the next message may leave, to any chat; Infinity while the end of one under way is awaited. */
  freeAt(): Millis;
  /** When the next message may leave for this chat; Infinity while the answer to the last one is awaited. */
  chatFreeAt(chat: RecipientId): Millis;
  /** When the next low-priority message may leave for this chat. */
  spareAt(chat: RecipientId): Millis;
  /** A low-priority message leaves for the chat. */
  spareLeaves(chat: RecipientId, now: Millis): void;
  /** A message leaves for the chat. */
  leaves(chat: RecipientId, now: Millis): void;
  /** The send was answered or given up. */
  arrived(chat: RecipientId, now: Millis): void;
  /** An earlier process sent the chat a message. Call it in the order of the times. */
  remember(chat: RecipientId, at: Millis): void;
  /** How long `count` messages to this chat would take. */
  timeFor(chat: RecipientId, count: number, now: Millis): Millis;
  /** Drops what is kept about a chat if none of its limits apply any more. */
  forget(chat: RecipientId, now: Millis): void;
}
