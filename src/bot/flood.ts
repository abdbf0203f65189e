import type { Update } from 'telegraf/types';
import type { Instant, Millis } from '../lifecycle/ids';

/** What becomes of an update of somebody who sends many. */
export type FloodVerdict = 'handle' | 'tell' | 'ignore';

interface Window {
  readonly opened: Instant;
  updates: number;
}

/** How many updates a client may send in how long. */
export interface ClientRate {
  readonly limit: number;
  readonly window: Millis;
}

/** However many people write in one window, and however long it is. */
const mostWindows = 10_000;

/**
 * Counts what each client sends in windows of `window`; above `limit` they are told once, then ignored until it is over.
 * The same for anything else that is known by a number, such as a chat.
 */
export class FloodGate implements ClientRate {
  private readonly windows = new Map<number, Window>();
  /** An update that is handled again after a rollback counts once. */
  private readonly verdicts = new WeakMap<Update, FloodVerdict>();
  private swept: Instant = 0;

  constructor(
    readonly limit: number,
    readonly window: Millis,
  ) {}

  judge(update: Update, sender: number, now: Instant): FloodVerdict {
    const known = this.verdicts.get(update);
    if (known !== undefined) return known;
    const verdict = this.count(sender, now);
    this.verdicts.set(update, verdict);
    return verdict;
  }

  private count(sender: number, now: Instant): FloodVerdict {
    this.forgetOld(now);
    let window = this.windows.get(sender);
    if (window === undefined || this.isOver(window, now)) {
      window = { opened: now, updates: 0 };
      this.windows.delete(sender);
      this.windows.set(sender, window);
      this.forgetSurplus();
    }
    window.updates += 1;
    if (window.updates <= this.limit) return 'handle';
    return window.updates === this.limit + 1 ? 'tell' : 'ignore';
  }

  private forgetOld(now: Instant): void {
    if (Math.abs(now - this.swept) < this.window) return;
    this.swept = now;
    for (const [sender, window] of this.windows) if (this.isOver(window, now)) this.windows.delete(sender);
  }

  /** Drops the oldest window; its sender starts a new one. */
  private forgetSurplus(): void {
    const [oldest] = this.windows.size > mostWindows ? this.windows.keys() : [];
    if (oldest !== undefined) this.windows.delete(oldest);
  }

  /** Also when the clock went back to before it was opened. */
  private isOver({ opened }: Window, now: Instant): boolean {
    return now >= opened + this.window || now < opened;
  }
}
