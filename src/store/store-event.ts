import type { Random } from '../process/back-off';
import type { LeadershipEvent, Standby } from './postgres/leader';
import type { StoreError } from './errors';
import type { TransactionOutcome } from './postgres/commit';

/** What operators want to know about the database. */
export type StoreEvent =
  | LeadershipEvent
  /** The database is being migrated from an older version. SQLite blocks the process meanwhile. */
  | { readonly kind: 'migrating'; readonly missing: number }
  /** A migration chains the history of before there was a chain. Only a long one is reported. */
  | { readonly kind: 'chaining_history'; readonly done: number; readonly total: number }
  /** Only the name of SQLite's file is locked, not the file itself. */
  | { readonly kind: 'locked_by_name_only'; readonly why: string }
  /** PostgreSQL can't have the index that /find uses. `reason`: what the server said. */
  | { readonly kind: 'find_is_slow'; readonly reason: string }
  /** SQLite's file could not be written anew: what was deleted from it before may still be in it. `reason`: what SQLite said. */
  | { readonly kind: 'not_vacuumed'; readonly reason: string }
  /** SQLite's file or WAL was deleted or replaced. */
  | { readonly kind: 'file_lost'; readonly error: StoreError }
  /** PostgreSQL's connection broke between a COMMIT and its answer: the outcome is being looked up. */
  | { readonly kind: 'commit_outcome_unknown' }
  /** It can't be looked up yet: the database is unavailable. */
  | { readonly kind: 'commit_outcome_waiting'; readonly error: unknown }
  | { readonly kind: 'commit_outcome_found'; readonly outcome: TransactionOutcome };

/** What opening a database needs besides its location. */
export interface Opening extends Standby {
  readonly tell: (event: StoreEvent) => void;
  readonly random: Random;
}
