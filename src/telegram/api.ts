import { Telegram } from 'telegraf';
import type { Millis } from '../lifecycle/ids';

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

interface CallOptions {
  /** The call is given up after this long. */
  readonly within: Millis;
  /** Gives the call up at once. */
  readonly signal?: AbortSignal;
}

/** The Bot API, one call at a time. `T` is what the method returns by Telegram's documentation; it is not checked. */
export interface BotApi {
  call<T>(method: string, params: object, options: CallOptions): Promise<CallResult<T>>;
}

type CallApi = (method: string, params: object, options: { signal: AbortSignal }) => Promise<unknown>;

/** The Bot API at `apiRoot` (with a slash at its end), spoken to through Telegraf's client. Errors never hold the token. */
export function botApi(token: string, apiRoot: string): BotApi {
  const client = new Telegram(token, { apiRoot });
  // Telegraf types methods and parameters by an older Bot API, and its AbortSignal by a polyfill of the native one.
  const callApi = client.callApi.bind(client) as unknown as CallApi;
  return {
    async call<T>(method: string, params: object, { within, signal }: CallOptions): Promise<CallResult<T>> {
      const abort = new AbortController();
      const giveUp = () => abort.abort();
      const timer = setTimeout(giveUp, within);
      signal?.addEventListener('abort', giveUp);
      if (signal?.aborted) giveUp();
      try {
        return { end: 'ok', result: (await callApi(method, params, { signal: abort.signal })) as T };
      } catch (error) {
        return failure(error, (text) => text.replaceAll(token, '[redacted]'));
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        // Telegraf does not read the body of a 5xx: without this its socket would stay open.
        giveUp();
      }
    },
  };
}

/** What these say never reached Telegram: there was no connection to say it on. */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function failure(error: unknown, redact: (text: string) => string): Exclude<CallResult<never>, { end: 'ok' }> {
  const answer = telegramAnswer(error);
  if (answer !== null && answer.error_code < 500) {
    return {
      end: 'refused',
      code: answer.error_code,
      description: redact(answer.description ?? ''),
      retryAfter: seconds(answer.parameters?.retry_after),
      migratedTo: answer.parameters?.migrate_to_chat_id ?? null,
    };
  }
  const text = redact(error instanceof Error ? error.message : String(error));
  return { end: notSent.has(codeOf(error)) ? 'not_sent' : 'unknown', error: text };
}

interface Answer {
  readonly error_code: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

function telegramAnswer(error: unknown): Answer | null {
  if (!(error instanceof Error) || !('response' in error)) return null;
  const { response } = error;
  const isAnswer = typeof response === 'object' && response !== null && 'error_code' in response;
  return isAnswer && typeof response.error_code === 'number' ? (response as Answer) : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const seconds = (value: number | undefined): Millis | null => (value === undefined ? null : value * 1000);
