import type { Instant } from '../lifecycle/ids';
import type { Database } from './database';
import type { DatabaseTarget, Engine } from './engine';
import { StoreError } from './errors';
import type { Opening } from './store-event';
import type * as Postgres from './postgres/open';
import type * as Sqlite from './sqlite/open';
import type { SqliteHold } from './sqlite/lock';

/**
 * Makes this the one process that may act on a SQLite file, before anything else is done; `openEngine` is given that. Null:
 * for PostgreSQL, where others stand by, or where the file can't be had now for a reason that opening it will meet again.
 * Throws a `StoreError` of code `held`.
 */
export function holdDatabase(target: DatabaseTarget, now: Instant): SqliteHold | null {
  if (target.dialect !== 'sqlite') return null;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
    return (require('./sqlite/open') as typeof Sqlite).holdFile(target.path, now);
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'held') return null;
    throw error;
  }
}

/**
 * Opens the database, creating or migrating it as needed. `buildQueries` is called once for each connection, so that it
 * can prepare its statements; `now` is what a second process is told this one has held SQLite's file since. Where another
 * process acts on a PostgreSQL database, waits for its end, however long that takes.
 *
 * Throws a `StoreError` where a person has to do something about it, and the reason of `opening.signal` where that ends
 * the waiting.
 */
export async function openEngine<Queries>(
  target: DatabaseTarget,
  buildQueries: (database: Database) => Queries,
  now: Instant,
  opening: Opening,
  hold: SqliteHold | null = null,
): Promise<Engine<Queries>> {
  // Only the engine that is used is loaded: the other would be a good part of the start.
  switch (target.dialect) {
    case 'sqlite':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
      return (require('./sqlite/open') as typeof Sqlite).openSqlite(
        target.path,
        buildQueries,
        now,
        opening.tell,
        hold ?? undefined,
      );
    case 'postgres':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
      return (require('./postgres/open') as typeof Postgres).openPostgres(target.url, buildQueries, opening);
  }
}
