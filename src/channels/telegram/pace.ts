import { isGroup, type Millis, type RecipientId } from '../../lifecycle/ids';
import type { Pace } from '../../outbox/channel';
import { longestWait } from './answer';

/**
 * Telegram's limits, kept from our side (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this):
 * a message a second in a chat, 20 a minute in a group, and `rate` a second overall. An edit counts like a message.
 * Times are monotonic milliseconds. A second counts from the answer to a message, not from its leaving, so that whatever
 * the network does to two messages, Telegram sees them a second apart.
 */
export class TelegramPace implements Pace {
  readonly holdsBack = 'chat';
  readonly longestLimit = groupLimit.window;
  readonly longestWait = longestWait;
  private readonly chats = new Map<RecipientId, ChatPace>();
  /** The messages that count against the rate, at most as many as may leave in `window`. */
  private counted: Counted[] = [];
  private readonly size: number;
  private readonly window: Millis;

  /** `rate` is in messages a second; null: no limit of our own, to any chat. */
  constructor(private readonly rate: number | null) {
    this.size = Math.max(1, Math.floor(rate ?? 1));
    this.window = (1000 * this.size) / (rate ?? 1);
  }

  /** When the next message may leave, to any chat. */
  freeAt(): Millis {
    if (this.rate === null || this.counted.length < this.size) return 0;
    return Math.min(...this.counted.map(({ from }) => from)) + this.window;
  }

  /** When the next message may leave for this chat; Infinity while the answer to the last one is awaited. */
  chatFreeAt(chat: RecipientId): Millis {
    return this.chats.get(chat)?.freeAt() ?? 0;
  }

  /**
   * When the next low-priority message may leave for this chat. These are spaced far apart and leave part of a group's limit
   * to all others.
   */
  spareAt(chat: RecipientId): Millis {
    return this.chats.get(chat)?.spareAt() ?? 0;
  }

  /** A low-priority message leaves for the chat. */
  spareLeaves(chat: RecipientId, now: Millis): void {
    if (this.rate !== null) this.paceOf(chat).spareLeaves(now);
  }

  /** A message leaves for the chat. */
  leaves(chat: RecipientId, now: Millis): void {
    if (this.rate === null) return;
    const message = { from: now + longestWay };
    this.counted = [...this.counted.filter(({ from }) => from + this.window > now), message];
    this.paceOf(chat).leaves(now, message);
  }

  /** The send was answered or given up. */
  arrived(chat: RecipientId, now: Millis): void {
    if (this.rate !== null) this.paceOf(chat).arrived(now);
  }

  /** An earlier process sent the chat a message. Call it in the order of the times. */
  remember(chat: RecipientId, at: Millis): void {
    this.leaves(chat, at);
    this.arrived(chat, at);
  }

  /** How long `count` messages to this chat would take. */
  timeFor(chat: RecipientId, count: number, now: Millis): Millis {
    if (this.rate === null) return 0;
    return this.paceOf(chat).timeFor(count, now);
  }

  /** Drops what is kept about a chat if none of its limits apply any more. */
  forget(chat: RecipientId, now: Millis): void {
    if (this.chats.get(chat)?.isIdle(now) === true) this.chats.delete(chat);
  }

  private paceOf(chat: RecipientId): ChatPace {
    let pace = this.chats.get(chat);
    if (pace === undefined) {
      pace = new ChatPace(isGroup(chat) ? groupLimit : null);
      this.chats.set(chat, pace);
    }
    return pace;
  }
}

/** A message counts for the window that begins when Telegram has it: then at the latest. */
interface Counted {
  from: Millis;
}

/** A message that hangs is not waited for longer than this: its place goes to another chat's. */
const longestWay: Millis = 1000;
const spacing: Millis = 1000;
/** Half a second more than a minute, to allow for network delays. */
const groupLimit = { messages: 20, window: 60_500 } as const;
/** Low-priority messages leave this far apart, and keep this many messages of a group's limit free. */
const spareSpacing: Millis = 10_000;
const leftFree = 5;

class ChatPace {
  private underWay = 0;
  private lastArrived = Number.NEGATIVE_INFINITY;
  private lastSpare = Number.NEGATIVE_INFINITY;
  private last: Counted = { from: Number.NEGATIVE_INFINITY };
  private readonly left: Millis[] = [];

  constructor(private readonly limit: typeof groupLimit | null) {}

  freeAt(): Millis {
    if (this.underWay > 0) return Number.POSITIVE_INFINITY;
    return Math.max(this.lastArrived + spacing, this.windowFreeAt());
  }

  spareAt(): Millis {
    return Math.max(this.lastSpare + spareSpacing, this.windowFreeAt(leftFree));
  }

  spareLeaves(now: Millis): void {
    this.lastSpare = now;
  }

  leaves(now: Millis, message: Counted): void {
    this.underWay += 1;
    this.last = message;
    if (this.limit === null) return;
    this.left.push(now);
    if (this.left.length > this.limit.messages) this.left.shift();
  }

  arrived(now: Millis): void {
    this.underWay -= 1;
    this.lastArrived = now;
    this.last.from = Math.min(this.last.from, now);
  }

  timeFor(count: number, now: Millis): Millis {
    if (this.limit === null) return count * spacing;
    const { messages, window } = this.limit;
    const recent = this.left.filter((at) => at > now - window).length;
    const waits = Math.floor((recent + count - 1) / messages);
    return count * spacing + waits * (window - messages * spacing);
  }

  isIdle(now: Millis): boolean {
    const window = this.limit?.window ?? spacing;
    return this.underWay === 0 && this.lastArrived + window <= now && this.lastSpare + spareSpacing <= now;
  }

  /** When there is room in the window for a message and for `more`. */
  private windowFreeAt(more = 0): Millis {
    if (this.limit === null) return 0;
    const last = this.left[this.left.length - (this.limit.messages - more)];
    return last === undefined ? 0 : last + this.limit.window;
  }
}
