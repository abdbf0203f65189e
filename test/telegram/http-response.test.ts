import fc from 'fast-check';
import { HttpResponseReader, type HttpResponse } from '../../src/telegram/http-response';

/** What a reader makes of these pieces, one after the other; an error's message where it gives up. */
function read(pieces: readonly string[], isClosed = false): HttpResponse | null | string {
  const reader = new HttpResponseReader();
  try {
    for (const [n, piece] of pieces.entries()) {
      const response = reader.push(Buffer.from(piece, 'utf8'));
      if (response !== null) return n === pieces.length - 1 ? response : 'it was whole too soon';
    }
    return isClosed ? reader.end() : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const ofLength = (body: string, more = '') =>
  `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;
const inChunks = (chunks: readonly string[], trailers = '') =>
  `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunks
    .map((chunk) => `${Buffer.byteLength(chunk).toString(16)};name=value\r\n${chunk}\r\n`)
    .join('')}0\r\n${trailers}\r\n`;
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 });

describe('an answer of HTTP', () => {
  test('is read alike however it is cut into pieces', () => {
    const answers = fc.oneof(
      text.map((body) => ({ body, sent: ofLength(body) })),
      fc.array(text, { maxLength: 5 }).map((chunks) => ({ body: chunks.join(''), sent: inChunks(chunks, 'a: b\r\n') })),
    );
    const cuts = fc.array(fc.nat(), { maxLength: 8 });
    fc.assert(
      fc.property(answers, cuts, ({ body, sent }, places) => {
        const bytes = Buffer.from(sent, 'utf8');
        const ends = [...new Set(places.map((place) => place % bytes.length))].sort((a, b) => a - b);
        const reader = new HttpResponseReader();
        for (const [n, end] of ends.entries()) expect(reader.push(bytes.subarray(ends[n - 1] ?? 0, end))).toBeNull();
        const response = reader.push(bytes.subarray(ends.at(-1) ?? 0));
        expect(response).toMatchObject({ status: 200, body, reusable: true });
      }),
    );
  });

  test('has its headers by their names in lower case, and those that come twice together', () => {
    expect(read([ofLength('', 'DATE: today\r\nx-a: 1\r\nX-A: 2\r\n')])).toMatchObject({
      headers: { date: 'today', 'x-a': '1, 2' },
    });
  });

  test('comes after the interim ones', () => {
    expect(
      read([`HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\na: b\r\n\r\n${ofLength('x')}`]),
    ).toMatchObject({
      status: 200,
      body: 'x',
    });
  });

  test('ends with its connection where it does not say how long it is', () => {
    const sent = 'HTTP/1.1 502 Bad Gateway\r\n\r\n<html>';
    expect(read([sent, 'more'])).toBeNull();
    expect(read([sent, 'more'], true)).toMatchObject({ status: 502, body: '<html>more', reusable: false });
  });

  test('has no body where its status says so', () => {
    expect(read(['HTTP/1.1 204 No Content\r\n\r\n'])).toMatchObject({ status: 204, body: '', reusable: true });
  });

  test.each([
    ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n', false],
    ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK', false],
    ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', false],
    ['HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: Keep-Alive\r\n\r\n', true],
    ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', true],
  ])('says whether another may follow it: %j', (sent, reusable) => {
    expect(read([sent])).toMatchObject({ reusable });
  });

  test.each([
    ['that broke off in its body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"ok":tr'],
    ['that broke off in a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{"ok":tr'],
    ['that broke off before its last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n'],
    ['that broke off in its head', 'HTTP/1.1 200 OK\r\nContent-Le'],
  ])('%s is not whole', (_, sent) => {
    expect(read([sent], true)).toBeNull();
  });

  test.each([
    ['SSH-2.0-OpenSSH_9\r\n\r\n', 'no answer of HTTP/1.1'],
    ['HTTP/2 200\r\n\r\n', 'no answer of HTTP/1.1'],
    ['HTTP/1.1 999 Odd\r\n\r\n', 'no answer of HTTP/1.1'],
    ['HTTP/1.1 200 OK\r\nno colon\r\n\r\n', 'without a name'],
    ['HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n', 'how long'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n', 'how long'],
    ['HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n', 'not asked for'],
    ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n', 'without a size'],
    ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n', 'longer than it says'],
    [`HTTP/1.1 200 OK\r\na: ${'x'.repeat(70_000)}`, 'too long'],
    [`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'1'.repeat(70_000)}`, 'too long'],
  ])('that is none is given up: %.40j', (sent, why) => {
    expect(read([sent])).toContain(why);
  });

  test('that never ends is given up', () => {
    const reader = new HttpResponseReader();
    reader.push(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'));
    const piece = Buffer.alloc(8 * 1024 * 1024);
    const pushMuch = () => {
      for (let n = 0; n < 9; n += 1) reader.push(piece);
    };
    expect(pushMuch).toThrow('too long');
  });
});
