import { setTimeout as wait } from 'node:timers/promises';
import { delay, type Random } from '../process/back-off';
import type { Millis, RequestId } from '../lifecycle/ids';
import type { Clock } from '../process/clock';
import type { Log } from '../observability/log';
import type { Meter } from '../observability/meter';
import { isUnavailable } from '../store/errors';
import { remembering } from '../store/queries';
import { addedAdmins } from '../people/added-admins';
import type { Store } from '../store/store';
import type { Community } from '../people/community';
import type { ChannelName } from '../store/rows';
import type { FastPath } from './fast-path';
import { FastPaths } from './fast-paths';
import { OutboxBuffer } from './outbox-buffer';
import type { Reading, Transaction } from './transaction';

// Re-exported so that callers can tell an unavailable database from a bug.
export { isUnavailable };

/** What every part of the program that changes something gets. */
export interface AppContext {
  readonly transactions: Pick<Transactions, 'run'>;
  readonly community: Community;
  readonly clock: Clock;
  readonly log: Log;
}

export interface TransactionsPorts {
  readonly random: Random;
  readonly store: Pick<Store, 'transaction' | 'read'>;
  readonly community: Community;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Pick<Meter, 'owed' | 'voted'>;
  readonly webhooks: Transaction['webhooks'];
  readonly codeKey: Buffer;
}

/** The delay between attempts while the database is unavailable. */
const pauses = { min: 100, max: 3000 };

/** Runs all transactions of the program, and hands their messages to the dispatchers after the commit. */
export class Transactions {
  private readonly dispatchers = new Map<ChannelName, () => FastPath>();
  private wakeAccess: (() => void) | null = null;
  private wakeEraser: (() => void) | null = null;
  private watcher: ((touched: ReadonlySet<RequestId>) => void) | null = null;
  /** Transactions that have changed who the admins are, and of which nobody knows yet whether they are committed. */
  private readonly undecided = new Set<Community>();

  /** How many transactions somebody waits for, and when the last of them ended. */
  private awaited = 0;
  private endedAt = -Infinity;

  constructor(private readonly ports: TransactionsPorts) {}

  /** How long nobody has waited for a transaction (`awaited`); 0: somebody does. */
  quietFor(): Millis {
    return this.awaited > 0 ? 0 : this.ports.clock.monotonic() - this.endedAt;
  }

  /** From now on the channel's dispatcher gets new messages. Earlier ones are only in the table, which a dispatcher reads on start. */
  dispatchWith(channel: ChannelName, fastPath: () => FastPath): void {
    this.dispatchers.set(channel, fastPath);
  }

  /** From now on this is called after each commit that has changed who should be in a chat of the community. Must not throw. */
  wakeForAccess(wake: () => void): void {
    this.wakeAccess = wake;
  }

  /** From now on this is called after each commit that has erased somebody. Must not throw. */
  wakeForErasures(wake: () => void): void {
    this.wakeEraser = wake;
  }

  /** From now on this is called after each commit that has changed something about requests, with their numbers. Must not throw. */
  watchWith(watcher: (touched: ReadonlySet<RequestId>) => void): void {
    this.watcher = watcher;
  }

  /**
   * Runs `job` in one transaction. Resolves with its result once all of it is committed and its messages are handed over. If this
   * throws, nothing is committed, unless the outcome is unknown (`Engine.transaction`).
   *
   * Retries as long as the database is unavailable (no connection, full disk, busy, I/O error). Throws any other error, and the
   * current one when `signal` is aborted.
   *
   * `awaited`: somebody who has written to the bot waits for this.
   */
  async run<T>(job: (tx: Transaction) => Promise<T>, signal: AbortSignal, { awaited = false } = {}): Promise<T> {
    const { log, random } = this.ports;
    for (let failures = 0; ; failures += 1) {
      try {
        const result = await (awaited ? this.counted(() => this.attempt(job)) : this.attempt(job));
        if (failures > 0) log.info('the database is available again');
        return result;
      } catch (error) {
        if (!isUnavailable(error) || signal.aborted) throw error;
        if (failures === 0) log.error('the database is unavailable; everything waits for it', { error });
        await wait(delay(failures + 1, pauses, random), undefined, { signal });
      }
    }
  }

  /**
   * Runs `job` on what is committed, beside the transactions: neither waits for the other. Throws at once if the database is
   * unavailable.
   */
  read<T>(job: (reading: Reading) => Promise<T>): Promise<T> {
    const { store, community, clock } = this.ports;
    return store.read(async (queries) => {
      const own = community.copy();
      if (this.undecided.size > 0) own.appointAdded(await addedAdmins(queries));
      return job({
        store: remembering(queries),
        community: own,
        now: clock.now(),
      });
    });
  }

  private async counted<T>(attempt: () => Promise<T>): Promise<T> {
    this.awaited += 1;
    try {
      return await attempt();
    } finally {
      this.awaited -= 1;
      this.endedAt = this.ports.clock.monotonic();
    }
  }

  private async attempt<T>(job: (tx: Transaction) => Promise<T>): Promise<T> {
    const { store, community, clock, meter, webhooks, codeKey } = this.ports;
    const fastPath = new FastPaths(new Map([...this.dispatchers].map(([channel, begin]) => [channel, begin()])));
    const onCommit: (() => void)[] = [];
    const touched = new Set<RequestId>();
    const { result, owed, own, looked } = await store
      .transaction(async (queries) => {
        const now = clock.now();
        const own = community.copy();
        const looked = [...this.undecided];
        if (looked.length > 0) own.appointAdded(await addedAdmins(queries));
        const outbox = new OutboxBuffer(queries.outbox, now);
        const tx: Transaction = {
          store: remembering(queries),
          community: own,
          now,
          updateId: null,
          via: 'system',
          origin: null,
          outbox,
          webhooks,
          meter,
          codeKey,
          touch: (request) => void touched.add(request),
          wakeAccess: () => void onCommit.push(() => this.wakeAccess?.()),
          wakeEraser: () => void onCommit.push(() => this.wakeEraser?.()),
          onCommit: (callback) => void onCommit.push(callback),
        };
        const result = await job(tx);
        if (!own.hasAdminsOf(community)) this.undecided.add(own);
        const claimed = await outbox.write(await fastPath.reserve(outbox.written, outbox.unwritten));
        await fastPath.claim(tx, claimed);
        return { result, owed: outbox.written, own, looked };
      })
      .catch((error: unknown) => {
        fastPath.release();
        throw error;
      });
    if (!own.hasAdminsOf(community)) community.adopt(own);
    for (const decided of [own, ...looked]) this.undecided.delete(decided);
    for (const callback of onCommit) callback();
    if (touched.size > 0) this.watcher?.(touched);
    fastPath.handOver(owed);
    meter.owed(owed);
    return result;
  }
}
