import type { Owed } from '../store/queries/outbox';
import type { Work } from './work';

/** The messages of one transaction that leave with its commit. */
export interface Departure {
  /**
   * To be called last in the transaction that owes these: claims in it those that nothing is ahead of, so that they need
   * not wait for a commit of their own. If the transaction is tried again, so is this.
   */
  claim(work: Work, owed: readonly Owed[]): Promise<void>;
  /** The transaction is committed: what was claimed leaves, the rest joins the queue. */
  leave(): void;
  /** The transaction is given up. */
  cancel(): void;
}
