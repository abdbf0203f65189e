import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { patience, withDeadline } from '../src/telegram-double/deadline';
import { TelegramDouble } from '../src/telegram-double/double';
import { codeOf } from '../src/store/errors';

const root = path.join(__dirname, '..');

/** A program as somebody starts it by `npm`: its own process group, so that whatever is left of it can be ended. */
class NpmScript {
  said = '';
  /** Resolves once nobody is left who could write: npm, the shell and the program have all ended. */
  readonly over: Promise<unknown>;
  private readonly child;
  private readonly listeners = new Set<() => void>();

  constructor(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
    this.child = spawn('npm', args, {
      cwd,
      env: { PATH: process.env['PATH'], HOME: cwd, npm_config_update_notifier: 'false', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
        for (const listener of this.listeners) listener();
      });
    }
    this.over = once(this.child, 'close');
  }

  says(wanted: RegExp): Promise<void> {
    const found = new Promise<void>((resolve) => {
      const look = () => wanted.test(this.said) && resolve();
      this.listeners.add(look);
      look();
    });
    return withDeadline(found, patience, () => `npm never said ${wanted}:\n${this.said}`);
  }

  /** What a service manager, a container or a script does: npm alone gets the signal. */
  async terminate(): Promise<void> {
    this.child.kill('SIGTERM');
    await withDeadline(this.over, patience, () => `something still runs after SIGTERM to npm:\n${this.said}`);
  }

  end(): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      // Nothing of it is left.
      if (codeOf(error) !== 'ESRCH') throw error;
    }
  }
}

describe('SIGTERM to npm', () => {
  let folder: string;
  let running: NpmScript | null;
  beforeEach(() => {
    running = null;
    // A checkout of its own: that of the developer may have an .env.
    folder = mkdtempSync(path.join(tmpdir(), 'sosekni-npm-'));
    for (const part of ['package.json', 'dist', 'drizzle'])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  });
  afterEach(() => {
    running?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  test('ends npm start and the bot, which finishes its work', async () => {
    const double = await new TelegramDouble().start();
    try {
      const polls = double.callLog.next((call) => call.method === 'getUpdates');
      running = new NpmScript(['start'], folder, {
        TELEGRAM_BOT_TOKEN: double.token,
        TELEGRAM_API_ROOT: double.root,
        ADMIN_TELEGRAM_ID: '5000000001',
      });
      await polls;
      await running.terminate();
      expect(running.said).toMatch(/"event\.action":"stopped"/);
    } finally {
      await double.stop();
    }
  });

  test('ends npm run sandbox and everything it has started', async () => {
    running = new NpmScript(['run', 'sandbox', '--', '--port', '0'], folder, {});
    await running.says(/http:\/\/127\.0\.0\.1:\d+/);
    await running.terminate();
  });
});

test('a long-running script replaces npm’s shell, which would not pass on signals', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const runsNode = Object.entries(scripts).filter(([, script]) => /\bnode /.test(script));
  expect(runsNode.map(([name]) => name)).toEqual(expect.arrayContaining(['start', 'sandbox', 'dev']));
  for (const [name, script] of runsNode)
    expect([name, script]).toEqual([name, expect.stringMatching(/(^|&& )exec (env \S+ )?node [^&|;]*$/) as string]);
});
