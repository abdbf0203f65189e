import { readMigrationFiles } from 'drizzle-orm/migrator';
import path from 'node:path';
import type { Dialect } from './engine';
import { StoreError } from './errors';

/** The folder of drizzle-kit's migrations for a dialect. */
export const migrationsOf = (dialect: Dialect) => path.join(__dirname, '..', '..', 'drizzle', dialect);

/** A migration that has not been applied yet. */
export interface Migration {
  readonly hash: string;
  /** When it was generated, which identifies it. */
  readonly generatedAt: number;
  readonly steps: readonly MigrationStep[];
}

/** SQL, or the name of what has to be done in code at this place. */
export type MigrationStep = { readonly sql: string } | { readonly code: CodeStep };

const codeSteps = ['chain_history', 'record_unitings'] as const;
export type CodeStep = (typeof codeSteps)[number];

/** The migrations of a folder that are not among those that were `applied`, in order. Throws `newer_schema`. */
export function pendingMigrations(applied: readonly number[], migrationsFolder: string): readonly Migration[] {
  refuseNewer(applied, migrationsFolder);
  const done = new Set(applied);
  return readMigrationFiles({ migrationsFolder })
    .filter(({ folderMillis }) => !done.has(folderMillis))
    .map(({ hash, folderMillis, sql }) => ({ hash, generatedAt: folderMillis, steps: sql.map(stepOf) }));
}

/** A statement that is nothing but `-- code: NAME` stands for a step that SQL can't say. */
function stepOf(sql: string): MigrationStep {
  const name = /^\s*-- code: (\w+)\s*$/.exec(sql)?.[1];
  if (name === undefined) return { sql };
  const code = codeSteps.find((step) => step === name);
  if (code === undefined) throw new Error(`a migration names the step ${name}, which the code does not have`);
  return { code };
}

/**
 * The number of migrations not applied yet. Throws `newer_schema`. Like drizzle, it identifies migrations by the time they were
 * generated.
 */
export function refuseNewer(applied: readonly number[], migrationsFolder: string): number {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  if (applied.every((at) => known.has(at))) return known.size - applied.length;
  throw new StoreError(
    'newer_schema',
    'The database belongs to a newer version of sosekni-bot. Start that version, or restore a backup from before the upgrade.',
  );
}
