import type { Instant } from '../lifecycle/ids';
import type { Dialect } from './engine';
import { StoreError } from './errors';

/** What a copy of the database holds. */
export interface SnapshotContents {
  /** When the newest migration in it was generated, milliseconds since 1970; null where none has been applied. */
  readonly schemaVersion: number | null;
  /** How many rows each table has, by its name; PostgreSQL's with the schema before it. */
  readonly rows: Readonly<Record<string, number>>;
}

/** The surroundings in which PostgreSQL's own programs run: PATH, and whatever of theirs (PGSSLMODE …) is set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A copy whose contents have been looked at and found whole, but which is not yet the database. */
export interface Restored {
  readonly contents: SnapshotContents;
  /**
   * Puts it in the place of the database, all or nothing, and gives the name under which the old data was kept: a file or
   * a database; null where there was none. Throws a `StoreError`: `held` where one was kept by that name already.
   */
  replace(stamp: string): Promise<string | null>;
  /** Removes it. Of no effect after `replace`. */
  discard(): Promise<void>;
}

/** What both engines can do with whole databases. Each copy is one file, in a form of the engine's own. */
export interface Snapshots {
  /**
   * Writes a consistent copy into `file`, which does not exist yet, and checks that it is whole. Nothing of the database is
   * locked for others meanwhile. Throws a `StoreError`, and the reason of `signal`.
   */
  take(file: string, signal: AbortSignal): Promise<SnapshotContents>;

  /** Throws a `StoreError` of code `program_missing` where one of the engine's own programs that this takes is not there. */
  requirePrograms(): Promise<void>;

  /**
   * Makes sure that no daemon acts on the database, and that none begins until the answer is called. Throws a `StoreError`
   * of code `held`, naming who has it. `now` is what others are told this process has had it since.
   */
  keepDaemonsOut(now: Instant): Promise<() => Promise<void>>;

  /** Removes what restores that were killed have left beside the database, if their `stamp` was before this one. */
  removeLeftovers(before: string): Promise<void>;

  /**
   * Makes a database of the copy in `file`, beside the real one, under a name that holds `stamp`, and checks it. Throws a
   * `StoreError`: `not_a_database` where the copy is damaged, `newer_schema`.
   */
  restore(file: string, stamp: string, signal: AbortSignal): Promise<Restored>;
}

/** Whether this is a time as it stands in names, in either case of letters. */
export const isStamp = (text: string): boolean => /^\d{8}t\d{6}z$/i.test(text);

export const restoredJustNow = (name: string): StoreError =>
  new StoreError('held', `${name} is there already: another restore has just been done. Try again in a second.`);

/** What a copy's file is called after, for people. */
export const copySuffix = (dialect: Dialect): string => (dialect === 'sqlite' ? 'db' : 'dump');
