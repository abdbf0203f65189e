import { delay, type BackOff, type Random } from '../../src/process/back-off';

const limits: readonly BackOff[] = [
  { min: 100, max: 3000 },
  { min: 250, max: 1000 },
  { min: 500, max: 5000 },
  { min: 1000, max: 60_000, jitter: 0.1 },
  { min: 7, max: 7, jitter: 1 },
];
const attempts = [1, 2, 3, 4, 5, 6, 7, 10, 33, 1025, 1_000_000];
const most = 1 - 2 ** -53;
const chances = [0, 0.001, 0.25, 0.5, 0.75, 0.999, most];

/** The same numbers in each run: a small linear congruential generator. */
function seeded(seed: number): Random {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

const every = <T>(check: (limits: BackOff, attempt: number, chance: number) => T): readonly T[] =>
  limits.flatMap((each) => attempts.flatMap((attempt) => chances.map((chance) => check(each, attempt, chance))));

test('no pause is longer than the maximum, nor than the one without chance', () => {
  every((each, attempt, chance) => {
    const pause = delay(attempt, each, () => chance);
    expect(pause).toBeLessThanOrEqual(each.max);
    expect(pause).toBeLessThanOrEqual(delay(attempt, each, () => 0));
  });
});

test('a pause keeps the share that is not left to chance', () => {
  every((each, attempt, chance) => {
    const kept = 1 - (each.jitter ?? 0.5);
    expect(delay(attempt, each, () => chance)).toBeGreaterThanOrEqual(delay(attempt, each, () => 0) * kept);
  });
});

test('the longest pause doubles from the minimum to the maximum, and stays there', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7].map((attempt) => delay(attempt, { min: 100, max: 3000 }, () => 0));
  expect(pauses).toEqual([100, 200, 400, 800, 1600, 3000, 3000]);
  expect(delay(Number.MAX_SAFE_INTEGER, { min: 100, max: 3000 }, () => 0)).toBe(3000);
});

test('with the same luck, a later pause is never shorter', () => {
  for (const each of limits) {
    for (const chance of chances) {
      const pauses = attempts.map((attempt) => delay(attempt, each, () => chance));
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    }
  }
});

test('pauses of the same attempt are spread over all of the share that is left to chance', () => {
  const random = seeded(20_261_126);
  const pauses = Array.from({ length: 1000 }, () => delay(3, { min: 100, max: 3000 }, random));
  const quarters = [200, 250, 300, 350].map((from) => pauses.filter((p) => p > from && p <= from + 50).length);
  expect(quarters.reduce((sum, count) => sum + count, 0)).toBe(1000);
  for (const count of quarters) expect(count).toBeGreaterThan(150);
});
