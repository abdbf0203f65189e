import { createReadStream } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Clock } from '../process/clock';
import { withReleasers } from '../process/releasers';
import type { Instant, Millis } from '../lifecycle/ids';
import type { DatabaseTarget } from '../store/engine';
import { snapshotsOf } from '../store/dialects';
import { copySuffix, type Environment } from '../store/snapshot';
import { Bucket, type BucketSettings } from './bucket';
import { erasureList, erasuresIn, keyOfErasure, writeErasures } from './erasure-list';
import { BackupError } from './errors';
import { Folder, measure } from './folder';
import { archiveName, manifestName, nameAt, writeManifest, type Manifest } from './manifest';
import { erasuresOf } from './known-erasures';
import { prune } from './storage';
import { remember } from './status';

export interface BackupSettings {
  readonly database: DatabaseTarget;
  /** Absolute path of the folder of the backups. */
  readonly folder: string;
  /** Backups older than this are removed, except the newest. */
  readonly keep: Millis;
  /** Where backups are copied to. Null: nowhere. */
  readonly bucket: BucketSettings | null;
}

export interface BackupPorts {
  readonly clock: Clock;
  /** For PostgreSQL's programs. */
  readonly environment: Environment;
  /** Aborts the work; nothing incomplete is left behind. */
  readonly signal: AbortSignal;
  /** Reports the current step to people who wait. */
  readonly tell: (step: string) => void;
}

/** What was done with existing backups. */
export interface BackupUpkeep {
  /** The backups that were uploaded: the newest, and any that the bucket lacked. */
  readonly copied: readonly Manifest[];
  readonly removed: readonly Manifest[];
}

/** What one run of `backup` has done. */
export interface BackupDone extends BackupUpkeep {
  readonly backup: Manifest;
}

/**
 * Makes a backup while the daemon runs: a consistent copy, checked and compressed, with a manifest, in the folder and in the
 * bucket. Then removes backups that are too old. Throws a `BackupError` or a `StoreError`; a failure is also recorded in the
 * folder for the daemon to report. Only one runs at a time; others are refused (`held`).
 */
export function backUp(settings: BackupSettings, ports: BackupPorts): Promise<BackupDone> {
  return holding(settings, ports, async (folder) => {
    const backup = await noted(folder, ports, 'failedAt', async () => {
      await writeList(folder, settings);
      return copyInto(folder, settings, ports);
    });
    return { backup, ...(await settle(folder, settings, ports)) };
  });
}

/** Makes no backup: uploads those that the bucket lacks, and removes backups that are too old. Throws as `backUp` does. */
export function sendMissed(settings: BackupSettings, ports: BackupPorts): Promise<BackupUpkeep> {
  return holding(settings, ports, (folder) => settle(folder, settings, ports));
}

/** Only uploads the list of who was forgotten, if there is a bucket. Throws as `backUp` does. */
export function sendList(settings: BackupSettings, ports: BackupPorts): Promise<void> {
  const { bucket } = settings;
  if (bucket === null) return Promise.resolve();
  return holding(settings, ports, async (folder) => {
    const listSent = await new Bucket(bucket, ports.signal).receiveList(folder);
    await remember(folder, { listSent });
  });
}

/** Whoever was forgotten is written down beside the backups, also for those made before that was. */
async function writeList(folder: Folder, { database }: BackupSettings): Promise<void> {
  const known = new Map(
    [...(await erasuresOf(database)), ...erasuresIn(folder.pathOf(erasureList))].map((one) => [keyOfErasure(one), one]),
  );
  if (known.size === 0) return;
  await folder.write(erasureList, Readable.from([Buffer.from(writeErasures([...known.values()]))]));
}

async function holding<T>(
  settings: BackupSettings,
  { clock }: BackupPorts,
  work: (folder: Folder) => Promise<T>,
): Promise<T> {
  const folder = new Folder(settings.folder);
  folder.create();
  return withReleasers(async (acquired) => {
    acquired(await folder.hold(clock.now()));
    return work(folder);
  });
}

/** Does `work`, and records a failure in the folder for the daemon to report. */
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
    // If this fails too, the first error is the one to report.
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
    // The file is created for its owner only, whichever program writes to it later.
    await writeFile(copy, '', { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      throw folder.unusable(error);
    });
    tell('copying the database and checking the copy');
    const contents = await snapshotsOf(database, environment).take(copy, signal);
    tell('compressing the copy');
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

/** Unpacks the archive from the disk and compares it with the copy. */
async function compare(archive: string, copy: string): Promise<void> {
  const unpacking = createGunzip();
  const [unpacked] = await Promise.all([measure(unpacking), pipeline(createReadStream(archive), unpacking)]);
  const packed = await measure(createReadStream(copy));
  if (unpacked.sha256 === packed.sha256) return;
  throw new BackupError('damaged', `${archive} is not what was written to the disk. Check the disk for errors.`);
}

async function settle(folder: Folder, { bucket, keep }: BackupSettings, ports: BackupPorts): Promise<BackupUpkeep> {
  const before = ports.clock.now() - keep;
  const removed = await noted(folder, ports, 'failedAt', () => prune(folder, before));
  const settled =
    bucket === null
      ? { copied: [], removed }
      : await noted(folder, ports, 'unsentAt', async () => {
          const place = new Bucket(bucket, ports.signal);
          ports.tell(`copying to ${place.name}`);
          const copied = await place.receiveFrom(folder);
          await remember(folder, { listSent: await place.receiveList(folder) });
          return { copied, removed: [...removed, ...(await prune(place, before))] };
        });
  await remember(folder, { unsentAt: null });
  return settled;
}
