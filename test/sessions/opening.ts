import { createHmac } from 'node:crypto';

export type Pairs = readonly (readonly [key: string, value: string])[];

/** What Telegram opens a Mini App with, signed for the bot with this token as Telegram does. */
export function initData(token: string, pairs: Pairs): string {
  const lines = pairs.map(([key, value]) => `${key}=${value}`).sort();
  const secret = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', secret).update(lines.join('\n')).digest('hex');
  return encoded([...pairs, ['hash', hash]]);
}

/** Pairs as they go over the wire, whatever they say. */
export const encoded = (pairs: Pairs): string =>
  pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&');

/** What a person opens the desk with at a time, in milliseconds. */
export const openedBy = (user: object, at: number): Pairs => [
  ['query_id', 'AAHdF6IQAAAAAN0XohDhrOrc'],
  ['user', JSON.stringify(user)],
  ['auth_date', String(Math.floor(at / 1000))],
  ['signature', 'zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ'],
];
