import { Cron } from 'croner';
import type { BackupEnd } from '../backup/process';
import { isFailing, type BackupStatus } from '../backup/status';
import type { Instant, Millis } from '../lifecycle/ids';
import type { Meter } from '../observability/meter';
import { tellOfBackups } from '../requests/backup-alerts';
import type { AppContext } from '../transaction/transactions';

/** When backups are made, and missed. */
export interface BackupTiming {
  /** A cron pattern of 5 or 6 fields that has a next run, in the time zone of the process; null: others make the backups, if any. */
  readonly schedule: string | null;
  /** The admins are alerted when the newest is older. Null: twice the schedule's period, or never without a schedule. */
  readonly maxAge: Millis | null;
}

export interface BackupsPorts extends AppContext, BackupTiming {
  /** The current status. */
  readonly status: () => BackupStatus;
  readonly backUp: (job: BackupJob, signal: AbortSignal) => Promise<BackupEnd>;
  readonly meter: Pick<Meter, 'backupsSeen'>;
}

/** `send`: uploads the backups that the bucket lacks and the list of who was forgotten, and makes none. */
export type BackupJob = 'make' | 'send';

/** How often to check whether backups are being made, whoever makes them. */
const lookEvery = '* * * * *';
/** A failed backup is retried after this long, unless the schedule comes first. */
const retryAfter: Millis = 15 * 60 * 1000;

/**
 * Makes due backups, at once and then on schedule, and alerts the admins when none are made, until it is stopped. Nothing depends
 * on a timer: whether a backup is due follows from the newest one, so a backup missed while the daemon was down is made on its
 * start.
 */
export function startBackups(ports: BackupsPorts): { stop(): Promise<void> } {
  const watch = new BackupWatch(ports);
  const patterns = ports.schedule === null ? [lookEvery] : [lookEvery, ports.schedule];
  const jobs = patterns.map((pattern) => new Cron(pattern, () => watch.look()));
  void watch.look();
  return {
    async stop() {
      for (const job of jobs) job.stop();
      await watch.stop();
    },
  };
}

const nothingYet: BackupStatus = {
  ...{ lastBackup: null, lastFailure: null, unsent: null, lastDrill: null },
  isListUnsent: false,
};

/** Checks whether a backup is due, makes it, and reports the status. */
export class BackupWatch {
  private readonly stopping = new AbortController();
  private making: Promise<void> | null = null;
  private telling: Promise<void> | null = null;
  /** When this process last started one, by its own clock. */
  private attempted: Instant = 0;
  /** When a backup failed without being able to record that itself; 0 once one was made. */
  private failed: Instant = 0;
  /** When an upload failed in this process last. */
  private notSent: Instant = 0;

  constructor(private readonly ports: BackupsPorts) {}

  /**
   * Makes what is due, one at a time, and then tells how backups are. While one is being made, which may take hours or never end, others
   * tell that.
   */
  async look(): Promise<void> {
    if (this.making === null) {
      this.making = this.orLog(() => this.makeDue()).finally(() => (this.making = null));
      await this.making;
    }
    this.telling ??= this.orLog(() => this.tell()).finally(() => (this.telling = null));
    await this.telling;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.making;
    await this.telling;
  }

  private async orLog(work: () => Promise<void>): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      await work();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.ports.log.error('could not check whether backups are made', { action: 'backup_check_failed', error });
    }
  }

  private async makeDue(): Promise<void> {
    const due = this.due();
    if (due !== null) await this.backUp(due);
  }

  private due(): BackupJob | null {
    const { schedule, clock } = this.ports;
    const now = clock.now();
    const status = this.status(nothingYet);
    // The clock was set back: no attempt counts.
    const attempted = this.attempted <= now ? this.attempted : 0;
    const notSent = Math.max(status.unsent ?? 0, this.notSent <= now ? this.notSent : 0);
    // Whoever makes the backups: one that is restored from the bucket must not bring back who was forgotten since.
    const list = status.isListUnsent && now - notSent >= retryAfter ? 'send' : null;
    if (schedule === null) return list;
    const last = Math.max(status.lastBackup?.at ?? 0, status.lastFailure ?? 0, attempted);
    if (isFailing(status) && now - last >= retryAfter) return 'make';
    const next = new Cron(schedule, { paused: true }).nextRun(new Date(last));
    if (next !== null && next.getTime() <= now) return 'make';
    // A failed upload is retried without making another backup: while the bucket is away, new ones would fill the disk.
    return status.unsent !== null && now - Math.max(status.unsent, attempted) >= retryAfter ? 'send' : list;
  }

  private async backUp(job: BackupJob): Promise<void> {
    const { clock, log } = this.ports;
    const began = clock.monotonic();
    const at = (this.attempted = clock.now());
    const done = await this.ports.backUp(job, this.stopping.signal);
    const took = clock.monotonic() - began;
    switch (done.end) {
      case 'made':
        this.failed = 0;
        this.notSent = 0;
        return log.info(job === 'make' ? 'made a backup' : 'the bucket now has all backups', {
          action: 'backup',
          took,
          details: { said: done.said },
        });
      case 'held':
        // What is due next depends on what the other process has done.
        this.attempted = 0;
        return log.info('another process is making a backup; waiting for it', { action: 'backup' });
      case 'failed':
        this.failed = this.isNoted(at) ? 0 : clock.now();
        this.notSent = clock.now();
        return log.error('a backup could not be made or uploaded', {
          action: 'backup_failed',
          took,
          details: { said: done.said },
        });
      case 'stopped':
        return;
    }
  }

  /** Whether a failure since then is recorded in the folder. */
  private isNoted(since: Instant): boolean {
    const { lastFailure, unsent } = this.read() ?? nothingYet;
    return Math.max(lastFailure ?? 0, unsent ?? 0) >= since;
  }

  private async tell(): Promise<void> {
    // If the folder can't be read, its backups are of no use.
    const status = this.status({ ...nothingYet, lastFailure: this.ports.clock.now() });
    const { lastBackup, lastDrill } = status;
    const maxAge = this.maxAge();
    const failing = isFailing(status) || status.unsent !== null;
    this.ports.meter.backupsSeen({ newest: lastBackup, maxAge, failing, lastDrill });
    // Admins who make no backups get no alerts about them.
    if (lastBackup === null && !failing && maxAge === null) return;
    const health = { lastBackup: lastBackup?.at ?? null, failing, maxAge };
    await this.ports.transactions.run((tx) => tellOfBackups(tx, health), this.stopping.signal);
  }

  /** `unread` is the status if the folder can't be read; making a backup there reports why. */
  private status(unread: BackupStatus): BackupStatus {
    const found = this.read() ?? unread;
    const lastFailure = Math.max(found.lastFailure ?? 0, this.failed);
    return { ...found, lastFailure: lastFailure === 0 ? null : lastFailure };
  }

  private read(): BackupStatus | null {
    try {
      return this.ports.status();
    } catch (error) {
      this.ports.log.error("the backup folder can't be read", { action: 'backup_check_failed', error });
      return null;
    }
  }

  private maxAge(): Millis | null {
    const { schedule, maxAge, clock } = this.ports;
    if (maxAge !== null || schedule === null) return maxAge;
    const runs = new Cron(schedule, { paused: true }).nextRuns(runsLookedAt, new Date(clock.now()));
    const gaps = runs.slice(1).map((run, n) => run.getTime() - (runs[n]?.getTime() ?? 0));
    return gaps.length === 0 ? null : 2 * Math.max(...gaps);
  }
}

/** The schedule's period is the longest time between two of this many runs: for "on weekdays" it's the weekend. */
const runsLookedAt = 32;
