import type { Millis } from '../lifecycle/ids';

/** Where chance comes from: a number from 0 up to, but not, 1, as `Math.random` gives it. */
export type Random = () => number;

/** How the pauses between attempts grow. */
export interface BackOff {
  /** The longest pause after the first failure. */
  readonly min: Millis;
  /** No pause is longer. */
  readonly max: Millis;
  /** The share of a pause that is left to chance, from 0 to 1; half of it where it is not given. */
  readonly jitter?: number;
}

/**
 * How long to wait after the `attempt`th failure in a row, counted from 1: twice as long each time, from `min` to `max`, less
 * some of its jitter. Half of it left to chance is "equal jitter"
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/): those that failed at the same instant don't all
 * come back at the same one. Chance only shortens a pause, so `max` bounds how late an end of the trouble is noticed.
 */
export function delay(attempt: number, { min, max, jitter = 0.5 }: BackOff, random: Random): Millis {
  const longest = Math.min(max, min * 2 ** (attempt - 1));
  return longest * (1 - jitter * random());
}
