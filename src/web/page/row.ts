import { element, say as setText, setAttributes } from '../../page/dom.js';
import type { View } from '../../page/keyed-list.js';
import type { RequestItem } from '../protocol.js';
import { addressOf } from './address.js';
import type { Desk } from './desk.js';
import { badge, decidersOf, missingWords, titleOf } from './parts.js';

/** How long before its end a request is marked as urgent (ms). */
const soon = 24 * 3_600_000;
/** More than a row shows of a message. */
const shown = 240;

interface RowPorts {
  readonly isCurrent: (id: number) => boolean;
  readonly isTicked: (id: number) => boolean;
  /** `isRange`: all rows from the one that was ticked last. */
  readonly tick: (id: number, isTicked: boolean, isRange: boolean) => void;
}

/** A request in the list: who, since when, the beginning of what they say, and how it stands. */
export class Row implements View<RequestItem> {
  readonly element: HTMLLIElement;
  readonly link: HTMLAnchorElement;
  private readonly box: HTMLInputElement;
  private item: RequestItem | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly ports: RowPorts,
  ) {
    this.box = element('input', { type: 'checkbox' });
    this.box.addEventListener('click', ({ shiftKey }) => {
      if (this.item !== null) ports.tick(this.item.id, this.box.checked, shiftKey);
    });
    this.link = element('a', { class: 'row-link' });
    this.element = element('li', { class: 'row' }, element('label', { class: 'tick' }, this.box), this.link);
  }

  show(item: RequestItem): void {
    const { desk, link, box } = this;
    const { say } = desk;
    const isSame = this.item === item;
    this.item = item;
    const isPending = item.status === 'pending';
    const request = item.id;
    setAttributes(link, { href: addressOf({ view: 'requests', filters: desk.filters(), request }) });
    this.mark();
    this.element.classList.toggle('is-decided', !isPending);
    setAttributes(box, { 'aria-label': say('desk_tick', { request, client: titleOf(item.client) }) });
    box.disabled = !isPending;
    box.hidden = !isPending;
    if (isSame) return;
    const tags = this.tags(item);
    this.element.classList.toggle('has-foot', tags.length > 0);
    const { username, address } = item.client;
    const found = username === null ? address : `@${username}`;
    link.replaceChildren(
      element(
        'span',
        { class: 'row-top' },
        element('bdi', { class: 'row-name' }, titleOf(item.client)),
        found === null ? null : element('span', { class: 'row-user', dir: 'ltr' }, found),
        element('span', { class: 'row-id', dir: 'ltr' }, `#${item.id}`),
        this.time(item),
      ),
      item.message === ''
        ? element('span', { class: 'row-words is-missing' }, missingWords(item, this.desk))
        : element('bdi', { class: 'row-words' }, item.message.slice(0, shown)),
      ...(tags.length === 0 ? [] : [element('span', { class: 'row-foot' }, ...tags)]),
    );
  }

  /** Shows whether it is open, ticked, and on its way. */
  mark(): void {
    if (this.item === null) return;
    const { id } = this.item;
    setAttributes(this.link, { 'aria-current': this.ports.isCurrent(id) ? 'true' : null });
    this.element.classList.toggle('is-current', this.ports.isCurrent(id));
    this.element.classList.toggle('is-busy', this.desk.requests.isBusy(id));
    this.box.checked = this.ports.isTicked(id);
  }

  /** Brings how long it waits up to date. */
  tickClock(): void {
    const time = this.link.querySelector('.row-time');
    if (time !== null && this.item !== null) setText(time, this.time(this.item).textContent ?? '');
  }

  private time({ status, submitted_at: submittedAt, decided_at: decidedAt }: RequestItem): HTMLElement {
    const { say, formats, now } = this.desk;
    const iso = status === 'pending' ? submittedAt : (decidedAt ?? submittedAt);
    const at = Date.parse(iso);
    const words = status === 'pending' ? say('desk_waits', { waited: formats.short(now() - at) }) : formats.moment(at);
    return element('time', { class: 'row-time', datetime: iso, title: formats.exactly(at) }, words);
  }

  private tags(item: RequestItem): HTMLElement[] {
    const { say, formats, now } = this.desk;
    // How long it waits says already that it does.
    const tags = item.status === 'pending' ? [] : [badge(item.status, this.desk)];
    if (item.appeal_count > 0) tags.push(tag('is-appeal', say('desk_appeal', { appeal: item.appeal_count })));
    if (item.status === 'pending') {
      if (item.approvals_needed > 1) {
        const given = item.approvals.length;
        tags.push(tag('', say('desk_approvals', { given, needed: item.approvals_needed })));
      }
      const left = Date.parse(item.expires_at) - now();
      if (left < soon) tags.push(tag('is-urgent', say('desk_expires_in', { left: formats.left(left) })));
    } else if (item.reviewed_by !== null) {
      tags.push(...decidersOf(item).map((admin) => tag('', titleOf(admin))));
    }
    return tags;
  }
}

const tag = (kind: string, words: string): HTMLElement => element('bdi', { class: `tag ${kind}` }, words);
