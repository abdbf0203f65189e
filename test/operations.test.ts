import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parse as parseDotenv } from 'dotenv';
import { Daemon } from '../src/sandbox/daemon-process';
import { TelegramDouble } from '../src/sandbox/double';
import { testWith } from './programs';
import { onServer } from './store/engines';

const root = path.join(__dirname, '..');
const page = readFileSync(path.join(root, 'docs', 'operations.md'), 'utf8');

interface Block {
  readonly lines: readonly string[];
  /** Why it was not run where the page was written; null: it was. */
  readonly notRun: string | null;
}

/** The commands of the page, in order. */
const blocks: readonly Block[] = [...page.matchAll(/^( *)```sh\n([^]*?)^\1```$/gm)].map(
  ([, indent = '', code = '']) => {
    const lines = code
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(indent.length));
    const notRun = /^# not run: it needs (.*)$/.exec(lines[0] ?? '')?.[1] ?? null;
    return { lines: notRun === null ? lines : lines.slice(1), notRun };
  },
);

test('the commands that were not run are those that need what there was not', () => {
  const allowed: Readonly<Record<string, RegExp>> = {
    systemd: /^(systemctl|journalctl) |^curl --silent 'http:\/\/127\.0\.0\.1:9090\//,
    'a Docker engine': /^docker compose /,
    'deb.nodesource.com': /deb\.nodesource\.com|^apt-get |^install -d \/etc\/apt\/keyrings$/,
  };
  const left = blocks.filter(({ notRun }) => notRun !== null);
  expect(left.length).toBeGreaterThan(5);
  for (const { lines, notRun } of left)
    for (const line of lines) expect(line).toMatch(allowed[notRun ?? ''] ?? /no such reason/);
});

/** They install packages or build: whoever wrote the page ran them, a test of each minute does not. */
const byHand = /^(apt-get|useradd|su builder|cd ~builder)\b/;
const server = process.env['TEST_POSTGRES_URL'];

(server === undefined ? test.skip : testWith('openssl', 'psql', 'pg_dump', 'promtool'))(
  'the others lead from a clean machine to a bot that is watched and backed up, to PostgreSQL, and away again',
  async () => {
    const machine = await Machine.empty(server ?? '');
    try {
      const said: string[] = [];
      for (const block of blocks) said.push(await machine.follow(block));
      const all = said.join('');
      for (const told of [
        /^ok {5}token: Telegram knows it as @/m,
        /^\{"ready":true/m,
        /^sosekni-bot \d/m,
        / can be restored: every table has its rows again/,
        /^restored sosekni-.*\.db\.gz$/m,
        /^Nothing to do: the database has all \d+ migrations\.$/m,
        /^ok {5}database: PostgreSQL is empty/m,
        /"pid":\s*\d+/,
        /^Done\.$/m,
      ])
        expect(all).toMatch(told);
      expect(machine.read('root/requests.csv')).toMatch(/^id,status,[^]*^1,pending,/m);
      expect(machine.read('root/history.jsonl')).toMatch(/"request_id":1\b/);
      expect(machine.has('opt/sosekni-bot')).toBe(false);
      expect(machine.has('var/lib/sosekni-bot/sosekni.db')).toBe(true);
    } finally {
      await machine.remove();
    }
  },
  180_000,
);

/** A folder that stands for the machine: the page's paths lead into it, and its systemctl is this test. */
class Machine {
  private daemon: Daemon | null = null;
  private readonly double = new TelegramDouble();
  private readonly admin = this.double.person({ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' });
  private readonly client = this.double.person({ id: 7_000_000_002, first_name: 'Anna', language_code: 'en' });
  private readonly name = `operations_${process.pid}`;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly postgres: URL,
  ) {}

  static async empty(postgres: string): Promise<Machine> {
    const machine = new Machine(
      mkdtempSync(path.join(tmpdir(), 'sosekni-machine-')),
      await freePort(),
      new URL(postgres),
    );
    await machine.double.start();
    machine.admin.hasStarted();
    machine.prepare();
    return machine;
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  has(name: string): boolean {
    return existsSync(path.join(this.folder, name));
  }

  /** Runs a block and gives what it said. Throws where it fails. */
  async follow({ lines, notRun }: Block): Promise<string> {
    if (notRun === 'systemd') for (const line of lines) await this.systemctl(line);
    const commands = lines.filter((line) => notRun === null && !byHand.test(line)).join('\n');
    if (commands === '') return '';
    const script = this.here(commands);
    // Typed words come from a file: Node's pipes are sockets, which /dev/stdin can't be opened as.
    const typed = path.join(this.folder, 'typed');
    writeFileSync(typed, this.answers(commands));
    const shell = spawn('sh', ['-c', 'exec bash -eu -o pipefail -c "$1" <"$2"', 'sh', script, typed], {
      cwd: path.join(this.folder, 'checkout'),
      env: {
        PATH: `${path.join(this.folder, 'usr/local/bin')}:${process.env['PATH'] ?? ''}`,
        HOME: path.join(this.folder, 'root'),
      },
    });
    const closed = once(shell, 'close');
    const [stdout, stderr] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
    const [status] = (await closed) as [number | null];
    if (status !== 0) throw new Error(`this ended with ${status}:\n${script}\n${stdout}${stderr}`);
    if (/install\.sh( --yes)?$/m.test(commands)) await this.installed();
    return stdout;
  }

  async remove(): Promise<void> {
    await this.daemon?.kill();
    await this.double.stop();
    await onServer(this.postgres.href, `drop database if exists ${this.name} with (force)`);
    await onServer(this.postgres.href, `drop role if exists ${this.name}`);
    rmSync(this.folder, { recursive: true });
  }

  /** What the page expects to find: the built checkout, and the settings of Debian's Prometheus. */
  private prepare(): void {
    for (const folder of ['checkout', 'root', 'etc/prometheus'])
      mkdirSync(path.join(this.folder, folder), { recursive: true });
    for (const part of ['package.json', 'package-lock.json', 'README.md', 'dist', 'drizzle', 'docs', 'systemd'])
      cpSync(path.join(root, part), path.join(this.folder, 'checkout', part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(this.folder, 'checkout', 'node_modules'));
    cpSync('/etc/prometheus/prometheus.yml', path.join(this.folder, 'etc/prometheus/prometheus.yml'));
  }

  /** The page's words with the places of this machine. */
  private here(words: string): string {
    return words
      .replaceAll(/(?<=^|[\s"'<>=:|])\/(?=(?:etc|opt|usr\/local\/bin|var\/lib)\/)/gm, `${this.folder}/`)
      .replaceAll('systemd/install.sh', `systemd/install.sh --root ${this.folder}`)
      .replaceAll('127.0.0.1:9464', `127.0.0.1:${this.port}`)
      .replaceAll('su postgres -c psql', `psql --quiet --set ON_ERROR_STOP=1 "${this.postgres.href}"`)
      .replaceAll(/\b(ROLE|DATABASE|OWNER) sosekni\b/g, `$1 ${this.name}`)
      .replaceAll(
        'postgres://sosekni:$password@127.0.0.1/sosekni',
        `postgres://${this.name}:$password@${this.postgres.host}/${this.name}`,
      )
      .replaceAll('chown 1000:1000', 'chown "$(id -u):$(id -g)"');
  }

  /** What a person types. */
  private answers(commands: string): string {
    if (/install\.sh$/m.test(commands)) return `y\n5000000001\n${this.double.token}\n`;
    return /\/dev\/stdin \S*telegram_bot_token/.test(commands) ? `${this.double.token}\n` : '';
  }

  /** After the script, which starts the service where there is systemd. */
  private async installed(): Promise<void> {
    const wrapper = path.join(this.folder, 'usr/local/bin/sosekni-bot');
    writeFileSync(wrapper, this.here(readFileSync(wrapper, 'utf8')));
    const first = this.daemon === null;
    if (first) appendFileSync(this.settings, `TELEGRAM_API_ROOT=${this.double.root}\n`);
    await this.systemctl('systemctl restart sosekni-bot');
    if (first) await this.client.sees(/^✅/, { after: this.client.write('/request Hello, it’s me') });
  }

  private async systemctl(line: string): Promise<void> {
    const [, verb] = /^systemctl (start|stop|restart) sosekni-bot$/.exec(line) ?? [];
    if (verb === 'stop' || verb === 'restart') {
      const exit = await this.daemon?.stop();
      if (exit !== undefined) expect(exit).toMatchObject({ code: 0 });
    }
    if (verb === 'start' || verb === 'restart') this.daemon = await this.start();
  }

  /** As the unit does it. */
  private start(): Promise<Daemon> {
    const unit = this.read('etc/systemd/system/sosekni-bot.service');
    const given = [...unit.matchAll(/^Environment=(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace('%S', path.join(this.folder, 'var/lib')),
    ]);
    const env: Readonly<Record<string, string>> = Object.fromEntries(given) as Record<string, string>;
    return new Daemon({
      entry: path.join(this.folder, 'opt/sosekni-bot/dist/main.js'),
      cwd: path.join(this.folder, 'opt/sosekni-bot'),
      env: { ...env, ...parseDotenv(readFileSync(this.settings)), CREDENTIALS_DIRECTORY: path.dirname(this.settings) },
      atWork: this.double.ledger.next((call) => call.method === 'getUpdates'),
    }).ready();
  }

  private get settings(): string {
    return path.join(this.folder, 'etc/sosekni-bot/sosekni-bot.env');
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
