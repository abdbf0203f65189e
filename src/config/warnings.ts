import { Cron } from 'croner';
import type { Config } from './config';
import { settingNames, type SettingName } from './schema';
import { settingsInForce } from './shown';
import type { Sources } from './sources';
import type { Millis } from '../lifecycle/ids';
import { nearNames } from './near-names';
import { isLoopback } from './parsers';

/** Something in the settings that is no mistake by itself and can hardly be meant. Holds no secret. */
export interface SettingWarning {
  /** The name it is about, of a setting or of what was taken for one. */
  readonly setting: string;
  /** To be read after the name: what it leads to, and what to do. */
  readonly says: string;
}

/** Everything in the settings that a person should look at again. The bot runs with it all the same. */
export function warningsAbout(config: Config, sources: Sources): readonly SettingWarning[] {
  const written = new Map(settingsInForce(sources).map(({ name, text }) => [name, text ?? '']));
  const textOf = (name: SettingName) => written.get(name) ?? '';
  return [
    ...aboutNames(sources),
    ...aboutTelegram(config),
    ...aboutRequests(config, textOf),
    ...aboutBackups(config, textOf),
    ...aboutWebhooks(config, textOf),
    ...aboutDesk(config, textOf),
    ...aboutMail(config, textOf),
    ...aboutSms(config, textOf),
  ];
}

/**
 * More approvals are needed than there are admins (owners and those whom owners have added); null: there are enough. Only the
 * database knows who was added, so this warning comes apart from the others.
 */
export function tooFewAdmins(admins: number, { policy: { approvalsNeeded } }: Config): SettingWarning | null {
  if (approvalsNeeded <= admins) return null;
  const count = admins === 1 ? 'is only one admin' : `are only ${admins} admins`;
  return {
    setting: 'APPROVALS_NEEDED',
    says: `is ${approvalsNeeded}, and there ${count}: no request can be approved. Make it smaller, or add admins in the chat with /admins add`,
  };
}

/** What is in force for a setting, as people have written it; '' where nothing is. */
type TextOf = (name: SettingName) => string;

function aboutNames({ env, dotenv }: Sources): readonly SettingWarning[] {
  const near = (names: readonly string[], where: string): readonly SettingWarning[] =>
    nearNames(names, settingNames).map(({ written, meant }) => ({
      setting: written,
      says: `in ${where} is not a setting and changes nothing. If ${meant} is meant, correct the name`,
    }));
  const set = Object.entries(dotenv).flatMap(([name, value]) => (value === '' ? [] : [name]));
  const tooLate = set.flatMap((name) => {
    const instead = readElsewhere(name);
    return instead === null ? [] : [{ setting: name, says: `in .env changes nothing. ${instead}` }];
  });
  return [...near(Object.keys(env), 'the environment'), ...near(Object.keys(dotenv), '.env'), ...tooLate];
}

/** What `.env` can't set, because it is read from the environment before `.env` is, or by a library; null: nothing of the kind. */
function readElsewhere(name: string): string | null {
  if (/^(NODE_.*|SSL_CERT_(FILE|DIR)|UV_THREADPOOL_SIZE)$/.test(name)) {
    return 'Node reads it from the environment when it starts: set it there';
  }
  if (/^(HTTPS?|ALL|NO)_PROXY$/i.test(name))
    return 'It counts in the environment only: set it there, or set TELEGRAM_PROXY';
  if (/^PG[A-Z]+$/.test(name)) return 'Write it into DATABASE_URL, or set it in the environment';
  if (name === 'CREDENTIALS_DIRECTORY') return 'It counts in the environment only, where systemd sets it';
  return null;
}

function aboutTelegram({ token, admins, apiRoot, proxy, sendRate }: Config): readonly SettingWarning[] {
  const { protocol, hostname } = new URL(apiRoot);
  const botId = Number(token.split(':', 1)[0]);
  return [
    ...warning(
      admins.some((admin) => Number(admin) === botId),
      'ADMIN_TELEGRAM_ID',
      `names ${botId}, which is the bot itself. Put your own ID there`,
    ),
    ...warning(
      protocol === 'http:' && !isLoopback(hostname),
      'TELEGRAM_API_ROOT',
      `sends the token to ${hostname} unencrypted: anyone in between can read it. Use https://`,
    ),
    ...warning(
      proxy !== null && isLoopback(hostname) && !isLoopback(proxy.host),
      proxy?.setting ?? '',
      `makes the proxy connect to ${hostname}, which is the proxy's own machine. If the Bot API server runs on this one, leave it out`,
    ),
    ...warning(
      hostname === 'api.telegram.org' && (sendRate === null || sendRate > 30),
      'SEND_RATE',
      `lets the bot send more than the 30 messages a second that Telegram takes, and Telegram makes it wait. Use 28, the default`,
    ),
  ];
}

function aboutRequests({ policy, remindBefore, sweepSchedule }: Config, textOf: TextOf): readonly SettingWarning[] {
  const { requestTtl, appealAfter, appealLimit, undoWindow } = policy;
  const pause = longestPause(sweepSchedule);
  const most = Math.min(day, requestTtl, remindBefore ?? Infinity);
  return [
    ...warning(
      remindBefore === null && textOf('REMIND_BEFORE') !== 'off',
      'REMIND_BEFORE',
      `(${textOf('REMIND_BEFORE')}) is not shorter than REQUEST_TTL (${textOf('REQUEST_TTL')}): nobody is reminded. Make it shorter, or off`,
    ),
    ...warning(
      pause > most,
      'SWEEP_SCHEDULE',
      `leaves up to ${roughly(pause)} between two looks: until the next one nothing expires, nobody is reminded and no appeal opens. The default is every minute`,
    ),
    ...warning(
      appealLimit === 0,
      'APPEAL_LIMIT',
      'is 0: a rejection is for good, the client can never ask again. Leave it out for any number of appeals',
    ),
    ...warning(
      undoWindow > 0 && undoWindow >= appealAfter,
      'UNDO_WINDOW',
      `(${textOf('UNDO_WINDOW')}) is not shorter than APPEAL_AFTER (${textOf('APPEAL_AFTER')}): a rejection can still be taken back when its appeal is open. Make it shorter`,
    ),
    ...warning(
      undoWindow > day,
      'UNDO_WINDOW',
      `(${textOf('UNDO_WINDOW')}) is longer than a day: until its end nobody can rely on a decision. Make it shorter`,
    ),
  ];
}

function aboutBackups({ backup }: Config, textOf: TextOf): readonly SettingWarning[] {
  const { bucket, schedule, keep, maxAge } = backup;
  const ofBucket = ['BACKUP_S3_REGION', 'BACKUP_S3_ACCESS_KEY', 'BACKUP_S3_SECRET_KEY'] as const;
  const idle = ofBucket.filter((name) => bucket === null && textOf(name) !== '');
  const pause = schedule === null ? 0 : longestPause(schedule);
  return [
    ...idle.map((setting) => ({
      setting,
      says: 'is set and BACKUP_S3_URL is not: no backup is copied to a bucket. Set that, too, or leave this out',
    })),
    ...warning(
      maxAge !== null && maxAge < pause,
      'BACKUP_MAX_AGE',
      `(${textOf('BACKUP_MAX_AGE')}) is shorter than BACKUP_SCHEDULE's ${roughly(pause)} between two backups: the admins are told of a missing backup each time. Make it longer`,
    ),
    ...warning(
      keep < pause,
      'BACKUP_KEEP',
      `(${textOf('BACKUP_KEEP')}) is shorter than BACKUP_SCHEDULE's ${roughly(pause)} between two backups: there is never more than one. Make it longer`,
    ),
  ];
}

function aboutWebhooks({ webhook }: Config, textOf: TextOf): readonly SettingWarning[] {
  const { protocol = '', hostname = '', host = '' } = webhook === null ? {} : new URL(webhook.url);
  return [
    ...warning(
      webhook === null && textOf('WEBHOOK_SECRET') !== '',
      'WEBHOOK_SECRET',
      'is set and WEBHOOK_URL is not: no webhooks are sent. Set that, too, or leave this out',
    ),
    ...warning(
      protocol === 'http:' && !isLoopback(hostname),
      'WEBHOOK_URL',
      `sends who has access to ${host} unencrypted: anyone in between can read it. Use https://`,
    ),
  ];
}

function aboutDesk({ web }: Config, textOf: TextOf): readonly SettingWarning[] {
  const idle = (['PUBLIC_URL', 'API_TOKEN'] as const).filter((name) => web === null && textOf(name) !== '');
  const unserved = idle.map((setting) => ({
    setting,
    says: 'is set and WEB_LISTEN is not: there is no desk and no API. Set that, too, or leave this out',
  }));
  if (web === null) return unserved;
  const { host, port } = web.listen;
  const { protocol, port: written } = new URL(web.publicUrl);
  const publicPort = written === '' ? 80 : Number(written);
  return [
    ...warning(
      protocol === 'http:' && port !== 0 && publicPort !== port,
      'PUBLIC_URL',
      `leads to port ${publicPort} of this machine, and WEB_LISTEN is port ${port}: unless a proxy is in between, nobody finds the desk there`,
    ),
    ...warning(
      !isLoopback(host.includes(':') ? `[${host}]` : host),
      'WEB_LISTEN',
      `(${textOf('WEB_LISTEN')}) is open to other machines, without TLS: anyone in between can read what admins send. Let only the proxy reach it, or use 127.0.0.1`,
    ),
  ];
}

function aboutMail({ email }: Config, textOf: TextOf): readonly SettingWarning[] {
  if (email === null) {
    const idle = (['SMTP_USERNAME', 'SMTP_PASSWORD', 'SMTP_FROM', 'SMTP_CA_FILE'] as const).filter(
      (name) => textOf(name) !== '',
    );
    return idle.map((setting) => ({
      setting,
      says: 'is set and SMTP_HOST is not: no mail is sent. Set that, too, or leave this out',
    }));
  }
  const { host, port, security } = email;
  return [
    ...warning(
      port === 465 && security === 'starttls',
      'SMTP_SECURITY',
      'is starttls and SMTP_PORT is 465, where relays expect TLS from the first byte: a connection would hang. Use force_tls with 465, or 587 with starttls',
    ),
    ...warning(
      (port === 587 || port === 25) && security === 'force_tls',
      'SMTP_SECURITY',
      `is force_tls and SMTP_PORT is ${port}, where relays begin without TLS. Use starttls with ${port}, or 465 with force_tls`,
    ),
    ...warning(
      security === 'off' && !isLoopback(host.includes(':') ? `[${host}]` : host),
      'SMTP_SECURITY',
      `is off: anyone between here and ${host} can read the mail and its codes. Use starttls or force_tls`,
    ),
  ];
}

function aboutSms({ sms }: Config, textOf: TextOf): readonly SettingWarning[] {
  if (sms === null) {
    const idle = (['SMS_FROM', 'SMS_PREFIXES', 'SMS_DAILY'] as const).filter((name) => textOf(name) !== '');
    return idle.map((setting) => ({
      setting,
      says: 'is set and SMS_URL is not: no SMS is sent. Set that, too, or leave this out',
    }));
  }
  const { gateway, prefixes, daily } = sms;
  const { protocol, hostname, host } = new URL(gateway.shape === 'twilio' ? gateway.url : gateway.template);
  return [
    ...warning(
      prefixes === null,
      'SMS_PREFIXES',
      'is not set: anybody can have SMS sent to any country, also to numbers that pay those who hold them. Set it to the beginnings of the numbers that your people have, such as +49,+43',
    ),
    ...warning(
      daily === null,
      'SMS_DAILY',
      'is not set: nothing limits what SMS cost. Set it to the most that may leave in 24 hours',
    ),
    ...warning(
      protocol === 'http:' && !isLoopback(hostname),
      'SMS_URL',
      `sends numbers, codes and your login to ${host} unencrypted: anyone in between can read them. Use https://`,
    ),
  ];
}

const warning = (isThere: boolean, setting: string, says: string): readonly SettingWarning[] =>
  isThere ? [{ setting, says }] : [];

const day: Millis = 24 * 60 * 60_000;
/** This many runs are enough to find the longest pause of most patterns, such as a weekend between a few runs a day. */
const runsLookedAt = 30;

/** The longest time between two of the next runs of a cron pattern. One that runs only once pauses for ever. */
function longestPause(pattern: string): Millis {
  const runs = new Cron(pattern, { paused: true }).nextRuns(runsLookedAt).map((run) => run.getTime());
  if (runs.length < 2) return Infinity;
  return Math.max(...runs.slice(1).map((run, n) => run - (runs[n] ?? run)));
}

/** In the largest unit that leaves two or more of it. */
function roughly(time: Millis): string {
  if (time === Infinity) return 'all time';
  const units = [
    ['days', day],
    ['hours', day / 24],
    ['minutes', 60_000],
  ] as const;
  const [unit, size] = units.find(([, each]) => time >= 2 * each) ?? (['seconds', 1000] as const);
  return `${Math.round(time / size)} ${unit}`;
}
