import { element } from '../../page/dom.js';
import type { RequestDetails, RequestPage } from '../protocol.js';
import type { Wish } from './actions.js';
import type { Filters } from './address.js';
import { timeLimit } from './api.js';
import { BulkBar } from './bulk-bar.js';
import type { Desk } from './desk.js';
import { FilterBar } from './filter-bar.js';
import { List } from './list.js';
import { titleOf } from './parts.js';
import { RequestView } from './request-view.js';
import type { Deed } from './requests.js';
import { undoUntil } from './undo-bar.js';

/** Wide enough for the list and a request beside each other; page.css has the same. */
export const isWide = matchMedia('(min-width: 60rem)');

/** The list with the open request beside it; on a phone, one after the other. */
export class RequestsPage {
  readonly element: HTMLElement;
  readonly filterBar: FilterBar;
  private readonly list: List;
  private readonly view: RequestView;
  private readonly bulk: BulkBar;
  private shown: number | null = null;

  constructor(
    private readonly desk: Desk,
    onCounts: (counts: RequestPage['counts']) => void,
  ) {
    this.filterBar = new FilterBar(desk);
    this.list = new List(desk, {
      counted: (counts) => {
        this.filterBar.count(counts);
        onCounts(counts);
      },
      loaded: (items) => this.filterBar.name(items),
      ticked: (ids) => {
        this.bulk.show(ids);
        // The keys are for what is ticked now.
        this.element.classList.toggle('has-ticks', ids.length > 0);
      },
    });
    this.bulk = new BulkBar(desk, {
      item: (id) => this.list.item(id),
      untick: (ids) => this.list.untick(ids),
      done: (decided, words) => this.offerUndo(decided, words),
    });
    this.view = new RequestView(desk, { done: (now, deed, unclear) => this.afterwards(now, deed, unclear) });
    desk.requests.watch(({ id }) => id === this.shown && this.lookAhead());
    this.element = element(
      'div',
      { class: 'requests-page' },
      element('h1', { class: 'only-heard' }, desk.say('desk_requests')),
      element('div', { class: 'list-pane' }, this.filterBar.element, this.list.element, this.bulk.element),
      this.view.element,
    );
  }

  show(filters: Filters, request: number | null): void {
    const former = this.shown;
    this.shown = request;
    this.element.classList.toggle('has-request', request !== null);
    this.filterBar.show(filters);
    this.list.show(filters);
    this.list.open(request);
    this.view.show(request);
    if (former === request) {
      // Chosen once more: by Enter, to read on in it.
      if (request !== null) this.view.focus();
      return;
    }
    if (isWide.matches) return;
    if (request !== null) this.view.focus();
    else if (former !== null) this.list.focus(former);
  }

  /** The list is asked for anew when it is shown next. */
  forgetList(): void {
    this.list.forget();
  }

  /** Brings all of it up to date: `hints` are the requests that have changed; null: any may have. */
  async refresh(hints: ReadonlySet<number> | null): Promise<void> {
    const { shown } = this;
    this.desk.requests.forget(hints);
    if (shown !== null && (hints === null || hints.has(shown))) void this.view.refresh();
    await this.list.refresh(hints);
  }

  move(step: 1 | -1): void {
    const request = this.list.beside(step);
    if (request === null) return;
    this.open(request, this.shown === null ? 'push' : 'replace');
    if (isWide.matches) this.list.focus(request);
  }

  /** Does it to what is ticked, or else to the request that is open. */
  wish(wish: Wish): void {
    if (wish === 'undo' && this.desk.undoBar.undo()) return;
    if (this.bulk.wish(wish)) return;
    if (this.view.wish(wish)) return;
    if (wish === 'undo') this.desk.undoBar.show(this.desk.say('desk_nothing_to_undo'), null);
  }

  tick(): void {
    this.list.tickCurrent();
  }

  /** Takes all ticks away; false: there are none. */
  untick(): boolean {
    return this.bulk.close();
  }

  writeNote(): boolean {
    return this.shown !== null && this.view.writeNote();
  }

  /** Fetches what is likely to be opened next, so that it is there at once. */
  private lookAhead(): void {
    const next = this.list.nextWaiting();
    const { requests } = this.desk;
    if (next === null || requests.known(next) !== null) return;
    void requests.look(next, timeLimit(10_000)).catch(() => undefined);
  }

  private open(request: number | null, how: 'push' | 'replace'): void {
    this.desk.go({ view: 'requests', filters: this.desk.filters(), request }, how);
  }

  /** Says what was done and offers the way back; after a decision, goes on to the next one that waits. */
  private afterwards(now: RequestDetails, deed: Deed, unclear: boolean): void {
    const { say, telegram } = this.desk;
    telegram.feel('success');
    const words = unclear ? say('desk_unclear') : this.didWords(now, deed);
    if (deed.do === 'undo' || deed.do === 'reopen') {
      this.desk.undoBar.show(words, null);
      return;
    }
    this.offerUndo([now], words);
    if (now.id !== this.shown || deed.do === 'revoke') return;
    const next = this.list.nextWaiting();
    if (next !== null) {
      this.open(next, 'replace');
      if (isWide.matches) this.list.focus(next);
    } else if (!isWide.matches) {
      this.open(null, 'replace');
    }
  }

  private didWords(now: RequestDetails, deed: Deed): string {
    const { say } = this.desk;
    const said = { request: now.id, client: titleOf(now.client) };
    switch (deed.do) {
      case 'approve':
        if (now.status !== 'pending') return say('desk_did_approved', said);
        return say('desk_did_voted', { request: now.id, given: now.approvals.length, needed: now.approvals_needed });
      case 'reject':
        return say('desk_did_rejected', said);
      case 'revoke':
        return say('desk_did_revoked', said);
      case 'reopen':
        return say('desk_did_reopened', said);
      case 'undo':
        return say('desk_did_undone', said);
    }
  }

  private offerUndo(decided: readonly RequestDetails[], words: string): void {
    const back = decided.filter(({ may }) => may.includes('undo'));
    const [first] = back;
    if (first === undefined) {
      this.desk.undoBar.show(words, null);
      return;
    }
    this.desk.undoBar.show(words, { until: undoUntil(first), back: () => this.takeBack(back) });
  }

  private async takeBack(decided: readonly RequestDetails[]): Promise<void> {
    const { say, undoBar, telegram, requests } = this.desk;
    const failures: string[] = [];
    const left: RequestDetails[] = [];
    for (const one of decided) {
      const why = await this.undo(one.id);
      if (why === null) continue;
      failures.push(decided.length === 1 ? why : say('desk_not_decided', { request: one.id, why }));
      left.push(requests.known(one.id) ?? one);
    }
    telegram.feel(failures.length === 0 ? 'success' : 'error');
    const [only] = decided;
    // What may still be possible is still offered.
    if (failures.length > 0) this.offerUndo(left, failures.join(' '));
    else if (decided.length === 1 && only !== undefined) {
      undoBar.show(say('desk_did_undone', { request: only.id, client: titleOf(only.client) }), null);
      this.open(only.id, this.shown === null ? 'push' : 'replace');
    } else undoBar.show(say('desk_undone_several', { count: decided.length }), null);
  }

  /** Takes back a decision, whatever was noted or said since; answers why not, if not. */
  private async undo(id: number): Promise<string | null> {
    const { requests, say } = this.desk;
    const now = await requests.look(id, timeLimit(20_000)).catch(() => null);
    if (now === null) return say('desk_no_answer');
    if (typeof now === 'string') return now;
    const outcome = await requests.act(now, { do: 'undo' });
    return outcome.done ? null : outcome.why;
  }
}
