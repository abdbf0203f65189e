import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withDeadline } from '../../src/telegram-double/deadline';
import type { TelegramDouble } from '../../src/telegram-double/double';
import { describeWith } from '../programs';

const checkout = path.join(__dirname, '..', '..');

/** What docs/operations.md installs from Debian, but for what builds. */
const packages = ['ca-certificates', 'curl', 'jq', 'logrotate', 'openssl', 'postgresql', 'procps', 'prometheus'];

/** Making the folder of a Debian takes minutes where the network or the machine is slow. */
export const makingTakes = 15 * 60_000;
/** Bounds a wait, and is no pause: whatever systemd does for us is done within it. */
const patience = 60_000;

/**
 * `describe` for what runs on a machine of its own. That is the case in CI and in `npm run test:systemd`, which sets CI: it needs
 * root, programs of Debian and a minute or two. Else it is skipped, with a line that says so.
 */
export function describeMachine(name: string, suite: () => void): void {
  if (process.env['CI'] !== 'true') {
    process.stderr.write(`${name}: npm run test:systemd tests it, as root, under a systemd of its own.\n`);
    describe.skip(name, suite);
    return;
  }
  if (process.getuid?.() !== 0) throw new Error(`${name}: only root can start a machine.`);
  describeWith('debootstrap', 'systemd-nspawn', 'systemd-analyze')(name, suite);
}

export interface Ended {
  readonly code: number | null;
  /** What it wrote to stdout and stderr. */
  readonly said: string;
}

/** Makes the Debian that machines run, where it is not in the cache of this user. */
export function makeDebian(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const script = path.join(__dirname, 'debian-tree.sh');
  const content = createHash('sha256').update(readFileSync(script)).update(packages.join(' ')).digest('hex');
  const folder = path.join(cache, 'sosekni-bot-tests', `debian-12-${content.slice(0, 12)}`);
  const { status } = spawnSync(script, [folder, ...packages], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
  return folder;
}

/**
 * A Debian 12 with systemd as its process 1, where nothing but the Bot API double is reached from; what is written in it is gone
 * with it, and it goes with this process. The built checkout is in /home/builder/sosekni-bot.
 */
export class DebianMachine {
  /** Its process 1, as this machine numbers it; 0: none yet. */
  private leader = 0;
  private relay: ChildProcess | null = null;
  private socket: Server | null = null;

  private constructor(
    private readonly container: ChildProcess,
    private readonly folder: string,
    private readonly name: string,
  ) {}

  /** Throws where it does not come up, with what it said. */
  static async boot(double: TelegramDouble): Promise<DebianMachine> {
    const tree = makeDebian();
    const folder = mkdtempSync(path.join(tmpdir(), 'sosekni-machine-'));
    const name = path.basename(folder);
    const container = start('systemd-nspawn', [
      ...['--quiet', '--register=no', '--keep-unit', '--private-network', '--volatile=overlay', '--console=pipe'],
      ...[`--machine=${name}`, `--directory=${tree}`, ...bound(tree)],
      '--boot',
    ]);
    const machine = new DebianMachine(container, folder, name);
    try {
      await machine.comesUp();
      await machine.reaches(double);
      await machine.run(`mkdir -p ${there}
        cd ${there}
        for part in package.json package-lock.json README.md .env.example dist drizzle docs systemd; do cp -R "/checkout/$part" .; done
        ln -s /checkout/node_modules .`);
      return machine;
    } catch (error) {
      await machine.end();
      throw error;
    }
  }

  private async comesUp(): Promise<void> {
    let said = '';
    for (const stream of [this.container.stdout, this.container.stderr])
      stream?.setEncoding('utf8').on('data', (words: string) => (said += words));
    const up = bootedLeader(this.container, (leader) => (this.leader = leader));
    await withDeadline(up, patience, () => `the machine does not come up:\n${said}`);
  }

  /** Makes the double answer on the machine by the address it has here. */
  private async reaches({ root }: TelegramDouble): Promise<void> {
    const { port } = new URL(root);
    const socketPath = path.join(this.folder, 'telegram');
    this.socket = passOn(socketPath, Number(port));
    const relay = [process.execPath, path.join(__dirname, 'relay.mjs'), port, socketPath];
    this.relay = start('nsenter', [`--target=${this.leader}`, '--net', '--', ...relay]);
    if (this.relay.stdout) await once(this.relay.stdout, 'data');
  }

  /** Runs a script of bash as root, in the checkout, and gives what it said. Throws where it fails. */
  async run(script: string, typed = ''): Promise<string> {
    const { code, said } = await this.tries(script, typed);
    if (code !== 0) throw new Error(`this ended with ${code}:\n${script}\n${said}`);
    return said;
  }

  /** The same, whatever its exit code. */
  async tries(script: string, typed = ''): Promise<Ended> {
    // Typed words come from a file: Node's pipes are sockets, which /dev/stdin can't be opened as.
    const file = path.join(this.folder, 'typed');
    writeFileSync(file, typed);
    const stdin = openSync(file, 'r');
    const shell = spawn(
      'nsenter',
      [...this.inside(), 'bash', '-euc', `cd ${there} 2>/dev/null || cd; set -o pipefail; ${script}`],
      {
        stdio: [stdin, 'pipe', 'pipe'],
      },
    );
    closeSync(stdin);
    const closed = once(shell, 'close');
    let said = '';
    for (const stream of [shell.stdout, shell.stderr])
      stream?.setEncoding('utf8').on('data', (words: string) => (said += words));
    const [code] = (await closed) as [number | null];
    return { code, said };
  }

  /** Runs it again and again until what it says is as wanted, and gives that. */
  async until(script: string, wanted: RegExp): Promise<string> {
    const deadline = Date.now() + patience;
    for (;;) {
      const { said } = await this.tries(script);
      if (wanted.test(said)) return said;
      if (Date.now() > deadline) {
        const log = await this.tries('journalctl --no-pager --lines 40 --output cat');
        throw new Error(`${script} never said ${wanted}, but:\n${said}\n${log.said}`);
      }
      await wait(50);
    }
  }

  /** Ends it at once, and leaves nothing of it. */
  async end(): Promise<void> {
    const ended = once(this.container, 'close');
    this.relay?.kill('SIGKILL');
    this.socket?.close();
    // All that runs on it ends with its process 1, and the container with that.
    if (this.leader > 0) process.kill(this.leader, 'SIGKILL');
    else this.container.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(`/run/systemd/nspawn/propagate/${this.name}`, { recursive: true, force: true });
  }

  private inside(): readonly string[] {
    const environment = [
      'HOME=/root',
      'LANG=C.UTF-8',
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ];
    return [`--target=${this.leader}`, '--all', '--', 'env', '-i', ...environment];
  }
}

/** Where the checkout is on the machine. */
const there = '/home/builder/sosekni-bot';

/** Starts a program that is asked to end when this process does, however that ends. */
function start(program: string, args: readonly string[]): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'TERM', '--', program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What of this machine is seen in that one: the checkout, and Node with the libraries that Debian lacks. */
function bound(tree: string): readonly string[] {
  const { stdout } = spawnSync('ldd', [process.execPath], { encoding: 'utf8' });
  const libraries = [...stdout.matchAll(/(?:=> |^\s*)(\/\S+) \(/gm)].map(([, library]) => library ?? '');
  return [
    `--bind-ro=${process.execPath}:/usr/bin/node`,
    ...libraries.filter((library) => !existsSync(path.join(tree, library))).map((library) => `--bind-ro=${library}`),
    `--bind-ro=${checkout}:/checkout`,
  ];
}

/** Resolves once systemd has started all it is to start. `found` is told of the container's process 1 before. */
async function bootedLeader(container: ChildProcess, found: (leader: number) => void): Promise<void> {
  const { pid = 0 } = container;
  for (;;) {
    if (container.exitCode !== null || container.signalCode !== null) throw new Error('the container has ended');
    const leader = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ', 1)[0]);
    // Before that it is nspawn still, in the folders of this machine.
    if (
      leader > 0 &&
      existsSync(path.join('/proc', String(leader), 'root', 'run/systemd/private')) &&
      nameOf(leader) === 'systemd'
    ) {
      found(leader);
      const asked = ['systemctl', 'is-system-running', '--wait'];
      const { stdout } = spawnSync('nsenter', [`--target=${leader}`, '--all', '--', ...asked], {
        encoding: 'utf8',
        timeout: patience,
      });
      if (/^(running|degraded)$/m.test(stdout)) return;
    }
    await wait(50);
  }
}

const nameOf = (pid: number): string => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();

/** Passes on what comes to the socket to a port of this machine. */
function passOn(socketPath: string, port: number): Server {
  const pipe = (from: Socket) => {
    const to = createConnection(port, '127.0.0.1');
    from.pipe(to).pipe(from);
    for (const end of [from, to]) {
      end
        .on('error', () => undefined)
        .on('close', () => {
          from.destroy();
          to.destroy();
        });
    }
  };
  return createServer(pipe).listen(socketPath);
}
