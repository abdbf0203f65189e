import { isIP, type Socket } from 'node:net';
import tls from 'node:tls';
import type { Millis } from '../../lifecycle/ids';
import { openTcp, type Endpoint } from './happy-eyeballs';
import type { Connector } from './http-client';
import { askForTunnel } from './http-tunnel';
import { proxyName, type Proxy } from './proxy';
import { reasonOf } from './reason';
import { askSocks5 } from './socks5';

/** Time limits for a connection: direct, and through a proxy, which has to make another one. */
const directWithin: Millis = 10_000;
const proxiedWithin: Millis = 14_000;

/** The proxy is down, refuses, or can't connect. The message names it, without its password. */
export class ProxyFailed extends Error {
  override readonly name = 'ProxyFailed';
}

/**
 * How connections to the server at `root` are made: directly, or through `proxy`, which then resolves the server's name. With
 * `https:` the certificate is the server's own, also through a proxy. Errors name the proxy, without its password.
 */
export function connectorTo(root: URL, proxy: Proxy | null): Connector {
  const server = endpointOf(root);
  const isSecure = root.protocol === 'https:';
  const within = proxy === null ? directWithin : proxiedWithin;
  const via = proxy === null ? '' : `, through ${proxyName(proxy)}`;
  return { via, connect };

  async function connect(signal: AbortSignal): Promise<Socket> {
    const limit = AbortSignal.timeout(within);
    let isThrough = proxy === null;
    try {
      return await open(AbortSignal.any([signal, limit]), async (socket) => {
        const tunnel = proxy === null ? socket : await throughProxy(socket, proxy, server);
        isThrough = true;
        if (!isSecure) return tunnel;
        return secured(tunnel, server.host);
      });
    } catch (error) {
      const reason = limit.aborted ? `no connection within ${within / 1000} s` : reasonOf(error);
      // undici treats some error codes specially; a new error has none.
      if (proxy !== null && !isThrough) throw new ProxyFailed(`${proxyName(proxy)}: ${reason}`, { cause: error });
      throw new Error(`${reason}${via}`, { cause: error });
    }
  }

  /** Closes the socket if `use` fails or `signal` is aborted. */
  async function open(signal: AbortSignal, use: (socket: Socket) => Promise<Socket>): Promise<Socket> {
    const socket = await openTcp(proxy ?? server, signal);
    const close = (): unknown => socket.destroy();
    signal.addEventListener('abort', close);
    try {
      return await use(socket);
    } catch (error) {
      close();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
    }
  }
}

async function throughProxy(socket: Socket, proxy: Proxy, server: Endpoint): Promise<Socket> {
  switch (proxy.scheme) {
    case 'http':
      return askForTunnel(socket, server, proxy.credentials);
    case 'https':
      return askForTunnel(await secured(socket, proxy.host), server, proxy.credentials);
    case 'socks5':
      await askSocks5(socket, server, proxy.credentials);
      return socket;
  }
}

/** Rejects if the certificate isn't valid for `host`. */
function secured(socket: Socket, host: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // A name only: https://www.rfc-editor.org/rfc/rfc6066#section-3. An address is checked all the same.
    const servername = isIP(host) === 0 ? host : '';
    const secure = tls.connect({ socket, host, servername, ALPNProtocols: ['http/1.1'] });
    secure.once('secureConnect', () => resolve(secure));
    // The listener stays: without one, an error while the socket changes hands would end the process.
    secure.on('error', reject);
    secure.once('close', () => reject(new Error('the connection was closed')));
  });
}

function endpointOf(root: URL): Endpoint {
  const port = root.port === '' ? (root.protocol === 'https:' ? 443 : 80) : Number(root.port);
  return { host: root.hostname.replace(/^\[|\]$/g, ''), port };
}
