import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isAnything, isTrue } from '../../../src/channels/telegram/answer';
import { botApi } from '../../../src/channels/telegram/api';

const token = '7000000000:a-token-that-nobody-may-see';
const options = { expects: isAnything, within: 20_000 };

describe('a call of the Bot API', () => {
  let server: Server;
  let connections: number;
  let answer: RequestListener;

  beforeEach(async () => {
    connections = 0;
    server = createServer((request, response) => answer(request, response));
    server.on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  // A TCP server that listens has an address with a port.
  const api = () =>
    botApi({
      token,
      apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}/behind/`,
      proxy: null,
      connections: 8,
    });
  const says =
    (status: number, body: string): RequestListener =>
    (_, response) =>
      response.writeHead(status).end(body);

  test('posts its parameters as JSON to a path below the API root', async () => {
    const heard = new Promise<readonly unknown[]>((resolve) => {
      answer = (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          resolve([request.method, request.url, request.headers['content-type'], Buffer.concat(chunks).toString()]);
          response.end('{"ok":true,"result":{"message_id":5}}');
        });
      };
    });
    const result = await api().call('sendMessage', { chat_id: 1, text: 'Привет' }, options);
    expect(result).toEqual({ end: 'ok', result: { message_id: 5 } });
    expect(await heard).toEqual([
      'POST',
      `/behind/bot${token}/sendMessage`,
      'application/json',
      '{"chat_id":1,"text":"Привет"}',
    ]);
  });

  test('is refused with Telegram’s description, and retry_after in milliseconds', async () => {
    answer = says(429, '{"ok":false,"error_code":429,"description":"Too Many","parameters":{"retry_after":7}}');
    const refused = { end: 'refused', code: 429, description: 'Too Many', retryAfter: 7000, migratedTo: null };
    expect(await api().call('sendMessage', {}, options)).toEqual(refused);
  });

  test('has an unknown outcome if the result is not of the method’s type', async () => {
    answer = says(200, '{"ok":true,"result":{"message_id":"5"}}');
    expect(await api().call('setMyCommands', {}, { ...options, expects: isTrue })).toMatchObject({ end: 'unknown' });
  });

  test('reuses the connection, even after a 5xx', async () => {
    answer = says(502, '<html>Bad Gateway</html>');
    const bot = api();
    for (let n = 0; n < 3; n += 1) await bot.call('sendMessage', {}, options);
    expect(connections).toBe(1);
  });

  test('times out, even in the middle of an answer', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-length': 100 }).write('{"ok":tr');
    expect((await api().call('getUpdates', {}, { ...options, within: 20 })).end).toBe('unknown');
  });

  test('can be aborted, even before it begins', async () => {
    const abort = new AbortController();
    answer = () => abort.abort();
    expect((await api().call('getUpdates', {}, { ...options, signal: abort.signal })).end).toBe('unknown');
    expect((await api().call('getUpdates', {}, { ...options, signal: abort.signal })).end).toBe('not_sent');
  });

  test('counts as not sent if nobody accepts the connection', async () => {
    const gone = api();
    await new Promise((resolve) => server.close(resolve));
    const result = await gone.call('sendMessage', {}, options);
    expect(result).toEqual({
      end: 'not_sent',
      error: expect.stringContaining('ECONNREFUSED') as string,
      atProxy: false,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  test('never shows the token in an error', async () => {
    answer = says(400, JSON.stringify({ ok: false, error_code: 400, description: `no bot${token}` }));
    expect(await api().call('sendMessage', {}, options)).toMatchObject({ description: 'no bot[redacted]' });
  });
});
