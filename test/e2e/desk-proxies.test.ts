import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { patience, withDeadline } from '../../src/telegram-double/deadline';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { describeWith, pathTo, run } from '../programs';
import { initData, openedBy } from '../sessions/opening';
import { asks, cardOf, comesTrue, newcomer } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 7_000_000_001, first_name: 'Boris', language_code: 'en' };
const page = readFileSync(join(__dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
const did = (action: string) => (line: LogLine) => line['event.action'] === action;

/** What the page has in a block of this language. */
function sample(language: 'caddy' | 'nginx'): string {
  const [, code] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(page) ?? [];
  if (code === undefined) throw new Error(`docs/operations.md has no sample for ${language}`);
  return code;
}

/** The sample with other values for these, each of which has to be in it. */
function adapted(code: string, values: readonly (readonly [string, string])[]): string {
  for (const [from] of values) if (!code.includes(from)) throw new Error(`the sample has no ${from}`);
  return values.reduce((result, [from, to]) => result.replaceAll(from, to), code);
}

/** A CA, and a certificate of its own for desk.example, in a folder. */
function certify(folder: string): { readonly ca: string; readonly certificate: string; readonly key: string } {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]): void => {
    const { code, said } = run('openssl', args);
    if (code !== 0) throw new Error(said);
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-days', '2', '-subj', '/CN=Test CA', '-keyout', at('ca.key'), '-out', at('ca.pem'));
  openssl('req', ...key, '-subj', '/CN=desk.example', '-keyout', at('desk.key'), '-out', at('desk.csr'));
  writeFileSync(at('names'), 'subjectAltName=DNS:desk.example\nbasicConstraints=CA:FALSE\n');
  const signed = [
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    at('names'),
  ];
  openssl('x509', '-req', '-in', at('desk.csr'), ...signed, '-out', at('desk.pem'));
  return { ca: readFileSync(at('ca.pem'), 'utf8'), certificate: at('desk.pem'), key: at('desk.key') };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Place {
  readonly folder: string;
  readonly port: number;
  /** Where people who type http:// come. */
  readonly plainPort: number;
  readonly desk: string;
  readonly certificate: string;
  readonly key: string;
}

/** How each proxy is started with its sample: the values that a machine has to fill in are other ones here. */
const proxies: Readonly<Record<'caddy' | 'nginx', (place: Place) => readonly string[]>> = {
  caddy({ folder, port, plainPort, desk, certificate, key }) {
    const site = adapted(sample('caddy'), [
      ['desk.example {', `desk.example:${port} {\n\ttls ${certificate} ${key}`],
      ['127.0.0.1:8080', desk],
    ]);
    const options = ['admin off', `storage file_system ${folder}`, `http_port ${plainPort}`, 'grace_period 1s'];
    writeFileSync(join(folder, 'Caddyfile'), `{\n\t${options.join('\n\t')}\n}\n${site}`);
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  },
  nginx({ folder, port, plainPort, desk, certificate, key }) {
    const site = adapted(sample('nginx'), [
      ['listen 443', `listen 127.0.0.1:${port}`],
      ['listen [::]:443', `listen [::1]:${port}`],
      ['listen 80', `listen 127.0.0.1:${plainPort}`],
      ['listen [::]:80', `listen [::1]:${plainPort}`],
      ['/etc/letsencrypt/live/desk.example/fullchain.pem', certificate],
      ['/etc/letsencrypt/live/desk.example/privkey.pem', key],
      ['127.0.0.1:8080', desk],
    ]);
    const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const http = [`access_log off;`, ...kept, site].join('\n');
    const user = process.getuid?.() === 0 ? 'user root;\n' : '';
    const config = `${user}pid ${folder}/pid;\ndaemon off;\nevents {}\nhttp {\n${http}\n}\n`;
    writeFileSync(join(folder, 'nginx.conf'), config);
    return ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  },
};

describe.each(['caddy', 'nginx'] as const)('the sample for %s in docs/operations.md', (name) => {
  describeWith(name, 'openssl')('in front of a running daemon', () => {
    let folder: string;
    let world: World;
    let proxy: ChildProcess;
    let port: number;
    let ca: string;
    let said = '';

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'sosekni-proxy-'));
      chmodSync(folder, 0o755);
      const { certificate, key, ...own } = certify(folder);
      ca = own.ca;
      port = await freePort();
      const plainPort = await freePort();
      const env = {
        WEB_LISTEN: '127.0.0.1:0',
        PUBLIC_URL: `https://desk.example:${port}`,
        HTTP_LISTEN: '127.0.0.1:0',
        SWEEP_SCHEDULE: '0 0 1 1 *',
      };
      world = await startWorld({ engine: 'sqlite', admins: [boris], env });
      const desk = String((await world.daemon.logged(did('web_listening')))['labels.address']);
      mkdirSync(join(folder, 'home'));
      const args = proxies[name]({ folder, port, plainPort, desk, certificate, key });
      proxy = spawn(pathTo(name) ?? name, args, {
        env: { HOME: join(folder, 'home') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [proxy.stdout, proxy.stderr])
        stream?.setEncoding('utf8').on('data', (part) => (said += part));
      await comesTrue(isThere, () => `${name} does not listen:\n${said}`);
    });
    afterAll(async () => {
      const over = new Promise((resolve) => proxy.once('exit', resolve));
      if (proxy.exitCode === null && proxy.kill('SIGTERM')) await over;
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function isThere(): Promise<boolean> {
      if (proxy.exitCode !== null) throw new Error(`${name} has ended:\n${said}`);
      const answer = await open('GET', '/desk').catch(() => null);
      answer?.resume();
      return answer !== null;
    }

    /** Asks the proxy under the desk's name, with the test's CA and no other. */
    function open(method: string, path: string, { headers = {}, body }: Asked = {}): Promise<IncomingMessage> {
      const options: RequestOptions = {
        ...{ host: 'desk.example', port, path, method, ca, agent: false, headers: { ...headers } },
        lookup: (_host, { all }, found) => {
          if (all === true) found(null, [{ address: '127.0.0.1', family: 4 }]);
          else found(null, '127.0.0.1', 4);
        },
      };
      return new Promise((resolve, reject) => {
        request(options, resolve).on('error', reject).end(body);
      });
    }

    async function ask(method: string, path: string, asked: Asked = {}) {
      const answer = await open(method, path, asked);
      return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
    }

    const json = (value: unknown, token?: string): Asked => ({
      headers: {
        'content-type': 'application/json',
        origin: `https://desk.example:${port}`,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(value),
    });

    async function signIn(): Promise<string> {
      const opened = initData(world.double.token, openedBy(boris, Date.now()));
      const { status, body } = await ask('POST', '/admin/session', json({ init_data: opened }));
      expect(status).toBe(200);
      return String((JSON.parse(body) as { token: unknown }).token);
    }

    test('the page comes by TLS, and browsers stay with TLS', async () => {
      const { status, headers, body } = await ask('GET', '/desk');
      expect([status, headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
      expect(headers['content-security-policy']).toContain('frame-ancestors https://web.telegram.org');
      expect(body).toContain('<script');
    });

    test('an admin signs in, reads the list and decides', async () => {
      const client = newcomer(world);
      const id = await asks(client);
      const authorization = `Bearer ${await signIn()}`;
      const list = await ask('GET', '/admin/requests', { headers: { authorization } });
      expect(list.status).toBe(200);
      expect(list.body).toContain(`"id":${id}`);
      const { headers } = await ask('GET', `/admin/request/${id}/details`, { headers: { authorization } });
      const decision = json({ decision: 'approve' }, authorization.slice('Bearer '.length));
      const decided = await ask('POST', `/admin/request/${id}/decision`, {
        ...decision,
        headers: { ...decision.headers, 'if-match': String(headers.etag) },
      });
      expect(decided.status).toBe(200);
      const [admin = world.double.person(boris)] = world.admins;
      await cardOf(admin, id, ['Approved by']);
    });

    test('what happens is told at once, while the stream goes on', async () => {
      const headers = { authorization: `Bearer ${await signIn()}` };
      const stream = await open('GET', '/admin/events', { headers });
      expect(stream.headers['content-type']).toContain('text/event-stream');
      let told = '';
      const heard = new Promise<void>((resolve) => {
        stream.setEncoding('utf8').on('data', (part: string) => {
          told += part;
          if (/^data: \{"request":\d+\}$/m.test(told)) resolve();
        });
      });
      await asks(newcomer(world));
      await withDeadline(heard, patience, () => `nothing came through ${name} but: ${told}`);
      expect(stream.complete).toBe(false);
      stream.destroy();
    });

    test('metrics and health stay inside', async () => {
      const address = String((await world.daemon.logged(did('http_listening')))['labels.address']);
      for (const path of ['/metrics', '/healthz', '/readyz']) {
        expect((await fetch(`http://${address}${path}`)).status).toBe(200);
        expect((await ask('GET', path)).status).toBe(404);
      }
    });

    test('a body that no request has is refused', async () => {
      const { status, headers } = await ask('POST', '/admin/session', json({ init_data: 'x'.repeat(200_000) }));
      // Caddy passes on what it has read until its limit, and the bot, which knows the length, may refuse it first. Where Caddy
      // refuses first, 2.6 calls the bot broken.
      if (name === 'caddy') return expect([413, 502]).toContain(status);
      expect(status).toBe(413);
      expect(headers['content-type'] ?? '').not.toContain('problem+json');
      await comesTrue(
        () => said.includes('client intended to send too large body'),
        () => `${name} has said:\n${said}`,
      );
    });
  });
});

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}
