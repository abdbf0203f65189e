import type { LeadershipNews, Standby } from './leader';
import type { TransactionOutcome } from './postgres-commit';

/** What a person who runs the program wants to know about its database. */
export type StoreNews =
  | LeadershipNews
  /** The database is of an older version. While SQLite migrates, the process does nothing else. */
  | { readonly kind: 'migrating'; readonly missing: number }
  /** PostgreSQL's connection broke between a COMMIT and its answer: whether it happened is being found out. */
  | { readonly kind: 'commit_unanswered' }
  | { readonly kind: 'commit_found_out'; readonly outcome: TransactionOutcome };

/** What opening a database needs besides its place. */
export interface Opening extends Standby {
  readonly tell: (news: StoreNews) => void;
}
