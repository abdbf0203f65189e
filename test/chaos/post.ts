import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Random } from './random';

/** A mail that the relay has, whether or not it could say so. */
export interface Delivered {
  readonly messageId: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Its own date, in milliseconds. */
  readonly date: number;
  /** When it came. */
  readonly at: number;
}

/** What may become of a mail, and how often, compared to each other. */
const fates = {
  taken: 64,
  /** Not this recipient for now, as greylisting says it. */
  recipient_deferred: 6,
  text_deferred: 6,
  /** It has the mail, and can't say so. */
  taken_and_cut: 8,
  /** It has asked for the text, and hangs up before it has all of it or keeps it. */
  cut: 7,
  taken_and_silent: 2,
  silent: 2,
  /** It takes nothing from anybody at this moment. */
  busy: 2,
  cut_at_recipient: 3,
};
type Fate = keyof typeof fates;

/** The mail relay of a chaos run, a real mail server: it fails, hangs up, hangs and goes away. */
export class Post {
  /** In the order in which they came. */
  readonly delivered: Delivered[] = [];
  private readonly server: SMTPServer;
  private readonly sockets = new Set<Socket>();
  private readonly fateOf = new WeakMap<SMTPServerSession, Fate>();
  private isFlaky = false;
  private isAway = false;
  private port = 0;

  constructor(private readonly random: Random) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      // It is asked about each mail in a connection of its own.
      onConnect: (session, done) => {
        const fate = this.isFlaky ? this.random.weighted(fates) : 'taken';
        this.fateOf.set(session, fate);
        done(fate === 'busy' ? refusal(421, '4.3.2 too busy') : null);
      },
      onRcptTo: (_, session, done) => {
        const fate = this.fate(session);
        if (fate === 'cut_at_recipient') this.hangUpOn(session);
        else done(fate === 'recipient_deferred' ? refusal(450, '4.2.0 greylisted') : null);
      },
      onData: (stream, session, done) => {
        const fate = this.fate(session);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (fate === 'taken' || fate === 'taken_and_cut' || fate === 'taken_and_silent') {
            void this.keep(Buffer.concat(chunks), session).then(() => this.answer(fate, session, done));
          } else {
            this.answer(fate, session, done);
          }
        });
      },
    });
    // Connections break here all the time.
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      if (this.isAway) socket.destroy();
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  async start(): Promise<this> {
    const listening = this.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    // The boundary: a server that listens on a port has such an address.
    this.port = (listening.address() as AddressInfo).port;
    return this;
  }

  get settings() {
    return {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: `${this.port}`,
      SMTP_SECURITY: 'off',
      SMTP_FROM: 'bot@sosekni.example',
    };
  }

  /** From now on things go wrong. */
  beginFaults(): void {
    this.isFlaky = true;
  }

  /** From now on it takes everything. */
  endFaults(): void {
    this.isFlaky = false;
    this.isAway = false;
  }

  /** It hangs up on everybody. What it gives brings it back. */
  goAway(): () => void {
    this.isAway = true;
    for (const socket of this.sockets) socket.destroy();
    return () => (this.isAway = false);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private fate(session: SMTPServerSession): Fate {
    return this.fateOf.get(session) ?? 'taken';
  }

  private async keep(source: Buffer, { envelope }: SMTPServerSession): Promise<void> {
    const mail = await simpleParser(source);
    const { mailFrom, rcptTo } = envelope;
    for (const { address: to } of rcptTo) {
      this.delivered.push({
        messageId: mail.messageId ?? '',
        to,
        from: mailFrom === false ? '' : mailFrom.address,
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        date: mail.date?.getTime() ?? 0,
        at: Date.now(),
      });
    }
  }

  private answer(fate: Fate, session: SMTPServerSession, done: (error?: Error | null) => void): void {
    switch (fate) {
      case 'taken':
        return done();
      case 'text_deferred':
        return done(refusal(451, '4.7.1 try again later'));
      case 'taken_and_cut':
      case 'cut':
        return this.hangUpOn(session);
      case 'taken_and_silent':
      case 'silent':
      case 'busy':
      case 'recipient_deferred':
      case 'cut_at_recipient':
        return;
      default:
        fate satisfies never;
    }
  }

  private hangUpOn({ remotePort }: SMTPServerSession): void {
    for (const socket of this.sockets) if (socket.remotePort === remotePort) socket.destroy();
  }
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
