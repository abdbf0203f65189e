import type { DoubleClock } from './clock';
import type { Call } from './call-log';

/** Telegram's limits: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const overall = { calls: 30, per: 1_000 };
const group = { calls: 20, per: 60_000 };
const privateChat = { burst: 3, perSecond: 1 };
/** Not documented; about what bots report. */
const newLinks = { calls: 20, per: 60_000 };

/**
 * The time a call may take to arrive. A call that was sent before the bot can have read a 429 doesn't break its `retry_after`.
 */
const onTheWire = 100;

const counted = new Set(['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText', 'editMessageReplyMarkup']);

/**
 * Calls about the members of a chat. Telegram's limits for them are unpublished, so only new links lead to a 429 by themselves, but
 * one that came is to be obeyed.
 */
const aboutMembers = new Set<string>([
  'getChatMember',
  'createChatInviteLink',
  'editChatInviteLink',
  'approveChatJoinRequest',
  'declineChatJoinRequest',
  'banChatMember',
  'unbanChatMember',
]);

/** A period in which Telegram accepts no calls, for one chat or for all. */
interface RetryAfterWindow {
  readonly knownFrom: number;
  readonly until: number;
}

/** Counts messages and edits against Telegram's limits, and keeps track of each `retry_after`, its own and those of faults. */
export class Limits {
  /** Calls made during a `retry_after` that the bot knew of. */
  readonly callsInsideRetryAfter: Call[] = [];
  private readonly windows = new Map<number | 'overall', RetryAfterWindow>();
  private readonly buckets = new Map<number, { tokens: number; at: number }>();
  private readonly groups = new Map<number, Window>();
  private readonly links = new Map<number, Window>();
  private readonly all = new Window(overall.calls, overall.per);

  /** Without `enforced`, only `close` leads to a 429. */
  constructor(
    private readonly enforced: boolean,
    private readonly clock: DoubleClock,
  ) {}

  /**
   * Returns undefined and counts the call if it may pass, else the `retry_after` in seconds. Methods that neither send, edit nor are
   * about members always pass.
   */
  admit(call: Call): number | undefined {
    const chatId = Number(call.params['chat_id']);
    if (aboutMembers.has(call.method)) return this.admitAboutMembers(chatId, call);
    if (!counted.has(call.method)) return undefined;
    const closed = this.closedFor(['overall', chatId], call);
    if (closed !== undefined) return closed;
    if (!this.enforced) return undefined;
    const now = this.clock.now();
    const wait = { overall: this.all.wait(now), chat: this.chatWait(chatId, now) };
    if (wait.overall > 0) return this.close('overall', Math.ceil(wait.overall / 1000));
    if (wait.chat > 0) return this.close(chatId, Math.ceil(wait.chat / 1000));
    this.all.count(now);
    this.countInChat(chatId, now);
    return undefined;
  }

  /** Refuses calls for a chat, or messages overall, for this many seconds. Returns the seconds. */
  close(scope: number | 'overall', seconds: number): number {
    const now = this.clock.now();
    this.windows.set(scope, { knownFrom: now + onTheWire, until: now + seconds * 1000 });
    return seconds;
  }

  /** Ends every `retry_after`. */
  reopen(): void {
    this.windows.clear();
  }

  private admitAboutMembers(chatId: number, call: Call): number | undefined {
    const closed = this.closedFor([chatId], call);
    if (closed !== undefined || !this.enforced || call.method !== 'createChatInviteLink') return closed;
    const window = windowOf(this.links, chatId, newLinks);
    const wait = window.wait(this.clock.now());
    if (wait > 0) return this.close(chatId, Math.ceil(wait / 1000));
    window.count(this.clock.now());
    return undefined;
  }

  private closedFor(scopes: readonly (number | 'overall')[], call: Call): number | undefined {
    const now = this.clock.now();
    let wait = 0;
    for (const scope of scopes) {
      const window = this.windows.get(scope);
      if (window === undefined) continue;
      if (now >= window.until) {
        this.windows.delete(scope);
        continue;
      }
      if (now >= window.knownFrom) this.callsInsideRetryAfter.push(call);
      wait = Math.max(wait, window.until - now);
    }
    return wait > 0 ? Math.ceil(wait / 1000) : undefined;
  }

  private chatWait(chatId: number, now: number): number {
    if (chatId < 0) return windowOf(this.groups, chatId, group).wait(now);
    const tokens = this.tokens(chatId, now);
    return tokens >= 1 ? 0 : ((1 - tokens) / privateChat.perSecond) * 1000;
  }

  private countInChat(chatId: number, now: number): void {
    if (chatId < 0) windowOf(this.groups, chatId, group).count(now);
    else this.buckets.set(chatId, { tokens: this.tokens(chatId, now) - 1, at: now });
  }

  private tokens(chatId: number, now: number): number {
    const bucket = this.buckets.get(chatId);
    if (bucket === undefined) return privateChat.burst;
    return Math.min(privateChat.burst, bucket.tokens + ((now - bucket.at) / 1000) * privateChat.perSecond);
  }
}

function windowOf(
  windows: Map<number, Window>,
  chatId: number,
  { calls, per }: { readonly calls: number; readonly per: number },
): Window {
  let window = windows.get(chatId);
  if (window === undefined) windows.set(chatId, (window = new Window(calls, per)));
  return window;
}

/** At most `size` calls in any `length` ms. */
class Window {
  private readonly times: number[] = [];

  constructor(
    private readonly size: number,
    private readonly length: number,
  ) {}

  /** Milliseconds until the next call is allowed; 0 if it is now. */
  wait(now: number): number {
    const first = this.times.at(-this.size);
    return first === undefined ? 0 : Math.max(0, first + this.length - now);
  }

  count(now: number): void {
    this.times.push(now);
    if (this.times.length > this.size * 4) this.times.splice(0, this.times.length - this.size);
  }
}
