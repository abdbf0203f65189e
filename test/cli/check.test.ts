import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld, type World } from '../e2e/world';
import { command, type CommandOptions, type Ended } from './command';

const EX_TEMPFAIL = 75;
const EX_CONFIG = 78;
const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const group = { id: -1_000_000_000_777, title: 'Admins' };

/** What is said of a subject, and the word in front of it. */
const lineOf = ({ stdout }: Ended, subject: string): string | undefined =>
  stdout.split('\n').find((line) => line.slice(7).startsWith(`${subject}: `));

describe.each(['sqlite', 'postgres'] as const)('check, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine, admins: [boris], group });
  });
  afterAll(() => world.close());

  const check = (env: CommandOptions['env'] = {}, options: Omit<CommandOptions, 'env'> = {}): Promise<Ended> =>
    command(['check'], {
      ...options,
      env: {
        TELEGRAM_BOT_TOKEN: world.double.token,
        TELEGRAM_API_ROOT: world.double.root,
        ADMIN_TELEGRAM_ID: String(boris.id),
        ADMIN_CHAT_ID: String(group.id),
        DATABASE_URL: world.databaseUrl,
        ...env,
      },
    });

  test('finds everything right beside a daemon that runs, and disturbs nobody', async () => {
    const calls = world.double.ledger.calls.length;
    const ended = await check();
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).not.toMatch(/^wrong/m);
    expect(lineOf(ended, 'token')).toMatch(/^ok .*@/);
    expect(lineOf(ended, `admin ${boris.id}`)).toMatch(/^ok .*Boris/);
    expect(lineOf(ended, `group ${group.id}`)).toMatch(/^ok .*Admins/);
    expect(lineOf(ended, 'clock')).toMatch(/^ok /);
    expect(lineOf(ended, 'database')).toMatch(new RegExp(`^ok .*in use by process ${world.daemon.pid} `));
    const asked = new Set(world.double.ledger.calls.slice(calls).map(({ method }) => method));
    // The daemon's own.
    for (const method of ['getUpdates', 'setMyCommands']) asked.delete(method);
    expect([...asked].sort()).toEqual(['getChat', 'getChatMember', 'getMe']);
    expect(world.daemon.log.some((line) => line['event.action'] === 'lock_lost')).toBe(false);
  });

  test('says of an admin who never pressed Start that they have to', async () => {
    const ended = await check({ ADMIN_TELEGRAM_ID: `${boris.id},404` });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'admin 404')).toMatch(/^wrong .*press Start.*ADMIN_TELEGRAM_ID/);
    expect(lineOf(ended, `admin ${boris.id}`)).toMatch(/^ok /);
  });

  test('says of a group without the bot that it has to be added', async () => {
    const ended = await check({ ADMIN_CHAT_ID: '-1000000000778' });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'group -1000000000778')).toMatch(/^wrong .*Add @.*ADMIN_CHAT_ID/);
  });

  test('says that Telegram is away, what could not be looked at, and that a later try may do', async () => {
    const ended = await check({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });
    expect(ended.code).toBe(EX_TEMPFAIL);
    expect(lineOf(ended, 'token')).toMatch(/^wrong .*TELEGRAM_API_ROOT/);
    expect(lineOf(ended, `admin ${boris.id}`)).toMatch(/^open /);
    expect(lineOf(ended, 'database')).toMatch(/^ok /);
  });

  test('says of a token that Telegram refuses where to get one, and shows it nowhere', async () => {
    const token = '7000000001:a-token-that-telegram-does-not-know';
    const ended = await check({ TELEGRAM_BOT_TOKEN: token });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'token')).toMatch(/^wrong .*@BotFather.*TELEGRAM_BOT_TOKEN/);
    expect(ended.stdout + ended.stderr).not.toContain('a-token-that');
  });
});

describe('check', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris] });
  });
  afterAll(() => world.close());
  const right = () => ({
    TELEGRAM_BOT_TOKEN: world.double.token,
    TELEGRAM_API_ROOT: world.double.root,
    ADMIN_TELEGRAM_ID: String(boris.id),
    DATABASE_URL: world.databaseUrl,
  });

  test('says by how much this machine’s clock is wrong', async () => {
    const file = join(world.folder, 'ahead');
    writeFileSync(file, '3600000');
    const ended = await command(['check'], {
      env: { ...right(), CLOCK_FILE: file },
      entry: join(__dirname, '..', 'e2e', 'entries', 'clock-from-file.cjs'),
    });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'clock')).toMatch(/^wrong .*3(600|599|601) s ahead of.*NTP/);
  });

  test('finds an HTTP port that another program has, one that is free, and one that the daemon has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const listen = { HTTP_LISTEN: `127.0.0.1:${port}` };
    const taken = await command(['check'], { env: { ...right(), ...listen } });
    expect(taken.code).toBe(EX_CONFIG);
    expect(lineOf(taken, 'HTTP port')).toMatch(/^wrong .*HTTP_LISTEN.*another program listens there/);
    other.close();
    await once(other, 'close');
    expect(lineOf(await command(['check'], { env: { ...right(), ...listen } }), 'HTTP port')).toMatch(/^ok .*is free/);
    await world.daemon.stop();
    await world.restart({ env: listen });
    const had = await command(['check'], { env: { ...right(), ...listen } });
    expect({ code: had.code, line: lineOf(had, 'HTTP port') }).toEqual({
      code: 0,
      line: expect.stringMatching(/^ok .*daemon that runs/) as string,
    });
  });

  test('finds a log file whose folder is not there', async () => {
    const ended = await command(['check'], { env: { ...right(), LOG_FILE: join(world.folder, 'none', 'bot.log') } });
    expect(ended.code).toBe(EX_CONFIG);
    expect(lineOf(ended, 'log file')).toMatch(/^wrong .*LOG_FILE/);
  });

  test('lists wrong settings as the daemon does', async () => {
    const { code, stdout, stderr } = await command(['check'], { env: { ...right(), REQUEST_TTL: '1w' } });
    expect({ code, stdout }).toEqual({ code: EX_CONFIG, stdout: '' });
    expect(stderr).toMatch(/REQUEST_TTL must be a duration/);
  });

  test('finds that a database is yet to be made, and makes none', async () => {
    const place = join(world.folder, 'later');
    const ended = await command(['check'], { env: { ...right(), DATABASE_URL: `file:${place}/x/sosekni.db` } });
    expect(ended.code).toBe(0);
    expect(lineOf(ended, 'database')).toMatch(/^ok .*when it starts/);
    expect(readdirSync(world.folder)).not.toContain('later');
  });

  test('finds a database that is none, one that is newer, and one whose server is away', async () => {
    const file = join(world.folder, 'notes.txt');
    writeFileSync(file, 'Buy milk. '.repeat(1000));
    const notes = await command(['check'], { env: { ...right(), DATABASE_URL: `file:${file}` } });
    expect(notes.code).toBe(EX_CONFIG);
    expect(lineOf(notes, 'database')).toMatch(/^wrong .*is not an SQLite database/);

    const url = 'postgres://bot:hunter2hunter2@127.0.0.1:1/none';
    const away = await command(['check'], { env: { ...right(), DATABASE_URL: url } });
    expect(away.code).toBe(EX_TEMPFAIL);
    expect(lineOf(away, 'database')).toMatch(/^wrong .*DATABASE_URL/);
    expect(away.stdout + away.stderr).not.toContain('hunter2');
  });
});
