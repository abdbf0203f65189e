import { lookup } from 'node:dns/promises';
import net from 'node:net';
import type { Millis } from '../lifecycle/ids';

/** `host` is a name or an address, IPv6 without brackets. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** Finds the addresses of a name, in the order that the system prefers. */
type Resolve = (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** After this long without success, the next attempt begins beside it (https://www.rfc-editor.org/rfc/rfc8305#section-5). */
const nextAttemptAfter: Millis = 250;

/**
 * Opens a TCP connection to whichever address of `host` answers first, IPv6 and IPv4 in turn. Not Node's own
 * `autoSelectFamily`, which gives an attempt up before it begins the next: where IPv6 leads nowhere and IPv4 takes longer
 * than its limit, it never connects. Rejects with what the last attempts failed with; at once when `signal` is aborted.
 */
export async function openTcp(
  { host, port }: Endpoint,
  signal: AbortSignal,
  resolve: Resolve = (name) => lookup(name, { all: true }),
): Promise<net.Socket> {
  const addresses = net.isIP(host) === 0 ? inTurn(await unlessAborted(resolve(host), signal)) : [host];
  return new Promise((connected, reject) => {
    const left = [...addresses];
    const attempts = new Set<net.Socket>();
    const reasons = new Set<string>();
    let timer: NodeJS.Timeout | undefined;

    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      for (const attempt of attempts) attempt.destroy();
      attempts.clear();
    };
    const aborted = (): void => {
      over();
      reject(signal.reason as Error);
    };
    const next = (): void => {
      clearTimeout(timer);
      const address = left.shift();
      if (address === undefined) return;
      const socket = net.connect({
        host: address,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: 60_000,
      });
      attempts.add(socket);
      socket.once('connect', () => {
        attempts.delete(socket);
        over();
        connected(socket);
      });
      // The listener stays: without one, an error while the socket changes hands would end the process.
      socket.on('error', (error) => {
        if (!attempts.delete(socket)) return;
        reasons.add(error.message);
        if (left.length > 0) return next();
        if (attempts.size > 0) return;
        over();
        reject(new Error([...reasons].join('; ')));
      });
      timer = setTimeout(next, nextAttemptAfter);
    };
    if (signal.aborted) return aborted();
    signal.addEventListener('abort', aborted);
    next();
  });
}

/** The families in turn, beginning with that of the first. */
function inTurn(found: Awaited<ReturnType<Resolve>>): readonly string[] {
  const preferred = found.filter(({ family }) => family === found[0]?.family);
  const others = found.filter(({ family }) => family !== found[0]?.family);
  return preferred
    .flatMap((each, n) => [each, ...others.slice(n, n + 1)])
    .concat(others.slice(preferred.length))
    .map(({ address }) => address);
}

/** Node can't cancel a lookup; its result is dropped. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => reject(signal.reason as Error);
    if (signal.aborted) return aborted();
    signal.addEventListener('abort', aborted);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}
