import type { Action, ButtonView, ChatView, MessageView, PersonView } from '../protocol.js';
import { Composer, type Draft } from './composer.js';
import type { Act } from './connection.js';
import { actionButton, element } from '../../page/dom.js';
import { KeyedList } from '../../page/keyed-list.js';
import { MessageBubble, type ChatLine } from './message.js';
import type { Answers } from './answers.js';
import { longestMessage, partsOf } from './parts.js';
import type { PhoneWords } from './phone-words.js';
import { placeName, type Follow } from './trail.js';

/** A chat scrolled this close to its end counts as read (px). */
const nearTheEnd = 48;

/** What a chat needs of the page. */
interface ChatPorts {
  readonly act: Act;
  readonly answers: Answers;
  readonly follow: Follow;
}

/** A chat as one person sees it: the messages and the composer. */
export class Chat {
  readonly element: HTMLElement;
  private readonly log: HTMLElement;
  private readonly lines: KeyedList<ChatLine>;
  private readonly composer: Composer;
  private readonly start: HTMLButtonElement;
  private readonly restart: HTMLButtonElement;
  private readonly empty = element('p', { class: 'empty-chat' });
  /** Whether it is read to the end, and so scrolls along with new messages. */
  private follows = true;
  /** The size of the messages and of their container, as last measured. */
  private size = '';

  constructor(
    private readonly person: PersonView,
    private readonly chat: ChatView,
    private readonly words: PhoneWords,
    private readonly ports: ChatPorts,
  ) {
    const id = `chat-${person.id}-${Math.abs(chat.id)}`;
    const whose = chat.kind !== 'private' ? words.inGroup(person.name, chat.title) : person.name;
    this.log = element('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': words.chatOf(whose) });
    this.composer = new Composer(id, whose, words, (text, draft) => this.send(text, draft));
    const lines = element('div');
    this.log.append(lines);
    this.lines = new KeyedList(
      lines,
      ({ message }) => `${message.id}`,
      () =>
        new MessageBubble(words, {
          reply: (message) => this.composer.reply(message),
          edit: (message) => this.composer.edit(message),
          press: (message, button) => this.press(message, button),
          sendCommand: (command) => this.composer.command(command),
          follow: (message) => this.ports.follow.message({ chat: this.chat.id, message: message.id }),
        }),
    );
    this.start = this.bigButton(words.start, words.startChat(chat.title, person.name));
    this.restart = this.bigButton(words.restart, words.restartChat(chat.title, person.name));
    this.log.addEventListener('scroll', () => {
      // A resized window or other font size scrolls too, before the observer below notices: nobody has read on.
      if (this.size !== sizeOf(this.log)) return;
      this.follows = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < nearTheEnd;
    });
    const resized = new ResizeObserver(() => {
      this.size = sizeOf(this.log);
      if (this.follows) this.showEnd();
    });
    // The container shrinks when the composer grows, and has no size before it is first shown.
    resized.observe(this.log);
    resized.observe(lines);
    const place = element('div', { class: 'log-place' }, this.log, this.empty);
    this.element = element('div', { class: 'chat' }, place, this.composer.element, this.start, this.restart);
  }

  show(chat: ChatView, person: PersonView): void {
    const shut = chat.kind === 'private' && (person.blocked || !chat.started);
    this.showBeneath(this.composer.element, !shut);
    this.showBeneath(this.restart, shut && person.blocked);
    this.showBeneath(this.start, shut && !person.blocked);
    this.empty.hidden = chat.messages.length > 0;
    this.empty.textContent = chat.started ? this.words.noMessages : this.words.beforeStart;
    this.lines.show(this.linesOf(chat));
    if (this.follows) this.showEnd();
    this.composer.show(chat);
  }

  /** Scrolls to the newest message. */
  showEnd(): void {
    this.log.scrollTop = this.log.scrollHeight;
  }

  private async send(text: string, draft: Draft): Promise<boolean> {
    if (draft.kind === 'edit' && text.length > longestMessage) {
      this.ports.answers.tell(this.words.tooLong(longestMessage, text.length));
      return false;
    }
    for (const part of draft.kind === 'edit' ? [text] : partsOf(text)) {
      const answer = await this.ports.act(this.sending(part, draft));
      if (!answer.ok) {
        this.ports.answers.tell(answer.error, 'en');
        return false;
      }
    }
    this.showEnd();
    return true;
  }

  private sending(text: string, draft: Draft): Action {
    const place = { person: this.person.id, chat: this.chat.id, text };
    return draft.kind === 'edit'
      ? { type: 'edit', ...place, message: draft.of.id }
      : { type: 'send', ...place, replyTo: draft.kind === 'reply' ? draft.to.id : null };
  }

  private async press(message: MessageView, button: ButtonView): Promise<void> {
    if ('copy' in button) return this.copy(button.copy);
    const place = { person: this.person.id, chat: this.chat.id, message: message.id };
    const pressed: Action =
      'url' in button ? { type: 'open', ...place, url: button.url } : { type: 'press', ...place, data: button.data };
    this.ports.answers.show(await this.ports.act(pressed));
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.ports.answers.tell(this.words.copied);
    } catch {
      // A browser may refuse; then the text is there to be copied by hand.
      this.ports.answers.tell(text);
    }
  }

  private linesOf({ id, messages, kind }: ChatView): ChatLine[] {
    let last: string | null = null;
    return messages.map((message) => {
      const day = this.words.day(message.at);
      const begins = day !== last;
      last = day;
      return {
        message,
        place: placeName({ chat: id, message: message.id }),
        day: begins ? day : null,
        named: kind !== 'private',
        followed: this.ports.follow.leadsOn({ chat: id, message: message.id }),
      };
    });
  }

  /** Both buttons start the chat: when somebody unblocks a bot, Telegram's apps let them send /start as well. */
  private bigButton(text: string, label: string): HTMLButtonElement {
    const act = async (): Promise<void> =>
      this.ports.answers.show(await this.ports.act({ type: 'start', person: this.person.id }));
    return actionButton({ class: 'big', 'aria-label': label, hidden: true }, () => void act(), text);
  }

  /** Shows or hides what is below the messages; keyboard focus that was there stays there. */
  private showBeneath(what: HTMLElement, visible: boolean): void {
    const hadFocus = !visible && what.contains(document.activeElement);
    what.hidden = !visible;
    if (hadFocus) this.log.focus();
  }
}

const sizeOf = (log: Element): string => `${log.clientWidth} ${log.clientHeight} ${log.scrollHeight}`;
