import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log';
import type { HttpAddress } from './address';
import { ListenError, whyNotListening } from './listen-error';
import { respond, type Routes } from './router';

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

/** Listens until `close`. Throws `ListenError`. */
export async function listen(
  place: HttpAddress,
  routes: Routes,
  log: Log,
): Promise<{ readonly close: () => Promise<void> }> {
  const server = http.createServer(limits, (request, response) => void respond(routes, request, response, log));
  server.maxConnections = mostConnections;
  server.maxRequestsPerSocket = mostRequestsOnOne;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(place, error)));
    server.listen(place.port, place.host, resolve);
  });
  server.on('error', (error) => log.error('the HTTP listener has a problem', { error }));
  const address = formatAddress(server.address() as AddressInfo);
  log.info(`listening on http://${address}`, { action: 'http_listening', details: { address } });
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

function explain({ host, port }: HttpAddress, error: NodeJS.ErrnoException): ListenError {
  return new ListenError(`HTTP_LISTEN: ${host}, port ${port}: ${whyNotListening(error)}`, { cause: error });
}
