import { setTimeout as wait } from 'node:timers/promises';
import type { Millis } from '../lifecycle/ids';

/** The share of the process’s time that readers get who go on and on, all of them together. */
const share = 1 / 150;
/** What everybody may use at once, without a rest: a human who clicks uses no more. */
const burst: Millis = 50;
/** The longest rest of whoever goes on alone. Of several, each rests as much longer. */
const longestRest: Millis = 2_000;
/** Somebody writes as long as the last transaction for them is no longer ago. */
const lately: Millis = 1_000;
/** How often whoever rests looks whether anybody still writes. */
const look: Millis = 100;
/** How long a reader waits for a moment in which nobody waits for a transaction. */
const longestGap: Millis = 50;
/** Of more readers than this, those are forgotten who have all that they may use. */
const mostReaders = 200;

/** What a pace needs to know of those who write to the bot, and of the time. */
export interface PacePorts {
  /** How long nobody has waited for a transaction; 0: somebody does. */
  readonly quietFor: () => Millis;
  readonly now: () => Millis;
  readonly wait?: (how: Millis) => Promise<unknown>;
}

/**
 * Whoever reads page after page shares the process with the bot. While somebody writes to the bot, work for readers is done piece by piece,
 * one at a time and between transactions, and whoever has used up what everybody may use at once rests after each piece in
 * proportion to it. Where nobody writes, nothing rests.
 */
export class Pace {
  /** The piece of work before, however it ended. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly readers = new Map<string, Allowance>();
  private readonly strangers: Allowance = { left: burst };
  /** Those who don’t have all that they may use: what comes back is divided among them. */
  private readonly used = new Set<Allowance>();
  private refilledAt: Millis;

  constructor(private readonly ports: PacePorts) {
    this.refilledAt = ports.now();
  }

  /** From now on whoever has this token is somebody, with an allowance of their own. */
  admit(token: string): void {
    if (this.readers.has(token)) return;
    if (this.readers.size >= mostReaders) {
      this.refill();
      for (const [known, allowance] of this.readers) if (!this.used.has(allowance)) this.readers.delete(known);
    }
    this.readers.set(token, { left: burst });
  }

  /** Whether this token is somebody’s. */
  isAdmitted(token: string): boolean {
    return this.readers.has(token);
  }

  /** From now on whoever has this token is a stranger. */
  dismiss(token: string): void {
    this.readers.delete(token);
  }

  /** Does a piece of work for whoever has this token once it is its turn. Pieces take milliseconds. Null, and whoever is not admitted: a stranger. */
  async run<T>(token: string | null, work: () => T | Promise<T>): Promise<T> {
    const own = (token === null ? undefined : this.readers.get(token)) ?? this.strangers;
    await this.rest(own);
    const done = this.last.then(async () => {
      await this.gap();
      const began = this.ports.now();
      try {
        return await work();
      } finally {
        this.use(own, this.ports.now() - began);
      }
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  private async rest(own: Allowance): Promise<void> {
    while (this.isWriting()) {
      this.refill();
      if (own.left >= 0) return;
      const end = this.ports.now() + Math.ceil(-own.left / this.rate());
      for (let left = end - this.ports.now(); left > 0 && this.isWriting(); left = end - this.ports.now()) {
        await this.wait(Math.min(left, look));
      }
    }
  }

  private use(own: Allowance, took: Millis): void {
    this.refill();
    this.used.add(own);
    own.left = Math.max(own.left - took, -longestRest * share);
  }

  private refill(): void {
    const now = this.ports.now();
    // What was used while nobody wrote has delayed nobody.
    const back = this.isWriting() ? (now - this.refilledAt) * this.rate() : Infinity;
    this.refilledAt = now;
    for (const allowance of this.used) {
      allowance.left = Math.min(burst, allowance.left + back);
      if (allowance.left === burst) this.used.delete(allowance);
    }
  }

  /** How much of each millisecond comes back to each. */
  private rate(): number {
    return share / Math.max(1, this.used.size);
  }

  /** A piece that begins between two transactions delays neither. */
  private async gap(): Promise<void> {
    const end = this.ports.now() + longestGap;
    while (this.ports.quietFor() === 0 && this.ports.now() < end) await this.wait(1);
  }

  private isWriting(): boolean {
    return this.ports.quietFor() < lately;
  }

  private wait(how: Millis): Promise<unknown> {
    return (this.ports.wait ?? wait)(how);
  }
}

/** Time that somebody may use; it comes back by and by. Below 0: they rest. */
interface Allowance {
  left: Millis;
}
