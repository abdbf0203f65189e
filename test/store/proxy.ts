import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between the engine and the server. */
export type Proxy = Awaited<ReturnType<typeof startProxy>>;

/** A COMMIT that is to go wrong. */
interface DoomedCommit {
  /** Whether the server gets it; if not, the connection breaks before. Its answer never arrives. */
  readonly passedOn: boolean;
  /** Whether it is the one, by the statements of its transaction. */
  readonly when: (statements: readonly string[]) => boolean;
  readonly met: () => void;
}

export async function startProxy(to: URL) {
  const pairs = new Set<Pair>();
  let doomed: DoomedCommit[] = [];
  let roundTrip = 0;
  const server: Server = createServer((socket) => {
    const pair = new Pair(socket, connect(Number(to.port), to.hostname), {
      doom: (statements) => {
        const found = doomed.find(({ when }) => when(statements)) ?? null;
        doomed = doomed.filter((one) => one !== found);
        return found;
      },
      delay: () => roundTrip,
    });
    pairs.add(pair);
    socket.on('close', () => pairs.delete(pair));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url,
    /** Connections that are there stay silent for ever. */
    hang() {
      for (const pair of pairs) pair.hang();
    },
    /** Connections that are there break. */
    cut() {
      for (const pair of pairs) pair.cut();
    },
    /** Connections that are there stay; new ones are refused. */
    refuse() {
      server.close();
    },
    async admit() {
      await once(server.listen(Number(url.port), '127.0.0.1'), 'listening');
    },
    /**
     * The connection breaks at the next COMMIT of a transaction with a statement, or something given to one, like this: after the server has
     * committed and before its answer arrives, or, unless `passedOn`, before the server hears of it. Resolves when it has.
     */
    loseCommit(statement: RegExp, { passedOn = true } = {}): Promise<void> {
      return new Promise((resolve) => {
        const when = (statements: readonly string[]) => statements.some((text) => statement.test(text));
        doomed.push({ passedOn, when, met: resolve });
      });
    },
    /** No COMMIT is to go wrong any more. */
    loseNoCommit() {
      doomed = [];
    },
    /** Whatever is asked on the connections that are there, but ROLLBACK, is answered with this error; new ones work. */
    failWith(code: string, message: string) {
      for (const pair of pairs) pair.failWith(code, message);
    },
    /** Each round trip takes so many milliseconds from now on. */
    slowDown(ms: number) {
      roundTrip = ms;
    },
    async [Symbol.asyncDispose]() {
      for (const pair of pairs) pair.cut();
      if (server.listening) await new Promise((closed) => server.close(closed));
    },
  };
}

interface PairPorts {
  readonly doom: (statements: readonly string[]) => DoomedCommit | null;
  readonly delay: () => number;
}

/** A connection through the proxy, as both ends of it. */
class Pair {
  private readonly messages = new Messages();
  /** What has been asked in the transaction that is open. */
  private statements: string[] = [];
  private lost: DoomedCommit | null = null;
  private failure: Buffer | null = null;
  private silent = false;
  private passing = Promise.resolve();

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly ports: PairPorts,
  ) {
    for (const end of [client, server]) {
      end.setNoDelay(true);
      end.on('error', () => this.cut()).on('close', () => this.cut());
    }
    client.on('data', (data) => this.asked(data));
    server.on('data', (data) => this.answered(data));
  }

  hang(): void {
    this.silent = true;
  }

  cut(): void {
    this.client.destroy();
    this.server.destroy();
  }

  failWith(code: string, message: string): void {
    // https://www.postgresql.org/docs/current/protocol-message-formats.html: ErrorResponse, then ReadyForQuery.
    const fields = Buffer.from(`SERROR\0VERROR\0C${code}\0M${message}\0\0`);
    this.failure = Buffer.concat([framed('E', fields), framed('Z', Buffer.from('I'))]);
  }

  private asked(data: Buffer): void {
    if (this.silent) return;
    for (const message of this.messages.read(data)) {
      if (this.failure !== null && message.text !== 'rollback') {
        if (message.type === 'Q' || message.type === 'S') this.client.write(this.failure);
        continue;
      }
      if (message.text !== null) this.statements.push(message.text);
      if (message.text === 'commit') {
        this.lost = this.ports.doom(this.statements);
        this.statements = [];
        if (this.lost?.passedOn === false) return this.lose(this.lost);
      }
      this.pass(message);
    }
  }

  private answered(data: Buffer): void {
    if (this.silent) return;
    if (this.lost !== null) return this.lose(this.lost);
    this.client.write(data);
  }

  private lose({ met }: DoomedCommit): void {
    this.cut();
    met();
  }

  /** A round trip begins with what makes the server answer: Query or Sync. */
  private pass({ type, bytes }: Message): void {
    const delay = type === 'Q' || type === 'S' ? this.ports.delay() : 0;
    this.passing = this.passing
      .then(() => (delay === 0 ? undefined : new Promise<void>((resolve) => setTimeout(resolve, delay))))
      .then(() => void this.server.write(bytes));
  }
}

interface Message {
  readonly type: string;
  readonly bytes: Buffer;
  /** The statement, where it brings one, or what a statement is given, as the protocol has it. */
  readonly text: string | null;
}

/** What a client sends, in messages of the protocol. */
class Messages {
  private rest = Buffer.alloc(0);
  private started = false;

  *read(data: Buffer): Generator<Message> {
    this.rest = Buffer.concat([this.rest, data]);
    for (;;) {
      // The first message has no type.
      const head = this.started ? 1 : 0;
      if (this.rest.length < head + 4) return;
      const length = head + this.rest.readInt32BE(head);
      if (this.rest.length < length) return;
      const bytes = this.rest.subarray(0, length);
      this.rest = this.rest.subarray(length);
      const type = this.started ? String.fromCharCode(bytes[0] ?? 0) : '';
      this.started = true;
      yield { type, bytes, text: statementIn(type, bytes.subarray(5)) };
    }
  }
}

/** Query holds the text; Parse the statement's name before it; Bind what takes the place of $1, $2, … */
function statementIn(type: string, body: Buffer): string | null {
  if (type === 'B') return body.toString('latin1');
  if (type !== 'Q' && type !== 'P') return null;
  const from = type === 'Q' ? 0 : body.indexOf(0) + 1;
  return body.toString('utf8', from, body.indexOf(0, from));
}

function framed(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
