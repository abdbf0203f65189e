import type { Action, CommunityView, Phone, PersonView } from '../protocol.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { icon, type Icon } from './icons.js';
import type { PhoneWords } from './phone-words.js';

/** The ⋮ menu of a phone: the other things people do with a bot. */
export class PhoneMenu {
  readonly element: HTMLElement;
  private readonly opener: HTMLButtonElement;
  private readonly items: HTMLElement;
  private readonly blockText = element('span');
  private readonly join: HTMLElement;
  private readonly joinText = element('span');
  private readonly leave: HTMLElement;
  private readonly leaveText = element('span');
  private blocked = false;
  private isOpen = false;

  /** `chatShown`: the chat that an attachment is sent to. */
  constructor(
    person: PersonView,
    private readonly words: PhoneWords,
    private readonly chatShown: () => number,
    private readonly act: (action: Action) => void,
    openDesk: (as: 'mini_app' | 'link') => void,
  ) {
    const id = `menu-${person.id}`;
    this.opener = actionButton(
      {
        class: 'round',
        'aria-label': words.moreFor(person.name),
        title: words.more,
        'aria-expanded': 'false',
        'aria-controls': id,
      },
      () => this.open(!this.isOpen),
      icon('more'),
    );
    const attach = (media: 'photo' | 'sticker' | 'voice') => () =>
      this.act({ type: 'attach', person: person.id, chat: this.chatShown(), media });
    const block = () => this.act({ type: this.blocked ? 'start' : 'block', person: person.id });
    this.join = this.item('join', this.joinText, () => this.act({ type: 'join', person: person.id }));
    this.leave = this.item('leave', this.leaveText, () => this.act({ type: 'leave', person: person.id }));
    this.items = element(
      'div',
      { class: 'menu-items', id, hidden: true },
      ...(person.role === 'admin'
        ? [
            this.item('desk', words.desk, () => openDesk('mini_app')),
            this.item('tab', words.deskInTab, () => openDesk('link')),
          ]
        : []),
      this.item('photo', words.send.photo, attach('photo')),
      this.item('sticker', words.send.sticker, attach('sticker')),
      this.item('voice', words.send.voice, attach('voice')),
      this.join,
      this.leave,
      this.item('block', this.blockText, block),
    );
    this.element = element('div', { class: 'menu' }, this.opener, this.items);
    this.element.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !this.isOpen) return;
      this.open(false);
      this.opener.focus();
    });
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.open(false);
    });
  }

  show({ person, community }: Phone): void {
    this.blocked = person.blocked;
    say(this.blockText, person.blocked ? this.words.unblock : this.words.block);
    this.showCommunity(community);
  }

  private showCommunity(community: CommunityView | null): void {
    this.join.hidden = community?.state !== 'out';
    this.leave.hidden = community?.state !== 'in';
    say(this.joinText, this.words.join(community?.title ?? ''));
    say(this.leaveText, this.words.leave(community?.title ?? ''));
  }

  private item(picture: Icon, text: Node | string, act: () => void): HTMLElement {
    const choose = (): void => {
      act();
      this.open(false);
      this.opener.focus();
    };
    return actionButton({ class: 'menu-item' }, choose, icon(picture), text);
  }

  private open(open: boolean): void {
    this.isOpen = open;
    this.items.hidden = !open;
    setAttributes(this.opener, { 'aria-expanded': `${open}` });
  }
}
