import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TelegramDouble } from '../../src/telegram-double/double';
import type { Fault } from '../../src/telegram-double/fault';
import type { Person } from '../../src/telegram-double/people';
import { Daemon, type LogLine } from '../../src/sandbox/daemon-process';
import { answerTo, asks, buttons, cardOf, newcomer, shown } from './scenes';
import { startWorld, type World } from './world';

const EX_CONFIG = 78;
const EX_TEMPFAIL = 75;
const profile = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const logged = (text: string) => (line: LogLine) => String(line['message']).includes(text);
/** Everything a daemon has written. */
const written = (daemon: Daemon): string => [JSON.stringify(daemon.log), ...daemon.stray, daemon.stderr].join('\n');

describe('a problem that a person has to fix ends the start with one message and code 78', () => {
  let double: TelegramDouble;
  let folder: string;
  beforeAll(async () => {
    double = await new TelegramDouble().start();
    folder = mkdtempSync(join(tmpdir(), 'sosekni-start-'));
  });
  afterAll(async () => {
    await double.stop();
    rmSync(folder, { recursive: true });
  });

  async function start(env: Readonly<Record<string, string>>): Promise<string> {
    const right = {
      TELEGRAM_BOT_TOKEN: double.token,
      TELEGRAM_API_ROOT: double.root,
      ADMIN_TELEGRAM_ID: '11',
      DATABASE_URL: `file:${join(folder, 'unused', 'sosekni.db')}`,
    };
    const daemon = new Daemon({ cwd: folder, env: { ...right, ...env } });
    const { code, stderr } = await daemon.exited;
    expect({ code, stderr, log: daemon.log }).toMatchObject({ code: EX_CONFIG, log: [] });
    expect(written(daemon)).not.toContain(double.token);
    return stderr;
  }

  test('wrong settings: each with its name, what is wrong and an example, and nothing is touched', async () => {
    const stderr = await start({
      TELEGRAM_BOT_TOKEN: '',
      ADMIN_TELEGRAM_ID: '@boris',
      REQUEST_TTL: '1w',
      SEND_RATE: '0',
    });
    for (const name of ['TELEGRAM_BOT_TOKEN', 'ADMIN_TELEGRAM_ID', 'REQUEST_TTL', 'SEND_RATE']) {
      expect(stderr).toMatch(new RegExp(`^.*${name}.*$`, 'm'));
    }
    expect(stderr).toContain('7d');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a token that Telegram refuses', async () => {
    const token = '7000000001:a-token-that-telegram-does-not-know';
    const stderr = await start({ TELEGRAM_BOT_TOKEN: token });
    expect(stderr).toMatch(/TELEGRAM_BOT_TOKEN.*@BotFather/);
    expect(stderr).not.toContain(token);
  });

  test('a database that is a text file', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'Buy milk. '.repeat(1000));
    const stderr = await start({ DATABASE_URL: `file:${file}` });
    expect(stderr).toMatch(/notes\.txt is not an SQLite database.*DATABASE_URL/s);
  });

  test('a data folder that is not writable', async () => {
    // Root may write everywhere, but not into a file as if it were a folder.
    writeFileSync(join(folder, 'data'), '');
    const stderr = await start({ DATABASE_URL: `file:${join(folder, 'data', 'sosekni.db')}` });
    expect(stderr).toMatch(/sosekni\.db can't be opened for writing.*DATABASE_URL/s);
  });

  test('a PostgreSQL that does not know the user; the password is not shown', async () => {
    const url = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
    url.username = 'nobody';
    url.password = 'hunter2hunter2';
    const stderr = await start({ DATABASE_URL: url.href });
    expect(stderr).toMatch(/refuses the login.*DATABASE_URL/s);
    expect(stderr).not.toContain('hunter2');
  });

  test('custom texts with an unknown sentence, an unknown variable and broken markup, all listed', async () => {
    const texts = join(folder, 'texts');
    mkdirSync(texts);
    writeFileSync(join(texts, 'en.ftl'), 'welcom = Hi\nwelcome = Hi { $nobody }\nno_request = <b>None\n');
    const stderr = await start({ TEXTS_DIR: texts });
    expect(stderr).toMatch(/welcom\b.*no such sentence/);
    expect(stderr).toMatch(/welcome.*\$nobody/);
    expect(stderr).toMatch(/no_request.*markup/);
  });
});

describe('a start', () => {
  let world: World;
  let admin: Person;
  const preloads = [join(__dirname, 'preloads', 'time-limits-on-demand.cjs')];
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [profile] });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    admin = first;
  });
  afterAll(() => world.close());

  test('is refused to a second daemon on the same file; the error names the first', async () => {
    const { code, stderr } = await world.launch().exited;
    expect(code).toBe(EX_TEMPFAIL);
    expect(stderr).toContain(`process ${world.daemon.pid}`);
    await asks(newcomer(world));
  });

  test('waits for an unreachable Telegram, says so, and serves within 10 s once it is back', async () => {
    await world.daemon.stop();
    await world.double.telegramAway();
    const ready = world.restart();
    await world.daemon.logged(logged("can't be reached at TELEGRAM_API_ROOT"));
    const anna = newcomer(world);
    anna.write('/request hello?');
    await world.double.telegramBack();
    await anna.sees('Got it!', { within: 10_000 });
    await ready;
  });

  test('waits for an unreachable PostgreSQL, and says so without its password', async () => {
    const away = world.launch({ env: { DATABASE_URL: 'postgres://bot:hunter2hunter2@127.0.0.1:1/none' } });
    await away.logged(logged('Waiting for it'));
    expect(await away.stop()).toMatchObject({ code: 0 });
    expect(written(away)).not.toContain('hunter2');
  });

  test('sets the command menus of clients and admins in every language, and only where the texts have changed since', async () => {
    const { callLog } = world.double;
    const told = () =>
      callLog.calls.filter(({ method }) => /^setMy(Commands|Description|ShortDescription)$/.test(method)).length;
    const startWith = async (env: Readonly<Record<string, string>>) => {
      await world.daemon.stop();
      await world.restart({ env });
    };
    const toldAll = async (env: Readonly<Record<string, string>>) => {
      // The profile is told after the menus, and its languages in their order.
      const last = callLog.next(
        ({ method, params }) => method === 'setMyShortDescription' && params['language_code'] === 'uk',
      );
      await startWith(env);
      await last;
      await answerTo(newcomer(world), '/start');
    };
    await toldAll({ COMMUNITY_NAME: 'Foxes' });
    const before = told();
    await startWith({ COMMUNITY_NAME: 'Foxes' });
    await answerTo(newcomer(world), '/start');
    expect(told()).toBe(before);
    await toldAll({});
    // Two menus and two texts of the profile, each in nine languages and for everybody else.
    expect(told() - before).toBe(4 * 10);
    const menuOf = (person: Person) => person.commands().map(({ command }) => command);
    const described = (person: Person) =>
      person
        .commands()
        .map(({ description }) => description)
        .join();
    const [anna, vera] = [newcomer(world), newcomer(world, { language_code: 'ru' })];
    expect(menuOf(anna)).toEqual(expect.arrayContaining(['request', 'status', 'cancel', 'appeal', 'help']));
    expect(menuOf(anna)).not.toContain('approve');
    expect(menuOf(admin)).toEqual(expect.arrayContaining(['pending', 'show', 'approve', 'reject', 'stats']));
    expect(described(vera)).toMatch(/[а-я]/);
    expect(described(anna)).not.toMatch(/[а-я]/);
    admin.rename({ language_code: 'ru' });
    expect(described(admin)).toMatch(/[а-я]/);
    expect(menuOf(admin)).toContain('approve');
    admin.rename({ language_code: 'en' });
  });

  test('waits with the command menus for as long as Telegram asks', async () => {
    const { double } = world;
    await world.daemon.stop();
    const fault = { kind: 'too_many_requests', retryAfter: 3, acts: false, scope: 'overall' } as const;
    double.faults.add({ method: 'setMyCommands', fault });
    const next = () => double.callLog.next(({ method }) => method === 'setMyCommands');
    const refused = next();
    await world.restart({ env: { COMMUNITY_NAME: 'Badgers' } });
    const { at } = await refused;
    expect((await next()).at - at).toBeGreaterThanOrEqual(3000);
  });

  test('uses a community’s own texts and its time zone', async () => {
    const texts = join(world.folder, 'texts');
    mkdirSync(texts);
    writeFileSync(join(texts, 'en.ftl'), 'welcome = Welcome to the <b>garden</b> of { $community }!\n');
    await world.daemon.stop();
    await world.restart({ env: { TEXTS_DIR: texts, TZ: 'Asia/Tokyo', COMMUNITY_NAME: 'Bees' } });
    const anna = newcomer(world);
    expect(shown(await answerTo(anna, '/start'))).toMatch(/^Welcome to the garden of Bees!/);
    expect(shown(await answerTo(anna, '/request me'))).toMatch(/Expires: .*(GMT\+9|JST)/);
  });

  test('keeps to a community’s own texts from before Telegram’s sentences had names of their own', async () => {
    const texts = join(world.folder, 'earlier-texts');
    mkdirSync(texts);
    writeFileSync(
      join(texts, 'en.ftl'),
      'next_pending = Patience! /status tells more.\nnext_none = Send /request.\nbutton_ask = Knock\n',
    );
    await world.daemon.stop();
    await world.restart({ env: { TEXTS_DIR: texts } });
    const anna = newcomer(world);
    const welcome = await answerTo(anna, '/start');
    expect(shown(welcome)).toMatch(/\n\nSend \/request\.$/);
    expect(buttons(welcome)).toEqual(['Knock']);
    expect(shown(await answerTo(anna, '/request me'))).toMatch(/decided sooner\.\nPatience! \/status tells more\.$/);
  });

  test('uses the time zone of .env, and warns of settings that are probably mistakes', async () => {
    await world.daemon.stop();
    writeFileSync(join(world.folder, '.env'), 'TZ=Asia/Tokyo\nREQUSET_TTL=1h\n');
    const daemon = await world.restart({ entry: join(__dirname, 'entries', 'own-home.cjs') });
    rmSync(join(world.folder, '.env'));
    expect(daemon.log.filter((line) => line['event.action'] === 'setting_warning')).toMatchObject([
      { 'log.level': 'warn', message: expect.stringMatching(/^REQUSET_TTL in \.env .*REQUEST_TTL/) as string },
    ]);
    expect(shown(await answerTo(newcomer(world), '/request me'))).toMatch(/Expires: .*(GMT\+9|JST)/);
  });

  test('never shows a token, whatever fails', async () => {
    const { double } = world;
    const failing: readonly Fault[] = [
      { kind: 'bad_json', acts: false },
      { kind: 'reset' },
      { kind: 'server_error', status: 500, acts: false },
    ];
    double.faults.add({ method: 'getMe', fault: { kind: 'bad_json', acts: false } });
    for (const method of ['getUpdates', 'sendMessage', 'editMessageText', 'answerCallbackQuery']) {
      for (const fault of failing) double.faults.add({ method, fault });
    }
    await world.daemon.stop();
    await world.restart({ preloads, env: { LOG_LEVEL: 'debug' } });
    const anna = newcomer(world);
    const request = await asks(anna);
    admin.press(await cardOf(admin, request), 'Approve');
    await cardOf(admin, request, ['Approved by']);

    const next = (wanted: string) => double.callLog.next(({ method }) => method === wanted);
    const stallInBodies = async (): Promise<void> => {
      for (const method of ['getUpdates', 'sendMessage']) {
        double.faults.add({ method, fault: { kind: 'hang', acts: false, stalls: 'body' } });
      }
      const stalled = Promise.all([next('getUpdates'), next('sendMessage')]);
      anna.write('/status');
      await stalled;
    };
    await stallInBodies();
    world.daemon.signal('SIGUSR2');
    await anna.sees('is approved');
    await answerTo(anna, '/start');
    await stallInBodies();
    await double.telegramAway();
    await double.telegramBack();
    await answerTo(anna, '/start');

    const [, secret] = double.token.split(':');
    expect(written(world.daemon)).toContain("can't be reached");
    expect(written(world.daemon)).not.toContain(secret);
  });

  test('logs no message’s text, and writes nothing to stderr, when all goes well', async () => {
    await world.daemon.stop();
    await world.restart();
    const anna = newcomer(world);
    const crowd = Array.from({ length: 20 }, () => newcomer(world));
    const [request] = await Promise.all([anna, ...crowd].map((client) => asks(client, 'between you and me')));
    admin.write(`/reject ${request} because I say so`);
    await anna.sees('because I say so');
    await world.daemon.stop();
    expect(world.daemon.stderr).toBe('');
    expect(world.daemon.stray).toEqual([]);
    expect(written(world.daemon)).not.toMatch(/between you and me|because I say so/);
  });
});

test.each([
  ['sqlite', '__drizzle_migrations'],
  ['postgres', 'drizzle.__drizzle_migrations'],
] as const)('a database of a newer version is refused, on %s', async (engine, migrations) => {
  const world = await startWorld({ engine, admins: [profile] });
  try {
    await world.daemon.stop();
    await world.change(`INSERT INTO ${migrations} (hash, created_at) VALUES ('from the future', 9000000000000)`);
    const { code, stderr } = await world.launch().exited;
    expect({ code, stderr }).toMatchObject({
      code: EX_CONFIG,
      stderr: expect.stringContaining('newer version') as string,
    });
  } finally {
    await world.end();
  }
});
