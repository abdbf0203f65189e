import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { connectorTo } from '../../../src/channels/telegram/connect';
import { HttpClient, NoAnswer } from '../../../src/channels/telegram/http-client';
import { Peer } from './peers';

const within = 20_000;
const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

const clientOf = (root: URL, lanes = { calls: 8, others: 8 }) => new HttpClient(root, connectorTo(root, null), lanes);
const caught = (promise: Promise<unknown>): Promise<unknown> => promise.catch((reason: unknown) => reason);

describe('a connection to a server', () => {
  test('carries one exchange after another, and simultaneous ones get their own', async () => {
    await using peer = new Peer((socket) => socket.write(ok));
    const client = clientOf(await peer.start());
    const post = () => client.post('a', '{}', 'calls', { within });
    for (let n = 0; n < 3; n += 1) expect(await post()).toMatchObject({ body: 'ok' });
    expect(peer.connections).toHaveLength(1);
    await Promise.all([post(), post()]);
    expect(peer.connections).toHaveLength(2);
  });

  test('that the server closed while idle is not reused', async () => {
    await using peer = new Peer((socket) => socket.write(ok));
    const client = clientOf(await peer.start());
    await client.post('a', '{}', 'calls', { within });
    const [first] = peer.connections;
    await new Promise((resolve) => first?.on('close', resolve).destroy());
    // The client is in this process: by then it has been told.
    for (let turn = 0; turn < 2; turn += 1) await nextTurn();
    expect(await client.post('a', '{}', 'calls', { within })).toMatchObject({ body: 'ok' });
    expect(peer.connections).toHaveLength(2);
  });

  test.each([
    [
      'the server closes it after the answer',
      (socket: Socket) => socket.end(ok.replace('OK\r\n', 'OK\r\nConnection: close\r\n')),
    ],
    ['more comes than the answer', (socket: Socket) => socket.write(`${ok}${ok}`)],
  ])('is dropped if %s', async (_, answer) => {
    await using peer = new Peer(answer);
    const client = clientOf(await peer.start());
    for (let n = 0; n < 2; n += 1) {
      expect(await client.post('a', '{}', 'calls', { within })).toMatchObject({ body: 'ok' });
      await nextTurn();
    }
    expect(peer.connections).toHaveLength(2);
  });

  test.each([
    ['breaks', (socket: Socket) => socket.destroy()],
    [
      'is reset in the middle of the answer',
      (socket: Socket) => socket.write(ok.slice(0, -1), () => socket.resetAndDestroy()),
    ],
    ['is closed in the middle of the answer', (socket: Socket) => socket.end(ok.slice(0, -1))],
    ['carries something else than HTTP', (socket: Socket) => socket.write('220 mail.example ESMTP\r\n\r\n')],
    [
      'carries more than anybody sends',
      (socket: Socket) =>
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${65 * 1024 ** 2}\r\n\r\n${'x'.repeat(65 * 1024 ** 2)}`),
    ],
  ])('that %s leaves the outcome of the request unknown', async (_, answer) => {
    await using peer = new Peer(answer);
    const client = clientOf(await peer.start());
    const failure = await caught(client.post('a', '{}', 'calls', { within }));
    expect(failure).toBeInstanceOf(NoAnswer);
    expect(failure).toMatchObject({ sent: true });
  });

  test('that breaks on reuse is no reason to send the request twice', async () => {
    let requests = 0;
    await using peer = new Peer((socket) => {
      requests += 1;
      if (requests === 1) socket.write(ok);
      else socket.destroy();
    });
    const client = clientOf(await peer.start());
    await client.post('a', '{}', 'calls', { within });
    expect(await caught(client.post('b', '{}', 'calls', { within }))).toMatchObject({ sent: true });
    expect(requests).toBe(2);
    expect(peer.connections).toHaveLength(1);
  });

  test('that hangs is dropped when its request is aborted', async () => {
    await using peer = new Peer(() => undefined);
    const client = clientOf(await peer.start());
    const abort = new AbortController();
    const asked = peer.nextRequest();
    const failure = caught(client.post('a', '{}', 'calls', { within, signal: abort.signal }));
    await asked;
    abort.abort();
    expect(await failure).toMatchObject({ sent: true });
    await new Promise((resolve) => peer.connections[0]?.on('close', resolve).resume());
  });

  test('carries no request that was already aborted', async () => {
    await using peer = new Peer((socket) => socket.write(ok));
    const client = clientOf(await peer.start());
    const failure = client.post('a', '{}', 'calls', { within, signal: AbortSignal.abort() });
    await expect(failure).rejects.toMatchObject({ sent: false });
    expect(peer.connections).toHaveLength(0);
  });
});

describe('the exchanges of one lane', () => {
  test('are limited; those waiting start in order, or are aborted unsent', async () => {
    const open: Socket[] = [];
    await using peer = new Peer((socket) => open.push(socket));
    const client = clientOf(await peer.start(), { calls: 2, others: 1 });
    const abort = new AbortController();
    const post = (path: string, signal?: AbortSignal) => client.post(path, '{}', 'calls', { within, signal });
    const asked = peer.nextRequest();
    const calls = [post('1'), post('2'), post('3', abort.signal), post('4')];
    const dropped = caught(calls[2] ?? Promise.resolve());
    await asked;
    abort.abort();
    expect(await dropped).toMatchObject({ sent: false });
    while (open.length < 2) await peer.nextRequest();
    expect(peer.connections).toHaveLength(2);
    open[0]?.write(ok);
    while (open.length < 3) await peer.nextRequest();
    expect(peer.requests.map((request) => /base\/(\d)/.exec(request)?.[1])).toEqual(['1', '2', '4']);
    expect(peer.connections).toHaveLength(2);
    for (const socket of open.slice(1)) socket.write(ok);
    await Promise.all([calls[0], calls[1], calls[3]]);
  });

  test('do not block other lanes when they hang', async () => {
    await using peer = new Peer((socket, request) => {
      if (!request.includes('/hang')) socket.write(ok);
    });
    const client = clientOf(await peer.start(), { calls: 1, others: 1 });
    const abort = new AbortController();
    const hung = [1, 2, 3].map(() => caught(client.post('hang', '{}', 'others', { within, signal: abort.signal })));
    expect(await client.post('a', '{}', 'calls', { within })).toMatchObject({ body: 'ok' });
    abort.abort();
    await Promise.all(hung);
  });
});
