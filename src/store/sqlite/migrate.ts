import type BetterSqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { migrationsOf, refuseNewer } from '../migrate';
import type { StoreEvent } from '../store-event';

/**
 * Applies all pending migrations to a SQLite database, or none. Leaves foreign keys enabled and checked. The caller holds the
 * database. Throws `newer_schema`.
 */
export function migrateSqlite(
  connection: BetterSqlite.Database,
  migrationsFolder = migrationsOf('sqlite'),
  tell: (news: StoreEvent) => void = () => {},
): void {
  // A migration may rebuild a table that others reference. Inside a transaction, SQLite ignores this pragma.
  connection.pragma('foreign_keys = OFF');
  const before = appliedToSqlite(connection);
  const missing = refuseNewer(before, migrationsFolder);
  if (before.length > 0 && missing > 0) tell({ kind: 'migrating', missing });
  migrate(drizzle(connection), { migrationsFolder });

  // user_version is the number of migrations whose foreign keys were checked: a check that failed or didn't run is repeated.
  const applied = appliedToSqlite(connection).length;
  if (connection.pragma('user_version', { simple: true }) !== applied) {
    const broken = connection.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`after the migration, ${broken.length} rows refer to rows that do not exist`);
    }
    connection.pragma(`user_version = ${applied}`);
  }
  connection.pragma('foreign_keys = ON');
}

/** When each applied migration was generated. */
export function appliedToSqlite(connection: BetterSqlite.Database): number[] {
  const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (table === undefined) return [];
  return connection
    .prepare<[], { created_at: number }>('select created_at from __drizzle_migrations')
    .all()
    .map((row) => row.created_at);
}
