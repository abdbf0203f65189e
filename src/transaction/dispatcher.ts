import type { NewOwed, Owed } from '../store/queries/outbox';
import type { Transaction } from './transaction';

/** The sender of what transactions owe. */
export interface Dispatcher {
  /** For one transaction that has not begun. */
  earlyClaim(): EarlyClaim;
}

/**
 * The messages of one transaction that are claimed in the same commit, so that they needn't wait for another. At the end of the
 * transaction `reserve` and `claim` are called, in this order; then `handOver` once it is committed, or `release` if it is not.
 */
export interface EarlyClaim {
  /**
   * Chooses, of the transaction's messages, those with nothing ahead of them. Messages already `written` are not chosen, but are
   * ahead of the rest.
   */
  reserve(written: readonly NewOwed[], unwritten: readonly NewOwed[]): Promise<ReadonlySet<NewOwed>>;
  /** The rows of the chosen messages, which are written as claimed. */
  claim(tx: Transaction, rows: readonly Owed[]): Promise<void>;
  /** The transaction is committed and owes all these. Called before anything else happens. */
  handOver(owed: readonly Owed[]): void;
  /** The transaction is given up. */
  release(): void;
}
