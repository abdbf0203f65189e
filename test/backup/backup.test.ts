import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { backUp } from '../../src/backup/backup';
import { Folder } from '../../src/backup/folder';
import { manifestName, stampAt, type Manifest } from '../../src/backup/manifest';
import { inventory } from '../../src/backup/storage';
import { drill, restore } from '../../src/backup/restore';
import { readStatus } from '../../src/backup/status';
import type { DatabaseTarget } from '../../src/store/engine';
import { describeEngines, onServer, type TestEngine } from '../store/engines';
import { migrateTo } from '../store/older';
import { describeWith } from '../programs';
import { BackupScene, day, openPeople } from './scene';

const yes = () => Promise.resolve(true);
const says = (text: RegExp) => expect.objectContaining({ message: expect.stringMatching(text) as string }) as unknown;

describeWith('pg_dump', 'pg_restore')('of either engine', () => {
  describeEngines('a backup', suite);
});

function suite(engine: TestEngine): void {
  let scene: BackupScene;
  beforeEach(() => {
    scene = new BackupScene();
  });
  afterEach(() => scene.remove());

  /** A database with some people in it that nobody has open, and its backup. */
  async function backedUp(...numbers: readonly number[]) {
    const target = await engine.freshTarget();
    const people = await openPeople(engine, target);
    await people.add(...numbers);
    await people.close();
    return { target, backup: await scene.backUp(scene.settings(target)) };
  }

  async function peopleIn(target: DatabaseTarget): Promise<readonly number[]> {
    const people = await openPeople(engine, target);
    const numbers = await people.numbers();
    await people.close();
    return numbers;
  }

  /** Restores, and gives the old data's place as a target. */
  async function restored(target: DatabaseTarget, wanted = 'latest', folder = scene.folder) {
    const ports = { ...scene.ports, confirm: yes, eraseAgain: () => Promise.resolve(0) };
    const done = await restore(scene.settings(target), new Folder(folder), wanted, ports);
    return done?.kept ?? null;
  }

  const files = () => readdirSync(scene.folder).filter((name) => !name.startsWith('.backup.'));

  test('made while the daemon has the database open restores every row, and keeps the old data beside it', async () => {
    const target = await engine.freshTarget();
    const daemon = await openPeople(engine, target);
    await daemon.add(1, 2, 3);
    const backup = await scene.backUp(scene.settings(target));
    await daemon.add(4);
    await daemon.close();

    const kept = await restored(target);
    expect(await peopleIn(target)).toEqual([1, 2, 3]);
    const old = keptTarget(target, kept);
    expect(await peopleIn(old)).toEqual([1, 2, 3, 4]);
    expect(backup.rows[engine.dialect === 'sqlite' ? 'people' : 'public.people']).toBe(3);
    await dropKept(old);
  });

  test('is readable only by its owner, in a folder that only its owner can enter', async () => {
    const { backup } = await backedUp(1);
    expect(statSync(scene.folder).mode & 0o777).toBe(0o700);
    for (const name of files()) expect([name, statSync(join(scene.folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    expect(files()).toContain(backup.file);
  });

  test('is refused while another is being made: the error names it, and the other one finishes', async () => {
    const target = await engine.freshTarget();
    await (await openPeople(engine, target)).close();
    const both = await Promise.allSettled([scene.backUp(scene.settings(target)), scene.backUp(scene.settings(target))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'held' } });
    expect(JSON.stringify(refused)).not.toContain('undefined');
    expect(readStatus(scene.folder, scene.clock.at).lastFailure).toBeNull();
  });

  test('older than BACKUP_KEEP is removed, but never the newest, nor files that our manifests don’t name', async () => {
    const { target, backup: first } = await backedUp(1);
    writeFileSync(join(scene.folder, 'sosekni-20200101T000000Z.db.gz'), 'somebody’s own');
    writeFileSync(join(scene.folder, 'notes.txt'), 'keep me');
    scene.clock.at += 31 * day;
    const settings = scene.settings(target);
    const second = await backUp(settings, scene.ports);
    expect(second.removed.map(({ file }) => file)).toEqual([first.file]);
    scene.clock.at += 400 * day;
    const { backups } = await inventory(new Folder(scene.folder));
    expect(backups.map(({ file }) => file)).toEqual([second.backup.file]);
    expect(files()).toEqual(expect.arrayContaining(['sosekni-20200101T000000Z.db.gz', 'notes.txt']));
    expect(existsSync(join(scene.folder, first.file))).toBe(false);
  });

  test('waits for the next second if this one already has an archive, since the two would share a name', async () => {
    const { target, backup } = await backedUp(1);
    const clock = scene.clock;
    const moving = { now: () => (clock.at += 300), monotonic: () => clock.at };
    clock.at = backup.createdAt;
    const second = await backUp(scene.settings(target), { ...scene.ports, clock: moving });
    expect(second.backup.createdAt).toBeGreaterThanOrEqual(backup.createdAt + 1000);
    const { backups } = await inventory(new Folder(scene.folder));
    expect(backups).toEqual(expect.arrayContaining([backup, second.backup]));
  });

  test('dated in the future does not hide that no others were made', async () => {
    const { backup } = await backedUp(1);
    expect(readStatus(scene.folder, backup.createdAt - 1).lastBackup).toBeNull();
    expect(readStatus(scene.folder, backup.createdAt).lastBackup).toMatchObject({ at: backup.createdAt });
  });

  test('survives whatever is in the status file beside the manifests', async () => {
    const { backup } = await backedUp(1);
    writeFileSync(join(scene.folder, 'status.json'), '{"failed_at": "2026-');
    expect(readStatus(scene.folder, scene.clock.at)).toMatchObject({ lastBackup: { at: backup.createdAt } });
  });

  test('can not be restored twice within a second: the name for the old data is taken', async () => {
    const { target } = await backedUp(1);
    const kept = keptTarget(target, await restored(target));
    await expect(restored(target)).rejects.toMatchObject({ code: 'held' });
    expect(await peopleIn(target)).toEqual([1]);
    expect(await peopleIn(kept)).toEqual([1]);
    await dropKept(kept);
  });

  test('whose restore was killed leaves its copy behind for at most a day', async () => {
    const { target } = await backedUp(1);
    const left = async (at: number) => {
      const stamp = stampAt(at);
      if (target.dialect === 'sqlite') writeFileSync(`${target.path}.restoring-${stamp}`, '');
      else await onServer(target.url, `create database ${nameOf(target.url)}_restoring_${stamp.toLowerCase()}`);
      return stamp.toLowerCase();
    };
    await left(scene.clock.at - day - 1000);
    const recent = await left(scene.clock.at - day + 1000);
    await drill(scene.settings(target), new Folder(scene.folder), 'latest', scene.ports);
    expect(await copiesBeside(target)).toEqual([recent]);
    if (target.dialect === 'postgres') {
      await onServer(target.url, `drop database ${nameOf(target.url)}_restoring_${recent}`);
    }
  });

  test('that was killed while it was made leaves nothing behind after the next one', async () => {
    const { target } = await backedUp(1);
    writeFileSync(join(scene.folder, '.unfinished-sosekni-20261130T000000Z.db'), 'half');
    await scene.backUp(scene.settings(target));
    expect(files().filter((name) => name.startsWith('.unfinished'))).toEqual([]);
  });

  const damages: readonly (readonly [string, (path: string) => void, RegExp])[] = [
    ['cut short', (path) => truncateSync(path, statSync(path).size - 20), /damaged/],
    ['with one byte changed', (path) => flip(path, 100), /damaged/],
    // Judged before it is unpacked: it would be no archive either.
    ['that is something else', (path) => writeFileSync(path, 'h'.repeat(statSync(path).size)), /SHA-256 differs from/],
  ];
  test.each(damages)('%s is refused, and the database stays as it was', async (_, damage, said) => {
    const { target, backup } = await backedUp(1, 2);
    damage(join(scene.folder, backup.file));
    await expect(restored(target)).rejects.toEqual(says(said));
    await expect(drill(scene.settings(target), new Folder(scene.folder), 'latest', scene.ports)).rejects.toEqual(
      says(said),
    );
    expect(await peopleIn(target)).toEqual([1, 2]);
    expect(readStatus(scene.folder, scene.clock.at).lastDrill).toBeNull();
  });

  test('that unpacks to more than its manifest says is refused, and nothing of it is left', async () => {
    const { target, backup } = await backedUp(1, 2);
    const zeros = gzipSync(Buffer.alloc(8 * 1024 * 1024));
    writeFileSync(join(scene.folder, backup.file), zeros);
    const sha256 = createHash('sha256').update(zeros).digest('hex');
    changeManifest(backup, { bytes: zeros.length, sha256 });
    await expect(restored(target)).rejects.toEqual(says(/unpacks to more than \d+ bytes/));
    expect(files().filter((name) => name.startsWith('.unfinished'))).toEqual([]);
    expect(await peopleIn(target)).toEqual([1, 2]);
  });

  test('that would fill the disk is refused before it is unpacked', async () => {
    const { target, backup } = await backedUp(1, 2);
    changeManifest(backup, { unpacked_bytes: Number.MAX_SAFE_INTEGER });
    await expect(restored(target)).rejects.toEqual(
      says(/unpacks to 9007199254740991 bytes, but the disk .* Free some space/),
    );
    expect(await peopleIn(target)).toEqual([1, 2]);
  });

  test('with a history that ends otherwise than its manifest says is refused', async () => {
    const { target, backup } = await backedUp(1);
    expect(backup.history).toEqual({ events: 0, digest: '0'.repeat(64) });
    changeManifest(backup, { history: { events: 0, digest: 'f'.repeat(64) } });
    await expect(restored(target)).rejects.toEqual(says(/history that ends with the digest 0+, but it ended with f+/));
    expect(await peopleIn(target)).toEqual([1]);
  });

  test('by an older version, whose manifest lacks the unpacked size and the digest, can be restored', async () => {
    const { target, backup } = await backedUp(1, 2);
    changeManifest(backup, { unpacked_bytes: undefined, history: undefined });
    const kept = keptTarget(target, await restored(target));
    expect(await peopleIn(target)).toEqual([1, 2]);
    await dropKept(kept);
  });

  /** Writes other values for these fields; one that is undefined goes. */
  function changeManifest({ file }: Manifest, fields: Readonly<Record<string, unknown>>): void {
    const name = join(scene.folder, manifestName({ file }));
    // The boundary to JSON.
    const written = JSON.parse(readFileSync(name, 'utf8')) as object;
    writeFileSync(name, JSON.stringify({ ...written, ...fields }));
  }

  test('whose row counts differ from its manifest is refused, and the database stays as it was', async () => {
    const { target, backup } = await backedUp(1, 2);
    const manifest = join(scene.folder, backup.file.replace(/\.(db|dump)\.gz$/, '.json'));
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/people": 2/, 'people": 3'));
    await expect(restored(target)).rejects.toEqual(says(/2 rows of table .*people, but there were 3/));
    expect(await peopleIn(target)).toEqual([1, 2]);
  });

  test('of a newer version’s database is refused, and the database stays as it was', async () => {
    const target = await engine.freshTarget();
    const people = await openPeople(engine, target);
    await people.add(1);
    await people.pretendNewer();
    await people.close();
    await scene.backUp(scene.settings(target));
    const current = await engine.freshTarget();
    await (await openPeople(engine, current)).close();
    await expect(restored(current)).rejects.toMatchObject({ code: 'newer_schema' });
    expect(await peopleIn(current)).toEqual([]);
  });

  test('of an older version’s database can be restored, and is migrated when it is opened', async () => {
    const target = await engine.freshTarget();
    await migrateTo(target, 1);
    const backup = await scene.backUp(scene.settings(target));
    const people = await openPeople(engine, target);
    await people.add(1);
    await people.close();
    const kept = keptTarget(target, await restored(target, backup.file));
    expect(await peopleIn(target)).toEqual([]);
    await dropKept(kept);
  });

  test('with a newer manifest format is refused', async () => {
    const { target, backup } = await backedUp(1);
    const manifest = join(scene.folder, backup.file.replace(/\.(db|dump)\.gz$/, '.json'));
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"format": 1', '"format": 2'));
    await expect(restored(target)).rejects.toEqual(says(/There is no whole backup in/));
    expect((await inventory(new Folder(scene.folder))).unreadable).toHaveLength(1);
  });

  test('is not restored while a daemon is running: the error names the daemon, which goes on', async () => {
    const { target } = await backedUp(1);
    const daemon = await openPeople(engine, target);
    await expect(restored(target)).rejects.toMatchObject({
      code: 'held',
      message: expect.stringContaining(`process ${process.pid}`) as string,
    });
    await daemon.add(2);
    expect(await daemon.numbers()).toEqual([1, 2]);
  });

  test('can be restored where there is no database yet, from any folder', async () => {
    const { target, backup } = await backedUp(1, 2);
    const empty = await engine.freshTarget();
    const kept = await restored(empty, backup.file);
    expect(await peopleIn(empty)).toEqual([1, 2]);
    if (kept !== null) await dropKept(keptTarget(empty, kept));
    expect(await peopleIn(target)).toEqual([1, 2]);
  });

  test('can be tested beside a running daemon, which is not affected, and the date of the test is kept', async () => {
    const { target, backup } = await backedUp(1);
    const daemon = await openPeople(engine, target);
    await daemon.add(2);
    scene.clock.at += day;
    const done = await drill(scene.settings(target), new Folder(scene.folder), 'latest', scene.ports);
    expect(done.backup.file).toBe(backup.file);
    expect(readStatus(scene.folder, scene.clock.at)).toEqual({
      lastBackup: { at: backup.createdAt, bytes: backup.bytes },
      lastFailure: null,
      unsent: null,
      lastDrill: scene.clock.at,
      isListUnsent: false,
    });
    expect(await daemon.numbers()).toEqual([1, 2]);
  });

  test('is not restored if the person says no', async () => {
    const { target } = await backedUp(1);
    const people = await openPeople(engine, target);
    await people.add(2);
    await people.close();
    const ports = { ...scene.ports, confirm: () => Promise.resolve(false), eraseAgain: () => Promise.resolve(0) };
    expect(await restore(scene.settings(target), new Folder(scene.folder), 'latest', ports)).toBeNull();
    expect(await peopleIn(target)).toEqual([1, 2]);
  });

  test('of the other engine is refused', async () => {
    await backedUp(1);
    const other: DatabaseTarget =
      engine.dialect === 'postgres'
        ? { dialect: 'sqlite', path: join(scene.folder, 'other.db') }
        : { dialect: 'postgres', url: process.env['TEST_POSTGRES_URL'] ?? '' };
    await expect(drill(scene.settings(other), new Folder(scene.folder), 'latest', scene.ports)).rejects.toMatchObject({
      code: 'other_engine',
    });
  });

  /** As much of a database's name as stands in the names of its copies. */
  const nameOf = (url: string) => new URL(url).pathname.slice(1, 31);

  /** The stamps of what restores have made beside the database. */
  async function copiesBeside(target: DatabaseTarget): Promise<readonly string[]> {
    const names = target.dialect === 'sqlite' ? readdirSync(dirname(target.path)) : await databasesOf(target.url);
    const begin =
      target.dialect === 'sqlite' ? `${basename(target.path)}.restoring-` : `${nameOf(target.url)}_restoring_`;
    return names.filter((name) => name.startsWith(begin)).map((name) => name.slice(begin.length).toLowerCase());
  }

  function keptTarget(target: DatabaseTarget, kept: string | null): DatabaseTarget {
    if (kept === null) throw new Error('nothing was kept');
    if (target.dialect === 'sqlite') return { dialect: 'sqlite', path: kept };
    const url = new URL(target.url);
    url.pathname = kept;
    return { dialect: 'postgres', url: url.href };
  }

  /** The files go with their folder. */
  async function dropKept(old: DatabaseTarget): Promise<void> {
    if (old.dialect === 'sqlite') return;
    const name = new URL(old.url).pathname.slice(1);
    await onServer(process.env['TEST_POSTGRES_URL'] ?? '', `drop database ${name} with (force)`);
  }
}

async function databasesOf(url: string): Promise<readonly string[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database');
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function flip(path: string, at: number): void {
  const content = readFileSync(path);
  content.writeUInt8(content.readUInt8(at) ^ 0xff, at);
  writeFileSync(path, content);
}
