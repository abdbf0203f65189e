import type { Clock } from '../process/clock';
import type { RecipientId, Millis } from '../lifecycle/ids';

/** setTimeout's limit is 2^31 ms; a longer wait is continued. */
const longestTimer: Millis = 2_000_000_000;

/** Timers for when something may be sent again: one per chat, and one for all. A later time replaces an earlier one. */
export class WakeUps {
  private readonly timers = new Map<RecipientId | 'all', NodeJS.Timeout>();
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly wake: (whom: RecipientId | 'all') => void,
  ) {}

  /** `time` is monotonic. */
  at(time: Millis, whom: RecipientId | 'all'): void {
    if (this.stopped) return;
    clearTimeout(this.timers.get(whom));
    const delay = Math.min(longestTimer, Math.max(0, Math.ceil(time - this.clock.monotonic())));
    const timer = setTimeout(() => {
      this.timers.delete(whom);
      this.wake(whom);
    }, delay);
    this.timers.set(whom, timer);
  }

  /** Cancels all timers. */
  stop(): void {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
  }
}
