/** Where the data is. `path` names SQLite's file; the `url` of PostgreSQL may hold a password. */
export type DatabaseTarget =
  { readonly dialect: 'sqlite'; readonly path: string } | { readonly dialect: 'postgres'; readonly url: string };

export type Dialect = DatabaseTarget['dialect'];

/** An open database. Everything goes through `transaction`: there is one connection, used by one piece of work at a time. */
export interface Engine<Q> {
  readonly dialect: Dialect;

  /**
   * Runs `work` in a transaction and commits it, or rolls it back and rethrows what `work` threw. Calls are served one at
   * a time, in their order. Inside, `work` awaits nothing but its queries (everyone else is waiting), calls no
   * `transaction` (it would wait for itself) and swallows no error of a query.
   *
   * Throws the driver's own error where the database fails; `isUnavailable` tells whether trying again can help. A commit
   * whose answer was lost is found out, and resolves or throws accordingly. Only where the server can't tell (another one
   * has taken its place meanwhile, or the daemon stops) does it throw though it may have happened. Throws a `StoreError` of code `held`, and writes
   * nothing, once another process acts on the database.
   */
  transaction<T>(work: (queries: Q) => Promise<T>): Promise<T>;

  /** Aborted, with that `StoreError`, as soon as it is known that another process acts: this one has to end. */
  readonly lost: AbortSignal;

  /** How many commits there have been of which nobody could tell whether they happened: nobody knows what they stored. */
  readonly uncertainCommits: number;

  /** Whether it is certain that no other process acts. While it is not, nothing is to be asked of or told to Telegram. */
  readonly undisputed: boolean;

  /** Waits for the transactions already asked for, then lets go of the database. Later ones are refused. */
  close(): Promise<void>;
}
