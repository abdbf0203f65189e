import type { Instant } from '../../lifecycle/ids';

/**
 * When each of the last `count` days began, oldest first; the last is today. A day is what people call one: it begins at midnight
 * in the time zone of the process (`TZ`), the zone of every date in messages, and may have 23 or 25 hours.
 */
export function lastDays(now: Instant, count: number): readonly Instant[] {
  const today = new Date(now);
  const [year, month, date] = [today.getFullYear(), today.getMonth(), today.getDate()];
  return Array.from({ length: count }, (_, n) => new Date(year, month, date - (count - 1) + n).getTime());
}

/** When this week began: at midnight before its Monday (ISO 8601), in the same time zone. */
export function beginningOfWeek(now: Instant): Instant {
  const today = new Date(now);
  const sinceMonday = (today.getDay() + 6) % 7;
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - sinceMonday).getTime();
}

/** Whether an instant is on a Monday, in the same time zone. */
export const isOnMonday = (at: Instant): boolean => new Date(at).getDay() === 1;

/** The day of the month of an instant, in the same time zone. */
export const dayOfMonth = (at: Instant): number => new Date(at).getDate();
