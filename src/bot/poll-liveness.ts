import type { Instant, Millis } from '../lifecycle/ids';
import { noteAnsweredPoll, pressesLast, tellOfConflict } from '../inbox/polls';
import type { AppContext } from '../transaction/transactions';
import type { Transaction } from '../transaction/transaction';

/** The time of the last poll is written down this often, for a daemon that starts after this one. */
const writtenEvery: Millis = 5000;

/**
 * Knows when the bot last heard from Telegram. After longer than presses last, the admins are told that some may never
 * have arrived; the time is kept in the database, so one during which no daemon ran counts too.
 */
export class PollLiveness {
  /** By the monotonic clock: within one run it tells how long a silence was, where the wall clock may have jumped. */
  private heardAt: Millis | null = null;
  private written: Instant = Number.NEGATIVE_INFINITY;
  private writing: Promise<void> = Promise.resolve();

  /** `signal` ends what waits for the database. */
  constructor(
    private readonly ports: Pick<AppContext, 'transactions' | 'clock' | 'log'>,
    private readonly signal: AbortSignal,
  ) {}

  /** A poll was answered. */
  heard(): void {
    const before = this.heardAt;
    const now = this.ports.clock.monotonic();
    this.heardAt = now;
    const silent = before === null ? null : now - before;
    // What is written down is compared with the wall clock of a later start, so a jump of that is written at once.
    const wall = this.ports.clock.now();
    const isWritten = Math.abs(wall - this.written) < writtenEvery;
    if (silent !== null && silent <= pressesLast && isWritten) return;
    this.written = wall;
    this.write((tx) => noteAnsweredPoll(tx, silent));
  }

  /** A poll that was open broke off: until now presses came through. */
  brokeOff(): void {
    if (this.heardAt !== null) this.heardAt = this.ports.clock.monotonic();
  }

  /** Another program polls with our token. */
  conflicted(): void {
    this.write(tellOfConflict);
  }

  /** The last poll is over; writes down when that was. */
  async stop(): Promise<void> {
    if (this.heardAt !== null && !this.signal.aborted) this.write((tx) => noteAnsweredPoll(tx, 0));
    await this.writing;
  }

  /** One after the other, behind what the loop does: a poll does not wait for this. */
  private write(job: (tx: Transaction) => Promise<void>): void {
    this.writing = this.writing
      .then(() => this.ports.transactions.run(job, this.signal))
      .catch((error: unknown) => {
        if (!this.signal.aborted) this.ports.log.error('the time of the last poll could not be written', { error });
      });
  }
}
