import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patience, withDeadline } from '../../src/telegram-double/deadline';
import { SandboxProcess, type SandboxOptions } from './visitor';

const root = join(__dirname, '..', '..');
const sandboxes: SandboxProcess[] = [];

function start(options: SandboxOptions = {}): SandboxProcess {
  const sandbox = new SandboxProcess(options);
  sandboxes.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.end();
});

/** Whether a process with this id is there. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Resolves once the process is gone, which nobody but its parent is told of. */
async function gone(pid: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const left = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (!lives(pid)) resolve();
    }, 20);
  });
  await withDeadline(left, patience, () => `the process ${pid} still runs`).finally(() => clearInterval(timer));
}

async function runningDaemon(sandbox: SandboxProcess): Promise<number> {
  const visitor = await sandbox.visitor();
  const { daemon } = await visitor.sees((snapshot) => snapshot.daemon.state === 'running', 'a bot at work');
  visitor.leave();
  if (daemon.pid === null) throw new Error('a running bot has a process');
  return daemon.pid;
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends everything and leaves nothing behind', async (signal) => {
  const sandbox = start();
  const daemon = await runningDaemon(sandbox);
  expect(sandbox.leftovers()).toEqual([expect.stringMatching(/^sosekni-sandbox-/) as string]);
  expect(await sandbox.ends(signal)).toMatchObject({ code: 0, stderr: '' });
  expect(sandbox.leftovers()).toEqual([]);
  await gone(daemon);
});

test('a Ctrl-C while it starts leaves nothing behind either', async () => {
  const sandbox = start();
  await sandbox.firstFile();
  expect(await sandbox.ends('SIGINT')).toMatchObject({ code: 0, stderr: '' });
  expect(sandbox.leftovers()).toEqual([]);
});

test('the bot does not outlive a sandbox that is killed', async () => {
  const sandbox = start();
  const daemon = await runningDaemon(sandbox);
  await sandbox.ends('SIGKILL');
  await gone(daemon);
});

describe('the port', () => {
  let other: Server;
  const portOf = (server: Server): number => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the other program has no port');
    return address.port;
  };
  beforeEach(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => other.close(resolve)));

  test('that was chosen and is taken is a clear error, which leaves nothing behind', async () => {
    const sandbox = start({ args: ['--port', String(portOf(other))] });
    const { code, stderr } = await sandbox.exited;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${portOf(other)} is taken. Choose another --port, or leave it out.\n`,
    });
    expect(sandbox.leftovers()).toEqual([]);
  });

  test('of a second sandbox is a free one', async () => {
    const first = await start({ args: [] }).address();
    const second = await start({ args: [] }).address();
    expect(second).not.toBe(first);
    expect((await fetch(second)).status).toBe(200);
  });
});

test('it says that it is a sandbox, and prints one address', async () => {
  const sandbox = start();
  await sandbox.address();
  const { stdout } = await sandbox.ends('SIGINT');
  expect(stdout).toMatch(/^This is a sandbox/);
  expect(stdout.match(/http:/g)).toHaveLength(1);
});

test('--help says what it is and which options it has; a wrong option is refused', async () => {
  expect(await start({ args: ['--help'] }).exited).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/without Telegram[^]*--group[^]*--port/) as string,
  });
  for (const args of [
    ['--prot', '1'],
    ['--port', 'http'],
    ['--port', '70000'],
  ]) {
    const { code, stderr } = await start({ args }).exited;
    expect({ args, code, stderr }).toMatchObject({ code: 64, stderr: expect.stringContaining('error:') as string });
  }
});

test('with --group the cards go to a group that both admins have on their phones', async () => {
  const sandbox = start({ args: ['--port', '0', '--group'] });
  const visitor = await sandbox.visitor();
  await visitor.does({ type: 'start', person: visitor.person('Anna').id });
  await visitor.writes('Anna', '/request I bring cake');
  await visitor.presses('Вера', /I bring cake/, 'Approve', 'group');
  await visitor.message('Clara', /Approved by .*Вера/, 'group');
  expect(visitor.chat('Clara').messages.some(({ text }) => text.includes('cake'))).toBe(false);
  visitor.leave();
});

describe('in a checkout with a real bot’s .env and environment', () => {
  let checkout: string;
  let settings: Readonly<Record<string, string>>;

  beforeAll(() => {
    checkout = mkdtempSync(join(tmpdir(), 'sandbox-checkout-'));
    for (const folder of ['dist', 'drizzle']) cpSync(join(root, folder), join(checkout, folder), { recursive: true });
    cpSync(join(root, 'package.json'), join(checkout, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
    settings = {
      TELEGRAM_BOT_TOKEN: '123456789:a-token-that-BotFather-has-sent',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      ADMIN_TELEGRAM_ID: '42',
      ADMIN_CHAT_ID: '-42',
      DATABASE_URL: `file:${join(checkout, 'real.db')}`,
      COMMUNITY_NAME: 'The real community',
      TEXTS_DIR: '/nowhere',
      APPEAL_LIMIT: '0',
      SEND_RATE: 'off',
    };
    writeFileSync(
      join(checkout, '.env'),
      Object.entries(settings)
        .map((pair) => `${pair.join('=')}\n`)
        .join(''),
    );
  });
  afterAll(() => rmSync(checkout, { recursive: true, force: true }));

  test('neither changes the token, the address, the database or anything else', async () => {
    const entry = join(checkout, 'dist', 'sandbox', 'main.js');
    const sandbox = start({ entry, env: { ...settings, CREDENTIALS_DIRECTORY: checkout } });
    const visitor = await sandbox.visitor();
    await visitor.does({ type: 'start', person: visitor.person('Anna').id });
    expect((await visitor.message('Anna', /Hello/)).text).toContain('Sosekni');
    await visitor.writes('Anna', '/request I bring cake');
    await visitor.message('Clara', /I bring cake/);
    expect((await visitor.settled()).requests).toHaveLength(1);
    expect(existsSync(join(checkout, 'real.db'))).toBe(false);
    visitor.leave();
  });
});
