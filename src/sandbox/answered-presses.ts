import type { Press } from '../telegram-double/presses';
import type { AnsweredPress, PressView } from './protocol';

/** How long Telegram accepts an answer to a press (ms). */
const answerWithin = 15_000;
/** A page that is watching gets each answer at once, so more than these are never needed. */
const mostKept = 50;

/** The outcomes of visitors' presses, across restarts of the sandbox. Each press has its own number. */
export class AnsweredPresses {
  private count = 0;
  private readonly open = new Set<number>();
  private answered: readonly AnsweredPress[] = [];

  /** `changed` is called after each new answer. */
  constructor(private readonly changed: () => void) {}

  /** The last ones, oldest first. */
  get last(): readonly AnsweredPress[] {
    return this.answered;
  }

  /** Waits for the bot's answer to this press, and returns the press's number. */
  follow(press: Press): number {
    this.count += 1;
    const number = this.count;
    this.open.add(number);
    void shown(press).then((view) => this.end(number, view));
    return number;
  }

  /** Gives up those still waiting: their bot is gone, and so are its chats. */
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
  // It only rejects when the time is up.
  const answer = await press.answered(answerWithin).catch(() => null);
  if (answer === null) return { kind: 'unanswered' };
  if (answer.text === undefined || answer.text === '') return { kind: 'nothing' };
  return { kind: answer.show_alert === true ? 'alert' : 'toast', text: answer.text };
}
