import type { Instant, Millis } from '../lifecycle/ids';

/** Where time comes from. It is handed in, so that a test or the sandbox can bring a time of its own. */
export interface Clock {
  /** The wall clock, in UTC. It may jump either way. */
  now(): Instant;
  /** Milliseconds since some fixed moment; never goes back. For pacing and for measuring, not for dates. */
  monotonic(): Millis;
}

/** The machine's own clock. */
export function systemClock(): Clock {
  return { now: () => Date.now(), monotonic: () => performance.now() };
}
