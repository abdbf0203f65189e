import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { listen } from '../../../src/network/listener';
import { respond, type Routes } from '../../../src/observability/http/router';
import { createLog } from '../../../src/observability/log';

const routes: Routes = {
  '/here': () => Promise.resolve({ status: 200, type: 'text/plain; charset=utf-8', body: 'Да\n' }),
  '/broken': () => Promise.reject(new Error('the database password is hunter2hunter2')),
};

describe('the HTTP listener', () => {
  let port: number;
  let close: () => Promise<void>;
  const logged: Record<string, unknown>[] = [];

  beforeEach(async () => {
    const out = new PassThrough();
    out.on('data', (line: Buffer) => logged.push(JSON.parse(line.toString()) as Record<string, unknown>));
    const log = createLog({ level: 'info', format: 'json', secrets: ['hunter2hunter2'], out });
    ({ close } = await listen({
      setting: 'HTTP_LISTEN',
      action: 'http_listening',
      place: { host: '127.0.0.1', port: 0 },
      answer: (request, response) => void respond(routes, request, response, log),
      log,
    }));
    port = Number(/:(\d+)$/.exec(String(logged.at(-1)?.['labels.address']))?.[1]);
  });
  afterEach(() => close());

  /** Sends this as it is, and gives all that comes until the other side ends the connection. */
  async function exchange(sent: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(sent);
    return text(socket).catch(() => '');
  }
  const ask = (line: string, ...headers: string[]) =>
    exchange([`${line} HTTP/1.1`, 'Host: bot', 'Connection: close', ...headers, '', ''].join('\r\n'));

  test('answers GET, and HEAD with the same headers and no body', async () => {
    const got = await ask('GET /here?x=1');
    expect(got).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    for (const header of ['content-type: text/plain; charset=utf-8', 'content-length: 5', 'cache-control: no-store']) {
      expect(got).toContain(`${header}\r\n`);
    }
    expect(got).toMatch(/\r\n\r\nДа\n$/);
    const head = await ask('HEAD /here');
    expect(head).toMatch(/^HTTP\/1\.1 200 OK[^]*content-length: 5[^]*\r\n\r\n$/);
  });

  test('lists its pages if something else is requested', async () => {
    expect(await ask('GET /nowhere')).toMatch(/^HTTP\/1\.1 404 [^]*There is \/here, \/broken\.\n$/);
    for (const path of ['/constructor', '/__proto__', '//here', '/here/', '/HERE', '*']) {
      expect(await ask(`GET ${path}`)).toMatch(/^HTTP\/1\.1 404 /);
    }
  });

  test('refuses every other method, names the allowed ones, and reads no body', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const got = await ask(`${method} /here`);
      expect(got).toMatch(/^HTTP\/1\.1 405 [^]*allow: GET, HEAD\r\n/);
    }
    const body = `POST /here HTTP/1.1\r\nHost: bot\r\nContent-Length: 5\r\n\r\nhello`;
    expect(await exchange(body)).toMatch(/^HTTP\/1\.1 405 [^]*connection: close\r\n/);
  });

  test('closes the connection of a client that sends garbage or too long headers', async () => {
    expect(await exchange('ceci n’est pas HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await ask('GET /here', `X-Long: ${'x'.repeat(10_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('shows clients nothing of internal errors, and logs everything but secrets', async () => {
    expect(await ask('GET /broken')).toMatch(/^HTTP\/1\.1 500 [^]*See the log of the bot\.\n$/);
    const line = JSON.stringify(logged.at(-1));
    expect(line).toContain('http_failed');
    expect(line).not.toContain('hunter2hunter2');
  });
});
