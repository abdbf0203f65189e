import type { Readable } from 'node:stream';
import { BackupError } from './errors';
import { isManifestName, manifestName, readManifest, type Manifest } from './manifest';

/** Where backups are kept: a folder, or a bucket. Throws `BackupError`s of code `place`. */
export interface Place {
  /** For people, without secrets. */
  readonly name: string;
  /** The names of all files there, ours or not. */
  names(): Promise<readonly string[]>;
  readText(name: string): Promise<string>;
  read(name: string): Promise<Readable>;
  remove(name: string): Promise<void>;
}

/** Every backup of a place whose manifest can be read, the newest first; the others by their manifests' names. */
export interface Inventory {
  readonly backups: readonly Manifest[];
  readonly unreadable: readonly string[];
}

export async function inventory(place: Place): Promise<Inventory> {
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
 * Removes the backups that were made before `before`, but never the newest. Touches only files that a manifest of ours
 * names, and that manifest. Returns those it removed.
 */
export async function prune(place: Place, before: number): Promise<readonly Manifest[]> {
  const [, ...others] = (await inventory(place)).backups;
  const old = others.filter(({ createdAt }) => createdAt < before);
  for (const manifest of old) {
    // The manifest first: an archive without one is no backup, a manifest without an archive would be a broken one.
    await place.remove(manifestName(manifest));
    await place.remove(manifest.file);
  }
  return old;
}
