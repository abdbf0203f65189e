import type { Socket } from 'node:net';
import type { Millis } from '../../lifecycle/ids';
import { openTcp, type Endpoint } from '../../network/happy-eyeballs';
import type { Connector } from './http-client';
import { askForTunnel } from './http-tunnel';
import { proxyName, type Proxy } from './proxy';
import { reasonOf } from '../../network/reason';
import { endpointOf, orClose, secured } from '../../network/sockets';
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
      const either = AbortSignal.any([signal, limit]);
      return await orClose(await openTcp(proxy ?? server, either), either, async (socket) => {
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
