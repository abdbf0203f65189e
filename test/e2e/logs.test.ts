import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asks, cardOf, newcomer } from './scenes';
import { startWorld, type World } from './world';

const EX_CONFIG = 78;
const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };

describe('the log', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris] });
  });
  afterAll(() => world.close());

  test('names who decided which request', async () => {
    const [admin] = world.admins;
    const request = await asks(newcomer(world));
    admin?.write(`/approve ${request}`);
    if (admin !== undefined) await cardOf(admin, request, ['Approved']);
    const line = await world.daemon.logged((each) => each['event.action'] === 'approve');
    expect(line).toMatchObject({ 'log.level': 'info', 'sosekni.request_id': request, 'user.id': String(boris.id) });
  });

  test('says that an update took too long', async () => {
    await world.daemon.stop();
    await world.restart({ entry: join(__dirname, 'entries', 'slow-at-step.cjs'), env: { SLOW_STEP: 'received' } });
    newcomer(world).write('/start');
    const line = await world.daemon.logged((each) => each['event.action'] === 'slow_updates');
    expect(line).toMatchObject({ 'log.level': 'warn', 'labels.updates': 1 });
    expect(line['event.duration']).toBeGreaterThan(1_000_000_000);
  });

  test('is in LOG_FILE as well, always as JSON', async () => {
    const file = join(world.folder, 'bot.log');
    await world.daemon.stop();
    await world.restart({ env: { LOG_FILE: file, LOG_FORMAT: 'pretty' } });
    await world.daemon.stop();
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const actions = lines.map((line) => (JSON.parse(line) as Record<string, unknown>)['event.action']);
    expect(actions).toEqual(expect.arrayContaining(['started', 'stopping', 'stopped']));
    expect(world.daemon.stray.join('\n')).toContain('the bot is up');
    await world.restart();
  });

  test('stops the bot from starting if LOG_FILE can not be written', async () => {
    await world.daemon.stop();
    const { code, stderr } = await world.launch({ env: { LOG_FILE: join(world.folder, 'no', 'bot.log') } }).exited;
    expect(code).toBe(EX_CONFIG);
    expect(stderr).toMatch(/LOG_FILE can't be written.*ENOENT.*folder/s);
    await world.restart();
  });

  test('goes on, and so does the bot, when the disk of LOG_FILE is full', async () => {
    await world.daemon.stop();
    await world.restart({ env: { LOG_FILE: '/dev/full' } });
    await world.daemon.logged((line) => line['event.action'] === 'log_file_failing');
    await asks(newcomer(world));
    await world.daemon.stop();
    expect(world.daemon.log.filter((line) => line['event.action'] === 'log_file_failing')).toHaveLength(1);
    expect(world.daemon.log.at(-1)).toMatchObject({ 'event.action': 'stopped' });
    await world.restart();
  });
});

test('keeps every p if a PostgreSQL user, password and database are all “p”', async () => {
  const world = await startWorld({ engine: 'postgres', admins: [boris] });
  const server = new URL(world.databaseUrl);
  try {
    await world.daemon.stop();
    await world.change("CREATE ROLE p LOGIN PASSWORD 'p'");
    await world.change('CREATE DATABASE p OWNER p');
    const url = new URL('/p', server);
    [url.username, url.password] = ['p', 'p'];
    await world.restart({ env: { DATABASE_URL: url.href, LOG_LEVEL: 'debug' } });
    await asks(newcomer(world));
    await world.daemon.stop();
    const text = JSON.stringify(world.daemon.log);
    expect(text).toContain('the bot is up');
    expect(text).not.toContain('[redacted]');
    url.password = 'q';
    const { stderr } = await world.launch({ env: { DATABASE_URL: url.href } }).exited;
    expect(stderr).toMatch(/PostgreSQL at .*\/p .*for user "p"/);
  } finally {
    await world.daemon.kill();
    await world.change('DROP DATABASE IF EXISTS p WITH (FORCE)');
    await world.change('DROP ROLE IF EXISTS p');
    await world.end();
  }
});
