import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat, statfs } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Millis } from '../lifecycle/ids';
import { withReleasers } from '../process/releasers';
import type { DatabaseTarget } from '../store/engine';
import { codeOf } from '../store/errors';
import { snapshotsOf } from '../store/dialects';
import { copySuffix, type SnapshotContents, type Restored, type Snapshots } from '../store/snapshot';
import type { BackupPorts, BackupSettings } from './backup';
import { Bucket } from './bucket';
import type { ListedErasure } from './erasure-list';
import { BackupError, noBucket } from './errors';
import { Folder, measure } from './folder';
import { knownErasures } from './known-erasures';
import { manifestName, stampAt, type Manifest } from './manifest';
import { inventory, type BackupStorage } from './storage';
import { remember } from './status';

/** The bucket in the settings, for reading a backup. Throws a `BackupError` if there is none. */
export function bucketOf({ bucket }: BackupSettings, signal: AbortSignal): BackupStorage {
  if (bucket === null) throw noBucket();
  return new Bucket(bucket, signal);
}

export interface RestorePorts extends BackupPorts {
  /** Erases these people from a restored database, if they are in it and were not erased there. Returns how many. */
  readonly eraseAgain: (target: DatabaseTarget, erasures: readonly ListedErasure[]) => Promise<number>;
  /** Asked once everything is checked and before anything is replaced. False: nothing is replaced. */
  readonly confirm: (backup: Manifest) => Promise<boolean>;
}

export interface RestoredBackup {
  readonly backup: Manifest;
  /** The name that the old data was kept under; null: there was none. */
  readonly kept: string | null;
  /** How many people were erased again. */
  readonly erased: number;
  /** Why the bucket's list of who was forgotten could not be read; null: it was, or there is no bucket. */
  readonly listMissing: BackupError | null;
}

/**
 * Replaces the database by a backup. `wanted` is the name of its archive or manifest, or `latest`. Its checksum, manifest,
 * content and schema are checked first; if anything is wrong, the database stays as it is. Returns null if `confirm` says no. Throws a `BackupError`, or a `StoreError` (`held` if a
 * daemon is running).
 */
export async function restore(
  settings: BackupSettings,
  from: BackupStorage,
  wanted: string,
  ports: RestorePorts,
): Promise<RestoredBackup | null> {
  const snapshots = snapshotsOf(settings.database, ports.environment);
  return withReleasers(async (acquired) => {
    acquired(await snapshots.keepDaemonsOut(ports.clock.now()));
    return withRestored(settings, snapshots, from, wanted, ports, async (backup, restored) => {
      if (!(await ports.confirm(backup))) return null;
      ports.tell('looking who was forgotten since');
      const again = await eraseAgain(settings, from, restored, ports);
      ports.tell('replacing the database');
      return { backup, ...again, kept: await restored.replace(stampAt(ports.clock.now())) };
    });
  });
}

/** Whoever was forgotten after the backup was made is erased from what it brings back, before anybody sees it. */
async function eraseAgain(
  settings: BackupSettings,
  from: BackupStorage,
  { target }: Restored,
  ports: RestorePorts,
): Promise<Pick<RestoredBackup, 'erased' | 'listMissing'>> {
  const { bucket } = settings;
  const other = bucket === null || from instanceof Bucket ? null : new Bucket(bucket, ports.signal);
  const { known, missing } = await knownErasures(settings, from, other);
  return { erased: known.length === 0 ? 0 : await ports.eraseAgain(target, known), listMissing: missing };
}

/**
 * Restores a backup beside the database, compares the row counts of each table with the manifest, removes it again and records
 * the success and its time. Doesn't touch the database, so a daemon may be running. Throws as `restore` does.
 */
export async function drill(
  settings: BackupSettings,
  from: BackupStorage,
  wanted: string,
  ports: BackupPorts,
): Promise<{ readonly backup: Manifest; readonly took: Millis }> {
  const began = ports.clock.monotonic();
  const snapshots = snapshotsOf(settings.database, ports.environment);
  const backup = await withRestored(settings, snapshots, from, wanted, ports, (found) => Promise.resolve(found));
  const folder = new Folder(settings.folder);
  await remember(folder, { drilledAt: ports.clock.now() });
  return { backup, took: ports.clock.monotonic() - began };
}

/** A younger one may belong to a restore that is running, perhaps on another machine. */
const leftAlone: Millis = 24 * 60 * 60 * 1000;

/**
 * Calls `work` with a database restored from the backup and checked. Afterwards it is removed, unless it has replaced the
 * database.
 */
async function withRestored<T>(
  settings: BackupSettings,
  snapshots: Snapshots,
  from: BackupStorage,
  wanted: string,
  ports: BackupPorts,
  work: (backup: Manifest, restored: Restored) => Promise<T>,
): Promise<T> {
  const { clock, signal, tell } = ports;
  const folder = new Folder(settings.folder);
  folder.create();
  return withReleasers(async (acquired) => {
    acquired(await folder.hold(clock.now()));
    const backup = await find(from, wanted, settings.database.dialect);
    const stamp = stampAt(clock.now());
    await snapshots.removeLeftovers(stampAt(clock.now() - leftAlone));
    const copy = folder.unfinishedPathOf(`${stamp}.${copySuffix(backup.engine)}`);
    acquired(() => rm(copy, { force: true }));
    tell(`checking ${backup.file}`);
    await unpack(from, backup, folder, copy, signal);
    tell('restoring it beside the database and checking its content');
    const restored = await snapshots.restore(copy, stamp, signal);
    acquired(() => restored.discard());
    compareContents(backup, restored.contents);
    return work(backup, restored);
  });
}

/** Finds the backup that `wanted` names, as `restore` takes it. Throws a `BackupError`: `not_found`, `other_engine`. */
export async function find(place: BackupStorage, wanted: string, engine: Manifest['engine']): Promise<Manifest> {
  const { backups } = await inventory(place);
  const found =
    wanted === 'latest' ? backups[0] : backups.find((each) => each.file === wanted || manifestName(each) === wanted);
  if (found === undefined) {
    const what = wanted === 'latest' ? 'no whole backup' : `no whole backup named ${wanted}`;
    throw new BackupError(
      'not_found',
      `There is ${what} in ${place.name}. Run "restore" without a name to list the backups.`,
    );
  }
  if (found.engine === engine) return found;
  throw new BackupError(
    'other_engine',
    `${found.file} is a backup of ${nameOf[found.engine]}, but DATABASE_URL names ${nameOf[engine]}. A backup can only be restored into the kind of database it was made from.`,
  );
}

/**
 * Unpacks the archive into `copy`. Size and checksum are checked before anything is unpacked, and no more is unpacked than the
 * manifest says. Throws `damaged` if they don't match.
 */
async function unpack(
  place: BackupStorage,
  backup: Manifest,
  folder: Folder,
  copy: string,
  signal: AbortSignal,
): Promise<void> {
  const fetched = place instanceof Folder ? null : `${copy}.gz`;
  const archive = place instanceof Folder ? place.pathOf(backup.file) : `${copy}.gz`;
  const damaged = (what: string, cause?: unknown) =>
    new BackupError('damaged', `${backup.file} in ${place.name} is damaged: ${what}. Choose another backup.`, {
      cause,
    });
  const wrong = 'its size or SHA-256 differs from the manifest';
  try {
    if (fetched !== null) {
      const content = atMost(backup.bytes, () => damaged(wrong));
      await pipeline(await place.read(backup.file), content, newFile(fetched), { signal });
    }
    // Only a regular file is opened, not a pipe for instance.
    const { size } = await stat(archive);
    const right = async () => (await measure(createReadStream(archive, { signal }))).sha256 === backup.sha256;
    if (size !== backup.bytes || !(await right())) throw damaged(wrong);
    await requireRoom(backup, folder);
    const most = backup.unpackedBytes ?? Math.max(gibibyte, 100 * backup.bytes);
    const content = atMost(most, () => damaged(`it unpacks to more than ${most} bytes`));
    await pipeline(createReadStream(archive), createGunzip(), content, newFile(copy), { signal });
  } catch (error) {
    const code = codeOf(error);
    throw code.startsWith('Z_') ? damaged(`it can't be unpacked (${code})`, error) : folder.unusable(error);
  } finally {
    if (fetched !== null) await rm(fetched, { force: true });
  }
}

const gibibyte = 1024 ** 3;

/** Creates a file that only its owner can read. Fails if it exists. */
const newFile = (path: string) => createWriteStream(path, { mode: 0o600, flags: 'wx' });

/** Passes on at most this many bytes, and fails with `more` if there are more. */
function atMost(bytes: number, more: () => Error) {
  return async function* (content: AsyncIterable<Buffer>) {
    let passed = 0;
    for await (const chunk of content) {
      passed += chunk.length;
      if (passed > bytes) throw more();
      yield chunk;
    }
  };
}

/** A restore that fills the disk would stop the bot as well. */
async function requireRoom({ file, unpackedBytes }: Manifest, folder: Folder): Promise<void> {
  const { bavail, bsize } = await statfs(folder.name);
  if (unpackedBytes === null || unpackedBytes <= bavail * bsize) return;
  throw new BackupError(
    'away',
    `${file} unpacks to ${unpackedBytes} bytes, but the disk of ${folder.name} has only ${bavail * bsize} left. Free some space there.`,
  );
}

/** Throws if a table's row count, or the end of the history, differs from the manifest's. */
function compareContents(
  { file, rows: expected, history }: Manifest,
  { rows: found, ...copy }: SnapshotContents,
): void {
  for (const table of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    if (expected[table] === found[table]) continue;
    throw new BackupError(
      'damaged',
      `${file} restores ${found[table] ?? 'no'} rows of table ${table}, but there were ${expected[table] ?? 'no'} when it was made. Choose another backup.`,
    );
  }
  if (history !== null && history.digest !== copy.history?.digest) {
    throw new BackupError(
      'damaged',
      `${file} restores a history that ends with the digest ${copy.history?.digest ?? 'of nothing'}, but it ended with ${history.digest} when it was made: somebody has changed it. Choose another backup.`,
    );
  }
}

const nameOf = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;
