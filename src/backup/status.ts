import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Instant } from '../lifecycle/ids';
import { listState } from './erasure-list';
import { BackupError } from './errors';
import type { Folder } from './folder';
import { fieldsOf, isManifestName, readManifest, type Manifest } from './manifest';

/**
 * What the backup folder says about backups. Any process may have made them: the daemon, a timer, a person. The folder is what
 * all of them share.
 */
export interface BackupStatus {
  /** The newest complete one. */
  readonly lastBackup: { readonly at: Instant; readonly bytes: number } | null;
  /** The last time that making one failed; one may have been made since. */
  readonly lastFailure: Instant | null;
  /** Since when uploads to the bucket have failed; null if the bucket is complete or there is none. */
  readonly unsent: Instant | null;
  /** When a backup was last restored as a drill. */
  readonly lastDrill: Instant | null;
  /** Somebody was forgotten since the bucket got the list of them; true also if there is no bucket. */
  readonly isListUnsent: boolean;
}

/** What the manifests don't say, in a file beside them. Null: never. */
export interface Remembered {
  readonly failedAt: Instant | null;
  readonly unsentAt: Instant | null;
  readonly drilledAt: Instant | null;
  /** The list of who was forgotten as the bucket has it, as `listState` says it. */
  readonly listSent: string | null;
}

/** Whether the last attempt to make one failed. */
export const isFailing = ({ lastBackup, lastFailure }: Pick<BackupStatus, 'lastBackup' | 'lastFailure'>): boolean =>
  (lastFailure ?? 0) > (lastBackup?.at ?? 0);

const fileName = 'status.json';

/**
 * Reads the folder, in about a millisecond. A missing folder is the same as an empty one. Dates after `now`, written while the
 * clock was ahead, don't count: they would hide missing backups until then.
 */
export function readStatus(folder: string, now: Instant): BackupStatus {
  const newest = newestIn(folder, now);
  const { failedAt, unsentAt, drilledAt, listSent } = readRemembered(folder);
  const list = listState(folder);
  const ifPast = (at: Instant | null) => (at !== null && at <= now ? at : null);
  return {
    lastBackup: newest && { at: newest.createdAt, bytes: newest.bytes },
    lastFailure: ifPast(failedAt),
    unsent: ifPast(unsentAt),
    lastDrill: ifPast(drilledAt),
    isListUnsent: list !== null && list !== listSent,
  };
}

function newestIn(folder: string, now: Instant): Manifest | null {
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  for (const name of [...names].filter(isManifestName).sort().reverse()) {
    try {
      const manifest = readManifest(name, readFileSync(path.join(folder, name), 'utf8'));
      if (names.has(manifest.file) && manifest.createdAt <= now) return manifest;
    } catch (error) {
      // A damaged one doesn't count, but the one before it may.
      if (!(error instanceof BackupError)) throw error;
    }
  }
  return null;
}

/** Nothing if the file is missing or damaged. */
function readRemembered(folder: string): Remembered {
  const file = path.join(folder, fileName);
  const { failed_at, unsent_at, drilled_at, list_sent } = fieldsOf(existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    failedAt: instantOf(failed_at),
    unsentAt: instantOf(unsent_at),
    drilledAt: instantOf(drilled_at),
    listSent: typeof list_sent === 'string' ? list_sent : null,
  };
}

/** Null unless it is a time as `remember` writes it. */
function instantOf(value: unknown): Instant | null {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? null : at;
}

/** Records what happened, and keeps the rest of the record. */
export async function remember(folder: Folder, news: Partial<Remembered>): Promise<void> {
  const { failedAt, unsentAt, drilledAt, listSent } = { ...readRemembered(folder.name), ...news };
  const iso = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());
  const fields = {
    ...{ failed_at: iso(failedAt), unsent_at: iso(unsentAt), drilled_at: iso(drilledAt) },
    ...(listSent !== null && { list_sent: listSent }),
  };
  await folder.write(fileName, Readable.from([Buffer.from(`${JSON.stringify(fields)}\n`)]));
}
