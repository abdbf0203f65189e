import { securities } from '../channels/email/settings';
import { parsePrefixes, parseSmsFrom, parseSmsUrl } from '../channels/sms/settings';
import { parseProxy } from '../channels/telegram/proxy';
import { isInvisible } from '../i18n/invisible';
import { joinRequestWays, revokeWays, strangerWays } from '../people/access-policy';
import { logFormats, logLevels } from '../observability/log-options';
import { sslModes } from '../store/postgres/address';
import { parseWebhookSecrets, parseWebhookUrl } from '../webhooks/settings';
import {
  orOff,
  parseAccessChats,
  parseApiRoot,
  parseApiToken,
  parseBucket,
  parseClientRate,
  parseDatabase,
  parseDuration,
  parseGroup,
  parseInteger,
  parseHost,
  parseKey,
  parseLine,
  parseListenAddress,
  parsePeople,
  parsePublicUrl,
  parseSchedule,
  parseSendRate,
  parseSender,
  parseTimeZone,
  type Parse,
} from './parsers';

export interface AboutSetting {
  /** A right value. */
  readonly example: string;
  /** Name of the systemd credential that may hold it. */
  readonly credential?: string;
  /** Whether to hide a value; `true`: always. */
  readonly secret?: true | ((text: string) => boolean);
}

export interface Setting<Value> {
  readonly about: AboutSetting;
  /** What counts where nothing is written, as people would write it. */
  readonly unset?: string;
  /** Takes what is written, or null where nothing is. */
  readonly read: (text: string | null) => Reading<Value>;
}

/** `wrong` is to be read after the setting's name. */
type Reading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly wrong: string };

/** A setting read by `parse`; `must` says what it wants instead of what it refuses. */
function required<Value>(must: string, parse: Parse<Value>, about: AboutSetting): Setting<Value> {
  const read = (text: string | null): Reading<Value> => {
    if (text === null) return { ok: false, wrong: 'is not set' };
    const value = parse(text);
    return value === undefined ? { ok: false, wrong: `must be ${must}` } : { ok: true, value };
  };
  return { about, read };
}

/** The same, with a default written as people would. */
function defaulting<Value>(
  unset: string,
  must: string,
  parse: Parse<Value>,
  about: AboutSetting,
): Setting<Value> & { readonly unset: string } {
  const { read } = required(must, parse, about);
  return { about, unset, read: (text) => read(text ?? unset) };
}

/** The same; null where it is not set. */
function optional<Value>(must: string, parse: Parse<Value>, about: AboutSetting): Setting<Value | null> {
  const { read } = required(must, parse, about);
  return { about, read: (text) => (text === null ? { ok: true, value: null } : read(text)) };
}

/** One of a few words. */
function oneOf<Word extends string>(unset: Word, words: readonly Word[]): Setting<Word> {
  const parse = (text: string) => words.find((word) => word === text);
  return defaulting(unset, `one of ${words.join(', ')}`, parse, { example: unset });
}

const durationForm = 'a whole number above 0 and one unit of ms, s, m, h, d, at most 3650d';

/** A right value of TELEGRAM_PROXY, and of what takes its place. */
export const proxyExample = 'http://user:password@proxy.example:3128';

/** Every setting: how it is read, its default, an example of a right value. */
export const settings = {
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
  ACCESS_CHATS: optional(
    'IDs of supergroups and channels, which begin with -100, separated by commas. A basic group becomes a supergroup when its history is made visible to new members',
    parseAccessChats,
    { example: '-1001234567890,-1009876543210' },
  ),
  ACCESS_REVOKE: oneOf('remove', revokeWays),
  ACCESS_STRANGERS: oneOf('tell', strangerWays),
  JOIN_REQUESTS: oneOf('request', joinRequestWays),
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
  RETENTION: optional(`a duration: ${durationForm}`, parseDuration, { example: '365d' }),
  SWEEP_SCHEDULE: defaulting('* * * * *', 'a cron pattern of 5 or 6 fields that comes due some day', parseSchedule, {
    example: '*/5 * * * *',
  }),
  COMMUNITY_NAME: defaulting(
    'Sosekni',
    '1 to 64 characters in one line that can be seen',
    (text) => (/^\P{Cc}{1,64}$/u.test(text) && !isInvisible(text) ? text : undefined),
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
  APPROVALS_NEEDED: defaulting('1', 'a whole number from 1', (text) => parseInteger(text, 1), { example: '2' }),
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
  HTTP_LISTEN: defaulting('off', 'off or HOST:PORT, with an IPv6 address in brackets', orOff(parseListenAddress), {
    example: '127.0.0.1:9464',
  }),
  WEB_LISTEN: defaulting('off', 'off or HOST:PORT, with an IPv6 address in brackets', orOff(parseListenAddress), {
    example: '127.0.0.1:8080',
  }),
  PUBLIC_URL: optional(
    'https:// and a host, or http:// and a host of this machine such as 127.0.0.1; a port may follow, a path may not',
    parsePublicUrl,
    { example: 'https://desk.example' },
  ),
  API_TOKEN: optional('32 or more characters without spaces, as from openssl rand -base64 32', parseApiToken, {
    example: 'this-is-an-example-make-a-token-of-your-own',
    credential: 'api_token',
    secret: true,
  }),
  FORM: oneOf('off', ['off', 'on']),
  WEBHOOK_URL: optional('an http:// or https:// address without user, password and #', parseWebhookUrl, {
    example: 'https://example.com/webhooks/sosekni',
    // What is in the path can be such a secret as well, but then it's the only way to tell one address from another.
    secret: (text) => text.includes('?'),
  }),
  WEBHOOK_SECRET: optional(
    'whsec_ and 24 to 64 bytes in Base64, as from openssl rand -base64 32; several with spaces in between',
    parseWebhookSecrets,
    { example: 'whsec_this+is+an+example/make+your+own', credential: 'webhook_secret', secret: true },
  ),
  SMTP_HOST: optional('the name or the address of a mail server, without a port', parseHost, {
    example: 'smtp.example.com',
  }),
  SMTP_PORT: defaulting('587', 'a port from 1 to 65535', (text) => parseInteger(text, 1, 65_535), { example: '587' }),
  SMTP_SECURITY: oneOf('starttls', securities),
  SMTP_USERNAME: optional('a name in one line', parseLine, { example: 'bot@example.com' }),
  SMTP_PASSWORD: optional('a password in one line', parseLine, {
    example: 'the-password-of-SMTP_USERNAME',
    credential: 'smtp_password',
    secret: true,
  }),
  SMTP_FROM: optional('an email address, or a name and an address in angle brackets', parseSender, {
    example: 'Sosekni <bot@example.com>',
  }),
  SMTP_CA_FILE: optional('a file', (text) => text, { example: '/etc/sosekni-bot/relay-ca.pem' }),
  SMS_URL: optional(
    "an http:// or https:// address: Twilio's as https://SID:TOKEN@api.twilio.com/2010-04-01/Accounts/SID/Messages.json, or any with {to} and {text} once each after its question mark",
    parseSmsUrl,
    {
      example: 'https://sms.example.com/send?key=SECRET&to={to}&text={text}',
      credential: 'sms_url',
      secret: true,
    },
  ),
  SMS_FROM: optional('a number, a name of at most 11 letters and digits, or a messaging service (MG…)', parseSmsFrom, {
    example: '+4915123456789',
  }),
  SMS_PREFIXES: optional('beginnings of phone numbers, each with its plus, separated by commas', parsePrefixes, {
    example: '+49,+43',
  }),
  SMS_DAILY: optional('a whole number from 1', (text) => parseInteger(text, 1, 1_000_000), { example: '100' }),
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
export type SettingValues = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<infer Value> ? Value : never;
};

/** The names of all settings. */
// A boundary: the keys of a constant, which Object.keys forgets.
export const settingNames = Object.keys(settings) as readonly SettingName[];
