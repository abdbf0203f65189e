import type { Instant, Millis } from '../lifecycle/ids';

/** Where the time comes from. It is passed in, so that tests and the sandbox can use another. */
export interface Clock {
  /** The wall clock, in UTC. May jump in either direction. */
  now(): Instant;
  /** Milliseconds since a fixed moment; never goes back. For pacing and measuring, not for dates. */
  monotonic(): Millis;
}

/** The machine's own clock. */
export function systemClock(): Clock {
  return { now: () => Date.now(), monotonic: () => performance.now() };
}
