/** Where the data is. `path` is SQLite's file; PostgreSQL's `url` may contain a password. */
export type DatabaseTarget =
  { readonly dialect: 'sqlite'; readonly path: string } | { readonly dialect: 'postgres'; readonly url: string };

export type Dialect = DatabaseTarget['dialect'];

/** What `scrub` has left. */
export interface Scrubbed {
  /** False: something else is reading the log, which holds what was deleted until it can be emptied. */
  readonly isLogEmpty: boolean;
  /** What was deleted may have left a copy in a file that is too large to be written anew while people wait. */
  readonly isRewriteDue: boolean;
}

/** An open database. What changes it goes through `transaction`: there is one connection for that, used by one job at a time. */
export interface Engine<Q> {
  readonly dialect: Dialect;

  /**
   * Runs `work` in a transaction and commits it; if `work` throws, rolls back and rethrows. Calls run one at a time, in order.
   * `work` may only await its queries (everyone else is waiting), must not call `transaction` (it would wait for itself) and must
   * not swallow an error of a query.
   *
   * Throws the driver's error if the database fails; `isUnavailable` says whether a retry can help. If the answer to a COMMIT was
   * lost, its outcome is looked up, and the call resolves or throws accordingly. Only if the server can't tell (another one has
   * replaced it, or the daemon is stopping) does the call throw although the commit may have happened. Throws a `StoreError` of
   * code `held`, and writes nothing, once another process acts on the database.
   */
  transaction<T>(work: (queries: Q) => Promise<T>): Promise<T>;

  /**
   * Runs `work` on what is committed, as it is at one moment, on a connection that can't write: transactions don't wait for it,
   * nor does it wait for them. Reads run one at a time, in order, so each has to be short, and `work` may only await its queries.
   * Nothing is opened for this before the first read.
   *
   * Throws the driver's error if the database fails: nothing is tried again.
   */
  read<T>(work: (queries: Q) => Promise<T>): Promise<T>;

  /**
   * Removes what is left in the database's files of what was deleted or overwritten, as far as it is this program's to do: on
   * SQLite, from its log and, unless the file is large, from what no row uses.
   */
  scrub(): Promise<Scrubbed>;

  /**
   * Does what `scrub` leaves: writes SQLite's file anew. That takes some seconds for each gigabyte, and twice the room of the file;
   * transactions wait meanwhile, reads and everything else go on. Returns what went wrong; null: it is done. Throws the reason of
   * `signal`, and has changed nothing then.
   */
  rewrite(signal: AbortSignal): Promise<string | null>;

  /** Calls the listener whenever another process has written to the database, maybe some moments later. It must not throw. */
  watchOthers(listener: () => void): void;

  /** Aborted with that `StoreError` as soon as another process is known to act: this one has to end. */
  readonly lost: AbortSignal;

  /** The number of commits with an unknown outcome so far: what they wrote is unknown too. */
  readonly uncertainCommits: number;

  /** Whether it is certain that no other process acts. While it isn't, don't call Telegram. */
  readonly undisputed: boolean;

  /** Waits for the transactions already requested, then closes the database. Later ones are refused. Reads may fail. */
  close(): Promise<void>;
}
