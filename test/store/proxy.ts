import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between the engine and the server. */
export async function startProxy(to: URL) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    const upstream = connect(Number(to.port), to.hostname);
    for (const end of [socket, upstream]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
    socket.pipe(upstream).pipe(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url,
    /** Connections that are there stay silent for ever. */
    hang() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    /** Connections that are there break. */
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    /** Connections that are there stay; new ones are refused. */
    refuse() {
      server.close();
    },
    async admit() {
      await once(server.listen(Number(url.port), '127.0.0.1'), 'listening');
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((closed) => server.close(closed));
    },
  };
}
