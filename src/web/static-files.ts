import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file as it is served. */
interface Content {
  readonly type: string;
  readonly body: Buffer;
  /** Its Content-Security-Policy; missing: it is no page. */
  readonly policy?: string;
}

/** Something that can be served. */
interface StaticFile {
  readonly answer: (request: Request) => Promise<Response>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/** Telegram Web frames Mini Apps; nobody else frames anything. */
const shellPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; frame-ancestors https://web.telegram.org";

/** The paths at which the page of the desk is: it reads the rest of the address itself. */
const shell = /^\/desk(?:\/(?:login|stats|(?:requests|people)\/[1-9]\d{0,15}))?$/;

/** The files of the desk's page, read once and compressed once; what is not there is not looked for. */
export class StaticFiles {
  private readonly files = new Map<string, Served>();
  private readonly page: Served | null;

  /** `folder` has the page: `index.html`, and the rest, which is at /desk/files/. A folder that is missing has no page. */
  constructor(folder: string) {
    const names = namesIn(folder);
    for (const name of names) {
      if (name === 'index.html') continue;
      const type = types[path.extname(name)];
      if (type !== undefined) this.add(`/desk/files/${name}`, { type, body: readFileSync(path.join(folder, name)) });
    }
    this.page = names.includes('index.html')
      ? new Served({
          type: 'text/html; charset=utf-8',
          body: readFileSync(path.join(folder, 'index.html')),
          policy: shellPolicy,
        })
      : null;
  }

  add(place: string, content: Content): void {
    this.files.set(place, new Served(content));
  }

  find(place: string): StaticFile | null {
    return shell.test(place) ? this.page : (this.files.get(place) ?? null);
  }
}

/** All files in a folder and its folders, with / between. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll(path.sep, '/'));
  } catch {
    return [];
  }
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Something that stays as it is, compressed at the first request. */
export class Served implements StaticFile {
  private readonly etag: string;
  private compressed: Promise<Readonly<Record<'br' | 'gzip', Buffer>>> | null = null;

  constructor(private readonly content: Content) {
    this.etag = createHash('sha256').update(content.body).digest('base64url').slice(0, 27);
  }

  async answer({ headers }: Request): Promise<Response> {
    const { type, body, policy } = this.content;
    const encoding = encodingFor(headers.get('accept-encoding') ?? '');
    const etag = `"${this.etag}${encoding === null ? '' : `-${encoding}`}"`;
    const common = {
      etag,
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding',
      ...(policy !== undefined && { 'content-security-policy': policy }),
    };
    if (isKnown(headers.get('if-none-match') ?? '', etag)) return new Response(null, { status: 304, headers: common });
    const sent = encoding === null ? body : (await this.all())[encoding];
    return new Response(new Uint8Array(sent), {
      headers: { ...common, 'content-type': type, ...(encoding !== null && { 'content-encoding': encoding }) },
    });
  }

  private all(): Promise<Readonly<Record<'br' | 'gzip', Buffer>>> {
    const { body } = this.content;
    this.compressed ??= Promise.all([
      brotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      }),
      gzipped(body, { level: 9 }),
    ]).then(([br, gz]) => ({ br, gzip: gz }));
    return this.compressed;
  }
}

/** Whether If-None-Match names this ETag, which proxies make weak (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2). */
const isKnown = (header: string, etag: string): boolean =>
  header.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));

function encodingFor(accepted: string): 'br' | 'gzip' | null {
  const named = accepted.replace(/\s/g, '').toLowerCase().split(',');
  const takes = (name: string) => named.some((part) => new RegExp(`^${name}(;q=(?!0(\\.0*)?$).*)?$`).test(part));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}
