import { Formats } from '../../src/web/page/formats';

const minute = 60_000;
const day = 24 * 60 * minute;

describe.each([
  ['en', '3 min', '3 minutes', '2 days', '2 days 23 hours', '7 days'],
  ['ru', '3 мин', '3 минуты', '2 дн.', '2 дня 23 часа', '7 дн.'],
])('the desk says in %s', (language, short, long, shortDays, longDays, week) => {
  const formats = new Formats(language, () => 0);

  test('how long a request has waited, the same in the list and beside it', () => {
    expect([formats.short(3.9 * minute), formats.length(3.9 * minute)]).toEqual([short, long]);
    const almostThree = 3 * day - minute;
    expect([formats.short(almostThree), formats.length(almostThree)]).toEqual([shortDays, longDays]);
  });

  test('that a request which has just come in has all of its days', () => {
    expect(formats.left(7 * day - 20_000)).toBe(week);
    expect(formats.left(7 * day - 3 * 60 * minute)).toBe(week);
    expect(formats.left(30_000)).toMatch(/^1 /);
  });
});
