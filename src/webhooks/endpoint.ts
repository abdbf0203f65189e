import type { Socket } from 'node:net';
import type { Millis } from '../lifecycle/ids';
import { openTcp } from '../network/happy-eyeballs';
import { isError, reasonOf } from '../network/reason';
import { endpointOf, orClose, secured } from '../network/sockets';
import { Client } from '../network/undici';
import type { Clock } from '../process/clock';
import { addressesOf } from './destination';
import { retryAfter } from './retries';
import { signedHeaders } from './signature';
import type { WebhookSettings } from './settings';

/** One webhook. `body` is JSON, and sent as it is. */
export interface Webhook {
  /** The same whenever it is sent again. */
  readonly id: string;
  readonly body: string;
}

/** What became of an attempt. */
export type Answer =
  | { readonly end: 'accepted' }
  /** The endpoint wants no more webhooks (410). */
  | { readonly end: 'gone' }
  /** `wish`: how long the endpoint asks to wait, if it does. `error` is for people. */
  | { readonly end: 'failed'; readonly error: string; readonly wish: Millis | null }
  /** It was given up by `signal`: nobody knows. */
  | { readonly end: 'dropped' };

/** For all of an attempt: finding the address, connecting, sending, and the answer's head. */
const within: Millis = 20_000;
/** In bytes. The status is all that counts; a little is read so that the endpoint can finish its answer. */
const longestBody = 64 * 1024;
const longestHead = 16 * 1024;

/** The endpoint of WEBHOOK_URL. Each attempt has a connection of its own, so none waits for another. */
export class Endpoint {
  private readonly url: URL;

  constructor(
    private readonly settings: WebhookSettings,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly userAgent: string,
  ) {
    this.url = new URL(settings.url);
  }

  /** Sends a webhook once. Never rejects. */
  post({ id, body }: Webhook, signal: AbortSignal): Promise<Answer> {
    const { url, clock, userAgent } = this;
    const connecting = new AbortController();
    const client = new Client(url.origin, {
      connect: (_, done) => {
        void connect(url, connecting.signal).then(
          (socket) => done(null, socket),
          (error: unknown) => done(isError(error) ? error : new Error(String(error)), null),
        );
      },
      pipelining: 1,
      maxHeaderSize: longestHead,
      // All of it has one limit, below.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    return new Promise((resolve) => {
      let answer: Answer | null = null;
      let left = longestBody;
      /** The answer's head decides; whether its body comes is the endpoint's own affair. */
      const over = (otherwise: Answer): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', dropped);
        connecting.abort();
        client.destroy(() => {});
        resolve(answer ?? otherwise);
      };
      const failed = (error: string): void => over({ end: 'failed', error, wish: null });
      const dropped = (): void => over({ end: 'dropped' });
      const timer = setTimeout(() => failed(`no answer within ${within / 1000} s`), within);
      if (signal.aborted) return dropped();
      signal.addEventListener('abort', dropped);
      const headers = {
        'content-type': 'application/json',
        'user-agent': userAgent,
        ...signedHeaders(this.settings.secrets, id, clock.now(), body),
      };
      client.dispatch(
        { method: 'POST', path: `${url.pathname}${url.search}`, headers, body, reset: true },
        {
          // undici takes a handler without it for one of its older kind.
          onRequestStart: () => {},
          onResponseStart: (_, status, received) => {
            // Interim answers (1xx) come before the one that counts.
            if (status >= 200) answer = answerOf(status, received, clock);
          },
          onResponseData: (_, chunk) => {
            left -= chunk.length;
            if (left < 0) failed('the answer is too long');
          },
          onResponseEnd: () => failed('the answer has no head'),
          onResponseError: (_, error) => failed(reasonOf(error)),
        },
      );
    });
  }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function answerOf(status: number, headers: Headers, clock: Pick<Clock, 'now'>): Answer {
  if (status >= 200 && status <= 299) return { end: 'accepted' };
  if (status === 410) return { end: 'gone' };
  const error =
    status >= 300 && status <= 399
      ? `the endpoint answered ${status}: redirects are not followed, so WEBHOOK_URL has to be the final address`
      : `the endpoint answered ${status}`;
  return { end: 'failed', error, wish: retryAfter(only(headers['retry-after']), only(headers['date']), clock.now()) };
}

const only = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** A connection to an address that has been looked at: a name that is resolved twice may lead somewhere else the second time. */
async function connect(url: URL, signal: AbortSignal): Promise<Socket> {
  const server = endpointOf(url);
  const socket = await openTcp(server, signal, addressesOf);
  if (url.protocol !== 'https:') return socket;
  return orClose(socket, signal, (open) => secured(open, server.host));
}
