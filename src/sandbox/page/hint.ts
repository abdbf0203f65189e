import type { Snapshot } from '../protocol.js';
import type { Act } from './connection.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { Tour, type NextStep } from './tour.js';
import type { Trail } from './trail.js';

interface HintPorts {
  readonly act: Act;
  readonly tell: (text: string) => void;
  readonly trail: Trail;
}

/** The line that suggests the next step, with a button that does it. */
export class Hint {
  private readonly tour = new Tour();
  private readonly place = element('span', { class: 'hint-mark' });
  private readonly text = element('p', { class: 'hint-text', role: 'status' });
  private readonly button: HTMLButtonElement;
  private readonly link = element('a', { class: 'hint-button', target: '_blank', rel: 'noopener noreferrer' });
  private readonly skip: HTMLButtonElement;
  private snapshot: Snapshot | null = null;
  private step: NextStep | null = null;
  /** The session that a visitor ends by starting over; null: they don't. */
  private ending: number | null = null;

  constructor(
    private readonly where: HTMLElement,
    private readonly ports: HintPorts,
  ) {
    this.button = actionButton({ class: 'hint-button' }, () => void this.take());
    this.skip = actionButton({ class: 'hint-skip', 'aria-label': 'Skip this step' }, () => this.leaveOut(), 'Skip');
    where.append(this.place, this.text, this.skip, this.button, this.link);
  }

  show(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    // Until the next session begins, the former one shows what was done in it.
    if (this.ending !== null && snapshot.session !== this.ending) this.begin();
    const step = (this.step = this.tour.next(snapshot, this.ports.trail.wasUsed));
    const { place, text, button, does } = step;
    this.where.hidden = false;
    say(this.place, place ?? 'Try');
    setAttributes(this.place, { 'aria-label': place === null ? null : `Step ${place.replace('/', ' of ')}` });
    say(this.text, text);
    const isLink = does.kind === 'link';
    this.skip.hidden = place === null || isLink;
    this.button.hidden = isLink;
    this.link.hidden = !isLink;
    say(isLink ? this.link : this.button, button);
    if (isLink) setAttributes(this.link, { href: does.address });
  }

  /** A visitor starts over: the tour starts again with the next session. */
  startOver(): void {
    this.ports.trail.end();
    this.ending = this.snapshot?.session ?? null;
  }

  private begin(): void {
    this.ending = null;
    this.ports.trail.forget();
    this.tour.begin();
  }

  private async take(): Promise<void> {
    const does = this.step?.does;
    if (does?.kind === 'follow') {
      this.ports.trail.event(does.event);
      return this.showAgain();
    }
    if (does?.kind !== 'act') return;
    this.ports.trail.end();
    for (const action of does.actions) {
      const answer = await this.ports.act(action);
      if (!answer.ok) return this.ports.tell(answer.error);
    }
  }

  private leaveOut(): void {
    if (this.snapshot !== null) this.tour.skip(this.snapshot);
    this.showAgain();
  }

  private showAgain(): void {
    if (this.snapshot !== null) this.show(this.snapshot);
  }
}
