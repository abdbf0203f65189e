import { StoreError } from './errors';
import { refuseNewer } from './migrate';
import type { SlowFind } from './postgres/trigrams';

/** What can be found out about a database without changing it. */
export interface Inspection {
  /** The number of applied migrations; 0 if it is empty or doesn't exist yet. */
  readonly applied: number;
  /** The number of migrations in this program. Never less than `applied`. */
  readonly known: number;
  /** The process that acts on it, for people; null if there is none. */
  readonly heldBy: string | null;
  /** Why /find is slow there; null: it isn't, or the tables are not there yet. */
  readonly slowFind: SlowFind | null;
  /** SQLite's file has yet to be written anew: traces of what was erased may be left in it. */
  readonly rewriteDue: boolean;
}

/** Throws `newer_schema`. */
export function inspection(applied: readonly number[], heldBy: string | null, migrationsFolder: string): Inspection {
  const missing = refuseNewer(applied, migrationsFolder);
  return { applied: applied.length, known: applied.length + missing, heldBy, slowFind: null, rewriteDue: false };
}

/** Throws `not_migrated` if queries of this program would fail on it. */
export function refuseOlder({ applied, known }: Inspection): void {
  if (applied === known) return;
  const what =
    applied === 0
      ? 'The database does not exist yet'
      : `The database has ${applied} of ${known} migrations: an older version made it`;
  throw new StoreError('not_migrated', `${what}. Start the daemon, or run: node dist/main.js migrate`);
}
