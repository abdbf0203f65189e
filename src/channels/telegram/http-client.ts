import type { Socket } from 'node:net';
import type { Client as UndiciClient } from 'undici';
import type { Millis } from '../../lifecycle/ids';
import { isError, reasonOf } from '../../network/reason';
import { Turns } from './turns';
import { Client, compileParserOnce } from '../../network/undici';

/** What is posted: JSON, or a body with a type of its own. */
export type PostBody = string | { readonly contentType: string; readonly bytes: Buffer };

export interface PostOptions {
  /** The exchange is given up after this long, the wait for its turn and for a connection included. */
  readonly within: Millis;
  /** Gives the exchange up at once. */
  readonly signal?: AbortSignal | undefined;
}

/** A whole answer of an HTTP server. Header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: string;
}
export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** There is no answer. `sent`: the server may have got the question all the same. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  /** `cause` is what the connector has rejected with, if it has. */
  constructor(
    message: string,
    readonly sent: boolean,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** How connections to a server are made. */
export interface Connector {
  /** Makes one that can carry HTTP/1.1. Rejects with a reason for people, also once `signal` is aborted. */
  readonly connect: (signal: AbortSignal) => Promise<Socket>;
  /** The proxy, to end a sentence: `, through …`, or nothing. */
  readonly via: string;
}

/** Idle connections go before the other side may close them: a call that meets its end would have an unknown outcome. */
const longestIdle: Millis = 5_000;
/** More than Telegram ever sends, in bytes: what is longer is not read to its end. */
const longestBody = 64 * 1024 * 1024;
const longestHead = 64 * 1024;

/**
 * Posts to one server over connections that it keeps. Each is an undici client of its own that carries one exchange
 * at a time: so nothing is pipelined, nothing waits behind an exchange that hangs, and no exchange is ever repeated.
 * Callers of one lane never wait for those of another; each lane has its own number of exchanges at once.
 */
export class HttpClient<Lane extends string> {
  private readonly idle: Connection[] = [];
  private readonly turns: ReadonlyMap<string, Turns>;

  /** `root` is where the server is, `http:` or `https:`; every path is below its own. */
  constructor(
    private readonly root: URL,
    private readonly connector: Connector,
    lanes: Readonly<Record<Lane, number>>,
  ) {
    compileParserOnce();
    this.turns = new Map(Object.entries<number>(lanes).map(([lane, atOnce]) => [lane, new Turns(atOnce)]));
  }

  /** Rejects with a `NoAnswer`. */
  post(path: string, body: PostBody, lane: Lane, { within, signal }: PostOptions): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(new NoAnswer(noLongerWanted, false));
      const turns = this.turns.get(lane);
      let connection: Connection | null = null;

      const over = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        if (connection === null) turns?.leave(begin);
        else turns?.end();
      };
      const fail = (reason: string, cause?: unknown): void => {
        const sent = connection?.hasSent ?? false;
        over();
        connection?.close();
        reject(new NoAnswer(reason, sent, cause));
      };
      const giveUp = (): void => fail(noLongerWanted);
      const timeIsUp = (): void => {
        if (connection === null) fail('too many calls are under way');
        else
          fail(
            connection.hasSent ? 'there was no answer in time' : `there was no connection in time${this.connector.via}`,
          );
      };
      const timer = setTimeout(timeIsUp, within);
      signal?.addEventListener('abort', giveUp);
      const begin = (): void => {
        // The last one used: its server is the least likely to close it now.
        const taken = this.idle.pop() ?? this.newConnection();
        connection = taken;
        taken.exchange(`${this.root.pathname}${path}`, body, {
          answered: (response) => {
            // Before `over`, which lets the next exchange take the connection.
            this.idle.push(taken);
            over();
            resolve(response);
          },
          failed: (error) => fail(reasonOf(error), error),
        });
      };
      turns?.wait(begin);
    });
  }

  private newConnection(): Connection {
    const connection: Connection = new Connection(this.root.origin, this.connector, () => {
      const place = this.idle.indexOf(connection);
      if (place === -1) return;
      this.idle.splice(place, 1);
      connection.close();
    });
    return connection;
  }
}

const noLongerWanted = 'it was no longer wanted';

interface Listener {
  readonly answered: (response: HttpResponse) => void;
  readonly failed: (error: unknown) => void;
}

/** One connection, made for its first exchange. */
class Connection {
  private readonly client: UndiciClient;
  private readonly connecting = new AbortController();
  private listener: Listener | null = null;
  private sent = false;

  /** `disconnected` is called whenever the server or undici has closed it. A further exchange would connect anew. */
  constructor(origin: string, { connect }: Connector, disconnected: () => void) {
    this.client = new Client(origin, {
      connect: (_, done) => {
        void connect(this.connecting.signal).then(
          (socket) => done(null, socket),
          (error: unknown) => done(isError(error) ? error : new Error(String(error)), null),
        );
      },
      pipelining: 1,
      keepAliveTimeout: longestIdle,
      keepAliveMaxTimeout: longestIdle,
      maxHeaderSize: longestHead,
      maxResponseSize: longestBody,
      // Each caller sets its own time limit.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    this.client.on('disconnect', disconnected);
  }

  /** Whether the server may have got the question at hand. */
  get hasSent(): boolean {
    return this.sent;
  }

  exchange(path: string, body: PostBody, listener: Listener): void {
    this.listener = listener;
    this.sent = false;
    const chunks: Buffer[] = [];
    let head: Pick<HttpResponse, 'status' | 'headers'> | null = null;
    this.client.dispatch(
      { method: 'POST', path, ...headersAndBody(body) },
      {
        // undici calls it right before it writes.
        onRequestStart: () => (this.sent = true),
        // Also called for interim answers (1xx), which a server may send before the one that counts.
        onResponseStart: (_, status, headers) => (head = { status, headers }),
        onResponseData: (_, chunk) => chunks.push(chunk),
        onResponseEnd: () => {
          if (head === null) return this.take()?.failed(new Error('the answer has no head'));
          const [only] = chunks;
          const body = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
          this.take()?.answered({ ...head, body: body.toString('utf8') });
        },
        onResponseError: (_, error) => this.take()?.failed(error),
      },
    );
  }

  /** Nobody hears of the exchange that is under way, if there is one. */
  close(): void {
    this.listener = null;
    this.connecting.abort();
    this.client.destroy(() => {});
  }

  private take(): Listener | null {
    const { listener } = this;
    this.listener = null;
    return listener;
  }
}

const headersAndBody = (body: PostBody) =>
  typeof body === 'string'
    ? { headers: { 'content-type': 'application/json' }, body }
    : { headers: { 'content-type': body.contentType }, body: body.bytes };
