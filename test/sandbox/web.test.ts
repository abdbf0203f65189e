import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
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

test('a foreign name that points to this machine gets neither a page nor the stream nor an action', async () => {
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

test('neither a page nor a form of another origin can act', async () => {
  for (const origin of ['http://evil.example', 'null', '', visitor.address.replace('http:', 'https:')]) {
    expect({ origin, status: (await visitor.post(harmless, { origin })).status }).toEqual({ origin, status: 403 });
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const answer = await visitor.post(harmless, { 'content-type': type });
    expect({ type, status: answer.status }).toEqual({ type, status: 415 });
  }
});

test('an invalid action is refused with the field that is wrong', async () => {
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

test('an action whose connection closes in the middle is no error', async () => {
  const { port } = new URL(visitor.address);
  const headers = {
    origin: visitor.address,
    'content-type': 'application/json',
    'content-length': '100',
    expect: '100-continue',
  };
  const sending = request({ host: '127.0.0.1', port, path: '/actions', method: 'POST', headers });
  sending.flushHeaders();
  await once(sending, 'continue');
  sending.on('error', () => undefined).destroy();
  await visitor.act(hello);
  await visitor.act(hello);
  expect(sandbox.complaints()).toBe('');
});

test('only the page’s own files are served', async () => {
  for (const path of ['/nothing', '/../main.js', '/%2e%2e/main.js', '/..%2fmain.js', '//etc/passwd', '/page.ts']) {
    expect({ path, status: (await raw(path)).status }).toEqual({ path, status: 404 });
  }
  expect((await fetch(visitor.address, { method: 'DELETE' })).status).toBe(405);
  expect((await fetch(`${visitor.address}/actions`)).status).toBe(405);
});

test('the page may only load its own files, is not framed and not cached', async () => {
  const { headers } = await fetch(visitor.address);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
  // Besides itself it frames the desk, which is on this machine as well.
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https:|http:(?!\/\/127\.0\.0\.1:\d+$)/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a slow reader gets the newest snapshot, not all it has missed', async () => {
  const anna = 7_000_000_001;
  await visitor.does({ type: 'start', person: anna });
  await visitor.does({ type: 'daemon', do: 'kill' });
  // Snapshots of a megabyte, so that a few of them fill whatever the system keeps for a connection.
  for (let message = 0; message < 120; message += 1) {
    await visitor.does({ type: 'send', person: anna, chat: anna, text: 'ж'.repeat(4096), replyTo: null });
  }
  const { port } = new URL(visitor.address);
  const stalled = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/events' }, resolve).on('error', reject).end();
  });
  const made = 60;
  for (let snapshot = 1; snapshot <= made; snapshot += 1) {
    const on = snapshot % 2 === 1;
    await visitor.does({ type: 'fault', fault: 'too_many_requests', on });
    await visitor.sees(({ faults }) => (faults.length === 1) === on, 'the switched fault');
  }
  await visitor.does({ type: 'fault', fault: 'lost_answers', on: true });
  const snapshots: string[] = [];
  let text = '';
  for await (const chunk of stalled.setEncoding('utf8') as AsyncIterable<string>) {
    const events = `${text}${chunk}`.split('\n\n');
    text = events.pop() ?? '';
    snapshots.push(...events.filter((event) => event.startsWith('data: ')));
    if (snapshots.at(-1)?.includes('"faults":["lost_answers"]') === true) break;
  }
  stalled.destroy();
  expect(snapshots.length).toBeLessThan(made);
});

test('HEAD of the stream ends, and watches nothing', async () => {
  const response = await fetch(`${visitor.address}/events`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});
