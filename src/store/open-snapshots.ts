import type { DatabaseTarget } from './engine';
import type { Environment, Snapshots } from './snapshot';
import type * as Postgres from './snapshot-postgres';
import type * as Sqlite from './snapshot-sqlite';

/** How the database that `target` names is copied and replaced. Opens nothing yet. */
export function snapshotsOf(target: DatabaseTarget, environment: Environment): Snapshots {
  // Only the engine that is used is loaded, as when it is opened.
  switch (target.dialect) {
    case 'sqlite':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
      return new (require('./snapshot-sqlite') as typeof Sqlite).SqliteSnapshots(target.path);
    case 'postgres':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
      return new (require('./snapshot-postgres') as typeof Postgres).PostgresSnapshots(target.url, environment);
  }
}
