import { readMigrationFiles } from 'drizzle-orm/migrator';
import path from 'node:path';
import type { Dialect } from './engine';
import { StoreError } from './errors';

/** The folder of drizzle-kit's migrations for a dialect. */
export const migrationsOf = (dialect: Dialect) => path.join(__dirname, '..', '..', 'drizzle', dialect);

/**
 * The number of migrations not applied yet. Throws `newer_schema`. Like drizzle, it identifies migrations by the time they were
 * generated.
 */
export function refuseNewer(applied: readonly number[], migrationsFolder: string): number {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  if (applied.every((at) => known.has(at))) return known.size - applied.length;
  throw new StoreError(
    'newer_schema',
    'The database belongs to a newer version of sosekni-bot. Start that version, or restore a backup from before the upgrade.',
  );
}
