import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Clock } from '../clock';
import type { Millis } from '../lifecycle/ids';
import type { DatabaseTarget } from '../store/engine';
import { snapshotsOf } from '../store/open-snapshots';
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

/** What a backup has done. */
export interface Done {
  readonly backup: Manifest;
  /** Those that the bucket got: this one, and others it had missed. */
  readonly copied: readonly Manifest[];
  readonly removed: readonly Manifest[];
}

/**
 * Makes a backup while the daemon goes on: a consistent copy, checked, compressed, with its manifest, in the folder and in
 * the bucket; then removes those that are too old. Throws a `BackupError` or a `StoreError`, and then also writes down, for
 * the daemon to tell, that it failed. A second one at a time is refused (`held`).
 */
export async function backUp(settings: BackupSettings, ports: BackupPorts): Promise<Done> {
  const folder = new Folder(settings.folder);
  folder.create();
  const letGo = await folder.hold(ports.clock.now());
  try {
    const backup = await copyInto(folder, settings, ports);
    const { copied, removed } = await settle(folder, settings, ports);
    return { backup, copied, removed };
  } catch (error) {
    // Where even that can't be written, what went wrong first is what counts.
    if (!ports.signal.aborted) await remember(folder, { failedAt: ports.clock.now() }).catch(() => undefined);
    throw error;
  } finally {
    letGo();
  }
}

async function copyInto(folder: Folder, { database }: BackupSettings, ports: BackupPorts): Promise<Manifest> {
  const { clock, environment, signal, tell } = ports;
  const createdAt = clock.now();
  const engine = database.dialect;
  const copy = folder.unfinishedPathOf(`${nameAt(createdAt)}.${copySuffix(engine)}`);
  try {
    // Whoever writes into it later, only its owner reads it.
    await writeFile(copy, '', { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      throw folder.unusable(error);
    });
    tell('copying the database and checking the copy');
    const contents = await snapshotsOf(database, environment).take(copy, signal);
    tell('compressing it');
    const file = archiveName(createdAt, engine);
    const written = await folder.write(file, createReadStream(copy), [createGzip()], signal);
    const manifest = { ...contents, ...written, file, createdAt, engine };
    try {
      await compare(folder, file, copy);
      await folder.write(manifestName(manifest), Readable.from([Buffer.from(writeManifest(manifest))]), []);
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
async function compare(folder: Folder, file: string, copy: string): Promise<void> {
  const unpacking = createGunzip();
  const [unpacked] = await Promise.all([measure(unpacking), pipeline(await folder.read(file), unpacking)]);
  const packed = await measure(createReadStream(copy));
  if (unpacked.sha256 === packed.sha256) return;
  throw new BackupError('damaged', `${file} came back from the disk other than it was written. Check the disk.`);
}

async function settle(folder: Folder, { bucket: named, keep }: BackupSettings, { clock, tell }: BackupPorts) {
  const before = clock.now() - keep;
  const removed = await prune(folder, before);
  if (named === null) return { copied: [], removed };
  const bucket = new Bucket(named);
  tell(`copying to ${bucket.name}`);
  const copied = await bucket.receiveFrom(folder);
  return { copied, removed: [...removed, ...(await prune(bucket, before))] };
}
