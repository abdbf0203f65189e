import { readFileSync, statSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import path from 'node:path';
import { Cron } from 'croner';
import { parse as parseDotenv } from 'dotenv';
import { chatId, personId, type ChatId, type Millis, type PersonId } from '../lifecycle/ids';
import type { Policy } from '../lifecycle/policy';
import { postgresAddress, sslModes } from '../store/postgres/address';
import { environmentProxy } from '../channels/telegram/environment-proxy';
import { parseProxy, secretsOfProxy, type Proxy } from '../channels/telegram/proxy';

/** What the operator decided, checked and in the units of the program. */
export interface Config {
  /** The bot's token. Secret. */
  readonly token: string;
  /** Who decides. At least one, none twice. */
  readonly admins: readonly [PersonId, ...PersonId[]];
  /** The group that gets the cards; null: each admin's private chat does. */
  readonly adminChatId: ChatId | null;
  /** The topic of that group in which the cards stand; null: none, or “General”. */
  readonly adminTopicId: number | null;
  /** The Bot API server. Ends with a slash, so that `new URL('./bot…', apiRoot)` keeps a path in it. */
  readonly apiRoot: string;
  /** What is between this machine and the Bot API. */
  readonly proxy: Proxy | null;
  readonly database: DatabaseConfig;
  readonly policy: Policy;
  /** Admins are reminded of a request this long before it expires; null: never. Less than `policy.requestTtl`. */
  readonly remindBefore: Millis | null;
  /** A cron pattern of 5 or 6 fields that has a next run. */
  readonly sweepSchedule: string;
  /** What clients ask access to, as messages name it. One line. */
  readonly community: string;
  /** A language code. Whether there are texts in it is not checked here. */
  readonly defaultLanguage: string;
  /** Absolute path of the folder with the community's own sentences; null: none. Whether it exists is not checked here. */
  readonly textsDir: string | null;
  /** An IANA name, in which dates are written and schedules are read; null: the process's own. */
  readonly timeZone: string | null;
  /** Messages and edits a second, overall; null: no limit of our own. */
  readonly sendRate: number | null;
  /** How many updates a client may send in a window; null: no limit. */
  readonly clientRate: ClientRate | null;
  readonly backup: BackupConfig;
  /** Where the HTTP listener is, for those who watch the daemon; null: nowhere. */
  readonly httpListen: HttpPlace | null;
  readonly log: LogConfig;
}

interface LogConfig {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Absolute path of a file that gets the log as well; null: none. Whether it can be written is not checked here. */
  readonly file: string | null;
}

/** `path` is absolute; `url` may hold a password. */
type DatabaseConfig =
  { readonly dialect: 'sqlite'; readonly path: string } | { readonly dialect: 'postgres'; readonly url: string };

/** `host` is a name or an address, IPv6 without brackets; port 0 is a free one. */
interface HttpPlace {
  readonly host: string;
  readonly port: number;
}

interface ClientRate {
  readonly limit: number;
  readonly window: Millis;
}

export interface BackupConfig {
  /** Absolute path of the folder that holds them. */
  readonly folder: string;
  /** Older ones are removed, except the newest. */
  readonly keep: Millis;
  /** A cron pattern of 5 or 6 fields that has a next run; null: the daemon makes none by itself. */
  readonly schedule: string | null;
  /** The admins are told when the newest is older; null: twice the schedule's period, or never where there is none. */
  readonly maxAge: Millis | null;
  /** Null: they are on this machine only. */
  readonly bucket: BucketConfig | null;
}

/** The endpoint is `http(s)://HOST[:PORT]`; the prefix is '' or ends with a slash; without a region the server is asked for it. */
interface BucketConfig {
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly region: string | null;
  readonly accessKey: string;
  /** Secret. */
  readonly secretKey: string;
}

const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];
const logFormats = ['json', 'pretty'] as const;
export type LogFormat = (typeof logFormats)[number];

/** What surrounds the program when it starts. */
export interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the project's folder: it holds `.env`, and relative paths in settings start there. */
  readonly home: string;
  /** Whether stdout is a terminal. */
  readonly isTty: boolean;
}

/** Where settings come from. A credential beats the environment, which beats `.env`; an empty value is no value. */
export interface Sources extends Place {
  readonly dotenv: Readonly<Record<string, string>>;
  /** The content of a systemd credential, or null. What it throws becomes a problem of the setting. */
  readonly credentials: (name: string) => string | null;
}

/** One thing to put right. Holds no secret. */
export interface Problem {
  /** Name of the setting, or path of a file that can't be read. */
  readonly setting: string;
  /** Where the wrong value came from and, if it may be shown, the value. Null if there was none. */
  readonly found: string | null;
  /** What is wrong, to be read after the name. */
  readonly wrong: string;
  /** A right value. Null where the problem is not one of values. */
  readonly example: string | null;
}

/** What only those who use it can check: the texts, and a file that is to be written. Where one of these is wrong, its default. */
export type Unchecked = Pick<Config, 'defaultLanguage' | 'textsDir' | 'community'> & {
  readonly log: Pick<LogConfig, 'file'>;
};

export type Loaded =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly unchecked: Unchecked };

/** What the files of settings hold, and what is wrong with the files themselves. */
export interface Files {
  readonly sources: Sources;
  readonly unreadable: readonly Problem[];
}

/** Reads `.env` in `home`, and a file of `$CREDENTIALS_DIRECTORY` when it is asked for. Files that don't exist are no problem. */
export function readFiles(place: Place): Files {
  const credentialsDirectory = place.env['CREDENTIALS_DIRECTORY'];
  const credentials = (name: string) =>
    credentialsDirectory ? readIfPresent(path.join(credentialsDirectory, name)) : null;

  const dotenvFile = path.join(place.home, '.env');
  try {
    const dotenv = parseDotenv(readIfPresent(dotenvFile) ?? '');
    return { sources: { ...place, dotenv, credentials }, unreadable: [] };
  } catch (error) {
    const wrong = `can't be read: ${reasonOf(error)}`;
    return {
      sources: { ...place, dotenv: {}, credentials },
      unreadable: [{ setting: dotenvFile, found: null, wrong, example: null }],
    };
  }
}

/** Reads the files of settings, then all settings. */
export function loadConfigFromFiles(place: Place): Loaded {
  const { sources, unreadable } = readFiles(place);
  const loaded = loadConfig(sources);
  if (unreadable.length === 0) return loaded;
  const unchecked = loaded.ok ? loaded.config : loaded.unchecked;
  return { ok: false, problems: [...unreadable, ...(loaded.ok ? [] : loaded.problems)], unchecked };
}

/** Reads all settings. Reports every problem there is, not just the first. Starts nothing and writes nothing. */
export function loadConfig(sources: Sources): Loaded {
  const { found, unreadable: problems } = allFound(sources);
  const unreadable = new Set(problems.map(({ setting }) => setting));
  const values = new Map<SettingName, unknown>();
  for (const name of settingNames) {
    const reading = settings[name].read(found.get(name)?.text ?? null);
    if (reading.ok) values.set(name, reading.value);
    else if (!unreadable.has(name)) problems.push(problem(name, reading.wrong, found));
  }
  problems.push(...missingKeys(found, problems));
  const proxy = proxyFor(values, sources);
  if (!proxy.ok) problems.push(proxy.problem);
  if (problems.length > 0 || !proxy.ok) return { ok: false, problems, unchecked: uncheckedOf(values, sources) };
  // Each value is what its own setting read.
  return { ok: true, config: assemble(Object.fromEntries(values) as Values, proxy.value, sources) };
}

function problem(name: SettingName, wrong: string, all: ReadonlyMap<SettingName, Found>): Problem {
  const found = all.get(name);
  return {
    setting: name,
    found: found === undefined ? null : showable(name, found, all),
    wrong,
    example: settings[name].about.example,
  };
}

/** A setting as it counts. */
export interface InForce {
  readonly name: SettingName;
  /** As it is written, or its default; null: it is not set and has none. May be a secret. */
  readonly text: string | null;
  /** The same for people: of a secret, that it is set. */
  readonly shown: string;
  /** `default` where it is set nowhere. */
  readonly where: string;
}

/** Every setting, set or not. They have been found right before. */
export function settingsInForce(sources: Sources): readonly InForce[] {
  const { found } = allFound(sources);
  return settingNames.map((name) => {
    const written = found.get(name);
    if (written === undefined) return { name, text: unsetOf(name), shown: unsetOf(name) ?? 'unset', where: 'default' };
    const { text, where } = written;
    const shown = isHeldBack(name, text, found) ? 'set' : /\p{C}/u.test(text) ? JSON.stringify(text) : text;
    return { name, text, shown, where };
  });
}

/** A problem with a setting that only who uses it can see; `wrong` is to be read after the name. */
export function problemWith(name: SettingName, wrong: string, sources: Sources): Problem {
  return problem(name, wrong, allFound(sources).found);
}

function uncheckedOf(values: ReadonlyMap<SettingName, unknown>, { home }: Place): Unchecked {
  // Each value is what its own setting read.
  const read = Object.fromEntries(values) as Partial<Values>;
  const { DEFAULT_LANGUAGE = 'en', TEXTS_DIR = null, COMMUNITY_NAME = 'Sosekni', LOG_FILE = null } = read;
  return {
    defaultLanguage: DEFAULT_LANGUAGE,
    textsDir: absolute(home, TEXTS_DIR),
    community: COMMUNITY_NAME,
    log: { file: absolute(home, LOG_FILE) },
  };
}

const absolute = (home: string, file: string | null): string | null =>
  file === null ? null : path.resolve(home, file);

/** A bucket without its keys would be noticed only at night. */
function missingKeys(found: ReadonlyMap<SettingName, Found>, problems: readonly Problem[]): Problem[] {
  if (!found.has('BACKUP_S3_URL')) return [];
  const keys = ['BACKUP_S3_ACCESS_KEY', 'BACKUP_S3_SECRET_KEY'] as const;
  return keys
    .filter((name) => !found.has(name) && !problems.some(({ setting }) => setting === name))
    .map((setting) => {
      const { example } = settings[setting].about;
      return { setting, found: null, wrong: 'is not set, and the bucket of BACKUP_S3_URL needs it', example };
    });
}

const proxyExample = 'http://user:password@proxy.example:3128';

/** The proxy of TELEGRAM_PROXY, else that of the environment; or what is wrong with the latter. */
function proxyFor(
  values: ReadonlyMap<SettingName, unknown>,
  { env }: Sources,
): { readonly ok: true; readonly value: Proxy | null } | { readonly ok: false; readonly problem: Problem } {
  const through = (value: Proxy | null) => ({ ok: true, value }) as const;
  const { TELEGRAM_PROXY: own, TELEGRAM_API_ROOT: apiRoot } = Object.fromEntries(values) as Partial<Values>;
  // Either is wrong itself.
  if (own === undefined || apiRoot === undefined) return through(null);
  if (own !== null) return through(own === 'off' ? null : { ...own, setting: 'TELEGRAM_PROXY' });
  const found = environmentProxy(env, apiRoot);
  switch (found.kind) {
    case 'none':
    case 'excepted':
      return through(null);
    case 'proxy':
      return through(found.proxy);
    case 'unreadable':
      return {
        ok: false,
        problem: {
          setting: found.setting,
          found: 'a value in the environment, not shown here',
          wrong:
            'must be an http://, https:// or socks5:// address of a proxy; TELEGRAM_PROXY, or TELEGRAM_PROXY=off, goes before it',
          example: proxyExample,
        },
      };
  }
}

/** Who has to tell a person what is wrong with the settings. */
export type Teller = 'daemon' | 'check' | 'command';

/** The problems as a person at a terminal reads them: for each the name, what was wrong and a right value. */
export function describeProblems(problems: readonly Problem[], teller: Teller = 'daemon'): string {
  const lines = problems.map(({ setting, found, wrong, example }) => {
    const value = found === null ? '' : `\n    found:    ${found}`;
    const right = example === null ? '' : `\n    example:  ${setting}=${example}`;
    return `  ${setting} ${wrong}${value}${right}\n`;
  });
  return [
    `${headline(problems.length, teller)}\n`,
    ...lines,
    'Settings are read from the environment, from .env beside package.json and from systemd credentials. .env.example lists them.\n',
  ].join('\n');
}

function headline(count: number, teller: Teller): string {
  switch (teller) {
    case 'daemon':
      return `Not started: ${count === 1 ? 'a setting is' : `${count} settings are`} missing or wrong.`;
    case 'check':
      return `${count === 1 ? 'A setting is' : `${count} settings are`} missing or wrong; nothing else was checked.`;
    case 'command':
      return `${count === 1 ? 'A setting is' : `${count} settings are`} missing or wrong.`;
  }
}

/** What the program says openly of `config`; a secret may be the same word by chance. */
export function saidOf({ database, backup, apiRoot, proxy, community, textsDir, log }: Config): readonly string[] {
  const place = database.dialect === 'sqlite' ? [database.path] : saidOfAddress(database.url);
  const bucket = backup.bucket === null ? [] : [backup.bucket.endpoint, backup.bucket.bucket, backup.bucket.prefix];
  const files = [backup.folder, textsDir ?? '', log.file ?? ''];
  return ['sosekni-bot', apiRoot, proxy?.host ?? '', community, ...place, ...bucket, ...files];
}

/** All parts of a PostgreSQL address but the password. */
function saidOfAddress(address: string): readonly string[] {
  const { username, host, pathname, searchParams } = new URL(address);
  searchParams.delete('password');
  return [username, host, pathname, ...searchParams.values()].map(percentDecoded);
}

/** Every string of `config` that must never be seen, for the log to remove. */
export function secretsOf(config: Config): readonly string[] {
  const tokenWithoutId = config.token.slice(config.token.indexOf(':') + 1);
  const passwords = config.database.dialect === 'postgres' ? passwordsOf(config.database.url) : [];
  const keys = config.backup.bucket === null ? [] : [config.backup.bucket.accessKey, config.backup.bucket.secretKey];
  const proxy = config.proxy === null ? [] : secretsOfProxy(config.proxy);
  return [config.token, tokenWithoutId, ...passwords, ...keys, ...proxy];
}

/** Where a password stands in a PostgreSQL address, both as written and decoded. */
function passwordsOf(address: string): string[] {
  const url = new URL(address);
  const written = [url.password, /[?&]password=([^&#]*)/.exec(address)?.[1] ?? ''];
  return written.filter((password) => password !== '').flatMap((password) => [password, percentDecoded(password)]);
}

function assemble(values: Values, proxy: Proxy | null, { home, isTty }: Place): Config {
  const requestTtl = values.REQUEST_TTL;
  const database = values.DATABASE_URL;
  return {
    token: values.TELEGRAM_BOT_TOKEN,
    admins: values.ADMIN_TELEGRAM_ID,
    adminChatId: values.ADMIN_CHAT_ID?.chat ?? null,
    adminTopicId: values.ADMIN_CHAT_ID?.topic ?? null,
    apiRoot: values.TELEGRAM_API_ROOT,
    proxy,
    database: database.dialect === 'sqlite' ? { ...database, path: path.resolve(home, database.path) } : database,
    policy: {
      requestTtl,
      appealAfter: values.APPEAL_AFTER,
      appealWindow: values.APPEAL_WINDOW,
      appealLimit: values.APPEAL_LIMIT,
      undoWindow: values.UNDO_WINDOW,
    },
    // A reminder that would be due before the request was even submitted is none.
    remindBefore: values.REMIND_BEFORE !== null && values.REMIND_BEFORE < requestTtl ? values.REMIND_BEFORE : null,
    sweepSchedule: values.SWEEP_SCHEDULE,
    community: values.COMMUNITY_NAME,
    defaultLanguage: values.DEFAULT_LANGUAGE,
    textsDir: absolute(home, values.TEXTS_DIR),
    timeZone: values.TZ,
    sendRate: values.SEND_RATE,
    clientRate: values.CLIENT_RATE,
    backup: {
      folder: path.resolve(home, values.BACKUP_DIR),
      keep: values.BACKUP_KEEP,
      schedule: values.BACKUP_SCHEDULE,
      maxAge: values.BACKUP_MAX_AGE,
      bucket: bucketOf(values),
    },
    httpListen: values.HTTP_LISTEN,
    log: {
      level: values.LOG_LEVEL,
      format: values.LOG_FORMAT ?? (isTty ? 'pretty' : 'json'),
      file: absolute(home, values.LOG_FILE),
    },
  };
}

/** Null where BACKUP_S3_URL is not set; `missingKeys` has seen to its keys. */
function bucketOf(values: Values): BucketConfig | null {
  const { BACKUP_S3_URL: place, BACKUP_S3_ACCESS_KEY: accessKey, BACKUP_S3_SECRET_KEY: secretKey } = values;
  if (place === null || accessKey === null || secretKey === null) return null;
  return { ...place, region: values.BACKUP_S3_REGION, accessKey, secretKey };
}

interface About {
  /** A right value. */
  readonly example: string;
  /** Name of the systemd credential that may hold it. */
  readonly credential?: string;
  /** Whether a value of it is never shown; each is where this is `true`. */
  readonly secret?: true | ((text: string) => boolean);
}

interface Setting<Value> {
  readonly about: About;
  /** What counts where nothing is written, as people would write it. */
  readonly unset?: string;
  /** Takes what is written, or null where nothing is. */
  readonly read: (text: string | null) => Reading<Value>;
}

/** `wrong` is to be read after the setting's name. */
type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wrong: string };

/** Returns undefined for what it refuses. */
type Parse<Value> = (text: string) => Value | undefined;

/** A setting read by `parse`; `must` says what it wants instead of what it refuses. */
function required<Value>(must: string, parse: Parse<Value>, about: About): Setting<Value> {
  const read = (text: string | null): Reading<Value> => {
    if (text === null) return { ok: false, wrong: 'is not set' };
    const value = parse(text);
    return value === undefined ? { ok: false, wrong: `must be ${must}` } : { ok: true, value };
  };
  return { about, read };
}

/** The same, with a default written as people would. */
function defaulting<Value>(unset: string, must: string, parse: Parse<Value>, about: About): Setting<Value> {
  const { read } = required(must, parse, about);
  return { about, unset, read: (text) => read(text ?? unset) };
}

/** The same; null where it is not set. */
function optional<Value>(must: string, parse: Parse<Value>, about: About): Setting<Value | null> {
  const { read } = required(must, parse, about);
  return { about, read: (text) => (text === null ? { ok: true, value: null } : read(text)) };
}

const durationForm = 'a whole number above 0 and one unit of ms, s, m, h, d, at most 3650d';

/** Every setting: how it is read, its default, an example of a right value. */
const settings = {
  TELEGRAM_BOT_TOKEN: required(
    'a token from BotFather: digits, a colon, 20 or more of letters, digits, _ and -',
    (text) => (/^\d+:[\w-]{20,}$/.test(text) ? text : undefined),
    {
      example: '123456789:the-letters-that-BotFather-sent',
      credential: 'telegram_bot_token',
      secret: true,
    },
  ),
  ADMIN_TELEGRAM_ID: required('numeric Telegram IDs (not @names), separated by commas', parsePeople, {
    example: '123456789,987654321',
  }),
  ADMIN_CHAT_ID: optional(
    "the ID of a group: a negative whole number; for a topic of a forum, with / and the topic's number behind it",
    parseGroup,
    { example: '-1001234567890' },
  ),
  DATABASE_URL: defaulting(
    'file:data/sosekni.db',
    `file:PATH, or a postgres:// or postgresql:// address with special characters in its password percent-encoded; its sslmode, if any, is one of ${sslModes.join(', ')}`,
    parseDatabase,
    {
      example: 'postgres://sosekni:PASSWORD@localhost/sosekni',
      credential: 'database_url',
      // The path of a file is none.
      secret: (text) => !text.startsWith('file:'),
    },
  ),
  REQUEST_TTL: defaulting('7d', `a duration: ${durationForm}`, parseDuration, { example: '7d' }),
  APPEAL_AFTER: defaulting('7d', `a duration: ${durationForm}`, parseDuration, { example: '7d' }),
  APPEAL_WINDOW: optional(`a duration: ${durationForm}`, parseDuration, { example: '30d' }),
  REMIND_BEFORE: defaulting('1d', `off or a duration: ${durationForm}`, orOff(parseDuration), { example: '36h' }),
  SWEEP_SCHEDULE: defaulting('* * * * *', 'a cron pattern of 5 or 6 fields that comes due some day', parseSchedule, {
    example: '*/5 * * * *',
  }),
  COMMUNITY_NAME: defaulting(
    'Sosekni',
    '1 to 64 characters in one line',
    (text) => (/^\P{Cc}{1,64}$/u.test(text) ? text : undefined),
    { example: 'Sosekni' },
  ),
  DEFAULT_LANGUAGE: defaulting(
    'en',
    'a language code',
    (text) => (/^[a-z]{2,3}(-[\dA-Za-z]{2,8})*$/.test(text) ? text : undefined),
    { example: 'ru' },
  ),
  TEXTS_DIR: optional('a folder', (text) => text, { example: '/etc/sosekni-bot/texts' }),
  TZ: optional('a time zone of the IANA database, as /usr/share/zoneinfo has them', parseTimeZone, {
    example: 'Europe/Berlin',
  }),
  UNDO_WINDOW: defaulting(
    '10m',
    `0 or a duration: ${durationForm}`,
    (text) => (text === '0' ? 0 : parseDuration(text)),
    { example: '10m' },
  ),
  APPEAL_LIMIT: optional('a whole number, 0 for no appeals at all', (text) => parseInteger(text, 0), { example: '2' }),
  TELEGRAM_API_ROOT: defaulting(
    'https://api.telegram.org',
    'an http:// or https:// address without user, password, ? and #',
    parseApiRoot,
    { example: 'http://127.0.0.1:8081' },
  ),
  TELEGRAM_PROXY: optional(
    'off or http://, https:// or socks5:// and [USER:PASSWORD@]HOST:PORT, with special characters in user and password percent-encoded',
    (text) => (text === 'off' ? 'off' : parseProxy(text, () => undefined)),
    { example: proxyExample, credential: 'telegram_proxy', secret: (text) => text !== 'off' },
  ),
  SEND_RATE: defaulting('28', 'off or a number above 0', orOff(parseSendRate), { example: '28' }),
  CLIENT_RATE: defaulting('20/1m', `off or a number, a slash and a duration: ${durationForm}`, orOff(parseClientRate), {
    example: '20/1m',
  }),
  HTTP_LISTEN: defaulting('off', 'off or HOST:PORT, with an IPv6 address in brackets', orOff(parsePlace), {
    example: '127.0.0.1:9464',
  }),
  BACKUP_DIR: defaulting('data/backups', 'a folder', (text) => text, { example: '/var/lib/sosekni-bot/backups' }),
  BACKUP_SCHEDULE: defaulting(
    'off',
    'off or a cron pattern of 5 or 6 fields that comes due some day',
    orOff(parseSchedule),
    { example: '17 3 * * *' },
  ),
  BACKUP_KEEP: defaulting('30d', `a duration: ${durationForm}`, parseDuration, { example: '30d' }),
  BACKUP_MAX_AGE: optional(`a duration: ${durationForm}`, parseDuration, { example: '2d' }),
  BACKUP_S3_URL: optional(
    'an http:// or https:// address with the bucket, and what its objects begin with, as its path; without user, password, ? and #',
    parseBucket,
    { example: 'https://s3.eu-central-1.amazonaws.com/my-bucket/sosekni' },
  ),
  BACKUP_S3_REGION: optional('the name of a region', (text) => (/^[\w-]{1,64}$/.test(text) ? text : undefined), {
    example: 'eu-central-1',
  }),
  BACKUP_S3_ACCESS_KEY: optional('a key without spaces', parseKey, {
    example: 'THE-ACCESS-KEY-ID',
    credential: 'backup_s3_access_key',
    secret: true,
  }),
  BACKUP_S3_SECRET_KEY: optional('a key without spaces', parseKey, {
    example: 'THE-SECRET-KEY',
    credential: 'backup_s3_secret_key',
    secret: true,
  }),
  LOG_LEVEL: defaulting('info', `one of ${logLevels.join(', ')}`, (text) => logLevels.find((level) => level === text), {
    example: 'info',
  }),
  LOG_FORMAT: optional(`one of ${logFormats.join(', ')}`, (text) => logFormats.find((format) => format === text), {
    example: 'json',
  }),
  LOG_FILE: optional('a file', (text) => text, { example: '/var/log/sosekni-bot/bot.log' }),
} satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;
type Values = { readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<infer Value> ? Value : never };

/** The names of all settings. */
export const settingNames = Object.keys(settings) as readonly SettingName[];

function unsetOf(name: SettingName): string | null {
  const { unset }: Setting<unknown> = settings[name];
  return unset ?? null;
}

interface Found {
  readonly text: string;
  readonly where: string;
}

/** Every setting that has a value, and those whose credential can't be read. */
function allFound(sources: Sources): {
  readonly found: ReadonlyMap<SettingName, Found>;
  readonly unreadable: Problem[];
} {
  const found = new Map<SettingName, Found>();
  const unreadable: Problem[] = [];
  for (const name of settingNames) {
    try {
      const value = find(name, sources);
      if (value !== null) found.set(name, value);
    } catch (error) {
      unreadable.push({ setting: name, found: null, wrong: `can't be read: ${reasonOf(error)}`, example: null });
    }
  }
  return { found, unreadable };
}

/** The value of a setting and where it stands, null if nowhere. Throws what reading its credential throws. */
function find(name: SettingName, { env, dotenv, credentials }: Sources): Found | null {
  const { credential }: About = settings[name].about;
  const places: Found[] = [
    { text: (credential && credentials(credential)) ?? '', where: `the credential ${credential}` },
    { text: env[name] ?? '', where: 'the environment' },
    { text: dotenv[name] ?? '', where: '.env' },
  ].map(({ text, where }) => ({ text: text.trim(), where }));
  return places.find(({ text }) => text !== '') ?? null;
}

/** A wrong value as a problem may show it. People paste secrets into the wrong setting, so what resembles one is held back. */
function showable(name: SettingName, { text, where }: Found, all: ReadonlyMap<SettingName, Found>): string {
  return isHeldBack(name, text, all)
    ? `a value in ${where}, not shown here`
    : `${JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)} in ${where}`;
}

function isHeldBack(name: SettingName, text: string, all: ReadonlyMap<SettingName, Found>): boolean {
  const secrets = [...all].flatMap(([each, value]) => (isSecret(each, value.text) ? [value.text] : []));
  const resemblesToken = /[\w-]{20,}/.test(text);
  const hasPassword = /:\/\/[^/]*@|password=/i.test(text);
  return isSecret(name, text) || resemblesToken || hasPassword || secrets.some((secret) => holds(text, secret));
}

/** A short secret may stand in another value by chance: only the same value is the same secret. */
const holds = (text: string, secret: string): boolean =>
  text === secret || (secret.length >= 8 && text.includes(secret));

function isSecret(name: SettingName, text: string): boolean {
  const { secret }: About = settings[name].about;
  return typeof secret === 'function' ? secret(text) : secret === true;
}

const millisOf = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const longestDuration: Millis = 3650 * millisOf.d;

function parseDuration(text: string): Millis | undefined {
  const match = /^(\d+)(ms|s|m|h|d)$/.exec(text);
  const unit = (['ms', 's', 'm', 'h', 'd'] as const).find((each) => each === match?.[2]);
  if (!match || !unit) return undefined;
  const millis = Number(match[1]) * millisOf[unit];
  return millis > 0 && millis <= longestDuration ? millis : undefined;
}

function orOff<Value>(parse: (text: string) => Value | undefined): (text: string) => Value | null | undefined {
  return (text) => (text === 'off' ? null : parse(text));
}

/** Telegram's IDs have at most 52 significant bits (https://core.telegram.org/bots/api#user). */
const greatestId = 2 ** 52;

function parseInteger(text: string, least: number, greatest = greatestId): number | undefined {
  const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= greatest ? number : undefined;
}

function parsePeople(text: string): [PersonId, ...PersonId[]] | undefined {
  const people = new Set<PersonId>();
  for (const part of text.split(',')) {
    const id = parseInteger(part.trim(), 1);
    if (id === undefined) return undefined;
    people.add(personId(id));
  }
  const [first, ...others] = people;
  return first === undefined ? undefined : [first, ...others];
}

/** Only supergroups, whose IDs begin with -100, have topics. Number 1 is “General”, which is no topic to the Bot API. */
function parseGroup(text: string): { readonly chat: ChatId; readonly topic: number | null } | undefined {
  const [id = '', number, ...more] = text.split('/');
  const chat = parseInteger(id, -greatestId, -1);
  if (chat === undefined || more.length > 0) return undefined;
  if (number === undefined) return { chat: chatId(chat), topic: null };
  const topic = parseInteger(number, 1, 2 ** 31 - 1);
  if (topic === undefined || chat > supergroupsBelow) return undefined;
  return { chat: chatId(chat), topic: topic === 1 ? null : topic };
}

const supergroupsBelow = -1_000_000_000_000;

/** The path of SQLite's file comes back as it was written. */
function parseDatabase(text: string): DatabaseConfig | undefined {
  // `file:///var/lib/x.db` is the same file as `file:/var/lib/x.db`; `file://x.db` would name a host.
  const file = /^file:(?:\/\/(?=\/))?((?!\/\/).*[^/])$/.exec(text)?.[1];
  if (file !== undefined) return { dialect: 'sqlite', path: file };
  const url = postgresAddress(text);
  return url === undefined ? undefined : { dialect: 'postgres', url };
}

/** Whether a pattern can be due at all is known to the cron library only: it looks for a next run. */
function parseSchedule(text: string): string | undefined {
  if (![5, 6].includes(text.split(/\s+/).length)) return undefined;
  try {
    return new Cron(text, { paused: true }).nextRun() === null ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Also as the C library reads `TZ`: after a colon, or as a path. */
function parseTimeZone(text: string): string | undefined {
  const timeZone = text.replace(/^:?(?:\/usr\/share\/zoneinfo\/)?(?:posix\/)?/, '');
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function parseApiRoot(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || /[?#]/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username || url.password ? undefined : url.href.replace(/\/*$/, '/');
}

function parseKey(text: string): string | undefined {
  return /^[!-~]+$/.test(text) ? text : undefined;
}

/** `https://HOST/BUCKET/PREFIX`, where the prefix may be missing. Path style: all that speak S3 understand it. */
function parseBucket(text: string): Pick<BucketConfig, 'endpoint' | 'bucket' | 'prefix'> | undefined {
  if (!/^https?:\/\//i.test(text) || /[?#%]/.test(text) || !URL.canParse(text)) return undefined;
  const { origin, username, password, pathname } = new URL(text);
  const [bucket, ...prefix] = pathname.split('/').filter((part) => part !== '');
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, and what Google allows besides.
  if (username || password || bucket === undefined || !/^[a-z\d][\w.-]{1,220}[a-z\d]$/.test(bucket)) return undefined;
  return { endpoint: origin, bucket, prefix: prefix.map((part) => `${part}/`).join('') };
}

function parseSendRate(text: string): number | undefined {
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return rate > 0 && Number.isFinite(rate) ? rate : undefined;
}

function parseClientRate(text: string): ClientRate | undefined {
  const match = /^(\d+)\/(.*)$/.exec(text);
  const limit = parseInteger(match?.[1] ?? '', 1);
  const window = parseDuration(match?.[2] ?? '');
  return limit === undefined || window === undefined ? undefined : { limit, window };
}

function parsePlace(text: string): HttpPlace | undefined {
  const [, bracketed, name = '', digits = ''] = /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d+)$/i.exec(text) ?? [];
  const port = parseInteger(digits, 0, 65_535);
  if (port === undefined || (bracketed !== undefined && !isIPv6(bracketed))) return undefined;
  return { host: bracketed ?? name, port };
}

/** A text that is not well-formed stands for itself. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The content of a file, null if there is none. Throws if it is there and can't be read. */
function readIfPresent(file: string): string | null {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8') : null;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
