import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import type { ListenAddress } from './listen-address';
import { ListenError, whyNotListening } from './listen-error';

/** Enough for a client that requests a page, and no more: anybody who can connect can send anything. */
const limits = {
  maxHeaderSize: 8 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
} as const;
const mostConnections = 64;
const mostRequestsOnOne = 1_000;
/** Whoever takes nothing of an answer for so long is cut off: they would keep one of the connections, and what the answer is made from. */
const usualStall: Millis = 60_000;

/** What listens, and to whom. */
export interface ListenOptions {
  /** The setting that names the address. */
  readonly setting: 'HTTP_LISTEN' | 'WEB_LISTEN';
  /** What the log calls it. */
  readonly action: 'http_listening' | 'web_listening';
  readonly place: ListenAddress;
  /** Answers each request. Must not throw. */
  readonly answer: http.RequestListener;
  /**
   * What is answered to what is no request. `answer` then also gets requests without a Host. Missing: Node’s own answer, which has
   * no text.
   */
  readonly refusal?: (status: RefusedStatus) => {
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
  };
  /** How long whoever reads may take nothing of an answer that waits for them; missing: a minute. */
  readonly longestStall?: Millis;
  readonly log: Log;
}

/** Malformed; a method for proxies; not whole in time; a chunk with too much beside its data; a longer address or longer headers than are read. */
export type RefusedStatus = 400 | 405 | 408 | 413 | 431;

/** Listens until `close`, which ends the connections there are. Throws `ListenError`. */
export async function listen(options: ListenOptions): Promise<{ readonly close: () => Promise<void> }> {
  const { place, action, refusal, longestStall = usualStall, log } = options;
  const server = http.createServer({ ...limits, requireHostHeader: refusal === undefined }, options.answer);
  if (refusal !== undefined) refuseWith(server, refusal);
  server.prependListener('request', (_, response) => cutOffAfter(longestStall, response));
  server.maxConnections = mostConnections;
  server.maxRequestsPerSocket = mostRequestsOnOne;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(options, error)));
    server.listen(place.port, place.host, resolve);
  });
  server.on('error', (error) => log.error('an HTTP listener has a problem', { error }));
  const address = formatAddress(server.address() as AddressInfo);
  log.info(`listening on http://${address}`, { action, details: { address } });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Node calls this a timeout only if no byte has left meanwhile. An answer that is still being made has nothing to take. */
function cutOffAfter(longestStall: Millis, response: http.ServerResponse): void {
  response.setTimeout(longestStall, () => {
    if (response.writableLength > 0) response.destroy();
    else response.setTimeout(longestStall);
  });
}

type Refusal = Required<ListenOptions>['refusal'];

/** Answers what the parser refuses, as Node does (https://nodejs.org/api/http.html#event-clienterror), but in words. */
function refuseWith(server: http.Server, refusal: Refusal): void {
  const answers = new WeakMap<object, http.ServerResponse>();
  // Whatever is expected, there is an answer: https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
  server.prependListener('request', ({ socket }, response) => void answers.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const current = answers.get(socket);
    // In the middle of an answer another one would be read as a part of it.
    const isAnswering = current !== undefined && current.headersSent && !current.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) return void socket.destroy();
    hangUp(socket, statusOf(error), refusal);
  });
  server.on('connect', (_, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    hangUp(socket, 405, refusal);
  });
}

function hangUp(socket: Duplex, status: RefusedStatus, refusal: Refusal): void {
  const { headers, text } = refusal(status);
  const head = { ...headers, 'content-length': Buffer.byteLength(text), connection: 'close' };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  const first = `HTTP/1.1 ${status} ${http.STATUS_CODES[status] ?? ''}`;
  socket.end([first, ...lines, '', text].join('\r\n'), () => socket.destroy());
}

function statusOf({ code }: NodeJS.ErrnoException): RefusedStatus {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    default:
      return 400;
  }
}

const formatAddress = ({ address, port }: AddressInfo): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

function explain({ setting, place: { host, port } }: ListenOptions, error: NodeJS.ErrnoException): ListenError {
  return new ListenError(`${setting}: ${host}, port ${port}: ${whyNotListening(error)}`, { cause: error });
}
