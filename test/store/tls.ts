import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TLSSocket } from 'node:tls';

const folder = path.join(__dirname, '..', 'channels', 'telegram', 'certificate');
/** Signed by nobody but itself, for `localhost`. */
export const certificateFile = path.join(folder, 'localhost.pem');

/** What a client asks for TLS by: https://www.postgresql.org/docs/current/protocol-message-formats.html, SSLRequest. */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** A PostgreSQL that takes TLS only, at `localhost`, in front of the one at `to`. */
export async function startTls(to: URL) {
  const sockets = new Set<Socket>();
  const secret = { cert: readFileSync(certificateFile), key: readFileSync(path.join(folder, 'key.pem')) };
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    socket.once('data', (asked) => {
      if (!asked.equals(sslRequest)) return void socket.destroy();
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, ...secret });
      join(secure, connect(Number(to.port), to.hostname));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(to);
  url.host = `localhost:${(server.address() as AddressInfo).port}`;
  return { url, [Symbol.asyncDispose]: () => stop(server, sockets) };
}

/** The PostgreSQL at `to`, by a socket in a folder of its own. */
export async function startSocket(to: URL) {
  const sockets = new Set<Socket>();
  const place = mkdtempSync(path.join(tmpdir(), 'sosekni-socket-'));
  const server = createServer((socket) => {
    sockets.add(socket);
    join(socket, connect(Number(to.port), to.hostname));
  });
  await once(server.listen(path.join(place, '.s.PGSQL.5432')), 'listening');
  return {
    folder: place,
    async [Symbol.asyncDispose]() {
      await stop(server, sockets);
      rmSync(place, { recursive: true });
    },
  };
}

function join(a: Socket, b: Socket): void {
  a.pipe(b).pipe(a);
  a.on('error', () => b.destroy()).on('close', () => b.destroy());
  b.on('error', () => a.destroy()).on('close', () => a.destroy());
}

async function stop(server: ReturnType<typeof createServer>, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  server.close();
  if (server.listening) await once(server, 'close');
}
