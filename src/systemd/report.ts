import { setTimeout as wait } from 'node:timers/promises';
import type { HealthReport, Phase } from '../observability/health/health';
import type { Instant, Millis } from '../lifecycle/ids';
import type { ServiceManager } from './service-manager';

export interface ReportPorts {
  readonly manager: ServiceManager;
  readonly health: {
    check(): Promise<HealthReport>;
    /** Calls `listener` at once with the phase, and again as soon as there is another. */
    onPhase(listener: (phase: Phase) => void): void;
  };
  /** The manager kills the program after this long without a sign of life. Null if it doesn't watch. */
  readonly watchdog: Millis | null;
  readonly now: () => Instant;
}

/** The status line is updated this often, or more often if the manager watches more closely. */
const statusEvery: Millis = 10_000;
/** While the daemon waits for its database, it keeps asking the manager for more time. */
const oneMoreMinute = 'EXTEND_TIMEOUT_USEC=60000000';
/** A migration of SQLite blocks the process, so there is no chance to ask for more. */
const longestMigration = 'EXTEND_TIMEOUT_USEC=3600000000';

/**
 * Notifies the service manager until it is stopped. READY: the database is open, or another daemon acts on it; Telegram needn't
 * have answered. WATCHDOG: the daemon is alive. STATUS: one line about its state.
 */
export function reportTo({ manager, health, watchdog, now }: ReportPorts): { stop(): void } {
  const stopping = new AbortController();
  let ready = false;
  health.onPhase((phase) => {
    if (!ready && isReady(phase)) ready = manager.tell('READY=1', `STATUS=${phases[phase]}`);
    if (phase === 'migrating') manager.tell(longestMigration, `STATUS=${phases[phase]}`);
    if (phase === 'stopping') manager.tell('STOPPING=1', `STATUS=${phases[phase]}`);
  });
  const every = Math.min(statusEvery, (watchdog ?? Infinity) / 3);
  const report = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const found = await health.check();
      if (stopping.signal.aborted) return;
      // Also tried again here, if the manager couldn't be notified at once.
      if (!ready && isReady(found.phase)) ready = manager.tell('READY=1');
      manager.tell(
        `STATUS=${statusOf(found, now())}`,
        ...(ready || found.phase === 'stopping' ? [] : [oneMoreMinute]),
        ...(watchdog !== null && ready && lives(found) ? ['WATCHDOG=1'] : []),
      );
      await wait(every, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  };
  void report();
  return {
    stop() {
      stopping.abort();
      manager.close();
    },
  };
}

/** A daemon that waits for its database is alive: a fresh start wouldn't interrupt anything. */
const lives = ({ alive, phase }: HealthReport): boolean => alive && phase !== 'waiting_for_database';

function isReady(phase: Phase): boolean {
  switch (phase) {
    case 'standing_by':
    case 'waiting_for_telegram':
    case 'active':
      return true;
    case 'opening_database':
    case 'migrating':
    case 'waiting_for_database':
    case 'stopping':
      return false;
  }
}

const phases: Readonly<Record<Phase, string>> = {
  opening_database: 'opening the database',
  migrating: 'migrating the database',
  waiting_for_database: 'waiting for the database',
  standing_by: 'standing by: another process is active',
  waiting_for_telegram: 'waiting for Telegram to answer',
  active: 'active',
  stopping: 'stopping',
};

/** The line that `systemctl status` shows. */
function statusOf({ phase, reasons, pending, lastPoll }: HealthReport, now: Instant): string {
  if (phase !== 'active') return phases[phase];
  const waiting = pending === null ? [] : [`${pending} pending`];
  const poll = lastPoll === null ? 'no poll answered yet' : `last poll ${Math.round((now - lastPoll) / 1000)} s ago`;
  return [...waiting, poll, ...reasons.map(({ why }) => why)].join('; ');
}
