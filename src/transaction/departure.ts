import type { NewOwed, Owed } from '../store/queries/outbox';
import type { Transaction } from './transaction';

/** The messages of one transaction that leave with its commit. If the transaction is tried again, so is all of this. */
export interface Departure {
  /**
   * Chooses, of what the transaction owes at its end, those that nothing is ahead of: they need not wait for a commit of
   * their own. What is `written` down already does not leave, but is ahead of the rest.
   */
  choose(written: readonly NewOwed[], owed: readonly NewOwed[]): Promise<ReadonlySet<NewOwed>>;
  /** Those that were chosen are written down as leaving. */
  depart(tx: Transaction, rows: readonly Owed[]): Promise<void>;
  /** The transaction, which owes all these, is committed: what was chosen leaves, the rest joins the queue. */
  leave(owed: readonly Owed[]): void;
  /** The transaction is given up. */
  cancel(): void;
}
