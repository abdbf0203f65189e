import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TelegramDouble } from '../../src/telegram-double/double';
import { startProxy } from '../store/proxy';
import { Daemon, type LogLine } from '../../src/sandbox/daemon-process';
import { asks, cardOf, newcomer } from './scenes';
import { ask, askUntil, listening, obstacles, portsOf, samplesOf } from './watcher';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const did = (action: string) => (line: LogLine) => line['event.action'] === action;

describe('monitoring by HTTP', () => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.close();
    world = null;
  });

  test.each(['sqlite', 'postgres'] as const)('finds a running daemon alive and ready, on %s', async (engine) => {
    world = await startWorld({ engine, admins: [boris], env: listening });
    expect(await ask(world.daemon, '/healthz')).toEqual({
      status: 200,
      body: '{"alive":true,"phase":"active","reasons":[]}\n',
    });
    expect(await ask(world.daemon, '/readyz')).toEqual({
      status: 200,
      body: '{"ready":true,"phase":"active","reasons":[]}\n',
    });
    expect((await samplesOf(world.daemon)).get('sosekni_ready')).toBe(1);
  });

  test('finds it not ready while Telegram is unreachable, but alive, and ready afterwards', async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris], env: listening });
    await world.double.telegramAway();
    const away = await askUntil(world.daemon, '/readyz', ({ status }) => status === 503);
    expect(obstacles(away)).toEqual(['polling']);
    expect((await ask(world.daemon, '/healthz')).status).toBe(200);
    expect((await samplesOf(world.daemon)).get('sosekni_ready')).toBe(0);

    await world.double.telegramBack();
    await asks(newcomer(world));
    expect((await ask(world.daemon, '/readyz')).status).toBe(200);
  });

  test('finds it not ready if Telegram accepts no message for two minutes, but alive while it keeps trying', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sosekni-clock-'));
    const clock = join(folder, 'ahead');
    writeFileSync(clock, '0');
    const entry = join(__dirname, 'entries', 'clock-from-file.cjs');
    const env = { ...listening, CLOCK_FILE: clock };
    world = await startWorld({ engine: 'sqlite', admins: [boris], env, daemon: { entry } });
    const fault = { kind: 'server_error', status: 502, acts: false } as const;
    const { daemon, double } = world;
    const refusing = double.faults.add({ method: 'sendMessage', times: Infinity, fault });
    const client = newcomer(world);
    client.write('/request Hello');
    await double.callLog.next(({ method }) => method === 'sendMessage');
    expect(obstacles(await ask(daemon, '/readyz'))).toEqual([]);

    writeFileSync(clock, String(180_000));
    client.write('/status');
    const stuck = await askUntil(daemon, '/readyz', (told) => obstacles(told).join() === 'outbox');
    expect(obstacles(stuck)).toEqual(['outbox']);
    expect((await askUntil(daemon, '/healthz', ({ status }) => status === 200)).status).toBe(200);
    const samples = await samplesOf(daemon);
    expect(samples.get('sosekni_outbox_oldest_sendable_age_seconds')).toBeGreaterThanOrEqual(180);
    expect(samples.get('sosekni_sends_total{method="sendMessage",outcome="unknown"}')).toBeGreaterThan(0);

    refusing.remove();
    await world.settled();
    expect(obstacles(await ask(daemon, '/readyz'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test('finds a standby alive and not ready, until it takes over', async () => {
    world = await startWorld({ engine: 'postgres', admins: [boris], env: listening });
    const second = world.launch();
    try {
      await second.logged(did('standing_by'));
      expect((await ask(second, '/healthz')).status).toBe(200);
      expect(await ask(second, '/readyz')).toEqual({
        status: 503,
        body: '{"ready":false,"phase":"standing_by","reasons":[{"what":"standby","why":"standby: another process is active on the database"}]}\n',
      });
      expect((await samplesOf(world.daemon)).get('sosekni_leader')).toBe(1);
      const samples = await samplesOf(second);
      expect(samples.get('sosekni_leader')).toBe(0);
      expect(samples.get('sosekni_phase{phase="standing_by"}')).toBe(1);
      expect([...samples.keys()].filter((name) => name.startsWith('sosekni_requests'))).toEqual([]);

      await world.daemon.kill();
      await second.logged(did('started'));
      expect((await askUntil(second, '/readyz', ({ status }) => status === 200)).status).toBe(200);
      expect((await samplesOf(second)).get('sosekni_leader')).toBe(1);
    } finally {
      await second.kill();
    }
  });

  test('finds a daemon without its database not ready, and shows what is known without it', async () => {
    world = await startWorld({ engine: 'postgres', admins: [boris], env: listening });
    await using proxy = await startProxy(new URL(world.databaseUrl));
    await world.daemon.stop();
    const daemon = await world.restart({ env: { DATABASE_URL: proxy.url.href } });
    proxy.refuse();
    proxy.cut();
    const told = await askUntil(daemon, '/readyz', ({ status }) => status === 503);
    expect(obstacles(told)).toContain('database');
    const samples = await samplesOf(daemon);
    expect(samples.get('sosekni_database_up')).toBe(0);
    expect(samples.has('sosekni_oldest_pending_age_seconds')).toBe(false);
    expect(samples.has('sosekni_last_poll_age_seconds')).toBe(true);
    await proxy.admit();
    expect(obstacles(await askUntil(daemon, '/readyz', ({ status }) => status === 200))).toEqual([]);
  });

  test('counts events in the metrics', async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris], env: { ...listening, CLIENT_RATE: '3/1h' } });
    const [admin] = world.admins;
    if (admin === undefined) throw new Error('there is an admin');
    const first = await asks(newcomer(world));
    const flooding = newcomer(world);
    const second = await asks(flooding);
    await world.backDate('requests', 'submitted_at', 3_600_000, `id = ${first}`);
    await world.backDate('requests', 'submitted_at', 60_000, `id = ${second}`);
    admin.press(await cardOf(admin, first), 'Approve');
    await cardOf(admin, first, ['Approved']);
    for (let n = 0; n < 6; n += 1) flooding.write('/status');
    await flooding.sees(/20|3/);
    await world.settled();

    const samples = await samplesOf(world.daemon);
    expect(Object.fromEntries(samples)).toMatchObject({
      'sosekni_updates_total{kind="callback_query",outcome="handled"}': 1,
      'sosekni_updates_total{kind="message",outcome="handled"}': 5,
      'sosekni_updates_total{kind="message",outcome="ignored"}': 3,
      sosekni_update_failures_total: 0,
      sosekni_update_handling_seconds_count: 9,
      'sosekni_requests{status="pending"}': 1,
      'sosekni_requests{status="approved"}': 1,
      'sosekni_requests{status="expired"}': 0,
      'sosekni_request_changes_total{change="submitted"}': 2,
      'sosekni_request_changes_total{change="approved"}': 1,
      'sosekni_decision_seconds_count{decision="approved"}': 1,
      'sosekni_outbox_messages{state="waiting"}': 0,
      'sosekni_outbox_messages{state="in_flight"}': 0,
      'sosekni_outbox_messages{state="undeliverable"}': 0,
      sosekni_outbox_oldest_age_seconds: 0,
      'sosekni_sends_total{method="editMessageText",outcome="accepted"}': 1,
      'sosekni_telegram_calls_total{method="getMe",outcome="ok"}': 1,
      'sosekni_polls_total{end="foreign_poller"}': 0,
      'sosekni_sweep_seconds_count{end="done"}': 1,
      sosekni_database_up: 1,
      sosekni_leader: 1,
      'sosekni_phase{phase="active"}': 1,
    });
    expect(samples.get('sosekni_decision_seconds_sum{decision="approved"}')).toBeGreaterThanOrEqual(3600);
    expect(samples.get('sosekni_oldest_pending_age_seconds')).toBeGreaterThanOrEqual(60);
    expect(samples.get('sosekni_last_poll_age_seconds')).toBeLessThan(60);
    expect(samples.get('sosekni_database_transaction_seconds_count{end="committed"}')).toBeGreaterThan(5);
    expect([...samples.keys()].filter((name) => name.startsWith('sosekni_build_info'))).toEqual([
      `sosekni_build_info{version="${process.env['npm_package_version'] ?? '0.1.0'}"}`,
    ]);
  });

  test('counts problems in the metrics: 429s, another poller, people who blocked the bot', async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris], env: listening });
    const { double, daemon } = world;
    const limited = { kind: 'too_many_requests', retryAfter: 1, acts: false, scope: 'chat' } as const;
    double.faults.add({ method: 'sendMessage', fault: limited });
    await asks(newcomer(world));
    const leaving = newcomer(world);
    leaving.write('/request Hello');
    leaving.block();
    await world.settled();
    const conflict = 'Conflict: terminated by other getUpdates request';
    double.faults.add({ method: 'getUpdates', fault: { kind: 'refused', code: 409, description: conflict } });
    await asks(newcomer(world));
    await daemon.logged(did('foreign_poller'));
    await asks(newcomer(world));
    expect(Object.fromEntries(await samplesOf(daemon))).toMatchObject({
      'sosekni_sends_total{method="sendMessage",outcome="limited"}': 1,
      'sosekni_sends_total{method="sendMessage",outcome="blocked"}': 1,
      'sosekni_outbox_messages{state="undeliverable"}': 1,
      'sosekni_telegram_calls_total{method="sendMessage",outcome="limited"}': 1,
      'sosekni_polls_total{end="foreign_poller"}': 1,
    });
  });

  test('shows the token nowhere, and nothing but the documented pages', async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris], env: listening });
    await asks(newcomer(world), 'a secret of my own');
    await world.settled();
    const paths = ['/metrics', '/healthz', '/readyz', '/', `/bot${world.double.token}/getMe`, '/metrics/../.env'];
    const told = await Promise.all(paths.map((path) => ask(world?.daemon ?? never(), path)));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404, 404]);
    const all = told.map(({ body }) => body).join('\n');
    expect(all).not.toContain(world.double.token.split(':')[1]);
    expect(all).not.toMatch(/a secret of my own|Anna/);
  });

  test('has no port if HTTP_LISTEN is off, and loads nothing for it', async () => {
    const modules = join(mkdtempSync(join(tmpdir(), 'sosekni-modules-')), 'modules');
    const preloads = [join(__dirname, 'preloads', 'lists-modules.cjs')];
    const env = { MODULES_FILE: modules };
    world = await startWorld({ engine: 'sqlite', admins: [boris], env, daemon: { preloads } });
    const forWatching = /prom-client|dist\/observability\/(metrics|http)\/|dist\/network\/listener/;
    expect(portsOf(world.daemon.pid ?? never())).toBe(0);
    await world.daemon.stop();
    expect(readFileSync(modules, 'utf8')).not.toMatch(forWatching);

    await world.restart({ preloads, env: listening });
    expect(portsOf(world.daemon.pid ?? never())).toBe(1);
    await world.daemon.stop();
    expect(readFileSync(modules, 'utf8')).toMatch(forWatching);
    rmSync(dirname(modules), { recursive: true });
  });
});

describe('a daemon on its way up', () => {
  let double: TelegramDouble;
  let folder: string;
  beforeAll(async () => {
    double = await new TelegramDouble().start();
    folder = mkdtempSync(join(tmpdir(), 'sosekni-watch-'));
  });
  afterAll(async () => {
    await double.stop();
    rmSync(folder, { recursive: true });
  });

  const launch = (env: Readonly<Record<string, string>>) =>
    new Daemon({
      cwd: folder,
      atWork: Promise.resolve(),
      env: {
        TELEGRAM_BOT_TOKEN: double.token,
        TELEGRAM_API_ROOT: double.root,
        ADMIN_TELEGRAM_ID: '11',
        DATABASE_URL: `file:${join(folder, 'sosekni.db')}`,
        ...listening,
        ...env,
      },
    });

  test('says that it waits for the database', async () => {
    await using proxy = await startProxy(new URL(process.env['TEST_POSTGRES_URL'] ?? never()));
    proxy.refuse();
    const daemon = launch({ DATABASE_URL: proxy.url.href });
    try {
      await daemon.logged(did('database_unreachable'));
      expect(obstacles(await ask(daemon, '/readyz'))).toEqual(['database']);
      expect((await ask(daemon, '/healthz')).status).toBe(200);
      expect((await samplesOf(daemon)).get('sosekni_phase{phase="waiting_for_database"}')).toBe(1);
    } finally {
      expect(await daemon.stop()).toMatchObject({ code: 0, stderr: '' });
    }
  });

  test('says that it waits for Telegram', async () => {
    await double.telegramAway();
    const daemon = launch({});
    try {
      await daemon.logged(did('telegram_unreachable'));
      expect(obstacles(await ask(daemon, '/readyz'))).toEqual(['start']);
      expect((await samplesOf(daemon)).get('sosekni_phase{phase="waiting_for_telegram"}')).toBe(1);
    } finally {
      await daemon.kill();
      await double.telegramBack();
    }
  });

  test('ends with code 78 and advice if another program has the port', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await launch({ HTTP_LISTEN: `127.0.0.1:${port}` }).exited;
    other.close();
    expect({ code, stderr }).toEqual({
      code: 78,
      stderr: `HTTP_LISTEN: 127.0.0.1, port ${port}: another program is listening there. Stop it, or choose another port.\n`,
    });
  });

  test('ends with code 78 if the machine has no such address', async () => {
    const { code, stderr } = await launch({ HTTP_LISTEN: '192.0.2.1:9464' }).exited;
    expect(code).toBe(78);
    expect(stderr).toMatch(/^HTTP_LISTEN: 192\.0\.2\.1, port 9464: this machine has no such address/);
  });
});

function never(): never {
  throw new Error('what the test stands on is missing');
}
