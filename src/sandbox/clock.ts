/** The double's own time: it runs like the machine's and can be moved forward. */
export class SandboxClock {
  private ahead = 0;

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number {
    return Date.now() + this.ahead;
  }

  /** The same in whole seconds, as Telegram writes dates. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Moves time forward by `ms`. Refuses to go back: Telegram's dates never do. */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`time goes forward only, not by ${ms} ms`);
    this.ahead += ms;
  }
}
