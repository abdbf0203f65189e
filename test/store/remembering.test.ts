import { personId, telegramId } from '../../src/lifecycle/ids';
import type { Request } from '../../src/lifecycle/request';
import type { Database } from '../../src/store/database';
import { buildQueries, remembering } from '../../src/store/queries';
import { describeEngines } from './engines';
import { addPerson } from './rows';

const at = Date.UTC(2026, 0, 15, 12);
const ann = personId(1);
const nine = personId(9);
const five = telegramId(5);

const facts = {
  clientId: ann,
  message: 'please',
  round: 1,
  submittedAt: at,
  expiresAt: at + 86_400_000,
  appealCount: 0,
  lastRejectedAt: null,
  awaitsWords: false,
  beforeAppeal: null,
} as const;
const pending: Request = { ...facts, status: 'pending', votes: [] };
const voted: Request = { ...facts, status: 'pending', votes: [{ by: nine, at }] };
const approved: Request = { ...facts, status: 'approved', decision: { by: nine, at, reason: null }, coApprovers: [] };
const card = {
  ...({ kind: 'card', recipientId: nine, messageId: null, threadId: null, requestId: null } as const),
  ...{ round: 1, personId: null, createdAt: at },
};

describeEngines('what a transaction remembers', ({ open }) => {
  /** The queries of a transaction, which remember, and those of the connection, which don't. */
  async function inTransaction<T>(
    work: (remembered: ReturnType<typeof buildQueries>, stored: ReturnType<typeof buildQueries>) => Promise<T>,
  ): Promise<T> {
    const engine = await open((database: Database) => ({ database, queries: buildQueries(database) }));
    return engine.transaction(async ({ database, queries }) => {
      for (const person of [ann, nine]) await addPerson(database, person);
      return work(remembering(queries), queries);
    });
  }

  test('of a request is what the database has, after each change', async () => {
    await inTransaction(async ({ requests }, stored) => {
      const id = await requests.insert(pending, 'join');
      let before: Request = pending;
      for (const after of [voted, approved]) {
        expect(await requests.get(id)).toEqual(await stored.requests.get(id));
        expect(await requests.latestOf(ann)).toEqual(await stored.requests.latestOf(ann));
        expect(await requests.replace(id, before, after, null, [])).toBe(true);
        before = after;
      }
      expect(await requests.get(id)).toEqual({ id, request: approved, source: 'join' });
      expect(await stored.requests.get(id)).toEqual({ id, request: approved, source: 'join' });
    });
  });

  test('of a request is forgotten once it turns out that another program has changed it', async () => {
    await inTransaction(async ({ requests }, other) => {
      const id = await requests.insert(pending);
      await other.requests.replace(id, pending, voted, null, []);
      expect(await requests.replace(id, pending, approved, null, [])).toBe(false);
      expect((await requests.get(id))?.request).toEqual(voted);
      expect((await requests.latestOf(ann))?.request).toEqual(voted);
    });
  });

  test('of a bot message is what the database has, after each change', async () => {
    await inTransaction(async ({ botMessages }, stored) => {
      const id = await botMessages.add(card);
      const expectSame = async () => expect(await botMessages.get(id)).toEqual(await stored.botMessages.get(id));
      await expectSame();
      expect(await botMessages.placeNew([{ id, recipientId: nine, messageId: 7 }])).toEqual(new Set([id]));
      await expectSame();
      await botMessages.moveToRound(id, 2);
      await expectSame();
      await botMessages.markAnswered([id], at);
      await expectSame();
      await botMessages.displace(id);
      await expectSame();
      expect(await botMessages.get(id)).toEqual({ ...card, id, round: 2, answeredAt: at });
    });
  });

  test('of somebody unknown is forgotten once they are known', async () => {
    await inTransaction(async ({ people }, stored) => {
      const known = await stored.people.get(ann);
      if (known === null) throw new Error('person 1 is missing');
      expect(await people.byTelegramId(five)).toBeNull();
      await people.save({ ...known, telegramId: five });
      expect((await people.byTelegramId(five))?.id).toBe(ann);
    });
  });
});

describeEngines('the places of messages that were sent', ({ open }) => {
  test('are recorded together, but not where there is one already, or two have the same', async () => {
    const engine = await open(buildQueries);
    await engine.transaction(async ({ botMessages }) => {
      const ids = [];
      for (let n = 0; n < 5; n += 1) ids.push(await botMessages.add(card));
      const [first = 0, second = 0, third = 0, fourth = 0, taken = 0] = ids;
      await botMessages.place(taken, nine, 50);
      const sent = (id: number, messageId: number) => ({ id, recipientId: nine, messageId });
      const placed = await botMessages.placeNew([sent(first, 10), sent(second, 50), sent(third, 30), sent(fourth, 30)]);
      expect(placed).toEqual(new Set([first, fourth]));
      const messageIds = [];
      for (const id of ids) messageIds.push((await botMessages.get(id))?.messageId);
      expect(messageIds).toEqual([10, null, null, 30, 50]);
    });
  });
});
