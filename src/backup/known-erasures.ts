import type { DatabaseTarget } from '../store/engine';
import { maintenanceOf } from '../store/dialects';
import { StoreError } from '../store/errors';
import { erasureList, erasureLists, erasuresIn, keyOfErasure, readErasures, type ListedErasure } from './erasure-list';
import { BackupError } from './errors';
import type { BackupStorage } from './storage';

export interface KnownErasures {
  readonly known: readonly ListedErasure[];
  /** Why the bucket's list could not be read; null: it was, or there is no bucket. */
  readonly missing: BackupError | null;
}

/**
 * Everybody of whom it is known that they were forgotten: by the database itself if it is still there, by the lists beside it, in the
 * folder of the backups and in the bucket, and by the one in the place that a backup comes from. A bucket that is away keeps nobody from
 * restoring a backup from elsewhere.
 */
export async function knownErasures(
  { database, folder }: { readonly database: DatabaseTarget; readonly folder: string },
  from: BackupStorage,
  bucket: BackupStorage | null,
): Promise<KnownErasures> {
  const all = [
    ...(await erasuresOf(database)),
    ...erasureLists(database, folder).flatMap(erasuresIn),
    ...(await listedIn(from)),
  ];
  let missing: BackupError | null = null;
  try {
    if (bucket !== null) all.push(...(await listedIn(bucket)));
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    missing = error;
  }
  return { known: [...new Map(all.map((one) => [keyOfErasure(one), one])).values()], missing };
}

async function listedIn(place: BackupStorage): Promise<readonly ListedErasure[]> {
  return (await place.names()).includes(erasureList) ? readErasures(await place.readText(erasureList)) : [];
}

/** Rows read at a time. */
const batch = 1_000;

/** Those that a database has; none where it can't be read. */
export async function erasuresOf(database: DatabaseTarget): Promise<readonly ListedErasure[]> {
  try {
    const reader = await maintenanceOf(database).openReader();
    try {
      const all: ListedErasure[] = [];
      for (let after = 0; ;) {
        const rows = await reader.queries.erasures.after(after, batch);
        all.push(...rows);
        const last = rows.at(-1);
        if (last === undefined || rows.length < batch) return all;
        after = last.id;
      }
    } finally {
      await reader.close();
    }
  } catch (error) {
    // It is missing, damaged or of another version: that is why it is replaced. The lists outlive it.
    if (error instanceof StoreError) return [];
    throw error;
  }
}
