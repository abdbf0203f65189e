import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as send, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describeSqlite } from '../store/engines';
import { apiToken, TestDesk } from './desk';

const pages = [
  '/desk',
  '/desk/requests/12',
  '/desk/people/5',
  '/desk/stats',
  '/desk/login',
  '/desk?q=anna&status=pending',
];

describeSqlite('the page of the desk', (engine) => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await TestDesk.open(engine);
  });
  afterEach(() => desk.close());

  /** The same as `ask`, with the body as bytes. */
  const bytes = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const place = { host: '127.0.0.1', port: desk.port, path, agent: false };
      const sent = send({ ...place, headers: { host: 'desk.example', ...headers } }, (response) => {
        const { statusCode: status = 0, headers: got } = response;
        buffer(response).then((body) => resolve({ status, headers: got, body }), reject);
      });
      sent.on('error', reject);
      sent.end();
    });

  test('is the same at each of its addresses, without a session, and only Telegram frames it', async () => {
    const bodies = new Set<string>();
    for (const path of pages) {
      const { status, headers, body } = await desk.ask('GET', path);
      expect({ path, status, type: headers['content-type'] }).toEqual({
        path,
        status: 200,
        type: 'text/html; charset=utf-8',
      });
      const policy = new Map(
        String(headers['content-security-policy'])
          .split('; ')
          .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
      );
      expect(Object.fromEntries(policy)).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'connect-src': "'self'",
        'img-src': "'self'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'require-trusted-types-for': "'script'",
        'frame-ancestors': 'https://web.telegram.org',
      });
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      });
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['set-cookie']).toBeUndefined();
      bodies.add(body);
    }
    expect(bodies.size).toBe(1);
    const [shell = ''] = bodies;
    expect(shell).not.toMatch(/<script(?![^>]*\ssrc="\/)|\son\w+=|<style|\sstyle=|https?:/);
  });

  test('is compressed for whoever takes that, and not sent again to whoever has it', async () => {
    const plain = (await bytes('/desk')).body;
    const etags = new Set<string>();
    for (const [accepted, encoding, read] of [
      ['br, gzip', 'br', brotliDecompressSync],
      ['gzip, deflate, br;q=0', 'gzip', gunzipSync],
      ['GZIP ; q=0.5', 'gzip', gunzipSync],
      ['gzip;q=0, identity', undefined, (body: Buffer) => body],
      ['deflate', undefined, (body: Buffer) => body],
    ] as const) {
      const got = await bytes('/desk', { 'accept-encoding': accepted });
      expect({ accepted, encoding: got.headers['content-encoding'] }).toEqual({ accepted, encoding });
      expect(got.headers.vary).toBe('Accept-Encoding');
      expect(read(got.body).equals(plain)).toBe(true);
      const etag = String(got.headers.etag);
      etags.add(etag);
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await bytes('/desk/requests/12', { 'accept-encoding': accepted, 'if-none-match': known });
        expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
        expect(again.headers['content-security-policy']).toBe(got.headers['content-security-policy']);
      }
      expect((await bytes('/desk', { 'accept-encoding': accepted, 'if-none-match': '"x"' })).status).toBe(200);
    }
    expect(etags.size).toBe(3);
  });

  test('is where PUBLIC_URL itself leads', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await desk.ask(method, '/');
      expect([method, status, headers.location]).toEqual([method, 302, '/desk']);
    }
  });

  test('tells a browser that has mistyped an address so, and a program in JSON', async () => {
    const page = (await desk.ask('GET', '/desk')).body;
    for (const path of ['/desk/requests/abc', '/desk/nothing']) {
      const browser = await desk.ask('GET', path, { headers: { accept: 'text/html,*/*;q=0.8', 'if-none-match': '*' } });
      expect([path, browser.status, browser.body]).toEqual([path, 404, page]);
      expect(browser.headers['content-security-policy']).toContain("script-src 'self'");
      const program = await desk.ask('GET', path, { headers: { accept: 'application/json' } });
      expect([path, program.status, program.json['status']]).toEqual([path, 404, 404]);
    }
    const file = await desk.ask('GET', '/desk/files/nothing.js', { headers: { accept: 'text/html' } });
    expect([file.status, file.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  test('is all that may be framed', async () => {
    const bearer = { authorization: `Bearer ${apiToken}` };
    const style = /href="(\/desk\/files\/[^"]+\.css)"/.exec((await desk.ask('GET', '/desk')).body)?.[1] ?? '';
    const answers = [
      ...(await Promise.all(
        [
          '/',
          '/docs',
          '/docs/style.css',
          '/openapi.json',
          '/desk/texts',
          style,
          '/desk/nothing',
          '/admin/requests',
        ].map((path) => desk.ask('GET', path)),
      )),
      ...(await Promise.all(
        [
          '/admin/session',
          '/admin/requests',
          '/admin/export.csv',
          '/admin/stats',
          '/api/access',
          '/admin/requests?x=1',
        ].map((path) => desk.ask('GET', path, { headers: bearer })),
      )),
      await desk.ask('PUT', '/desk'),
      await desk.ask('GET', '/desk', { headers: { host: 'evil.example' } }),
      await desk.ask('GET', '/desk/'),
      await desk.ask('POST', '/admin/session', { json: { code: 'x' } }),
    ];
    for (const { status, headers, body } of answers) {
      const seen = { status, body: body.slice(0, 80), policy: String(headers['content-security-policy']) };
      expect(seen.policy).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
      expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
    }
    expect(style).not.toBe('');
  });
});
