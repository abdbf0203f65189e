import type { DatabaseTarget } from '../store/engine';
import { maintenanceOf } from '../store/dialects';
import { StoreError } from '../store/errors';
import { erasureList, erasureLists, erasuresIn, keyOfErasure, readErasures, type ListedErasure } from './erasure-list';
import type { BackupStorage } from './storage';

/**
 * Everybody of whom it is known that they were forgotten: by the database itself if it is still there, by the lists beside it and in
 * the folder of the backups, and by the one in the place that a backup comes from.
 */
export async function knownErasures(
  { database, folder }: { readonly database: DatabaseTarget; readonly folder: string },
  from: BackupStorage,
): Promise<readonly ListedErasure[]> {
  const names = await from.names();
  const all = [
    ...(await erasuresOf(database)),
    ...erasureLists(database, folder).flatMap(erasuresIn),
    ...(names.includes(erasureList) ? readErasures(await from.readText(erasureList)) : []),
  ];
  return [...new Map(all.map((one) => [keyOfErasure(one), one])).values()];
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
