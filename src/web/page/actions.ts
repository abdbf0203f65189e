import { actionButton, element, say as setText, setAttributes } from '../../page/dom.js';
import type { RequestDetails } from '../protocol.js';
import type { Desk } from './desk.js';
import type { Draft } from './drafts.js';
import { keyed, measure } from './parts.js';
import { reasonForm } from './reasons.js';
import type { Deed } from './requests.js';
import { newsBetween } from './timeline.js';

type Action = 'approve' | 'reject' | 'undo' | 'revoke' | 'reopen';
/** What the keys and the buttons ask for; `why_reject` asks for a reason first. */
export type Wish = Action | 'why_reject';

export interface ActionPorts {
  /** A decision was made, about the request as it is now. */
  readonly done: (now: RequestDetails, deed: Deed, unclear: boolean) => void;
}

/**
 * What can be done with a request. When somebody else decides it, the buttons stay where they are, without doing anything any more,
 * and what can be done instead appears above them: nothing comes under a finger that was about to press something else.
 */
export class Actions {
  readonly element: HTMLElement;
  private readonly notice = element('p', { class: 'notice', role: 'alert' });
  private readonly buttons = new Map<Wish, HTMLButtonElement>();
  private readonly later: HTMLElement;
  private readonly decisions: HTMLElement;
  private asking: HTMLElement | null = null;
  private pressed: Wish | null = null;
  private overtaken = false;

  constructor(
    private readonly desk: Desk,
    private details: RequestDetails,
    private readonly ports: ActionPorts,
  ) {
    const row = (wishes: readonly Wish[]): HTMLElement =>
      element('div', { class: 'buttons' }, ...wishes.map((wish) => this.button(wish)));
    this.later = row(['undo', 'reopen', 'revoke']);
    this.decisions = row(['approve', 'reject', 'why_reject']);
    this.element = element('footer', { class: 'actions' }, this.notice, this.later, this.decisions);
    measure(this.element, '--actions-height', desk);
  }

  /** Whether somebody else has decided what was open here. */
  get isOvertaken(): boolean {
    return this.overtaken;
  }

  show(details: RequestDetails): void {
    const before = this.details;
    this.details = details;
    this.tellOfChange(before);
    this.showBusy();
  }

  /** Shows what can be done, and what is being done. */
  showBusy(): void {
    const { may, id } = this.details;
    const isBusy = this.desk.requests.isBusy(id);
    if (!isBusy) this.pressed = null;
    const isAsking = this.asking !== null;
    for (const [wish, button] of this.buttons) {
      const isPossible = may.includes(actionOf(wish));
      button.hidden = !isPossible && !(this.overtaken && isDecision(wish));
      button.disabled = !isPossible || (isBusy && this.pressed !== wish);
      setAttributes(button, { 'aria-busy': isBusy && this.pressed === wish ? 'true' : null });
    }
    for (const row of [this.later, this.decisions]) {
      row.hidden = isAsking || [...row.children].every((button) => button instanceof HTMLElement && button.hidden);
    }
    this.element.hidden = this.later.hidden && this.decisions.hidden && !isAsking && this.notice.textContent === '';
  }

  /** Does it if that is possible now; false: it isn't. */
  wish(wish: Wish): boolean {
    const action = actionOf(wish);
    const { details, desk } = this;
    if (desk.requests.isBusy(details.id)) return false;
    if (!details.may.includes(action)) {
      if (!isDecision(wish) || details.status === 'pending') return false;
      this.tell(desk.requests.whatHappened(details));
      return true;
    }
    if (wish === 'why_reject' || wish === 'revoke') this.ask(action === 'revoke' ? 'revoke' : 'reject');
    else void this.act(wish === 'reject' ? { do: 'reject', reason: null } : { do: wish }, wish);
    return true;
  }

  /** Says something about what was, or wasn't, done. */
  tell(words: string): void {
    setText(this.notice, words);
    this.showBusy();
  }

  /** Says why something was not done, also to those who are elsewhere by now. */
  tellWherever(why: string): void {
    if (this.element.isConnected) this.tell(why);
    else this.desk.undoBar.show(this.desk.say('desk_not_decided', { request: this.details.id, why }), null);
  }

  private button(wish: Wish): HTMLButtonElement {
    const { say } = this.desk;
    const label = wish === 'why_reject' ? say('desk_reject_with_reason') : say(`desk_${wish}`);
    const button = actionButton(
      { class: `button ${looks[wish]}`, 'aria-keyshortcuts': keys[wish] },
      // The second click of a double click would be for what has come into the place of the first.
      ({ detail }) => detail < 2 && this.wish(wish),
      ...keyed(label, keys[wish]),
    );
    this.buttons.set(wish, button);
    return button;
  }

  /** Says what somebody else did while this was open. */
  private tellOfChange(before: RequestDetails): void {
    const { desk, details } = this;
    const { requests } = desk;
    if (before === details || requests.isBusy(details.id)) return;
    const news = newsBetween(before, details, desk);
    this.overtaken = details.status !== 'pending' && (this.overtaken || before.status === 'pending');
    if (this.overtaken) this.tell(requests.whatHappened(details));
    else if (news !== null) this.tell(news);
  }

  private ask(what: 'reject' | 'revoke'): void {
    if (this.asking !== null) return;
    const { say } = this.desk;
    const pressed = what === 'reject' ? 'why_reject' : 'revoke';
    this.tell('');
    this.asking = reasonForm(
      {
        title: say(what === 'reject' ? 'desk_why_reject' : 'desk_why_revoke'),
        label: say(`desk_${what}`),
        ready: this.details.ready_reasons,
        draft: this.draftOf(what),
        send: (reason) => {
          this.stopAsking();
          void this.act({ do: what, reason }, pressed);
        },
        cancel: () => {
          this.stopAsking();
          this.buttons.get(pressed)?.focus();
        },
      },
      this.desk,
    );
    this.element.append(this.asking);
    this.showBusy();
  }

  private stopAsking(): void {
    this.asking?.remove();
    this.asking = null;
    this.showBusy();
  }

  private draftOf(what: 'reject' | 'revoke'): Draft {
    return this.desk.drafts.of(`${what} ${this.details.id}`);
  }

  private async act(deed: Deed, pressed: Wish): Promise<void> {
    this.pressed = pressed;
    this.tell('');
    const outcome = await this.desk.requests.act(this.details, deed);
    if (outcome.done) {
      if ('reason' in deed) this.draftOf(deed.do).set('');
      this.overtaken = false;
      this.showBusy();
      this.ports.done(outcome.now, deed, outcome.unclear);
      return;
    }
    this.tellWherever(outcome.why);
    this.desk.telegram.feel('error');
  }
}

const actionOf = (wish: Wish): Action => (wish === 'why_reject' ? 'reject' : wish);
const isDecision = (wish: Wish): boolean => actionOf(wish) === 'approve' || actionOf(wish) === 'reject';

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
