import type { DatabaseTarget } from './engine';
import type { Environment, Snapshots } from './snapshot';
import type * as Postgres from './postgres/snapshot';
import type * as Sqlite from './sqlite/snapshot';

/** How the database that `target` names is copied and replaced. Opens nothing yet. */
export function snapshotsOf(target: DatabaseTarget, environment: Environment): Snapshots {
  // Only the engine that is used is loaded, as when it is opened.
  switch (target.dialect) {
    case 'sqlite':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
      return new (require('./sqlite/snapshot') as typeof Sqlite).SqliteSnapshots(target.path);
    case 'postgres':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
      return new (require('./postgres/snapshot') as typeof Postgres).PostgresSnapshots(target.url, environment);
  }
}
