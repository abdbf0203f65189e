import { STATUS_CODES } from 'node:http';
import type { Millis } from '../lifecycle/ids';
import { HttpClient, NoAnswer, type PostOptions } from './http-client';
import type { HttpResponse } from './http-response';

/**
 * How a call to the Bot API ended. There is no idempotency key: after `unknown` the call may or may not have taken
 * effect, after `not_sent` and `refused` it certainly has not.
 */
export type CallResult<T> =
  | { readonly end: 'ok'; readonly result: T }
  | Refused
  | { readonly end: 'not_sent'; readonly error: string }
  | { readonly end: 'unknown'; readonly error: string };

/** Telegram's own "no" (https://core.telegram.org/bots/api#making-requests). */
export interface Refused {
  readonly end: 'refused';
  readonly code: number;
  readonly description: string;
  /** With 429: how long to keep away. */
  readonly retryAfter: Millis | null;
  /** The group has become a supergroup with this ID. */
  readonly migratedTo: number | null;
}

interface CallOptions extends PostOptions {
  /** Is given the headers of the answer, if one comes. */
  readonly heard?: (headers: HttpResponse['headers']) => void;
}

/** The Bot API, one call at a time. `T` is what the method returns by Telegram's documentation; it is not checked. */
export interface BotApi {
  call<T>(method: string, params: object, options: CallOptions): Promise<CallResult<T>>;
}

/** The Bot API at `apiRoot` (with a slash at its end). What went wrong never holds the token. */
export function botApi(token: string, apiRoot: string): BotApi {
  const client = new HttpClient(new URL(`./bot${token}/`, apiRoot));
  const redact = (text: string) =>
    text.replaceAll(token, '[redacted]').replaceAll(encodeURIComponent(token), '[redacted]');
  return {
    async call<T>(method: string, params: object, options: CallOptions): Promise<CallResult<T>> {
      const response = await client.post(method, JSON.stringify(params), options).catch(asNoAnswer);
      if (response instanceof NoAnswer) {
        return { end: response.sent ? 'unknown' : 'not_sent', error: redact(response.message) };
      }
      options.heard?.(response.headers);
      return outcome<T>(response, redact);
    },
  };
}

function asNoAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  throw error;
}

interface Answer {
  readonly ok?: unknown;
  readonly result?: unknown;
  readonly error_code?: unknown;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** A 5xx, and anything that is not Telegram's way to answer, says nothing about what became of the call. */
function outcome<T>({ status, body }: HttpResponse, redact: (text: string) => string): CallResult<T> {
  const answer = status < 500 ? parsed(body) : null;
  if (answer?.ok === true && answer.result != null) return { end: 'ok', result: answer.result as T };
  if (answer?.ok !== false || typeof answer.error_code !== 'number' || answer.error_code >= 500) {
    return { end: 'unknown', error: `${status} ${STATUS_CODES[status] ?? ''}: no answer of the Bot API` };
  }
  return {
    end: 'refused',
    code: answer.error_code,
    description: redact(answer.description ?? ''),
    retryAfter: seconds(answer.parameters?.retry_after),
    migratedTo: answer.parameters?.migrate_to_chat_id ?? null,
  };
}

function parsed(body: string): Answer | null {
  try {
    // What Telegram's documentation promises; only `ok` and `error_code` are relied on before they are looked at.
    return JSON.parse(body) as Answer | null;
  } catch {
    return null;
  }
}

const seconds = (value: number | undefined): Millis | null => (value === undefined ? null : value * 1000);
