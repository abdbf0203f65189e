import { actionButton, element, say as setText } from '../../page/dom.js';
import type { RequestDetails, RequestItem } from '../protocol.js';
import type { Wish } from './actions.js';
import { timeLimit } from './api.js';
import type { Desk } from './desk.js';
import { keyed, measure, workingButton } from './parts.js';
import { reasonForm } from './reasons.js';
import type { Deed } from './requests.js';

interface Ports {
  /** The request as its row shows it; null: it has no row any more. */
  readonly item: (id: number) => RequestItem | null;
  readonly untick: (ids?: readonly number[]) => void;
  /** These were decided. */
  readonly done: (decided: readonly RequestDetails[], words: string) => void;
}

/** Decides ticked requests together: one after another, each only as its row showed it, and each answered for. */
export class BulkBar {
  readonly element: HTMLElement;
  private readonly words = element('p', { role: 'status' });
  private readonly failures = element('ul', { class: 'failures' });
  private readonly buttons: HTMLElement;
  private readonly decisions: Readonly<Record<'approve' | 'reject' | 'why_reject', HTMLButtonElement>>;
  private asking: HTMLElement | null = null;
  private ids: readonly number[] = [];
  private isWorking = false;

  constructor(
    private readonly desk: Desk,
    private readonly ports: Ports,
  ) {
    const { say } = desk;
    this.decisions = {
      approve: workingButton(keyed(say('desk_approve'), 'a'), 'is-good', () => this.decide({ do: 'approve' })),
      reject: workingButton(keyed(say('desk_reject'), 'r'), 'is-bad', () =>
        this.decide({ do: 'reject', reason: null }),
      ),
      why_reject: workingButton(keyed(say('desk_reject_with_reason'), 'Shift+R'), '', () => this.ask()),
    };
    this.buttons = element(
      'div',
      { class: 'buttons' },
      ...Object.values(this.decisions),
      actionButton({ class: 'button is-quiet' }, () => void this.close(), ...keyed(say('desk_untick'), 'Esc')),
    );
    this.element = element(
      'div',
      { class: 'bulk', role: 'group', 'aria-label': say('desk_tick_group'), hidden: true },
      this.words,
      this.failures,
      this.buttons,
    );
    measure(this.element, '--bulk-height', desk);
    desk.bulkReport.watch(() => this.showReport());
    this.showReport();
  }

  show(ids: readonly number[]): void {
    this.ids = ids;
    if (this.isWorking) return;
    if (ids.length === 0) this.stopAsking();
    // A bar that another one has followed has nothing to say about it.
    else if (this.element.isConnected) this.desk.bulkReport.say(null);
    this.showLeft();
  }

  /** Does it to what is ticked; false: nothing is. */
  wish(wish: Wish): boolean {
    const isDecision = wish === 'approve' || wish === 'reject' || wish === 'why_reject';
    if (this.ids.length === 0 || !isDecision) return false;
    if (this.asking === null) this.decisions[wish].click();
    return true;
  }

  /** Takes all ticks away; false: there is nothing to close. */
  close(): boolean {
    if (this.element.hidden) return false;
    this.desk.bulkReport.say(null);
    this.ports.untick();
    this.show([]);
    return true;
  }

  private showReport(): void {
    const said = this.desk.bulkReport.now;
    this.failures.replaceChildren(...(said?.failures ?? []).map((why) => element('li', {}, why)));
    this.showLeft();
  }

  /** Shows what is still ticked, or why it is. */
  private showLeft(): void {
    const count = this.ids.length;
    const { say, bulkReport } = this.desk;
    this.element.hidden = count === 0 && bulkReport.now === null;
    for (const button of Object.values(this.decisions)) button.disabled = count === 0;
    setText(this.words, bulkReport.now?.words ?? say('desk_ticked', { count }));
  }

  private async ask(): Promise<void> {
    const [first] = this.ids;
    if (first === undefined || this.asking !== null) return;
    const { say, requests } = this.desk;
    const known = requests.known(first) ?? (await requests.look(first, timeLimit(10_000)).catch(() => null));
    const ready = known !== null && typeof known === 'object' ? known.ready_reasons : [];
    this.asking = reasonForm(
      {
        title: say('desk_why_reject_ticked', { count: this.ids.length }),
        label: say('desk_reject'),
        ready,
        draft: this.desk.drafts.of('reject ticked'),
        send: (reason, readyName) => {
          this.stopAsking();
          void this.decide({ do: 'reject', reason }, readyName);
        },
        cancel: () => this.stopAsking(),
      },
      this.desk,
    );
    this.buttons.hidden = true;
    this.element.append(this.asking);
  }

  private stopAsking(): void {
    this.asking?.remove();
    this.asking = null;
    this.buttons.hidden = false;
  }

  private async decide(deed: Deed, readyReason: string | null = null): Promise<void> {
    if (this.isWorking) return;
    const { say } = this.desk;
    const ids = [...this.ids];
    const total = ids.length;
    const decided: RequestDetails[] = [];
    const failures: string[] = [];
    this.isWorking = true;
    this.desk.bulkReport.say(null);
    try {
      for (const [done, id] of ids.entries()) {
        setText(this.words, say('desk_deciding', { done, total }));
        const outcome = await this.one(id, deed, readyReason);
        if (typeof outcome === 'object') decided.push(outcome);
        else failures.push(say('desk_not_decided', { request: id, why: outcome }));
      }
    } finally {
      this.isWorking = false;
    }
    this.ports.untick(decided.map(({ id }) => id));
    const done = decided.length;
    if (failures.length === 0) this.desk.drafts.of('reject ticked').set('');
    else {
      this.desk.bulkReport.say({ words: say('desk_some_decided', { done, total }), failures });
      this.desk.telegram.feel('warning');
    }
    this.showLeft();
    if (done > 0) this.ports.done(decided, say('desk_all_decided', { count: done }));
  }

  /** The request as it is after that, or why it was not done. */
  private async one(id: number, deed: Deed, readyReason: string | null): Promise<RequestDetails | string> {
    const { requests, say } = this.desk;
    const seen = this.ports.item(id);
    const now = await requests.look(id, timeLimit(20_000)).catch(() => null);
    if (now === null) return say('desk_no_answer');
    if (typeof now === 'string') return now;
    const isAsSeen = seen !== null && seen.round === now.round && seen.message === now.message;
    if (now.status === 'pending' && !isAsSeen) return say('desk_changed_meanwhile');
    const ready = now.ready_reasons.find(({ name }) => name === readyReason);
    const own = ready === undefined ? deed : ({ do: 'reject', reason: ready.text } as const);
    const outcome = await requests.act(now, own);
    return outcome.done ? outcome.now : outcome.why;
  }
}
