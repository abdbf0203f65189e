import { isIP, isIPv6 } from 'node:net';
import { Cron } from 'croner';
import type { BucketSettings } from '../backup/bucket';
import type { ClientRate } from '../bot/flood';
import type { Sender } from '../channels/email/settings';
import { parseEmailAddress } from '../contacts/email-address';
import { groupId, telegramId, type GroupId, type Millis, type TelegramId } from '../lifecycle/ids';
import type { ListenAddress } from '../network/listen-address';
import type { DatabaseTarget } from '../store/engine';
import { postgresAddress } from '../store/postgres/address';

/** Reads what is written for a setting. Returns undefined for what it refuses. */
export type Parse<Value> = (text: string) => Value | undefined;

const millisOf = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const longestDuration: Millis = 3650 * millisOf.d;

/** In milliseconds, at most ten years. */
export function parseDuration(text: string): Millis | undefined {
  const match = /^(\d+)(ms|s|m|h|d)$/.exec(text);
  const unit = (['ms', 's', 'm', 'h', 'd'] as const).find((each) => each === match?.[2]);
  if (!match || !unit) return undefined;
  const millis = Number(match[1]) * millisOf[unit];
  return millis > 0 && millis <= longestDuration ? millis : undefined;
}

/** The same, and null for `off`. */
export function orOff<Value>(parse: (text: string) => Value | undefined): (text: string) => Value | null | undefined {
  return (text) => (text === 'off' ? null : parse(text));
}

/** Telegram's IDs have at most 52 significant bits (https://core.telegram.org/bots/api#user). */
const greatestId = 2 ** 52;

/** A whole number in digits, from `least` to `greatest`. */
export function parseInteger(text: string, least: number, greatest = greatestId): number | undefined {
  const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= greatest ? number : undefined;
}

/** IDs separated by commas, each once. */
export function parsePeople(text: string): [TelegramId, ...TelegramId[]] | undefined {
  const people = new Set<TelegramId>();
  for (const part of text.split(',')) {
    const id = parseInteger(part.trim(), 1);
    if (id === undefined) return undefined;
    people.add(telegramId(id));
  }
  const [first, ...others] = people;
  return first === undefined ? undefined : [first, ...others];
}

/** Only supergroups, whose IDs begin with -100, have topics. Number 1 is “General”, which is no topic to the Bot API. */
export function parseGroup(text: string): { readonly chat: GroupId; readonly topic: number | null } | undefined {
  const [id = '', number, ...more] = text.split('/');
  const chat = parseInteger(id, -greatestId, -1);
  if (chat === undefined || more.length > 0) return undefined;
  if (number === undefined) return { chat: groupId(chat), topic: null };
  const topic = parseInteger(number, 1, 2 ** 31 - 1);
  if (topic === undefined || chat > supergroupsBelow) return undefined;
  return { chat: groupId(chat), topic: topic === 1 ? null : topic };
}

/** IDs of supergroups and channels separated by commas, each once: they begin with -100. Basic groups lack what access needs. */
export function parseAccessChats(text: string): readonly GroupId[] | undefined {
  const chats = new Set<GroupId>();
  for (const part of text.split(',')) {
    const id = parseInteger(part.trim(), -greatestId, supergroupsBelow - 1);
    if (id === undefined) return undefined;
    chats.add(groupId(id));
  }
  return [...chats];
}

const supergroupsBelow = -1_000_000_000_000;

/** The path of SQLite's file comes back as it was written. */
export function parseDatabase(text: string): DatabaseTarget | undefined {
  // `file:///var/lib/x.db` is the same file as `file:/var/lib/x.db`; `file://x.db` would name a host.
  const file = /^file:(?:\/\/(?=\/))?((?!\/\/).*[^/])$/.exec(text)?.[1];
  if (file !== undefined) return { dialect: 'sqlite', path: file };
  const url = postgresAddress(text);
  return url === undefined ? undefined : { dialect: 'postgres', url };
}

/** Only the cron library knows whether a pattern ever comes due: it looks for a next run. */
export function parseSchedule(text: string): string | undefined {
  if (![5, 6].includes(text.split(/\s+/).length)) return undefined;
  try {
    return new Cron(text, { paused: true }).nextRun() === null ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Also as the C library reads `TZ`: after a colon, or as a path. */
export function parseTimeZone(text: string): string | undefined {
  const timeZone = text.replace(/^:?(?:\/usr\/share\/zoneinfo\/)?(?:posix\/)?/, '');
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Ends with one slash. */
export function parseApiRoot(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || /[?#]/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username || url.password ? undefined : url.href.replace(/\/*$/, '/');
}

/** An origin: `https://desk.example`; with `http://` only of this machine, where nobody is in between. */
export function parsePublicUrl(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#@\s]+\/?$/i.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  return protocol === 'https:' || isLoopback(hostname) ? origin : undefined;
}

/** Whether a URL's host is this machine. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

/** Long enough that nobody guesses it. */
export function parseApiToken(text: string): string | undefined {
  return /^[!-~]{32,500}$/.test(text) ? text : undefined;
}

/** A name of the DNS or an address of a machine, IPv6 without brackets. */
export function parseHost(text: string): string | undefined {
  const isName = /^(?=.{1,253}$)[a-z\d_](?:[\w-]{0,61}[a-z\d])?(?:\.[a-z\d_](?:[\w-]{0,61}[a-z\d])?)*$/i.test(text);
  return isName || isIP(text) !== 0 ? text : undefined;
}

/** `ADDRESS` or `NAME <ADDRESS>`. */
export function parseSender(text: string): Sender | undefined {
  const [, quoted, bare, inBrackets] = /^(?:(?:"([^"\\\p{Cc}]*)"|([^<>"\p{Cc}]*?))\s*<([^<>]+)>)$/u.exec(text) ?? [];
  const address = parseEmailAddress(inBrackets ?? text);
  const name = (quoted ?? bare ?? '').trim();
  return address === null ? undefined : { name: name === '' ? null : name, address: address.address };
}

/** In one line. */
export const parseLine = (text: string): string | undefined => (/^\P{Cc}+$/u.test(text) ? text : undefined);

/** Printable ASCII without spaces. */
export function parseKey(text: string): string | undefined {
  return /^[!-~]+$/.test(text) ? text : undefined;
}

/** `https://HOST/BUCKET/PREFIX`, where the prefix may be missing. Path style: all that speak S3 understand it. */
export function parseBucket(text: string): Pick<BucketSettings, 'endpoint' | 'bucket' | 'prefix'> | undefined {
  if (!/^https?:\/\//i.test(text) || /[?#%]/.test(text) || !URL.canParse(text)) return undefined;
  const { origin, username, password, pathname } = new URL(text);
  const [bucket, ...prefix] = pathname.split('/').filter((part) => part !== '');
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, and what Google allows besides.
  if (username || password || bucket === undefined || !/^[a-z\d][\w.-]{1,220}[a-z\d]$/.test(bucket)) return undefined;
  return { endpoint: origin, bucket, prefix: prefix.map((part) => `${part}/`).join('') };
}

/** Above 0; a fraction is fine. */
export function parseSendRate(text: string): number | undefined {
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return rate > 0 && Number.isFinite(rate) ? rate : undefined;
}

/** `20/1m` */
export function parseClientRate(text: string): ClientRate | undefined {
  const match = /^(\d+)\/(.*)$/.exec(text);
  const limit = parseInteger(match?.[1] ?? '', 1);
  const window = parseDuration(match?.[2] ?? '');
  return limit === undefined || window === undefined ? undefined : { limit, window };
}

/** `HOST:PORT` or `[IPV6]:PORT` */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const [, bracketed, name = '', digits = ''] = /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d+)$/i.exec(text) ?? [];
  const port = parseInteger(digits, 0, 65_535);
  if (port === undefined || (bracketed !== undefined && !isIPv6(bracketed))) return undefined;
  return { host: bracketed ?? name, port };
}
