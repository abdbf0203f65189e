import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Instant } from '../lifecycle/ids';
import { BackupError } from './errors';
import type { Folder } from './folder';
import { fieldsOf, isManifestName, readManifest, type Manifest } from './manifest';

/**
 * What the backups' folder tells about them. Any process may have made them: the daemon, a timer, a person; the folder is
 * what they all know.
 */
export interface BackupStatus {
  /** The newest whole one. */
  readonly lastBackup: { readonly at: Instant; readonly bytes: number } | null;
  /** The last time that one could not be made; it may have been made since. */
  readonly lastFailure: Instant | null;
  /** The last time that the bucket could not be given what it has to get; null: it has all, or there is none. */
  readonly unsent: Instant | null;
  /** When a backup was last restored to see that it can be. */
  readonly lastDrill: Instant | null;
}

/** What the manifests don't tell, in a file beside them. Null: never. */
export interface Remembered {
  readonly failedAt: Instant | null;
  readonly unsentAt: Instant | null;
  readonly drilledAt: Instant | null;
}

/** Whether the last attempt to make one failed. */
export const isFailing = ({ lastBackup, lastFailure }: Pick<BackupStatus, 'lastBackup' | 'lastFailure'>): boolean =>
  (lastFailure ?? 0) > (lastBackup?.at ?? 0);

const fileName = 'status.json';

/**
 * Reads the folder anew, in about a millisecond. Says the same of a folder that is not there as of an empty one. What a
 * clock that was ahead has dated after `now` counts for nothing: it would hide for as long that none are made.
 */
export function readStatus(folder: string, now: Instant): BackupStatus {
  const newest = newestIn(folder, now);
  const { failedAt, unsentAt, drilledAt } = readRemembered(folder);
  const ifPast = (at: Instant | null) => (at !== null && at <= now ? at : null);
  return {
    lastBackup: newest && { at: newest.createdAt, bytes: newest.bytes },
    lastFailure: ifPast(failedAt),
    unsent: ifPast(unsentAt),
    lastDrill: ifPast(drilledAt),
  };
}

function newestIn(folder: string, now: Instant): Manifest | null {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  for (const name of [...names].filter(isManifestName).sort().reverse()) {
    try {
      const manifest = readManifest(name, readFileSync(path.join(folder, name), 'utf8'));
      if (names.has(manifest.file) && manifest.createdAt <= now) return manifest;
    } catch (error) {
      // One that is damaged is no backup; the one before it may be.
      if (!(error instanceof BackupError)) throw error;
    }
  }
  return null;
}

/** What is no whole file of ours says nothing. */
function readRemembered(folder: string): Remembered {
  const file = path.join(folder, fileName);
  const { failed_at, unsent_at, drilled_at } = fieldsOf(existsSync(file) ? readFileSync(file, 'utf8') : '');
  return { failedAt: instantOf(failed_at), unsentAt: instantOf(unsent_at), drilledAt: instantOf(drilled_at) };
}

/** Null for anything but a time as `remember` writes it. */
function instantOf(value: unknown): Instant | null {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : at;
}

/** Writes down what happened, beside what was written before. */
export async function remember(folder: Folder, news: Partial<Remembered>): Promise<void> {
  const { failedAt, unsentAt, drilledAt } = { ...readRemembered(folder.name), ...news };
  const iso = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());
  const fields = { failed_at: iso(failedAt), unsent_at: iso(unsentAt), drilled_at: iso(drilledAt) };
  await folder.write(fileName, Readable.from([Buffer.from(`${JSON.stringify(fields)}\n`)]));
}
