import { personId, requestId, telegramId, type PersonId, type RequestId } from '../../src/lifecycle/ids';
import type { Policy } from '../../src/lifecycle/policy';
import { addAdmin, removeAdmin } from '../../src/requests/administrators';
import { decide, type AdminDecision } from '../../src/requests/decide';
import { lastDays as calendarDays } from '../../src/requests/read/calendar';
import { findDays, readFound } from '../../src/requests/read/days';
import { dayOf, type DayOfHistory } from '../../src/requests/read/figures';
import { dailyStats, stats, statsByDay } from '../../src/requests/read/stats';
import { submit } from '../../src/requests/submit';
import type { Reading } from '../../src/transaction/transaction';
import { describeEngines } from '../store/engines';
import { boris, day, hour, TestApp } from './app';

const clara = personId(7_000_000_002);

describeEngines('the statistics', (engine) => {
  let clients = 0;
  beforeEach(() => (clients = 0));

  const opened = async (rules: Partial<Policy> = {}) => {
    const app = await TestApp.open(engine, rules);
    for (const [id, name] of [
      [boris, 'Boris'],
      [clara, 'Clara'],
    ] as const) {
      await app.transaction((tx) => tx.store.people.save({ ...unknown, id, name, telegramId: telegramId(id) }));
    }
    return app;
  };
  const asks = async (app: TestApp, action: 'submit' | 'appeal' = 'submit', again?: PersonId) => {
    const client = again ?? (await app.client((clients += 1)));
    await app.transaction((tx) => submit({ ...tx, via: 'chat' }, client, action, 'Please'));
    return { client, request: requestId(clients) };
  };
  const acts = async (app: TestApp, request: RequestId, type: AdminDecision['type'], by = boris) => {
    const command = (
      type === 'reject' || type === 'revoke' ? { type, by, round: null, reason: null } : { type, by, round: null }
    ) as AdminDecision;
    const outcome = await app.transaction((tx) => decide({ ...tx, via: 'chat' }, request, command));
    expect(outcome).not.toHaveProperty('refused');
  };
  const read = async (app: TestApp, admin = boris) => {
    const found = await app.transaction((tx) => stats(tx, admin));
    if ('refused' in found) throw new Error(found.refused);
    return found;
  };

  const lastDays = (app: TestApp, count: number) => dailyStats(app, count, new AbortController().signal);

  test('say since when a request has waited for its decision: its submission, an appeal or a reopening, and no undo', async () => {
    const app = await opened();
    const { client, request } = await asks(app);
    app.now += 2 * hour;
    await acts(app, request, 'reject');
    app.now += hour / 60;
    await acts(app, request, 'undo');
    expect((await read(app)).month.waits).toBeNull();
    app.now += hour;
    await acts(app, request, 'reject', clara);
    const first = 3 * hour + hour / 60;
    expect((await read(app)).month).toMatchObject({
      counts: { submitted: 1, rejected: 1, approved: 0 },
      waits: { median: first, slowest: first, slowestId: request },
      deciders: [{ name: 'Clara', count: 1, isFormer: false }],
    });
    app.now += 8 * day;
    await asks(app, 'appeal', client);
    app.now += 5 * hour;
    await acts(app, request, 'reject');
    app.now += 3 * day;
    await acts(app, request, 'reopen');
    app.now += hour;
    await acts(app, request, 'approve');
    expect((await read(app)).month).toMatchObject({
      counts: { submitted: 2, rejected: 2, approved: 1 },
      waits: { median: first, slowest: 5 * hour, slowestId: request },
    });
  });

  test('count a vote for nobody, and the decision for who completed it', async () => {
    const app = await opened({ approvalsNeeded: 2 });
    const { request } = await asks(app);
    await acts(app, request, 'approve');
    expect((await read(app)).week).toMatchObject({ counts: { approved: 0 }, deciders: [], waits: null });
    await acts(app, request, 'approve', clara);
    expect((await read(app)).week).toMatchObject({
      counts: { approved: 1 },
      deciders: [{ name: 'Clara', count: 1, isFormer: false }],
    });
  });

  test('keep the decisions of somebody who is no admin any more, and say so', async () => {
    const app = await opened();
    const dora = await app.client(99);
    await app.transaction((tx) => addAdmin(tx, boris, named(dora)));
    const { request } = await asks(app);
    await acts(app, request, 'approve', dora);
    await app.transaction((tx) => removeAdmin(tx, boris, telegramId(dora)));
    expect((await read(app)).week.deciders).toEqual([{ name: 'Client 99', count: 1, isFormer: true }]);
  });

  test('name the request that has waited longest, and for how long', async () => {
    const app = await opened();
    expect((await read(app)).oldest).toBeNull();
    const { request } = await asks(app);
    app.now += 26 * hour;
    await asks(app);
    expect((await read(app)).oldest).toEqual({ id: request, clientName: 'Client 1', waited: 26 * hour });
  });

  test('reach 30 days back, and the week as far as its Monday', async () => {
    const app = await opened();
    // A Sunday, wherever this runs.
    const today = new Date(2026, 2, 1, 12).getTime();
    for (const daysAgo of [30, 29, 7, 6, 0]) {
      app.now = today - daysAgo * day;
      await asks(app);
    }
    const { week, month, counts } = await read(app);
    expect([week.counts.submitted, month.counts.submitted, counts.pending]).toEqual([2, 4, 5]);
    const chart = await app.transaction((tx) => statsByDay(tx, boris));
    if ('refused' in chart) throw new Error(chart.refused);
    expect(chart.days.map(({ counts: { submitted } }) => submitted)).toEqual(
      Array.from({ length: 30 }, (_, n) => ([0, 22, 23, 29].includes(n) ? 1 : 0)),
    );
    expect(chart.days.filter(({ isMonday }) => isMonday).map(({ date }) => date)).toEqual([2, 9, 16, 23]);
    expect(chart.days.at(-1)?.date).toBe(1);
  });

  test('say of each of the last days what happened, how long it took, who did it and how many waited at its end', async () => {
    const app = await opened({ requestTtl: 30 * day });
    const noon = new Date(2026, 2, 10, 12).getTime();
    const daysAgo = (days: number) => (app.now = noon - days * day);
    daysAgo(20);
    const { request: early } = await asks(app);
    daysAgo(9);
    const { request, client } = await asks(app);
    await acts(app, early, 'approve', clara);
    app.now += 2 * hour;
    await acts(app, request, 'reject');
    daysAgo(8);
    await asks(app);
    daysAgo(1);
    await asks(app, 'appeal', client);
    daysAgo(0);
    await acts(app, request, 'approve');
    await acts(app, request, 'undo');
    await acts(app, early, 'revoke');

    const found = await lastDays(app, 10);
    expect(found.days.map(({ begins }) => begins)).toEqual(
      Array.from({ length: 10 }, (_, n) => new Date(2026, 2, 1 + n).getTime()),
    );
    expect([found.since, found.until]).toEqual([found.days[0]?.begins, noon]);
    expect(found.counts).toEqual({ submitted: 3, approved: 1, rejected: 1, expired: 0, withdrawn: 0, revoked: 1 });
    expect(found.waits).toMatchObject({ ninetieth: 11 * day, slowest: 11 * day, slowestId: early });
    const byBoris = { id: boris, name: 'Boris', isFormer: false };
    const byClara = { id: clara, name: 'Clara', isFormer: false };
    expect(found.deciders).toEqual([
      { ...byClara, approved: 1, rejected: 0, revoked: 0, median: 11 * day },
      { ...byBoris, approved: 0, rejected: 1, revoked: 1, median: 2 * hour },
    ]);
    expect(found.days.map(({ waiting }) => waiting)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
    expect(found.days[0]).toMatchObject({
      counts: { submitted: 1, approved: 1, rejected: 1, revoked: 0 },
      waits: { median: (11 * day + 2 * hour) / 2 },
    });
    expect(found.days[9]).toMatchObject({
      counts: { submitted: 0, approved: 0, revoked: 1 },
      waits: null,
    });
  });

  test('reach back a year and a day at most, and leave others their turn in between', async () => {
    const app = await opened();
    await asks(app);
    const reading = lastDays(app, 1000);
    let isOver = false;
    let turns = 0;
    void reading.finally(() => (isOver = true));
    for (; !isOver; turns += 1) {
      await app.transaction(() => Promise.resolve());
      await nextTurn();
    }
    const { days, counts } = await reading;
    expect([days.length, counts.submitted]).toEqual([366, 1]);
    expect(turns).toBeGreaterThan(30);
  });

  test('a decision that is taken back the next day was none, and what the clock dates ahead is today’s', async () => {
    const app = await opened({ undoWindow: 2 * day });
    const today = (app.now = new Date(2026, 2, 10, 12).getTime());
    const { request } = await asks(app);
    await acts(app, request, 'approve');
    app.now += day;
    await acts(app, request, 'undo');
    await acts(app, request, 'reject');
    expect((await read(app)).month).toMatchObject({
      counts: { approved: 0, rejected: 1 },
      waits: { median: day, slowest: day },
    });
    // The clock is set back: the rejection is tomorrow's.
    app.now = today;
    expect((await read(app)).month.counts).toMatchObject({ submitted: 1, approved: 0, rejected: 1 });
    const { request: other } = await asks(app);
    app.now -= hour;
    await acts(app, other, 'approve');
    expect((await read(app)).month.waits).toMatchObject({ median: day / 2, slowest: day });
  });

  test.each([1, 2])(
    'what is kept of days that are over is what the history says, whatever is taken back or dated back later (%i)',
    async (seed) => {
      const app = await opened({
        undoWindow: 3 * day,
        appealAfter: hour,
        appealWindow: 30 * day,
        approvalsNeeded: seed,
      });
      app.now = new Date(2026, 2, 10, 12).getTime();
      const random = numbersFrom(seed);
      const one = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0];
      for (let n = 0; n < 12; n += 1) await asks(app);
      let request = requestId(1);
      let kept = 0;
      let forgotten = 0;
      for (let step = 0; step < 100; step += 1) {
        app.now += Math.round(random() < 0.1 ? -40 * hour * random() : 12 * hour * random());
        // Mostly the one before, so that much is taken back.
        if (random() < 0.4) request = requestId(1 + Math.floor(random() * 12));
        const type = one(['approve', 'reject', 'undo', 'undo', 'revoke', 'reopen', 'submit', 'appeal'] as const);
        await app.transaction(async (tx) => {
          const client = personId(5_000_000_000 + request);
          if (type === 'submit' || type === 'appeal') return submit({ ...tx, via: 'chat' }, client, type, 'Please');
          const command = { type, by: one([boris, boris, clara]), round: null, reason: null } as AdminDecision;
          return decide({ ...tx, via: 'desk' }, request, command);
        });
        if (step % 5 !== 4) continue;
        const begins = calendarDays(app.now, 40);
        const before = await app.read(({ store }) => store.dayFigures.spans(0, app.now + 60 * day));
        forgotten += kept - before.length;
        await lastDays(app, 40);
        kept = (await app.read(({ store }) => store.dayFigures.spans(0, app.now + 60 * day))).length;
        const { found, counted } = await app.read(async (reading) => ({
          found: (await findDays(reading, begins)).map(readFound),
          counted: await countedOf(reading, begins),
        }));
        expect(found).toEqual(counted);
      }
      expect([kept > 20, forgotten > 0]).toEqual([true, true]);
    },
  );

  test('a day that is kept is counted anew once a decision of it is taken back, or something is dated back into it', async () => {
    const app = await opened({ undoWindow: 2 * day });
    const first = (app.now = new Date(2026, 2, 10, 12).getTime());
    const { request } = await asks(app);
    await acts(app, request, 'approve');
    app.now += day;
    const counts = async () =>
      (await lastDays(app, 3)).days.map((each) => [each.counts.submitted, each.counts.approved]);
    expect(await counts()).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
    await acts(app, request, 'undo');
    expect(await counts()).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
    app.now = first;
    await asks(app);
    app.now += day;
    expect(await counts()).toEqual([
      [0, 0],
      [2, 0],
      [0, 0],
    ]);
  });

  test('name ten admins, and count the decisions of the others', async () => {
    const app = await opened();
    for (let n = 0; n < 12; n += 1) {
      const dora = await app.client(900 + n);
      await app.transaction((tx) => addAdmin(tx, boris, named(dora)));
      for (let times = 0; times < (n < 10 ? 2 : 1); times += 1) {
        const { request } = await asks(app);
        await acts(app, request, 'approve', dora);
      }
    }
    const { deciders, otherDecisions } = (await read(app)).month;
    expect([deciders.length, deciders.every(({ count }) => count === 2), otherDecisions]).toEqual([10, true, 2]);
  });
});

/** The same days from the history alone. */
async function countedOf(
  { store: { outcomes } }: Reading,
  begins: readonly number[],
): Promise<readonly DayOfHistory[]> {
  const days: DayOfHistory[] = [];
  for (const [n, from] of begins.entries()) {
    const until = begins[n + 1] ?? Date.UTC(9999, 0);
    days.push(dayOf(from, await outcomes.counted(from, until), await outcomes.decided(from, until)));
  }
  return days;
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** The same numbers from 0 to 1 each time: https://en.wikipedia.org/wiki/Linear_congruential_generator, by Park and Miller. */
function numbersFrom(seed: number): () => number {
  let state = seed * 7_919;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const named = (id: PersonId) => ({ telegramId: telegramId(id), name: null, username: null });
const unknown = { username: null, language: 'en', chosenLanguage: null, unreachableAt: null };
