import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

const host = '127.0.0.1';
/** Where Telegram frames Mini Apps in browsers: nobody else may frame the desk, and it talks to nobody else. */
const telegramWeb = 'https://web.telegram.org';

export interface DeskFrontPorts {
  /** Where the desk of the daemon that runs now listens, as HOST:PORT; null: nowhere. */
  readonly target: () => string | null;
  /** The origin of the page that takes Telegram's part; null: it isn't there yet. */
  readonly framedBy: () => string | null;
}

/**
 * The address of the desk, which stays the same while daemons come and go. It passes everything on as it is, except that the
 * sandbox's page takes the part of Telegram Web: it is the one that may frame the desk, and the one the desk talks to.
 */
export class DeskFront {
  private readonly server = createServer((asked, answer) => this.pass(asked, answer));

  constructor(private readonly ports: DeskFrontPorts) {}

  /** Listens on a free port, for this machine only. */
  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, host, resolve);
    });
  }

  /** The daemon's PUBLIC_URL. */
  get origin(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the desk has no address yet');
    return `http://${host}:${address.port}`;
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const [name, port] = this.ports.target()?.split(':') ?? [];
    if (port === undefined) return away(answer);
    const { method, url: path, headers: given } = asked;
    // Only what is not compressed can be changed, and what is changed has no ETag.
    const headers: OutgoingHttpHeaders = { ...given, 'accept-encoding': 'identity' };
    delete headers['if-none-match'];
    const passed = request({ host: name, port, method, path, headers, agent: false }, (got) => {
      this.answer(got, answer).catch(() => answer.destroy());
    });
    passed.on('error', () => (answer.headersSent ? answer.destroy() : away(answer)));
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  }

  private async answer(got: IncomingMessage, answer: ServerResponse): Promise<void> {
    const framer = this.ports.framedBy() ?? telegramWeb;
    const { etag, ...headers }: OutgoingHttpHeaders = { ...got.headers };
    const policy = got.headers['content-security-policy'];
    if (typeof policy === 'string') headers['content-security-policy'] = policy.replaceAll(telegramWeb, framer);
    if (got.headers['content-type']?.startsWith('text/javascript') !== true) {
      answer.writeHead(got.statusCode ?? 502, { ...headers, ...(etag !== undefined && { etag }) });
      got.pipe(answer);
      return;
    }
    const script = Buffer.from((await text(got)).replaceAll(telegramWeb, framer));
    answer.writeHead(got.statusCode ?? 502, { ...headers, 'content-length': script.length });
    answer.end(script);
  }

  /** Ends it, with every connection. */
  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

function away(answer: ServerResponse): void {
  answer.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
  answer.end('The bot isn’t running.\n');
}
