import { smsDay } from '../../contacts/sms-limits';
import type { Millis, RecipientId } from '../../lifecycle/ids';
import { ConcurrencyPace } from '../concurrency-pace';

/** Calls to the gateway at once. */
const mostCalls = 2;

/**
 * SMS_DAILY: so many messages leave in any 24 hours, and the rest waits. A restart forgets none of them: the outbox knows what was
 * sent. What the gateway has not taken counts for nothing.
 */
export class SmsPace extends ConcurrencyPace {
  override readonly longestLimit: Millis;
  /** When the messages of the last 24 hours left, oldest first; empty without a limit. */
  private readonly left: Millis[] = [];

  /** `daily` null: any number. */
  constructor(private readonly daily: number | null) {
    super(mostCalls);
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

  override freeAt(): Millis {
    const freeAt = super.freeAt();
    if (freeAt > 0 || this.daily === null) return freeAt;
    // Each call under way may use up one of them. What left before the one at this place no longer matters then.
    const place = this.left.length + this.underWay - this.daily;
    if (place < 0) return 0;
    return (this.left[place] ?? Number.POSITIVE_INFINITY) + smsDay;
  }

  override remember(_: RecipientId, at: Millis): void {
    this.sent(at);
  }
}
