import type { Update } from 'telegraf/types';
import { FloodGate } from '../../src/bot/flood';
import { personId } from '../../src/lifecycle/ids';

const anna = personId(11);
const dora = personId(12);
let gate: FloodGate;
beforeEach(() => (gate = new FloodGate(2, 60_000)));

let lastUpdate = 0;
function newUpdate(): Update {
  lastUpdate += 1;
  const chat = { id: 11, type: 'private', first_name: 'Anna' } as const;
  const from = { id: 11, is_bot: false, first_name: 'Anna' };
  return { update_id: lastUpdate, message: { message_id: lastUpdate, date: 0, chat, from, text: 'hi' } };
}
const judged = (at: number, sender = anna) => gate.judge(newUpdate(), sender, at);

test('a sender above the limit is told once, then ignored until the window has passed', () => {
  expect([0, 1, 2, 3, 59_999].map((at) => judged(at))).toEqual(['handle', 'handle', 'tell', 'ignore', 'ignore']);
  expect([60_000, 60_001, 60_002].map((at) => judged(at))).toEqual(['handle', 'handle', 'tell']);
});

test('a sender above the limit affects nobody else', () => {
  for (let n = 0; n < 10; n += 1) judged(0);
  expect(judged(0, dora)).toBe('handle');
});

test('an update that is handled again counts once', () => {
  const update = newUpdate();
  for (let n = 0; n < 10; n += 1) expect(gate.judge(update, anna, 0)).toBe('handle');
  expect(judged(0)).toBe('handle');
});

test('a clock that is set back makes nobody wait longer', () => {
  for (let n = 0; n < 4; n += 1) judged(1_000_000);
  expect(judged(0)).toBe('handle');
});
