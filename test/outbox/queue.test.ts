import fc from 'fast-check';
import { recipientId, requestId, type RecipientId } from '../../src/lifecycle/ids';
import { ConcurrencyPace } from '../../src/channels/concurrency-pace';
import { TelegramPace } from '../../src/channels/telegram/pace';
import { Queue } from '../../src/outbox/queue';
import type { Owed, Priority } from '../../src/store/queries/outbox';

const anna = recipientId(11);
const boris = recipientId(12);
const admin = recipientId(13);
const isAdminChat = (chat: RecipientId): boolean => chat === admin;

let lastId = 0;
beforeEach(() => (lastId = 0));

/** An owed message; a card of `request`, if that is given. */
function owed(
  to: RecipientId,
  about: { readonly priority?: Priority; readonly request?: number; readonly fresh?: boolean } = {},
): Owed {
  lastId += 1;
  const { priority = 1, request = null, fresh = false } = about;
  const id = request === null ? null : requestId(request);
  return {
    id: lastId,
    channel: 'telegram',
    recipientId: to,
    notice: id === null ? { kind: 'question_dropped' } : { kind: 'card', requestId: id, fresh },
    priority,
    requestId: id,
    botMessageId: null,
    replyTo: null,
    editMessageId: null,
    threadId: null,
    attempts: 0,
    unknownOutcomes: 0,
    notBefore: null,
    toldToWaitAt: null,
    createdAt: 0,
  };
}

const unpaced = () => new Queue(new TelegramPace(null), () => {}, isAdminChat);
const queueOf = (...rows: readonly Owed[]): Queue => {
  const queue = unpaced();
  for (const row of rows) queue.add(row);
  return queue;
};
const takeAll = (queue: Queue, now = 0): number[] => {
  const ids: number[] = [];
  for (let row = queue.take(now); row !== null; row = queue.take(now)) ids.push(row.id);
  return ids;
};

describe('a message that is about to be owed leaves without waiting', () => {
  const leaves = (queue: Queue, row: Owed, now = 0): boolean => queue.unhindered([row], 10_000, now).includes(row);
  const underWay = (row: Owed): Queue => {
    const queue = unpaced();
    queue.begin(row);
    return queue;
  };

  test('while what its chat got before is not settled yet, unless it has to follow that', () => {
    const queue = underWay(owed(admin, { request: 1, fresh: true }));
    expect(leaves(queue, owed(admin, { request: 2, fresh: true }))).toBe(true);
    expect(leaves(queue, owed(admin, { request: 1 }))).toBe(false);
  });

  test('not where something waits for its chat, in whatever lane', () => {
    const card = owed(admin, { request: 1 });
    const queue = underWay(card);
    queue.add(owed(admin, { request: 1 }));
    expect(leaves(queue, owed(admin, { request: 2 }))).toBe(false);
  });

  test('not while its chat is to be left alone', () => {
    const queue = underWay(owed(admin, { request: 1 }));
    queue.block(owed(admin), 500);
    expect(leaves(queue, owed(admin, { request: 2 }), 499)).toBe(false);
    expect(leaves(queue, owed(admin, { request: 2 }), 500)).toBe(true);
  });
});

test('a message that the channel did not take comes after all that waits, however urgent it is and however much waits for others', () => {
  const queue = unpaced();
  const [vera, emma] = [recipientId(14), recipientId(15)];
  const urgent = [owed(vera, { priority: 0 }), owed(emma, { priority: 0 })];
  const many = Array.from({ length: 5 }, () => owed(anna));
  for (const row of [...urgent, ...many]) queue.add(row);
  const tried: (number | undefined)[] = [];
  for (let n = 0; n < 6; n += 1) {
    const row = queue.take(0);
    tried.push(row?.id);
    if (row !== null) queue.putLast(row);
  }
  // Two that are never taken would otherwise be tried in turns for ever.
  expect(tried).toEqual([1, 2, 3, 1, 2, 3]);
});

describe('the card of an admin’s own request', () => {
  const answer = (request: number): Owed => ({
    ...owed(admin, { request, priority: 0 }),
    notice: { kind: 'question_dropped' },
  });

  test('does not leave with the answer to the request', () => {
    const [confirmation, card] = [answer(1), owed(admin, { request: 1, priority: 2, fresh: true })];
    expect(unpaced().unhindered([confirmation, card], 10_000, 0)).toEqual([confirmation]);
  });

  test('waits where the answer has to wait for another', () => {
    const before = owed(admin, { priority: 0 });
    const queue = unpaced();
    queue.begin(before);
    const [confirmation, card] = [answer(1), owed(admin, { request: 1, priority: 2, fresh: true })];
    const other = owed(admin, { request: 2, priority: 2, fresh: true });
    for (const row of [confirmation, card, other]) queue.add(row);
    expect(takeAll(queue)).toEqual([other.id]);
    queue.release(before);
    expect(takeAll(queue)).toEqual([confirmation.id]);
    queue.release(confirmation);
    expect(takeAll(queue)).toEqual([card.id]);
  });
});

test('whether a message is waited for is whether something is behind it in its lane', () => {
  const card = owed(admin, { request: 1 });
  const queue = unpaced();
  queue.begin(card);
  queue.add(owed(admin, { request: 2 }));
  expect(queue.isAwaited(card)).toBe(false);
  queue.add(owed(admin, { request: 1 }));
  expect(queue.isAwaited(card)).toBe(true);
});

describe('the order of messages', () => {
  test('messages of a chat are sent one after another', () => {
    const [first, second] = [owed(anna), owed(anna)];
    const queue = queueOf(first, second);
    expect(takeAll(queue)).toEqual([1]);
    queue.release(first);
    expect(takeAll(queue)).toEqual([2]);
  });

  test('a message that has to be repeated goes before those behind it', () => {
    const first = owed(anna);
    const queue = queueOf(first, owed(anna));
    queue.take(0);
    queue.putBack(first);
    expect(takeAll(queue)).toEqual([1]);
  });

  test('cards of different requests do not wait for each other, those of one request do', () => {
    const queue = queueOf(owed(boris, { request: 1 }), owed(boris, { request: 2 }), owed(boris, { request: 1 }));
    expect(takeAll(queue)).toEqual([1, 2]);
  });

  test('urgent messages overtake others, in their chat and across chats', () => {
    const queue = queueOf(
      owed(boris, { request: 1, priority: 2 }),
      owed(boris, { request: 2, priority: 2 }),
      owed(anna, { priority: 1 }),
      owed(boris, { priority: 0 }),
    );
    expect(takeAll(queue)).toEqual([4, 3, 1, 2]);
  });

  test('an urgent message makes those it waits for urgent', () => {
    const queue = queueOf(
      owed(boris, { request: 1, priority: 2 }),
      owed(boris, { request: 2, priority: 2 }),
      owed(boris, { request: 2, priority: 0 }),
    );
    expect(takeAll(queue)).toEqual([2, 1]);
  });

  test('a client with many waiting messages lets others go first, until they are sent', () => {
    const [first, ...more] = Array.from({ length: 5 }, () => owed(anna, { priority: 0 }));
    if (first === undefined) throw new Error('there are five');
    const queue = queueOf(first, ...more, owed(boris, { priority: 0 }), owed(admin, { priority: 2, request: 7 }));
    expect(takeAll(queue)).toEqual([6, 7, 1]);
    for (const row of [first, ...more.slice(0, -1)]) {
      queue.release(row);
      const late = owed(recipientId(100 + row.id), { priority: 1 });
      queue.add(late);
      expect(takeAll(queue)).toEqual([late.id, row.id + 1]);
    }
    for (const row of more.slice(-1)) queue.release(row);
    queue.add(owed(anna, { priority: 0 }));
    queue.add(owed(recipientId(200), { priority: 0 }));
    expect(takeAll(queue).map((id) => id === lastId)).toEqual([false, true]);
  });

  test('an answer to an admin goes before those to clients', () => {
    const queue = queueOf(owed(anna, { priority: 0 }), owed(boris, { priority: 0 }), owed(admin, { priority: 0 }));
    expect(takeAll(queue)).toEqual([3, 1, 2]);
  });

  test('chats take turns', () => {
    const cards = (to: RecipientId) => [1, 2, 3].map((request) => owed(to, { request }));
    expect(takeAll(queueOf(...cards(boris), ...cards(anna)))).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

describe('a chat with a retry_after', () => {
  test('gets nothing until then, while others do', () => {
    const first = owed(anna);
    const queue = queueOf(first, owed(boris));
    queue.block(first, 5000);
    expect(takeAll(queue, 4999)).toEqual([2]);
    queue.wake(anna, 5000);
    expect(takeAll(queue, 5000)).toEqual([1]);
  });

  test('waits for the later of two times', () => {
    const row = owed(anna);
    const queue = queueOf(row);
    queue.block(row, 5000);
    queue.block(row, 1000);
    queue.wake(anna, 1000);
    expect(takeAll(queue, 1000)).toEqual([]);
  });
});

describe('an address that takes nothing for now', () => {
  const outcome = (): Owed => ({ ...owed(anna), channel: 'email' });
  const code = (codeId: number): Owed => ({ ...outcome(), notice: { kind: 'address_code', codeId }, priority: 0 });
  /** With the times at which it wants to be woken. */
  const withTimes = (...rows: readonly Owed[]) => {
    const times: number[] = [];
    const queue = new Queue(new ConcurrencyPace(100), (_, at) => void times.push(at), isAdminChat);
    for (const row of rows) queue.add(row);
    return { queue, times };
  };

  test('delays no code that goes to another one, which makes the one before void at once; outcomes keep their order', () => {
    const [wrong, first, second] = [code(1), outcome(), outcome()];
    const { queue, times } = withTimes(wrong, first, second);
    queue.block(wrong, 9000);
    queue.block(first, 5000);
    // One timer a chat: the next of both.
    expect(times.at(-1)).toBe(5000);
    queue.wake(anna, 1);
    expect(takeAll(queue, 1)).toEqual([]);
    const right = code(2);
    queue.add(right);
    expect(takeAll(queue, 1)).toEqual([1, 4]);
    queue.release(wrong);
    queue.block(right, 9000);
    queue.putBack(right);
    queue.wake(anna, 5000);
    expect(times.at(-1)).toBe(9000);
    expect(takeAll(queue, 5000)).toEqual([2]);
    queue.release(first);
    expect(takeAll(queue, 5000)).toEqual([3]);
    queue.wake(anna, 9000);
    expect(takeAll(queue, 9000)).toEqual([4]);
  });

  test('because the channel had failed is tried as soon as the channel is back, and no other is', () => {
    const [unknown, greylisted] = [outcome(), { ...outcome(), recipientId: boris }];
    const { queue } = withTimes(unknown, greylisted);
    queue.block(unknown, 60_000, true);
    queue.block(greylisted, 60_000);
    expect(takeAll(queue, 1)).toEqual([]);
    queue.channelIsBack(1);
    expect(takeAll(queue, 1)).toEqual([1]);
  });
});

describe('a burst', () => {
  const paced = () => new Queue(new TelegramPace(28), () => {}, isAdminChat);

  test('is the new cards of a chat that would take too long to send, and nothing else', () => {
    const queue = paced();
    for (let request = 1; request <= 11; request += 1) queue.add(owed(boris, { request, fresh: true }));
    queue.add(owed(boris));
    queue.add(owed(boris, { request: 50 }));
    queue.add(owed(anna, { request: 60, fresh: true }));
    expect(queue.takeBurst(anna, 10_000, 0)).toEqual([]);
    expect(queue.takeBurst(boris, 10_000, 0).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(queue.takeBurst(boris, 10_000, 0)).toEqual([]);
    expect(takeAll(queue).sort((a, b) => a - b)).toEqual([12, 13, 14]);
  });

  test('is none while the cards can be sent in time', () => {
    const queue = paced();
    for (let request = 1; request <= 10; request += 1) queue.add(owed(boris, { request, fresh: true }));
    expect(queue.takeBurst(boris, 10_000, 0)).toEqual([]);
  });

  test('does not include the card being sent', () => {
    const queue = paced();
    const first = owed(boris, { request: 1, fresh: true });
    queue.add(first);
    expect(queue.take(0)).toBe(first);
    for (let request = 2; request <= 12; request += 1) queue.add(owed(boris, { request, fresh: true }));
    expect(queue.takeBurst(boris, 10_000, 0)).toHaveLength(11);
    queue.putBack(first);
    expect(takeAll(queue)).toEqual([1]);
  });
});

describe('an update of a digest', () => {
  const wakes: { readonly chat: RecipientId; readonly at: number }[] = [];
  const paced = () => {
    const pace = new TelegramPace(28);
    return { pace, queue: new Queue(pace, (chat, at) => wakes.push({ chat, at }), isAdminChat) };
  };
  const update = (to: RecipientId): Owed => ({ ...owed(to, { priority: 3 }), notice: { kind: 'digest_update' } });
  beforeEach(() => wakes.splice(0));

  test('goes after everything else for its chat, and delays nothing', () => {
    const { queue } = paced();
    queue.add(update(admin));
    queue.add(owed(admin, { priority: 3 }));
    queue.add(owed(admin, { priority: 2, request: 1 }));
    const urgent = queue.take(0);
    expect(urgent?.id).toBe(3);
    queue.add(update(boris));
    expect(takeAll(queue).sort((a, b) => a - b)).toEqual([1, 2, 4]);
  });

  test('goes ten seconds after the last one in its chat, and lets everything else go first', () => {
    const { queue } = paced();
    const [first, second] = [update(admin), update(admin)];
    queue.add(first);
    queue.add(second);
    expect(takeAll(queue, 0)).toEqual([first.id]);
    queue.release(first);
    expect(takeAll(queue, 9_999)).toEqual([]);
    expect(wakes.at(-1)).toEqual({ chat: admin, at: 10_000 });
    const answer = owed(admin, { priority: 0 });
    queue.add(answer);
    expect(takeAll(queue, 9_999)).toEqual([answer.id]);
    queue.wake(admin, 10_000);
    expect(takeAll(queue, 10_000)).toEqual([second.id]);
  });

  test('leaves a quarter of a group’s messages per minute to the rest', () => {
    const { pace, queue } = paced();
    const group = recipientId(-5);
    for (let n = 0; n < 15; n += 1) pace.remember(group, n * 1000);
    queue.add(update(group));
    expect(takeAll(queue, 20_000)).toEqual([]);
    expect(wakes.at(-1)).toEqual({ chat: group, at: 60_500 });
    queue.wake(group, 60_500);
    expect(takeAll(queue, 60_500)).toHaveLength(1);
  });
});

test('messages for a group with a new ID go there, and refer to no message of the old one', () => {
  const [old, now] = [recipientId(-5), recipientId(-1_000_000_000_005)];
  const queue = queueOf({ ...owed(old), editMessageId: 7, replyTo: 8 }, owed(old, { request: 1 }));
  queue.moveChat(old, now);
  const taken = [queue.take(0), queue.take(0)];
  expect(taken).toMatchObject(Array(2).fill({ recipientId: now, editMessageId: null, replyTo: null }));
});

/** How a message comes up and fares: whose it is, when it is added, how its attempts end. */
const story = fc.record({
  chat: fc.constantFrom(anna, boris, recipientId(-5)),
  request: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  priority: fc.constantFrom<Priority>(0, 1, 2),
  addedAt: fc.integer({ min: 0, max: 20_000 }),
  latency: fc.integer({ min: 0, max: 2000 }),
  /** Per failed attempt: how long Telegram wants the chat left alone. */
  failures: fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 2 }),
});
type Story = (typeof story extends fc.Arbitrary<infer T> ? T : never) & { readonly row: Owed };

interface Departure {
  readonly story: Story;
  readonly left: number;
  readonly landed: number;
  readonly last: boolean;
}

/** Plays the stories on a clock of their own, with the queue and the pace used as delivery uses them. */
function play(stories: readonly Story[]): Departure[] {
  const pace = new TelegramPace(5);
  const departures: Departure[] = [];
  const agenda: { readonly at: number; readonly act: () => void }[] = [];
  let now = 0;
  const schedule = (at: number, act: () => void) => agenda.push({ at: Math.max(at, now), act });
  const queue: Queue = new Queue(pace, (chat, at) => schedule(at, () => queue.wake(chat, now)), isAdminChat);
  const attempts = new Map<number, number>();

  const land = ({ row, failures }: Story, attempt: number) => {
    pace.arrived(row.recipientId, now);
    schedule(pace.chatFreeAt(row.recipientId), () => queue.wake(row.recipientId, now));
    const pause = failures[attempt];
    if (pause === undefined) return queue.release(row);
    queue.putBack(row);
    queue.block(row, now + pause);
  };
  const pump = () => {
    for (;;) {
      if (pace.freeAt() > now) return void schedule(pace.freeAt(), () => {});
      const row = queue.take(now);
      const taken = stories.find((each) => each.row === row);
      if (taken === undefined) return;
      pace.leaves(taken.row.recipientId, now);
      const attempt = attempts.get(taken.row.id) ?? 0;
      attempts.set(taken.row.id, attempt + 1);
      const landed = now + taken.latency;
      departures.push({ story: taken, left: now, landed, last: attempt >= taken.failures.length });
      schedule(landed, () => land(taken, attempt));
    }
  };

  for (const each of stories) schedule(each.addedAt, () => queue.add(each.row));
  while (agenda.length > 0) {
    agenda.sort((a, b) => a.at - b.at);
    const next = agenda.shift();
    if (next === undefined) break;
    now = next.at;
    next.act();
    pump();
  }
  return departures;
}

test('whatever happens, everything is sent, in the order of its lane, within the limits, and never during a retry_after', () => {
  fc.assert(
    fc.property(fc.array(story, { maxLength: 40 }), (drafts) => {
      const ordered = [...drafts].sort((a, b) => a.addedAt - b.addedAt);
      const stories = ordered.map((draft) => ({
        ...draft,
        row: owed(draft.chat, {
          priority: draft.priority,
          ...(draft.request !== undefined && { request: draft.request }),
        }),
      }));
      const departures = play(stories);

      const done = departures.filter(({ last }) => last).map(({ story: { row } }) => row.id);
      expect([...done].sort((a, b) => a - b)).toEqual(stories.map(({ row }) => row.id));
      for (const [n, later] of departures.entries()) {
        for (const earlier of departures.slice(0, n)) {
          if (earlier.story.chat !== later.story.chat) continue;
          expect(later.left).toBeGreaterThanOrEqual(earlier.landed + 1000);
          if (earlier.story.request === later.story.request) {
            expect(later.story.row.id).toBeGreaterThanOrEqual(earlier.story.row.id);
          }
        }
      }
      departures
        .slice(5)
        .forEach(({ left }, n) => expect(left - (departures[n]?.left ?? 0)).toBeGreaterThanOrEqual(1000));
    }),
  );
});
