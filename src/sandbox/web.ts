import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readAction } from './actions';
import type { PageFile } from './page-files';
import type { ActionAnswer, Snapshot } from './protocol';
import type { Sandbox } from './sandbox';
import { mailsAt, photosAt } from './snapshot';

/** More than the longest action: 4096 characters, each escaped in JSON. */
const longestBody = 32_768;
/** How often something is written to a quiet stream, so that a closed connection is noticed (ms). */
const aliveEvery = 15_000;
const host = '127.0.0.1';

/**
 * The page and its server, for this machine only. Other pages in the same browser can't use it: a name that was rebound to
 * 127.0.0.1 (DNS rebinding) shows in the Host, and another page's action in the Origin.
 */
export class Web {
  private readonly server: Server;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly files: ReadonlyMap<string, PageFile>,
    /** Called with internal errors. */
    private readonly onError: (error: unknown) => void,
  ) {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        this.onError(error);
        if (!response.headersSent) answer(response, 500, refused('The sandbox has failed; see its terminal.'));
      });
    });
  }

  /** Listens on this port (0 is any free one). Rejects with `EADDRINUSE` if the port is taken. */
  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  /** The page's address. */
  get address(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the page is not served yet');
    return `http://${host}:${address.port}`;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    response.setHeader('content-security-policy', `${policy}; frame-src 'self' ${this.sandbox.deskOrigin}`);
    const own = this.ownAddresses();
    if (!own.includes(`http://${request.headers.host}`)) {
      return answer(response, 403, refused(`The sandbox is only at ${this.address}.`));
    }
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (path === '/actions') return this.act(request, response, own);
    const mail = this.mailAt(path);
    if (mail !== undefined) response.setHeader('content-security-policy', this.mailPolicy(own));
    const file = this.files.get(path) ?? this.photoAt(path) ?? mail;
    if (file === undefined && path !== '/events') return answer(response, 404, refused('There is no such page.'));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return answer(response, 405, refused('This address is read-only.'));
    }
    if (file === undefined) return this.stream(request, response);
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.body.length });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }

  private photoAt(path: string): PageFile | undefined {
    if (!path.startsWith(photosAt)) return undefined;
    const photo = this.sandbox.photo(path.slice(photosAt.length));
    return photo && { type: photo.type, body: photo.bytes };
  }

  private mailAt(path: string): PageFile | undefined {
    const html = path.startsWith(mailsAt) ? this.sandbox.mail(path.slice(mailsAt.length)) : null;
    return html === null ? undefined : { type: 'text/html; charset=utf-8', body: Buffer.from(html) };
  }

  /** A mail holds what strangers have written: nothing in it runs or loads, it leads to new tabs only, and only the page frames it. */
  private mailPolicy(own: readonly string[]): string {
    return (
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
      `sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors ${own.join(' ')}`
    );
  }

  /** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
  private stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    if (request.method === 'HEAD') return void response.end();
    response.write('retry: 1000\n\n');
    let missed: Snapshot | null = null;
    const send = (snapshot: Snapshot): void => {
      // If the reader is too slow, only the latest snapshot waits: each is complete, and memory stays bounded.
      missed = response.writableNeedDrain ? snapshot : null;
      if (missed === null) response.write(`data: ${JSON.stringify(snapshot)}\n\n`);
    };
    response.on('drain', () => missed !== null && send(missed));
    const stop = this.sandbox.watch(send);
    const alive = setInterval(() => response.write(': alive\n\n'), aliveEvery);
    response.on('close', () => {
      stop();
      clearInterval(alive);
    });
  }

  private async act(request: IncomingMessage, response: ServerResponse, own: readonly string[]): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      return answer(response, 405, refused('Send actions by POST.'));
    }
    if (!own.includes(request.headers.origin ?? '')) {
      return answer(response, 403, refused('Only the page of the sandbox can act here.'));
    }
    if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) {
      return answer(response, 415, refused('Send actions as application/json.'));
    }
    const body = await bodyOf(request);
    if (body === 'cut off') return;
    if (body === 'too long') return answer(response, 413, refused(`An action is limited to ${longestBody} bytes.`));
    const read = readAction(body.text);
    if ('wrong' in read) return answer(response, 400, refused(read.wrong));
    const result = await this.sandbox.act(read.action);
    answer(response, result.ok ? 200 : 409, result);
  }

  private ownAddresses(): readonly string[] {
    return [this.address, this.address.replace(host, 'localhost')];
  }
}

/** Only the page's own files are loaded, it frames mails, the desk and nothing else, nothing inline runs, nobody frames it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Nothing is cached. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const refused = (error: string): ActionAnswer => ({ ok: false, error });

function answer(response: ServerResponse, status: number, result: ActionAnswer): void {
  const body = Buffer.from(JSON.stringify(result));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

/** The whole body, unless it is too long or the connection closes, as when a page is reloaded. */
function bodyOf(request: IncomingMessage): Promise<{ readonly text: string } | 'too long' | 'cut off'> {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    // The rest is read and dropped, so that a reset connection doesn't lose the answer.
    if (length <= longestBody) chunks.push(chunk);
  });
  return new Promise((resolve) => {
    request.on('end', () =>
      resolve(length > longestBody ? 'too long' : { text: Buffer.concat(chunks).toString('utf8') }),
    );
    request.on('close', () => resolve('cut off'));
  });
}
