import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { HttpClient, NoAnswer } from '../../src/telegram/http-client';

const within = 20_000;
const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** A server that does with each request what a test says. */
class Peer {
  readonly connections: Socket[] = [];
  private readonly server: Server;
  private asked = (): void => undefined;

  constructor(private readonly answer: (socket: Socket, request: string) => void) {
    this.server = createServer((socket) => {
      this.connections.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        this.asked();
        this.answer(socket, chunk.toString());
      });
    });
  }

  async start(): Promise<URL> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has an address with a port.
    return new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/base/`);
  }

  nextRequest(): Promise<void> {
    return new Promise((resolve) => (this.asked = resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.connections) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('a connection to a server', () => {
  test('carries one exchange after the other, and several at once have one each', async () => {
    await using peer = new Peer((socket) => socket.write(ok));
    const client = new HttpClient(await peer.start());
    for (let n = 0; n < 3; n += 1) expect(await client.post('a', '{}', { within })).toMatchObject({ body: 'ok' });
    expect(peer.connections).toHaveLength(1);
    await Promise.all([client.post('a', '{}', { within }), client.post('b', '{}', { within })]);
    expect(peer.connections).toHaveLength(2);
  });

  test('that the server closed while it was idle is not used again', async () => {
    await using peer = new Peer((socket) => socket.write(ok));
    const client = new HttpClient(await peer.start());
    await client.post('a', '{}', { within });
    const [first] = peer.connections;
    await new Promise((resolve) => first?.on('close', resolve).destroy());
    // The client is in this process: by then it has been told.
    for (let turn = 0; turn < 2; turn += 1) await nextTurn();
    expect(await client.post('a', '{}', { within })).toMatchObject({ body: 'ok' });
    expect(peer.connections).toHaveLength(2);
  });

  test.each([
    [
      'the server closes it after the answer',
      (socket: Socket) => socket.write(ok.replace('OK\r\n', 'OK\r\nConnection: close\r\n')),
    ],
    ['more comes than the answer', (socket: Socket) => socket.write(`${ok}${ok}`)],
  ])('is given up where %s', async (_, answer) => {
    await using peer = new Peer(answer);
    const client = new HttpClient(await peer.start());
    for (let n = 0; n < 2; n += 1) expect(await client.post('a', '{}', { within })).toMatchObject({ body: 'ok' });
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
  ])('that %s leaves open what became of the question', async (_, answer) => {
    await using peer = new Peer(answer);
    const client = new HttpClient(await peer.start());
    const failure = await client.post('a', '{}', { within }).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(NoAnswer);
    expect(failure).toMatchObject({ sent: true });
  });

  test('that hangs is given up by whoever waits, and carries nothing any more', async () => {
    await using peer = new Peer(() => undefined);
    const client = new HttpClient(await peer.start());
    const abort = new AbortController();
    const asked = peer.nextRequest();
    const failure = client.post('a', '{}', { within, signal: abort.signal }).catch((reason: unknown) => reason);
    await asked;
    abort.abort();
    expect(await failure).toMatchObject({ sent: true });
    await new Promise((resolve) => peer.connections[0]?.on('close', resolve).resume());
  });

  test('is asked for nothing once nobody wants it', async () => {
    await using peer = new Peer((socket) => socket.write(ok));
    const client = new HttpClient(await peer.start());
    const failure = client.post('a', '{}', { within, signal: AbortSignal.abort() });
    await expect(failure).rejects.toMatchObject({ sent: false });
    expect(peer.connections).toHaveLength(0);
  });
});

describe('a connection by https', () => {
  const pem = (name: string) => join(__dirname, 'certificate', `${name}.pem`);

  async function withServer<T>(use: (root: string, heard: string[]) => Promise<T>): Promise<T> {
    const heard: string[] = [];
    const options = { key: readFileSync(pem('key')), cert: readFileSync(pem('certificate')) };
    const server = createSecureServer(options, (request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.end('{"ok":true,"result":5}');
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    try {
      return await use(`https://localhost:${(server.address() as AddressInfo).port}/`, heard);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  test('says nothing to a server whose certificate nobody has signed', async () => {
    await withServer(async (root, heard) => {
      const failure = new HttpClient(new URL(root)).post('getMe', '{}', { within });
      await expect(failure).rejects.toMatchObject({
        sent: false,
        message: expect.stringContaining('certificate') as string,
      });
      expect(heard).toEqual([]);
    });
  });

  test('is used where the certificate is good for the name', async () => {
    await withServer(async (root, heard) => {
      const program = `
        const { botApi } = require(process.argv[1]);
        botApi('123:x', process.argv[2]).call('getMe', {}, { within: 20000 }).then((r) => console.log(JSON.stringify(r)));`;
      const api = join(__dirname, '..', '..', 'dist', 'telegram', 'api.js');
      // A process reads which authorities it trusts when it starts.
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: pem('certificate') };
      const { stdout } = await promisify(execFile)(process.execPath, ['-e', program, api, root], { env });
      expect(JSON.parse(stdout)).toEqual({ end: 'ok', result: 5 });
      expect(heard).toEqual(['POST /bot123:x/getMe']);
    });
  });
});
