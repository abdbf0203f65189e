import { setImmediate as nextTurn } from 'node:timers/promises';
import { Cron } from 'croner';
import { forgetForms } from '../contacts/form';
import type { Meter } from '../observability/meter';
import {
  expireBatch,
  forget,
  indexWords,
  openAppeals,
  remind,
  whatIsDue,
  type AllDue,
  type Timing,
} from '../requests/sweep';
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
 * one takes longer than the interval. What nobody waits for follows a sweep and may take hours: it holds up no other sweep.
 */
export function startScheduler(ports: SchedulerPorts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let sweeping: Promise<void> = Promise.resolve();
  let tidying: Promise<unknown> | null = null;
  const look = async (): Promise<void> => {
    const due = await orLog(ports, signal, () => timedSweep(ports, signal));
    if (due === null || signal.aborted) return;
    tidying ??= orLog(ports, signal, () => tidyUp(ports, due, signal)).finally(() => (tidying = null));
  };
  const job = new Cron(ports.schedule, { protect: true }, () => (sweeping = look()));
  void job.trigger();
  return {
    async stop() {
      job.stop();
      stopping.abort();
      await sweeping;
      await tidying;
    },
  };
}

async function timedSweep(ports: SchedulerPorts, signal: AbortSignal): Promise<AllDue> {
  const { clock, meter } = ports;
  const began = clock.monotonic();
  const due = await sweep(ports, signal);
  meter.swept(clock.monotonic() - began, 'done');
  return due;
}

/** Null: it has failed. */
async function orLog<T>(
  { clock, meter, log }: SchedulerPorts,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T | null> {
  const began = clock.monotonic();
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return null;
    meter.swept(clock.monotonic() - began, 'failed');
    log.error('a sweep failed; the next one tries again', { action: 'sweep', error });
    return null;
  }
}

/**
 * One sweep: does everything that is due and that people wait for, once. Stops between two batches when `signal` is aborted. Returns
 * what was due.
 */
export async function sweep(ports: SweepPorts, signal: AbortSignal): Promise<AllDue> {
  const { timing, clock, log } = ports;
  const began = clock.monotonic();
  const { inTransaction, inBatches } = batchesOf(ports, signal);
  const due = await inTransaction((tx) => whatIsDue(tx, timing));
  if (due.expiry) await inBatches((tx) => expireBatch(tx, timebox(clock)));
  if (due.reminder) await inTransaction((tx) => remind(tx, timing));
  if (due.appeal) await inBatches(openAppeals);
  if (await inTransaction(undoIsOver)) await inBatches(dropUndoButtons);
  const took = clock.monotonic() - began;
  if (due.expiry || due.reminder || due.appeal) log.info('a sweep handled what was due', { action: 'sweep', took });
  return due;
}

/** What a sweep leaves, since nobody waits for it. Stops between two batches when `signal` is aborted. */
export async function tidyUp(ports: SweepPorts, due: AllDue, signal: AbortSignal): Promise<void> {
  const { inTransaction, inBatches } = batchesOf(ports, signal);
  if (due.words) await inBatches(indexWords);
  // Until nothing is left, however rarely it is swept: more may come from one sweep to the next than goes at once.
  for (let old = due; (old.updates || old.messages) && !signal.aborted;) {
    await inTransaction(forget);
    old = await inTransaction((tx) => whatIsDue(tx, ports.timing));
  }
  if (ports.hasForm) await inTransaction((tx) => forgetForms(tx, mostForgotten));
  await ports.erase?.();
}

function batchesOf({ transactions, step }: SweepPorts, signal: AbortSignal) {
  const inTransaction = async <T>(job: (tx: Transaction) => Promise<T>): Promise<T> => {
    // Updates get their turn between two batches.
    await nextTurn();
    return transactions.run((tx) => {
      tx.onCommit(() => step('swept'));
      return job(tx);
    }, signal);
  };
  const inBatches = async (job: (tx: Transaction) => Promise<boolean>): Promise<void> => {
    for (let more = true; more && !signal.aborted;) more = await inTransaction(job);
  };
  return { inTransaction, inBatches };
}
