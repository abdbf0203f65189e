import type { NewOwed, Owed } from '../store/queries/outbox';
import type { Transaction } from './transaction';

/**
 * A message with nothing ahead of it skips the queue: it is claimed in the commit that writes it. Each transaction has one of
 * these, from before it begins. At the end of the transaction `reserve` and `claim` are called, in this order; then `handOver` once it is committed, or `release` if it is not.
 */
export interface FastPath {
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
