import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { appendErasures } from '../backup/erasure-list';
import type { Millis } from '../lifecycle/ids';
import type { Erasure } from '../store/queries/erasures';
import type { Store } from '../store/store';
import { timebox } from '../transaction/timebox';
import type { AppContext } from '../transaction/transactions';
import { eraseAsked } from './erase';
import { beginning, forgetOld, type RetentionCursor } from './retention';
import { dropOldWords } from './words';

export interface EraserPorts extends AppContext {
  readonly store: Pick<Store, 'scrub'>;
  /** How long after their last request ended people are forgotten; null: never. */
  readonly retention: Millis | null;
  /** The files in which whoever was forgotten is written down, as they are now. */
  readonly lists: () => readonly string[];
}

/** How many are looked at together. */
const batch = 100;
/** Others who read the database, or a full disk, delay the end of an erasure by this. */
const pause: Millis = 1_000;
/** Writing a file anew holds up everything else for a moment: nobody can have it done all the time. */
const apart: Millis = 5_000;

/**
 * Forgets whom the command `forget` has named beside the daemon, and whom RETENTION concerns; and finishes what was erased, by whomever:
 * writes it down in the lists outside the database, and removes what is left in the database's files. All of it is found in the
 * database, so a process that died in between has only delayed it.
 */
export class Eraser {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private again = false;
  /** A sweep erases many: what is left of them is removed together. */
  private sweeping = false;
  private scrubbedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly ports: EraserPorts) {}

  /** Something may have been asked for, or erased. */
  wake(): void {
    this.again = true;
    if (this.stopping.signal.aborted || this.sweeping) return;
    this.running ??= this.run().finally(() => (this.running = null));
  }

  /** A look on schedule. Resolves when it is done. */
  async sweep(): Promise<void> {
    const { retention } = this.ports;
    if (retention !== null) {
      this.sweeping = true;
      await this.unlessFailed(async () => {
        let cursor: RetentionCursor | null = beginning;
        while (cursor !== null && !this.stopping.signal.aborted) {
          const from: RetentionCursor = cursor;
          await nextTurn();
          cursor = await this.ports.transactions.run(
            (tx) => forgetOld(tx, retention, from, timebox(this.ports.clock)),
            this.stopping.signal,
          );
        }
      });
      this.sweeping = false;
    }
    await this.unlessFailed(async () => {
      for (let more = true; more && !this.stopping.signal.aborted;) {
        await nextTurn();
        more = await this.ports.transactions.run(dropOldWords, this.stopping.signal);
      }
    });
    this.wake();
    await this.running;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      await this.unlessFailed(async () => {
        await this.eraseAllAsked();
        while (!(await this.finish())) await wait(pause, undefined, { signal: this.stopping.signal });
      });
    }
  }

  /** The next look tries again. */
  private async unlessFailed(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.ports.log.error('what is to be erased could not be erased to its end; the next sweep tries again', {
        action: 'erasure_failed',
        error,
      });
    }
  }

  private async eraseAllAsked(): Promise<void> {
    for (let more = true; more && !this.stopping.signal.aborted;) {
      await nextTurn();
      more = await this.ports.transactions.run(async (tx) => {
        const [next] = await tx.store.erasures.asked(1);
        if (next !== undefined) await eraseAsked(tx, next);
        return next !== undefined;
      }, this.stopping.signal);
    }
  }

  /** Returns whether nothing is left to be done. */
  private async finish(): Promise<boolean> {
    const { transactions, store, lists, log, clock } = this.ports;
    const { signal } = this.stopping;
    const found: readonly Erasure[] = await transactions.run((tx) => tx.store.erasures.unfinished(batch), signal);
    if (found.length === 0) return true;
    for (const file of lists()) appendErasures(file, found);
    const rest = this.scrubbedAt + apart - clock.monotonic();
    if (rest > 0) await wait(rest, undefined, { signal });
    const isClean = await store.scrub();
    this.scrubbedAt = clock.monotonic();
    if (!isClean) return false;
    await transactions.run(async (tx) => {
      await tx.store.erasures.finish(
        found.map(({ id }) => id),
        tx.now,
      );
    }, signal);
    for (const { telegramId, cause } of found) {
      log.info('somebody was forgotten', {
        action: 'forgotten',
        telegramId: telegramId ?? undefined,
        details: { cause },
      });
    }
    return found.length < batch;
  }
}
