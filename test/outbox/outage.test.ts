import { outagePauses } from '../../src/channels/retry-schedule';
import { personId } from '../../src/lifecycle/ids';
import type { Log } from '../../src/observability/log';
import { Outage } from '../../src/outbox/outage';
import type { SendResult } from '../../src/outbox/channel';

const [anna, boris, clara] = [personId(1), personId(2), personId(3)];
const silent: Log = { error() {}, warn() {}, info() {}, debug() {}, child: () => silent };
const hung: SendResult = { end: 'again', outcomeUnknown: true, after: null, error: 'there was no answer in time' };
const sent: SendResult = { end: 'sent', messageId: 1 };
const limited = (after: number): SendResult => ({ end: 'again', outcomeUnknown: false, after, error: '429' });

test('failures in several chats mean that Telegram is down: one message at a time is tried, until one arrives', () => {
  const outage = new Outage('Telegram', silent, () => 0, { min: 250, max: 4000 });
  for (const chat of [anna, boris, clara]) outage.ended(chat, hung, 1000);
  expect(outage.freeAt()).toBe(1250);
  outage.leaves(1250);
  expect(outage.freeAt()).toBe(1500);
  outage.ended(anna, sent, 1600);
  expect(outage.freeAt()).toBe(0);
});

test('a channel that is away for certain pauses everything at the first failure, for longer each time, and 50 s at most', () => {
  const outage = new Outage('Mail', silent, () => 0, outagePauses);
  const pausesOf = (away: SendResult): readonly number[] => {
    const pauses: number[] = [];
    for (let now = 0, n = 0; n < 10; n += 1) {
      outage.ended(anna, away, now);
      pauses.push((outage.freeAt() - now) / 1000);
      now = outage.freeAt();
    }
    outage.ended(anna, sent, 0);
    return pauses;
  };
  const refused = { end: 'away', error: 'AUTH: 535' } as const;
  // Mail has to leave again within 75 s of the end of an outage, and an attempt that had begun before may take 20 s to fail.
  expect(pausesOf(refused)).toEqual([5, 10, 20, 40, 50, 50, 50, 50, 50, 50]);
  outage.ended(anna, refused, 0);
  const later = { end: 'again', outcomeUnknown: false, after: 60_000, error: '450', onlyThem: true } as const;
  outage.ended(boris, { ...later, untilBack: true }, 0);
  // What may be the channel's own trouble doesn't show that it is over.
  expect(outage.freeAt()).toBe(5_000);
  outage.ended(boris, later, 0);
  expect(outage.freeAt()).toBe(0);
});

test('however many recipients are put off by themselves, nobody else waits', () => {
  const outage = new Outage('Mail', silent, () => 0, { min: 5_000, max: 900_000 });
  const greylisted: SendResult = { end: 'again', outcomeUnknown: false, after: 60_000, error: '450', onlyThem: true };
  for (const recipient of [anna, boris, clara]) outage.ended(recipient, greylisted, 0);
  expect(outage.freeAt()).toBe(0);
});

test('a chat that keeps failing delays no other', () => {
  const outage = new Outage('Telegram', silent, () => 0, { min: 250, max: 4000 });
  for (let n = 0; n < 100; n += 1) {
    outage.leaves(n * 1000);
    outage.ended(anna, hung, n * 1000);
  }
  expect(outage.freeAt()).toBe(0);
});

test('the delay between two attempts grows to 4 s and no further', () => {
  const outage = new Outage('Telegram', silent, () => 0, { min: 250, max: 4000 });
  for (let n = 0; n < 50; n += 1) outage.ended(n % 2 === 0 ? anna : boris, hung, 0);
  expect(outage.freeAt()).toBe(4000);
});

test('three chats in a row with a 429 mean the overall limit, unless the wait is longer than that ever is', () => {
  const outage = new Outage('Telegram', silent, () => 0, { min: 250, max: 4000 });
  for (const chat of [anna, boris]) outage.ended(chat, limited(5000), 0);
  expect(outage.freeAt()).toBe(0);
  outage.ended(clara, limited(5000), 0);
  expect(outage.freeAt()).toBe(5000);
  const single = new Outage('Telegram', silent, () => 0, { min: 250, max: 4000 });
  for (const chat of [anna, boris, clara]) single.ended(chat, limited(73_414_000), 0);
  expect(single.freeAt()).toBe(0);
});
