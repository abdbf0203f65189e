import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect as connectTo, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isAnything } from '../../../src/channels/telegram/answer';
import { botApi } from '../../../src/channels/telegram/api';
import { openTcp } from '../../../src/network/happy-eyeballs';
import { parseProxy, type Proxy } from '../../../src/channels/telegram/proxy';
import { portOf } from './peers';
import { behindTls, HttpProxy, pem, SocksProxy, type ProxyOptions } from './proxies';

const token = '7000000000:a-token-that-nobody-may-see';
const within = 20_000;

let api: Server;
let heard: string[];

beforeEach(async () => {
  heard = [];
  api = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end('{"ok":true,"result":5}');
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  api.closeAllConnections();
  await new Promise((resolve) => api.close(resolve));
});

const proxyOf = (address: string): Proxy => {
  const proxy = parseProxy(address, () => undefined);
  if (proxy === undefined) throw new Error(`${address} is no proxy`);
  return { ...proxy, setting: 'TELEGRAM_PROXY' };
};
const call = (apiRoot: string, proxy: string | null, signal?: AbortSignal) =>
  botApi({ token, apiRoot, proxy: proxy === null ? null : proxyOf(proxy), connections: 4 }).call(
    'getMe',
    {},
    {
      expects: isAnything,
      within,
      signal,
    },
  );

/** The same in a process of its own, which trusts the tests' authorities: that is read when a process starts. */
async function trustingCall(apiRoot: string, proxy: string | null): Promise<unknown> {
  const program = `
    const [, dist, token, apiRoot, address] = process.argv;
    const { botApi } = require(dist + '/channels/telegram/api.js');
    const { parseProxy } = require(dist + '/channels/telegram/proxy.js');
    const proxy = address ? { ...parseProxy(address, () => undefined), setting: 'TELEGRAM_PROXY' } : null;
    botApi({ token, apiRoot, proxy, connections: 4 })
      .call('getMe', {}, { expects: () => true, within: 20000 })
      .then((result) => console.log(JSON.stringify(result)));`;
  const args = [join(__dirname, '..', '..', '..', 'dist'), token, apiRoot, proxy ?? ''];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: pem('authorities') };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', program, ...args], { env });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const ok = { end: 'ok', result: 5 };
const saying = (parts: readonly string[]) => expect.stringMatching(new RegExp(parts.join('.*'))) as string;
const notSent = (...parts: readonly string[]) => ({ end: 'not_sent', error: saying(parts), atProxy: false });
const stoppedByProxy = (...parts: readonly string[]) => ({ ...notSent(`^TELEGRAM_PROXY`, ...parts), atProxy: true });

type Kind = 'http' | 'https' | 'socks5';
const start = (kind: Kind, options: ProxyOptions) =>
  (kind === 'socks5' ? new SocksProxy(options) : new HttpProxy(options, kind === 'https' ? 'localhost' : null)).start();

describe.each<Kind>(['http', 'https', 'socks5'])('a proxy of %s', (kind) => {
  // Only the proxy knows these names.
  const root = 'http://api.telegram.test:8081/';
  const secureRoot = 'https://api.telegram.test/';
  const through = kind === 'https' ? trustingCall : call;
  const address = (proxy: { readonly port: number }, userinfo = '') => `${kind}://${userinfo}localhost:${proxy.port}`;

  test('gets the server’s name and carries the call', async () => {
    await using proxy = await start(kind, { to: portOf(api) });
    expect(await through(root, address(proxy))).toEqual(ok);
    expect(heard).toEqual([`POST /bot${token}/getMe`]);
    expect(proxy.asked).toEqual(['api.telegram.test:8081']);
    expect(proxy.violations).toEqual([]);
  });

  test('carries calls to an https root, whose certificate is checked for its own name', async () => {
    const secure = await behindTls(portOf(api));
    const another = await behindTls(portOf(api), 'localhost');
    try {
      await using proxy = await start(kind, { to: portOf(secure) });
      await using wrong = await start(kind, { to: portOf(another) });
      expect(await trustingCall(secureRoot, address(proxy))).toEqual(ok);
      expect(proxy.asked).toEqual(['api.telegram.test:443']);
      expect(await trustingCall(secureRoot, address(wrong))).toEqual(notSent('altnames', 'through TELEGRAM_PROXY'));
      expect(heard).toHaveLength(1);
    } finally {
      secure.close();
      another.close();
    }
  });

  test.each([
    ['a plain pair', 'anna', 'secret'],
    ['a pair that has to be percent-encoded', 'DOMAIN\\anna@example', 'p@ss:w/rd?#% пароль'],
    ['a user without a password', 'anna', ''],
    ['the longest pair', 'a'.repeat(255), 'b'.repeat(255)],
  ])('accepts %s', async (_, user, password) => {
    await using proxy = await start(kind, { to: portOf(api), user, password });
    const userinfo = `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
    expect(await through(root, address(proxy, userinfo))).toEqual(ok);
    expect(proxy.violations).toEqual([]);
  });

  test('that refuses user and password is named in the error, and they are not', async () => {
    await using proxy = await start(kind, { to: portOf(api), user: 'anna', password: 'secret' });
    const named = ` \\(${kind}://localhost:${proxy.port}\\): `;
    const refused = await through(root, address(proxy, 'anna:wrong-one@'));
    expect(refused).toEqual(stoppedByProxy(named, 'refuses the user or the password'));
    expect(JSON.stringify(refused)).not.toMatch(/anna|wrong-one/);
    expect(await through(root, address(proxy))).toEqual(stoppedByProxy(named));
    expect(heard).toEqual([]);
  });

  test('that can not reach the server is named with the reason', async () => {
    await using proxy = await start(kind, { to: portOf(api) });
    proxy.mood = kind === 'socks5' ? 4 : 502;
    const why = kind === 'socks5' ? 'host unreachable' : '502 Bad Gateway';
    expect(await through(root, address(proxy))).toEqual(stoppedByProxy(why));
    const gone = address(proxy);
    await proxy.stop();
    expect(await through(root, gone)).toEqual(stoppedByProxy('ECONNREFUSED'));
  });

  test('gets IP addresses as addresses', async () => {
    await using proxy = await start(kind, { to: portOf(api) });
    for (const host of ['192.0.2.7', '[2001:db8::7]', '[::ffff:c000:207]']) {
      expect(await through(`http://${host}:8081/`, address(proxy))).toEqual(ok);
    }
    expect(proxy.asked).toEqual(['192.0.2.7:8081', '[2001:db8::7]:8081', '[::ffff:c000:207]:8081']);
    expect(proxy.violations).toEqual([]);
  });

  test('that hangs can be aborted, and leaves no connection open', async () => {
    await using proxy = await start(kind, { to: portOf(api) });
    proxy.mood = 'hang';
    const abort = new AbortController();
    const connected = once(proxy.listener, 'connection') as Promise<[Socket]>;
    const pending = call(root, address(proxy), abort.signal);
    const [socket] = await connected;
    const closed = once(socket, 'close');
    abort.abort();
    expect(await pending).toMatchObject({ end: 'not_sent' });
    await closed;
  });
});

describe('a proxy of https', () => {
  test('gets no request if its certificate is not valid for its name', async () => {
    await using proxy = await new HttpProxy({ to: portOf(api) }, 'api.telegram.test').start();
    const refused = await trustingCall('http://api.telegram.test/', `https://anna:secret@localhost:${proxy.port}`);
    expect(refused).toEqual(stoppedByProxy('altnames'));
    expect(proxy.asked).toEqual([]);
  });
});

describe('an https connection', () => {
  test('sends nothing to a server with a self-signed certificate', async () => {
    const secure = await behindTls(portOf(api), 'localhost');
    try {
      expect(await call(`https://localhost:${portOf(secure)}/`, null)).toEqual(notSent('certificate'));
      expect(heard).toEqual([]);
    } finally {
      secure.close();
    }
  });

  test('is used if the certificate is valid for the name', async () => {
    const secure = await behindTls(portOf(api), 'localhost');
    try {
      expect(await trustingCall(`https://localhost:${portOf(secure)}/`, null)).toEqual(ok);
      expect(heard).toEqual([`POST /bot${token}/getMe`]);
    } finally {
      secure.close();
    }
  });
});

describe('a name with several addresses', () => {
  const addressesOf =
    (...addresses: readonly string[]) =>
    () =>
      Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

  /** A listener that takes no connection for `ms`; what tries meanwhile tries again after a second. */
  async function slowListener(host: string, port: number, ms: number) {
    const child = fork(join(__dirname, 'slow-listener.cjs'), [host, String(port)]);
    const [listening] = (await once(child, 'message')) as [number];
    child.send(ms);
    await once(child, 'message');
    const fillers = [1, 2].map(() => connectTo(listening, host).on('error', () => undefined));
    await Promise.all(fillers.map((filler) => once(filler, 'connect')));
    return {
      port: listening,
      [Symbol.asyncDispose]: async () => {
        for (const filler of fillers) filler.destroy();
        child.kill('SIGKILL');
        await once(child, 'exit');
      },
    };
  }

  test('is reached even if the first leads nowhere and the next is slow', async () => {
    await using slow = await slowListener('127.0.0.2', 0, 400);
    await using dead = await slowListener('127.0.0.3', slow.port, 60_000);
    const found = addressesOf('127.0.0.3', '127.0.0.2');
    const socket = await openTcp({ host: 'a.test', port: dead.port }, AbortSignal.timeout(within), found);
    expect(socket.remoteAddress).toBe('127.0.0.2');
    socket.destroy();
  });

  test('is not reached if none answers, and the error has every reason once', async () => {
    await using refusing = await slowListener('127.0.0.2', 0, 0);
    const found = addressesOf('127.0.0.4', '::1', '127.0.0.3');
    const failure = openTcp({ host: 'a.test', port: refusing.port }, AbortSignal.timeout(within), found);
    await expect(failure).rejects.toThrow(/127\.0\.0\.4.*; .*::1.*; .*127\.0\.0\.3/);
  });
});
