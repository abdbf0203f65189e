import { smsDay } from '../../contacts/sms-limits';
import type { Millis, RecipientId } from '../../lifecycle/ids';
import type { Pace } from '../../outbox/channel';
import { longestPause } from '../retry-schedule';

/** Calls to the gateway at once. */
const mostCalls = 2;

/**
 * SMS_DAILY: so many messages leave in any 24 hours, and the rest waits. A restart forgets none of them: the outbox knows what was
 * sent. What the gateway has not taken counts for nothing.
 */
export class SmsPace implements Pace {
  readonly longestLimit: Millis;
  readonly longestWait = longestPause;
  private calls = 0;
  /** When the messages of the last 24 hours left, oldest first; empty without a limit. */
  private readonly left: Millis[] = [];

  /** `daily` null: any number. */
  constructor(private readonly daily: number | null) {
    this.longestLimit = daily === null ? 0 : smsDay;
  }

  /** The gateway has taken a message, or may have. */
  sent(at: Millis): void {
    if (this.daily === null) return;
    this.left.push(at);
    while (this.left.length > this.daily) this.left.shift();
  }

  /** How long the limit keeps the next one back; 0: it does not. */
  nextIn(now: Millis): Millis {
    const place = this.daily === null ? -1 : this.left.length - this.daily;
    return place < 0 ? 0 : Math.max(0, (this.left[place] ?? now) + smsDay - now);
  }

  freeAt(): Millis {
    if (this.calls >= mostCalls) return Number.POSITIVE_INFINITY;
    if (this.daily === null) return 0;
    // Each call under way may use up one of them. What left before the one at this place no longer matters then.
    const place = this.left.length + this.calls - this.daily;
    if (place < 0) return 0;
    return (this.left[place] ?? Number.POSITIVE_INFINITY) + smsDay;
  }

  chatFreeAt(): Millis {
    return 0;
  }

  spareAt(): Millis {
    return 0;
  }

  spareLeaves(): void {
    // Nothing of the kind leaves by SMS.
  }

  leaves(): void {
    this.calls += 1;
  }

  arrived(): void {
    this.calls -= 1;
  }

  remember(_: RecipientId, at: Millis): void {
    this.sent(at);
  }

  timeFor(): Millis {
    return 0;
  }

  forget(): void {
    // Nothing is kept about a recipient.
  }
}
