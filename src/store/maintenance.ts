import type { Instant } from '../lifecycle/ids';
import type { HistoryReader } from './history';
import type { Inspection } from './inspect';
import type { Queries } from './queries';

/** What a person can do with a database beside the daemon. None of it takes the lead or stops a daemon. */
export interface Maintenance {
  /** Inspects it without writing. Throws a `StoreError` if the daemon could not use it, such as `half_moved`. */
  inspect(): Promise<Inspection>;
  /**
   * Migrates it, or creates it as the daemon would. Throws a `StoreError`: those of opening it, and `held` if there is something
   * to do while a process acts on it, since its tables would change under that process.
   */
  migrate(now: Instant): Promise<void>;
  /**
   * Writes to it in one transaction, beside a process that acts on it, which hears of it (`Engine.watchOthers`). Only for what that
   * process never writes itself at the same time. Throws a `StoreError`, such as `not_migrated`.
   */
  writeBeside<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Opens it read-only, whether a daemon is running or not. Throws a `StoreError`, such as `not_migrated`. */
  openReader(): Promise<ReadOnlyStore>;
  /** Opens its history to be read from the first row to the last. Throws a `StoreError` as `openReader` does. */
  openHistory(): Promise<HistoryReader>;
}

/** A database opened read-only. Each query sees what is committed when it starts. */
export interface ReadOnlyStore {
  readonly queries: Queries;
  close(): Promise<void>;
}
