import type { DoubleClock } from './clock';
import { patience, withDeadline } from './deadline';

/** What the user sees after a press: a toast, or an alert to close. Empty if the bot only ended the spinner. */
export interface PressAnswer {
  readonly text?: string;
  readonly show_alert?: boolean;
  readonly url?: string;
}

/** How long Telegram accepts an answer to a press (ms). */
const answerableFor = 15_000;

/** A press on a button and its answer. */
export class Press {
  /** The bot's answer; null until there is one. */
  answer: PressAnswer | null = null;
  private readonly waiting: ((answer: PressAnswer) => void)[] = [];

  constructor(
    readonly queryId: string,
    readonly data: string,
    /** By the double's clock (ms). */
    readonly at: number,
  ) {}

  /** Resolves with the bot's answer. Rejects after `within` ms of real time. */
  answered(within = patience): Promise<PressAnswer> {
    if (this.answer !== null) return Promise.resolve(this.answer);
    const answer = new Promise<PressAnswer>((resolve) => this.waiting.push(resolve));
    return withDeadline(answer, within, () => `the press of ${JSON.stringify(this.data)} was not answered`);
  }

  /** Shows the bot's answer to the user. */
  settle(answer: PressAnswer): void {
    this.answer = answer;
    for (const resolve of this.waiting.splice(0)) resolve(answer);
  }
}

/** The presses that can still be answered. */
export class Presses {
  private readonly open = new Map<string, Press>();
  private count = 4_000_000_000_000;

  constructor(private readonly clock: DoubleClock) {}

  make(data: string): Press {
    this.count += 1;
    const press = new Press(String(this.count), data, this.clock.now());
    this.open.set(press.queryId, press);
    return press;
  }

  /** Takes the bot's answer. Returns false if there is no such press, if it was already answered or if it is too old. */
  settle(queryId: string, answer: PressAnswer): boolean {
    const press = this.open.get(queryId);
    this.open.delete(queryId);
    if (press === undefined || this.clock.now() - press.at > answerableFor) return false;
    press.settle(answer);
    return true;
  }
}
