/** The double's own time: it runs like the machine's and can be moved forward. */
export class SandboxClock {
  private aheadBy = 0;

  /** How many milliseconds it is ahead of the machine's. */
  get ahead(): number {
    return this.aheadBy;
  }

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number {
    return Date.now() + this.aheadBy;
  }

  /** The same in whole seconds, as Telegram writes dates. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Moves time forward by `ms`. Refuses to go back: Telegram's dates never do. */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`time goes forward only, not by ${ms} ms`);
    this.aheadBy += ms;
  }
}
