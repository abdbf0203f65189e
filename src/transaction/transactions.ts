import { setTimeout as wait } from 'node:timers/promises';
import { delay, type Random } from '../process/back-off';
import type { Clock } from '../process/clock';
import type { Log } from '../observability/log';
import type { Meter } from '../observability/meter';
import { isUnavailable } from '../store/errors';
import { rememberingPeople } from '../store/queries/people';
import type { Store } from '../store/store';
import type { Community } from '../people/community';
import type { Dispatcher } from './dispatcher';
import { OutboxBuffer } from './outbox-buffer';
import type { Transaction } from './transaction';

// Whoever is handed what a transaction throws has to tell this from a failure of its own.
export { isUnavailable };

/** What every part of the program that changes something is given. */
export interface AppContext {
  readonly transactions: Pick<Transactions, 'run'>;
  readonly community: Community;
  readonly clock: Clock;
  readonly log: Log;
}

export interface TransactionsPorts {
  readonly random: Random;
  readonly store: Pick<Store, 'transaction'>;
  readonly community: Community;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Pick<Meter, 'owed' | 'voted'>;
}

/** Between two attempts while the database can't be used. */
const pauses = { min: 100, max: 3000 };

/** Runs all transactions of the program, and hands over what they owe to whoever sends it. */
export class Transactions {
  private dispatcher: Dispatcher | null = null;

  constructor(private readonly ports: TransactionsPorts) {}

  /**
   * From now on the dispatcher gets what is owed. What was owed before is in the table only, which a dispatcher reads at its
   * start.
   */
  dispatchWith(dispatcher: Dispatcher): void {
    this.dispatcher = dispatcher;
  }

  /**
   * Runs `job` in one transaction. Resolves with its result when all of it is committed, and what it owes is on its way; if
   * this throws, nothing is committed, unless the database could not tell (`Engine.transaction`).
   *
   * Tried again for as long as the database can't be used (no connection, full disk, busy, I/O error). Throws anything else,
   * and whatever stands in the way when `signal` is aborted.
   */
  async run<T>(job: (tx: Transaction) => Promise<T>, signal: AbortSignal): Promise<T> {
    const { log, random } = this.ports;
    for (let failures = 0; ; failures += 1) {
      try {
        const result = await this.attempt(job);
        if (failures > 0) log.info('the database can be used again');
        return result;
      } catch (error) {
        if (!isUnavailable(error) || signal.aborted) throw error;
        if (failures === 0) log.error('the database can not be used; everything waits for it', { error });
        await wait(delay(failures + 1, pauses, random), undefined, { signal });
      }
    }
  }

  private async attempt<T>(job: (tx: Transaction) => Promise<T>): Promise<T> {
    const { store, community, clock, meter } = this.ports;
    const early = this.dispatcher?.earlyClaim() ?? null;
    const onCommit: (() => void)[] = [];
    const { result, owed } = await store
      .transaction(async (queries) => {
        const now = clock.now();
        const outbox = new OutboxBuffer(queries.outbox, now);
        const tx: Transaction = {
          store: { ...queries, people: rememberingPeople(queries.people) },
          community,
          now,
          updateId: null,
          via: 'system',
          origin: null,
          outbox,
          meter,
          onCommit: (callback) => void onCommit.push(callback),
        };
        const result = await job(tx);
        const claimed = await outbox.write(await early?.reserve(outbox.written, outbox.unwritten));
        await early?.claim(tx, claimed);
        return { result, owed: outbox.written };
      })
      .catch((error: unknown) => {
        early?.release();
        throw error;
      });
    for (const callback of onCommit) callback();
    early?.handOver(owed);
    meter.owed(owed);
    return result;
  }
}
