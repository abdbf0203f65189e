import type { ChatView, PersonView, Phone as PhoneState } from '../protocol.js';
import { Answers } from './answers.js';
import { avatar } from '../../page/avatar.js';
import { Chat } from './chat.js';
import type { Act } from './connection.js';
import type { Follow } from './trail.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import type { View } from '../../page/keyed-list.js';
import { MiniApp } from './mini-app.js';
import { PhoneMenu } from './phone-menu.js';
import { phoneWords, type PhoneWords } from './phone-words.js';

/** One person's phone: their chat with the bot, and the groups they are in. */
export class Phone implements View<PhoneState> {
  readonly element: HTMLElement;
  private readonly status = element('span', { class: 'person-status' });
  private readonly tabs: HTMLElement;
  private readonly answers: Answers;
  private readonly menu: PhoneMenu;
  private readonly miniApp: MiniApp;
  private readonly words: PhoneWords;
  private readonly chats = new Map<number, { readonly chat: Chat; readonly tab: HTMLButtonElement }>();
  private readonly screen = element('div', { class: 'screen' });
  private selected: number | null = null;

  private readonly personId: number;

  constructor(
    { person }: PhoneState,
    private readonly act: Act,
    private readonly follow: Follow,
  ) {
    const id = phoneId(person.id);
    this.personId = person.id;
    const words = (this.words = phoneWords(person.language));
    this.answers = new Answers(id, person.name, words);
    const chatShown = (): number => this.selected ?? person.id;
    this.menu = new PhoneMenu(
      person,
      words,
      chatShown,
      (action) => void this.do(action),
      (as) => void this.openDesk(as),
    );
    this.miniApp = new MiniApp(person, words);
    this.tabs = element('div', { class: 'chat-tabs', role: 'group', 'aria-label': words.chatsOf(person.name) });
    const header = element(
      'header',
      { class: 'phone-header' },
      avatar(person),
      element(
        'div',
        { class: 'person' },
        element('h3', { class: 'person-name', id: `${id}-name`, dir: 'auto' }, person.name),
        this.status,
      ),
      element('span', { class: `role ${person.role}` }, words.roles[person.role]),
      this.menu.element,
    );
    this.screen.append(header, this.tabs, this.answers.toast, this.miniApp.element);
    this.element = element(
      'section',
      { class: `phone ${person.role}`, id, lang: words.language, 'aria-labelledby': `${id}-name`, tabindex: '-1' },
      this.screen,
      this.answers.alert,
    );
  }

  show(phone: PhoneState): void {
    const { person, chats } = phone;
    this.menu.show(phone);
    this.forgetAllBut(chats);
    // If the admins have a group, it has the cards, so it is selected; a restart may have added it.
    const first = chats.filter(({ kind }) => kind !== 'community').at(-1)?.id ?? person.id;
    const isNew = !this.chats.has(first);
    for (const chat of chats) this.chatOf(chat, person).chat.show(chat, person);
    this.tabs.hidden = chats.length < 2;
    if (this.selected === null || isNew) this.select(first);
    say(this.status, this.statusOf(phone));
  }

  private statusOf({ person, chats, community }: PhoneState): string {
    if (person.blocked) return this.words.hasBlocked;
    if (community?.state === 'asked') return this.words.asksToJoin(community.title);
    return this.words.chatWith(chats.find(({ id }) => id === this.selected)?.title ?? '');
  }

  /** After a restart there may be no group of the admins, and people leave the community's. */
  private forgetAllBut(chats: readonly ChatView[]): void {
    for (const [id, { chat, tab }] of this.chats) {
      if (chats.some((each) => each.id === id)) continue;
      chat.element.remove();
      tab.remove();
      this.chats.delete(id);
      if (this.selected === id) this.selected = null;
    }
  }

  private chatOf(view: ChatView, person: PersonView): { readonly chat: Chat; readonly tab: HTMLButtonElement } {
    const known = this.chats.get(view.id);
    if (known !== undefined) return known;
    const chat = new Chat(person, view, this.words, { act: this.act, answers: this.answers, follow: this.follow });
    chat.element.hidden = true;
    this.screen.insertBefore(chat.element, this.answers.toast);
    const tab = actionButton({ class: 'chat-tab', 'aria-pressed': 'false' }, () => this.select(view.id), view.title);
    this.tabs.append(tab);
    const made = { chat, tab };
    this.chats.set(view.id, made);
    return made;
  }

  private select(chatId: number): void {
    this.selected = chatId;
    for (const [id, { chat, tab }] of this.chats) {
      chat.element.hidden = id !== chatId;
      setAttributes(tab, { 'aria-pressed': `${id === chatId}` });
      if (id === chatId) chat.showEnd();
    }
  }

  /** As Telegram does, over the chat; or in a tab, by the link that the bot sends. */
  private async openDesk(as: 'mini_app' | 'link'): Promise<void> {
    const outcome = await this.act({ type: 'desk', person: this.personId, as });
    this.answers.show(outcome);
    if (!outcome.ok || outcome.open === undefined) return;
    if (as === 'mini_app') this.miniApp.open(outcome.open);
    else if (window.open(outcome.open, '_blank') === null) this.answers.tell(this.words.tabKept);
  }

  private async do(action: Parameters<Act>[0]): Promise<void> {
    this.answers.show(await this.act(action));
  }
}

/** The ID of a person's phone in the page. */
export const phoneId = (personId: number): string => `phone-${personId}`;
