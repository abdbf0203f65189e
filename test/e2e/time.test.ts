import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, days, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type Engine, type World } from './world';

const admins = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];
const killedAtStep = join(__dirname, 'entries', 'killed-at-step.cjs');

/** A world whose daemon is down, in which `count` clients have asked so long ago that their requests have run out. */
async function worldWithDue(engine: Engine, count: number): Promise<{ world: World; clients: Person[] }> {
  const world = await startWorld({ engine, admins });
  await world.daemon.stop();
  const clients = Array.from({ length: count }, () => newcomer(world));
  for (const client of clients) client.hasStarted();
  const at = (ms: number) => (engine === 'sqlite' ? `${ms}` : `to_timestamp(${ms / 1000})`);
  const people = clients.map(({ id }) => `(${id}, ${id}, 'Anna', 'en')`);
  await world.change(`INSERT INTO people (id, telegram_id, name, language) VALUES ${people.join()}`);
  const now = world.double.now();
  const requests = clients.map(
    ({ id }, n) => `(${id}, 'Please', 'pending', 1, ${at(now - days(9) + n)}, ${at(now - days(2) + n)}, 0)`,
  );
  const columns = 'client_id, message, status, round, submitted_at, expires_at, appeal_count';
  await world.change(`INSERT INTO requests (${columns}) VALUES ${requests.join()}`);
  return { world, clients };
}

describe.each(['sqlite', 'postgres'] as const)('what happens over time, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;

  beforeAll(async () => {
    world = await startWorld({ engine, admins, env: { SWEEP_SCHEDULE: '* * * * * *', APPEAL_WINDOW: '30d' } });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
  });
  afterAll(() => world.close());

  async function rejected(): Promise<{ anna: Person; request: number }> {
    const anna = newcomer(world);
    const request = await asks(anna, 'First words');
    boris.write(`/reject ${request} No photo`);
    await anna.sees('was rejected');
    return { anna, request };
  }

  it('an undecided request expires: the client is told, every card says so, a new one is possible', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    for (const admin of [boris, clara]) await cardOf(admin, request);
    await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
    expect(shown(await anna.sees(/expired/))).toContain(`#${request}`);
    for (const admin of [boris, clara]) {
      const card = await cardOf(admin, request, [/Expired/]);
      expect(buttons(card)).toEqual([]);
    }
    const events = await world.rows(`SELECT * FROM request_events WHERE request_id = ${request} ORDER BY id DESC`);
    expect(events[0]).toMatchObject({ from_status: 'pending', to_status: 'expired', actor_id: null });
    expect(await asks(anna)).toBeGreaterThan(request);
  });

  it('admins are reminded in one message, whose buttons open the requests', async () => {
    const [one, two] = [await asks(newcomer(world)), await asks(newcomer(world))];
    const before = await cardOf(boris, two);
    await world.backDate('requests', 'expires_at', days(6) + 60_000, `id IN (${one}, ${two})`);
    const reminder = await boris.sees(saying('expire soon', `#${one}`, `#${two}`), { after: before });
    const button = buttons(reminder).find((text) => text.includes(`#${one}`));
    boris.press(reminder, button ?? 'no such button');
    await cardOf(boris, one, [], { after: reminder });
    const reminders = boris.chat.messages.filter(saying('expire soon', `#${two}`));
    expect(reminders).toHaveLength(1);
  });

  it('a reply to a reminder decides nothing and is answered with what would', async () => {
    const request = await asks(newcomer(world));
    const card = await cardOf(boris, request);
    await world.backDate('requests', 'expires_at', days(6) + 60_000, `id = ${request}`);
    const reminder = await boris.sees(saying('expires soon', `#${request}`), { after: card });
    const answer = await answerTo(boris, 'approve', { replyTo: reminder });
    expect(shown(answer)).toMatch(/\/approve/);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });

  it('a rejected client is told when an appeal opens, and the button below starts it', async () => {
    const { anna, request } = await rejected();
    const early = await answerTo(anna, '/appeal Please look again');
    expect(shown(early)).toMatch(/\d{4}/);
    await world.backDate('requests', 'decided_at', days(7), `id = ${request}`);
    const open = await anna.sees(/appeal/i, { after: early });
    anna.press(open, buttons(open)[0] ?? 'no button');
    const question = await anna.sees(({ forceReply }: ChatMessage) => forceReply !== null, { after: open });
    anna.write('I have a photo now', { replyTo: question });
    const card = await cardOf(boris, request, ['Appeal 1', 'I have a photo now', 'No photo', 'Boris']);
    expect(buttons(card).join()).toMatch(/Approve.*Reject/);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending', appeal_count: 1, reviewed_by: null });
    const { submitted_at: submitted, expires_at: expires } = await rowOf(world, request);
    expect(Number(expires) - Number(submitted)).toBe(days(7));
  });

  it('after the window has closed an appeal is refused for good, even by /request', async () => {
    const { anna, request } = await rejected();
    await world.backDate('requests', 'decided_at', days(38), `id = ${request}`);
    for (const command of ['/appeal Please', '/request Please']) {
      const answer = shown(await answerTo(anna, command));
      expect(answer).toMatch(/appeal/i);
    }
    expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', appeal_count: 0 });
  });
});

describe.each(['sqlite', 'postgres'] as const)('a daemon that was down, on %s', (engine) => {
  const toldOfExpiry = ({ chat }: Person) => chat.messages.filter(saying('expired')).length;

  it('handles 300 requests that expired meanwhile, once each, and tells the admins the count', async () => {
    const { world, clients } = await worldWithDue(engine, 300);
    await world.restart();
    const [boris] = world.admins;
    await boris?.sees('300');
    await world.settled();
    expect(clients.map(toldOfExpiry)).toEqual(clients.map(() => 1));
    expect(await world.rows(`SELECT count(*) AS n FROM requests WHERE status = 'expired'`)).toEqual([{ n: 300 }]);
    await world.close();
  });

  it('killed during a sweep of 1,000 requests, misses nobody and repeats only sends under way', async () => {
    const { world, clients } = await worldWithDue(engine, 1000);
    const doomed = world.launch({ entry: killedAtStep, env: { KILL_STEP: 'swept', KILL_COUNT: '5' } });
    expect((await doomed.exited).signal).toBe('SIGKILL');
    const [{ n: before } = { n: 0 }] = await world.rows(`SELECT count(*) AS n FROM requests WHERE status = 'expired'`);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(1000);
    await world.restart();
    await world.settled();
    const told = clients.map(toldOfExpiry);
    const [{ n: unknown } = { n: 0 }] = await world.rows(`SELECT sum(unknown_outcomes) AS n FROM outbox`);
    expect(Math.min(...told)).toBe(1);
    expect(told.reduce((sum, times) => sum + times - 1, 0)).toBeLessThanOrEqual(Number(unknown));
    expect(await world.rows(`SELECT count(*) AS n FROM request_events WHERE event = 'expire'`)).toEqual([{ n: 1000 }]);
    const digests = world.admins.map(({ chat }) => chat.messages.filter(saying('1000')).length);
    expect(Math.max(...digests)).toBeLessThanOrEqual(1 + Number(unknown));
    await world.close();
  });
});

describe.each(['sqlite', 'postgres'] as const)('a clock that was ten hours ahead and is corrected, on %s', (engine) => {
  const tenHours = 10 * 60 * 60_000;

  it('a chat with a retry_after is left alone for exactly that long, even across kill -9', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sosekni-clock-'));
    const clock = join(folder, 'ahead');
    writeFileSync(clock, String(tenHours));
    const entry = join(__dirname, 'entries', 'clock-from-file.cjs');
    const world = await startWorld({ engine, admins, daemon: { entry }, env: { CLOCK_FILE: clock } });
    try {
      const anna = newcomer(world);
      const fault = { kind: 'too_many_requests', retryAfter: 3, acts: false, scope: 'chat' } as const;
      world.double.faults.add({ method: 'sendMessage', chatId: anna.id, times: 1, fault });
      anna.write('/start');
      await world.daemon.logged(({ message }) => message === 'Telegram asks to wait');
      // What was answered before is written down with that.
      await answerTo(newcomer(world), '/start');
      await world.daemon.kill();
      writeFileSync(clock, '0');
      await world.restart();
      await anna.sees('Hello');
      expect(world.double.callsInsideRetryAfter).toEqual([]);
    } finally {
      await world.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('ends questions that were asked in the future', async () => {
    const world = await startWorld({ engine, admins });
    try {
      const anna = newcomer(world);
      await answerTo(anna, '/request');
      await world.settled();
      await world.backDate('bot_messages', 'created_at', -tenHours, `person_id = ${anna.id}`);
      const answer = await answerTo(anna, 'Good morning');
      expect(shown(answer)).toContain('Shall I send this');
      expect(await world.rows('SELECT id FROM requests')).toEqual([]);
    } finally {
      await world.close();
    }
  });

  it('admins hear how many requests expire at once, whatever date was counted up to', async () => {
    const { world } = await worldWithDue(engine, 150);
    try {
      const until = world.double.now() + tenHours;
      await world.change(`INSERT INTO daemon_state (name, value) VALUES ('expiries_told_until', '${until}')`);
      await world.restart();
      await world.admins[0]?.sees('150');
    } finally {
      await world.close();
    }
  });
});
