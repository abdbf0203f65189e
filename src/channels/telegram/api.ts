import { readAnswer, type CallResult, type Expects } from './answer';
import { connectorTo, ProxyFailed } from './connect';
import { HttpClient, NoAnswer, type HttpHeaders, type PostOptions } from './http-client';
import { multipart, type Upload } from './multipart';
import type { Proxy } from './proxy';

export type { CallResult, Refused } from './answer';

interface CallOptions<T> extends PostOptions {
  /** The shape of the result; any other counts as no answer. */
  readonly expects: Expects<T>;
  /** A file that goes with the parameters. */
  readonly upload?: Upload;
  /** Called with the headers of the answer, if one comes. */
  readonly heard?: (headers: HttpHeaders) => void;
}

/** The Bot API, one call at a time. */
export interface BotApi {
  call<T>(method: string, params: object, options: CallOptions<T>): Promise<CallResult<T>>;
}

export interface BotApiOptions {
  /** Secret. */
  readonly token: string;
  /** The address of the Bot API, with a slash at its end. */
  readonly apiRoot: string;
  /** The proxy; null: none. */
  readonly proxy: Proxy | null;
  /** The most connections at once. */
  readonly connections: number;
}

/**
 * The Bot API. Its errors never contain the token. Polls, answers to presses and everything else have separate connections,
 * so that one kind can hang without blocking the others.
 */
export function botApi({ token, apiRoot, proxy, connections }: BotApiOptions): BotApi {
  const root = new URL(`./bot${token}/`, apiRoot);
  const presses = Math.max(1, Math.floor(connections / 4));
  const lanes: Readonly<Record<CallLane, number>> = {
    poll: 1,
    press: presses,
    other: Math.max(1, connections - presses - 1),
  };
  const client = new HttpClient(root, connectorTo(root, proxy), lanes);
  const redact = (text: string) =>
    text.replaceAll(token, '[redacted]').replaceAll(encodeURIComponent(token), '[redacted]');
  return {
    async call<T>(method: string, params: object, options: CallOptions<T>): Promise<CallResult<T>> {
      const body = options.upload === undefined ? JSON.stringify(params) : multipart(params, options.upload);
      const response = await client.post(method, body, laneOf(method), options).catch(asNoAnswer);
      if (response instanceof NoAnswer) {
        const error = redact(response.message);
        if (response.sent) return { end: 'unknown', error };
        return { end: 'not_sent', error, atProxy: response.cause instanceof ProxyFailed };
      }
      options.heard?.(response.headers);
      const result = readAnswer(response, options.expects);
      return result.end === 'refused' ? { ...result, description: redact(result.description) } : result;
    },
  };
}

type CallLane = 'poll' | 'press' | 'other';

function laneOf(method: string): CallLane {
  if (method === 'getUpdates') return 'poll';
  return method === 'answerCallbackQuery' ? 'press' : 'other';
}

function asNoAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  throw error;
}
