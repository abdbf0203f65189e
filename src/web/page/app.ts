import { actionButton, element, say as setText, setAttributes } from '../../page/dom.js';
import { ownName } from '../../i18n/writing.js';
import type { RequestPage, Session } from '../protocol.js';
import { addressOf, noFilters, type Filters, type Place } from './address.js';
import type { Answer, Api } from './api.js';
import type { BulkReport } from './bulk-report.js';
import type { Desk } from './desk.js';
import type { Drafts } from './drafts.js';
import { helpDialog } from './help.js';
import type { Command } from './keys.js';
import { emptyState, titleOf, workingButton } from './parts.js';
import { PersonPage } from './person-page.js';
import { isWide, RequestsPage } from './requests-page.js';
import { Requests } from './requests.js';
import { StatsPage } from './stats-page.js';
import type { Telegram } from './telegram.js';
import type { Texts } from './texts.js';
import { UndoBar } from './undo-bar.js';

interface Ports {
  readonly api: Api;
  readonly telegram: Telegram;
  readonly texts: Texts;
  readonly session: Session;
  readonly now: () => number;
  /** What keeps the page from being up to date. */
  readonly banner: HTMLElement;
  readonly go: Desk['go'];
  readonly drafts: Drafts;
  readonly bulkReport: BulkReport;
  /** Ends the session. The desk is gone by then if it was ended. */
  readonly signOut: () => Promise<Answer<null>>;
  readonly speak: (language: string) => void;
}

/** The desk of somebody who is signed in: the frame around its views, and what its keys do. */
export class App {
  readonly elements: readonly HTMLElement[];
  private readonly desk: Desk;
  private readonly heard = element('p', { class: 'only-heard', role: 'status' });
  private readonly main = element('main', { class: 'main', id: 'main' });
  private readonly tabs: Readonly<Record<'requests' | 'stats', HTMLAnchorElement>>;
  private readonly pendingCount = element('span', { class: 'count', hidden: true });
  private readonly menu: HTMLDetailsElement;
  private readonly help: HTMLDialogElement;
  private readonly requestsPage: RequestsPage;
  private readonly personPage: PersonPage;
  private readonly statsPage: StatsPage;
  private place: Place | null = null;
  private filters: Filters = noFilters;
  private waiting = 0;

  constructor(private readonly ports: Ports) {
    const { api, telegram, texts, session, now, go, drafts, bulkReport } = ports;
    const { say, formats } = texts;
    this.desk = {
      ...{ api, telegram, say, formats, now, go, drafts, bulkReport, me: session.admin },
      requests: new Requests(api, say, session.admin.id),
      undoBar: new UndoBar(say, now),
      filters: () => this.filters,
      announce: (words) => setText(this.heard, words),
    };
    this.requestsPage = new RequestsPage(this.desk, (counts) => this.count(counts));
    this.personPage = new PersonPage(this.desk);
    this.statsPage = new StatsPage(this.desk, (counts) => this.count(counts));
    this.help = helpDialog(say);
    this.tabs = {
      requests: element('a', { class: 'tab' }, say('desk_requests'), this.pendingCount),
      stats: element('a', { class: 'tab', href: addressOf({ view: 'stats', days: 30 }) }, say('desk_stats')),
    };
    this.menu = this.makeMenu();
    this.elements = [
      element('a', { class: 'skip', href: '#main' }, say('desk_skip')),
      element(
        'header',
        { class: 'top' },
        element(
          'a',
          { class: 'brand', href: addressOf({ view: 'requests', filters: noFilters, request: null }) },
          texts.community,
        ),
        element('nav', { class: 'tabs', 'aria-label': say('desk_views') }, this.tabs.requests, this.tabs.stats),
        this.menu,
      ),
      ports.banner,
      this.main,
      this.desk.undoBar.element,
      this.heard,
      this.help,
    ];
  }

  show(place: Place): void {
    const former = this.place;
    this.place = place;
    this.menu.open = false;
    if (place.view === 'requests') this.filters = place.filters;
    setAttributes(this.tabs.requests, {
      href: addressOf({
        view: 'requests',
        filters: place.view === 'requests' ? noFilters : this.filters,
        request: null,
      }),
      'aria-current': place.view === 'requests' ? 'page' : null,
    });
    setAttributes(this.tabs.stats, { 'aria-current': place.view === 'stats' ? 'page' : null });
    const page = this.pageOf(place);
    if (this.main.firstElementChild !== page) this.main.replaceChildren(page);
    switch (place.view) {
      case 'requests':
        this.requestsPage.show(place.filters, place.request);
        break;
      case 'person':
        this.personPage.show(place.person);
        break;
      case 'stats':
        this.statsPage.show(place.days);
        break;
      case 'login':
      case 'unknown':
        break;
    }
    if (former !== null && former.view !== place.view && place.view !== 'requests') {
      window.scrollTo(0, 0);
      this.main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    this.showTitle();
    this.showBack();
  }

  /** Says what has become of something. */
  tell(words: string): void {
    this.desk.undoBar.show(words, null);
  }

  /** The list is asked for anew when it is shown next, unless whoever shows it comes back to it. */
  forgetList(): void {
    if (this.place?.view === 'requests') this.requestsPage.forgetList();
  }

  /** Brings what is shown up to date: `hints` are the requests that have changed; null: any may have. */
  refresh(hints: ReadonlySet<number> | null): void {
    void this.requestsPage.refresh(hints);
    if (this.place?.view === 'person') void this.personPage.refresh();
    // A plot that is redrawn while somebody reads it is no help: it is asked for again when the page was away.
    if (this.place?.view === 'stats' && hints === null) void this.statsPage.refresh();
  }

  /** Does what a key asks for; false: it means nothing here. */
  command(command: Command): boolean {
    if (this.help.open) return false;
    if (command === 'help') {
      this.help.showModal();
      return true;
    }
    if (command === 'back') return this.back();
    if (command === 'search') {
      if (this.place?.view !== 'requests') this.ports.go({ view: 'requests', filters: this.filters, request: null });
      this.requestsPage.filterBar.search.focus();
      this.requestsPage.filterBar.search.select();
      return true;
    }
    if (this.place?.view !== 'requests') return false;
    switch (command) {
      case 'next':
      case 'previous':
        this.requestsPage.move(command === 'next' ? 1 : -1);
        return true;
      case 'tick':
        this.requestsPage.tick();
        return true;
      case 'note':
        return this.requestsPage.writeNote();
      case 'approve':
      case 'reject':
      case 'why_reject':
      case 'undo':
        this.requestsPage.wish(command);
        return true;
    }
  }

  private pageOf({ view }: Place): HTMLElement {
    switch (view) {
      case 'person':
        return this.personPage.element;
      case 'stats':
        return this.statsPage.element;
      case 'unknown':
        return element('div', { class: 'page' }, emptyState(this.desk.say('desk_no_such_page')));
      case 'requests':
      case 'login':
        return this.requestsPage.element;
    }
  }

  private back(): boolean {
    if (this.menu.open) {
      this.menu.open = false;
      return true;
    }
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.matches('input, textarea, select')) {
      focused.blur();
      return true;
    }
    if (this.place?.view !== 'requests') return false;
    if (this.requestsPage.untick()) return true;
    if (this.place.request === null) return false;
    this.ports.go({ view: 'requests', filters: this.filters, request: null });
    return true;
  }

  private showBack(): void {
    const { place, ports } = this;
    if (place === null) return;
    const isDeep = place.view !== 'requests' || (place.request !== null && !isWide.matches);
    ports.telegram.back(
      isDeep
        ? () => goBack(() => ports.go({ view: 'requests', filters: this.filters, request: null }, 'replace'))
        : null,
    );
  }

  private showTitle(): void {
    const title = this.desk.say('desk_title');
    document.title = this.waiting > 0 ? `(${this.waiting}) ${title}` : title;
  }

  private count({ pending }: RequestPage['counts']): void {
    this.waiting = pending;
    this.pendingCount.hidden = pending === 0;
    setText(this.pendingCount, this.desk.formats.count(pending));
    this.showTitle();
  }

  private makeMenu(): HTMLDetailsElement {
    const { texts, session, speak } = this.ports;
    const { say, languages, language } = texts;
    const choice = element(
      'select',
      { id: 'menu-language' },
      ...languages.map((tag) => element('option', { value: tag, lang: tag }, ownName(tag))),
    );
    choice.value = language;
    choice.addEventListener('change', () => speak(choice.value));
    const notLeft = element('p', { class: 'warning', role: 'alert' });
    const menu = element(
      'details',
      { class: 'menu' },
      element('summary', { 'aria-label': say('desk_menu') }, '☰'),
      element(
        'div',
        { class: 'menu-panel' },
        element('p', {}, say('desk_signed_in_as', { admin: titleOf(session.admin) })),
        element('label', { class: 'field', for: 'menu-language' }, element('span', {}, say('desk_language')), choice),
        actionButton(
          { class: 'button for-keys', 'aria-keyshortcuts': '?' },
          () => this.command('help'),
          say('desk_shortcuts'),
        ),
        notLeft,
        workingButton(say('desk_sign_out'), '', async () => {
          setText(notLeft, '');
          setText(notLeft, await this.signOut());
        }),
      ),
    );
    menu.addEventListener('toggle', () => {
      if (!menu.open) setText(notLeft, '');
    });
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    });
    return menu;
  }

  /** Why somebody is not signed out, as far as that is known. */
  private async signOut(): Promise<string> {
    const answer = await this.ports.signOut();
    switch (answer.kind) {
      case 'done':
      case 'signed_out':
        return '';
      case 'no_answer':
      case 'not_ready':
        return this.desk.say('desk_maybe_signed_in');
      case 'conflict':
      case 'refused':
        return this.desk.requests.sentence(answer);
    }
  }
}

/** Goes back within the page, or where this is its first view, elsewhere. */
function goBack(elsewhere: () => void): void {
  const { depth } = (history.state ?? {}) as { readonly depth?: number };
  if (depth !== undefined && depth > 0) history.back();
  else elsewhere();
}
