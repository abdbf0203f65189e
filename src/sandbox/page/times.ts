const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const exactTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dateAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const exact = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

// Formats of an instant (ms since 1970) in the browser's time zone.

/** 14:05 */
export const timeOf = (instant: number): string => time.format(instant);
/** 14:05:09 */
export const exactTimeOf = (instant: number): string => exactTime.format(instant);
/** 30 Nov, 14:05 */
export const shortDateOf = (instant: number): string => dateAndTime.format(instant);
/** Mon, 30 Nov 2026, 14:05:09 */
export const exactly = (instant: number): string => exact.format(instant);

/** A duration in its two largest units: 6 days 23 hours. Empty below a minute. */
export function lengthOf(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => counted(count, unit))
    .join(' ');
}

/** 1 message, 2 messages */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
