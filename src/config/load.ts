import { isIPv6 } from 'node:net';
import path from 'node:path';
import type { EmailSettings } from '../channels/email/settings';
import type { SmsSettings } from '../channels/sms/settings';
import { environmentProxy } from '../channels/telegram/environment-proxy';
import type { Proxy } from '../channels/telegram/proxy';
import type { BucketSettings } from '../backup/bucket';
import { plainName } from '../i18n/invisible';
import type { ProcessEnvironment } from '../process/context';
import type { WebhookSettings } from '../webhooks/settings';
import type { Config, WebSettings } from './config';
import type { Problem } from './report';
import { overlap } from '../network/listen-address';
import { isLoopback } from './parsers';
import { proxyExample, settingNames, settings, type SettingName, type SettingValues } from './schema';
import { problem } from './shown';
import { writtenSettings, readFiles, type WrittenSetting, type Sources } from './sources';

/** What only those who use it can check: the texts, and files that are to be written or read. Where one of these is wrong, its default. */
export type Unchecked = Pick<Config, 'defaultLanguage' | 'textsDir' | 'community'> & {
  readonly email: Pick<EmailSettings, 'caFile'> | null;
  readonly log: Pick<Config['log'], 'file'>;
};

/** The settings, or everything that is wrong with them. */
export type Loaded =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly unchecked: Unchecked };

/** Reads the files of settings, then all settings. */
export function loadConfigFromFiles(place: ProcessEnvironment): Loaded {
  const { sources, unreadable } = readFiles(place);
  const loaded = loadConfig(sources);
  if (unreadable.length === 0) return loaded;
  const unchecked = loaded.ok ? loaded.config : loaded.unchecked;
  return { ok: false, problems: [...unreadable, ...(loaded.ok ? [] : loaded.problems)], unchecked };
}

/** Reads all settings. Reports every problem there is, not just the first. Starts nothing and writes nothing. */
export function loadConfig(sources: Sources): Loaded {
  const { found, unreadable: problems } = writtenSettings(sources);
  const unreadable = new Set(problems.map(({ setting }) => setting));
  const values = new Map<SettingName, unknown>();
  for (const name of settingNames) {
    const reading = settings[name].read(found.get(name)?.text ?? null);
    if (reading.ok) values.set(name, reading.value);
    else if (!unreadable.has(name)) problems.push(problem(name, reading.wrong, found));
  }
  problems.push(
    ...missingKeys(found, problems),
    ...missingPublicUrl(values, found, problems),
    ...aboutMail(values, found),
    ...missingSmsFrom(values),
    ...missingForForm(values, found, problems),
    ...adminChatAmongAccessChats(values, found),
    ...oneAddressForBoth(values, found),
  );
  const proxy = proxyFor(values, sources);
  if (!proxy.ok) problems.push(proxy.problem);
  if (problems.length > 0 || !proxy.ok) return { ok: false, problems, unchecked: uncheckedOf(values, sources) };
  // Each value is what its own setting read.
  return { ok: true, config: assemble(Object.fromEntries(values) as SettingValues, proxy.value, sources) };
}

function uncheckedOf(values: ReadonlyMap<SettingName, unknown>, { home }: ProcessEnvironment): Unchecked {
  // Each value is what its own setting read.
  const read = Object.fromEntries(values) as Partial<SettingValues>;
  const {
    DEFAULT_LANGUAGE = settings.DEFAULT_LANGUAGE.unset,
    TEXTS_DIR = null,
    COMMUNITY_NAME = settings.COMMUNITY_NAME.unset,
    LOG_FILE = null,
    SMTP_HOST = null,
    SMTP_CA_FILE = null,
  } = read;
  return {
    defaultLanguage: DEFAULT_LANGUAGE,
    textsDir: absolute(home, TEXTS_DIR),
    community: COMMUNITY_NAME,
    log: { file: absolute(home, LOG_FILE) },
    email: SMTP_HOST === null ? null : { caFile: absolute(home, SMTP_CA_FILE) },
  };
}

const absolute = (home: string, file: string | null): string | null =>
  file === null ? null : path.resolve(home, file);

/** A bucket without its keys would be noticed only at night, and webhooks that nobody can check are worth nothing. */
function missingKeys(found: ReadonlyMap<SettingName, WrittenSetting>, problems: readonly Problem[]): Problem[] {
  const missing = (names: readonly SettingName[], by: SettingName, needs: string): Problem[] =>
    names
      .filter((name) => found.has(by) && !found.has(name) && !problems.some(({ setting }) => setting === name))
      .map((setting) => {
        const { example } = settings[setting].about;
        return { setting, found: null, wrong: `is not set, and ${needs}`, example };
      });
  return [
    ...missing(
      ['BACKUP_S3_ACCESS_KEY', 'BACKUP_S3_SECRET_KEY'],
      'BACKUP_S3_URL',
      'the bucket of BACKUP_S3_URL needs it',
    ),
    ...missing(['WEBHOOK_SECRET'], 'WEBHOOK_URL', 'it signs what is sent to WEBHOOK_URL'),
  ];
}

/** Who asks for the desk has to be sent somewhere, and its doors open to that address only. */
function missingPublicUrl(
  values: ReadonlyMap<SettingName, unknown>,
  found: ReadonlyMap<SettingName, WrittenSetting>,
  problems: readonly Problem[],
): Problem[] {
  const isServed = values.get('WEB_LISTEN') != null;
  if (!isServed || found.has('PUBLIC_URL') || problems.some(({ setting }) => setting === 'PUBLIC_URL')) return [];
  const wrong = 'is not set, and WEB_LISTEN needs it: it is where people find the desk';
  return [{ setting: 'PUBLIC_URL', found: null, wrong, example: settings.PUBLIC_URL.about.example }];
}

/** Mail without a sender is refused everywhere, and a password without TLS is everybody's. */
function aboutMail(
  values: ReadonlyMap<SettingName, unknown>,
  found: ReadonlyMap<SettingName, WrittenSetting>,
): Problem[] {
  // Each value is what its own setting read.
  const read = Object.fromEntries(values) as Partial<SettingValues>;
  const {
    SMTP_HOST: host,
    SMTP_FROM: from,
    SMTP_USERNAME: username,
    SMTP_PASSWORD: password,
    SMTP_SECURITY: security,
  } = read;
  if (host == null) return [];
  const missing = (setting: SettingName, why: string): Problem => {
    const { example } = settings[setting].about;
    return { setting, found: null, wrong: `is not set, and ${why}`, example };
  };
  const problems: Problem[] = [];
  if (from === null) problems.push(missing('SMTP_FROM', 'SMTP_HOST needs it: it is who the mail is from'));
  if (username === null && typeof password === 'string')
    problems.push(missing('SMTP_USERNAME', 'SMTP_PASSWORD needs it'));
  if (password === null && typeof username === 'string')
    problems.push(missing('SMTP_PASSWORD', 'SMTP_USERNAME needs it'));
  if (security === 'off' && typeof password === 'string' && !isLoopback(isIPv6(host) ? `[${host}]` : host)) {
    const wrong = `is off, and SMTP_PASSWORD would go to ${host} unencrypted: that is allowed to this machine only`;
    problems.push({ ...problem('SMTP_SECURITY', wrong, found), example: 'starttls' });
  }
  return problems;
}

/** Twilio wants to know who a message is from, and so does an address that has a place for it. */
function missingSmsFrom(values: ReadonlyMap<SettingName, unknown>): Problem[] {
  // Each value is what its own setting read.
  const { SMS_URL: url, SMS_FROM: from } = Object.fromEntries(values) as Partial<SettingValues>;
  if (url == null || from !== null) return [];
  if (url.shape === 'template' && !url.template.includes('{from}')) return [];
  const wrong = 'is not set, and SMS_URL needs it: it is who the messages are from';
  return [{ setting: 'SMS_FROM', found: null, wrong, example: settings.SMS_FROM.about.example }];
}

/** The form is on the desk's address, and says nothing to anybody but by mail. */
function missingForForm(
  values: ReadonlyMap<SettingName, unknown>,
  found: ReadonlyMap<SettingName, WrittenSetting>,
  problems: readonly Problem[],
): Problem[] {
  if (values.get('FORM') !== 'on') return [];
  const needs = { WEB_LISTEN: 'it is where the form is', SMTP_HOST: 'codes and answers go by mail' } as const;
  return (['WEB_LISTEN', 'SMTP_HOST'] as const)
    .filter((name) => values.get(name) == null && !problems.some(({ setting }) => setting === name))
    .map((name) => problem(name, `is not set, and FORM=on needs it: ${needs[name]}`, found));
}

/** What the members of a community say is nothing to the bot, and what is said among the admins is. */
function adminChatAmongAccessChats(
  values: ReadonlyMap<SettingName, unknown>,
  found: ReadonlyMap<SettingName, WrittenSetting>,
): Problem[] {
  // Each value is what its own setting read.
  const { ADMIN_CHAT_ID: admins, ACCESS_CHATS: chats } = Object.fromEntries(values) as Partial<SettingValues>;
  if (!admins || chats?.includes(admins.chat) !== true) return [];
  const wrong = `names ${admins.chat}, which is ADMIN_CHAT_ID: the admins need a chat of their own, which approved people don't get into`;
  return [problem('ACCESS_CHATS', wrong, found)];
}

/** The bot would find its own other listener there, and take it for another program. */
function oneAddressForBoth(
  values: ReadonlyMap<SettingName, unknown>,
  found: ReadonlyMap<SettingName, WrittenSetting>,
): Problem[] {
  // Each value is what its own setting read.
  const { HTTP_LISTEN: http, WEB_LISTEN: web } = Object.fromEntries(values) as Partial<SettingValues>;
  if (!http || !web || !overlap(http, web)) return [];
  return [problem('WEB_LISTEN', `has the port of HTTP_LISTEN (${web.port}): give each one of its own`, found)];
}

/** The proxy of TELEGRAM_PROXY, else that of the environment; or what is wrong with the latter. */
function proxyFor(
  values: ReadonlyMap<SettingName, unknown>,
  { env }: Sources,
): { readonly ok: true; readonly value: Proxy | null } | { readonly ok: false; readonly problem: Problem } {
  const through = (value: Proxy | null) => ({ ok: true, value }) as const;
  const { TELEGRAM_PROXY: own, TELEGRAM_API_ROOT: apiRoot } = Object.fromEntries(values) as Partial<SettingValues>;
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

function assemble(values: SettingValues, proxy: Proxy | null, { home, isTty }: ProcessEnvironment): Config {
  const requestTtl = values.REQUEST_TTL;
  const database = values.DATABASE_URL;
  return {
    token: values.TELEGRAM_BOT_TOKEN,
    admins: values.ADMIN_TELEGRAM_ID,
    adminChatId: values.ADMIN_CHAT_ID?.chat ?? null,
    adminTopicId: values.ADMIN_CHAT_ID?.topic ?? null,
    access: values.ACCESS_CHATS && {
      chats: values.ACCESS_CHATS,
      onEnd: values.ACCESS_REVOKE,
      strangers: values.ACCESS_STRANGERS,
      joinRequests: values.JOIN_REQUESTS,
    },
    apiRoot: values.TELEGRAM_API_ROOT,
    proxy,
    database: database.dialect === 'sqlite' ? { ...database, path: path.resolve(home, database.path) } : database,
    policy: {
      requestTtl,
      appealAfter: values.APPEAL_AFTER,
      appealWindow: values.APPEAL_WINDOW,
      appealLimit: values.APPEAL_LIMIT,
      undoWindow: values.UNDO_WINDOW,
      approvalsNeeded: values.APPROVALS_NEEDED,
    },
    // A reminder that would be due before the request was even submitted is none.
    remindBefore: values.REMIND_BEFORE !== null && values.REMIND_BEFORE < requestTtl ? values.REMIND_BEFORE : null,
    retention: values.RETENTION,
    sweepSchedule: values.SWEEP_SCHEDULE,
    community: plainName(values.COMMUNITY_NAME),
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
    email: emailOf(values, home),
    sms: smsOf(values),
    webhook: webhookOf(values),
    web: webOf(values),
    hasForm: values.FORM === 'on',
    log: {
      level: values.LOG_LEVEL,
      format: values.LOG_FORMAT ?? (isTty ? 'pretty' : 'json'),
      file: absolute(home, values.LOG_FILE),
    },
  };
}

/** Null where BACKUP_S3_URL is not set; `missingKeys` has seen to its keys. */
function bucketOf(values: SettingValues): BucketSettings | null {
  const { BACKUP_S3_URL: place, BACKUP_S3_ACCESS_KEY: accessKey, BACKUP_S3_SECRET_KEY: secretKey } = values;
  if (place === null || accessKey === null || secretKey === null) return null;
  return { ...place, region: values.BACKUP_S3_REGION, accessKey, secretKey };
}

/** Null where SMTP_HOST is not set; `aboutMail` has seen to the rest. */
function emailOf(values: SettingValues, home: string): EmailSettings | null {
  const { SMTP_HOST: host, SMTP_PORT: port, SMTP_SECURITY: security, SMTP_FROM: from } = values;
  const { SMTP_USERNAME: username, SMTP_PASSWORD: password } = values;
  if (host === null || from === null) return null;
  const login = username === null || password === null ? null : { username, password };
  return { host, port, security, login, from, caFile: absolute(home, values.SMTP_CA_FILE) };
}

/** Null where SMS_URL is not set; `missingSmsFrom` has seen to the sender. */
function smsOf({
  SMS_URL: url,
  SMS_FROM: from,
  SMS_PREFIXES: prefixes,
  SMS_DAILY: daily,
}: SettingValues): SmsSettings | null {
  if (url === null) return null;
  if (url.shape === 'template') return { gateway: { ...url, from }, prefixes, daily };
  return from === null ? null : { gateway: { ...url, from }, prefixes, daily };
}

/** Null where WEBHOOK_URL is not set; `missingKeys` has seen to its secret. */
function webhookOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: secrets }: SettingValues): WebhookSettings | null {
  return url === null || secrets === null ? null : { url, secrets };
}

/** Null where WEB_LISTEN is off; `missingPublicUrl` has seen to the address. */
function webOf({ WEB_LISTEN: listen, PUBLIC_URL: publicUrl, API_TOKEN: apiToken }: SettingValues): WebSettings | null {
  return listen === null || publicUrl === null ? null : { listen, publicUrl, apiToken };
}
