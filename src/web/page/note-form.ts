import { element } from '../../page/dom.js';
import type { Draft } from './drafts.js';
import { workingButton } from './parts.js';
import type { Say } from './texts.js';

/** The longest note, as the API takes it. */
const longestNote = 1000;

/** A field for a note that only admins see. What is typed is kept until it is known to be stored. */
export class NoteForm {
  readonly element: HTMLElement;
  private readonly field: HTMLTextAreaElement;

  constructor(
    say: Say,
    private readonly draft: Draft,
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
    if (await this.send(text)) this.stored(text);
  }

  /** This is a note by now: it needn't be sent any more. What was typed since then stays. */
  stored(text: string): void {
    if (this.draft.get().trim() === text) this.draft.set('');
    if (this.field.value.trim() === text) this.field.value = '';
    this.showButton();
  }
}
