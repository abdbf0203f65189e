import type { SandboxClock } from './clock';
import { patience, withDeadline } from './deadline';

/** What someone sees after a press: a toast, or an alert to be closed. Empty if the bot only ended the spinner. */
export interface PressAnswer {
  readonly text?: string;
  readonly show_alert?: boolean;
  readonly url?: string;
}

/** How long Telegram takes an answer to a press. */
const answerableFor = 15_000;

/** A press on a button, and what came of it. */
export class Press {
  /** What the bot answered; null so far. */
  answer: PressAnswer | null = null;
  private readonly waiting: ((answer: PressAnswer) => void)[] = [];

  constructor(
    readonly queryId: string,
    readonly data: string,
    /** By the double's clock (ms). */
    readonly at: number,
  ) {}

  /** What the bot answers, now or later. Rejects after `within` ms of real time. */
  answered(within = patience): Promise<PressAnswer> {
    if (this.answer !== null) return Promise.resolve(this.answer);
    const answer = new Promise<PressAnswer>((resolve) => this.waiting.push(resolve));
    return withDeadline(answer, within, () => `the press of ${JSON.stringify(this.data)} was not answered`);
  }

  /** Shows the bot's answer to whoever pressed. */
  settle(answer: PressAnswer): void {
    this.answer = answer;
    for (const resolve of this.waiting.splice(0)) resolve(answer);
  }
}

/** The presses that may still be answered. */
export class Presses {
  private readonly open = new Map<string, Press>();
  private count = 4_000_000_000_000;

  constructor(private readonly clock: SandboxClock) {}

  make(data: string): Press {
    this.count += 1;
    const press = new Press(String(this.count), data, this.clock.now());
    this.open.set(press.queryId, press);
    return press;
  }

  /** Takes the bot's answer. False if there is no such press, if it was answered before or if it is too old. */
  settle(queryId: string, answer: PressAnswer): boolean {
    const press = this.open.get(queryId);
    this.open.delete(queryId);
    if (press === undefined || this.clock.now() - press.at > answerableFor) return false;
    press.settle(answer);
    return true;
  }
}
