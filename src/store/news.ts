import type { LeadershipNews, Standby } from './leader';

/** What a person who runs the program wants to know about its database. */
export type StoreNews =
  | LeadershipNews
  /** The database is of an older version. While SQLite migrates, the process does nothing else. */
  | { readonly kind: 'migrating'; readonly missing: number };

/** What opening a database needs besides its place. */
export interface Opening extends Standby {
  readonly tell: (news: StoreNews) => void;
}
