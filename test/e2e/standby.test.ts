import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../../src/telegram-double/people';
import { onServer } from '../store/engines';
import { startProxy } from '../store/proxy';
import type { Daemon, LogLine } from '../../src/sandbox/daemon-process';
import { asks, cardOf, newcomer, saying } from './scenes';
import { startWorld, type DaemonVariant, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const did = (action: string) => (line: LogLine) => line['event.action'] === action;
/** When a daemon ends, another one is at work within this time. */
const handover = 5_000;

describe('two daemons on one PostgreSQL database', () => {
  let world: World;
  let admin: Person;
  const standbys: Daemon[] = [];

  /** Starts the first, and then the second. */
  async function begin(first: DaemonVariant = {}): Promise<readonly [Daemon, Daemon]> {
    world = await startWorld({ engine: 'postgres', admins: [boris], daemon: first });
    [admin = world.double.person(boris)] = world.admins;
    return [world.daemon, await standBy()];
  }

  async function standBy(env: NonNullable<DaemonVariant['env']> = {}): Promise<Daemon> {
    const daemon = world.launch({ env });
    standbys.push(daemon);
    await daemon.logged(did('standing_by'));
    return daemon;
  }

  afterEach(async () => {
    for (const daemon of standbys.splice(0)) await daemon.kill();
    await world.end();
    expect(world.double.violations).toEqual([]);
  });

  const calls = (method: string) => world.double.callLog.of(method);
  const conflicts = () => calls('getUpdates').filter(({ answer }) => answer?.ok === false && answer.error_code === 409);

  test('the second says which one is active and doesn’t poll Telegram until the first is killed', async () => {
    const [first, second] = await begin();
    const { message } = await second.logged(did('standing_by'));
    expect(message).toMatch(new RegExp(`process ${first.pid} on ${hostname()}, since \\d{4}-`));
    const request = await asks(newcomer(world));
    const card = await cardOf(admin, request);
    expect(calls('getMe')).toHaveLength(1);

    await first.kill();
    await second.logged(did('started'), handover);
    await asks(newcomer(world));
    admin.press(card, 'Approve');
    await cardOf(admin, request, ['Approved']);
    expect(second.log.filter(did('standing_by'))).toHaveLength(1);
    expect(conflicts()).toEqual([]);
  });

  test('the standby stops when asked, and the active one hands over when it stops', async () => {
    const [first, second] = await begin();
    expect(await second.stop()).toMatchObject({ code: 0, stderr: '' });
    const third = await standBy();
    expect(await first.stop()).toMatchObject({ code: 0, stderr: '' });
    await third.logged(did('started'), handover);
    await asks(newcomer(world));
    expect(conflicts()).toEqual([]);
  });

  test('both survive a database that ends all connections and refuses new ones, and the first goes on', async () => {
    const [first, second] = await begin();
    const server = new URL(world.databaseUrl);
    const name = server.pathname.slice(1);
    server.pathname = '/postgres';
    await onServer(server.href, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await onServer(server.href, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    await second.logged(({ message }) => String(message).includes('refuses the login'));
    await onServer(server.href, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await first.logged(did('lock_regained'));
    await second.logged(() => second.log.filter(did('standing_by')).length === 2);
    await asks(newcomer(world));
    expect(conflicts()).toEqual([]);
  });

  test('one that is cut off from the database leaves Telegram to the other, and ends when it can connect again', async () => {
    const [first, second] = await begin();
    await second.stop();
    await using proxy = await startProxy(new URL(world.databaseUrl));
    const third = await standBy({ DATABASE_URL: proxy.url.href });
    await first.kill();
    await third.logged(did('started'));
    const fourth = await standBy();
    const { length: early } = conflicts();

    proxy.refuse();
    proxy.hang();
    await fourth.logged(did('started'), handover + 1_000);
    for (let count = 0; count < 3; count += 1) await asks(newcomer(world));
    // The poll that was open.
    expect(conflicts().length - early).toBeLessThanOrEqual(1);
    expect(fourth.log.filter(did('foreign_poller'))).toEqual([]);
    proxy.cut();
    await proxy.admit();
    expect((await third.exited).code).toBe(75);
  });

  /** Where the first is stopped, and how often the client may hear the same: twice if the second can't know of the first. */
  const stops = [
    ['handled', 1],
    ['claimed', 1],
    ['answered', 2],
  ] as const;
  test.each(stops)(
    'the first, paused at "%s" until the second has taken over, does nothing more and ends',
    async (step, most) => {
      const [first, second] = await begin({
        entry: join(__dirname, 'entries', 'killed-at-step.cjs'),
        env: { KILL_STEP: step, KILL_COUNT: '1', KILL_SIGNAL: 'SIGSTOP' },
      });
      const client = newcomer(world);
      client.write('/request is anybody there?');
      await second.logged(did('started'));
      await client.sees('Got it!');
      await world.settled();
      const before = await written();

      first.signal('SIGCONT');
      const exit = await first.exited;
      expect(exit.code).toBe(75);
      expect(exit.stderr).toContain(`process ${second.pid} on ${hostname()}`);
      expect(await written()).toEqual(before);
      expect(client.chat.messages.filter(saying('Got it!')).length).toBeLessThanOrEqual(most);
      await asks(newcomer(world));
    },
  );

  test('after a takeover the first 409 counts as the other daemon’s last poll, and only a second as another program’s', async () => {
    const [first, second] = await begin();
    await first.kill();
    await second.logged(did('started'));
    const description = 'Conflict: terminated by other getUpdates request';
    for (let count = 0; count < 2; count += 1) {
      world.double.faults.add({ method: 'getUpdates', fault: { kind: 'refused', code: 409, description } });
    }
    // A poll that is open meets no fault: it has to be answered first.
    await asks(newcomer(world));
    const warned = await second.logged(({ message }) => String(message).includes('acted before still polls'));
    const told = await second.logged(did('foreign_poller'));
    expect(second.log.indexOf(warned)).toBeLessThan(second.log.indexOf(told));
    expect(second.log.filter(did('foreign_poller'))).toHaveLength(1);
    await asks(newcomer(world));
  });

  /** All that a daemon writes about people and messages. */
  async function written(): Promise<unknown> {
    const tables = ['people', 'requests', 'request_events', 'outbox', 'bot_messages', 'updates'];
    return Promise.all(
      tables.map(async (table) => ({ table, rows: await world.rows(`SELECT * FROM ${table} ORDER BY 1`) })),
    );
  }
});
