import { StoreError } from './errors';
import { refuseNewer } from './migrate';

/** What can be learnt of a database without changing it. */
export interface Inspection {
  /** How many migrations it has had; 0: it is empty, or not there yet. */
  readonly applied: number;
  /** How many this program knows. Never less than `applied`. */
  readonly known: number;
  /** The process that acts on it, for people; null: none does. */
  readonly heldBy: string | null;
}

/** Throws `newer_schema`. */
export function inspection(applied: readonly number[], heldBy: string | null, migrationsFolder: string): Inspection {
  const missing = refuseNewer(applied, migrationsFolder);
  return { applied: applied.length, known: applied.length + missing, heldBy };
}

/** Throws `not_migrated` where queries of this program would not find what they ask for. */
export function refuseOlder({ applied, known }: Inspection): void {
  if (applied === known) return;
  const what =
    applied === 0
      ? 'There is no database of the bot there yet'
      : `The database is of an older version: it has ${applied} of the ${known} migrations`;
  throw new StoreError('not_migrated', `${what}. Start the daemon, or run: node dist/main.js migrate`);
}
