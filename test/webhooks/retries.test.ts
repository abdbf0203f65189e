import { mostAttempts, pauseAfter, retryAfter } from '../../src/webhooks/retries';

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 2, 1, 12);
const earliest = (): number => 0;
const latest = (): number => 1 - Number.EPSILON;

test('the pauses between attempts are those of Standard Webhooks, up to a tenth longer, and then there is none', () => {
  const attempts = Array.from({ length: mostAttempts }, (_, n) => n + 1);
  const pauses = attempts.map((attempt) => pauseAfter(attempt, null, earliest));
  const expected = [5_000, 5 * minute, 30 * minute, ...[2, 5, 10, 14, 20, 24].map((each) => each * hour)];
  expect(pauses).toEqual([...expected, null]);
  for (const [n, pause] of expected.entries()) {
    expect(pauseAfter(n + 1, null, latest)).toBeLessThanOrEqual(1.1 * pause);
    expect(pauseAfter(n + 1, null, latest)).toBeGreaterThan(1.09 * pause);
  }
});

test('Retry-After makes a pause longer, up to a day, and never shorter', () => {
  expect(pauseAfter(1, 60_000, earliest)).toBe(60_000);
  expect(pauseAfter(2, 1_000, earliest)).toBe(5 * minute);
  expect(pauseAfter(1, 1e18, earliest)).toBe(24 * hour);
  expect(pauseAfter(mostAttempts, 60_000, earliest)).toBe(null);
});

test('Retry-After is read in seconds and as a date, which counts from the date of the answer', () => {
  const inAnHour = new Date(noon + hour).toUTCString();
  expect(retryAfter('120', undefined, noon)).toBe(120_000);
  expect(retryAfter(' 0 ', undefined, noon)).toBe(0);
  expect(retryAfter(inAnHour, undefined, noon)).toBe(hour);
  expect(retryAfter(inAnHour, new Date(noon - hour).toUTCString(), noon + 9 * hour)).toBe(2 * hour);
  expect(retryAfter(new Date(noon - hour).toUTCString(), undefined, noon)).toBe(0);
  for (const garbage of ['soon', '-5', '1.5', '', 'Sunday', '{"a":1}']) {
    expect(retryAfter(garbage, undefined, noon)).toBe(null);
  }
  expect(retryAfter(undefined, undefined, noon)).toBe(null);
  expect(retryAfter('9'.repeat(400), undefined, noon)).toBe(Infinity);
});
