/**
 * The bot's time, by which requests expire and wait: a laptop's clock may be wrong. Answers say it in whole seconds, and take a while to
 * come, so a clock that is nearly right is left as it is.
 */
export class BotClock {
  private ahead = 0;

  constructor(private readonly ownTime: () => number) {}

  /** An answer of the bot's has this `Date`; null: it has none. */
  heard(date: string | null): void {
    const said = Date.parse(date ?? '');
    if (Number.isNaN(said)) return;
    const ahead = said - this.ownTime();
    this.ahead = Math.abs(ahead) < nearly ? 0 : ahead;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.ownTime() + this.ahead;
  }
}

/** How far a clock may be off that nobody notices (ms). */
const nearly = 5_000;
