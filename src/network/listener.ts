import http from 'node:http';
import type { AddressInfo } from 'node:net';
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

/** What listens, and to whom. */
export interface ListenOptions {
  /** The setting that names the address. */
  readonly setting: 'HTTP_LISTEN' | 'WEB_LISTEN';
  /** What the log calls it. */
  readonly action: 'http_listening' | 'web_listening';
  readonly place: ListenAddress;
  /** Answers each request. Must not throw. */
  readonly answer: http.RequestListener;
  readonly log: Log;
}

/** Listens until `close`, which ends the connections there are. Throws `ListenError`. */
export async function listen(options: ListenOptions): Promise<{ readonly close: () => Promise<void> }> {
  const { place, action, log } = options;
  const server = http.createServer(limits, options.answer);
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

const formatAddress = ({ address, port }: AddressInfo): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

function explain({ setting, place: { host, port } }: ListenOptions, error: NodeJS.ErrnoException): ListenError {
  return new ListenError(`${setting}: ${host}, port ${port}: ${whyNotListening(error)}`, { cause: error });
}
