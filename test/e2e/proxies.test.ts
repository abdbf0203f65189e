import { Daemon } from '../../src/sandbox/daemon-process';
import { command } from '../cli/command';
import { portOf } from '../channels/telegram/peers';
import { behindTls, HttpProxy, pem, SocksProxy, type ProxyOptions } from '../channels/telegram/proxies';
import { asks, buttons, cardOf, newcomer, saying } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const secret = 'p@ss w/rd-that-nobody-may-see';
const account = { user: 'anna', password: secret };
const userinfo = `anna:${encodeURIComponent(secret)}@`;
/** However the password may be written. */
const shownSecret = new RegExp(
  [secret, encodeURIComponent(secret), Buffer.from(`anna:${secret}`).toString('base64')].join('|'),
);

type Kind = 'http' | 'https' | 'socks5';
const start = (kind: Kind, options: ProxyOptions, port = 0) =>
  (kind === 'socks5' ? new SocksProxy(options) : new HttpProxy(options, kind === 'https' ? 'localhost' : null)).start(
    port,
  );

const portOfRoot = ({ double }: World): number => Number(new URL(double.root).port);

/** A request, its card, its approval and its outcome. */
async function decide(world: World): Promise<void> {
  const [admin] = world.admins;
  const client = newcomer(world);
  if (admin === undefined) throw new Error('there is no admin');
  const card = await cardOf(admin, await asks(client));
  admin.press(card, buttons(card)[0] ?? '');
  await client.sees(saying('🎉'));
}

/** A world whose daemon has been stopped, to be started with another way to Telegram. */
async function stoppedWorld(): Promise<World> {
  const world = await startWorld({ engine: 'sqlite', admins: [boris] });
  await world.daemon.stop();
  return world;
}

const written = ({ daemon }: World): string =>
  daemon.log.map((line) => JSON.stringify(line)).join('\n') + daemon.stderr;
const did = (action: string) => (line: Readonly<Record<string, unknown>>) => line['event.action'] === action;

describe.each<Kind>(['http', 'https', 'socks5'])('behind a proxy of %s', (kind) => {
  test.each([
    ['without a password', {}, ''],
    ['with a password', account, userinfo],
  ])('%s people are served at an https root, and all traffic uses the proxy', async (_, options, user) => {
    const world = await stoppedWorld();
    const secure = await behindTls(portOfRoot(world));
    await using proxy = await start(kind, { ...options, to: portOf(secure) });
    try {
      await world.restart({
        env: {
          TELEGRAM_API_ROOT: 'https://api.telegram.test',
          TELEGRAM_PROXY: `${kind}://${user}localhost:${proxy.port}`,
          // They don't concern TELEGRAM_PROXY.
          NO_PROXY: '*',
          HTTPS_PROXY: 'http://127.0.0.1:1',
          NODE_EXTRA_CA_CERTS: pem('authorities'),
        },
      });
      await decide(world);
      // Only the proxy knows the name.
      expect(new Set(proxy.asked)).toEqual(new Set(['api.telegram.test:443']));
      expect(proxy.violations).toEqual([]);
      expect(world.daemon.log.find(did('proxy_used'))).toMatchObject({
        'labels.proxy': `TELEGRAM_PROXY (${kind}://localhost:${proxy.port})`,
      });
      expect(written(world)).not.toMatch(shownSecret);
    } finally {
      await world.close();
      secure.close();
    }
  });

  test('the bot waits while the proxy refuses the password or is unreachable, even on start, says so, and then goes on', async () => {
    const world = await stoppedWorld();
    const proxy = await start(kind, { ...account, password: 'another', to: portOfRoot(world) });
    const { port } = proxy;
    const env = {
      TELEGRAM_PROXY: `${kind}://${userinfo}localhost:${port}`,
      NODE_EXTRA_CA_CERTS: pem('authorities'),
    };
    try {
      const starting = world.restart({ env });
      const named = new RegExp(`^TELEGRAM_PROXY \\(${kind}://localhost:${port}\\): `);
      const refused = await world.daemon.logged(did('proxy_failing'));
      expect(refused).toMatchObject({ 'log.level': 'error' });
      expect(refused['labels.reason']).toMatch(named);
      expect(refused['labels.reason']).toMatch('refuses the user or the password');
      await proxy.stop();
      const gone = await world.daemon.logged((line) => /ECONNREFUSED/.test(String(line['labels.reason'])));
      expect(gone['labels.reason']).toMatch(named);
      const right = await start(kind, { ...account, to: portOfRoot(world) }, port);
      await starting;
      await decide(world);
      const logged = world.daemon.log.length;
      await right.stop();
      await world.daemon.logged((line) => did('proxy_failing')(line) && world.daemon.log.indexOf(line) >= logged);
      await using again = await start(kind, { ...account, to: portOfRoot(world) }, port);
      await decide(world);
      expect(again.violations).toEqual([]);
      expect(written(world)).not.toMatch(shownSecret);
    } finally {
      await world.close();
    }
  });

  test('check names the proxy, and says whether it works', async () => {
    const world = await startWorld({ engine: 'sqlite', admins: [boris] });
    try {
      await using proxy = await start(kind, { ...account, to: portOfRoot(world) });
      const check = async (user: string) => {
        const { stdout, stderr, code } = await command(['check'], {
          env: {
            ...world.settings(),
            TELEGRAM_PROXY: `${kind}://${user}localhost:${proxy.port}`,
            NODE_EXTRA_CA_CERTS: pem('authorities'),
          },
        });
        expect(stdout + stderr).not.toMatch(shownSecret);
        return { code, line: stdout.split('\n').find((line) => line.slice(7).startsWith('proxy: ')) };
      };
      const name = `TELEGRAM_PROXY \\(${kind}://localhost:${proxy.port}\\)`;
      const working = await check(userinfo);
      expect(working).toMatchObject({ code: 0 });
      expect(working.line).toMatch(new RegExp(`^ok .*${name} reaches 127.0.0.1`));
      const refused = await check('anna:wrong@');
      expect(refused.code).toBe(75);
      expect(refused.line).toMatch(
        new RegExp(`^wrong .*${name}.*refuses the user or the password.*Correct TELEGRAM_PROXY`),
      );
    } finally {
      await world.close();
    }
  });
});

describe('the proxy of the environment', () => {
  test('is used for an https root, unless NO_PROXY lists it', async () => {
    const world = await stoppedWorld();
    const secure = await behindTls(portOfRoot(world));
    await using proxy = await start('http', { ...account, to: portOf(secure) });
    const env = {
      TELEGRAM_API_ROOT: 'https://api.telegram.test',
      HTTPS_PROXY: `http://${userinfo}localhost:${proxy.port}`,
      NODE_EXTRA_CA_CERTS: pem('authorities'),
    };
    try {
      await world.restart({ env });
      await decide(world);
      expect(proxy.asked).toContain('api.telegram.test:443');
      await world.daemon.stop();
      const asked = proxy.asked.length;
      const excepted = new Daemon({
        cwd: world.folder,
        env: { ...world.settings(), ...env, NO_PROXY: '.telegram.test' },
      });
      // No resolver knows it.
      const lost = await excepted.logged(did('telegram_unreachable'));
      expect(lost['labels.reason']).toMatch(/api\.telegram\.test/);
      await excepted.stop();
      expect(proxy.asked).toHaveLength(asked);
    } finally {
      await world.close();
      secure.close();
    }
  });
});
