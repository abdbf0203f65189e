import { actionButton, element, say as setText } from '../../page/dom.js';
import type { RequestDetails, RequestItem } from '../protocol.js';
import type { Desk } from './desk.js';
import { measure, workingButton } from './parts.js';
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
  private readonly approve: HTMLButtonElement;
  private asking: HTMLElement | null = null;
  private ids: readonly number[] = [];
  private isWorking = false;

  constructor(
    private readonly desk: Desk,
    private readonly ports: Ports,
  ) {
    const { say } = desk;
    this.approve = workingButton(say('desk_approve'), 'is-good', () => this.decide({ do: 'approve' }));
    this.buttons = element(
      'div',
      { class: 'buttons' },
      this.approve,
      workingButton(say('desk_reject'), 'is-bad', () => this.decide({ do: 'reject', reason: null })),
      actionButton({ class: 'button' }, () => void this.ask(), say('desk_reject_with_reason')),
      actionButton({ class: 'button is-quiet' }, () => ports.untick(), say('desk_untick')),
    );
    this.element = element(
      'div',
      { class: 'bulk', role: 'group', 'aria-label': say('desk_tick_group'), hidden: true },
      this.words,
      this.failures,
      this.buttons,
    );
    measure(this.element, '--bulk-height');
  }

  show(ids: readonly number[]): void {
    this.ids = ids;
    if (this.isWorking) return;
    if (ids.length === 0) {
      this.stopAsking();
      this.failures.replaceChildren();
    }
    this.element.hidden = ids.length === 0;
    setText(this.words, this.desk.say('desk_ticked', { count: ids.length }));
  }

  private async ask(): Promise<void> {
    const [first] = this.ids;
    if (first === undefined || this.asking !== null) return;
    const { say, requests } = this.desk;
    const known = requests.known(first) ?? (await requests.look(first, AbortSignal.timeout(10_000)).catch(() => null));
    const ready = known !== null && typeof known === 'object' ? known.ready_reasons : [];
    this.asking = reasonForm(
      {
        title: say('desk_why_reject_ticked', { count: this.ids.length }),
        label: say('desk_reject'),
        ready,
        send: (reason) => {
          this.stopAsking();
          void this.decide({ do: 'reject', reason });
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

  private async decide(deed: Deed): Promise<void> {
    if (this.isWorking) return;
    const { say } = this.desk;
    const ids = [...this.ids];
    const total = ids.length;
    const decided: RequestDetails[] = [];
    const failures: string[] = [];
    this.isWorking = true;
    this.failures.replaceChildren();
    try {
      for (const [done, id] of ids.entries()) {
        setText(this.words, say('desk_deciding', { done, total }));
        const outcome = await this.one(id, deed);
        if (typeof outcome === 'object') decided.push(outcome);
        else failures.push(say('desk_not_decided', { request: id, why: outcome }));
      }
    } finally {
      this.isWorking = false;
    }
    this.ports.untick(decided.map(({ id }) => id));
    const done = decided.length;
    if (failures.length === 0) {
      this.show([]);
      this.ports.done(decided, say('desk_all_decided', { count: done }));
      return;
    }
    this.show(this.ids);
    // Those that can't be decided any more have no tick left to stand beside.
    this.element.hidden = false;
    setText(this.words, say('desk_some_decided', { done, total }));
    this.failures.replaceChildren(...failures.map((words) => element('li', {}, words)));
    this.desk.telegram.feel('warning');
    if (done > 0) this.ports.done(decided, say('desk_all_decided', { count: done }));
  }

  /** The request as it is after that, or why it was not done. */
  private async one(id: number, deed: Deed): Promise<RequestDetails | string> {
    const { requests, say } = this.desk;
    const seen = this.ports.item(id);
    const now = await requests.look(id, AbortSignal.timeout(20_000)).catch(() => null);
    if (now === null) return say('desk_no_answer');
    if (now === 'gone') return say('desk_no_such_request', { request: id });
    if (now === 'signed_out') return say('desk_session_over');
    const isAsSeen = seen !== null && seen.round === now.round && seen.message === now.message;
    if (now.status === 'pending' && !isAsSeen) return say('desk_changed_meanwhile');
    const outcome = await requests.act(now, deed);
    return outcome.done ? outcome.now : outcome.why;
  }
}
