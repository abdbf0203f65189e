import type { Instant } from '../lifecycle/ids';
import type { Inspection } from './inspect';
import type { Queries } from './queries';

/** What a person does with a database beside the daemon. Nothing here takes the lead, or keeps a daemon from its work. */
export interface Maintenance {
  /** What it is like. Writes nothing. Throws a `StoreError` where the daemon could not use it. */
  inspect(): Promise<Inspection>;
  /**
   * Brings the schema forward, creating the database as the daemon would. Throws a `StoreError`: what opening it throws,
   * and `held` where there is something to do and a process acts on it, which would find its tables changed.
   */
  migrate(now: Instant): Promise<void>;
  /** Opens it for reading, while a daemon writes or not. Throws a `StoreError`, `not_migrated` among them. */
  openReader(): Promise<ReadOnlyStore>;
}

/** A database that is open for reading. Each query sees what is committed when it begins. */
export interface ReadOnlyStore {
  readonly queries: Queries;
  close(): Promise<void>;
}
