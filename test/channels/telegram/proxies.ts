import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, request, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, isIPv4, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { portOf } from './peers';

export const pem = (name: string): string => join(__dirname, 'certificate', `${name}.pem`);
const certified = (name: string) => ({ key: readFileSync(pem('key')), cert: readFileSync(pem(name)) });

export interface ProxyOptions {
  /** Whoever does not give these is refused. */
  readonly user?: string;
  readonly password?: string;
  /** Where each connection really leads, whatever it was asked for. */
  readonly to: number;
}

/** What the proxies of these tests have in common. All are strict: what is not by the book is written down, and refused. */
abstract class TestProxy {
  /** What it was asked to connect to, as it was written. */
  readonly asked: string[] = [];
  readonly violations: string[] = [];
  /** `hang`: it takes connections and says nothing. A number: it refuses with that. */
  mood: 'serve' | 'hang' | number = 'serve';
  private readonly sockets = new Set<Duplex>();
  protected abstract readonly server: Server;

  constructor(protected readonly options: ProxyOptions) {}

  async start(port = 0): Promise<this> {
    this.server.on('connection', (socket: Socket) => this.keep(socket));
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return this;
  }

  get port(): number {
    return portOf(this.server);
  }

  /** Its server, for whoever waits for connections. */
  get listener(): Server {
    return this.server;
  }

  /** Breaks every connection and takes no more. */
  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  protected violated(what: string, socket: Duplex): void {
    this.violations.push(what);
    socket.destroy();
  }

  protected tunnel(socket: Duplex, said: Buffer | string): void {
    const upstream = connect(this.options.to, '127.0.0.1');
    this.keep(upstream);
    upstream.on('connect', () => {
      socket.write(said);
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('close', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  }

  private keep(socket: Duplex): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
  }
}

/** By CONNECT, itself by HTTP or, with a certificate for `localhost` or another name, by HTTPS. */
export class HttpProxy extends TestProxy {
  protected readonly server: Server;

  constructor(options: ProxyOptions, certificate: string | null = null) {
    super(options);
    this.server = certificate === null ? createHttpServer() : createHttpsServer(certified(certificate));
    this.server.on('connect', (request: IncomingMessage, socket: Duplex) => this.serve(request, socket));
    this.server.on('request', ({ method, socket }: IncomingMessage) =>
      this.violated(`${method} instead of CONNECT`, socket),
    );
  }

  private serve({ url = '', headers }: IncomingMessage, socket: Duplex): void {
    socket.on('error', () => undefined);
    this.asked.push(url);
    if (this.mood === 'hang') return;
    if (headers.host !== url) return this.violated(`host is ${headers.host}, not ${url}`, socket);
    if (this.mood !== 'serve') return void socket.end(`HTTP/1.1 ${this.mood} No\r\ncontent-length: 3\r\n\r\nno!`);
    const { user, password } = this.options;
    const expected = user === undefined ? undefined : `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (headers['proxy-authorization'] !== expected) {
      socket.end('HTTP/1.1 407 No\r\nproxy-authenticate: Basic realm="tests"\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    this.tunnel(socket, 'HTTP/1.1 200 Connection established\r\n\r\n');
  }
}

/** https://www.rfc-editor.org/rfc/rfc1928, https://www.rfc-editor.org/rfc/rfc1929 */
export class SocksProxy extends TestProxy {
  protected readonly server = createServer((socket) => void this.serve(socket));

  private async serve(socket: Socket): Promise<void> {
    const read = reader(socket);
    try {
      const [version, count = 0] = await read(2);
      if (version !== 5) return this.violated(`version ${version}`, socket);
      const methods = [...(await read(count))];
      if (this.mood === 'hang') return;
      if (!(await this.lets(methods, socket, read))) return;
      const [again, command, reserved, type] = await read(4);
      if (again !== 5 || command !== 1 || reserved !== 0) return this.violated('no CONNECT', socket);
      const host = await addressFrom(type, read);
      if (host === null) return this.violated(`address of type ${type}`, socket);
      this.asked.push(`${host}:${(await read(2)).readUInt16BE()}`);
      if (this.mood !== 'serve') return void socket.end(Buffer.from([5, this.mood, 0, 1, 0, 0, 0, 0, 0, 0]));
      // An answer may name where it connects from in any way, and come in pieces.
      socket.write(Buffer.from([5, 0, 0, 3]));
      this.tunnel(socket, Buffer.concat([Buffer.from([4]), Buffer.from('here'), Buffer.from([4, 56])]));
    } catch {
      socket.destroy();
    }
  }

  private async lets(methods: readonly number[], socket: Socket, read: Read): Promise<boolean> {
    const { user, password = '' } = this.options;
    const wanted = user === undefined ? 0 : 2;
    if (!methods.includes(wanted)) {
      socket.end(Buffer.from([5, 255]));
      return false;
    }
    socket.write(Buffer.from([5, wanted]));
    if (user === undefined) return true;
    const [version] = await read(1);
    const said = [];
    for (let n = 0; n < 2; n += 1) said.push((await read((await read(1))[0] ?? 0)).toString());
    const isRight = version === 1 && said[0] === user && said[1] === password;
    socket.write(Buffer.from([1, isRight ? 0 : 1]));
    if (!isRight) socket.end();
    return isRight;
  }
}

type Read = (count: number) => Promise<Buffer>;

function reader(socket: Socket): Read {
  return async (count) => {
    if (count === 0) return Buffer.alloc(0);
    for (;;) {
      const chunk = socket.read(count) as Buffer | null;
      if (chunk?.length === count) return chunk;
      if (socket.destroyed || socket.readableEnded) throw new Error('closed');
      await new Promise<void>((resolve) => {
        const go = (): void => {
          socket.off('readable', go).off('end', go).off('close', go);
          resolve();
        };
        socket.on('readable', go).on('end', go).on('close', go);
      });
    }
  };
}

async function addressFrom(type: number | undefined, read: Read): Promise<string | null> {
  if (type === 1) return [...(await read(4))].join('.');
  if (type === 4) {
    const groups = (await read(16)).toString('hex').match(/.{4}/g) ?? [];
    return new URL(`http://[${groups.join(':')}]`).hostname;
  }
  if (type !== 3) return null;
  const name = (await read((await read(1))[0] ?? 0)).toString();
  // Addresses have types of their own, and brackets are for URLs.
  return name === '' || isIPv4(name) || /[[\]:]/.test(name) ? null : name;
}

/** An HTTPS server, with the certificate of `api.telegram.test` or another, in front of an HTTP one at the port `to`. */
export async function behindTls(to: number, certificate = 'api.telegram.test'): Promise<Server> {
  const server = createHttpsServer(certified(certificate), (incoming, response) => {
    const { method, url: path } = incoming;
    // The server behind knows itself by no other name.
    const headers = { ...incoming.headers, host: `127.0.0.1:${to}` };
    const outgoing = request({ port: to, method, path, headers }, (answer) => {
      answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers));
    });
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
