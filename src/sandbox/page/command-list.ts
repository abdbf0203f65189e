import { element, setAttributes } from '../../page/dom.js';
import type { PhoneWords } from './phone-words.js';

interface Command {
  readonly command: string;
  readonly description: string;
}

/** Where the list is shown, and for whom. */
interface Place {
  readonly field: HTMLTextAreaElement;
  readonly menuButton: HTMLButtonElement;
  readonly id: string;
  readonly words: PhoneWords;
}

/** What happens to the chosen command: it is sent, or put into the field to be completed. */
export type Choice = 'send' | 'complete';

/**
 * The list of the bot's commands above a text field, which keeps the focus: arrows move, Enter sends, Tab completes, Escape
 * closes. It opens while a command is typed, or with all commands by the menu button.
 */
export class CommandList {
  readonly element: HTMLElement;
  private readonly list: HTMLElement;
  private commands: readonly Command[] = [];
  private listed: readonly Command[] = [];
  private active = 0;

  constructor(
    private readonly place: Place,
    private readonly choose: (command: string, choice: Choice) => void,
  ) {
    const { id, field, menuButton, words } = place;
    this.list = element('ul', { id, class: 'command-options', role: 'listbox', 'aria-label': words.commands });
    this.element = element(
      'div',
      { class: 'command-list', hidden: true },
      this.list,
      element('p', { class: 'command-keys', 'aria-hidden': 'true' }, words.commandKeys),
    );
    setAttributes(field, { 'aria-autocomplete': 'list', 'aria-controls': id });
    setAttributes(menuButton, { 'aria-expanded': 'false', 'aria-controls': id });
    // A press on the list must not take the focus from the field.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  setCommands(commands: readonly Command[]): void {
    if (JSON.stringify(commands) === JSON.stringify(this.commands)) return;
    this.commands = commands;
    if (this.isOpen) this.follow(this.place.field.value);
  }

  /** Shows the commands that the text begins, or closes if there are none. */
  follow(text: string): void {
    const typed = /^\/(\w*)$/.exec(text)?.[1]?.toLowerCase();
    this.offer(typed === undefined ? [] : this.commands.filter(({ command }) => command.startsWith(typed)));
  }

  /** Opens with all commands, or closes. */
  toggle(): void {
    this.offer(this.isOpen ? [] : this.commands);
  }

  close(): void {
    this.offer([]);
  }

  /** Handles a key while the list is open. Returns whether it did. */
  takes(key: string): boolean {
    if (!this.isOpen) return false;
    switch (key) {
      case 'ArrowDown':
        this.move(1);
        return true;
      case 'ArrowUp':
        this.move(-1);
        return true;
      case 'Enter':
        this.pick('send');
        return true;
      case 'Tab':
        this.pick('complete');
        return true;
      case 'Escape':
        this.close();
        return true;
      default:
        return false;
    }
  }

  private offer(commands: readonly Command[]): void {
    this.listed = commands;
    this.active = 0;
    this.element.hidden = commands.length === 0;
    setAttributes(this.place.menuButton, { 'aria-expanded': `${this.isOpen}` });
    this.list.replaceChildren(...commands.map((command, index) => this.option(command, index)));
    this.mark();
  }

  private option({ command, description }: Command, index: number): HTMLElement {
    const option = element(
      'li',
      { id: `${this.place.id}-${index}`, role: 'option', class: 'command-option' },
      element('span', { class: 'command-name' }, `/${command}`),
      element('span', { class: 'command-description' }, description),
    );
    option.addEventListener('click', () => this.choose(`/${command}`, 'send'));
    return option;
  }

  private move(by: number): void {
    this.active = (this.active + by + this.listed.length) % this.listed.length;
    this.mark();
  }

  private mark(): void {
    for (const [index, option] of [...this.list.children].entries()) {
      setAttributes(option, { 'aria-selected': `${index === this.active}` });
      if (index === this.active && this.isOpen) option.scrollIntoView({ block: 'nearest' });
    }
    setAttributes(this.place.field, {
      'aria-activedescendant': this.isOpen ? `${this.place.id}-${this.active}` : null,
    });
  }

  private pick(choice: Choice): void {
    const command = this.listed[this.active]?.command;
    if (command !== undefined) this.choose(`/${command}`, choice);
  }
}
