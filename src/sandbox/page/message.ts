import type { ButtonView, MessageView } from '../protocol.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { formatted } from './formatted.js';
import { icon } from './icons.js';
import type { View } from '../../page/keyed-list.js';
import type { PhoneWords } from './phone-words.js';
import { timeOf } from './times.js';

/** What can be done with a message. */
export interface MessageActions {
  readonly reply: (message: MessageView) => void;
  readonly edit: (message: MessageView) => void;
  /** Resolves when the press has been answered, or never will be. */
  readonly press: (message: MessageView, button: ButtonView) => Promise<void>;
  readonly sendCommand: (command: string) => void;
  /** Shows the effects of a message that changed a request. */
  readonly follow: (message: MessageView) => void;
}

/** A message with what its chat adds to it. */
export interface ChatLine {
  readonly message: MessageView;
  /** Its name in the page. */
  readonly place: string;
  /** The day that starts with it; null if the previous message is of the same day. */
  readonly day: string | null;
  /** Whether it shows the sender's name, as in groups. */
  readonly named: boolean;
  /** Whether it changed a request, so that its effects can be followed. */
  readonly followed: boolean;
}

/** One message in a chat: the bubble, its buttons, and the actions on it. */
export class MessageBubble implements View<ChatLine> {
  readonly element = element('article', { class: 'message' });
  private readonly day = element('p', { class: 'day' });
  private readonly bubble = element('div', { class: 'bubble', dir: 'auto' });
  private readonly keyboard = element('div', { class: 'keyboard' });
  private readonly tools = element('div', { class: 'tools' });
  private shown = '';
  private shownTools = '';
  private shownButtons = '[]';

  constructor(
    private readonly words: PhoneWords,
    private readonly actions: MessageActions,
  ) {
    this.element.append(this.day, element('div', { class: 'body' }, this.bubble, this.tools, this.keyboard));
  }

  show({ message, place, day, named, followed }: ChatLine): void {
    const { buttons, ...rest } = message;
    // In a group the language is unknown: several people and the bot write there.
    const lang = named ? '' : null;
    setAttributes(this.keyboard, { lang });
    setAttributes(this.element, { 'data-place': place });
    say(this.day, day ?? '');
    this.day.hidden = day === null;
    this.showRest(rest, message, { named, lang });
    this.showTools(message, followed);
    this.showButtons(buttons, message);
  }

  private showRest(
    rest: Omit<MessageView, 'buttons'>,
    message: MessageView,
    how: { readonly named: boolean; readonly lang: string | null },
  ): void {
    const now = JSON.stringify(rest);
    if (now === this.shown) return;
    this.shown = now;
    this.element.classList.toggle('mine', message.mine);
    this.element.classList.toggle('sticker', message.media === 'sticker');
    this.element.classList.toggle('service', message.service !== null);
    this.bubble.replaceChildren(...this.content(message, how));
  }

  private showTools(message: MessageView, followed: boolean): void {
    const now = JSON.stringify([excerpt(message, this.words), message.mine, message.media, message.service, followed]);
    if (now === this.shownTools) return;
    this.shownTools = now;
    const hadFocus = this.tools.contains(document.activeElement);
    this.tools.replaceChildren(...(message.service === null ? this.toolsFor(message, followed) : []));
    if (hadFocus) this.tools.querySelector('button')?.focus();
  }

  private content(
    message: MessageView,
    { named, lang }: { readonly named: boolean; readonly lang: string | null },
  ): Node[] {
    const { from, mine, replyTo, media, photo, service, text, entities, edited, at } = message;
    if (service !== null) {
      const { came, went } = this.words;
      return [element('div', { class: 'said' }, service.kind === 'joined' ? came(service.name) : went(service.name))];
    }
    const sender = element(
      'span',
      { class: named && !mine ? 'sender' : 'sender only-heard' },
      from.name,
      element('span', { class: 'only-heard' }, ': '),
    );
    const quoted =
      replyTo === null
        ? []
        : [
            element(
              'div',
              { class: 'quoted' },
              element('span', { class: 'only-heard' }, this.words.inReplyTo),
              element('span', { class: 'quoted-name' }, replyTo.name),
              element('span', { class: 'quoted-text', dir: 'auto' }, replyTo.text),
            ),
          ];
    const picture =
      photo !== null
        ? [this.photo(photo)]
        : media === null
          ? []
          : [element('div', { class: 'media' }, icon(media), this.words.media[media])];
    const said = element(
      'div',
      { class: 'said', dir: 'auto', lang },
      ...formatted(text, entities, this.words, this.actions),
    );
    const when = element('span', { class: 'when' }, edited ? this.words.edited(timeOf(at)) : timeOf(at));
    return [sender, ...quoted, ...picture, said, when];
  }

  /** The caption below says what is to be seen. It has its size before it is loaded, so that nothing moves. */
  private photo({ address, width, height }: NonNullable<MessageView['photo']>): Node {
    const picture = element('img', {
      class: 'photo',
      src: address,
      width: String(width),
      height: String(height),
      alt: this.words.media.photo,
    });
    return element('a', { class: 'photo-link', href: address, target: '_blank', rel: 'noopener' }, picture);
  }

  private toolsFor(message: MessageView, followed: boolean): Node[] {
    const { words } = this;
    const about = excerpt(message, words);
    const reply = actionButton(
      { class: 'tool', 'aria-label': words.replyTo(about), title: words.reply },
      () => this.actions.reply(message),
      icon('reply'),
    );
    const follow = actionButton(
      { class: 'tool', 'aria-label': words.followWhat(about), title: words.follow },
      () => this.actions.follow(message),
      icon('follow'),
    );
    const others = followed ? [follow, reply] : [reply];
    if (!message.mine || message.media !== null) return others;
    const edit = actionButton(
      { class: 'tool', 'aria-label': words.editWhat(about), title: words.edit },
      () => this.actions.edit(message),
      icon('edit'),
    );
    return [...others, edit];
  }

  private showButtons(buttons: MessageView['buttons'], message: MessageView): void {
    const now = JSON.stringify(buttons);
    if (now === this.shownButtons) return;
    this.shownButtons = now;
    const hadFocus = this.keyboard.contains(document.activeElement);
    this.keyboard.replaceChildren(
      ...buttons.map((row) => element('div', { class: 'keys' }, ...row.map((button) => this.key(button, message)))),
    );
    // If the focus was on a button that is now gone, it moves to what is left of the message.
    if (hadFocus) (this.keyboard.querySelector('button') ?? this.tools.querySelector('button'))?.focus();
  }

  private key(button: ButtonView, message: MessageView): HTMLButtonElement {
    const key = actionButton({ class: 'key' }, () => void press(), button.text);
    const press = async (): Promise<void> => {
      if (key.getAttribute('aria-busy') === 'true') return;
      key.setAttribute('aria-busy', 'true');
      await this.actions.press(message, button);
      key.removeAttribute('aria-busy');
    };
    return key;
  }
}

const longestExcerpt = 40;

/** The beginning of a message, to tell it from others. */
export function excerpt({ text, media }: Pick<MessageView, 'text' | 'media'>, words: PhoneWords): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return media === null ? words.someMessage : words.media[media];
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt).trimEnd()}…`;
}
