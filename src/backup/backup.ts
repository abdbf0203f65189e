import { createReadStream } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Clock } from '../process/clock';
import type { Instant, Millis } from '../lifecycle/ids';
import type { DatabaseTarget } from '../store/engine';
import { snapshotsOf } from '../store/dialects';
import { copySuffix, type Environment } from '../store/snapshot';
import { Bucket, type BucketSettings } from './bucket';
import { BackupError } from './errors';
import { Folder, measure } from './folder';
import { archiveName, manifestName, nameAt, writeManifest, type Manifest } from './manifest';
import { prune } from './place';
import { remember } from './status';

export interface BackupSettings {
  readonly database: DatabaseTarget;
  /** Absolute path of the folder that holds them. */
  readonly folder: string;
  /** Backups older than this are removed, except the newest. */
  readonly keep: Millis;
  /** Where they are copied to; null: nowhere. */
  readonly bucket: BucketSettings | null;
}

export interface BackupPorts {
  readonly clock: Clock;
  /** For PostgreSQL's own programs. */
  readonly environment: Environment;
  /** Ends it; nothing half stays. */
  readonly signal: AbortSignal;
  /** What is being done, for people who wait. */
  readonly tell: (step: string) => void;
}

/** What was done with the backups that are there. */
export interface Settled {
  /** Those that the bucket got: the newest, and others it had missed. */
  readonly copied: readonly Manifest[];
  readonly removed: readonly Manifest[];
}

/** What a backup has done. */
export interface Done extends Settled {
  readonly backup: Manifest;
}

/**
 * Makes a backup while the daemon goes on: a consistent copy, checked, compressed, with its manifest, in the folder and in
 * the bucket; then removes those that are too old. Throws a `BackupError` or a `StoreError`, and then also writes down, for
 * the daemon to tell, that it failed. A second one at a time is refused (`held`).
 */
export function backUp(settings: BackupSettings, ports: BackupPorts): Promise<Done> {
  return holding(settings, ports, async (folder) => {
    const backup = await noted(folder, ports, 'failedAt', () => copyInto(folder, settings, ports));
    return { backup, ...(await settle(folder, settings, ports)) };
  });
}

/** Makes none, but sends the bucket what it has missed, and removes backups that are too old. Throws as `backUp` does. */
export function sendMissed(settings: BackupSettings, ports: BackupPorts): Promise<Settled> {
  return holding(settings, ports, (folder) => settle(folder, settings, ports));
}

async function holding<T>(
  settings: BackupSettings,
  { clock }: BackupPorts,
  work: (folder: Folder) => Promise<T>,
): Promise<T> {
  const folder = new Folder(settings.folder);
  folder.create();
  const letGo = await folder.hold(clock.now());
  try {
    return await work(folder);
  } finally {
    letGo();
  }
}

/** Does `work`, and writes down when it has failed, for the daemon to tell. */
async function noted<T>(
  folder: Folder,
  { clock, signal }: BackupPorts,
  as: 'failedAt' | 'unsentAt',
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failed = !signal.aborted && !(error instanceof BackupError && error.code === 'held');
    // Where even that can't be written, what went wrong first is what counts.
    if (failed) await remember(folder, { [as]: clock.now() }).catch(() => undefined);
    throw error;
  }
}

/**
 * The first moment whose name no archive has: names go by the second, and replacing an archive would leave a moment in
 * which its manifest speaks of another.
 */
async function freeMoment(
  folder: Folder,
  engine: DatabaseTarget['dialect'],
  { clock, signal }: BackupPorts,
): Promise<Instant> {
  const names = await folder.names();
  for (;;) {
    const now = clock.now();
    if (!names.includes(archiveName(now, engine))) return now;
    await wait(1000 - (now % 1000), undefined, { signal });
  }
}

async function copyInto(folder: Folder, { database }: BackupSettings, ports: BackupPorts): Promise<Manifest> {
  const { environment, signal, tell } = ports;
  const engine = database.dialect;
  const createdAt = await freeMoment(folder, engine, ports);
  const file = archiveName(createdAt, engine);
  const copy = folder.unfinishedPathOf(`${nameAt(createdAt)}.${copySuffix(engine)}`);
  try {
    // Whoever writes into it later, only its owner reads it.
    await writeFile(copy, '', { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      throw folder.unusable(error);
    });
    tell('copying the database and checking the copy');
    const contents = await snapshotsOf(database, environment).take(copy, signal);
    tell('compressing it');
    const check = (archive: string) => compare(archive, copy);
    const written = await folder.write(file, createReadStream(copy), { through: [createGzip()], signal, check });
    const { size: unpackedBytes } = await stat(copy);
    const manifest = { ...contents, ...written, file, createdAt, engine, unpackedBytes };
    try {
      await folder.write(manifestName(manifest), Readable.from([Buffer.from(writeManifest(manifest))]));
    } catch (error) {
      await folder.remove(file);
      throw error;
    }
    return manifest;
  } finally {
    await rm(copy, { force: true });
  }
}

/** What the archive on the disk unpacks to has to be what was packed. */
async function compare(archive: string, copy: string): Promise<void> {
  const unpacking = createGunzip();
  const [unpacked] = await Promise.all([measure(unpacking), pipeline(createReadStream(archive), unpacking)]);
  const packed = await measure(createReadStream(copy));
  if (unpacked.sha256 === packed.sha256) return;
  throw new BackupError('damaged', `${archive} came back from the disk other than it was written. Check the disk.`);
}

async function settle(folder: Folder, { bucket, keep }: BackupSettings, ports: BackupPorts): Promise<Settled> {
  const before = ports.clock.now() - keep;
  const removed = await noted(folder, ports, 'failedAt', () => prune(folder, before));
  const settled =
    bucket === null
      ? { copied: [], removed }
      : await noted(folder, ports, 'unsentAt', async () => {
          const place = new Bucket(bucket, ports.signal);
          ports.tell(`copying to ${place.name}`);
          const copied = await place.receiveFrom(folder);
          return { copied, removed: [...removed, ...(await prune(place, before))] };
        });
  await remember(folder, { unsentAt: null });
  return settled;
}
