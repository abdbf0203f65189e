import { Cron } from 'croner';
import type { BackupEnd } from '../backup/process';
import { isFailing, type BackupStatus } from '../backup/status';
import type { Instant, Millis } from '../lifecycle/ids';
import type { Meter } from '../observability/meter';
import { tellOfBackups } from '../requests/backup-alerts';
import { runInTransaction, type AppContext } from '../transaction/run';
import type { Transaction } from '../transaction/transaction';
import type { Owed } from '../store/queries/outbox';

/** When backups are made, and missed. */
export interface BackupTiming {
  /** A cron pattern of 5 or 6 fields that has a next run, in the time zone of the process; null: others make the backups, if any. */
  readonly schedule: string | null;
  /** The admins are told when the newest is older; null: twice the schedule's period, never without a schedule. */
  readonly maxAge: Millis | null;
}

export interface BackupsPorts extends AppContext, BackupTiming {
  /** How they stand by now. */
  readonly status: () => BackupStatus;
  readonly backUp: (job: BackupJob, signal: AbortSignal) => Promise<BackupEnd>;
  /** Takes what has been committed to whoever sends it. */
  readonly committed: (owed: readonly Owed[]) => void;
  readonly meter: Pick<Meter, 'backupsSeen'>;
}

/** `send`: the bucket gets what it has missed, and no backup is made. */
export type BackupJob = 'make' | 'send';

/** How often it is looked whether backups are made, also those that others make. */
const lookEvery = '* * * * *';
/** One that failed is tried again then, if the schedule does not come first. */
const retryAfter: Millis = 15 * 60 * 1000;

/**
 * Makes the backups that are due, at once and then on schedule, and tells the admins where they are not made, until it is
 * stopped. Nothing lives in a timer: what is due follows from the newest backup there is, so one that was missed while
 * the daemon was down is made at its start.
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

const nothingYet: BackupStatus = { lastBackup: null, lastFailure: null, unsent: null, lastDrill: null };

/** Looks whether a backup is due, makes it, and tells how they stand. */
export class BackupWatch {
  private readonly stopping = new AbortController();
  private looking: Promise<void> | null = null;
  /** When this process last began one, by its own clock. */
  private attempted: Instant = 0;
  /** When one failed and could not write that down itself; 0 since one was made. */
  private failed: Instant = 0;

  constructor(private readonly ports: BackupsPorts) {}

  /** A look that takes longer than the time to the next is not overtaken by it. */
  async look(): Promise<void> {
    this.looking ??= this.lookOrLog().finally(() => (this.looking = null));
    await this.looking;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
  }

  private async lookOrLog(): Promise<void> {
    try {
      const due = this.due();
      if (due !== null) await this.backUp(due);
      if (!this.stopping.signal.aborted) await this.tell();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.ports.log.error('it can not be seen whether backups are made', { action: 'backup_watch', error });
    }
  }

  private due(): BackupJob | null {
    const { schedule, clock } = this.ports;
    if (schedule === null) return null;
    const now = clock.now();
    const status = this.status(nothingYet);
    // A clock that was set back has attempted nothing yet.
    const attempted = this.attempted <= now ? this.attempted : 0;
    const last = Math.max(status.lastBackup?.at ?? 0, status.lastFailure ?? 0, attempted);
    if (isFailing(status) && now - last >= retryAfter) return 'make';
    const next = new Cron(schedule, { paused: true }).nextRun(new Date(last));
    if (next !== null && next.getTime() <= now) return 'make';
    // What could not be sent is tried again without another copy: a bucket that is away must not fill the disk.
    return status.unsent !== null && now - Math.max(status.unsent, attempted) >= retryAfter ? 'send' : null;
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
        return log.info(job === 'make' ? 'a backup was made' : 'the bucket has what it had missed', {
          action: 'backup',
          took,
          details: { said: done.said },
        });
      case 'held':
        // What is due then follows from what that one has done.
        this.attempted = 0;
        return log.info('another process is at the backups; this one waits for it', { action: 'backup' });
      case 'failed':
        this.failed = this.isNoted(at) ? 0 : clock.now();
        return log.error('a backup could not be made or copied to the bucket', {
          action: 'backup_failed',
          took,
          details: { said: done.said },
        });
      case 'stopped':
        return;
    }
  }

  /** Whether a failure since then is written down in the folder. */
  private isNoted(since: Instant): boolean {
    const { lastFailure, unsent } = this.read() ?? nothingYet;
    return Math.max(lastFailure ?? 0, unsent ?? 0) >= since;
  }

  private async tell(): Promise<void> {
    // A folder that can't be read holds no backup that helps.
    const status = this.status({ ...nothingYet, lastFailure: this.ports.clock.now() });
    const { lastBackup, lastDrill } = status;
    const maxAge = this.maxAge();
    const failing = isFailing(status) || status.unsent !== null;
    this.ports.meter.backupsSeen({ newest: lastBackup, maxAge, failing, lastDrill });
    // Whoever makes no backups hears nothing of them.
    if (lastBackup === null && !failing && maxAge === null) return;
    const health = { lastBackup: lastBackup?.at ?? null, failing, maxAge };
    const job = (tx: Transaction) => tellOfBackups(tx, health);
    const { owed } = await runInTransaction(this.ports, job, this.stopping.signal);
    this.ports.committed(owed);
  }

  /** `unread` stands for a folder that can't be read; whoever makes a backup there says why. */
  private status(unread: BackupStatus): BackupStatus {
    const found = this.read() ?? unread;
    const lastFailure = Math.max(found.lastFailure ?? 0, this.failed);
    return { ...found, lastFailure: lastFailure === 0 ? null : lastFailure };
  }

  private read(): BackupStatus | null {
    try {
      return this.ports.status();
    } catch (error) {
      this.ports.log.error('the folder of the backups can not be read', { action: 'backup_watch', error });
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

/** The longest time between two of so many runs is the schedule's period: of "on weekdays" it is the weekend. */
const runsLookedAt = 32;
