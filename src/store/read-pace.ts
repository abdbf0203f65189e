import { setTimeout as wait } from 'node:timers/promises';
import type { Millis } from '../lifecycle/ids';

/** The longest rest between two reads. */
const longest: Millis = 50;

interface Time {
  readonly now: () => Millis;
  readonly wait: (how: Millis) => Promise<void>;
}
const realTime: Time = { now: () => performance.now(), wait: (how) => wait(how) };

/**
 * Reads share the process, or the server's machine, with the transactions. Whoever reads page after page must not slow those down:
 * while there are any, each read is followed by a rest in proportion to its length. Where nobody writes, nothing rests.
 */
export class ReadPace {
  private restUntil = -Infinity;
  private seen = 0;

  /** `rest`: how many times as long as a read the rest after it is. `transactions`: how many there have been. */
  constructor(
    private readonly rest: number,
    private readonly transactions: () => number,
    private readonly time: Time = realTime,
  ) {}

  /** Runs a read once the rest after the one before is over. */
  async run<T>(read: () => Promise<T>): Promise<T> {
    const left = this.restUntil - this.time.now();
    if (left > 0) await this.time.wait(left);
    const before = this.seen;
    const began = this.time.now();
    try {
      return await read();
    } finally {
      const end = this.time.now();
      this.seen = this.transactions();
      this.restUntil = this.seen === before ? -Infinity : end + Math.min(longest, this.rest * (end - began));
    }
  }
}
