import type { Millis, RecipientId } from '../lifecycle/ids';
import type { Log, LogFields } from '../observability/log';
import { delay, type BackOff, type Random } from '../process/back-off';
import type { SendResult } from './channel';

/** This many failures in a row, in more than one chat, mean that the channel is down. One chat's failures are its own trouble. */
const failuresOfAnOutage = 3;
/** If this many chats in a row get a 429 and nothing arrives in between, the overall limit was hit. */
const chatsOfAnOverallLimit = 3;
/** The overall limit never asks for more than this; single chats have been told to wait for a day. */
const longestOverall: Millis = 60_000;

/** Knows when nobody can be written to: while the channel is away, and after a 429 that was for the overall limit. */
export class Outage {
  private failures = 0;
  private isCertain = false;
  private readonly failing = new Set<RecipientId>();
  private pausedUntil: Millis = 0;
  private readonly limited = new Set<RecipientId>();

  constructor(
    private readonly title: string,
    private readonly log: Log,
    private readonly random: Random,
    /** Between attempts. */
    private readonly pauses: BackOff,
  ) {}

  /** When the next message may be sent, as a monotonic time. */
  freeAt(): Millis {
    return this.pausedUntil;
  }

  leaves(now: Millis): void {
    if (this.isAway) this.pausedUntil = now + this.pause();
  }

  /** An attempt to send to this recipient is over; `where` is how the log names the place. */
  ended(recipient: RecipientId, result: SendResult, now: Millis, where: LogFields = {}): void {
    if (result.end === 'away') return this.wasRefused(result.error, now);
    // That shows nothing: the channel may take others, or may not.
    if (result.end === 'again' && result.untilBack === true) return;
    if (result.end !== 'again' || result.onlyThem === true) return this.succeeded();
    if (result.after !== null) return this.wasLimited(recipient, result.after, now, where);
    const wasAway = this.isAway;
    this.failures += 1;
    this.failing.add(recipient);
    if (this.isAway && !wasAway) this.tell(result.error);
    if (this.isAway) this.pausedUntil = Math.max(this.pausedUntil, now + this.pause());
  }

  private get isAway(): boolean {
    return this.isCertain || (this.failures >= failuresOfAnOutage && this.failing.size > 1);
  }

  /** The channel itself was away: it takes no second recipient to know. */
  private wasRefused(error: string, now: Millis): void {
    const wasAway = this.isAway;
    if (!this.isCertain) this.failures = failuresOfAnOutage - 1;
    this.isCertain = true;
    this.failures += 1;
    if (!wasAway) this.tell(error);
    this.pausedUntil = Math.max(this.pausedUntil, now + this.pause());
  }

  private tell(error: string): void {
    this.log.warn(`${this.title} takes no messages; they wait until it does`, { details: { reason: error } });
  }

  private succeeded(): void {
    if (this.isAway) {
      this.log.info(`${this.title} takes messages again`);
      this.pausedUntil = 0;
    }
    this.failures = 0;
    this.isCertain = false;
    this.failing.clear();
    this.limited.clear();
  }

  private wasLimited(recipient: RecipientId, after: Millis, now: Millis, where: LogFields): void {
    this.limited.add(recipient);
    const overall = this.limited.size >= chatsOfAnOverallLimit && after <= longestOverall;
    if (overall) this.pausedUntil = Math.max(this.pausedUntil, now + after);
    this.log.warn(`${this.title} asks to wait`, {
      ...where,
      details: { retryAfterMs: after, everyChat: overall },
    });
  }

  private pause(): Millis {
    return delay(this.failures - failuresOfAnOutage + 1, this.pauses, this.random);
  }
}
