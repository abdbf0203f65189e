import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../process/clock';
import { inGrowingParts, timebox } from '../transaction/timebox';
import type { NewOwed, Owed } from '../store/queries/outbox';
import type { FastPath } from '../transaction/fast-path';
import type { Transaction } from '../transaction/transaction';
import { resolveAll, type ResolvedMessage } from './resolve';

/** What the fast path needs of the dispatcher. */
export interface FastPathPorts {
  readonly clock: Clock;
  /** Chooses messages with nothing ahead of them; they count as under way from now on. */
  readonly takeUnhindered: (written: readonly NewOwed[], unwritten: readonly NewOwed[]) => readonly NewOwed[];
  /** The message is no longer under way. */
  readonly ended: (message: NewOwed) => void;
  /** These are committed: `leaving` are claimed and sent now, the others wait for their turn. */
  readonly committed: (leaving: readonly ResolvedMessage[], waiting: readonly Owed[]) => void;
}

type State =
  /** The transaction is running. */
  | { readonly mode: 'open' }
  /** The transaction's job is done. Messages that may be sent at once count as under way. */
  | { readonly mode: 'reserved'; readonly messages: readonly NewOwed[] }
  /** Those messages are in the table as claimed, and rendered. Nothing is committed yet. */
  | {
      readonly mode: 'claimed';
      readonly messages: readonly Owed[];
      readonly leaving: readonly ResolvedMessage[];
      /** There was no time to render them: they are no longer claimed. */
      readonly postponed: readonly Owed[];
    }
  /** Everything is committed: claimed messages are being sent, the rest waits in the queue. */
  | { readonly mode: 'handed_over' }
  /**
   * Nothing is committed, as far as known, and nothing counts as under way. If the outcome of the commit is unknown, rows may be
   * claimed: the dispatcher releases them before it loads more.
   */
  | { readonly mode: 'released' };

/**
 * Takes the messages of one transaction through the modes above, in order; it can be released in each of the first three.
 * Without it, a confirmation would wait for a second commit: with `synchronous=FULL` and one request at a time it took 2.1
 * commits instead of 1.75, and the 95th percentile of the confirmations was 17 ms instead of 12.
 */
export class OutboxFastPath implements FastPath {
  private state: State = { mode: 'open' };

  constructor(private readonly ports: FastPathPorts) {}

  async reserve(written: readonly NewOwed[], unwritten: readonly NewOwed[]): Promise<ReadonlySet<NewOwed>> {
    if (unwritten.length === 0) return new Set();
    // At the next turn of the event loop, everything committed before this transaction is in the queue.
    await nextTurn();
    const messages = this.ports.takeUnhindered(written, unwritten);
    this.state = { mode: 'reserved', messages };
    return new Set(messages);
  }

  async claim(tx: Transaction, rows: readonly Owed[]): Promise<void> {
    if (rows.length === 0) return;
    const { done, results } = await inGrowingParts(rows, timebox(this.ports.clock), (part) => resolveAll(tx, part));
    const postponed = rows.slice(done);
    await tx.store.outbox.unclaim(postponed.map(({ id }) => id));
    this.state = { mode: 'claimed', messages: rows, leaving: results, postponed };
  }

  handOver(owed: readonly Owed[]): void {
    const { state } = this;
    this.state = { mode: 'handed_over' };
    if (state.mode !== 'claimed') return this.ports.committed([], owed);
    const { messages, leaving, postponed } = state;
    const leave = new Set(leaving.map(({ row }) => row));
    for (const row of messages) if (!leave.has(row)) this.ports.ended(row);
    const isDone = new Set(messages);
    for (const row of postponed) isDone.delete(row);
    this.ports.committed(
      leaving,
      owed.filter((row) => !isDone.has(row)),
    );
  }

  release(): void {
    const { state } = this;
    this.state = { mode: 'released' };
    if (state.mode === 'reserved' || state.mode === 'claimed')
      for (const each of state.messages) this.ports.ended(each);
  }
}
