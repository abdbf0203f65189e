import type { Random } from '../process/back-off';
import type { LeadershipEvent, Standby } from './postgres/leader';
import type { StoreError } from './errors';
import type { TransactionOutcome } from './postgres/commit';

/** What a person who runs the program wants to know about its database. */
export type StoreEvent =
  | LeadershipEvent
  /** The database is of an older version. While SQLite migrates, the process does nothing else. */
  | { readonly kind: 'migrating'; readonly missing: number }
  /** Only the name of SQLite's file is locked, not the file. */
  | { readonly kind: 'locked_by_name_only'; readonly why: string }
  /** SQLite's file or its log was deleted or replaced. */
  | { readonly kind: 'file_lost'; readonly error: StoreError }
  /** PostgreSQL's connection broke between a COMMIT and its answer: whether it happened is being found out. */
  | { readonly kind: 'commit_outcome_unknown' }
  | { readonly kind: 'commit_outcome_found'; readonly outcome: TransactionOutcome };

/** What opening a database needs besides its place. */
export interface Opening extends Standby {
  readonly tell: (news: StoreEvent) => void;
  readonly random: Random;
}
