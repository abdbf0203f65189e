import type { Snapshot, Totals } from '../protocol.js';
import { element, say, setAttributes } from '../../page/dom.js';
import { counted } from './times.js';

type Figure = (totals: Totals) => number;

const figures: readonly { readonly name: string; readonly title: string; readonly of: Figure }[] = [
  { name: 'done by people', title: 'What people did that the bot has to hear of', of: (totals) => totals.updatesMade },
  {
    name: 'heard by the bot',
    title: 'What the bot has taken from Telegram, after its effects were saved',
    of: (totals) => totals.updatesMade - totals.updatesWaiting - totals.updatesForgotten,
  },
  {
    name: 'messages sent',
    title: 'What the outbox has sent in the last 30 days: then it forgets',
    of: (totals) => totals.sent,
  },
  { name: 'still waiting', title: 'What waits in the outbox', of: (totals) => totals.owed },
  {
    name: 'maybe twice',
    title: 'Sends whose answer was lost: the most messages that can have arrived twice',
    of: (totals) => totals.unknownOutcomes,
  },
  { name: 'undelivered', title: 'For people who have blocked the bot', of: (totals) => totals.undeliverable },
];

/** Figures that show the promise: whatever goes wrong, nothing is missing in the end. */
export class PromiseKept {
  private readonly verdict = element('p', { class: 'verdict', role: 'status' });
  private readonly values = new Map<string, HTMLElement>();

  constructor(where: Element, figuresPlace: Element) {
    const list = element('dl', { class: 'figures' });
    for (const { name, title } of figures) {
      const value = element('dd', {}, '0');
      this.values.set(name, value);
      list.append(element('div', { class: 'figure', title }, element('dt', {}, name), value));
    }
    where.append(this.verdict);
    figuresPlace.append(list);
  }

  show({ totals }: Snapshot): void {
    const missing = whatIsMissing(totals);
    say(this.verdict, missing === '' ? kept(totals) : missing);
    setAttributes(this.verdict, { 'data-kept': `${missing === ''}` });
    for (const { name, of } of figures) {
      const value = this.values.get(name);
      if (value !== undefined) say(value, `${of(totals)}`);
    }
  }
}

/** Undeliverable messages aren't lost by the bot, but they aren't nothing either. */
const kept = ({ undeliverable }: Totals): string =>
  undeliverable === 0 ? 'Nothing missing' : `Nothing lost, ${counted(undeliverable, 'message')} can’t be delivered`;

function whatIsMissing({ updatesWaiting, updatesForgotten, owed, violations }: Totals): string {
  return [
    updatesWaiting === 0
      ? ''
      : `${counted(updatesWaiting, 'update')} ${updatesWaiting === 1 ? 'waits' : 'wait'} at Telegram`,
    owed === 0 ? '' : `${counted(owed, 'message')} ${owed === 1 ? 'waits' : 'wait'} in the outbox`,
    updatesForgotten === 0 ? '' : `Telegram has forgotten ${counted(updatesForgotten, 'update')} that waited too long`,
    violations === 0 ? '' : `${counted(violations, 'call')} broke a rule of Telegram`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
