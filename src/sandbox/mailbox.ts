import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type * as MailParser from 'mailparser';
import type * as SmtpServer from 'smtp-server';

export interface ReceivedMail {
  /** Increases by one with each mail. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** When it came. */
  readonly at: number;
  readonly text: string;
  /** Null: it has none. */
  readonly html: string | null;
  /** Its headers as they came. */
  readonly head: string;
}

export interface MailboxPorts {
  readonly now: () => number;
  /** Called after each mail. */
  readonly changed: () => void;
}

/** Only the newest mails are kept, since each snapshot has them all. */
const mostMails = 30;
/** More than any mail of the bot's, in bytes. */
const longestMail = 500_000;
const host = '127.0.0.1';

/** A mail server that keeps whatever is sent to it, for whomever: it passes nothing on. */
export class Mailbox {
  private kept: readonly ReceivedMail[] = [];
  private count = 0;
  private readonly server: SmtpServer.SMTPServer;
  private port = 0;

  private constructor(
    { smtp, parser }: Packages,
    private readonly ports: MailboxPorts,
  ) {
    this.server = new smtp.SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      size: longestMail,
      onData: (stream, { envelope }, done) => {
        const to = envelope.rcptTo.map(({ address }) => address).join(', ');
        parser.simpleParser(stream).then(
          (mail) => {
            this.keep(to, mail);
            done();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    });
    // A daemon that is killed breaks its connections.
    this.server.on('error', () => undefined);
  }

  /** Starts it on a free port, for this machine only. Null: what it is made of is not installed. */
  static async open(ports: MailboxPorts): Promise<Mailbox | null> {
    const packages = installed();
    if (packages === null) return null;
    const mailbox = new Mailbox(packages, ports);
    const listening = mailbox.server.listen(0, host);
    await once(listening, 'listening');
    // The boundary: a server that listens on a port has such an address.
    mailbox.port = (listening.address() as AddressInfo).port;
    return mailbox;
  }

  /** The settings of a daemon that sends its mail here. */
  get settings(): Readonly<Record<string, string>> {
    return {
      SMTP_HOST: host,
      SMTP_PORT: String(this.port),
      SMTP_SECURITY: 'off',
      SMTP_FROM: 'bot@sosekni.example',
    };
  }

  /** The newest first. */
  get mails(): readonly ReceivedMail[] {
    return this.kept;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private keep(to: string, { from, subject, text, html, headerLines }: MailParser.ParsedMail): void {
    this.count += 1;
    const mail: ReceivedMail = {
      id: this.count,
      from: from?.text ?? '',
      to,
      subject: subject ?? '',
      at: this.ports.now(),
      text: text ?? '',
      html: typeof html === 'string' ? html : null,
      head: headerLines.map(({ line }) => line).join('\n'),
    };
    this.kept = [mail, ...this.kept].slice(0, mostMails);
    this.ports.changed();
  }
}

/**
 * The HTML of a mail as the page frames it: what leads to the bot's own pages opens in a tab, as from a mail program. Nothing else leads
 * anywhere, since there is no Telegram here.
 */
export function framedHtml(html: string, ownOrigin: string): string {
  return html.replace(/<a href="([^"]*)"/g, (link, address: string) =>
    address.startsWith(`${ownOrigin}/`) ? `${link} target="_blank" rel="noopener noreferrer"` : '<a',
  );
}

interface Packages {
  readonly smtp: typeof SmtpServer;
  readonly parser: typeof MailParser;
}

const smtpServer = () => require('smtp-server') as typeof SmtpServer;
const mailParser = () => require('mailparser') as typeof MailParser;

/** The packages of the mail server. They are for development: `npm ci --omit=dev` leaves them out, and the sandbox does without mail. */
function installed(): Packages | null {
  try {
    return { smtp: smtpServer(), parser: mailParser() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
