import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import type { Config } from '../../src/config/config';
import { loadConfig, loadConfigFromFiles } from '../../src/config/load';
import { describeProblems, type Problem } from '../../src/config/report';
import { settingNames } from '../../src/config/schema';
import { secretsOf } from '../../src/config/secrets';
import type { Sources } from '../../src/config/sources';

const token = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';
const required = { TELEGRAM_BOT_TOKEN: token, ADMIN_TELEGRAM_ID: '11' };
const second = 1_000;
const day = 24 * 60 * 60 * second;

function load(env: Record<string, string>, others: Partial<Sources> = {}) {
  return loadConfig({ env, dotenv: {}, credentials: () => null, home: '/srv/bot', isTty: false, ...others });
}
function configOf(env: Record<string, string>, others: Partial<Sources> = {}): Config {
  const loaded = load({ ...required, ...env }, others);
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  return loaded.config;
}
function problemsOf(env: Record<string, string>, others: Partial<Sources> = {}): readonly Problem[] {
  const loaded = load({ ...required, ...env }, others);
  return loaded.ok ? [] : loaded.problems;
}
const refused = (env: Record<string, string>) => problemsOf(env).map(({ setting }) => setting);

/** A value that is wrong for each setting that can be wrong. */
const allWrong = {
  TELEGRAM_BOT_TOKEN: 'not:a-token',
  ADMIN_TELEGRAM_ID: '@alice',
  ADMIN_CHAT_ID: '100',
  ACCESS_CHATS: '-100',
  ACCESS_REVOKE: 'ban',
  ACCESS_STRANGERS: 'kick',
  JOIN_REQUESTS: 'approve',
  DATABASE_URL: 'mysql://sosekni:hunter2@localhost/sosekni',
  REQUEST_TTL: '1h30m',
  APPEAL_AFTER: '-5m',
  APPEAL_WINDOW: '7',
  REMIND_BEFORE: 'never',
  RETENTION: 'forever',
  SWEEP_SCHEDULE: '* * *',
  COMMUNITY_NAME: 'x'.repeat(65),
  DEFAULT_LANGUAGE: 'English',
  TZ: 'Berlin',
  UNDO_WINDOW: '1.5h',
  APPROVALS_NEEDED: '0',
  APPEAL_LIMIT: '-1',
  TELEGRAM_API_ROOT: 'api.telegram.org',
  TELEGRAM_PROXY: 'proxy.example',
  SEND_RATE: '0',
  CLIENT_RATE: '20',
  HTTP_LISTEN: '9464',
  WEB_LISTEN: '8080',
  PUBLIC_URL: 'http://desk.example',
  API_TOKEN: 'hunter2',
  WEBHOOK_URL: 'crm.example/hooks',
  WEBHOOK_SECRET: 'hunter2',
  SMTP_HOST: 'smtp.example.com:587',
  SMTP_PORT: 'smtp',
  FORM: 'yes',
  SMTP_SECURITY: 'tls',
  SMTP_USERNAME: 'a\nb',
  SMTP_PASSWORD: 'hunter\n2',
  SMTP_FROM: 'bot',
  SMS_URL: 'https://sms.example/send?to={to}',
  SMS_FROM: 'a name that is too long',
  SMS_PREFIXES: '49',
  SMS_DAILY: '0',
  BACKUP_SCHEDULE: 'daily',
  BACKUP_KEEP: '0',
  BACKUP_MAX_AGE: 'off',
  BACKUP_S3_URL: 's3://bucket/prefix',
  BACKUP_S3_REGION: 'eu central 1',
  BACKUP_S3_ACCESS_KEY: 'access key',
  BACKUP_S3_SECRET_KEY: 'secret key',
  LOG_LEVEL: 'verbose',
  LOG_FORMAT: 'xml',
};

describe('settings', () => {
  test('only the token and an admin are required', () => {
    expect(configOf({})).toEqual({
      token,
      admins: [11],
      adminChatId: null,
      adminTopicId: null,
      access: null,
      apiRoot: 'https://api.telegram.org/',
      proxy: null,
      database: { dialect: 'sqlite', path: '/srv/bot/data/sosekni.db' },
      policy: {
        requestTtl: 7 * day,
        appealAfter: 7 * day,
        appealWindow: null,
        appealLimit: null,
        undoWindow: 600 * second,
        approvalsNeeded: 1,
      },
      remindBefore: day,
      retention: null,
      sweepSchedule: '* * * * *',
      community: 'Sosekni',
      defaultLanguage: 'en',
      textsDir: null,
      timeZone: null,
      sendRate: 28,
      clientRate: { limit: 20, window: 60 * second },
      backup: { folder: '/srv/bot/data/backups', keep: 30 * day, schedule: null, maxAge: null, bucket: null },
      httpListen: null,
      web: null,
      webhook: null,
      email: null,
      hasForm: false,
      sms: null,
      log: { level: 'info', format: 'json', file: null },
    });
  });

  test('a credential overrides the environment, which overrides .env', () => {
    const credentials = (name: string) =>
      ({ telegram_bot_token: `${token}-c\n`, database_url: 'file:/c.db\n' })[name] ?? null;
    const dotenv = { TELEGRAM_BOT_TOKEN: `${token}-d`, REQUEST_TTL: '1d', APPEAL_AFTER: '1d', COMMUNITY_NAME: 'Chess' };
    const config = configOf({ REQUEST_TTL: '2d', APPEAL_AFTER: '' }, { credentials, dotenv });
    expect(config.token).toBe(`${token}-c`);
    expect(config.database).toEqual({ dialect: 'sqlite', path: '/c.db' });
    expect(config.policy.requestTtl).toBe(2 * day);
    expect(config.community).toBe('Chess');
    // Empty in the environment is unset there.
    expect(config.policy.appealAfter).toBe(day);
  });

  test('.env.example names every setting with its default', () => {
    const example = readFileSync(path.join(__dirname, '../../.env.example'), 'utf8');
    const values = parseDotenv(example.replace(/^#(?=[A-Z\d_]+=)/gm, ''));
    expect(Object.keys(values)).toHaveLength(settingNames.length);
    expect(Object.keys(values)).toEqual(expect.arrayContaining([...settingNames]));
    expect(load(required, { dotenv: values })).toEqual(load(required));
  });

  test('a time zone is an IANA name, also as the C library writes it', () => {
    const zone = (TZ: string) => configOf({ TZ }).timeZone;
    expect(zone('Europe/Berlin')).toBe('Europe/Berlin');
    expect(zone(':Europe/Berlin')).toBe('Europe/Berlin');
    expect(zone('/usr/share/zoneinfo/Asia/Tokyo')).toBe('Asia/Tokyo');
    expect(zone('UTC')).toBe('UTC');
    expect(configOf({}, { dotenv: { TZ: 'Asia/Tokyo' } }).timeZone).toBe('Asia/Tokyo');
    for (const text of ['Berlin', 'Europe/Berlim', 'CET-1CEST', 'local']) expect(refused({ TZ: text })).toEqual(['TZ']);
  });

  test('durations are a whole number and a unit', () => {
    const ttl = (text: string) => configOf({ REQUEST_TTL: text }).policy.requestTtl;
    expect(['500ms', '2s', '15m', '36h', '7d', '3650d'].map(ttl)).toEqual([
      500,
      2 * second,
      900 * second,
      1.5 * day,
      7 * day,
      3650 * day,
    ]);
    for (const text of ['1h30m', '-5m', '1.5h', '7', '0', '0s', 'off', '7 d', '7D', '1w', '3651d', '9e9d', 'd']) {
      expect(refused({ REQUEST_TTL: text })).toEqual(['REQUEST_TTL']);
    }
  });

  test('the undo window may be 0, and no other duration may', () => {
    expect(configOf({ UNDO_WINDOW: '0' }).policy.undoWindow).toBe(0);
    expect(refused({ APPEAL_AFTER: '0', APPEAL_WINDOW: '0', REMIND_BEFORE: '0' })).toHaveLength(3);
  });

  test('a reminder before the request itself is switched off, without an error', () => {
    expect(configOf({ REMIND_BEFORE: 'off' }).remindBefore).toBeNull();
    expect(configOf({ REQUEST_TTL: '1h', REMIND_BEFORE: '1h' }).remindBefore).toBeNull();
    expect(configOf({ REQUEST_TTL: '1h' }).remindBefore).toBeNull();
    expect(configOf({ REQUEST_TTL: '61m', REMIND_BEFORE: '1h' }).remindBefore).toBe(3600 * second);
  });

  test('admins are numbers, each counted once', () => {
    expect(configOf({ ADMIN_TELEGRAM_ID: '22, 11,22 ,4503599627370496' }).admins).toEqual([22, 11, 2 ** 52]);
    for (const text of ['@alice', '0', '-11', '1.5', '11,', '11;22', '4503599627370497', '0x11']) {
      expect(refused({ ADMIN_TELEGRAM_ID: text })).toEqual(['ADMIN_TELEGRAM_ID']);
    }
  });

  test('the admin chat is a group, never a person', () => {
    expect(configOf({ ADMIN_CHAT_ID: '-1001234567890' }).adminChatId).toBe(-1001234567890);
    expect(configOf({ ADMIN_CHAT_ID: '-1001234567890' }).adminTopicId).toBeNull();
    expect(configOf({ ADMIN_CHAT_ID: '-1001234567890/12' })).toMatchObject({
      adminChatId: -1001234567890,
      adminTopicId: 12,
    });
    expect(configOf({ ADMIN_CHAT_ID: '-1001234567890/1' }).adminTopicId).toBeNull();
    const topics = ['-4000001/12', '-1001234567890/', '-1001234567890/0', '-1001234567890/x', '-1001234567890/1/2'];
    for (const text of ['11', '0', '-', '@group', '-1.5', ...topics]) {
      expect(refused({ ADMIN_CHAT_ID: text })).toEqual(['ADMIN_CHAT_ID']);
    }
  });

  test('the database is a file in the project folder, a file elsewhere, or PostgreSQL', () => {
    const database = (text: string) => configOf({ DATABASE_URL: text }).database;
    expect(database('file:x.db')).toEqual({ dialect: 'sqlite', path: '/srv/bot/x.db' });
    expect(database('file:../x.db')).toEqual({ dialect: 'sqlite', path: '/srv/x.db' });
    expect(database('file:/var/lib/x.db')).toEqual({ dialect: 'sqlite', path: '/var/lib/x.db' });
    expect(database('file:///var/lib/x.db')).toEqual({ dialect: 'sqlite', path: '/var/lib/x.db' });
    for (const url of ['postgres://u:p@h:5432/d?sslmode=require', 'postgresql:///d?host=/run/postgresql']) {
      expect(database(url)).toEqual({ dialect: 'postgres', url });
    }
    expect(database('postgres://bot@/d?host=/run/postgresql')).toMatchObject({ dialect: 'postgres' });
    const wrong = [
      'file:',
      'file:data/',
      'file://host/x.db',
      'x.db',
      'mysql://h/d',
      'postgres:d',
      'postgres://u:a/b@h/d',
    ];
    for (const text of [...wrong, 'postgres://u:100%@h/d']) {
      expect(refused({ DATABASE_URL: text })).toEqual(['DATABASE_URL']);
    }
  });

  test('the Bot API address always ends in one slash, so that its path is kept', () => {
    const method = (root: string) => new URL('./botT/getMe', configOf({ TELEGRAM_API_ROOT: root }).apiRoot).href;
    expect(method('http://127.0.0.1:8081')).toBe('http://127.0.0.1:8081/botT/getMe');
    expect(method('http://127.0.0.1:8081//')).toBe('http://127.0.0.1:8081/botT/getMe');
    expect(method('https://example.org/telegram')).toBe('https://example.org/telegram/botT/getMe');
    for (const text of ['ftp://h', 'h:80', 'http://', 'http://u:p@h', 'http://h/?a=b', 'http://h/#a']) {
      expect(refused({ TELEGRAM_API_ROOT: text })).toEqual(['TELEGRAM_API_ROOT']);
    }
  });

  test('a proxy is http, https or socks5 with a host and a port; its user and password are decoded', () => {
    const proxyOf = (text: string) => configOf({ TELEGRAM_PROXY: text }).proxy;
    const plain = { host: 'proxy.example', port: 3128, credentials: null, setting: 'TELEGRAM_PROXY' };
    expect(proxyOf('http://proxy.example:3128')).toEqual({ ...plain, scheme: 'http' });
    expect(proxyOf('HTTPS://proxy.example:3128/')).toEqual({ ...plain, scheme: 'https' });
    expect(proxyOf('socks5://[2001:db8::7]:1')).toEqual({ ...plain, scheme: 'socks5', host: '2001:db8::7', port: 1 });
    const credentials = { user: 'DOMAIN\\anna', password: 'p@s:s/wörd' };
    expect(proxyOf('http://DOMAIN%5Canna:p%40s:s%2Fw%C3%B6rd@proxy.example:3128')).toMatchObject({ credentials });
    expect(proxyOf('http://anna@proxy.example:3128')).toMatchObject({ credentials: { user: 'anna', password: '' } });
    const wrong = [
      'proxy.example:3128',
      'http://proxy.example',
      'socks5://proxy.example:0',
      'socks5://proxy.example:65536',
      'socks4://proxy.example:1080',
      'socks5h://proxy.example:1080',
      'http://[proxy]:3128',
      'http://::1:3128',
      'http://proxy.example:3128/path',
      'http://anna:100%@proxy.example:3128',
      'http://anna:%0a@proxy.example:3128',
      `socks5://anna:${'x'.repeat(256)}@proxy.example:1080`,
    ];
    for (const text of wrong) expect(refused({ TELEGRAM_PROXY: text })).toEqual(['TELEGRAM_PROXY']);
  });

  test('TELEGRAM_PROXY, also as a credential, overrides the environment’s proxy, and off means none', () => {
    const env = { HTTPS_PROXY: 'http://anna:hunter2@proxy.example:3128', NO_PROXY: 'localhost' };
    expect(configOf(env).proxy).toMatchObject({ setting: 'HTTPS_PROXY', host: 'proxy.example' });
    expect(configOf({ ...env, TELEGRAM_PROXY: 'off' }).proxy).toBeNull();
    expect(configOf({ ...env, NO_PROXY: 'telegram.org' }).proxy).toBeNull();
    const own = { TELEGRAM_PROXY: 'socks5://127.0.0.1:1080', NO_PROXY: '*' };
    expect(configOf({ ...env, ...own }).proxy).toMatchObject({ scheme: 'socks5', setting: 'TELEGRAM_PROXY' });
    const credentials = (name: string) => (name === 'telegram_proxy' ? 'http://10.0.0.1:3128\n' : null);
    expect(configOf({ ...env, ...own }, { credentials }).proxy).toMatchObject({ host: '10.0.0.1' });
    // Only what the process was given, as with curl: of these names .env has none.
    expect(configOf({}, { dotenv: env }).proxy).toBeNull();
  });

  test('an invalid proxy in the environment is a wrong setting, unless TELEGRAM_PROXY overrides it', () => {
    const env = { all_proxy: 'socks4://anna:hunter2@proxy.example:1080' };
    expect(refused(env)).toEqual(['all_proxy']);
    expect(describeProblems(problemsOf(env))).not.toContain('hunter2');
    expect(refused({ ...env, TELEGRAM_PROXY: 'off' })).toEqual([]);
    expect(refused({ ...env, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' })).toEqual([]);
    expect(refused({ ...env, TELEGRAM_PROXY: 'x' })).toEqual(['TELEGRAM_PROXY']);
  });

  test('a schedule has 5 or 6 fields and a next run', () => {
    expect(configOf({ SWEEP_SCHEDULE: '*/5 * * * * *' }).sweepSchedule).toBe('*/5 * * * * *');
    for (const text of [
      '* * * *',
      '* * * * * * *',
      '61 * * * *',
      '0 0 31 2 *',
      '@daily',
      '2099-01-01T00:00:00',
      'often',
    ]) {
      expect(refused({ SWEEP_SCHEDULE: text })).toEqual(['SWEEP_SCHEDULE']);
    }
  });

  test('rates can be switched off', () => {
    expect(configOf({ SEND_RATE: 'off', CLIENT_RATE: 'off' })).toMatchObject({ sendRate: null, clientRate: null });
    expect(configOf({ SEND_RATE: '0.5', CLIENT_RATE: '3/2s' })).toMatchObject({
      sendRate: 0.5,
      clientRate: { limit: 3, window: 2 * second },
    });
    for (const text of ['0', '-1', '1e3', '9'.repeat(400)]) expect(refused({ SEND_RATE: text })).toEqual(['SEND_RATE']);
    for (const text of ['20', '0/1m', '20/', '/1m', '20/0m', '1/2/3m']) {
      expect(refused({ CLIENT_RATE: text })).toEqual(['CLIENT_RATE']);
    }
  });

  test('the HTTP listener is off, or has a host and a port', () => {
    const place = (text: string) => configOf({ HTTP_LISTEN: text }).httpListen;
    expect(place('off')).toBeNull();
    expect(place('127.0.0.1:9464')).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(place('[::1]:9464')).toEqual({ host: '::1', port: 9464 });
    expect(place('localhost:0')).toEqual({ host: 'localhost', port: 0 });
    for (const text of [
      '9464',
      ':9464',
      '127.0.0.1',
      '127.0.0.1:',
      'h:65536',
      '::1:9464',
      '[h]:1',
      'http://h:1',
      'h:1/x',
    ]) {
      expect(refused({ HTTP_LISTEN: text })).toEqual(['HTTP_LISTEN']);
    }
  });

  test('a bucket has an address, with bucket and prefix, and two keys', () => {
    const keys = { BACKUP_S3_ACCESS_KEY: 'the-access-key', BACKUP_S3_SECRET_KEY: 'the-secret-key' };
    const bucketOf = (BACKUP_S3_URL: string) => configOf({ ...keys, BACKUP_S3_URL }).backup.bucket;
    const common = { region: null, accessKey: 'the-access-key', secretKey: 'the-secret-key' };
    expect(bucketOf('https://storage.googleapis.com/bots')).toEqual({
      ...common,
      endpoint: 'https://storage.googleapis.com',
      bucket: 'bots',
      prefix: '',
    });
    expect(bucketOf('http://127.0.0.1:9000/bots/a/b/')).toMatchObject({
      endpoint: 'http://127.0.0.1:9000',
      prefix: 'a/b/',
    });
    expect(configOf({ ...keys }).backup.bucket).toBeNull();
    expect(problemsOf({ BACKUP_S3_URL: 'https://host/bots' }).map(({ setting }) => setting)).toEqual(Object.keys(keys));
  });

  test('ACCESS_CHATS are supergroups and channels, each once, and what happens at their doors has defaults', () => {
    expect(configOf({ ACCESS_CHATS: '-1001234567890, -1009876543210,-1001234567890' }).access).toEqual({
      chats: [-1001234567890, -1009876543210],
      onEnd: 'remove',
      strangers: 'tell',
      joinRequests: 'request',
    });
    const others = { ACCESS_REVOKE: 'keep', ACCESS_STRANGERS: 'remove', JOIN_REQUESTS: 'ignore' };
    expect(configOf({ ACCESS_CHATS: '-1001234567890', ...others }).access).toMatchObject({
      onEnd: 'keep',
      strangers: 'remove',
      joinRequests: 'ignore',
    });
    // A basic group, a person, a name, and nothing between two commas.
    for (const wrong of ['-4001234567', '1234567890', '@garden', '-1001234567890,,-1009876543210']) {
      expect(refused({ ACCESS_CHATS: wrong })).toEqual(['ACCESS_CHATS']);
    }
  });

  test('ADMIN_CHAT_ID can’t be one of ACCESS_CHATS, also by a topic', () => {
    const chats = { ACCESS_CHATS: '-1001234567890,-1009876543210' };
    expect(refused({ ...chats, ADMIN_CHAT_ID: '-1009876543210' })).toEqual(['ACCESS_CHATS']);
    expect(refused({ ...chats, ADMIN_CHAT_ID: '-1009876543210/12' })).toEqual(['ACCESS_CHATS']);
    expect(refused({ ...chats, ADMIN_CHAT_ID: '-1001112223334' })).toEqual([]);
  });

  test('the desk has an address of its own, and one that people find it at', () => {
    const listen = { WEB_LISTEN: '127.0.0.1:8080' };
    const web = (text: string) => configOf({ ...listen, PUBLIC_URL: text }).web?.publicUrl;
    expect(configOf({ ...listen, PUBLIC_URL: 'https://Desk.example/' }).web).toEqual({
      listen: { host: '127.0.0.1', port: 8080 },
      publicUrl: 'https://desk.example',
      apiToken: null,
    });
    expect(web('https://desk.example:8443')).toBe('https://desk.example:8443');
    for (const text of ['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080'])
      expect(web(text)).toBe(text);
    for (const text of [
      ...[
        'http://desk.example',
        'http://192.168.0.5',
        'http://127.0.0.1.desk.example',
        'desk.example',
        'ftp://desk.example',
      ],
      ...[
        'https://desk.example/desk',
        'https://desk.example/?a',
        'https://desk.example#a',
        'https://a@desk.example',
        'https://',
      ],
    ]) {
      expect(refused({ ...listen, PUBLIC_URL: text })).toEqual(['PUBLIC_URL']);
    }
    expect(problemsOf(listen)).toMatchObject([
      { setting: 'PUBLIC_URL', wrong: 'is not set, and WEB_LISTEN needs it: it is where people find the desk' },
    ]);
    expect(configOf({ WEB_LISTEN: 'off' }).web).toBeNull();
    expect(configOf({ PUBLIC_URL: 'https://desk.example' }).web).toBeNull();
  });

  test('the desk and the metrics have a port each, or an address that the other does not listen on', () => {
    const both = (http: string, web: string) =>
      refused({ HTTP_LISTEN: http, WEB_LISTEN: web, PUBLIC_URL: 'https://desk.example' });
    for (const web of ['127.0.0.1:8080', '0.0.0.0:8080', '[::]:8080', 'localhost:8080']) {
      expect([web, both('127.0.0.1:8080', web), both(web, '127.0.0.1:8080')]).toEqual([
        web,
        ['WEB_LISTEN'],
        ['WEB_LISTEN'],
      ]);
    }
    expect(both('0.0.0.0:8080', 'bot.example:8080')).toEqual(['WEB_LISTEN']);
    for (const web of ['127.0.0.1:8081', '127.0.0.2:8080', '[::1]:8080', 'off'])
      expect([web, both('127.0.0.1:8080', web)]).toEqual([web, []]);
    expect(both('127.0.0.1:0', '127.0.0.1:0')).toEqual([]);
    const one = { HTTP_LISTEN: '127.0.0.1:8080', WEB_LISTEN: '0.0.0.0:8080', PUBLIC_URL: 'https://desk.example' };
    expect(problemsOf(one)).toMatchObject([{ wrong: expect.stringMatching(/HTTP_LISTEN \(8080\)/) as string }]);
  });

  test('people without Telegram ask by a form only where it has an address and mail', () => {
    const desk = { WEB_LISTEN: '127.0.0.1:8080', PUBLIC_URL: 'https://desk.example' };
    const mail = { SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'bot@example.com' };
    expect(configOf({ ...desk, ...mail }).hasForm).toBe(false);
    expect(configOf({ ...desk, ...mail, FORM: 'on' }).hasForm).toBe(true);
    expect(refused({ FORM: 'on' })).toEqual(['WEB_LISTEN', 'SMTP_HOST']);
    expect(problemsOf({ ...desk, FORM: 'on' })).toMatchObject([
      { setting: 'SMTP_HOST', wrong: 'is not set, and FORM=on needs it: codes and answers go by mail' },
    ]);
    expect(refused({ ...desk, ...mail, FORM: 'yes' })).toEqual(['FORM']);
  });

  test('programs read with a token that nobody guesses, which may be a credential', () => {
    const desk = { WEB_LISTEN: '127.0.0.1:8080', PUBLIC_URL: 'https://desk.example' };
    const [one, other] = ['a'.repeat(32), 'b'.repeat(44)];
    expect(configOf({ ...desk, API_TOKEN: one }).web?.apiToken).toBe(one);
    const credentials = (name: string) => (name === 'api_token' ? `${other}\n` : null);
    expect(configOf({ ...desk, API_TOKEN: one }, { credentials }).web?.apiToken).toBe(other);
    for (const text of ['a'.repeat(31), `${'a'.repeat(32)} b`])
      expect(refused({ API_TOKEN: text })).toEqual(['API_TOKEN']);
    expect(secretsOf(configOf({ ...desk, API_TOKEN: one }))).toContain(one);
    expect(JSON.stringify(problemsOf({ API_TOKEN: 'hunter2hunter2' }))).not.toContain('hunter2');
  });

  test('webhooks have an address and secrets, which may be a credential', () => {
    const url = 'https://crm.example/hooks';
    const [one, two] = [`whsec_${'A'.repeat(32)}`, `whsec_${'B'.repeat(64)}`];
    expect(configOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: `${one} ${two}` }).webhook).toEqual({
      url,
      secrets: [one, two],
    });
    const credentials = (name: string) => (name === 'webhook_secret' ? `${two}\n` : null);
    expect(configOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: one }, { credentials }).webhook?.secrets).toEqual([two]);
    expect(configOf({ WEBHOOK_SECRET: one }).webhook).toBeNull();
    expect(problemsOf({ WEBHOOK_URL: url })).toMatchObject([
      { setting: 'WEBHOOK_SECRET', wrong: 'is not set, and it signs what is sent to WEBHOOK_URL' },
    ]);
  });

  test('APPROVALS_NEEDED is a whole number from 1', () => {
    expect(configOf({ APPROVALS_NEEDED: '3' }).policy.approvalsNeeded).toBe(3);
    for (const wrong of ['0', '-1', '1.5', 'two'])
      expect(refused({ APPROVALS_NEEDED: wrong })).toEqual(['APPROVALS_NEEDED']);
  });

  describe('of mail', () => {
    const relay = { SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'Choir “Нота” <Bot@Bücher.example>' };

    test('are a relay, by STARTTLS at 587 if nothing else is said, and who the mail is from', () => {
      expect(configOf(relay).email).toEqual({
        host: 'smtp.example.com',
        port: 587,
        security: 'starttls',
        login: null,
        from: { name: 'Choir “Нота”', address: 'Bot@xn--bcher-kva.example' },
        caFile: null,
      });
      expect(configOf({ ...relay, SMTP_FROM: 'bot@example.com' }).email?.from).toEqual({
        name: null,
        address: 'bot@example.com',
      });
      expect(configOf({ SMTP_FROM: 'bot@example.com' }).email).toBeNull();
    });

    test('have a password from a credential, which is a secret', () => {
      const credentials = (name: string) => (name === 'smtp_password' ? 'correct-horse-battery\n' : null);
      const config = configOf({ ...relay, SMTP_USERNAME: 'bot' }, { credentials });
      expect(config.email?.login).toEqual({ username: 'bot', password: 'correct-horse-battery' });
      expect(secretsOf(config)).toContain('correct-horse-battery');
    });

    test('need a sender, and a password with a name and a name with a password', () => {
      expect(refused({ SMTP_HOST: 'smtp.example.com' })).toEqual(['SMTP_FROM']);
      expect(refused({ ...relay, SMTP_USERNAME: 'bot' })).toEqual(['SMTP_PASSWORD']);
      expect(refused({ ...relay, SMTP_PASSWORD: 'hunter2' })).toEqual(['SMTP_USERNAME']);
    });

    test('send no password without TLS, but to this machine', () => {
      const login = { SMTP_USERNAME: 'bot', SMTP_PASSWORD: 'hunter2', SMTP_SECURITY: 'off' };
      expect(refused({ ...relay, ...login })).toEqual(['SMTP_SECURITY']);
      for (const host of ['127.0.0.1', 'localhost', '::1'])
        expect(refused({ ...relay, ...login, SMTP_HOST: host })).toEqual([]);
      expect(refused({ ...relay, SMTP_SECURITY: 'off' })).toEqual([]);
    });

    test.each(['bot', 'a@b, c@d.example', 'A <a@b.example> <c@d.example>', 'A\u0000 <a@b.example>', 'кот@b.example'])(
      'have no sender like %s',
      (from) => {
        expect(refused({ ...relay, SMTP_FROM: from })).toEqual(['SMTP_FROM']);
      },
    );
  });

  describe('for SMS', () => {
    const twilio = 'https://AC1:tok%40en-of-twilio@api.twilio.com/2010-04-01/Accounts/AC1/Messages.json';
    const template = 'https://sms.example/send?key=key-of-sms&to={to}&text={text}';

    test('are a gateway, from a credential as well, whose secrets are never seen', () => {
      const credentials = (name: string) => (name === 'sms_url' ? `${twilio}\n` : null);
      const config = configOf({ SMS_FROM: 'Sosekni', SMS_PREFIXES: '+49, +43', SMS_DAILY: '50' }, { credentials });
      expect(config.sms).toEqual({
        gateway: {
          shape: 'twilio',
          url: 'https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json',
          login: { username: 'AC1', password: 'tok@en-of-twilio' },
          from: 'Sosekni',
        },
        prefixes: ['+49', '+43'],
        daily: 50,
      });
      expect(secretsOf(config)).toContain('tok@en-of-twilio');
      expect(secretsOf(configOf({ SMS_URL: template }))).toContain('key-of-sms');
      expect(configOf({ SMS_FROM: 'Sosekni' }).sms).toBeNull();
    });

    test('name a sender where the gateway wants to know it', () => {
      expect(refused({ SMS_URL: twilio })).toEqual(['SMS_FROM']);
      expect(refused({ SMS_URL: `${template}&from={from}` })).toEqual(['SMS_FROM']);
      expect(refused({ SMS_URL: template })).toEqual([]);
    });
  });

  test('an appeal limit of 0 is valid', () => {
    expect(configOf({ APPEAL_LIMIT: '0' }).policy.appealLimit).toBe(0);
    expect(refused({ APPEAL_LIMIT: 'none' })).toEqual(['APPEAL_LIMIT']);
  });

  test('the name of the community is one line of at most 64 characters, with something to see in it', () => {
    expect(configOf({ COMMUNITY_NAME: '🎲'.repeat(64) }).community).toBe('🎲'.repeat(64));
    expect(refused({ COMMUNITY_NAME: 'Chess\nclub' })).toEqual(['COMMUNITY_NAME']);
    for (const unseen of ['\u200b', '\u2800', '\u202e', '\u3164']) {
      expect(refused({ COMMUNITY_NAME: unseen })).toEqual(['COMMUNITY_NAME']);
    }
  });

  test('the log is pretty on a terminal and JSON elsewhere, unless set', () => {
    expect(configOf({}, { isTty: true }).log.format).toBe('pretty');
    expect(configOf({ LOG_FORMAT: 'json' }, { isTty: true }).log.format).toBe('json');
    expect(configOf({ LOG_FORMAT: 'pretty', LOG_LEVEL: 'debug' }).log).toMatchObject({
      level: 'debug',
      format: 'pretty',
    });
  });

  test('a folder of texts is relative to the project folder', () => {
    expect(configOf({ TEXTS_DIR: 'texts' }).textsDir).toBe('/srv/bot/texts');
  });
});

describe('wrong settings', () => {
  test('are all listed at once, each with its name, what was wrong and an example', () => {
    const problems = problemsOf(allWrong);
    const anything: readonly string[] = ['TEXTS_DIR', 'LOG_FILE', 'BACKUP_DIR', 'SMTP_CA_FILE'];
    const canBeWrong = settingNames.filter((name) => !anything.includes(name));
    expect(problems.map(({ setting }) => setting)).toEqual(canBeWrong);
    const shown = describeProblems(problems);
    for (const { setting, wrong, example } of problems) {
      expect(wrong).toMatch(/^must be /);
      expect(shown).toContain(`${setting} ${wrong}`);
      expect(shown).toContain(`example:  ${setting}=${example}`);
    }
  });

  test('come with a valid example', () => {
    // A bucket has keys, webhooks are signed, the desk is somewhere, and mail is from somebody.
    const WEBHOOK_SECRET = `whsec_${'A'.repeat(32)}`;
    const PUBLIC_URL = 'https://desk.example';
    const SMTP_FROM = 'bot@example.com';
    const keys = { BACKUP_S3_ACCESS_KEY: 'a', BACKUP_S3_SECRET_KEY: 's', WEBHOOK_SECRET, PUBLIC_URL, SMTP_FROM };
    for (const { setting, example } of problemsOf(allWrong)) {
      expect({ setting, refused: refused({ ...keys, [setting]: example ?? '' }) }).toEqual({ setting, refused: [] });
    }
  });

  test('are readable on stderr', () => {
    const problems = problemsOf({ TELEGRAM_BOT_TOKEN: ' ' }, { dotenv: { REQUEST_TTL: '1h30m' } });
    expect(describeProblems(problems)).toBe(
      [
        'Not started: 2 settings are missing or wrong.',
        '',
        '  TELEGRAM_BOT_TOKEN is not set',
        '    example:  TELEGRAM_BOT_TOKEN=123456789:the-letters-that-BotFather-sent',
        '',
        '  REQUEST_TTL must be a duration: a whole number above 0 and one unit of ms, s, m, h, d, at most 3650d',
        '    found:    "1h30m" in .env',
        '    example:  REQUEST_TTL=7d',
        '',
        'Settings are read from the environment, from .env beside package.json and from systemd credentials. .env.example lists them.',
        '',
      ].join('\n'),
    );
  });

  test('show no secret, whichever setting it was put into by mistake', () => {
    const url = 'mysql://sosekni:hunter2@localhost/sosekni';
    const shown = [
      { TELEGRAM_BOT_TOKEN: `${token}!`, DATABASE_URL: url },
      { ADMIN_TELEGRAM_ID: token },
      { ADMIN_TELEGRAM_ID: token.slice(token.indexOf(':') + 1) },
      { TELEGRAM_API_ROOT: `api.telegram.org/bot${token}` },
      { TELEGRAM_API_ROOT: 'http://bot:hunter2@localhost' },
      { TELEGRAM_PROXY: 'ftp://anna:hunter2@proxy.example:1' },
      { LOG_LEVEL: url },
      { TELEGRAM_BOT_TOKEN: 'hunter2', LOG_LEVEL: 'hunter2' },
    ].map((env) => describeProblems(problemsOf(env)));
    for (const text of shown) {
      expect(text).toContain('a value in the environment, not shown here');
      expect(text).not.toMatch(/hunter2|AAF_/);
    }
  });

  test('are shortened', () => {
    expect(describeProblems(problemsOf({ LOG_LEVEL: 'a b '.repeat(1000) })).length).toBeLessThan(600);
  });
});

describe('files of settings', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'sosekni-config-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  test('.env and the credentials directory are read', () => {
    writeFileSync(path.join(home, '.env'), `ADMIN_TELEGRAM_ID=11\nSWEEP_SCHEDULE="*/2 * * * *"\n`);
    writeFileSync(path.join(home, 'telegram_bot_token'), `${token}\n`);
    const loaded = loadConfigFromFiles({ env: { CREDENTIALS_DIRECTORY: home }, home, isTty: false });
    expect(loaded).toMatchObject({ ok: true, config: { token, admins: [11], sweepSchedule: '*/2 * * * *' } });
  });

  test('.env may begin with a byte order mark, and in UTF-16 it is said to be no UTF-8', () => {
    const file = path.join(home, '.env');
    const settings = `TELEGRAM_BOT_TOKEN="${token}"\r\nADMIN_TELEGRAM_ID=11\r\n`;
    writeFileSync(file, `\ufeff${settings}`);
    expect(loadConfigFromFiles({ env: {}, home, isTty: false })).toMatchObject({ ok: true, config: { token } });
    writeFileSync(file, `\ufeff${settings}`, 'utf16le');
    const loaded = loadConfigFromFiles({ env: {}, home, isTty: false });
    expect(loaded.ok ? null : loaded.problems[0]).toMatchObject({
      setting: file,
      wrong: expect.stringContaining('UTF-8') as string,
    });
  });

  test('may be missing', () => {
    expect(loadConfigFromFiles({ env: required, home, isTty: false })).toMatchObject({ ok: true });
  });

  test('that can not be read are listed with the other problems', () => {
    mkdirSync(path.join(home, '.env'));
    mkdirSync(path.join(home, 'telegram_bot_token'));
    const loaded = loadConfigFromFiles({ env: { CREDENTIALS_DIRECTORY: home }, home, isTty: false });
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.map(({ setting, wrong }) => `${setting} ${wrong}`)).toEqual([
      expect.stringMatching(/^\/.*\/\.env can't be read: .*EISDIR/),
      expect.stringMatching(/^TELEGRAM_BOT_TOKEN can't be read: .*EISDIR/),
      'ADMIN_TELEGRAM_ID is not set',
    ]);
  });
});

test('the secrets of a configuration are its token, with and without the ID, the database password, the bucket’s keys and those of webhooks', () => {
  const secrets = (url: string) => secretsOf(configOf({ DATABASE_URL: url }));
  const ofToken = [token, 'AAF_abcdefghijklmnopqrstuvwxyz-0123'];
  expect(secrets('file:x.db')).toEqual(ofToken);
  expect(secrets('postgres://h/d')).toEqual(ofToken);
  expect(secrets('postgres://u:p%40ss@h/d')).toEqual([...ofToken, 'p%40ss', 'p@ss']);
  expect(secrets('postgres://h/d?user=u&password=s%23c')).toEqual([...ofToken, 's%23c', 's#c']);
  const bucket = {
    BACKUP_S3_URL: 'https://h/bots',
    BACKUP_S3_ACCESS_KEY: 'the-access',
    BACKUP_S3_SECRET_KEY: 'the-secret',
  };
  expect(secretsOf(configOf(bucket))).toEqual([...ofToken, 'the-access', 'the-secret']);
  const key = 'this+is+an+example/make+your+own';
  const webhook = { WEBHOOK_URL: 'https://crm.example/hooks?token=hunter2', WEBHOOK_SECRET: `whsec_${key}` };
  expect(secretsOf(configOf(webhook))).toEqual([...ofToken, `whsec_${key}`, key, 'hunter2']);
});
