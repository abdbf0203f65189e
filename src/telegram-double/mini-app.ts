import { createHmac, randomBytes } from 'node:crypto';
import type { User } from '@grammyjs/types';

export interface Opening {
  readonly user: User;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * What Telegram opens a Mini App of the bot with, signed as it signs
 * (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app).
 */
export function initData(token: string, { user, at }: Opening): string {
  const { id, first_name, last_name, username, language_code } = user;
  const pairs = new Map([
    ['query_id', `AAH${randomBytes(16).toString('base64url')}`],
    ['user', JSON.stringify({ id, first_name, last_name, username, language_code, allows_write_to_pm: true })],
    ['auth_date', String(Math.floor(at / 1000))],
    // For those who don't have the token. Nobody here checks it.
    ['signature', randomBytes(64).toString('base64url')],
  ]);
  const lines = [...pairs].map(([key, value]) => `${key}=${value}`).sort();
  const secret = createHmac('sha256', 'WebAppData').update(token).digest();
  pairs.set('hash', createHmac('sha256', secret).update(lines.join('\n')).digest('hex'));
  return [...pairs].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}
