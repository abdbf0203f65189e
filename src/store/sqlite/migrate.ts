import type BetterSqlite from 'better-sqlite3';
import { migrationsOf, pendingMigrations, type CodeStep, type Migration } from '../migrate';
import type { StoreEvent } from '../store-event';
import { chainHistory } from './chain-history';
import { recordUnitings } from './record-unitings';

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
  const pending = pendingMigrations(before, migrationsFolder);
  if (before.length > 0 && pending.length > 0) tell({ kind: 'migrating', missing: pending.length });
  if (pending.length > 0) connection.transaction(() => apply(connection, pending, tell)).immediate();

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

function apply(
  connection: BetterSqlite.Database,
  pending: readonly Migration[],
  tell: (news: StoreEvent) => void,
): void {
  // As drizzle's own migrator has it, which older versions of the program used.
  connection.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const record = connection.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { hash, generatedAt, steps } of pending) {
    for (const step of steps) {
      if ('sql' in step) connection.exec(step.sql);
      else inCode[step.code](connection, tell);
    }
    record.run(hash, generatedAt);
  }
}

const inCode: Readonly<
  Record<CodeStep, (connection: BetterSqlite.Database, tell: (news: StoreEvent) => void) => void>
> = {
  chain_history: (connection, tell) =>
    chainHistory(connection, { from: 'request_events', to: '__new_request_events' }, (done, total) =>
      tell({ kind: 'chaining_history', done, total }),
    ),
  record_unitings: (connection) => recordUnitings(connection),
};

/** When each applied migration was generated. */
export function appliedToSqlite(connection: BetterSqlite.Database): number[] {
  const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (table === undefined) return [];
  return connection
    .prepare<[], { created_at: number }>('select created_at from __drizzle_migrations')
    .all()
    .map((row) => row.created_at);
}
