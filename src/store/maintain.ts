import type { DatabaseTarget } from './engine';
import type { Maintenance } from './maintenance';
import type * as Postgres from './maintenance-postgres';
import type * as Sqlite from './maintenance-sqlite';

/** The maintenance of this database. Opens nothing yet. */
export function maintenanceOf(target: DatabaseTarget): Maintenance {
  // Only the engine that is used is loaded.
  switch (target.dialect) {
    case 'sqlite':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
      return new (require('./maintenance-sqlite') as typeof Sqlite).SqliteMaintenance(target.path);
    case 'postgres':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
      return new (require('./maintenance-postgres') as typeof Postgres).PostgresMaintenance(target.url);
  }
}
