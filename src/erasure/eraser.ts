import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { appendErasures } from '../backup/erasure-list';
import type { Millis } from '../lifecycle/ids';
import type { Erasure } from '../store/queries/erasures';
import type { Store } from '../store/store';
import { timebox } from '../transaction/timebox';
import type { AppContext } from '../transaction/transactions';
import { eraseKeptNames, eraseNextAsked } from './erase';
import { beginning, forgetOld, type RetentionCursor } from './retention';
import { dropOldWords } from './words';

export interface EraserPorts extends AppContext {
  readonly store: Pick<Store, 'scrub' | 'rewrite'>;
  /** How long nobody has waited for a transaction. */
  readonly quietFor: () => Millis;
  /** How long after their last request ended people are forgotten; null: never. */
  readonly retention: Millis | null;
  /** The files in which whoever was forgotten is written down, as they are now. */
  readonly lists: () => readonly string[];
  /** Called at each named step: a test can end the process there. */
  readonly step: (name: EraserStep) => void;
  /** For so long transactions wait at most for a large file to be written anew. */
  readonly rewriteWithin?: Millis;
}
/** A batch of RETENTION is committed; somebody's erasure is; their traces are removed as far as that is possible; they are listed. */
export type EraserStep = 'retention_looked' | 'erased' | 'scrubbed' | 'listed';

/** How many are looked at together. */
const batch = 100;
/** A look with RETENTION that takes longer lets in between what others have asked for, and what is left of those it has forgotten. */
const longestTurn: Millis = 5_000;
/** While others read the database, its log can't be emptied: this is tried so often, so long after each other; then at each sweep. */
const tries = 10;
const pause: Millis = 1_000;
/** Writing a small file anew holds up everything else for a moment: nobody can have that done for more than a part of the time. */
const smallShare = 10;
/** A large file is written anew after so long, once nobody has waited for the bot in that time, or in any case after the longer one. */
const quiet: Millis = 10_000;
const longest: Millis = 24 * 60 * 60 * 1000;
/** That holds up transactions only, for a smaller part of the time, and is tried again this long after it has failed. */
const largeShare = 100;
const afterFailure: Millis = 60 * 60 * 1000;
/** The database counts as stuck after a minute. */
const longestRewrite: Millis = 45_000;

/**
 * Forgets whom the command `forget` has named beside the daemon, and whom RETENTION concerns, and erases the names of admins who were
 * forgotten and are none any more; and finishes what was erased, by whomever:
 * writes it down in the lists outside the database, and removes what is left in the database's files. All of it is found in the
 * database, so a process that died in between has only delayed it.
 */
export class Eraser {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private again = false;
  /** A sweep erases many: what is left of them is removed together. */
  private sweeping = false;
  private scrubNotBefore = Number.NEGATIVE_INFINITY;
  /** What is left in the database's files. What a process before this one has left is not known. */
  private isLogEmpty = true;
  private rewriteDueSince: Millis | null = null;
  private hasLooked = false;
  private rewriteNotBefore = Number.NEGATIVE_INFINITY;

  constructor(private readonly ports: EraserPorts) {}

  /** Something may have been asked for, or erased. */
  wake(): void {
    this.again = true;
    if (this.stopping.signal.aborted || this.sweeping) return;
    this.running ??= this.run();
  }

  /** A look on schedule. Resolves when it is done. */
  async sweep(): Promise<void> {
    const { retention } = this.ports;
    let cursor = retention === null ? null : beginning;
    while (retention !== null && cursor !== null && !this.stopping.signal.aborted) {
      cursor = await this.forgetOld(retention, cursor);
      if (cursor !== null) await this.round();
    }
    await this.unlessFailed(async () => {
      for (let more = true; more && !this.stopping.signal.aborted;) {
        await nextTurn();
        more = await this.ports.transactions.run(dropOldWords, this.stopping.signal);
      }
    });
    await this.round();
    await this.unlessFailed(() => this.clearFiles());
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Whatever is there now to be erased and removed is. What comes meanwhile is left to the next round, or there would be no end of it. */
  private async round(): Promise<void> {
    this.wake();
    // One that is under way may have begun before.
    await this.running;
    await this.running;
  }

  private async run(): Promise<void> {
    this.again = false;
    await this.unlessFailed(async () => {
      await this.eraseAllAsked();
      while (!(await this.finish())) await nextTurn();
    });
    this.running = null;
    if (this.again) this.wake();
  }

  /** One turn of a look with RETENTION. Returns where to go on; null: that was all, or it has failed. */
  private async forgetOld(retention: Millis, from: RetentionCursor): Promise<RetentionCursor | null> {
    const { clock, transactions, step } = this.ports;
    const { signal } = this.stopping;
    const end = clock.monotonic() + longestTurn;
    this.sweeping = true;
    const reached = await this.unlessFailed(async () => {
      let cursor: RetentionCursor | null = from;
      while (cursor !== null && clock.monotonic() < end && !signal.aborted) {
        const next: RetentionCursor = cursor;
        await nextTurn();
        cursor = await transactions.run((tx) => forgetOld(tx, retention, next, timebox(clock)), signal);
        step('retention_looked');
      }
      return cursor;
    });
    this.sweeping = false;
    return reached;
  }

  /** Null: it has failed, and the next look tries again. */
  private async unlessFailed<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (this.stopping.signal.aborted) return null;
      this.ports.log.error('what is to be erased could not be erased to its end; the next sweep tries again', {
        action: 'erasure_failed',
        error,
      });
      return null;
    }
  }

  private async eraseAllAsked(): Promise<void> {
    await this.ports.transactions.run(eraseKeptNames, this.stopping.signal);
    for (let more = true; more && !this.stopping.signal.aborted;) {
      await nextTurn();
      more = await this.ports.transactions.run(eraseNextAsked, this.stopping.signal);
    }
  }

  /** Returns whether nothing is left to be done. */
  private async finish(): Promise<boolean> {
    const { transactions, lists, log, step } = this.ports;
    const { signal } = this.stopping;
    const found: readonly Erasure[] = await transactions.run((tx) => tx.store.erasures.unfinished(batch), signal);
    if (found.length === 0) return true;
    step('erased');
    await this.removeTraces();
    step('scrubbed');
    // Last, since a list that can't be written must not keep what was erased in the database.
    for (const file of lists()) appendErasures(file, found);
    step('listed');
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

  /** From the database's files, as far as that is possible now. */
  private async removeTraces(): Promise<void> {
    const { clock, log } = this.ports;
    const { signal } = this.stopping;
    const rest = this.scrubNotBefore - clock.monotonic();
    if (rest > 0) await wait(rest, undefined, { signal });
    const began = clock.monotonic();
    await this.scrub();
    const ended = clock.monotonic();
    this.scrubNotBefore = ended + smallShare * (ended - began);
    for (let left = tries; !this.isLogEmpty && left > 1; left -= 1) {
      await wait(pause, undefined, { signal });
      await this.scrub();
    }
    if (!this.isLogEmpty) {
      log.warn('another program keeps reading the database, so its log could not be emptied; each sweep tries again', {
        action: 'log_not_emptied',
      });
    }
  }

  private async scrub(): Promise<void> {
    const { store, clock, log } = this.ports;
    const { isLogEmpty, isRewriteDue } = await store.scrub();
    this.isLogEmpty = isLogEmpty;
    if (!isRewriteDue) this.rewriteDueSince = null;
    else if (this.rewriteDueSince === null) {
      this.rewriteDueSince = clock.monotonic();
      log.info(
        'the database file is too large to be written anew at once: traces of what was erased may be left in it until a quiet moment',
        { action: 'rewrite_due' },
      );
    }
  }

  /** What could not be removed at once is removed now, if it can be. */
  private async clearFiles(): Promise<void> {
    const { clock, log } = this.ports;
    if (this.stopping.signal.aborted) return;
    if (!this.hasLooked || !this.isLogEmpty) await this.scrub();
    this.hasLooked = true;
    if (!this.mayRewrite()) return;
    const began = clock.monotonic();
    const reason = await this.rewrite();
    const took = clock.monotonic() - began;
    this.rewriteNotBefore = began + took + (reason === null ? largeShare * took : afterFailure);
    if (reason !== null) {
      log.warn('the database file could not be written anew; that is tried again in an hour', {
        action: 'not_vacuumed',
        details: { reason },
      });
      return;
    }
    log.info('the database file was written anew: it holds no trace of what was erased', {
      action: 'file_rewritten',
      took,
    });
    await this.scrub();
  }

  /** Returns what went wrong; null: it is done. */
  private async rewrite(): Promise<string | null> {
    const { store, rewriteWithin = longestRewrite } = this.ports;
    const limit = AbortSignal.timeout(rewriteWithin);
    try {
      return await store.rewrite(AbortSignal.any([this.stopping.signal, limit]));
    } catch (error) {
      if (!limit.aborted || this.stopping.signal.aborted) throw error;
      return `it takes longer than ${rewriteWithin / 1000} s, in which nobody would be answered: stop the bot and run "forget" with the ID of somebody who was forgotten`;
    }
  }

  private mayRewrite(): boolean {
    const { clock, quietFor } = this.ports;
    const now = clock.monotonic();
    if (this.rewriteDueSince === null || now < this.rewriteNotBefore) return false;
    const waited = now - this.rewriteDueSince;
    return waited >= longest || (waited >= quiet && quietFor() >= quiet);
  }
}
