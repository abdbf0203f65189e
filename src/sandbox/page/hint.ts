import type { Scene } from '../protocol.js';
import type { Act } from './connection.js';
import { actionButton, element, say } from './dom.js';
import { nextStep, type NextStep } from './next-step.js';

/** The line that says what to try next, with a button that does it. */
export class Hint {
  private readonly text = element('p', { class: 'hint-text', role: 'status' });
  private readonly button: HTMLButtonElement;
  private step: NextStep | null = null;

  constructor(
    private readonly where: HTMLElement,
    private readonly act: Act,
    private readonly tell: (text: string) => void,
  ) {
    this.button = actionButton({ class: 'hint-button' }, () => void this.take());
    where.append(element('span', { class: 'hint-mark', 'aria-hidden': 'true' }, 'Try'), this.text, this.button);
  }

  show(scene: Scene): void {
    this.step = nextStep(scene);
    this.where.hidden = this.step === null;
    say(this.text, this.step?.text ?? '');
    say(this.button, this.step?.button ?? '');
  }

  private async take(): Promise<void> {
    for (const action of this.step?.actions ?? []) {
      const answer = await this.act(action);
      if (!answer.ok) return this.tell(answer.error);
    }
  }
}
