import type { PressView } from '../protocol.js';
import type { Outcome } from './connection.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import type { PhoneWords } from './phone-words.js';

/** How long a toast stays (ms). */
const toastFor = 5_000;

/** What a person's phone shows in answer to an action: a toast that disappears by itself, or an alert to close. */
export class Answers {
  readonly toast = element('p', { class: 'toast', role: 'status', dir: 'auto' });
  readonly alert: HTMLDialogElement;
  private readonly alertText: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    id: string,
    whose: string,
    private readonly words: PhoneWords,
  ) {
    this.alertText = element('p', { id: `${id}-alert`, class: 'alert-text', dir: 'auto' });
    const close = actionButton({ class: 'alert-close', autofocus: true }, () => this.alert.close(), 'OK');
    this.alert = element(
      'dialog',
      { class: 'alert', 'aria-label': words.alertOn(whose), 'aria-describedby': `${id}-alert` },
      this.alertText,
      close,
    );
  }

  show(answer: Outcome): void {
    if (!answer.ok) this.tell(answer.error, 'en');
    else if (answer.press !== undefined) this.showPress(answer.press);
  }

  /** Shows a toast, in the phone's language unless another is given. */
  tell(text: string, lang: string | null = null): void {
    clearTimeout(this.timer);
    setAttributes(this.toast, { lang });
    say(this.toast, text);
    this.timer = setTimeout(() => say(this.toast, ''), toastFor);
  }

  private showPress(press: PressView): void {
    switch (press.kind) {
      case 'toast':
        return this.tell(press.text);
      case 'unanswered':
        return this.tell(this.words.stillWaiting);
      case 'nothing':
        return;
      case 'alert':
        say(this.alertText, press.text);
        return this.alert.showModal();
    }
  }
}
