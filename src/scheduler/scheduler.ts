import { setImmediate as nextTurn } from 'node:timers/promises';
import { Cron } from 'croner';
import { forgetForms } from '../contacts/form';
import type { Meter } from '../observability/meter';
import { expireBatch, forget, indexWords, openAppeals, remind, whatIsDue, type Timing } from '../requests/sweep';
import { dropUndoButtons, undoIsOver } from '../requests/undo-buttons';
import { timebox } from '../transaction/timebox';
import type { AppContext } from '../transaction/transactions';
import type { Transaction } from '../transaction/transaction';

export interface SweepPorts extends AppContext {
  readonly timing: Timing;
  /** People ask by the form as well. */
  readonly hasForm: boolean;
  /** Forgets whom it is time to forget, and finishes what was begun. */
  readonly erase?: () => Promise<void>;
  /** Called as each batch is committed: a test can end the process there. */
  readonly step: (name: SweepStep) => void;
}
export type SweepStep = 'swept';

/** So many forms that nobody finished are deleted at once. */
const mostForgotten = 1000;

export interface SchedulerPorts extends SweepPorts {
  /** A cron pattern of 5 or 6 fields, in the process's time zone. */
  readonly schedule: string;
  readonly meter: Pick<Meter, 'swept'>;
}

/**
 * Handles what is due, at once and then on schedule, until it is stopped. Nothing depends on a timer: each sweep asks the
 * database, so a daemon that was down, a clock that jumps or a machine that slept only delays it. Sweeps don't overlap, even if
 * one takes longer than the interval.
 */
export function startScheduler(ports: SchedulerPorts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let sweeping: Promise<void> = Promise.resolve();
  const look = () => (sweeping = sweepOrLog(ports, stopping.signal));
  const job = new Cron(ports.schedule, { protect: true }, look);
  void job.trigger();
  return {
    async stop() {
      job.stop();
      stopping.abort();
      await sweeping;
    },
  };
}

async function sweepOrLog(ports: SchedulerPorts, signal: AbortSignal): Promise<void> {
  const { clock, meter } = ports;
  const began = clock.monotonic();
  try {
    await sweep(ports, signal);
    meter.swept(clock.monotonic() - began, 'done');
  } catch (error) {
    if (signal.aborted) return;
    meter.swept(clock.monotonic() - began, 'failed');
    ports.log.error('a sweep failed; the next one tries again', { action: 'sweep', error });
  }
}

/** One sweep: does everything that is due, once. Stops between two batches when `signal` is aborted. */
export async function sweep(ports: SweepPorts, signal: AbortSignal): Promise<void> {
  const { timing, clock, log, transactions } = ports;
  const began = clock.monotonic();
  const inTransaction = async <T>(job: (tx: Transaction) => Promise<T>): Promise<T> => {
    // Updates get their turn between two batches.
    await nextTurn();
    return transactions.run((tx) => {
      tx.onCommit(() => ports.step('swept'));
      return job(tx);
    }, signal);
  };
  const inBatches = async (job: (tx: Transaction) => Promise<boolean>): Promise<void> => {
    for (let more = true; more && !signal.aborted;) more = await inTransaction(job);
  };
  const due = await inTransaction((tx) => whatIsDue(tx, timing));
  if (due.expiry) await inBatches((tx) => expireBatch(tx, timebox(clock)));
  if (due.reminder) await inTransaction((tx) => remind(tx, timing));
  if (due.appeal) await inBatches(openAppeals);
  if (await inTransaction(undoIsOver)) await inBatches(dropUndoButtons);
  if (due.words) await inBatches(indexWords);
  if (due.updates || due.messages) await inTransaction(forget);
  if (ports.hasForm) await inTransaction((tx) => forgetForms(tx, mostForgotten));
  await ports.erase?.();
  const took = clock.monotonic() - began;
  if (due.expiry || due.reminder || due.appeal) log.info('a sweep handled what was due', { action: 'sweep', took });
}
