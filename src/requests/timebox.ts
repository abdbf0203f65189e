import type { Clock } from '../clock';
import type { Millis } from '../lifecycle/ids';

/**
 * After this long a transaction takes nothing more on, and the rest gets the next one. So a database that takes its time
 * for each statement makes transactions smaller, never one of minutes that holds everybody up and may be lost as a whole.
 */
const longestWork: Millis = 1000;

/** From now on, tells whether a transaction should come to its end. What has been begun is finished. */
export function timebox(clock: Clock): () => boolean {
  const end = clock.monotonic() + longestWork;
  return () => clock.monotonic() >= end;
}
