/** A whole answer of an HTTP server. Header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the connection may carry another exchange. */
  readonly reusable: boolean;
}

/** More than Telegram ever sends: what is longer is not read to its end. Both in bytes. */
const longestHead = 64 * 1024;
const longestBody = 64 * 1024 * 1024;

type Head = Pick<HttpResponse, 'status' | 'headers' | 'reusable'>;

/** What is still to come of the body. */
type Rest =
  | { readonly framed: 'by_length'; left: number }
  | { readonly framed: 'by_close' }
  /** `left` are the bytes of the chunk at hand with its line end; null: the line with a chunk's size comes next. */
  | { readonly framed: 'in_chunks'; left: number | null }
  | { readonly framed: 'trailers' };

/** Reads one answer of HTTP/1.1 as it comes in, by RFC 9112. Each method throws where it is none. */
export class HttpResponseReader {
  private unread: Buffer = Buffer.alloc(0);
  private head: Head | null = null;
  private rest: Rest = { framed: 'by_length', left: 0 };
  private readonly body: Buffer[] = [];
  private bodyLength = 0;

  /** Takes what has come in; answers with the response once it is whole. */
  push(chunk: Buffer): HttpResponse | null {
    this.unread = this.unread.length === 0 ? chunk : Buffer.concat([this.unread, chunk]);
    if (this.head === null && !this.readHead()) return null;
    return this.readBody() ? this.response() : null;
  }

  /** The server has closed the connection: an answer may end so. Null: this one is not whole. */
  end(): HttpResponse | null {
    return this.head !== null && this.rest.framed === 'by_close' ? this.response() : null;
  }

  /** Skips interim answers (1xx), which a server may send before the one that counts. */
  private readHead(): boolean {
    for (;;) {
      const end = this.unread.indexOf(headEnd);
      if ((end < 0 ? this.unread.length : end) > longestHead) throw new Error('the head of the answer is too long');
      if (end < 0) return false;
      const head = parseHead(this.unread.toString('latin1', 0, end));
      this.unread = this.unread.subarray(end + headEnd.length);
      if (head.status < 200) continue;
      this.rest = restAfter(head);
      this.head = this.rest.framed === 'by_close' ? { ...head, reusable: false } : head;
      return true;
    }
  }

  /** Returns whether the body is whole. */
  private readBody(): boolean {
    for (;;) {
      switch (this.rest.framed) {
        case 'by_close':
          this.keep(this.unread.length);
          return false;
        case 'by_length':
          this.rest.left -= this.keep(this.rest.left);
          return this.rest.left === 0;
        case 'in_chunks':
          if (!this.readChunk(this.rest)) return false;
          break;
        case 'trailers': {
          const line = this.takeLine();
          if (line === null) return false;
          if (line === '') return true;
        }
      }
    }
  }

  /** Returns whether there may be more to read. */
  private readChunk(rest: Extract<Rest, { framed: 'in_chunks' }>): boolean {
    if (rest.left === null) {
      const line = this.takeLine();
      if (line === null) return false;
      const size = /^([\da-f]{1,8})[ \t]*(;|$)/i.exec(line)?.[1];
      if (size === undefined) throw new Error('the answer has a chunk without a size');
      if (Number.parseInt(size, 16) === 0) this.rest = { framed: 'trailers' };
      else rest.left = Number.parseInt(size, 16) + lineEnd.length;
      return true;
    }
    const ofBody = rest.left - lineEnd.length;
    if (ofBody > 0) rest.left -= this.keep(ofBody);
    if (rest.left > lineEnd.length || this.unread.length < lineEnd.length) return false;
    if (this.takeLine() !== '') throw new Error('the answer has a chunk that is longer than it says');
    rest.left = null;
    return true;
  }

  /** Moves up to `most` bytes into the body; returns how many there were. */
  private keep(most: number): number {
    const taken = Math.min(most, this.unread.length);
    this.bodyLength += taken;
    if (this.bodyLength > longestBody) throw new Error('the answer is too long');
    if (taken > 0) this.body.push(this.unread.subarray(0, taken));
    this.unread = this.unread.subarray(taken);
    return taken;
  }

  private takeLine(): string | null {
    const end = this.unread.indexOf(lineEnd);
    if ((end < 0 ? this.unread.length : end) > longestHead) throw new Error('the answer has a line that is too long');
    if (end < 0) return null;
    const line = this.unread.toString('latin1', 0, end);
    this.unread = this.unread.subarray(end + lineEnd.length);
    return line;
  }

  private response(): HttpResponse | null {
    if (this.head === null) return null;
    const [only] = this.body;
    const body = this.body.length === 1 && only !== undefined ? only : Buffer.concat(this.body);
    // Whoever sends more than the answer can't be followed any further.
    const reusable = this.head.reusable && this.unread.length === 0;
    return { ...this.head, reusable, body: body.toString('utf8') };
  }
}

const lineEnd = '\r\n';
const headEnd = '\r\n\r\n';

function parseHead(text: string): Head {
  const [statusLine = '', ...lines] = text.split(lineEnd);
  const [, minor, status] = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: |$)/.exec(statusLine) ?? [];
  if (status === undefined) throw new Error('what came is no answer of HTTP/1.1');
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) throw new Error('the answer has a header line without a name');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}, ${value}`;
  }
  const connection = (headers['connection'] ?? '').toLowerCase();
  const reusable = minor === '1' ? !connection.includes('close') : connection.includes('keep-alive');
  return { status: Number(status), headers, reusable };
}

/** https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
function restAfter({ status, headers }: Head): Rest {
  if (status === 204 || status === 304) return { framed: 'by_length', left: 0 };
  const encoding = headers['transfer-encoding'];
  if (encoding !== undefined) {
    if (encoding.toLowerCase() !== 'chunked') throw new Error('the answer is encoded in a way that was not asked for');
    return { framed: 'in_chunks', left: null };
  }
  const length = headers['content-length'];
  if (length === undefined) return { framed: 'by_close' };
  if (!/^\d{1,15}$/.test(length)) throw new Error('the answer does not say how long it is');
  return { framed: 'by_length', left: Number(length) };
}
