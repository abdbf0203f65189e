import type { Clock } from '../../../src/process/clock';
import { Health } from '../../../src/observability/health/health';
import type { Instant } from '../../../src/lifecycle/ids';
import { submit } from '../../../src/requests/submit';
import { priorities, type NewOwed } from '../../../src/store/queries/outbox';
import { owe as oweMessage } from '../../../src/transaction/transaction';
import { boris, noon, TestApp } from '../../requests/app';
import { describeEngines } from '../../store/engines';

describeEngines('the health of a daemon', (engine) => {
  let app: TestApp;
  let health: Health;
  /** How long the daemon has run. */
  let running = 0;
  const clock: Clock = { now: () => noon + running, monotonic: () => running };

  beforeEach(async () => {
    app = await TestApp.open(engine);
    running = 0;
    health = new Health(clock);
  });

  /** What stands in the way, with a mark where it does not pass as designed. */
  async function reasons(): Promise<string[]> {
    const { reasons } = await health.check();
    return reasons.map(({ what, stuck }) => (stuck ? `${what}!` : what));
  }

  it('names what the start is waiting for, the database or Telegram, and is alive', async () => {
    const told: string[] = [];
    for (const phase of ['opening_database', 'waiting_for_database', 'standing_by', 'waiting_for_telegram'] as const) {
      health.enter(phase);
      const { alive, ready, pending, lastPoll, reasons } = await health.check();
      expect({ alive, ready, pending, lastPoll }).toEqual({ alive: true, ready: false, pending: null, lastPoll: null });
      told.push(...reasons.map(({ what }) => what));
    }
    expect(told).toEqual(['start', 'database', 'standby', 'start']);
  });

  it('is ready once the daemon is active, and knows the number of open requests and the time of the last poll', async () => {
    health.act(app.store);
    const client = await app.client(1);
    await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
    running = 5_000;
    health.polled('answered', 45_000);
    expect(await health.check()).toMatchObject({
      phase: 'active',
      alive: true,
      ready: true,
      reasons: [],
      pending: 1,
      lastPoll: noon + 5_000,
    });
  });

  it('is not ready from a failed poll until one is answered, and alive while it backs off', async () => {
    health.act(app.store);
    health.polled('foreign_poller', 60_000 + 45_000);
    running = 160_000;
    expect(await reasons()).toEqual(['polling']);
    expect((await health.check()).reasons[0]?.why).toMatch(/another program is polling/);
    health.polled('answered', 45_000);
    expect(await reasons()).toEqual([]);
  });

  it('is not ready when no poll was answered for 75 s, and stuck when the next is not even sent', async () => {
    health.act(app.store);
    health.polled('answered', 45_000);
    running = 76_000;
    expect(await reasons()).toEqual(['polling']);
    running = 106_000;
    expect(await reasons()).toEqual(['polling!']);
  });

  it('is not ready while no mail leaves, says why, and is alive', async () => {
    health.act(app.store);
    health.polled('answered', 45_000);
    health.channelAway('email', 'AUTH: 535 5.7.8 no');
    expect(await reasons()).toEqual(['email']);
    expect(await health.check()).toMatchObject({ alive: true, ready: false });
    expect((await health.check()).reasons[0]?.why).toBe('no email leaves: AUTH: 535 5.7.8 no');
    health.channelAway('email', null);
    expect(await reasons()).toEqual([]);
  });

  it('is not kept from being ready by mail that waits, nor made so by mail that leaves', async () => {
    health.act(app.store);
    health.polled('answered', 45_000);
    await app.transaction((tx) => {
      const notice = { kind: 'draft_sent' } as const;
      oweMessage(tx, { channel: 'email', recipientId: boris, notice, priority: priorities.client });
      return Promise.resolve();
    });
    pass(121_000);
    health.polled('answered', 45_000);
    expect(await reasons()).toEqual([]);
    await owe(noon, null);
    health.sent('email', 'accepted');
    expect(await reasons()).toEqual(['outbox!']);
  });

  it('is not ready when messages wait for two minutes and none is accepted, and stuck when none is tried', async () => {
    health.act(app.store);
    await owe(noon, null);
    pass(119_000);
    expect(await reasons()).toEqual([]);
    health.sent('message', 'unknown');
    pass(121_000);
    expect(await reasons()).toEqual(['outbox']);
    pass(240_000);
    expect(await reasons()).toEqual(['outbox!']);
    health.sent('message', 'accepted');
    expect(await reasons()).toEqual([]);
  });

  it('is ready while messages wait only for a chat that Telegram asks to leave alone', async () => {
    health.act(app.store);
    await owe(noon, noon + 3_600_000);
    await owe(noon, null);
    pass(600_000);
    expect(await reasons()).toEqual([]);
    pass(3_700_000);
    expect(await reasons()).toEqual(['outbox!']);
  });

  it('is not ready when the database fails, and stuck after more than a minute', async () => {
    health.act(app.store);
    await app.store.close();
    expect(await reasons()).toEqual(['database']);
    pass(61_000);
    expect(await reasons()).toEqual(['database!']);
    expect(await health.check()).toMatchObject({ alive: false, pending: null });
  });

  it('waits for a hanging database no longer than for a failing one, and asks it once', async () => {
    health.act(app.store);
    let letGo = (): void => undefined;
    const held = app.store.transaction(() => new Promise<void>((resolve) => (letGo = resolve)));
    const asked = Promise.all([health.check(), health.check()]);
    expect((await asked).map(({ ready }) => ready)).toEqual([false, false]);
    letGo();
    await held;
    expect(await reasons()).toEqual([]);
  });

  it('is not stuck as long as the updates of a poll are being handled, however long all of them take', async () => {
    health.act(app.store);
    health.polled('answered', 45_000);
    for (running = 50_000; running < 600_000; running += 50_000) {
      health.settled();
      expect(await reasons()).not.toContain('polling!');
    }
    running += 61_000;
    expect(await reasons()).toEqual(['polling!']);
  });

  it('is not stuck as long as the database answers, even too late for a check', async () => {
    health.act(app.store);
    let letGo = (): void => undefined;
    const hold = () => app.store.transaction(() => new Promise<void>((resolve) => (letGo = resolve)));
    const held = hold();
    expect(await reasons()).toEqual(['database']);
    pass(59_000);
    letGo();
    await held;
    // Whoever asked before has their answer by now.
    await app.store.transaction(() => Promise.resolve());
    const again = hold();
    pass(118_000);
    expect(await reasons()).toEqual(['database']);
    letGo();
    await again;
  });

  it('is not ready as soon as it is told to stop', async () => {
    health.act(app.store);
    health.enter('stopping');
    expect(await reasons()).toEqual(['stop']);
  });

  /** So long after the start, with polls answered all the while. */
  function pass(after: number): void {
    running = after;
    health.polled('answered', 45_000);
  }

  async function owe(at: Instant, notBefore: Instant | null): Promise<void> {
    await app.transaction(async ({ store: { outbox } }) => {
      const digest: NewOwed = {
        channel: 'telegram',
        recipientId: boris,
        notice: { kind: 'digest' },
        priority: priorities.admin,
        requestId: null,
        botMessageId: null,
        replyTo: null,
        editMessageId: null,
        threadId: null,
      };
      const [row] = await outbox.add([digest], new Set(), at);
      if (row === undefined) throw new Error('nothing was added');
      const again = { id: row.id, as: 'owed', error: '429', outcomeUnknown: false } as const;
      if (notBefore !== null) await outbox.settle({ ...again, notBefore }, at);
    });
  }
});
