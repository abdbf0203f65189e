import { STATUS_CODES } from 'node:http';
import type { Millis } from '../../lifecycle/ids';
import type { HttpResponse } from './http-client';

/**
 * How a call to the Bot API ended. There is no idempotency key: after `unknown` the call may or may not have taken
 * effect, after `not_sent` and `refused` it certainly has not.
 */
export type CallResult<T> =
  | { readonly end: 'ok'; readonly result: T }
  | Refused
  /** `atProxy`: the proxy is down, or lets nothing through. */
  | { readonly end: 'not_sent'; readonly error: string; readonly atProxy: boolean }
  | { readonly end: 'unknown'; readonly error: string };

/** Telegram's own "no" (https://core.telegram.org/bots/api#making-requests). */
export interface Refused {
  readonly end: 'refused';
  readonly code: number;
  readonly description: string;
  /** With 429: how long to wait, from a second to a day. */
  readonly retryAfter: Millis | null;
  /** The group has become a supergroup with this ID. */
  readonly migratedTo: number | null;
}

/** Why a call had no effect, or may have had none, for the log and for people. */
export const reasonOf = (failed: Exclude<CallResult<unknown>, { readonly end: 'ok' }>): string =>
  failed.end === 'refused' ? `${failed.code} ${failed.description}` : failed.error;

/** Whether a result has the documented form, in the fields that are used. */
export type Expects<T> = (result: unknown) => result is T;

/**
 * The outcome of the call, as the response tells it. A 5xx, or anything not in Telegram's format, tells nothing: JSON with a
 * field of the wrong type counts as little as a page of HTML.
 */
export function readAnswer<T>({ status, body }: HttpResponse, expects: Expects<T>): CallResult<T> {
  const answer = status < 500 ? parsed(body) : null;
  if (answer?.['ok'] === true && expects(answer['result'])) return { end: 'ok', result: answer['result'] };
  return (answer?.['ok'] === false ? readRefusal(answer) : null) ?? noAnswer(status);
}

const noAnswer = (status: number): CallResult<never> => ({
  end: 'unknown',
  error: `${status} ${STATUS_CODES[status] ?? ''}: no answer of the Bot API`,
});

/** An object whose fields are still to be checked. */
export type Fields = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The result of methods that return nothing else. */
export const isTrue = (result: unknown): result is true => result === true;
/** For callers that check the result themselves. */
export const isAnything = (_result: unknown): _result is unknown => true;

function parsed(body: string): Fields | null {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Null: it isn't one. */
function readRefusal({ error_code: code, description = '', parameters = {} }: Fields): Refused | null {
  if (!Number.isInteger(code) || typeof code !== 'number' || code < 400 || code >= 500) return null;
  const told = isObject(parameters) ? parameters : {};
  // A 429 certainly refuses for now, whatever else is wrong with it, and must not lead to more calls.
  if (code === 429) {
    const text = typeof description === 'string' ? description : '';
    return { end: 'refused', code, description: text, retryAfter: secondsOf(told['retry_after']), migratedTo: null };
  }
  const { migrate_to_chat_id: migratedTo = null } = told;
  if (typeof description !== 'string' || !isObject(parameters) || !isGroupOrNull(migratedTo)) return null;
  return { end: 'refused', code, description, retryAfter: null, migratedTo };
}

const isGroupOrNull = (value: unknown): value is number | null =>
  value === null || (Number.isSafeInteger(value) && Number(value) < 0);

const second: Millis = 1000;
/** After this much of a longer wait Telegram is asked again, since the wait may have changed. */
export const longestWait: Millis = 24 * 60 * 60 * second;

function secondsOf(value: unknown): Millis {
  if (typeof value !== 'number' || !(value > 0)) return second;
  return Math.min(longestWait, Math.max(second, Math.ceil(value) * second));
}
