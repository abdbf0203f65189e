import type { NewOwed, Owed } from '../store/queries/outbox';
import type { Transaction } from './transaction';

/** Whoever sends what transactions owe. */
export interface Dispatcher {
  /** For one transaction, which has not begun. */
  earlyClaim(): EarlyClaim;
}

/**
 * The messages of one transaction that are claimed in the commit that owes them, so that they need not wait for another.
 * `reserve` and `claim` are called at the end of the transaction, in this order; then `handOver` once it is committed, or
 * `release` if it is not.
 */
export interface EarlyClaim {
  /**
   * Chooses, of what the transaction owes, the messages that nothing is ahead of. What is `written` already is not chosen,
   * but is ahead of the rest.
   */
  reserve(written: readonly NewOwed[], unwritten: readonly NewOwed[]): Promise<ReadonlySet<NewOwed>>;
  /** The rows of the chosen messages, which are written as claimed. */
  claim(tx: Transaction, rows: readonly Owed[]): Promise<void>;
  /** The transaction is committed and owes all these. Called before anything else is done. */
  handOver(owed: readonly Owed[]): void;
  /** The transaction is given up. */
  release(): void;
}
