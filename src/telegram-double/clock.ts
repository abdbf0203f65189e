/** The double's time: it runs like the machine's and can be moved forward. */
export class DoubleClock {
  private aheadBy = 0;

  /** How far it is ahead of the machine's clock, in milliseconds. */
  get ahead(): number {
    return this.aheadBy;
  }

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number {
    return Date.now() + this.aheadBy;
  }

  /** The same in whole seconds, as in the Bot API. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Moves the time forward by `ms`. Throws if `ms` is negative: Telegram's dates never go back. */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`time can only move forward, not by ${ms} ms`);
    this.aheadBy += ms;
  }
}
