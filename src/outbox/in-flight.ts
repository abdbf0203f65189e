import type { Clock } from '../process/clock';
import type { RecipientId, Millis } from '../lifecycle/ids';
import type { NewOwed } from '../store/queries/outbox';
import type { Outage } from './outage';
import type { Pace } from './channel';

/** The most messages under way at once. */
export const mostInFlight = 200;

/** The messages being sent, and whether one more may be. */
export class InFlight {
  private messages = 0;
  private allEnded: (() => void) | null = null;

  /** `wakeAt` schedules another look for when the limits of a chat, or the overall limit, allow it. */
  constructor(
    private readonly clock: Clock,
    private readonly pace: Pace,
    private readonly outage: Outage,
    private readonly wakeAt: (time: Millis, whom: RecipientId | 'all') => void,
  ) {}

  get count(): number {
    return this.messages;
  }

  /** Whether any message may be sent; if not for a while, schedules a wake-up. */
  hasRoom(): boolean {
    if (this.messages >= mostInFlight) return false;
    const freeAt = this.freeAt();
    if (freeAt <= this.clock.monotonic()) return true;
    // Where it is not, the end of a send is what is waited for.
    if (freeAt < Number.POSITIVE_INFINITY) this.wakeAt(freeAt, 'all');
    return false;
  }

  /** Whether a message may be sent to the chat. */
  hasRoomFor(chat: RecipientId): boolean {
    return (
      this.messages < mostInFlight && Math.max(this.freeAt(), this.pace.chatFreeAt(chat)) <= this.clock.monotonic()
    );
  }

  /** The message counts as under way until it has come to its `end`. */
  begin({ recipientId }: NewOwed): void {
    const now = this.clock.monotonic();
    this.pace.leaves(recipientId, now);
    this.outage.leaves(now);
    this.messages += 1;
  }

  /** The message has been answered, or was not sent after all. */
  end({ recipientId }: NewOwed): void {
    const now = this.clock.monotonic();
    this.pace.arrived(recipientId, now);
    this.messages -= 1;
    const freeAt = this.pace.chatFreeAt(recipientId);
    if (freeAt > now) this.wakeAt(freeAt, recipientId);
    if (this.messages === 0) this.allEnded?.();
  }

  /** Resolves when nothing is under way. */
  async over(): Promise<void> {
    if (this.messages > 0) await new Promise<void>((resolve) => (this.allEnded = resolve));
  }

  private freeAt(): Millis {
    return Math.max(this.pace.freeAt(), this.outage.freeAt());
  }
}
