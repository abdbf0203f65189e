import type { DatabaseTarget } from './engine';
import type { Maintenance } from './maintenance';
import type * as Postgres from './postgres/maintenance';
import type * as Sqlite from './sqlite/maintenance';

/** The maintenance of this database. Opens nothing yet. */
export function maintenanceOf(target: DatabaseTarget): Maintenance {
  // Only the engine that is used is loaded.
  switch (target.dialect) {
    case 'sqlite':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would need jest to run as ES modules
      return new (require('./sqlite/maintenance') as typeof Sqlite).SqliteMaintenance(target.path);
    case 'postgres':
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
      return new (require('./postgres/maintenance') as typeof Postgres).PostgresMaintenance(target.url);
  }
}
