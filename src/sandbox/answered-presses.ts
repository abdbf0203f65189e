import type { Press } from '../telegram-double/presses';
import type { AnsweredPress, PressView } from './protocol';

/** As long as Telegram takes an answer to a press (ms). */
const answerWithin = 15_000;
/** Whoever watches looks at once: more than these never wait to be seen. */
const mostKept = 50;

/** What came of the presses of visitors, over all beginnings: each has a number of its own. */
export class AnsweredPresses {
  private count = 0;
  private readonly open = new Set<number>();
  private answered: readonly AnsweredPress[] = [];

  /** `changed` is called after each new answer. */
  constructor(private readonly changed: () => void) {}

  /** The last ones, the oldest first. */
  get last(): readonly AnsweredPress[] {
    return this.answered;
  }

  /** Waits for what the bot answers this press with, and gives the press's number. */
  follow(press: Press): number {
    this.count += 1;
    const number = this.count;
    this.open.add(number);
    void shown(press).then((view) => this.end(number, view));
    return number;
  }

  /** Those that still wait are over: the bot they were meant for is gone, with its chats. */
  giveUp(): void {
    for (const number of this.open) this.end(number, { kind: 'nothing' });
  }

  private end(number: number, view: PressView): void {
    if (!this.open.delete(number)) return;
    this.answered = [...this.answered, { number, view }].slice(-mostKept);
    this.changed();
  }
}

async function shown(press: Press): Promise<PressView> {
  // It is rejected in one case only: the time is over.
  const answer = await press.answered(answerWithin).catch(() => null);
  if (answer === null) return { kind: 'unanswered' };
  if (answer.text === undefined || answer.text === '') return { kind: 'nothing' };
  return { kind: answer.show_alert === true ? 'alert' : 'toast', text: answer.text };
}
