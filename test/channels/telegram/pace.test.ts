import fc from 'fast-check';
import { recipientId, type RecipientId } from '../../../src/lifecycle/ids';
import { TelegramPace } from '../../../src/channels/telegram/pace';

const anna = recipientId(7_000_000_001);
const group = recipientId(-1_000_000_000_001);

/** Sends `count` messages as early as the pace allows, each answered after its latency, and gives when they left. */
function sendAll(
  pace: TelegramPace,
  chat: RecipientId,
  latencies: readonly number[],
): { left: number; arrived: number }[] {
  let now = 0;
  return latencies.map((latency) => {
    const left = Math.max(now, pace.freeAt(), pace.chatFreeAt(chat));
    pace.leaves(chat, left);
    now = left + latency;
    pace.arrived(chat, now);
    return { left, arrived: now };
  });
}
const latency = fc.integer({ min: 0, max: 3000 });

test('a chat gets a message a second, counted from the answer to the one before', () => {
  fc.assert(
    fc.property(fc.array(latency, { maxLength: 20 }), (latencies) => {
      const sent = sendAll(new TelegramPace(28), anna, latencies);
      sent.slice(1).forEach(({ left }, n) => expect(left - (sent[n]?.arrived ?? 0)).toBeGreaterThanOrEqual(1000));
    }),
  );
});

test('a chat is not free while the answer to its last message is awaited', () => {
  const pace = new TelegramPace(28);
  pace.leaves(anna, 0);
  expect(pace.chatFreeAt(anna)).toBe(Infinity);
  pace.arrived(anna, 300);
  expect(pace.chatFreeAt(anna)).toBe(1300);
});

test('a group gets no more than 20 messages in any minute', () => {
  fc.assert(
    fc.property(fc.array(latency, { minLength: 21, maxLength: 70 }), (latencies) => {
      const sent = sendAll(new TelegramPace(28), group, latencies);
      sent.slice(20).forEach(({ left }, n) => expect(left - (sent[n]?.left ?? 0)).toBeGreaterThanOrEqual(60_000));
    }),
    { numRuns: 30 },
  );
});

test('whenever Telegram takes what is under way, it never sees more than the rate in a second', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.2, max: 40, noNaN: true }), fc.array(fc.nat(900)), (rate, latencies) => {
      const pace = new TelegramPace(rate);
      const atOnce = Math.max(1, Math.floor(rate));
      const window = (1000 * atOnce) / rate;
      let now = 0;
      let onTheWay: { chat: RecipientId; arrives: number }[] = [];
      const taken: number[] = [];
      const land = (until: number): void => {
        for (const { chat, arrives } of onTheWay.sort((a, b) => a.arrives - b.arrives)) {
          if (arrives > until) continue;
          pace.arrived(chat, arrives);
          taken.push(arrives);
        }
        onTheWay = onTheWay.filter(({ arrives }) => arrives > until);
      };
      latencies.forEach((latency, n) => {
        while (pace.freeAt() > now) {
          now = Math.min(pace.freeAt(), ...onTheWay.map(({ arrives }) => arrives));
          land(now);
        }
        const chat = recipientId(n + 1);
        pace.leaves(chat, now);
        const mayCountNow = taken.filter((at) => at + window > now + 1e-6).length + onTheWay.length + 1;
        expect(mayCountNow).toBeLessThanOrEqual(atOnce);
        onTheWay.push({ chat, arrives: now + latency });
      });
    }),
  );
});

test('messages that hang hold up the others for no longer than a second or two', () => {
  const pace = new TelegramPace(28);
  for (let n = 1; n <= 28; n += 1) pace.leaves(recipientId(n), 0);
  expect(pace.freeAt()).toBe(2000);
});

test('how long messages to a chat would take is what they then take', () => {
  fc.assert(
    fc.property(fc.constantFrom(anna, group), fc.integer({ min: 1, max: 90 }), (chat, count) => {
      const pace = new TelegramPace(1000);
      const foretold = pace.timeFor(chat, count, 0);
      const last = sendAll(pace, chat, Array<number>(count).fill(0)).at(-1);
      expect(Math.abs(foretold - (last?.left ?? 0))).toBeLessThanOrEqual(1000);
    }),
  );
});

test('without a rate nothing ever waits', () => {
  const pace = new TelegramPace(null);
  for (let n = 0; n < 100; n += 1) pace.leaves(group, 0);
  expect([pace.freeAt(), pace.chatFreeAt(group), pace.timeFor(group, 1000, 0)]).toEqual([0, 0, 0]);
});

test('a chat is forgotten only when its limits are free again', () => {
  const pace = new TelegramPace(28);
  pace.leaves(anna, 0);
  pace.arrived(anna, 100);
  pace.forget(anna, 900);
  expect(pace.chatFreeAt(anna)).toBe(1100);
  pace.forget(anna, 1100);
  expect(pace.chatFreeAt(anna)).toBe(0);
});
