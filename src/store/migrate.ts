import type BetterSqlite from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as applySqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import path from 'node:path';
import type { Dialect } from './engine';
import { StoreError } from './errors';
import type { StoreEvent } from './store-event';

/** Where drizzle-kit writes the migrations of a dialect. */
export const migrationsOf = (dialect: Dialect) => path.join(__dirname, '..', '..', 'drizzle', dialect);

/**
 * Brings a SQLite database forward to the newest migration, all or nothing. Leaves foreign keys on and checked. The
 * caller holds the database. Throws `newer_schema`.
 */
export function migrateSqlite(
  connection: BetterSqlite.Database,
  migrationsFolder = migrationsOf('sqlite'),
  tell: (news: StoreEvent) => void = () => {},
): void {
  // A migration may rebuild a table that others point to. SQLite ignores this pragma inside a transaction.
  connection.pragma('foreign_keys = OFF');
  const before = appliedToSqlite(connection);
  const missing = refuseNewer(before, migrationsFolder);
  if (before.length > 0 && missing > 0) tell({ kind: 'migrating', missing });
  applySqlite(drizzleSqlite(connection), { migrationsFolder });

  // user_version is how many migrations have been checked, so that a check that failed, or was not reached, comes again.
  const applied = appliedToSqlite(connection).length;
  if (connection.pragma('user_version', { simple: true }) !== applied) {
    const broken = connection.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`after migration, ${broken.length} rows point to rows that do not exist`);
    }
    connection.pragma(`user_version = ${applied}`);
  }
  connection.pragma('foreign_keys = ON');
}

/**
 * How many migrations are yet to be applied. Throws `newer_schema`. Migrations are known by the time they were generated,
 * as drizzle records it.
 */
export function refuseNewer(applied: readonly number[], migrationsFolder: string): number {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  if (applied.every((at) => known.has(at))) return known.size - applied.length;
  throw new StoreError(
    'newer_schema',
    'The database belongs to a newer version of sosekni-bot. Start that version, or restore a backup from before the upgrade.',
  );
}

/** When each migration that has been applied was generated. */
export function appliedToSqlite(connection: BetterSqlite.Database): number[] {
  const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (table === undefined) return [];
  return connection
    .prepare<[], { created_at: number }>('select created_at from __drizzle_migrations')
    .all()
    .map((row) => row.created_at);
}
