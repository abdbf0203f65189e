import type { Phone as PhoneState } from '../protocol.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { KeyedList, type View } from '../../page/keyed-list.js';
import { phoneId } from './phone.js';

interface UnreadMark {
  readonly badge: HTMLElement;
  readonly count: HTMLElement;
}

/** The tabs on screens that fit only one phone: whose phones there are, and how many new messages each has. */
export class PhoneTabs {
  private readonly tabs: KeyedList<PhoneState>;
  private readonly visible = new Set<string>();
  private phones: readonly PhoneState[] = [];
  private readonly read = new Map<number, number>();
  private readonly observer: IntersectionObserver;
  private readonly observed = new Set<string>();

  constructor(
    private readonly where: Element,
    row: Element,
  ) {
    this.tabs = new KeyedList(
      where,
      ({ person }) => `${person.id}`,
      (phone) => this.tab(phone),
    );
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.visible.add(target.id);
          else this.visible.delete(target.id);
        }
        this.tabs.show(this.phones);
      },
      { root: row, threshold: 0.6 },
    );
  }

  /** Call this once the phones are in the page. */
  show(phones: readonly PhoneState[]): void {
    this.phones = phones;
    for (const { person } of phones) {
      const id = phoneId(person.id);
      const phone = document.getElementById(id);
      if (phone === null || this.observed.has(id)) continue;
      this.observed.add(id);
      this.observer.observe(phone);
    }
    this.tabs.show(phones);
  }

  private tab({ person }: PhoneState): View<PhoneState> {
    // Only the first name: four tabs have to fit side by side.
    const name = element('bdi', {}, /^\S+/.exec(person.name)?.[0] ?? person.name);
    const count = element('span');
    const badge = element('span', { class: 'badge' }, count, element('span', { class: 'only-heard' }, ' new messages'));
    const id = phoneId(person.id);
    const open = (): void => document.getElementById(id)?.scrollIntoView({ inline: 'center', block: 'nearest' });
    const button = actionButton(
      { class: `phone-tab ${person.role}`, 'aria-controls': id, title: person.name },
      open,
      name,
      badge,
    );
    return { element: button, show: (phone) => this.showTab(phone, button, { badge, count }) };
  }

  private showTab({ person, chats }: PhoneState, button: HTMLElement, unreadMark: UnreadMark): void {
    const seen = this.visible.has(phoneId(person.id));
    const received = chats.flatMap(({ messages }) => messages).filter(({ mine }) => !mine).length;
    // Fewer messages than were read: the sandbox was restarted.
    const read = seen ? received : Math.min(received, this.read.get(person.id) ?? received);
    this.read.set(person.id, read);
    const unread = received - read;
    if (seen && button.ariaCurrent !== 'true') this.where.scrollLeft = button.offsetLeft - this.where.clientWidth / 3;
    setAttributes(button, { 'aria-current': seen ? 'true' : null });
    unreadMark.badge.hidden = unread === 0;
    say(unreadMark.count, `${unread}`);
  }
}
