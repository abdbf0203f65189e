import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP server that does with each request what a test says. */
export class Peer {
  readonly connections: Socket[] = [];
  readonly requests: string[] = [];
  private readonly server: Server;
  private asked = (): void => undefined;

  constructor(private readonly answer: (socket: Socket, request: string) => void) {
    this.server = createServer((socket) => {
      this.connections.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        this.requests.push(chunk.toString());
        this.asked();
        this.answer(socket, chunk.toString());
      });
    });
  }

  async start(): Promise<URL> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return new URL(`http://127.0.0.1:${portOf(this.server)}/base/`);
  }

  nextRequest(): Promise<void> {
    return new Promise((resolve) => (this.asked = resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A TCP server that listens has an address with a port. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
