import { submit, withdraw } from '../../src/requests/submit';
import { decide } from '../../src/requests/decide';
import { requestId, type PersonId } from '../../src/lifecycle/ids';
import { describeEngines } from '../store/engines';
import { boris, day, hour, noon, TestApp } from './app';
import { waiting } from '../store/owed';

const asks = (app: TestApp, client: PersonId) => app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
const statusOf = async (app: TestApp, id: number) =>
  (await app.transaction((tx) => tx.store.requests.get(requestId(id))))?.request.status;
const rejects = (app: TestApp, id: number) =>
  app.transaction((tx) => decide(tx, requestId(id), { type: 'reject', by: boris, round: null, reason: 'No photo' }));

describeEngines('what happens when its time has come', (engine) => {
  it('an undecided request expires at its expiry and not a moment before', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    await asks(app, anna);
    app.told();
    app.now = noon + 7 * day - 1;
    await app.sweep();
    expect(await statusOf(app, 1)).toBe('pending');
    app.now = noon + 7 * day;
    await app.sweep();
    expect(await statusOf(app, 1)).toBe('expired');
    expect(app.told(anna)).toEqual(['expired']);
    const { rows } = await app.transaction((tx) => tx.store.events.latest(requestId(1), 1));
    expect(rows[0]?.event).toMatchObject({
      event: 'expire',
      actorId: null,
      fromStatus: 'pending',
      toStatus: 'expired',
    });
  });

  it('an undecided appeal goes back to the rejection, and can be made again', async () => {
    // Shorter than an appeal takes to expire: what admins leave undone costs the client nothing of it.
    const app = await TestApp.open(engine, { appealWindow: day });
    const anna = await app.client(1);
    await asks(app, anna);
    await rejects(app, 1);
    app.now += 7 * day;
    await app.sweep();
    await app.transaction((tx) => submit(tx, anna, 'appeal', 'Once more'));
    app.told();
    app.now += 7 * day;
    await app.sweep();
    const stored = await app.transaction((tx) => tx.store.requests.get(requestId(1)));
    expect(stored?.request).toMatchObject({
      status: 'rejected',
      decision: { by: boris, at: noon, reason: 'No photo' },
      appealCount: 1,
      message: 'Please',
    });
    expect(app.told(anna)).toEqual(['appeal_expired']);
    await app.transaction((tx) => submit(tx, anna, 'submit', 'And again'));
    expect(await statusOf(app, 1)).toBe('pending');
  });

  it('admins are reminded once of all that expires soon, in one message a chat', async () => {
    const app = await TestApp.open(engine);
    for (const n of [1, 2, 3]) await asks(app, await app.client(n));
    app.told();
    app.now = noon + 6 * day - 1;
    await app.sweep();
    expect(app.told()).toEqual([]);
    app.now = noon + 6 * day;
    await app.sweep();
    await app.sweep();
    expect(app.told()).toEqual(['reminder', 'reminder']);
    const { total } = await app.transaction((tx) => tx.store.schedule.reminded(app.now, 10));
    expect(total).toBe(3);
  });

  it('a reminder covers what is still open when it is sent', async () => {
    const app = await TestApp.open(engine);
    for (const n of [1, 2]) await asks(app, await app.client(n));
    app.now = noon + 6 * day;
    await app.sweep();
    await rejects(app, 2);
    const { requests, total } = await app.transaction((tx) => tx.store.schedule.reminded(app.now, 10));
    expect([total, requests.map(({ id }) => id)]).toEqual([1, [1]]);
  });

  it('an undone decision starts a new round, of which admins are reminded again', async () => {
    const app = await TestApp.open(engine);
    await asks(app, await app.client(1));
    app.now = noon + 6.5 * day;
    await app.sweep();
    await rejects(app, 1);
    await app.transaction((tx) => decide(tx, requestId(1), { type: 'undo', by: boris, round: null }));
    app.told();
    app.now += hour;
    await app.sweep();
    expect(app.told(boris)).toEqual(['reminder']);
  });

  it('without REMIND_BEFORE there are no reminders', async () => {
    const app = await TestApp.open(engine);
    await asks(app, await app.client(1));
    app.told();
    app.now = noon + 6.5 * day;
    await app.sweep({ remindBefore: 0 });
    expect(app.told()).toEqual([]);
  });

  it('a rejected client is told once that an appeal is open, even after one that was withdrawn', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    await asks(app, anna);
    await rejects(app, 1);
    app.told();
    app.now = noon + 7 * day - 1;
    await app.sweep();
    expect(app.told(anna)).toEqual([]);
    app.now = noon + 7 * day;
    await app.sweep();
    await app.sweep();
    expect(app.told(anna)).toEqual(['appeal_open']);
    await app.transaction((tx) => submit(tx, anna, 'appeal', 'Please'));
    await app.transaction((tx) => withdraw(tx, anna));
    app.told();
    app.now += day;
    await app.sweep();
    expect(app.told(anna)).toEqual([]);
  });

  it('nobody is told of an appeal whose window has closed, or when they have none left', async () => {
    const closed = await TestApp.open(engine, { appealWindow: day });
    const usedUp = await TestApp.open(engine, { appealLimit: 0 });
    for (const app of [closed, usedUp]) {
      const anna = await app.client(1);
      await asks(app, anna);
      await rejects(app, 1);
      app.told();
      app.now = noon + 9 * day;
      await app.sweep();
      expect(app.told(anna)).toEqual([]);
      expect(await app.transaction((tx) => tx.store.schedule.appealable(app.now, 10))).toEqual([]);
    }
  });

  it('a request past its term counts as expired for everybody, even before the next sweep', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    await asks(app, anna);
    app.now = noon + 7 * day;
    app.told();
    const outcome = await rejects(app, 1);
    expect(outcome).toMatchObject({ refused: 'not_pending', request: { status: 'expired' } });
    expect(app.told(anna)).toEqual(['expired']);
    await asks(app, anna);
    expect(await statusOf(app, 2)).toBe('pending');
  });

  it('after a week of downtime everything happens once, oldest first', async () => {
    const app = await TestApp.open(engine);
    const clients: PersonId[] = [];
    for (let n = 1; n <= 30; n += 1) {
      clients.push(await app.client(n));
      app.now += 60_000;
      await asks(app, await app.client(n));
    }
    await rejects(app, 30);
    app.told();
    app.now += 14 * day;
    await app.sweep();
    const order = app.owed.flatMap(({ recipientId, notice }) => (notice.kind === 'client_news' ? [recipientId] : []));
    expect(order).toEqual(clients.slice(0, 29));
    expect(app.told().sort()).toEqual(['appeal_open', ...Array<string>(29).fill('expired')]);
    await app.sweep();
    expect(app.told()).toEqual([]);
  });

  it('when many expire at once, admins get a count, and the newest hundred cards change', async () => {
    const app = await TestApp.open(engine);
    for (let n = 1; n <= 130; n += 1) {
      app.now += 1;
      await asks(app, await app.client(n));
    }
    // The cards have gone out: what is owed from now on are edits.
    await app.transaction(async ({ store: { outbox, botMessages } }) => {
      const cards = await waiting(outbox);
      await outbox.accept(
        cards.map(({ id }) => ({ id, messageId: id })),
        app.now,
      );
      for (const { id, recipientId, botMessageId } of cards) {
        if (botMessageId !== null) await botMessages.place(botMessageId, recipientId, id);
      }
    });
    app.owed.splice(0);
    app.now += 7 * day;
    await app.sweep({ remindBefore: 0, stopAfter: 2 });
    await app.sweep({ remindBefore: 0 });
    const digests = app.owed.filter(({ notice }) => notice.kind === 'expired_digest');
    expect(digests.map(({ notice }) => notice)).toEqual(Array(2).fill({ kind: 'expired_digest', count: 130 }));
    const edited = app.owed.flatMap(({ notice }) => (notice.kind === 'card' ? [notice.requestId as number] : []));
    expect([...new Set(edited)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 31));
    expect(app.told().filter((news) => news === 'expired')).toHaveLength(130);
  });

  // Where the clock stands at each look, in hours from the submission, and what the client has been told by the end.
  it.each([
    ['jumps an hour ahead', [0, 1, 2, 168, 169], ['expired']],
    ['jumps an hour back just after the expiry', [168, 167, 168, 169], ['expired']],
    ['jumps an hour back just before the expiry', [167.9, 166.9, 167.9, 168], ['expired']],
    ['jumps a day ahead over the expiry', [150, 174], ['expired']],
    ['jumps a day back after the expiry', [168, 144, 168, 192], ['expired']],
    ['sleeps for a month', [1, 720], ['expired']],
    ['goes back before the submission', [0, -24, -23, 1], []],
  ])('a clock that %s neither repeats nor skips anything', async (_, looks, told) => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    await asks(app, anna);
    app.told();
    for (const hours of looks) {
      app.now = noon + hours * hour;
      await app.sweep();
    }
    expect(app.told(anna)).toEqual(told);
    expect(app.told(boris).filter((kind) => kind === 'reminder').length).toBeLessThanOrEqual(1);
  });

  const seen = (updateId: number) => ({ updateId, content: 'm', chatId: null, messageId: null, textHash: null });
  it.each([
    ['one after the other', 1],
    ['at one moment', 0],
  ])('however many updates are old, that came %s, one sweep deletes them', async (_, apart) => {
    const app = await TestApp.open(engine);
    const last = 2_500;
    await app.transaction(async ({ store: { updates } }) => {
      for (let n = 1; n <= last; n += 1) await updates.record({ ...seen(n), at: noon + n * apart });
    });
    app.now = noon + 8 * day;
    await app.sweep();
    expect(await app.transaction((tx) => tx.store.updates.record({ ...seen(last), at: app.now }))).toBe(true);
  });

  it('old updates and sent messages are deleted, recent ones are not', async () => {
    const app = await TestApp.open(engine);
    await app.transaction((tx) => tx.store.updates.record({ ...seen(1), at: noon }));
    await app.transaction((tx) => tx.store.updates.record({ ...seen(2), at: noon + 2 * day }));
    app.now = noon + 8 * day;
    await app.sweep();
    expect(await app.transaction((tx) => tx.store.updates.record({ ...seen(2), at: app.now }))).toBe(false);
    expect(await app.transaction((tx) => tx.store.updates.record({ ...seen(1), at: app.now }))).toBe(true);
  });
});
