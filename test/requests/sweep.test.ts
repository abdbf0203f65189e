import { ask, withdraw } from '../../src/requests/ask';
import { decide } from '../../src/requests/decide';
import { requestId, type PersonId } from '../../src/lifecycle/ids';
import { describeEngines } from '../store/engines';
import { boris, day, hour, noon, TestDesk } from './desk';
import { waiting } from '../store/owed';

const asks = (desk: TestDesk, client: PersonId) => desk.work((work) => ask(work, client, 'submit', 'Please'));
const statusOf = async (desk: TestDesk, id: number) =>
  (await desk.work((work) => work.store.requests.get(requestId(id))))?.request.status;
const rejects = (desk: TestDesk, id: number) =>
  desk.work((work) => decide(work, requestId(id), { type: 'reject', by: boris, round: null, reason: 'No photo' }));

describeEngines('what happens when its time has come', (engine) => {
  it('a request that nobody decides expires at its expiry and not a moment before', async () => {
    const desk = await TestDesk.open(engine);
    const anna = await desk.client(1);
    await asks(desk, anna);
    desk.told();
    desk.now = noon + 7 * day - 1;
    await desk.sweep();
    expect(await statusOf(desk, 1)).toBe('pending');
    desk.now = noon + 7 * day;
    await desk.sweep();
    expect(await statusOf(desk, 1)).toBe('expired');
    expect(desk.told(anna)).toEqual(['expired']);
    const { rows } = await desk.work((work) => work.store.events.latest(requestId(1), 1));
    expect(rows[0]?.event).toMatchObject({
      event: 'expire',
      actorId: null,
      fromStatus: 'pending',
      toStatus: 'expired',
    });
  });

  it('an appeal that nobody decides goes back to the rejection, and may be made again', async () => {
    // Shorter than an appeal takes to expire: what admins leave undone costs the client nothing of it.
    const desk = await TestDesk.open(engine, { appealWindow: day });
    const anna = await desk.client(1);
    await asks(desk, anna);
    await rejects(desk, 1);
    desk.now += 7 * day;
    await desk.sweep();
    await desk.work((work) => ask(work, anna, 'appeal', 'Once more'));
    desk.told();
    desk.now += 7 * day;
    await desk.sweep();
    const stored = await desk.work((work) => work.store.requests.get(requestId(1)));
    expect(stored?.request).toMatchObject({
      status: 'rejected',
      decision: { by: boris, at: noon, reason: 'No photo' },
      appealCount: 1,
      message: 'Please',
    });
    expect(desk.told(anna)).toEqual(['appeal_expired']);
    await desk.work((work) => ask(work, anna, 'submit', 'And again'));
    expect(await statusOf(desk, 1)).toBe('pending');
  });

  it('admins are reminded once of all that expires soon, in one message a chat', async () => {
    const desk = await TestDesk.open(engine);
    for (const n of [1, 2, 3]) await asks(desk, await desk.client(n));
    desk.told();
    desk.now = noon + 6 * day - 1;
    await desk.sweep();
    expect(desk.told()).toEqual([]);
    desk.now = noon + 6 * day;
    await desk.sweep();
    await desk.sweep();
    expect(desk.told()).toEqual(['reminder', 'reminder']);
    const { total } = await desk.work((work) => work.store.schedule.reminded(desk.now, 10));
    expect(total).toBe(3);
  });

  it('a reminder is about what still waits when it leaves', async () => {
    const desk = await TestDesk.open(engine);
    for (const n of [1, 2]) await asks(desk, await desk.client(n));
    desk.now = noon + 6 * day;
    await desk.sweep();
    await rejects(desk, 2);
    const { requests, total } = await desk.work((work) => work.store.schedule.reminded(desk.now, 10));
    expect([total, requests.map(({ id }) => id)]).toEqual([1, [1]]);
  });

  it('an undone decision is a new round, of which admins are reminded anew', async () => {
    const desk = await TestDesk.open(engine);
    await asks(desk, await desk.client(1));
    desk.now = noon + 6.5 * day;
    await desk.sweep();
    await rejects(desk, 1);
    await desk.work((work) => decide(work, requestId(1), { type: 'undo', by: boris, round: null }));
    desk.told();
    desk.now += hour;
    await desk.sweep();
    expect(desk.told(boris)).toEqual(['reminder']);
  });

  it('without a reminder wanted there is none', async () => {
    const desk = await TestDesk.open(engine);
    await asks(desk, await desk.client(1));
    desk.told();
    desk.now = noon + 6.5 * day;
    await desk.sweep({ remindBefore: 0 });
    expect(desk.told()).toEqual([]);
  });

  it('a rejected client is told once that an appeal is open, also after one that was taken back', async () => {
    const desk = await TestDesk.open(engine);
    const anna = await desk.client(1);
    await asks(desk, anna);
    await rejects(desk, 1);
    desk.told();
    desk.now = noon + 7 * day - 1;
    await desk.sweep();
    expect(desk.told(anna)).toEqual([]);
    desk.now = noon + 7 * day;
    await desk.sweep();
    await desk.sweep();
    expect(desk.told(anna)).toEqual(['appeal_open']);
    await desk.work((work) => ask(work, anna, 'appeal', 'Please'));
    await desk.work((work) => withdraw(work, anna));
    desk.told();
    desk.now += day;
    await desk.sweep();
    expect(desk.told(anna)).toEqual([]);
  });

  it('nobody is told of an appeal that is closed already, or that they have used up', async () => {
    const closed = await TestDesk.open(engine, { appealWindow: day });
    const usedUp = await TestDesk.open(engine, { appealLimit: 0 });
    for (const desk of [closed, usedUp]) {
      const anna = await desk.client(1);
      await asks(desk, anna);
      await rejects(desk, 1);
      desk.told();
      desk.now = noon + 9 * day;
      await desk.sweep();
      expect(desk.told(anna)).toEqual([]);
      expect(await desk.work((work) => work.store.schedule.appealable(desk.now, 10))).toEqual([]);
    }
  });

  it('whoever looks at a request past its time finds it expired, before the scheduler comes by', async () => {
    const desk = await TestDesk.open(engine);
    const anna = await desk.client(1);
    await asks(desk, anna);
    desk.now = noon + 7 * day;
    desk.told();
    const outcome = await rejects(desk, 1);
    expect(outcome).toMatchObject({ refused: 'not_pending', request: { status: 'expired' } });
    expect(desk.told(anna)).toEqual(['expired']);
    await asks(desk, anna);
    expect(await statusOf(desk, 2)).toBe('pending');
  });

  it('after a week of silence everything happens once, the oldest first', async () => {
    const desk = await TestDesk.open(engine);
    const clients: PersonId[] = [];
    for (let n = 1; n <= 30; n += 1) {
      clients.push(await desk.client(n));
      desk.now += 60_000;
      await asks(desk, await desk.client(n));
    }
    await rejects(desk, 30);
    desk.told();
    desk.now += 14 * day;
    await desk.sweep();
    const order = desk.owed.flatMap(({ chatId, notice }) => (notice.kind === 'client_news' ? [chatId] : []));
    expect(order).toEqual(clients.slice(0, 29));
    expect(desk.told().sort()).toEqual(['appeal_open', ...Array<string>(29).fill('expired')]);
    await desk.sweep();
    expect(desk.told()).toEqual([]);
  });

  it('of many that expire at once the admins get a count, and the newest hundred cards change', async () => {
    const desk = await TestDesk.open(engine);
    for (let n = 1; n <= 130; n += 1) {
      desk.now += 1;
      await asks(desk, await desk.client(n));
    }
    // The cards have gone out: what is owed from now on are edits.
    await desk.work(async ({ store: { outbox, botMessages } }) => {
      const cards = await waiting(outbox);
      await outbox.accept(
        cards.map(({ id }) => ({ id, messageId: id })),
        desk.now,
      );
      for (const { id, chatId, botMessageId } of cards) {
        if (botMessageId !== null) await botMessages.place(botMessageId, chatId, id);
      }
    });
    desk.owed.splice(0);
    desk.now += 7 * day;
    await desk.sweep({ remindBefore: 0, stopAfter: 2 });
    await desk.sweep({ remindBefore: 0 });
    const digests = desk.owed.filter(({ notice }) => notice.kind === 'expired_digest');
    expect(digests.map(({ notice }) => notice)).toEqual(Array(2).fill({ kind: 'expired_digest', count: 130 }));
    const edited = desk.owed.flatMap(({ notice }) => (notice.kind === 'card' ? [notice.requestId as number] : []));
    expect([...new Set(edited)].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 31));
    expect(desk.told().filter((news) => news === 'expired')).toHaveLength(130);
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
  ])('a clock that %s neither fires twice nor skips', async (_, looks, told) => {
    const desk = await TestDesk.open(engine);
    const anna = await desk.client(1);
    await asks(desk, anna);
    desk.told();
    for (const hours of looks) {
      desk.now = noon + hours * hour;
      await desk.sweep();
    }
    expect(desk.told(anna)).toEqual(told);
    expect(desk.told(boris).filter((kind) => kind === 'reminder').length).toBeLessThanOrEqual(1);
  });

  it('old updates and settled messages are forgotten, recent ones are not', async () => {
    const desk = await TestDesk.open(engine);
    const seen = (updateId: number) => ({ updateId, content: 'm', chatId: null, messageId: null, textHash: null });
    await desk.work((work) => work.store.updates.record({ ...seen(1), at: noon }));
    await desk.work((work) => work.store.updates.record({ ...seen(2), at: noon + 2 * day }));
    desk.now = noon + 8 * day;
    await desk.sweep();
    expect(await desk.work((work) => work.store.updates.record({ ...seen(2), at: desk.now }))).toBe(false);
    expect(await desk.work((work) => work.store.updates.record({ ...seen(1), at: desk.now }))).toBe(true);
  });
});
