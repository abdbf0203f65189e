import type { Instant } from '../lifecycle/ids';
import type { Database } from './database';
import type { DatabaseTarget, Engine } from './engine';
import { StoreError } from './errors';
import type { Maintenance } from './maintenance';
import type { MoveEnds } from './move/ends';
import type * as PostgresMaintenance from './postgres/maintenance';
import type * as PostgresMove from './postgres/move';
import type * as PostgresOpen from './postgres/open';
import type * as PostgresSnapshot from './postgres/snapshot';
import type { Environment, Snapshots } from './snapshot';
import type * as SqliteMaintenance from './sqlite/maintenance';
import type * as SqliteMove from './sqlite/move';
import type { SqliteHold } from './sqlite/lock';
import type * as SqliteOpen from './sqlite/open';
import type * as SqliteSnapshot from './sqlite/snapshot';
import type { Opening } from './store-event';

// The one place that chooses between SQLite and PostgreSQL. Only the chosen one is loaded, since the other would slow down the
// start.
const sqlite = {
  open: () => require('./sqlite/open') as typeof SqliteOpen,
  maintenance: () => require('./sqlite/maintenance') as typeof SqliteMaintenance,
  snapshot: () => require('./sqlite/snapshot') as typeof SqliteSnapshot,
  move: () => require('./sqlite/move') as typeof SqliteMove,
};
const postgres = {
  open: () => require('./postgres/open') as typeof PostgresOpen,
  maintenance: () => require('./postgres/maintenance') as typeof PostgresMaintenance,
  snapshot: () => require('./postgres/snapshot') as typeof PostgresSnapshot,
  move: () => require('./postgres/move') as typeof PostgresMove,
};

/**
 * Makes this the only process that may act on a SQLite file, before anything else happens; pass the result to `openEngine`. Null
 * for PostgreSQL, where other processes stand by, and if the file can't be locked now for a reason that opening it will report.
 * Throws a `StoreError` of code `held`.
 */
export function holdDatabase(target: DatabaseTarget, now: Instant): SqliteHold | null {
  if (target.dialect !== 'sqlite') return null;
  try {
    return sqlite.open().holdFile(target.path, now);
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'held') return null;
    throw error;
  }
}

/**
 * Opens the database, creating or migrating it as needed. `buildQueries` is called once per connection, so that it can prepare
 * statements. `now` is the time that other processes see as the start of this one's lock on a SQLite file. If another process
 * acts on a PostgreSQL database, waits until it ends, however long that takes.
 *
 * Throws a `StoreError` if a person has to act, and the reason of `opening.signal` if that ends the wait.
 */
export async function openEngine<Queries>(
  target: DatabaseTarget,
  buildQueries: (database: Database) => Queries,
  now: Instant,
  opening: Opening,
  hold: SqliteHold | null = null,
): Promise<Engine<Queries>> {
  switch (target.dialect) {
    case 'sqlite':
      return sqlite.open().openSqlite(target.path, buildQueries, now, opening.tell, hold);
    case 'postgres':
      return postgres.open().openPostgres(target.url, buildQueries, opening);
  }
}

/** Maintenance of this database. Opens nothing yet. */
export function maintenanceOf(target: DatabaseTarget): Maintenance {
  switch (target.dialect) {
    case 'sqlite':
      return new (sqlite.maintenance().SqliteMaintenance)(target.path);
    case 'postgres':
      return new (postgres.maintenance().PostgresMaintenance)(target.url);
  }
}

/** How to copy and replace the database that `target` names. Opens nothing yet. */
export function snapshotsOf(target: DatabaseTarget, environment: Environment): Snapshots {
  switch (target.dialect) {
    case 'sqlite':
      return new (sqlite.snapshot().SqliteSnapshots)(target.path);
    case 'postgres':
      return new (postgres.snapshot().PostgresSnapshots)(target.url, environment);
  }
}

/** How to open the database that `target` names as one end of a move. Opens nothing yet. */
export function moveEndsOf(target: DatabaseTarget): MoveEnds {
  switch (target.dialect) {
    case 'sqlite':
      return new (sqlite.move().SqliteMoveEnds)(target.path);
    case 'postgres':
      return new (postgres.move().PostgresMoveEnds)(target.url);
  }
}
