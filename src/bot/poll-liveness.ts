import type { Instant, Millis } from '../lifecycle/ids';
import { noteAnsweredPoll, pressesLast, tellOfConflict } from '../inbox/polls';
import type { AppContext } from '../transaction/transactions';
import type { Transaction } from '../transaction/transaction';

/** How often the time of the last poll is stored, for the next daemon. */
const writtenEvery: Millis = 5000;

/**
 * Knows when the bot last heard from Telegram. After a silence longer than Telegram keeps presses, the admins are told that
 * some may be lost. The time is in the database, so a silence in which no daemon ran counts too.
 */
export class PollLiveness {
  /** Monotonic, since the wall clock may jump during a silence. */
  private heardAt: Millis | null = null;
  private written: Instant = Number.NEGATIVE_INFINITY;
  private writing: Promise<void> = Promise.resolve();

  /** `signal` ends waits for the database. */
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
    // A later start compares the stored time with its wall clock, so a jump of the clock is stored at once.
    const wall = this.ports.clock.now();
    const isWritten = Math.abs(wall - this.written) < writtenEvery;
    if (silent !== null && silent <= pressesLast && isWritten) return;
    this.written = wall;
    this.write((tx) => noteAnsweredPoll(tx, silent));
  }

  /** An open poll broke off: until now, presses came through. */
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
