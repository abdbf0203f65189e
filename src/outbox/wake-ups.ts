import type { Clock } from '../process/clock';
import type { RecipientId, Millis } from '../lifecycle/ids';

/** setTimeout waits no longer than 2^31 ms; after that the time is looked at again. */
const longestTimer: Millis = 2_000_000_000;

/** Times at which something may leave again: for one chat, or for all. Of each there is one, the latest that was asked for. */
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

  /** Nobody is woken any more. */
  stop(): void {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
  }
}
