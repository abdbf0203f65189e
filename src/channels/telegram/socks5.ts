import { isIPv4, isIPv6, type Socket } from 'node:net';
import type { Endpoint } from '../../network/happy-eyeballs';
import type { Proxy } from './proxy';

/**
 * Asks a SOCKS5 proxy at the other end of `socket` for a connection to `target`, whose name the proxy resolves
 * (https://www.rfc-editor.org/rfc/rfc1928, https://www.rfc-editor.org/rfc/rfc1929). Rejects with what the proxy says, and
 * when the socket closes.
 *
 * Not undici's agent: it is experimental, knows no IPv6 address, no user without a password and no limit for TLS, and
 * keeps the connections open that it gives up.
 */
export async function askSocks5(socket: Socket, target: Endpoint, credentials: Proxy['credentials']): Promise<void> {
  const read = readerOf(socket);
  const methods = credentials === null ? [method.none] : [method.none, method.password];
  socket.write(Buffer.from([version, methods.length, ...methods]));
  const [spoken, chosen] = await read(2);
  if (spoken !== version) throw new Error('it does not speak SOCKS5');
  if (chosen === method.password && credentials !== null) {
    const said = [credentials.user, credentials.password].map((text) => Buffer.from(text));
    socket.write(Buffer.concat([Buffer.from([1]), ...said.flatMap((text) => [Buffer.from([text.length]), text])]));
    const [, status] = await read(2);
    if (status !== 0) throw new Error('it refuses the user or the password');
  } else if (chosen !== method.none) {
    throw new Error(credentials === null ? 'it wants a user and a password' : 'it takes no user and password');
  }

  const port = Buffer.alloc(2);
  port.writeUInt16BE(target.port);
  socket.write(Buffer.concat([Buffer.from([version, connectCommand, 0]), addressOf(target.host), port]));
  const [, reply = 1, , type] = await read(4);
  if (reply !== 0)
    throw new Error(`it can't connect to ${target.host}:${target.port}: ${refusals[reply] ?? `code ${reply}`}`);
  // The address it connects from, which is not needed.
  const length = type === addressType.ipv4 ? 4 : type === addressType.ipv6 ? 16 : ((await read(1))[0] ?? 0);
  await read(length + 2);
}

const version = 5;
const connectCommand = 1;
const method = { none: 0, password: 2 } as const;
const addressType = { ipv4: 1, name: 3, ipv6: 4 } as const;
const refusals: Readonly<Record<number, string>> = {
  1: 'general failure',
  2: 'its rules forbid it',
  3: 'network unreachable',
  4: 'host unreachable, or its name is unknown',
  5: 'connection refused',
  6: 'it took too long',
  7: 'it knows no CONNECT',
  8: 'it knows no such addresses',
};

function addressOf(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([addressType.ipv4, ...host.split('.').map(Number)]);
  if (isIPv6(host)) return Buffer.from([addressType.ipv6, ...bytesOf(host)]);
  const name = Buffer.from(host);
  if (name.length > 255) throw new Error('the name is too long for SOCKS5');
  return Buffer.concat([Buffer.from([addressType.name, name.length]), name]);
}

/** The 16 bytes of an IPv6 address. */
function bytesOf(address: string): readonly number[] {
  // URL writes an IPv4 tail in hexadecimal, too.
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(left), groups(right ?? '')];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .map((group) => parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255]);
}

/** Reads `count` bytes and leaves the rest in the socket. */
function readerOf(socket: Socket): (count: number) => Promise<Buffer> {
  return (count) =>
    new Promise((resolve, reject) => {
      const over = (): void => {
        socket.off('readable', look).off('end', closed).off('close', closed);
      };
      const closed = (): void => {
        over();
        reject(new Error('it closed the connection'));
      };
      const look = (): void => {
        // A boundary: without an encoding a socket gives buffers, which its type doesn't say.
        const chunk = socket.read(count) as Buffer | null;
        if (chunk?.length !== count) return;
        over();
        resolve(chunk);
      };
      socket.on('readable', look).on('end', closed).on('close', closed);
      if (socket.destroyed || socket.readableEnded) closed();
      else look();
    });
}
