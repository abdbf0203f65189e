import { element, say as setText } from '../../page/dom.js';
import type { RequestDetails } from '../protocol.js';
import { Actions, type ActionPorts, type Wish } from './actions.js';
import type { Desk } from './desk.js';
import { areKeysOn } from './keys.js';
import { NoteForm } from './note-form.js';
import { emptyState, listLink, missingWords, skeleton } from './parts.js';
import { Redrawn } from './redrawn.js';
import { requestFacts, requestHead, requestWarnings } from './request-facts.js';
import { Timeline } from './timeline.js';

/** The pane beside the list: everything about one request, and what can be done with it. */
export class RequestView {
  readonly element: HTMLElement;
  private open: OpenRequest | null = null;
  private looking = new AbortController();
  private id: number | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly ports: ActionPorts,
  ) {
    this.element = element('section', { class: 'request-pane', 'aria-label': desk.say('desk_open_request') });
    desk.requests.watch((changed) => {
      if (changed.id === this.id) this.showDetails(changed);
    });
    desk.requests.watchBusy((id) => {
      if (id === this.id) this.open?.actions.showBusy();
    });
  }

  /** Shows this request; null: none. */
  show(id: number | null): void {
    if (id === this.id && (this.open !== null || this.element.hasChildNodes())) return;
    this.looking.abort();
    this.looking = new AbortController();
    this.open = null;
    this.id = id;
    const { say, requests } = this.desk;
    if (id === null) {
      const keys = areKeysOn() ? element('p', { class: 'for-keys' }, say('desk_choose_keys')) : null;
      this.element.replaceChildren(emptyState(say('desk_choose'), keys));
      return;
    }
    const known = requests.known(id);
    if (known === null) this.element.replaceChildren(skeleton(9, say('desk_loading')));
    else this.showDetails(known);
    void this.refresh();
  }

  /** Asks for what is new about the request that is open. */
  async refresh(): Promise<void> {
    const { id, looking } = this;
    if (id === null) return;
    try {
      const found = await this.desk.requests.look(id, looking.signal);
      // What is shown already, or half written, stays.
      if (typeof found !== 'string' || this.open !== null) return;
      this.element.replaceChildren(emptyState(found, listLink(this.desk)));
    } catch {
      // Another request is shown by now.
    }
  }

  /** Does it if that is possible now; false: it isn't. */
  wish(wish: Wish): boolean {
    return this.open?.actions.wish(wish) ?? false;
  }

  /** Goes to the field for a note; false: there is none. */
  writeNote(): boolean {
    this.open?.note.focus();
    return this.open !== null;
  }

  /** Moves the focus here, for who came by it. */
  focus(): void {
    this.element.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  private showDetails(details: RequestDetails): void {
    if (this.open === null) {
      this.open = new OpenRequest(this.desk, details, this.ports);
      this.element.replaceChildren(...this.open.elements);
    }
    this.open.show(details);
  }
}

/** One request. Nothing in it moves when something new is known. */
class OpenRequest {
  readonly elements: readonly HTMLElement[];
  readonly actions: Actions;
  readonly note: NoteForm;
  private readonly head = element('header', { class: 'request-head' });
  private readonly warnings = element('div', { class: 'warnings' });
  private readonly message = element('blockquote', { class: 'message', dir: 'auto' });
  private readonly facts = element('dl', { class: 'facts' });
  private readonly factsDrawn = new Redrawn(this.facts);
  private readonly timeline: Timeline;
  private details: RequestDetails;
  private headShown = '';

  constructor(
    private readonly desk: Desk,
    details: RequestDetails,
    ports: ActionPorts,
  ) {
    const { say, drafts } = desk;
    const { id } = details;
    this.actions = new Actions(desk, details, ports);
    this.timeline = new Timeline(desk);
    this.details = details;
    this.note = new NoteForm(say, drafts.of(`note ${id}`), (text) => this.addNote(text));
    this.elements = [
      element(
        'div',
        { class: 'request-scroll', tabindex: '0', role: 'group', 'aria-label': say('desk_request', { request: id }) },
        this.head,
        this.warnings,
        this.message,
        this.facts,
        element('h3', {}, say('desk_timeline')),
        // Above what grows.
        this.note.element,
        this.timeline.element,
      ),
      this.actions.element,
    ];
  }

  show(details: RequestDetails): void {
    this.details = details;
    const arrived = this.desk.requests.arrivedNote(details);
    if (arrived !== null) this.note.stored(arrived);
    const { client, status, message } = details;
    const head = `${client.name} ${client.username ?? client.address ?? ''} ${status}`;
    // Its link may have the focus.
    if (head !== this.headShown) this.head.replaceChildren(...requestHead(details, this.desk));
    this.headShown = head;
    this.warnings.replaceChildren(...requestWarnings(details, this.desk));
    setText(this.message, message === '' ? missingWords(details, this.desk) : message);
    this.message.classList.toggle('is-missing', message === '');
    this.timeline.show(details);
    this.actions.show(details);
    const facts = requestFacts(details, this.desk);
    // What others do takes no more room than was there.
    const room = this.actions.isOvertaken ? this.facts.childElementCount : facts.length;
    this.factsDrawn.draw(details.id, facts.slice(0, room));
  }

  private async addNote(text: string): Promise<boolean> {
    const { requests, announce, say } = this.desk;
    const outcome = await requests.note(this.details, text);
    if (outcome.done) announce(say('desk_did_note', { request: this.details.id }));
    else this.actions.tellWherever(outcome.why);
    return outcome.done;
  }
}
