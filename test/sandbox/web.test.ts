import { request } from 'node:http';
import { SandboxProcess, type Visitor } from './visitor';

let sandbox: SandboxProcess;
let visitor: Visitor;

beforeAll(async () => {
  sandbox = new SandboxProcess();
  visitor = await sandbox.visitor();
});
afterAll(async () => {
  visitor.leave();
  await sandbox.end();
});

/** A request as no browser would let a page make it: with a path and a Host of any kind. */
function raw(path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; body: string }> {
  const { port } = new URL(visitor.address);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

const harmless = JSON.stringify({ type: 'daemon', do: 'start' });
const hello = { type: 'send', person: 7_000_000_011, chat: 7_000_000_011, text: 'hello', replyTo: null } as const;

test('a foreign name that points to this machine gets nothing, be it a page, the stream or an action', async () => {
  const { port } = new URL(visitor.address);
  for (const path of ['/', '/events', '/actions']) {
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
      const { status, body } = await raw(path, { host });
      expect({ path, host, status, body }).toMatchObject({
        status: 403,
        body: expect.stringContaining(visitor.address) as string,
      });
    }
  }
  expect((await raw('/', { host: `localhost:${port}` })).status).toBe(200);
});

test('a page of another origin can’t act, and neither can a form', async () => {
  for (const origin of ['http://evil.example', 'null', '', visitor.address.replace('http:', 'https:')]) {
    expect({ origin, status: (await visitor.post(harmless, { origin })).status }).toEqual({ origin, status: 403 });
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await visitor.post(harmless, { 'content-type': type });
    expect({ type, status: answer.status }).toEqual({ type, status: 415 });
  }
});

test('what is no action is refused with the field that is wrong', async () => {
  const problemOf = async (body: string): Promise<string> => {
    const answer = await visitor.post(body);
    expect(answer.status).toBe(400);
    return ((await answer.json()) as { error: string }).error;
  };
  expect(await problemOf('{"type":')).toMatch(/JSON/);
  expect(await problemOf('[]')).toMatch(/type must be one of/);
  expect(await problemOf('{"type":"format_disk"}')).toMatch(/type/);
  expect(await problemOf(JSON.stringify({ ...hello, person: 'Anna' }))).toMatch(/person/);
  expect(await problemOf(JSON.stringify({ ...hello, text: ' \n' }))).toMatch(/text must be/);
  expect(await problemOf(JSON.stringify({ ...hello, text: 'a'.repeat(4097) }))).toMatch(/text/);
  expect(await problemOf(JSON.stringify({ ...hello, text: '\ud800' }))).toMatch(/text/);
  expect(await problemOf(JSON.stringify({ ...hello, env: {} }))).toMatch(/env/);
  expect(await problemOf(JSON.stringify({ type: 'advance', by: '100y' }))).toMatch(/by/);
});

test('an action that is too long is refused, and the longest message is not', async () => {
  expect((await visitor.post(JSON.stringify({ ...hello, text: 'a'.repeat(40_000) }))).status).toBe(413);
  expect(await visitor.act({ ...hello, text: `a${'\u0001'.repeat(4095)}` })).toEqual({ ok: true });
});

test('only what belongs to the page is served', async () => {
  for (const path of ['/nothing', '/../main.js', '/%2e%2e/main.js', '/..%2fmain.js', '//etc/passwd', '/page.ts']) {
    expect({ path, status: (await raw(path)).status }).toEqual({ path, status: 404 });
  }
  expect((await fetch(visitor.address, { method: 'DELETE' })).status).toBe(405);
  expect((await fetch(`${visitor.address}/actions`)).status).toBe(405);
});

test('the page may load its own files only, is not framed and not kept', async () => {
  const { headers } = await fetch(visitor.address);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('the head of the stream ends, and watches nothing', async () => {
  const response = await fetch(`${visitor.address}/events`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});
