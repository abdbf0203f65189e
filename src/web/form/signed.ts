import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant, Millis } from '../../lifecycle/ids';

/** People need longer than this to fill a form in. */
const fastest: Millis = 3_000;
const oldest: Millis = 24 * 60 * 60_000;

/** When a form was shown, for a field of the form itself: nothing is kept of somebody who only looks at it. */
export function signedTime(at: Instant, secret: Buffer): string {
  const time = at.toString(36);
  return `${time}.${signature(time, secret)}`;
}

/** Whether a form was filled in as people do it. */
export function howLongAgo(field: string, now: Instant, secret: Buffer): 'in_time' | 'too_fast' | 'too_old' {
  const [, time = '', given = ''] = /^([\da-z]{1,11})\.([\w-]{43})$/.exec(field) ?? [];
  if (time === '' || !timingSafeEqual(Buffer.from(given), Buffer.from(signature(time, secret)))) return 'too_old';
  const age = now - parseInt(time, 36);
  if (age < 0 || age > oldest) return 'too_old';
  return age < fastest ? 'too_fast' : 'in_time';
}

const signature = (time: string, secret: Buffer): string =>
  createHmac('sha256', secret).update(time).digest('base64url');

/** Proves that a form was sent from somebody's page. */
export const formTokenOf = (pageToken: string, botToken: string): string =>
  signature(pageToken, pageSecret('form of a page', botToken));

/**
 * What a browser has of a form that was filled in. The same form that is sent again, since the button was pressed twice, has the same
 * token; nobody else can tell it.
 */
export const tokenOfForm = (written: readonly string[], botToken: string): string =>
  signature(JSON.stringify(written), pageSecret('filled form', botToken));

/** What signs things for a page, made from the bot's token: it stays the same after a restart. */
export const pageSecret = (purpose: string, botToken: string): Buffer =>
  createHmac('sha256', `sosekni-bot ${purpose}`).update(botToken).digest();
