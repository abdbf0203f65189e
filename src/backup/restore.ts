import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Millis } from '../lifecycle/ids';
import { codeOf } from '../store/errors';
import { snapshotsOf } from '../store/open-snapshots';
import { copySuffix, type Contents, type Restored, type Snapshots } from '../store/snapshot';
import type { BackupPorts, BackupSettings } from './backup';
import { Bucket } from './bucket';
import { BackupError, noBucket } from './errors';
import { Folder } from './folder';
import { manifestName, stampAt, type Manifest } from './manifest';
import { inventory, type Place } from './place';
import { remember } from './status';

/** The bucket of the settings, to take a backup from, until `signal`. Throws a `BackupError` where they name none. */
export function bucketOf({ bucket }: BackupSettings, signal: AbortSignal): Place {
  if (bucket === null) throw noBucket();
  return new Bucket(bucket, signal);
}

export interface RestorePorts extends BackupPorts {
  /** Asked once all is checked, before anything is replaced; false: nothing is. */
  readonly confirm: (backup: Manifest) => Promise<boolean>;
}

/**
 * Replaces the database by a backup: `wanted` is the name of its archive or manifest, or `latest`. Checksum, manifest, the
 * copy itself and its schema are checked before; whatever is wrong, the database stays as it is. Gives the name under which
 * the old data is kept (null: there was none), or null where `confirm` says no. Throws a `BackupError`, or a `StoreError`:
 * `held` where a daemon runs.
 */
export async function restore(
  settings: BackupSettings,
  from: Place,
  wanted: string,
  ports: RestorePorts,
): Promise<{ readonly backup: Manifest; readonly kept: string | null } | null> {
  const snapshots = snapshotsOf(settings.database, ports.environment);
  const daemonsIn = await snapshots.keepDaemonsOut(ports.clock.now());
  try {
    return await withRestored(settings, snapshots, from, wanted, ports, async (backup, restored) => {
      if (!(await ports.confirm(backup))) return null;
      ports.tell('putting it in the place of the database');
      return { backup, kept: await restored.replace(stampAt(ports.clock.now())) };
    });
  } finally {
    await daemonsIn();
  }
}

/**
 * Restores a backup into a place of its own, compares each table's rows with the manifest, removes it again and writes down
 * that it went well, and when. The database is not touched, so a daemon may run. Throws as `restore` does.
 */
export async function drill(
  settings: BackupSettings,
  from: Place,
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

/** A younger one may belong to a restore that runs, on another machine for instance. */
const leftAlone: Millis = 24 * 60 * 60 * 1000;

/** Does `work` with a database that was made of the backup and found right; it is gone afterwards, or in its place. */
async function withRestored<T>(
  settings: BackupSettings,
  snapshots: Snapshots,
  from: Place,
  wanted: string,
  ports: BackupPorts,
  work: (backup: Manifest, restored: Restored) => Promise<T>,
): Promise<T> {
  const { clock, signal, tell } = ports;
  const folder = new Folder(settings.folder);
  folder.create();
  const letGo = await folder.hold(clock.now());
  try {
    const backup = await find(from, wanted, settings.database.dialect);
    const stamp = stampAt(clock.now());
    await snapshots.removeLeftovers(stampAt(clock.now() - leftAlone));
    const copy = folder.unfinishedPathOf(`${stamp}.${copySuffix(backup.engine)}`);
    try {
      tell(`checking ${backup.file}`);
      await unpack(from, backup, folder, copy, signal);
      tell('restoring it beside the database and checking what is in it');
      const restored = await snapshots.restore(copy, stamp, signal);
      try {
        compareRows(backup, restored.contents);
        return await work(backup, restored);
      } finally {
        await restored.discard();
      }
    } finally {
      await rm(copy, { force: true });
    }
  } finally {
    letGo();
  }
}

async function find(place: Place, wanted: string, engine: Manifest['engine']): Promise<Manifest> {
  const { backups } = await inventory(place);
  const found =
    wanted === 'latest' ? backups[0] : backups.find((each) => each.file === wanted || manifestName(each) === wanted);
  if (found === undefined) {
    const what = wanted === 'latest' ? 'no whole backup' : `no whole backup named ${wanted}`;
    throw new BackupError(
      'not_found',
      `There is ${what} in ${place.name}. "restore" without a name lists those that are.`,
    );
  }
  if (found.engine === engine) return found;
  throw new BackupError(
    'other_engine',
    `${found.file} is of ${nameOf[found.engine]}, and DATABASE_URL names ${nameOf[engine]}. A backup goes back only into the kind of database it was made of.`,
  );
}

/** Writes the copy that is in the archive into `copy`. Throws `damaged` where the archive is not what its manifest says. */
async function unpack(
  place: Place,
  backup: Manifest,
  folder: Folder,
  copy: string,
  signal: AbortSignal,
): Promise<void> {
  const damaged = (what: string, cause?: unknown) =>
    new BackupError('damaged', `${backup.file} in ${place.name} is damaged: ${what}. Take another backup.`, { cause });
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* (content: AsyncIterable<Buffer>) {
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const archive = await place.read(backup.file);
  try {
    await pipeline(archive, measured, createGunzip(), createWriteStream(copy, { mode: 0o600 }), { signal });
  } catch (error) {
    const code = codeOf(error);
    throw code.startsWith('Z_') ? damaged(`it can't be unpacked (${code})`, error) : folder.unusable(error);
  }
  if (bytes !== backup.bytes || hash.digest('hex') !== backup.sha256) {
    throw damaged('its size or its SHA-256 is not what the manifest says');
  }
}

/** Throws where a table has more or fewer rows than when the backup was made. */
function compareRows({ file, rows: expected }: Manifest, { rows: found }: Contents): void {
  for (const table of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    if (expected[table] === found[table]) continue;
    throw new BackupError(
      'damaged',
      `${file} restores table ${table} with ${found[table] ?? 'no'} rows; there were ${expected[table] ?? 'no'} when it was made. Take another backup.`,
    );
  }
}

const nameOf = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;
