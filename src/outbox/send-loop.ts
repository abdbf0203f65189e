import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Random } from '../process/back-off';
import type { Clock } from '../process/clock';
import type { RecipientId, Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { foldIntoDigest } from '../requests/digest';
import { inGrowingParts, timebox } from '../transaction/timebox';
import type { Owed } from '../store/queries/outbox';
import type { Transaction } from '../transaction/transaction';
import type { Bursts } from './bursts';
import type { Channel } from './channel';
import type { Loader } from './loader';
import type { Queue } from './queue';
import { resolveAll, type ResolvedMessage } from './resolve';
import { retryAfter } from './retry';
import { settle, type Attempt, type Disposition } from './settle';
import type { InFlight } from './in-flight';

/** With this many messages under way, others wait to share a commit, which costs as much as sending several. */
const batchAbove = 20;
const batchDelay: Millis = 10;
/**
 * How long it may take until it is written down that a message has arrived, where nothing waits for that: what arrives
 * meanwhile shares the commit. After a crash all that is not written down is sent again.
 */
const settleDelay: Millis = 50;

export interface SendLoopPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly queue: Queue;
  readonly loader: Loader;
  readonly bursts: Bursts;
  readonly inFlight: InFlight;
  readonly transact: <T>(job: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** These are claimed and sent now. */
  readonly sendOff: (leaving: readonly ResolvedMessage[]) => void;
  readonly channel: Pick<Channel, 'title' | 'logFields'>;
  readonly step: (name: 'settled') => void;
  /** Aborted: no new pass begins. */
  readonly signal: AbortSignal;
}

/**
 * Makes one pass after another as long as there is something to do. In one transaction, a pass settles what was answered, folds
 * bursts into digests, and claims what may be sent.
 */
export class SendLoop {
  /** The new IDs of chats that the current pass moves: their waiting messages come before new ones. */
  private readonly movingTo = new Set<RecipientId>();
  private answered: Attempt[] = [];
  private isWanted = false;
  private running: Promise<void> | null = null;
  private soon: { readonly at: Millis; readonly timer: NodeJS.Timeout } | null = null;
  private mayClaim = true;

  constructor(private readonly ports: SendLoopPorts) {}

  /**
   * An attempt is over. A success is settled a little later, together with others; a failure at once, since the message waits
   * again.
   */
  end(attempt: Attempt): void {
    this.answered.push(attempt);
    const { queue, inFlight, clock, random } = this.ports;
    const { message, result } = attempt;
    // At once: until this is settled, something else may be owed to the chat.
    if (result.end === 'again') {
      const pause = result.after ?? retryAfter(message.row.attempts, random);
      queue.block(message.row, clock.monotonic() + pause, result.untilBack);
    }
    if (result.isBack === true) queue.channelIsBack(clock.monotonic());
    if (result.end !== 'sent') this.want();
    else this.wantWithin(inFlight.count >= batchAbove || queue.isAwaited(message.row) ? batchDelay : settleDelay);
  }

  /** Something may be sent. */
  ready(): void {
    if (this.ports.inFlight.count < batchAbove) this.want();
    else this.wantWithin(batchDelay);
  }

  /** There is something to do. */
  want(): void {
    this.isWanted = true;
    this.running ??= this.run();
  }

  /** Whether the current pass moves messages to this chat: those waiting for its old ID come before the rest. */
  movesTo(chat: RecipientId): boolean {
    return this.movingTo.has(chat);
  }

  /** From now on a pass only settles. */
  claimNothing(): void {
    this.mayClaim = false;
  }

  /** Settles what is left, and resolves when no pass is running. */
  async finish(): Promise<void> {
    this.want();
    await this.running;
  }

  /** There is something to do that can wait so long, for company. */
  private wantWithin(most: Millis): void {
    const at = this.ports.clock.monotonic() + most;
    if (this.soon !== null && this.soon.at <= at) return;
    clearTimeout(this.soon?.timer);
    const timer = setTimeout(() => {
      this.soon = null;
      this.want();
    }, most);
    this.soon = { at, timer };
  }

  private async run(): Promise<void> {
    try {
      // Once given up, the rest is settled by the next start.
      while (this.isWanted && !this.ports.signal.aborted) {
        // Other work of this turn of the event loop shares the commit.
        await nextTurn();
        this.isWanted = false;
        const bursts = this.ports.bursts.take();
        const answered = this.answered.splice(0);
        const taken = this.mayClaim ? this.takeReady() : [];
        if (bursts.length + answered.length + taken.length > 0) await this.pass(bursts, answered, taken);
      }
    } catch (error) {
      this.ports.log.warn('sending ends before all outcomes were recorded', { error });
    } finally {
      // With nothing in between: what is wanted after the last look begins another pass.
      this.running = null;
    }
  }

  private takeReady(): Owed[] {
    const { queue, inFlight, clock } = this.ports;
    const taken: Owed[] = [];
    while (inFlight.hasRoom()) {
      const row = queue.take(clock.monotonic());
      if (row === null) break;
      inFlight.begin(row);
      taken.push(row);
    }
    return taken;
  }

  private async pass(bursts: readonly Owed[][], answered: readonly Attempt[], taken: readonly Owed[]): Promise<void> {
    const { clock, loader, step, inFlight } = this.ports;
    for (const { result } of answered) if (result.end === 'moved') this.movingTo.add(result.to);
    const claimed = await this.ports
      .transact(async (tx) => {
        const isOver = timebox(clock);
        const settled = await inGrowingParts(answered, isOver, (part) => settle(tx, part, this.ports));
        for (const burst of bursts) await foldIntoDigest(tx, burst, this.ports.bursts.isCounted(burst));
        // Messages owed earlier go back to their place before this transaction's messages get theirs.
        tx.onCommit(() => {
          this.afterSettling(answered, settled.results);
          if (settled.done > 0) step('settled');
          if (bursts.length > 0) loader.forget(bursts.flat());
          // What waited for these may leave now.
          this.isWanted = true;
        });
        return inGrowingParts(taken, isOver, (part) => claim(tx, part));
      })
      .catch((error: unknown) => {
        for (const row of taken) inFlight.end(row);
        throw error;
      });
    this.movingTo.clear();
    this.afterClaiming(taken, claimed);
    this.ports.sendOff(claimed.results);
  }

  /** The first of these attempts were settled; the transaction had no time for the others. */
  private afterSettling(answered: readonly Attempt[], dispositions: readonly Disposition[]): void {
    for (const [n, attempt] of answered.entries()) {
      const disposition = dispositions[n];
      if (disposition === undefined) {
        this.answered.unshift(...answered.slice(n));
        this.isWanted = true;
        return;
      }
      if (disposition === 'done') this.release(attempt.message.row);
      else this.putBack(attempt);
      this.followMove(attempt);
    }
  }

  private putBack({ message: { row }, result }: Attempt): void {
    const { queue } = this.ports;
    const isUnknown = (result.end === 'again' || result.end === 'away') && result.outcomeUnknown === true;
    const unknownOutcomes = row.unknownOutcomes + (isUnknown ? 1 : 0);
    if (result.end === 'away') return queue.putLast({ ...row, unknownOutcomes });
    queue.putBack({ ...row, attempts: row.attempts + 1, unknownOutcomes });
  }

  private followMove({ message: { row }, result }: Attempt): void {
    if (result.end !== 'moved') return;
    const { queue, loader } = this.ports;
    queue.moveChat(row.recipientId, result.to);
    loader.moveChat(row.recipientId, result.to);
  }

  /** What was taken and is still owed is sent, if the transaction had time to claim it. */
  private afterClaiming(
    taken: readonly Owed[],
    { done, results }: { readonly done: number; readonly results: readonly ResolvedMessage[] },
  ): void {
    const { queue, inFlight } = this.ports;
    const leave = new Set(results.map(({ row }) => row));
    for (const [n, row] of taken.entries()) {
      if (leave.has(row)) continue;
      inFlight.end(row);
      if (n < done) {
        this.release(row);
      } else {
        queue.putBack(row);
        this.isWanted = true;
      }
    }
  }

  private release(row: Owed): void {
    this.ports.queue.release(row);
    this.ports.loader.forget([row]);
  }
}

async function claim(tx: Transaction, taken: readonly Owed[]): Promise<readonly ResolvedMessage[]> {
  const claimed = await tx.store.outbox.claim(
    taken.map(({ id }) => id),
    tx.now,
  );
  return resolveAll(
    tx,
    taken.filter(({ id }) => claimed.has(id)),
  );
}
