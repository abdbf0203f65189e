import net from 'node:net';
import tls from 'node:tls';
import type { Millis } from '../lifecycle/ids';
import { HttpResponseReader, type HttpResponse } from './http-response';

export interface PostOptions {
  /** The exchange is given up after this long. */
  readonly within: Millis;
  /** Gives the exchange up at once. */
  readonly signal?: AbortSignal;
}

/** There is no answer. `sent`: the server may have got the question all the same. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    message: string,
    readonly sent: boolean,
  ) {
    super(message);
  }
}

/** Idle connections go before the other side may close them: a call that meets its end would have an unknown outcome. */
const longestIdle: Millis = 5_000;

/**
 * Posts JSON to one server over connections that it keeps, one exchange at a time on each. Every update leads to several
 * calls, so what a call costs counts: with Node's own client it is more than twice the CPU. undici costs as little, but
 * 20 ms of the start and 12 MB.
 */
export class HttpClient {
  private readonly origin: Origin;
  private readonly idle: { readonly connection: Connection; readonly since: Millis }[] = [];
  private tidying: NodeJS.Timeout | null = null;

  /** `root` is where the server is, `http:` or `https:`; every path is below its own. */
  constructor(root: URL) {
    this.origin = originOf(root);
  }

  /** Rejects with a `NoAnswer`. */
  async post(path: string, json: string, options: PostOptions): Promise<HttpResponse> {
    if (options.signal?.aborted === true) throw new NoAnswer(noLongerWanted, false);
    const connection = this.idleConnection() ?? new Connection(this.origin);
    const response = await connection.exchange(this.origin.request(path, json), options);
    if (response.reusable) this.keep(connection);
    else connection.close();
    return response;
  }

  private idleConnection(): Connection | null {
    for (let last = this.idle.pop(); last !== undefined; last = this.idle.pop()) {
      if (last.connection.isOpen && performance.now() - last.since < longestIdle) return last.connection;
      last.connection.close();
    }
    return null;
  }

  private keep(connection: Connection): void {
    this.idle.push({ connection, since: performance.now() });
    this.tidying ??= setTimeout(() => this.tidy(), longestIdle).unref();
  }

  private tidy(): void {
    const old = performance.now() - longestIdle;
    // The last one used is used next, so the longest idle come first.
    while (this.idle[0] !== undefined && this.idle[0].since <= old) this.idle.shift()?.connection.close();
    this.tidying = this.idle.length === 0 ? null : setTimeout(() => this.tidy(), longestIdle).unref();
  }
}

const noLongerWanted = 'it was no longer wanted';

interface Origin {
  readonly connect: () => net.Socket;
  /** The event that says that the socket can be written to. */
  readonly ready: 'connect' | 'secureConnect';
  readonly request: (path: string, json: string) => string;
}

function originOf(root: URL): Origin {
  const isSecure = root.protocol === 'https:';
  const host = root.hostname.replace(/^\[|\]$/g, '');
  const port = root.port === '' ? (isSecure ? 443 : 80) : Number(root.port);
  const servername = net.isIP(host) === 0 ? host : '';
  const head = `host: ${root.host}\r\ncontent-type: application/json\r\n`;
  return {
    connect: () =>
      isSecure ? tls.connect({ host, port, servername, ALPNProtocols: ['http/1.1'] }) : net.connect({ host, port }),
    ready: isSecure ? 'secureConnect' : 'connect',
    request: (path, json) =>
      `POST ${root.pathname}${path} HTTP/1.1\r\n${head}content-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`,
  };
}

interface Exchange {
  readonly reader: HttpResponseReader;
  readonly answered: (response: HttpResponse) => void;
  readonly failed: (reason: NoAnswer) => void;
}

class Connection {
  private readonly socket: net.Socket;
  private exchanging: Exchange | null = null;
  private isReady = false;

  constructor(origin: Origin) {
    this.socket = origin.connect().setNoDelay();
    this.socket.once(origin.ready, () => (this.isReady = true));
    this.socket.on('data', (chunk: Buffer) => this.take((reader) => reader.push(chunk)));
    this.socket.on('end', () => this.take((reader) => reader.end()));
    this.socket.on('error', (error) => this.fail(reasonOf(error)));
    this.socket.on('close', () => this.fail('the connection ended before the answer'));
  }

  /** Whether the server has not closed it. */
  get isOpen(): boolean {
    return !this.socket.destroyed && !this.socket.readableEnded;
  }

  exchange(request: string, { within, signal }: PostOptions): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const giveUp = () => this.fail(noLongerWanted);
      const timer = setTimeout(() => this.fail('there was no answer in time'), within);
      const over = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        this.exchanging = null;
      };
      signal?.addEventListener('abort', giveUp);
      this.exchanging = {
        reader: new HttpResponseReader(),
        answered: (response) => {
          over();
          // Nobody's exit waits for a connection that is only kept.
          this.socket.unref();
          resolve(response);
        },
        failed: (reason) => {
          over();
          reject(reason);
        },
      };
      this.socket.ref();
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(read: (reader: HttpResponseReader) => HttpResponse | null): void {
    // Nothing was asked: what comes now belongs to nothing.
    if (this.exchanging === null) return this.close();
    try {
      const response = read(this.exchanging.reader);
      if (response !== null) this.exchanging.answered(response);
    } catch (error) {
      this.fail(reasonOf(error));
    }
  }

  private fail(reason: string): void {
    this.close();
    this.exchanging?.failed(new NoAnswer(reason, this.isReady));
  }
}

/** A connection that failed at every address has a code, and its message is empty. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
