import type { Instant } from '../../lifecycle/ids';
import type { HistoryReader } from '../history';
import type { MovedTable } from './tables';

/** As both engines can give it: see `ColumnKind`. */
export type Value = number | string | null;
export type Row = readonly Value[];

/** So many rows are in memory at a time, of each side. */
export const batchSize = 1_000;

/** A database that is moved from or into. Nobody else acts on it until it is closed. */
export interface MoveEnd {
  /** For people; no secret. */
  readonly name: string;
  count(table: MovedTable): Promise<number>;
  /** All rows that move, in the order of their key, at most `batchSize` at a time. */
  batches(table: MovedTable): AsyncGenerator<readonly Row[], void, undefined>;
  /** The greatest number that a numbered table has ever given; 0: none. */
  lastNumber(table: MovedTable): Promise<number>;
  /** Undoes what isn't committed. */
  close(): Promise<void>;
}

export interface MoveSource extends MoveEnd {
  /** The same for the same database, by whatever address. */
  readonly identity: string;
  /** Whether a command has asked since it was opened to forget somebody: that was not read. Nothing is read afterwards. */
  askedMeanwhile(): Promise<boolean>;
}

/** An empty database, with the schema and the mark of a move. */
export interface MoveTarget extends MoveEnd {
  /** Switches off what would slow the filling down: triggers and indexes. */
  begin(): Promise<void>;
  add(table: MovedTable, rows: readonly Row[]): Promise<void>;
  setLastNumber(table: MovedTable, last: number): Promise<void>;
  /** Makes the indexes, triggers and what `/find` looks through, and writes all of it to the disk. */
  finish(tell: (step: string) => void): Promise<void>;
  /** Its history, which nobody else may read while it has the mark. Close the reader before anything else. */
  openHistory(): Promise<HistoryReader>;
  /** Takes the mark away: from now on it is a database like any other. */
  complete(): Promise<void>;
}

export interface TargetWish {
  readonly now: Instant;
  /** See `MoveSource`. */
  readonly source: string;
  /** Whether to empty it first, if it is half filled. */
  readonly startOver: boolean;
  readonly signal: AbortSignal;
}

/** How to open a database as one end of a move. */
export interface MoveEnds {
  /**
   * Throws a `StoreError`: `held` beside a daemon, `not_migrated`, `newer_schema`, `half_moved`; and those of opening it.
   */
  openSource(now: Instant, signal: AbortSignal): Promise<MoveSource>;
  /** Throws the same, and `not_empty`. It makes the schema, and a SQLite file. */
  openTarget(wish: TargetWish): Promise<MoveTarget>;
}
