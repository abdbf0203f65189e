import { actionButton, element, say as setText, setAttributes } from '../../page/dom.js';
import { avatar } from '../../page/avatar.js';
import type { RequestDetails } from '../protocol.js';
import { addressOf, noFilters } from './address.js';
import type { Desk } from './desk.js';
import {
  accessList,
  badge,
  emptyState,
  fact,
  measure,
  moment,
  skeleton,
  titleOf,
  usernameLink,
  workingButton,
} from './parts.js';
import { reasonForm } from './reasons.js';
import type { Deed } from './requests.js';
import { Timeline } from './timeline.js';

/** The longest note, as the API takes it. */
const longestNote = 1000;

type Action = 'approve' | 'reject' | 'undo' | 'revoke' | 'reopen';
/** What the keys and the buttons ask for; `why_reject` asks for a reason first. */
export type Wish = Action | 'why_reject';

interface Ports {
  /** A decision was made, about the request as it is now. */
  readonly done: (now: RequestDetails, deed: Deed, unclear: boolean) => void;
}

/** Everything about one request, and what can be done with it. Nothing in it moves when something new is known. */
export class RequestView {
  readonly element: HTMLElement;
  private open: OpenRequest | null = null;
  private looking = new AbortController();
  private id: number | null = null;
  private readonly drafts = new Map<number, string>();

  constructor(
    private readonly desk: Desk,
    private readonly ports: Ports,
  ) {
    this.element = element('section', { class: 'request-pane', 'aria-label': desk.say('desk_open_request') });
    desk.requests.watch((changed) => {
      if (changed.id === this.id) this.showDetails(changed);
    });
    desk.requests.watchBusy((id) => {
      if (id === this.id) this.open?.showBusy();
    });
  }

  /** Shows this request; null: none. */
  show(id: number | null): void {
    if (id === this.id && (id === null || this.open !== null)) return;
    this.looking.abort();
    this.looking = new AbortController();
    this.open = null;
    this.id = id;
    const { say, requests } = this.desk;
    if (id === null) {
      this.element.replaceChildren(emptyState(say('desk_choose')));
      return;
    }
    const known = requests.known(id);
    if (known === null) {
      this.element.replaceChildren(skeleton(9, say('desk_loading')));
      void this.refresh();
      return;
    }
    this.showDetails(known);
    void this.refresh();
  }

  /** Asks for what is new about the request that is open. */
  async refresh(): Promise<void> {
    const { id, looking } = this;
    if (id === null) return;
    try {
      const found = await this.desk.requests.look(id, looking.signal);
      if (found !== 'gone') return;
      this.element.replaceChildren(emptyState(this.desk.say('desk_no_such_request', { request: id }), this.wayBack()));
    } catch {
      // Another request is shown by now.
    }
  }

  /** Does it if that is possible now; false: it isn't. */
  wish(wish: Wish): boolean {
    return this.open?.wish(wish) ?? false;
  }

  /** Goes to the field for a note; false: there is none. */
  writeNote(): boolean {
    return this.open?.writeNote() ?? false;
  }

  /** Moves the focus here, for who came by it. */
  focus(): void {
    this.element.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private showDetails(details: RequestDetails): void {
    if (this.open === null) {
      this.open = new OpenRequest(this.desk, details, this.ports, this.drafts);
      this.element.replaceChildren(...this.open.elements);
    }
    this.open.show(details);
  }

  private wayBack(): HTMLElement {
    const { say, filters } = this.desk;
    const href = addressOf({ view: 'requests', filters: filters(), request: null });
    return element('a', { class: 'button', href }, say('desk_back'));
  }
}

class OpenRequest {
  readonly elements: readonly HTMLElement[];
  private readonly head = element('header', { class: 'request-head' });
  private readonly message = element('blockquote', { class: 'message', dir: 'auto' });
  private readonly warnings = element('div', { class: 'warnings' });
  private readonly facts = element('dl', { class: 'facts' });
  private readonly timeline: Timeline;
  private readonly notice = element('p', { class: 'notice', role: 'alert' });
  private readonly buttons = new Map<Wish, HTMLButtonElement>();
  private readonly row = element('div', { class: 'buttons' });
  private readonly actions: HTMLElement;
  private readonly note: HTMLTextAreaElement;
  private asking: HTMLElement | null = null;
  private pressed: Wish | null = null;

  constructor(
    private readonly desk: Desk,
    private details: RequestDetails,
    private readonly ports: Ports,
    drafts: Map<number, string>,
  ) {
    const { say } = desk;
    const { id } = details;
    this.timeline = new Timeline(desk);
    this.note = element('textarea', {
      'aria-label': say('desk_note_hint'),
      placeholder: say('desk_note_hint'),
      'aria-keyshortcuts': 'n',
      maxlength: `${longestNote}`,
      rows: '2',
    });
    this.note.value = drafts.get(id) ?? '';
    this.note.addEventListener('input', () => drafts.set(id, this.note.value));
    const sent = async (): Promise<void> => {
      if (await this.addNote()) drafts.delete(id);
    };
    const add = workingButton(say('desk_add_note'), '', sent);
    this.note.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add.click();
    });
    for (const wish of wishes) {
      const button = actionButton(
        { class: `button ${looks[wish]}`, 'aria-keyshortcuts': keys[wish] },
        () => this.wish(wish),
        element('span', {}, wish === 'why_reject' ? say('desk_reject_with_reason') : say(`desk_${wish}`)),
        keys[wish] === null
          ? null
          : element('kbd', { 'aria-hidden': 'true' }, keys[wish] === 'Shift+R' ? '⇧R' : keys[wish]),
      );
      this.buttons.set(wish, button);
      this.row.append(button);
    }
    this.actions = element('footer', { class: 'actions' }, this.notice, this.row);
    measure(this.actions, '--actions-height');
    this.elements = [
      element(
        'div',
        { class: 'request-scroll', tabindex: '0', role: 'group', 'aria-label': say('desk_request', { request: id }) },
        this.head,
        this.warnings,
        this.message,
        this.facts,
        element('h3', {}, say('desk_timeline')),
        this.timeline.element,
        element('div', { class: 'note-form' }, this.note, add),
      ),
      this.actions,
    ];
  }

  show(details: RequestDetails): void {
    const isFirst = this.details === details && this.head.childElementCount === 0;
    if (!isFirst && this.details.etag !== details.etag) this.stopAsking();
    this.details = details;
    this.showHead();
    this.showWarnings();
    this.showMessage();
    this.facts.replaceChildren(...this.factsNow());
    this.timeline.show(details);
    this.showBusy();
  }

  /** Shows what can be done, and what is being done. */
  showBusy(): void {
    const { may, id } = this.details;
    const isBusy = this.desk.requests.isBusy(id);
    if (!isBusy) this.pressed = null;
    for (const [wish, button] of this.buttons) {
      const action = wish === 'why_reject' ? 'reject' : wish;
      button.hidden = !may.includes(action) || this.asking !== null;
      button.disabled = isBusy && this.pressed !== wish;
      setAttributes(button, { 'aria-busy': isBusy && this.pressed === wish ? 'true' : null });
    }
    this.actions.hidden =
      [...this.buttons.values()].every(({ hidden }) => hidden) &&
      this.asking === null &&
      this.notice.textContent === '';
  }

  wish(wish: Wish): boolean {
    const action = wish === 'why_reject' ? 'reject' : wish;
    if (!this.details.may.includes(action) || this.desk.requests.isBusy(this.details.id)) return false;
    if (wish === 'why_reject' || wish === 'revoke') this.ask(action === 'revoke' ? 'revoke' : 'reject');
    else void this.act(wish === 'reject' ? { do: 'reject', reason: null } : { do: wish }, wish);
    return true;
  }

  writeNote(): boolean {
    this.note.scrollIntoView({ block: 'nearest' });
    this.note.focus();
    return true;
  }

  private ask(what: 'reject' | 'revoke'): void {
    if (this.asking !== null) return;
    const { say } = this.desk;
    const send = (reason: string | null): void => {
      this.stopAsking();
      void this.act({ do: what, reason }, what === 'reject' ? 'why_reject' : 'revoke');
    };
    const cancel = (): void => {
      this.stopAsking();
      this.buttons.get(what === 'reject' ? 'why_reject' : 'revoke')?.focus();
    };
    this.tell('');
    this.asking = reasonForm(
      {
        title: say(what === 'reject' ? 'desk_why_reject' : 'desk_why_revoke'),
        label: say(`desk_${what}`),
        ready: this.details.ready_reasons,
        ...{ send, cancel },
      },
      this.desk,
    );
    this.actions.append(this.asking);
    this.showBusy();
  }

  private stopAsking(): void {
    this.asking?.remove();
    this.asking = null;
    this.showBusy();
  }

  private async act(deed: Deed, pressed: Wish): Promise<void> {
    this.pressed = pressed;
    this.tell('');
    const outcome = await this.desk.requests.act(this.details, deed);
    if (outcome.done) {
      this.ports.done(outcome.now, deed, outcome.unclear);
      return;
    }
    this.tell(outcome.why);
    this.desk.telegram.feel('error');
  }

  /** Says why something wasn't done, beside the buttons. */
  private tell(why: string): void {
    setText(this.notice, why);
    this.showBusy();
  }

  private async addNote(): Promise<boolean> {
    const text = this.note.value.trim();
    if (text === '') {
      this.note.focus();
      return false;
    }
    const outcome = await this.desk.requests.note(this.details.id, text);
    if (!outcome.done) {
      this.tell(outcome.why);
      return false;
    }
    this.note.value = '';
    this.desk.announce(this.desk.say('desk_did_note', { request: this.details.id }));
    return true;
  }

  private showHead(): void {
    const { id, client, status } = this.details;
    const { desk } = this;
    const known = `${id} ${client.name} ${client.username ?? ''} ${status}`;
    if (this.head.dataset['shown'] === known) return;
    this.head.dataset['shown'] = known;
    const { say, filters } = desk;
    const back = element(
      'a',
      {
        class: 'back',
        href: addressOf({ view: 'requests', filters: filters(), request: null }),
        'aria-label': say('desk_back'),
      },
      '‹',
    );
    const person = addressOf({ view: 'person', person: client.id });
    this.head.replaceChildren(
      back,
      avatar({ id: client.id, name: titleOf(client) }),
      element(
        'div',
        { class: 'request-who' },
        element('h2', { tabindex: '-1' }, element('bdi', {}, element('a', { href: person }, titleOf(client)))),
        element(
          'p',
          { class: 'request-sub' },
          say('desk_request', { request: id }),
          ...(client.username === null ? [] : [' · ', usernameLink(client.username, desk)]),
        ),
      ),
      badge(status, desk),
    );
  }

  private showWarnings(): void {
    const { say, me } = this.desk;
    const { client, status, messages } = this.details;
    const latest = messages.find(({ state }) => state !== 'owed');
    const warnings = [
      client.id === me.id && status === 'pending' ? say('desk_own_request') : null,
      latest?.state === 'undeliverable' ? say('desk_undelivered', { error: latest.error ?? '–' }) : null,
    ].filter((words) => words !== null);
    this.warnings.replaceChildren(...warnings.map((words) => element('p', { class: 'warning' }, words)));
  }

  private showMessage(): void {
    const { message } = this.details;
    setText(this.message, message === '' ? this.desk.say('desk_no_words') : message);
    this.message.classList.toggle('is-missing', message === '');
  }

  private factsNow(): HTMLElement[] {
    const { desk, details } = this;
    const { say, formats, now } = desk;
    const waited = say('desk_waiting_since', { waited: now() - Date.parse(details.submitted_at) });
    const isPending = details.status === 'pending';
    const facts = [fact(say('desk_submitted'), moment(details.submitted_at, desk), isPending ? small(waited) : null)];
    if (isPending) {
      const left = formats.short(Date.parse(details.expires_at) - now());
      facts.push(fact(say('desk_expires'), moment(details.expires_at, desk), small(say('desk_expires_in', { left }))));
    }
    const { reviewed_by: reviewer, decided_at: decidedAt, status } = details;
    if (reviewer !== null && (status === 'approved' || status === 'rejected' || status === 'revoked')) {
      const words = say(`desk_${status}_by`, { admin: titleOf(reviewer) });
      facts.push(fact(say('desk_status'), words, decidedAt === null ? null : small(moment(decidedAt, desk))));
    }
    if (details.reason !== null) facts.push(fact(say('desk_reason'), element('bdi', {}, details.reason)));
    if (isPending && details.approvals_needed > 1) {
      const { approvals, approvals_needed: needed } = details;
      const names = approvals.map(titleOf).join(', ');
      facts.push(
        fact(say('desk_approved_so_far'), say('desk_approvals', { given: approvals.length, needed }), small(names)),
      );
    }
    if (details.source !== 'chat') facts.push(fact(say('desk_source'), say(`desk_source_${details.source}`)));
    if (details.client.telegram_id === null) facts.push(fact(say('desk_telegram'), say('desk_not_on_telegram')));
    const access = accessList(details.access, desk);
    if (access !== null) facts.push(fact(say('desk_access'), access));
    const filters = { ...noFilters, client: details.client.id };
    const all = addressOf({ view: 'requests', filters, request: null });
    const client = titleOf(details.client);
    if (details.appeal_count > 0 || !isPending) {
      facts.push(fact('', element('a', { href: all }, say('desk_all_requests', { client }))));
    }
    return facts;
  }
}

const small = (said: string | Node): HTMLElement => element('small', {}, said);

const wishes: readonly Wish[] = ['approve', 'reject', 'why_reject', 'undo', 'reopen', 'revoke'];
const looks: Readonly<Record<Wish, string>> = {
  approve: 'is-good',
  reject: 'is-bad',
  why_reject: '',
  undo: '',
  revoke: 'is-bad',
  reopen: '',
};
const keys: Readonly<Record<Wish, string | null>> = {
  approve: 'a',
  reject: 'r',
  why_reject: 'Shift+R',
  undo: 'u',
  revoke: null,
  reopen: null,
};
