import type { ChatView, MessageView } from '../protocol.js';
import { CommandList } from './command-list.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { icon } from './icons.js';
import { excerpt } from './message.js';
import type { PhoneWords } from './phone-words.js';

/** What the next text will be. `asked`: a reply that the bot has asked for. */
export type Draft =
  | { readonly kind: 'message' }
  | { readonly kind: 'reply'; readonly to: MessageView; readonly asked: boolean }
  | { readonly kind: 'edit'; readonly of: MessageView };

/** Sends a text as its draft says. Resolves with whether it was sent; never rejects. */
export type Send = (text: string, draft: Draft) => Promise<boolean>;

/** The text field with the command list, and the line that shows what is being replied to or edited. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly field: HTMLTextAreaElement;
  private readonly commands: CommandList;
  private readonly about: HTMLElement;
  private readonly banner: HTMLElement;
  private draft: Draft = { kind: 'message' };
  private placeholder: string;
  /** The question that the reply was last opened for: it isn't opened twice. */
  private asked: number | null = null;
  /** The text being sent; the next one is sent after it. */
  private sending: Promise<unknown> = Promise.resolve();

  constructor(
    id: string,
    whose: string,
    private readonly words: PhoneWords,
    private readonly send: Send,
  ) {
    this.placeholder = words.message;
    this.about = element('p', { class: 'draft-about', id: `${id}-about` });
    this.field = element('textarea', {
      class: 'field',
      id,
      rows: '1',
      dir: 'auto',
      'aria-label': words.messageFrom(whose),
      'aria-describedby': `${id}-about`,
      autocomplete: 'off',
      enterkeyhint: 'send',
    });
    const menu = actionButton(
      { class: 'round', 'aria-label': words.commandsFor(whose), title: words.commands },
      () => {
        this.commands.toggle();
        this.field.focus();
      },
      icon('commands'),
    );
    this.commands = new CommandList(
      { field: this.field, menuButton: menu, id: `${id}-commands`, words },
      (command, choice) => {
        this.commands.close();
        if (choice === 'complete') this.write(`${command} `);
        else this.submit(command);
      },
    );
    const cancel = actionButton({ class: 'tool', 'aria-label': words.cancel }, () => this.cancel(), icon('close'));
    this.banner = element('div', { class: 'draft', hidden: true }, this.about, cancel);
    this.element = element(
      'form',
      { class: 'composer' },
      this.commands.element,
      this.banner,
      element(
        'div',
        { class: 'composer-row' },
        menu,
        this.field,
        element(
          'button',
          { type: 'submit', class: 'round send', 'aria-label': words.sendAs(whose), title: words.sendIt },
          icon('send'),
        ),
      ),
    );
    this.listen();
    this.showDraft();
  }

  show({ commands, forceReply, messages }: ChatView): void {
    this.commands.setCommands(commands);
    if (!this.isAboutOneOf(messages)) this.cancel();
    if (forceReply === null) {
      if (this.draft.kind === 'reply' && this.draft.asked) this.begin({ kind: 'message' });
      this.asked = null;
      return;
    }
    if (forceReply.messageId === this.asked) return;
    const question = messages.find(({ id }) => id === forceReply.messageId);
    if (question === undefined) return;
    this.asked = forceReply.messageId;
    this.begin({ kind: 'reply', to: question, asked: true }, forceReply.placeholder ?? this.words.yourReply);
  }

  reply(to: MessageView): void {
    this.begin({ kind: 'reply', to, asked: false });
    this.field.focus();
  }

  edit(of: MessageView): void {
    this.begin({ kind: 'edit', of });
    this.write(of.text);
  }

  /** Sends a command that was tapped in a message. */
  command(command: string): void {
    this.submit(command, { kind: 'message' });
  }

  private listen(): void {
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit(this.field.value);
    });
    this.field.addEventListener('input', () => {
      this.fit();
      this.commands.follow(this.field.value);
    });
    this.field.addEventListener('blur', () => this.commands.close());
    this.field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (this.commands.takes(event.key)) event.preventDefault();
      else if (event.key === 'Escape') this.cancel();
      else if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        this.submit(this.field.value);
      }
    });
  }

  /** Sends a text and clears the field at once. */
  private submit(text: string, draft = this.draft): void {
    if (text.trim() === '') return;
    // A tapped command leaves half-typed text alone.
    if (text.startsWith(this.field.value)) this.clear();
    if (draft === this.draft) this.begin({ kind: 'message' });
    this.sending = this.sending.then(async () => {
      if (!(await this.send(text, draft))) this.takeBack(text, draft);
    });
  }

  /** Puts a text that could not be sent back in front of what was typed since. */
  private takeBack(text: string, draft: Draft): void {
    this.field.value = [text, this.field.value].filter((each) => each !== '').join('\n');
    this.fit();
    if (this.draft.kind === 'message') this.begin(draft);
  }

  /** False if the message being replied to or edited is gone. After a restart, another may have its ID. */
  private isAboutOneOf(messages: readonly MessageView[]): boolean {
    const about = messageOf(this.draft);
    return about === null || messages.some(({ id, at }) => id === about.id && at === about.at);
  }

  private cancel(): void {
    if (this.draft.kind === 'edit') this.clear();
    this.begin({ kind: 'message' });
  }

  private begin(draft: Draft, placeholder = this.words.message): void {
    this.draft = draft;
    this.placeholder = placeholder;
    this.showDraft();
  }

  private showDraft(): void {
    const { draft } = this;
    this.banner.hidden = draft.kind === 'message';
    say(this.about, aboutDraft(draft, this.words));
    setAttributes(this.field, { placeholder: this.placeholder });
  }

  private write(text: string): void {
    this.field.value = text;
    this.fit();
    this.field.focus();
  }

  private clear(): void {
    this.field.value = '';
    this.fit();
    this.commands.close();
  }

  /** Makes the field as high as its text, up to a limit in the style sheet. */
  private fit(): void {
    this.field.style.height = 'auto';
    const borders = this.field.offsetHeight - this.field.clientHeight;
    this.field.style.height = `${this.field.scrollHeight + borders}px`;
  }
}

function messageOf(draft: Draft): MessageView | null {
  switch (draft.kind) {
    case 'message':
      return null;
    case 'reply':
      return draft.to;
    case 'edit':
      return draft.of;
  }
}

function aboutDraft(draft: Draft, words: PhoneWords): string {
  switch (draft.kind) {
    case 'message':
      return '';
    case 'reply':
      return words.replying(draft.to.from.name, excerpt(draft.to, words));
    case 'edit':
      return words.editing(excerpt(draft.of, words));
  }
}
