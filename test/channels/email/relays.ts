import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail that a relay has taken. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
  readonly mail: ParsedMail;
}

/** A real mail server (smtp-server) that keeps what it takes. */
export class Relay {
  readonly taken: Taken[] = [];
  private readonly server: SMTPServer;
  private port = 0;
  private awaited: { readonly count: number; readonly resolve: () => void } | null = null;

  constructor(options: SMTPServerOptions = {}) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      ...options,
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const source = Buffer.concat(chunks).toString('utf8');
          const { mailFrom, rcptTo } = session.envelope;
          void simpleParser(source).then((mail) => {
            const from = mailFrom === false ? '' : mailFrom.address;
            this.taken.push({ from, to: rcptTo.map(({ address }) => address), source, mail });
            if (this.taken.length === this.awaited?.count) this.awaited.resolve();
            done();
          });
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  async open(): Promise<number> {
    const listening = this.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as AddressInfo).port;
    return this.port;
  }

  /** Resolves when it has taken so many mails. */
  async has(count: number): Promise<void> {
    if (this.taken.length < count) await new Promise<void>((resolve) => (this.awaited = { count, resolve }));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** What a scripted server does when it is asked something: it answers, is silent (`null`), or hangs up. */
export type Answer = string | null | typeof hangUp;
export const hangUp = Symbol('hang up');
export type Asked = 'connect' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'text' | 'QUIT';

const usual: Readonly<Record<Asked, Answer>> = {
  connect: '220 relay.example ESMTP',
  EHLO: '250-relay.example\r\n250 AUTH PLAIN',
  STARTTLS: '502 5.5.1 no',
  AUTH: '235 2.7.0 ok',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  text: '250 2.0.0 queued',
  QUIT: '221 bye',
};

/** A server that answers each step as it is told: what no real one does on request. Keeps what it was asked. */
export class ScriptedRelay {
  readonly heard: string[] = [];
  /** The texts that it has got whole. */
  readonly texts: string[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly awaited = new Map<Asked, () => void>();

  /** `script` may change at any time. */
  constructor(public script: Partial<Record<Asked, Answer>> = {}) {
    this.server = createServer((socket) => this.talk(socket));
  }

  async open(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  /** Resolves when it is asked this next. */
  hears(asked: Asked): Promise<void> {
    return new Promise((resolve) => this.awaited.set(asked, resolve));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    let rest = '';
    let inText = false;
    const give = (asked: Asked): void => {
      this.awaited.get(asked)?.();
      const answer = asked in this.script ? this.script[asked] : usual[asked];
      if (answer === hangUp) socket.destroy();
      else if (answer != null) socket.write(`${answer}\r\n`);
      if (asked === 'DATA' && typeof answer === 'string' && answer.startsWith('354')) {
        inText = true;
        // So that a text without a line ends as any other does.
        rest = `\r\n${rest}`;
      }
      if (asked === 'QUIT') socket.end();
    };
    give('connect');
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (;;) {
        const end = rest.indexOf(inText ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = rest.slice(0, end);
        rest = rest.slice(end + (inText ? 5 : 2));
        if (inText) {
          inText = false;
          this.texts.push(line.slice(2));
          give('text');
        } else {
          this.heard.push(line);
          give((line.split(/[\s:]/, 1)[0] ?? '').toUpperCase() as Asked);
        }
      }
    });
  }
}
