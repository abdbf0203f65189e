import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { listen } from '../../src/network/listener';
import type { Log } from '../../src/observability/log';
import { streamOut } from '../../src/web/stream-out';

const headers = { 'content-type': 'text/csv; charset=utf-8' };

describe('a long answer', () => {
  let server: Server;
  const ends: unknown[] = [];
  const said: unknown[] = [];
  let ended = () => {};
  const isOver = () => new Promise<void>((resolve) => (ended = resolve));
  afterEach(async () => {
    jest.restoreAllMocks();
    ends.length = 0;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  async function ask(parts: () => AsyncIterable<string> | Iterable<string>, method = 'GET'): Promise<IncomingMessage> {
    for (const name of ['error', 'info', 'warn', 'log'] as const) {
      jest.spyOn(console, name).mockImplementation((...words: unknown[]) => void said.push(...words));
    }
    server = createServer((request, response) => {
      const over = (error: unknown): void => {
        ends.push(error);
        ended();
      };
      streamOut({ headers, parts: parts(), ended: over }, response, request.method === 'HEAD');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sent = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, method, agent: false });
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return response;
  }

  test('is written to its end', async () => {
    const over = isOver();
    const response = await ask(function* () {
      yield 'a\r\n';
      yield 'b\r\n';
    });
    expect(await text(response)).toBe('a\r\nb\r\n');
    await over;
    expect(ends).toEqual([null]);
  });

  test('breaks off at an error, of which nothing is in it or on the console', async () => {
    const over = isOver();
    const response = await ask(async function* () {
      yield 'a\r\n';
      await Promise.resolve();
      throw new Error('secret');
    });
    let read = '';
    response.setEncoding('utf8').on('data', (part: string) => (read += part));
    const [error] = (await once(response, 'error')) as [NodeJS.ErrnoException];
    expect([error.code, read]).toEqual(['ECONNRESET', 'a\r\n']);
    await over;
    expect(ends).toEqual([new Error('secret')]);
    expect(said).toEqual([]);
  });

  test('stops where its reader has gone, and lets go of what it was made from', async () => {
    const over = isOver();
    let isLeft = false;
    const response = await ask(function* () {
      try {
        for (;;) yield 'x'.repeat(100_000);
      } finally {
        isLeft = true;
      }
    });
    response.destroy();
    await over;
    expect([ends, isLeft, said]).toEqual([[null], true, []]);
  });

  test('is not begun for HEAD', async () => {
    const over = isOver();
    let isBegun = false;
    const response = await ask(function* () {
      isBegun = true;
      yield 'a';
    }, 'HEAD');
    expect([response.headers['content-type'], await text(response)]).toEqual([headers['content-type'], '']);
    await over;
    expect([ends, isBegun]).toEqual([[null], false]);
  });
});

describe('whoever takes nothing of an answer for long', () => {
  let close = (): Promise<void> => Promise.resolve();
  afterEach(() => close());

  /** Returns the port. */
  async function listening(answer: RequestListener): Promise<number> {
    let address = '';
    const log: Log = {
      ...{ error() {}, warn() {}, debug() {}, child: () => log },
      info: (_, fields) => void (address = String(fields?.details?.['address'])),
    };
    const place = { host: '127.0.0.1', port: 0 };
    ({ close } = await listen({
      ...{ setting: 'WEB_LISTEN', action: 'web_listening', place, answer, log },
      longestStall: 100,
    }));
    return Number(/\d+$/.exec(address)?.[0]);
  }

  test('is cut off, and what the answer is made from is let go of', async () => {
    let isLeft = false;
    let over = (_: unknown) => {};
    const ended = new Promise<unknown>((resolve) => (over = resolve));
    const port = await listening((request, response) => {
      const parts = (function* () {
        try {
          for (;;) yield 'x'.repeat(100_000);
        } finally {
          isLeft = true;
        }
      })();
      streamOut({ headers, parts, ended: over }, response, request.method === 'HEAD');
    });
    const reader = connect({ host: '127.0.0.1', port }).pause();
    reader.on('error', () => {}).write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(await ended).toBeNull();
    expect(isLeft).toBe(true);
    reader.destroy();
  });

  test('is not whoever waits for an answer that is still being made', async () => {
    let waits = 0;
    const port = await listening((_, response) => {
      response.on('timeout', () => {
        waits += 1;
        if (waits === 3) response.end('made');
      });
    });
    const [response] = (await once(get({ host: '127.0.0.1', port, agent: false }), 'response')) as [IncomingMessage];
    expect(await text(response)).toBe('made');
  });
});
