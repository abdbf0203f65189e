import type { PersonView, Snapshot } from '../protocol.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { KeyedList, type View } from '../../page/keyed-list.js';
import { mailboxId } from './mailbox.js';
import { phoneId } from './phone.js';

interface UnreadMark {
  readonly badge: HTMLElement;
  readonly count: HTMLElement;
}

/** A phone, or the mailbox. */
export interface Device {
  /** Of its element in the page. */
  readonly id: string;
  readonly role: PersonView['role'] | 'mail';
  readonly name: string;
  /** How many messages or mails have come there. */
  readonly received: number;
}

/** What stands in the row of phones. */
export function devicesIn({ phones, mails }: Snapshot): readonly Device[] {
  const ofPeople = phones.map(({ person, chats }): Device => {
    const received = chats.flatMap(({ messages }) => messages).filter(({ mine }) => !mine).length;
    return { id: phoneId(person.id), role: person.role, name: person.name, received };
  });
  // Only the newest mails are there, but their numbers go on.
  const newest = mails?.[0];
  return newest === undefined
    ? ofPeople
    : [...ofPeople, { id: mailboxId, role: 'mail', name: 'Mailbox', received: newest.id }];
}

/** The tabs on screens that fit only one phone: whose phones there are, and how many new messages each has. */
export class PhoneTabs {
  private readonly tabs: KeyedList<Device>;
  private readonly visible = new Set<string>();
  private devices: readonly Device[] = [];
  private readonly read = new Map<string, number>();
  private readonly observer: IntersectionObserver;
  private readonly observed = new Set<string>();

  constructor(
    private readonly where: Element,
    row: Element,
  ) {
    this.tabs = new KeyedList(
      where,
      ({ id }) => id,
      (device) => this.tab(device),
    );
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.visible.add(target.id);
          else this.visible.delete(target.id);
        }
        this.tabs.show(this.devices);
      },
      { root: row, threshold: 0.6 },
    );
  }

  /** Call this once they are in the page. */
  show(devices: readonly Device[]): void {
    this.devices = devices;
    for (const { id } of devices) {
      const device = document.getElementById(id);
      if (device === null || this.observed.has(id)) continue;
      this.observed.add(id);
      this.observer.observe(device);
    }
    this.tabs.show(devices);
  }

  private tab({ id, role, name }: Device): View<Device> {
    // Only the first name: the tabs have to fit side by side.
    const shown = element('bdi', {}, /^\S+/.exec(name)?.[0] ?? name);
    const count = element('span');
    const badge = element('span', { class: 'badge' }, count, element('span', { class: 'only-heard' }, ' new messages'));
    const open = (): void => document.getElementById(id)?.scrollIntoView({ inline: 'center', block: 'nearest' });
    const button = actionButton({ class: `phone-tab ${role}`, 'aria-controls': id, title: name }, open, shown, badge);
    return { element: button, show: (device) => this.showTab(device, button, { badge, count }) };
  }

  private showTab({ id, role, received }: Device, button: HTMLElement, unreadMark: UnreadMark): void {
    const seen = this.visible.has(id);
    // Fewer messages than were read: the sandbox was restarted.
    const before = this.read.get(id) ?? (role === 'mail' ? 0 : received);
    const read = seen ? received : Math.min(received, before);
    this.read.set(id, read);
    const unread = received - read;
    if (seen && button.ariaCurrent !== 'true') this.where.scrollLeft = button.offsetLeft - this.where.clientWidth / 3;
    setAttributes(button, { 'aria-current': seen ? 'true' : null });
    unreadMark.badge.hidden = unread === 0;
    say(unreadMark.count, `${unread}`);
  }
}
