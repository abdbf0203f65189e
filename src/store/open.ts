import type { Instant } from '../lifecycle/ids';
import type { Database } from './database';
import type { DatabaseTarget, Engine } from './engine';
import type { Opening } from './news';
import type * as Postgres from './postgres';
import type * as Sqlite from './sqlite';

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
): Promise<Engine<Queries>> {
  // Only the engine that is used is loaded: the other would be a good part of the start.
  switch (target.dialect) {
    case 'sqlite':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
      return (require('./sqlite') as typeof Sqlite).openSqlite(target.path, buildQueries, now, opening.tell);
    case 'postgres':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
      return (require('./postgres') as typeof Postgres).openPostgres(target.url, buildQueries, opening);
  }
}
