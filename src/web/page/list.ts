import { actionButton, element, say as setText } from '../../page/dom.js';
import { KeyedList } from '../../page/keyed-list.js';
import type { RequestDetails, RequestItem, RequestPage } from '../protocol.js';
import { apiQuery, isFiltered, noFilters, type Filters } from './address.js';
import { pause } from './api.js';
import type { Desk } from './desk.js';
import { emptyState, skeleton } from './parts.js';
import { Row } from './row.js';

const pageSize = 50;
/** The longest page of the API. */
const longestPage = 200;
/** How long a refresh waits that was refused (ms). */
const refusedFor = 30_000;

interface Ports {
  /** How many there are of each status. */
  readonly counted: (counts: RequestPage['counts']) => void;
  /** A list has been loaded. */
  readonly loaded: (items: readonly RequestItem[]) => void;
  /** Which rows are ticked has changed. */
  readonly ticked: (ids: readonly number[]) => void;
}

/**
 * The requests that fit the filters, page by page. Its rows stay where they are, whatever happens to them: a decided request only
 * reads differently, and new ones are announced above the list until somebody wants to see them.
 */
export class List {
  readonly element: HTMLElement;
  private readonly scroll: HTMLElement;
  private readonly rows: KeyedList<RequestItem>;
  private readonly byId = new Map<number, Row>();
  private readonly state = element('div', { class: 'list-state' });
  private readonly announcement: HTMLButtonElement;
  private readonly moreButton: HTMLButtonElement;
  private readonly nearEnd: IntersectionObserver;
  private readonly ticks = new Set<number>();
  /** Ticked or unticked last by a click: with Shift, the next click goes for all rows from there. */
  private lastTicked: number | null = null;
  private filters: Filters = noFilters;
  private items: readonly RequestItem[] = [];
  private fresh: readonly RequestItem[] = [];
  private next: string | null = null;
  /** Ends whatever is on its way for the list that is shown, once another one is. */
  private life = new AbortController();
  private loading: AbortController | null = null;
  private refreshing: AbortController | null = null;
  private growing: AbortController | null = null;
  /** What has changed since the list was last asked for; null: anything may have. */
  private changed: ReadonlySet<number> | null = new Set();
  private isLoaded = false;
  private isOutdated = false;
  private current: number | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly ports: Ports,
  ) {
    const { say, requests } = desk;
    const holder = element('ol', { class: 'rows' });
    const row = {
      isCurrent: (id: number): boolean => id === this.current,
      isTicked: (id: number): boolean => this.ticks.has(id),
      tick: (id: number, isTicked: boolean, isRange: boolean): void => this.tickByClick(id, isTicked, isRange),
    };
    this.rows = new KeyedList(
      holder,
      ({ id }) => `${id}`,
      (item) => {
        const made = new Row(desk, row);
        this.byId.set(item.id, made);
        return made;
      },
    );
    this.announcement = actionButton({ class: 'announcement', hidden: true }, () => this.showFresh());
    this.moreButton = actionButton({ class: 'button more', hidden: true }, () => void this.more(), say('desk_more'));
    this.scroll = element('div', { class: 'list-scroll' }, holder, this.state, this.moreButton);
    this.element = element(
      'section',
      { class: 'list', 'aria-label': say('desk_requests'), id: 'requests', tabindex: '-1' },
      this.announcement,
      this.scroll,
    );
    this.nearEnd = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && void this.more(),
      { root: this.scroll, rootMargin: '600px' },
    );
    this.lookForEnd();
    requests.watch((changed) => this.accept(changed));
    requests.watchBusy((id) => this.byId.get(id)?.mark());
    setInterval(() => {
      for (const one of this.byId.values()) one.tickClock();
    }, 60_000);
  }

  /** Shows what fits these filters; nothing is asked for if that is what it shows. */
  show(filters: Filters): void {
    const isSame = apiQuery(filters).toString() === apiQuery(this.filters).toString();
    this.filters = filters;
    if (!isSame || !this.isLoaded) void this.load();
  }

  /** What is shown next is asked for, even if it is shown already. */
  forget(): void {
    this.isLoaded = false;
  }

  /** Marks the request that is open. */
  open(id: number | null): void {
    const former = this.current;
    this.current = id;
    for (const one of [former, id]) if (one !== null) this.byId.get(one)?.mark();
    if (id !== null) this.byId.get(id)?.element.scrollIntoView({ block: 'nearest' });
  }

  /** Moves the focus to this request's row. */
  focus(id: number): void {
    this.byId.get(id)?.link.focus({ preventScroll: true });
  }

  /** The request below (1) or above (-1) the open one; null: there is none. */
  beside(step: 1 | -1): number | null {
    const at = this.items.findIndex(({ id }) => id === this.current);
    if (at === -1) return this.items[0]?.id ?? null;
    return this.items[at + step]?.id ?? null;
  }

  /** The next request that waits: below the open one, or else above; null: none does. */
  nextWaiting(): number | null {
    const at = this.items.findIndex(({ id }) => id === this.current);
    const waits = ({ id, status }: RequestItem): boolean =>
      status === 'pending' && id !== this.current && !this.desk.requests.isBusy(id);
    return this.items.slice(at + 1).find(waits)?.id ?? this.items.slice(0, Math.max(at, 0)).find(waits)?.id ?? null;
  }

  /** Ticks the open request, or takes the tick away. */
  tickCurrent(): void {
    const item = this.items.find(({ id }) => id === this.current);
    if (item?.status === 'pending') this.setTick(item.id, !this.ticks.has(item.id));
  }

  untick(ids: readonly number[] = [...this.ticks]): void {
    for (const id of ids) this.setTick(id, false);
  }

  item(id: number): RequestItem | null {
    return this.items.find((item) => item.id === id) ?? null;
  }

  /**
   * Brings the list up to date, however long the bot is away: `hints` are the requests that have changed; null: any may have. Rows
   * keep their places, and what is new is only announced.
   */
  async refresh(hints: ReadonlySet<number> | null): Promise<void> {
    // What is on its way may have been read before that.
    if (this.loading !== null) this.isOutdated = true;
    if (!this.isLoaded || this.loading !== null) return;
    this.remember(hints);
    const { life } = this;
    if (this.refreshing === life) return;
    this.refreshing = life;
    try {
      while (this.hasChanged) await this.bringUpToDate(life.signal);
    } catch {
      // Another list is shown by now.
    } finally {
      if (this.refreshing === life) this.refreshing = null;
    }
  }

  private get hasChanged(): boolean {
    return this.changed === null || this.changed.size > 0;
  }

  private remember(hints: ReadonlySet<number> | null): void {
    this.changed = hints === null || this.changed === null ? null : new Set([...this.changed, ...hints]);
  }

  /** One look at the list, and at the rows that it doesn't have. Rejects if it is aborted. */
  private async bringUpToDate(signal: AbortSignal): Promise<void> {
    const hints = this.changed;
    this.changed = new Set();
    const limit = Math.min(longestPage, Math.max(pageSize, this.items.length));
    const answer = await this.desk.api.read<RequestPage>(this.query(limit, null), signal);
    if (answer.kind === 'signed_out') return;
    if (answer.kind !== 'done') {
      this.remember(hints);
      return pause(refusedFor, signal);
    }
    const { items, counts } = answer.value;
    this.ports.counted(counts);
    const found = new Map(items.map((item) => [item.id, item]));
    const stale = this.items.filter(
      (item) => !found.has(item.id) && (hints === null ? item.status === 'pending' : hints.has(item.id)),
    );
    this.items = this.items.map((item) => found.get(item.id) ?? item);
    const known = new Set(this.items.map(({ id }) => id));
    const isNew = ({ id, status }: RequestItem): boolean =>
      !known.has(id) && (status === 'pending' || this.filters.status.length > 0);
    this.fresh = items.filter(isNew);
    if (this.items.length === 0 && items.length > 0) {
      this.items = items;
      this.fresh = [];
      this.next = answer.value.next;
    }
    this.render();
    for (const [at, { id }] of stale.entries()) {
      // Something else has changed: all of it is looked at together.
      if (this.hasChanged) return this.remember(new Set(stale.slice(at).map((item) => item.id)));
      await this.desk.requests.look(id, signal);
    }
  }

  private async load(): Promise<void> {
    this.life.abort();
    const loading = new AbortController();
    this.life = loading;
    this.loading = loading;
    this.changed = new Set();
    this.isLoaded = false;
    this.isOutdated = false;
    this.fresh = [];
    this.announcement.hidden = true;
    this.moreButton.hidden = true;
    this.untick();
    this.scroll.classList.add('is-loading');
    if (this.items.length === 0) this.state.replaceChildren(skeleton(10, this.desk.say('desk_loading')));
    try {
      const answer = await this.desk.api.read<RequestPage>(this.query(pageSize, null), loading.signal);
      if (answer.kind !== 'done') {
        this.items = [];
        this.next = null;
        if (answer.kind !== 'signed_out') this.fail(answer);
        return;
      }
      this.isLoaded = true;
      this.items = answer.value.items;
      this.next = answer.value.next;
      this.ports.counted(answer.value.counts);
      this.ports.loaded(this.items);
      this.scroll.scrollTop = 0;
    } catch {
      return; // Other filters were chosen meanwhile.
    } finally {
      if (this.loading === loading) {
        this.loading = null;
        this.scroll.classList.remove('is-loading');
      }
    }
    this.render();
    this.lookForEnd();
    if (this.current !== null) this.open(this.current);
    if (this.isOutdated) void this.refresh(null);
  }

  private async more(): Promise<void> {
    const { next, life } = this;
    if (next === null || this.growing === life || this.loading !== null) return;
    this.growing = life;
    this.moreButton.setAttribute('aria-busy', 'true');
    const answer = await this.desk.api
      .read<RequestPage>(this.query(pageSize, next), life.signal)
      // Another list is shown by now.
      .catch(() => null);
    if (this.growing !== life) return;
    this.growing = null;
    this.moreButton.removeAttribute('aria-busy');
    // Where it was refused, the button is still there.
    if (answer?.kind !== 'done' || life !== this.life) return;
    const known = new Set(this.items.map(({ id }) => id));
    this.items = [...this.items, ...answer.value.items.filter(({ id }) => !known.has(id))];
    this.next = answer.value.next;
    this.render();
    this.lookForEnd();
  }

  /** The observer tells only of what changes, and with a short page, or a fast scroll, the end may be as near as before. */
  private lookForEnd(): void {
    this.nearEnd.unobserve(this.moreButton);
    this.nearEnd.observe(this.moreButton);
  }

  private query(limit: number, after: string | null): string {
    const query = apiQuery(this.filters);
    query.set('limit', `${limit}`);
    if (after !== null) query.set('after', after);
    return `/admin/requests?${query.toString()}`;
  }

  private accept(changed: RequestDetails): void {
    if (!this.items.some(({ id }) => id === changed.id)) return;
    this.items = this.items.map((item) => (item.id === changed.id ? changed : item));
    // Its row alone: there may be thousands.
    this.byId.get(changed.id)?.show(changed);
    if (changed.status !== 'pending') this.setTick(changed.id, false);
  }

  private showFresh(): void {
    const first = this.fresh[0]?.id;
    const known = new Set(this.items.map(({ id }) => id));
    // New ones wait the shortest: they come after what waits already, and before what is decided.
    const decided = this.items.findIndex(({ status }) => status !== 'pending');
    const end = decided === -1 ? this.items.length : decided;
    const added = this.fresh.filter(({ id }) => !known.has(id));
    const isByTime = this.filters.status.length > 0 && !this.filters.status.includes('pending');
    this.items = isByTime
      ? [...added, ...this.items]
      : [...this.items.slice(0, end), ...added, ...this.items.slice(end)];
    this.fresh = [];
    this.render();
    if (first === undefined) return;
    this.byId.get(first)?.element.scrollIntoView({ block: 'nearest' });
    this.focus(first);
  }

  private tickByClick(id: number, isTicked: boolean, isRange: boolean): void {
    const ids = this.items.map((item) => item.id);
    const [from, to] = [ids.indexOf(this.lastTicked ?? id), ids.indexOf(id)];
    this.lastTicked = id;
    const range = isRange && from !== -1 ? this.items.slice(Math.min(from, to), Math.max(from, to) + 1) : [];
    for (const one of range) if (one.status === 'pending') this.setTick(one.id, isTicked);
    this.setTick(id, isTicked);
  }

  private setTick(id: number, isTicked: boolean): void {
    if (this.ticks.has(id) === isTicked) return;
    if (isTicked) this.ticks.add(id);
    else this.ticks.delete(id);
    this.byId.get(id)?.mark();
    this.ports.ticked([...this.ticks]);
  }

  private fail(answer: Parameters<Desk['requests']['sentence']>[0]): void {
    const again = actionButton({ class: 'button' }, () => void this.load(), this.desk.say('desk_try_again'));
    this.rows.show([]);
    this.state.replaceChildren(emptyState(this.desk.requests.sentence(answer), again));
  }

  private render(): void {
    const { say } = this.desk;
    const shown = new Set(this.items.map(({ id }) => id));
    for (const id of this.byId.keys()) if (!shown.has(id)) this.byId.delete(id);
    for (const id of [...this.ticks]) if (this.item(id)?.status !== 'pending') this.setTick(id, false);
    this.rows.show(this.items);
    this.moreButton.hidden = this.next === null;
    const count = this.fresh.length;
    const wasHidden = this.announcement.hidden;
    this.announcement.hidden = count === 0;
    if (count > 0) {
      setText(this.announcement, say('desk_new', { count }));
      if (wasHidden) this.desk.announce(this.announcement.textContent ?? '');
    }
    this.state.replaceChildren(...this.stateNow());
  }

  private stateNow(): HTMLElement[] {
    const { say, go } = this.desk;
    if (this.items.length > 0) {
      return this.next === null && this.items.length > 10
        ? [element('p', { class: 'end' }, say('desk_end_of_list'))]
        : [];
    }
    const { status } = this.filters;
    const onlyPending = !isFiltered({ ...this.filters, status: [] }) && status.length === 1 && status[0] === 'pending';
    if (onlyPending) return [emptyState(say('desk_empty_pending'))];
    if (!isFiltered(this.filters)) return [emptyState(say('desk_empty'))];
    const clear = actionButton(
      { class: 'button' },
      () => go({ view: 'requests', filters: noFilters, request: null }),
      say('desk_clear_filters'),
    );
    return [emptyState(say('desk_empty_filtered'), clear)];
  }
}
