import { actionButton, element, say as setText, setAttributes } from '../../page/dom.js';
import type { RequestItem, RequestPage, Stats } from '../protocol.js';
import { addressOf, isFiltered, noFilters, placeAt, statuses, type Filters, type Status } from './address.js';
import type { Desk } from './desk.js';
import { csvButton } from './csv.js';
import { titleOf } from './parts.js';

/** How long typing pauses before it is searched (ms). */
const afterTyping = 350;

/** What the list is narrowed to. Each change is a new address, so back and forward work and a link shows the same. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  private readonly chips = new Map<Status | null, { readonly link: HTMLAnchorElement; readonly count: HTMLElement }>();
  private readonly more: HTMLElement;
  private readonly toggle: HTMLButtonElement;
  private readonly reviewer: HTMLSelectElement;
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly clear: HTMLButtonElement;
  private readonly client: HTMLButtonElement;
  private filters = noFilters;
  private reviewersAsked = false;

  constructor(private readonly desk: Desk) {
    const { say } = desk;
    this.search = element('input', {
      type: 'search',
      class: 'search',
      placeholder: say('desk_search_hint'),
      'aria-label': say('desk_search'),
      'aria-keyshortcuts': '/',
      autocomplete: 'off',
      enterkeyhint: 'search',
      maxlength: '200',
    });
    this.search.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.searchFor('replace'), afterTyping);
    });
    this.search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) this.searchFor('push');
    });
    this.reviewer = element('select', { id: 'filter-reviewer' });
    this.from = element('input', { type: 'date', id: 'filter-from' });
    this.to = element('input', { type: 'date', id: 'filter-to' });
    this.reviewer.addEventListener('change', () => this.change({ reviewer: Number(this.reviewer.value) || null }));
    this.from.addEventListener('change', () => this.change({ from: this.from.value }));
    this.to.addEventListener('change', () => this.change({ to: this.to.value }));
    this.clear = actionButton({ class: 'button is-quiet' }, () => this.clearAll(), say('desk_clear_filters'));
    this.client = actionButton({ class: 'chip only', hidden: true }, () => this.change({ client: null }));
    this.more = element(
      'div',
      { class: 'filter-more', id: 'filter-more', hidden: true },
      field(say('desk_reviewer'), this.reviewer),
      field(say('desk_from'), this.from),
      field(say('desk_to'), this.to),
      element(
        'div',
        { class: 'filter-ends' },
        this.clear,
        csvButton(desk, () => {
          // What was typed a moment ago counts.
          if (this.typing !== undefined) this.searchFor('replace');
          return this.filters;
        }),
      ),
    );
    this.toggle = actionButton(
      { class: 'button is-quiet', 'aria-expanded': 'false', 'aria-controls': 'filter-more' },
      () => this.unfold(this.more.hidden !== false),
      say('desk_filters'),
    );
    const chips = element('nav', { class: 'chips', 'aria-label': say('desk_status') });
    for (const status of [null, ...statuses]) {
      const count = element('span', { class: 'chip-count' });
      const words = status === null ? say('desk_status_any') : say(`desk_many_${status}`);
      const link = element('a', { class: 'chip' }, words, count);
      chips.append(link);
      this.chips.set(status, { link, count });
    }
    this.element = element(
      'div',
      { class: 'filters', role: 'search' },
      element('div', { class: 'filter-top' }, this.search, this.toggle),
      chips,
      this.client,
      this.more,
    );
  }

  show(filters: Filters): void {
    this.filters = filters;
    // Never under the fingers of who types, nor before the list has followed.
    if (document.activeElement !== this.search && this.typing === undefined) this.search.value = filters.q;
    this.from.value = filters.from;
    this.to.value = filters.to;
    this.showReviewers();
    for (const [status, { link }] of this.chips) {
      const isChosen = status === null ? filters.status.length === 0 : filters.status.includes(status);
      const chosen = { ...filters, status: status === null ? [] : [status] };
      setAttributes(link, {
        href: addressOf({ view: 'requests', filters: chosen, request: null }),
        'aria-current': isChosen ? 'true' : null,
      });
      if (isChosen) link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.clear.disabled = !isFiltered(filters);
    const { reviewer, client, from, to } = filters;
    this.client.hidden = client === null;
    const isNarrowed = reviewer !== null || from !== '' || to !== '';
    this.toggle.classList.toggle('is-on', isNarrowed);
    if (isNarrowed && !this.unfolded) this.unfold(true);
  }

  /** Names whose requests these are, if they are one person's. */
  name([first]: readonly RequestItem[]): void {
    const { client } = this.filters;
    const name = first !== undefined && first.client.id === client ? titleOf(first.client) : `${client ?? ''}`;
    this.client.replaceChildren(
      this.desk.say('desk_client_only', { client: name }),
      element('span', { 'aria-hidden': 'true' }, '✕'),
    );
  }

  /** Shows how many requests there are of each status. */
  count(counts: RequestPage['counts']): void {
    for (const [status, { count }] of this.chips) {
      if (status !== null) setText(count, this.desk.formats.count(counts[status]));
    }
  }

  private typing: ReturnType<typeof setTimeout> | undefined;

  private searchFor(how: 'push' | 'replace'): void {
    clearTimeout(this.typing);
    this.typing = undefined;
    const place = placeAt(new URL(location.href));
    // Whoever has gone elsewhere since they typed stays there.
    if (place.view !== 'requests') return;
    // A request that was opened meanwhile stays open.
    const isTyping = document.activeElement === this.search;
    this.change({ q: this.search.value.trim() }, how, isTyping ? null : place.request);
  }

  private clearAll(): void {
    clearTimeout(this.typing);
    this.typing = undefined;
    this.change(noFilters);
  }

  private unfolded = false;

  private unfold(isOpen: boolean): void {
    this.unfolded = true;
    this.more.hidden = !isOpen;
    setAttributes(this.toggle, { 'aria-expanded': isOpen ? 'true' : 'false' });
    if (isOpen) void this.askReviewers();
  }

  /** Narrows the list in another way, with this request open beside it; null: none. */
  private change(changed: Partial<Filters>, how: 'push' | 'replace' = 'push', request: number | null = null): void {
    const filters = { ...this.filters, ...changed };
    const address = addressOf({ view: 'requests', filters, request: null });
    if (address === addressOf({ view: 'requests', filters: this.filters, request: null })) return;
    this.desk.go({ view: 'requests', filters, request }, how);
  }

  private readonly reviewers = new Map<number, string>();

  /** Whoever has decided anything in a year. */
  private async askReviewers(): Promise<void> {
    if (this.reviewersAsked) return;
    this.reviewersAsked = true;
    const answer = await this.desk.api.call<Stats>('/admin/stats?days=366');
    if (answer.kind !== 'done') {
      this.reviewersAsked = false;
      return;
    }
    for (const reviewer of answer.value.reviewers) this.reviewers.set(reviewer.id, titleOf(reviewer));
    this.showReviewers();
  }

  private showReviewers(): void {
    const { reviewer } = this.filters;
    const { say, me } = this.desk;
    const known = new Map([[me.id, titleOf(me)], ...this.reviewers]);
    if (reviewer !== null && !known.has(reviewer)) known.set(reviewer, `${reviewer}`);
    this.reviewer.replaceChildren(
      element('option', { value: '' }, say('desk_reviewer_any')),
      ...[...known].map(([id, name]) => element('option', { value: `${id}` }, name)),
    );
    this.reviewer.value = reviewer === null ? '' : `${reviewer}`;
  }
}

const field = (words: string, input: HTMLElement): HTMLElement =>
  element('label', { class: 'field', for: input.id }, element('span', {}, words), input);
