import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock';
import type { Millis } from '../lifecycle/ids';
import type { Log } from '../log';
import { isUnavailable } from '../store/errors';
import { rememberingPeople } from '../store/queries/people';
import type { Store } from '../store/store';
import type { House } from './house';
import type { Work } from './work';

/** What every transaction of the program is made from. */
export interface Desk {
  readonly store: Store;
  readonly house: House;
  readonly clock: Clock;
  readonly log: Log;
}

/** Runs `job` in one transaction: all of it is committed when this resolves, none of it when it throws. */
function transact<T>(desk: Desk, job: (work: Work) => Promise<T>): Promise<T> {
  return desk.store.transaction((store) => {
    const remembering = { ...store, people: rememberingPeople(store.people) };
    const work: Work = { store: remembering, house: desk.house, now: desk.clock.now(), updateId: null, owed: [] };
    return job(work);
  });
}

const firstWait: Millis = 100;
const longestWait: Millis = 3000;

/**
 * The same, tried again for as long as the database can't be used (no connection, full disk, busy, I/O error). Throws
 * anything else, and whatever stands in the way when `signal` is aborted.
 */
export async function transactOnceAvailable<T>(
  desk: Desk,
  job: (work: Work) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (let pause = firstWait, failures = 0; ; pause = Math.min(longestWait, pause * 2), failures += 1) {
    try {
      const done = await transact(desk, job);
      if (failures > 0) desk.log.info('the database can be used again');
      return done;
    } catch (error) {
      if (!isUnavailable(error) || signal.aborted) throw error;
      if (failures === 0) desk.log.error('the database can not be used; everything waits for it', { error });
      await wait(pause, undefined, { signal });
    }
  }
}
