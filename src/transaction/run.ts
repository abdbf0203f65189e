import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../process/clock';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import { isUnavailable } from '../store/errors';
import type { Owed } from '../store/queries/outbox';
import { rememberingPeople } from '../store/queries/people';
import type { Store } from '../store/store';
import type { Departure } from './departure';
import type { Community } from '../people/community';
import { OutboxBuffer } from './outbox-buffer';
import type { Transaction } from './transaction';

/** What every transaction of the program is made from. */
export interface AppContext {
  readonly store: Store;
  readonly community: Community;
  readonly clock: Clock;
  readonly log: Log;
}

/** What became of a transaction that is committed. */
export interface Transacted<T> {
  readonly result: T;
  /** The messages it owes, for whoever sends them. */
  readonly owed: readonly Owed[];
}

/** Runs `job` in one transaction: all of it is committed when this resolves, none of it when it throws. */
function transact<T>(
  app: AppContext,
  job: (tx: Transaction) => Promise<T>,
  departure: Departure | null,
): Promise<Transacted<T>> {
  return app.store.transaction(async (queries) => {
    const now = app.clock.now();
    const store = { ...queries, people: rememberingPeople(queries.people) };
    const owing = new OutboxBuffer(queries.outbox, now);
    const tx: Transaction = { store, community: app.community, now, updateId: null, origin: null, outbox: owing };
    const result = await job(tx);
    const leaving = await departure?.choose(owing.written, owing.unwritten);
    const rows = await owing.write(leaving);
    await departure?.depart(tx, rows);
    return { result, owed: owing.written };
  });
}

const firstWait: Millis = 100;
const longestWait: Millis = 3000;

/**
 * The same, tried again for as long as the database can't be used (no connection, full disk, busy, I/O error). Throws
 * anything else, and whatever stands in the way when `signal` is aborted.
 */
export async function runInTransaction<T>(
  app: AppContext,
  job: (tx: Transaction) => Promise<T>,
  signal: AbortSignal,
  departure: Departure | null = null,
): Promise<Transacted<T>> {
  for (let pause = firstWait, failures = 0; ; pause = Math.min(longestWait, pause * 2), failures += 1) {
    try {
      const done = await transact(app, job, departure);
      if (failures > 0) app.log.info('the database can be used again');
      return done;
    } catch (error) {
      if (!isUnavailable(error) || signal.aborted) throw error;
      if (failures === 0) app.log.error('the database can not be used; everything waits for it', { error });
      await wait(pause, undefined, { signal });
    }
  }
}
