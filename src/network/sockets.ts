import { isIP, type Socket } from 'node:net';
import tls from 'node:tls';
import type { Endpoint } from './happy-eyeballs';

/** Where the server of an `http:` or `https:` address listens. */
export function endpointOf({ protocol, hostname, port }: URL): Endpoint {
  const host = hostname.replace(/^\[|\]$/g, '');
  return { host, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) };
}

/** What `use` makes of an open socket, which is closed if that fails or `signal` is aborted meanwhile. */
export async function orClose<T>(socket: Socket, signal: AbortSignal, use: (socket: Socket) => Promise<T>): Promise<T> {
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

/** TLS over an open socket. Rejects if the certificate isn't valid for `host`. */
export function secured(socket: Socket, host: string): Promise<Socket> {
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
