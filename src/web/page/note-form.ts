import { element } from '../../page/dom.js';
import { workingButton } from './parts.js';
import type { Say } from './texts.js';

/** The longest note, as the API takes it. */
const longestNote = 1000;

/** A field for a note that only admins see. What is typed and not sent yet is kept for as long as the page is open. */
export class NoteForm {
  readonly element: HTMLElement;
  private readonly field: HTMLTextAreaElement;

  constructor(
    say: Say,
    private readonly draft: { readonly get: () => string; readonly set: (text: string) => void },
    private readonly send: (text: string) => Promise<boolean>,
  ) {
    this.field = element('textarea', {
      'aria-label': say('desk_note_hint'),
      placeholder: say('desk_note_hint'),
      'aria-keyshortcuts': 'n',
      maxlength: `${longestNote}`,
      rows: '1',
    });
    this.field.value = draft.get();
    this.field.addEventListener('input', () => {
      draft.set(this.field.value);
      this.showButton();
    });
    const add = workingButton(say('desk_add_note'), '', () => this.add());
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add.click();
    });
    this.element = element('div', { class: 'note-form' }, this.field, add);
    this.showButton();
  }

  focus(): void {
    this.element.scrollIntoView({ block: 'nearest' });
    this.field.focus();
  }

  /** Without a word or the focus, the field is as small as it can be. */
  private showButton(): void {
    this.element.classList.toggle('has-words', this.field.value !== '');
  }

  private async add(): Promise<void> {
    const text = this.field.value.trim();
    if (text === '') {
      this.field.focus();
      return;
    }
    if (!(await this.send(text))) return;
    this.field.value = '';
    this.draft.set('');
    this.showButton();
  }
}
