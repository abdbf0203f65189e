import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Daemon } from '../../src/sandbox/daemon-process';
import { answerTo, asks, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const EX_TEMPFAIL = 75;
const EX_CONFIG = 78;
const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];

let world: World;
let file: string;
beforeEach(async () => {
  world = await startWorld({ engine: 'sqlite', admins });
  file = world.databaseUrl.replace('file:', '');
});
afterEach(() => world.end());

describe.each([
  ['the database', ''],
  ['the log of the database', '-wal'],
])('%s is deleted while the daemon runs', (_, suffix) => {
  test('it ends and confirms nothing more, and following its advice loses nothing', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await world.settled();
    const { daemon } = world;
    rmSync(`${file}${suffix}`);
    const told = daemon.logged((line) => line['event.action'] === 'file_lost');
    const written = anna.write('/status');
    const { code, stderr } = await daemon.exited;
    expect(code).toBe(EX_CONFIG);
    expect(String((await told)['message'])).toContain(`${file}${suffix} was deleted while the bot was running`);
    const [, command = ''] = /To continue with it: (.*), then start the bot\./.exec(stderr) ?? [];
    expect(command).toContain('.rescued-');
    expect(world.double.updates.pending).toBe(1);

    expect(spawnSync('sh', ['-c', command]).status).toBe(0);
    await world.restart();
    await anna.sees(saying(`#${request}`), { after: written });
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });
});

test('a second daemon on the same file and port ends with 75, whichever conflict it finds first', async () => {
  const port = await freePort();
  await world.daemon.stop();
  const listening = { env: { HTTP_LISTEN: `127.0.0.1:${port}` } };
  await world.restart(listening);
  const { code, stderr } = await world.launch(listening).exited;
  expect(code).toBe(EX_TEMPFAIL);
  expect(stderr).toContain(`process ${world.daemon.pid}`);
  expect(shown(await answerTo(newcomer(world), '/status'))).toContain('no request');

  // A port that some other program has is a wrong setting, and the file is free again.
  await world.daemon.stop();
  const other = createServer().listen(port, '127.0.0.1');
  const refused = await world.launch(listening).exited;
  other.close();
  expect(refused.code).toBe(EX_CONFIG);
  expect(refused.stderr).toContain('HTTP_LISTEN');
});

// A disk of its own takes a mount.
const asRoot = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0 ? test : test.skip;
asRoot.each([
  ['is full', 'size=256k', fillUp],
  ['has no inodes left', 'nr_inodes=4', useUpInodes],
])('a start on a disk that %s is waited out', async (_, options, use) => {
  await world.daemon.stop();
  const disk = join(world.folder, 'disk');
  mkdirSync(disk);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', disk]).status).toBe(0);
  let daemon: Daemon | undefined;
  try {
    const free = use(disk);
    daemon = world.launch({ env: { DATABASE_URL: `file:${join(disk, 'sosekni.db')}` } });
    const line = await daemon.logged(waiting);
    expect(String(line['message'])).toMatch(/can't be opened now.*space and inodes/);
    spawnSync('mount', ['-o', `remount,size=64m,nr_inodes=1000`, disk]);
    free();
    await daemon.ready();
    expect(shown(await answerTo(newcomer(world), '/status'))).toContain('no request');
    expect(await daemon.stop()).toMatchObject({ code: 0 });
  } finally {
    await daemon?.kill();
    spawnSync('umount', [disk]);
  }
});

const waiting = (line: Readonly<Record<string, unknown>>) => String(line['message']).includes('Waiting for it');

function fillUp(disk: string): () => void {
  const far = join(disk, 'far');
  const room = statSync(disk).blksize;
  try {
    for (let size = room; ; size += room) writeFileSync(far, Buffer.alloc(size));
  } catch {
    // It is full.
  }
  expect(readFileSync(far).length).toBeGreaterThan(0);
  return () => rmSync(far);
}

function useUpInodes(disk: string): () => void {
  const files: string[] = [];
  try {
    for (let n = 0; n < 100; n += 1) {
      writeFileSync(join(disk, `${n}`), '');
      files.push(join(disk, `${n}`));
    }
  } catch {
    // There are none left.
  }
  return () => files.forEach((each) => rmSync(each));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
