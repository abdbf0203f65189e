import type { Instant } from '../lifecycle/ids';
import type { DatabaseTarget, Dialect } from './engine';
import { StoreError } from './errors';

/** The contents of a copy of the database. */
export interface SnapshotContents {
  /** When the newest applied migration was generated, in milliseconds since 1970; null if none was applied. */
  readonly schemaVersion: number | null;
  /** The row count of each table by name; PostgreSQL's names include the schema. */
  readonly rows: Readonly<Record<string, number>>;
  /** Where its history ends; null: it is from before the history was a chain. */
  readonly history: SnapshotHistory | null;
}

export interface SnapshotHistory {
  readonly events: number;
  /** Of the newest event: it is over all of them. */
  readonly digest: string;
}

/** The environment for PostgreSQL's programs: PATH, and their own variables (PGSSLMODE …) if set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A checked copy that is not yet the database. */
export interface Restored {
  readonly contents: SnapshotContents;
  /** Where it is until it replaces the database; nobody else knows of it. */
  readonly target: DatabaseTarget;
  /**
   * Replaces the database, completely or not at all. Returns the name under which the old data was kept: a file or a database;
   * null if there was none. Throws a `StoreError`: `held` if that name is taken.
   */
  replace(stamp: string): Promise<string | null>;
  /** Removes it. Does nothing after `replace`. */
  discard(): Promise<void>;
}

/** Copies and restores of whole databases, on either engine. A copy is one file in a format of the engine. */
export interface Snapshots {
  /**
   * Writes a consistent copy into `file`, which must not exist yet, and checks it. Doesn't lock the database for others. Throws a
   * `StoreError`, and the reason of `signal`.
   */
  take(file: string, signal: AbortSignal): Promise<SnapshotContents>;

  /** Throws a `StoreError` of code `program_missing` if a program that the engine needs is missing. */
  requirePrograms(): Promise<void>;

  /**
   * Makes sure that no daemon acts on the database, and that none starts to until the returned function is called. Throws a
   * `StoreError` of code `held` that names the holder. `now` is the time that others see as the start of this hold.
   */
  keepDaemonsOut(now: Instant): Promise<() => Promise<void>>;

  /** Removes what killed restores have left beside the database, if their `stamp` is before this one. */
  removeLeftovers(before: string): Promise<void>;

  /**
   * Restores the copy in `file` beside the real database, under a name with `stamp`, and checks it. Throws a `StoreError`:
   * `not_a_database` if the copy is damaged, `newer_schema`.
   */
  restore(file: string, stamp: string, signal: AbortSignal): Promise<Restored>;
}

/** Whether this is a time as used in names, in upper or lower case. */
export const isStamp = (text: string): boolean => /^\d{8}t\d{6}z$/i.test(text);

export const restoredJustNow = (name: string): StoreError =>
  new StoreError('held', `${name} already exists: another restore was done in the same second. Try again in a second.`);

/** The name of a copy's file, for people. */
export const copySuffix = (dialect: Dialect): string => (dialect === 'sqlite' ? 'db' : 'dump');
