import type { Millis } from '../lifecycle/ids';
import type { Clock } from '../process/clock';

const most = 30;
const within: Millis = 60_000;

/**
 * Counts wrong logins, all together: where they come from can't be trusted behind a proxy. Whoever has a session, or signs in
 * rightly, has nothing to do with it.
 */
export class Attempts {
  private left = most;
  private since: Millis = 0;

  constructor(private readonly clock: Clock) {}

  /** Somebody has failed to sign in. Returns in how many seconds they may try again; 0: at once. */
  failed(): number {
    const now = this.clock.monotonic();
    this.left = Math.min(most, this.left + ((now - this.since) / within) * most);
    this.since = now;
    if (this.left < 1) return Math.max(1, Math.ceil(((1 - this.left) * within) / most / 1000));
    this.left -= 1;
    return 0;
  }
}
