import http from 'node:http';
import https from 'node:https';
import { urlToHttpOptions } from 'node:url';
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
  /** Is given the headers of the answer, if one comes. */
  readonly heard?: (headers: http.IncomingHttpHeaders) => void;
}

/** The Bot API, one call at a time. `T` is what the method returns by Telegram's documentation; it is not checked. */
export interface BotApi {
  call<T>(method: string, params: object, options: CallOptions): Promise<CallResult<T>>;
}

/** The Bot API at `apiRoot` (with a slash at its end). What went wrong never holds the token. */
export function botApi(token: string, apiRoot: string): BotApi {
  const post = poster(new URL(`./bot${token}/`, apiRoot));
  const redact = (text: string) =>
    text.replaceAll(token, '[redacted]').replaceAll(encodeURIComponent(token), '[redacted]');
  return {
    async call<T>(method: string, params: object, options: CallOptions): Promise<CallResult<T>> {
      try {
        return outcome<T>(await post(method, JSON.stringify(params), options), redact);
      } catch (error) {
        return { end: notSent.has(codeOf(error)) ? 'not_sent' : 'unknown', error: redact(reasonOf(error)) };
      }
    },
  };
}

interface Response {
  readonly status: number;
  readonly body: string;
}

type Post = (method: string, body: string, options: CallOptions) => Promise<Response>;

/** By Node's own client: several times cheaper than fetch, which counts where every update leads to several calls. */
function poster(root: URL): Post {
  const { request, Agent } = root.protocol === 'https:' ? https : http;
  // Idle connections go before the other side may close them: a call that meets its end would have an unknown outcome.
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5_000 });
  const base = { ...urlToHttpOptions(root), agent, method: 'POST', headers: { 'content-type': 'application/json' } };
  return (method, body, { within, signal, heard }) =>
    new Promise((resolve, reject) => {
      const call = request({ ...base, path: root.pathname + method }, (response) => {
        heard?.(response.headers);
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', reject);
      });
      const giveUp = () => call.destroy(new Error('there was no answer in time'));
      const timer = setTimeout(giveUp, within);
      signal?.addEventListener('abort', giveUp);
      call.on('error', reject);
      call.on('close', () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        reject(new Error('the connection ended before the answer'));
      });
      call.end(body);
      if (signal?.aborted === true) giveUp();
    });
}

/** What these say never reached Telegram: there was no connection to say it on. */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

interface Answer {
  readonly ok?: unknown;
  readonly result?: unknown;
  readonly error_code?: unknown;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** A 5xx, and anything that is not Telegram's way to answer, says nothing about what became of the call. */
function outcome<T>({ status, body }: Response, redact: (text: string) => string): CallResult<T> {
  const answer = status < 500 ? parsed(body) : null;
  if (answer?.ok === true && answer.result != null) return { end: 'ok', result: answer.result as T };
  if (answer?.ok !== false || typeof answer.error_code !== 'number' || answer.error_code >= 500) {
    return { end: 'unknown', error: `${status} ${http.STATUS_CODES[status] ?? ''}: no answer of the Bot API` };
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

/** A connection that failed at every address has a code, and its message is empty. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)) || codeOf(error);

function codeOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}

const seconds = (value: number | undefined): Millis | null => (value === undefined ? null : value * 1000);
