import type { Clock } from '../process/clock';
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

const firstPart = 8;

/**
 * Does `job` for the items, part by part, until all are done or the time is over; the first part in any case. A part has
 * twice as many items as the one before, so many that are cheap take few statements. Gives what came of those done.
 */
export async function inGrowingParts<T, R>(
  items: readonly T[],
  isOver: () => boolean,
  job: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<{ readonly done: number; readonly results: readonly R[] }> {
  const results: R[] = [];
  let done = 0;
  for (let length = firstPart; done < items.length && (done === 0 || !isOver()); length *= 2) {
    const part = items.slice(done, done + length);
    results.push(...(await job(part)));
    done += part.length;
  }
  return { done, results };
}
