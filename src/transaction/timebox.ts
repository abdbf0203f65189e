import type { Clock } from '../process/clock';
import type { Millis } from '../lifecycle/ids';

/**
 * After this long a transaction starts nothing more, and the rest is left to the next one. So a slow database makes transactions
 * smaller, instead of one that takes minutes, holds everybody up and may be lost as a whole.
 */
const longestWork: Millis = 1000;

/** Returns a function that says whether the transaction should end. What was started is finished. */
export function timebox(clock: Clock): () => boolean {
  const end = clock.monotonic() + longestWork;
  return () => clock.monotonic() >= end;
}

const firstPart = 8;

/**
 * Does `job` for the items, part by part, until all are done or the time is up; at least the first part. Each part has twice as
 * many items as the one before, so many cheap ones need few statements. Returns the results.
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
