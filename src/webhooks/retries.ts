import type { Instant, Millis } from '../lifecycle/ids';
import type { Random } from '../process/back-off';

const minute: Millis = 60_000;
const hour: Millis = 60 * minute;

/**
 * The pauses after the first failed attempt, the second, and so on: three days in all. After the last one an event is given up
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#deliverability-and-reliability).
 */
const pauses: readonly Millis[] = [
  5_000,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** How many attempts an event gets. */
export const mostAttempts = pauses.length + 1;

/** So much of a pause is added at most, by chance: what failed at the same instant doesn't all come back at the same one. */
const jitter = 0.1;

/** An endpoint may ask for less than a day; then it is tried again. */
const longestWish: Millis = 24 * hour;

/**
 * How long an event waits after so many failed attempts, counted from 1; null: it is given up. `wish` is what the endpoint has
 * asked for by `Retry-After`: no attempt comes sooner.
 */
export function pauseAfter(attempts: number, wish: Millis | null, random: Random): Millis | null {
  const pause = pauses[attempts - 1];
  if (pause === undefined) return null;
  return Math.max(pause, Math.min(wish ?? 0, longestWish)) * (1 + jitter * random());
}

/**
 * Reads `Retry-After` (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3), in seconds or as a date; null where it says
 * nothing. A date counts from the answer's own `Date`, so that it doesn't matter whose clock is wrong.
 */
export function retryAfter(value: string | undefined, date: string | undefined, now: Instant): Millis | null {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = httpDate(text);
  return at === null ? null : Math.max(0, at - (httpDate(date ?? '') ?? now));
}

function httpDate(text: string): Instant | null {
  // `Date.parse` takes a lot that is no date of HTTP; each of its three forms begins with the name of a day.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
