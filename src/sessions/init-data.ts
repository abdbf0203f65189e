import { createHmac, timingSafeEqual } from 'node:crypto';
import { telegramId, type Instant, type Millis, type TelegramId } from '../lifecycle/ids';

/** What a Mini App was opened with, found to be from Telegram and fresh. */
export interface OpenedBy {
  readonly user: TelegramId;
  /** The same for the same opening, however it is written. */
  readonly opening: string;
}

/** Why it is not believed. For the log. */
export type InitDataRefusal =
  | 'init_data_too_long'
  | 'init_data_malformed'
  | 'init_data_repeats_a_key'
  | 'init_data_incomplete'
  | 'init_data_forged'
  | 'init_data_in_the_future'
  | 'init_data_too_old'
  | 'init_data_of_nobody';

const longest = 4096;
/** Telegram's clocks and ours may differ by this much. */
const mostAhead: Millis = 30_000;
/** Telegram Desktop opens an app again with what it was opened with before: five minutes would lock people out. */
const oldest: Millis = 60 * 60_000;

/**
 * Reads the `initData` of a Mini App and finds out whether Telegram made it for this bot within the last hour
 * (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app). `hash` alone is left out of what is signed;
 * `signature`, which is for others, is part of it. A key twice is refused: whoever reads the other one could be fooled.
 */
export function readInitData(
  text: string,
  token: string,
  now: Instant,
): OpenedBy | { readonly refused: InitDataRefusal } {
  if (text.length > longest) return { refused: 'init_data_too_long' };
  const pairs = decoded(text);
  if (pairs === null) return { refused: 'init_data_malformed' };
  const values = new Map(pairs);
  if (values.size < pairs.length) return { refused: 'init_data_repeats_a_key' };
  // A line break in a value would be signed like the beginning of another pair.
  if (pairs.some(([key, value]) => /[\0-\x1f]/.test(key + value))) return { refused: 'init_data_malformed' };
  const { hash, authDate, user } = {
    hash: values.get('hash') ?? '',
    authDate: values.get('auth_date') ?? '',
    user: values.get('user') ?? '',
  };
  if (!/^[0-9a-f]{64}$/.test(hash) || !/^\d{1,12}$/.test(authDate) || user === '') {
    return { refused: 'init_data_incomplete' };
  }
  if (!timingSafeEqual(signatureOf(pairs, token), Buffer.from(hash, 'hex'))) return { refused: 'init_data_forged' };
  const age = now - Number(authDate) * 1000;
  if (age < -mostAhead) return { refused: 'init_data_in_the_future' };
  if (age > oldest) return { refused: 'init_data_too_old' };
  const id = idOf(user);
  return id === null ? { refused: 'init_data_of_nobody' } : { user: id, opening: hash };
}

type Pair = readonly [key: string, value: string];

/** As Telegram decodes it: a plus is a space. Null: some of it is no percent-encoded UTF-8. */
function decoded(text: string): readonly Pair[] | null {
  try {
    return text.split('&').map((pair) => {
      const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
      return [plain(key), plain(value)];
    });
  } catch {
    return null;
  }
}

const plain = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

function signatureOf(pairs: readonly Pair[], token: string): Buffer {
  const lines = pairs.filter(([key]) => key !== 'hash').map(([key, value]) => `${key}=${value}`);
  const secret = createHmac('sha256', 'WebAppData').update(token).digest();
  // Sorted by code unit, as Telegram does; a locale would order capitals in another way.
  return createHmac('sha256', secret).update(lines.sort().join('\n')).digest();
}

function idOf(user: string): TelegramId | null {
  try {
    const { id } = Object(JSON.parse(user)) as { readonly id?: unknown };
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return null;
    // `7e9` is a number as well, and nothing that Telegram writes.
    return new RegExp(`"id"\\s*:\\s*${id}\\s*[,}]`).test(user) ? telegramId(id) : null;
  } catch {
    return null;
  }
}
