import { BotClock } from '../../src/web/page/clock';

const noon = Date.UTC(2026, 10, 30, 12);

test.each([
  ['is right', 0, 0],
  ['is right, with a slow answer', 3_400, 0],
  ['is behind', -14 * 86_400_000, -14 * 86_400_000],
  ['is ahead', 3_600_000, 3_600_000],
])('the desk counts by the bot’s time where a browser’s clock %s', (_, off, taken) => {
  const clock = new BotClock(() => noon + off);
  expect(clock.now()).toBe(noon + off);
  clock.heard(null);
  clock.heard('tomorrow');
  expect(clock.now()).toBe(noon + off);
  clock.heard(new Date(noon).toUTCString());
  expect(clock.now()).toBe(noon + off - taken);
});
