import type { Readable } from 'node:stream';
import { BackupError } from './errors';
import { isManifestName, manifestName, readManifest, type Manifest } from './manifest';

/** Where backups are kept: a folder, or a bucket. Throws `BackupError`s of code `place` or `away`. */
export interface BackupStorage {
  /** For people; holds no secret. */
  readonly name: string;
  /** The names of all files there, ours or not. */
  names(): Promise<readonly string[]>;
  readText(name: string): Promise<string>;
  read(name: string): Promise<Readable>;
  remove(name: string): Promise<void>;
}

/** The backups of a place, newest first, and the names of manifests that can't be read. */
export interface Inventory {
  readonly backups: readonly Manifest[];
  readonly unreadable: readonly string[];
}

export async function inventory(place: BackupStorage): Promise<Inventory> {
  const names = new Set(await place.names());
  const backups: Manifest[] = [];
  const unreadable: string[] = [];
  // Names sort by time.
  for (const name of [...names].filter(isManifestName).sort().reverse()) {
    try {
      const manifest = readManifest(name, await place.readText(name));
      if (names.has(manifest.file)) backups.push(manifest);
      else unreadable.push(name);
    } catch (error) {
      if (!(error instanceof BackupError) || error.code !== 'damaged') throw error;
      unreadable.push(name);
    }
  }
  return { backups, unreadable };
}

/**
 * Removes backups made before `before`, but never the newest. Touches only manifests and the archives they name. Returns the
 * removed ones.
 */
export async function prune(place: BackupStorage, before: number): Promise<readonly Manifest[]> {
  const [, ...others] = (await inventory(place)).backups;
  const old = others.filter(({ createdAt }) => createdAt < before);
  for (const manifest of old) {
    // The manifest goes first: an archive alone is no backup, but a manifest alone would be a broken one.
    await place.remove(manifestName(manifest));
    await place.remove(manifest.file);
  }
  return old;
}
