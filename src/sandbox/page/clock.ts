import type { Jump, Snapshot } from '../protocol.js';
import type { Act } from './connection.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { icon } from './icons.js';
import { exactly, lengthOf } from './times.js';

const labels: Readonly<Record<Jump, string>> = { '1h': '+1 hour', '1d': '+1 day', '7d': '+7 days' };

/** The sandbox's time, which keeps running, and the buttons that advance it. */
export class Clock {
  private readonly time = element('time', { class: 'clock-time' });
  private readonly ahead = element('span', { class: 'clock-ahead' });
  private readonly said = element('span', { class: 'only-heard', role: 'status' });
  /** How far the sandbox is ahead of this browser's clock; null before the first snapshot. */
  private offset: number | null = null;

  /** `top`: the page's header, which on small screens shows the buttons only on request. */
  constructor(where: Element, top: HTMLElement, act: Act, tell: (text: string) => void) {
    const jump = async (by: Jump): Promise<void> => {
      const answer = await act({ type: 'advance', by });
      if (answer.ok) say(this.said, `${labels[by]}: it is ${exactly(this.now())}`);
      else tell(answer.error);
    };
    const buttons = (['1h', '1d', '7d'] as const).map((by) =>
      actionButton({ class: 'chip', 'aria-label': `${labels[by]}: let time jump` }, () => void jump(by), labels[by]),
    );
    const face = element('div', { class: 'clock-face' }, this.time, this.ahead);
    const toggle = actionButton(
      {
        class: 'round clock-toggle',
        'aria-label': 'Let time jump, start over',
        title: 'Let time jump, start over',
        'aria-expanded': 'false',
        'aria-controls': 'clock-jumps restarts',
      },
      () => {
        const open = toggle.getAttribute('aria-expanded') !== 'true';
        setAttributes(toggle, { 'aria-expanded': `${open}` });
        setAttributes(top, { 'data-open': `${open}` });
      },
      icon('forward'),
    );
    where.append(face, toggle, element('div', { class: 'clock-jumps', id: 'clock-jumps' }, ...buttons), this.said);
    setInterval(() => this.tick(), 1_000);
  }

  show({ clock }: Snapshot): void {
    this.offset = clock.now - Date.now();
    const ahead = lengthOf(clock.ahead);
    setAttributes(this.ahead, { 'data-ahead': `${ahead !== ''}` });
    say(this.ahead, ahead === '' ? 'sandbox time' : `sandbox time, ${ahead} ahead`);
    this.tick();
  }

  private now(): number {
    return Date.now() + (this.offset ?? 0);
  }

  private tick(): void {
    if (this.offset === null) return;
    const now = this.now();
    say(this.time, exactly(now));
    setAttributes(this.time, { datetime: new Date(now).toISOString() });
  }
}
