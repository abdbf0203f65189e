import { STATUS_CODES } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import type { Endpoint } from '../../network/happy-eyeballs';
import { basicCredentials, type Proxy } from './proxy';
import { Client } from '../../network/undici';

/**
 * Asks an HTTP proxy at the other end of `socket` for a connection to `target`, whose name the proxy resolves
 * (https://www.rfc-editor.org/rfc/rfc9110#CONNECT), and gives the socket that leads there. Rejects with what the proxy
 * says, and when the socket closes.
 *
 * Not undici's agent: it waits for a proxy that hangs for five minutes, and takes no user without a password.
 */
export function askForTunnel(socket: Socket, target: Endpoint, credentials: Proxy['credentials']): Promise<Socket> {
  const authority = `${isIPv6(target.host) ? `[${target.host}]` : target.host}:${target.port}`;
  const client = new Client(`http://${authority}`, {
    // Deferred: undici misses a connection that is ready before it asks for one.
    connect: (_, done) => queueMicrotask(() => done(null, socket)),
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const headers = {
    host: authority,
    'proxy-connection': 'keep-alive',
    ...(credentials !== null && { 'proxy-authorization': `Basic ${basicCredentials(credentials)}` }),
  };
  return new Promise((resolve, reject) => {
    client.dispatch(
      { method: 'CONNECT', path: authority, headers },
      {
        onRequestStart: () => {},
        onRequestUpgrade: (_, status, _headers, tunnel) => {
          // A boundary: this is the socket that undici was given.
          if (status >= 200 && status < 300) resolve(tunnel as Socket);
          else reject(new Error(refusal(status, credentials !== null)));
        },
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

function refusal(status: number, hasCredentials: boolean): string {
  const said = `${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  if (status !== 407) return `it refuses with ${said}`;
  return `it refuses ${hasCredentials ? 'the user or the password' : 'to let in whoever gives no user and password'} (${said})`;
}
