import type { OutboxView, Snapshot } from '../protocol.js';
import { element, say, setAttributes } from '../../page/dom.js';
import { KeyedList, type View } from '../../page/keyed-list.js';

/** The bot's messages and their state. */
export class Outbox {
  private readonly rows: KeyedList<OutboxView>;
  private readonly nothing = element(
    'p',
    { class: 'empty-row' },
    'Nothing to send. Each message waits here until Telegram has taken it.',
  );

  private readonly sum = element('p', { class: 'outbox-sum' });

  constructor(where: Element) {
    const rows = element('ol', { class: 'rows', tabindex: '0', 'aria-label': 'Outbox, the newest first' });
    this.rows = new KeyedList(
      rows,
      ({ id }) => `${id}`,
      () => new OutboxRow(),
    );
    where.append(this.sum, this.nothing, rows);
  }

  show({ outbox, totals }: Snapshot): void {
    say(this.sum, totals.owed + totals.sent === 0 ? '' : `${totals.owed} waiting, ${totals.sent} sent`);
    this.nothing.hidden = outbox.length > 0;
    this.rows.show(outbox);
  }
}

class OutboxRow implements View<OutboxView> {
  readonly element = element('li', { class: 'row' });
  private shown = '';

  show(message: OutboxView): void {
    const now = JSON.stringify(message);
    if (now === this.shown) return;
    this.shown = now;
    const { id, to, what, channel, requestId, isEdit, state, inFlight, lastError } = message;
    setAttributes(this.element, { 'data-outbox': `${id}` });
    const about = `${what}${requestId === null ? '' : ` #${requestId}`}${channelWords[channel]}`;
    const shownState = state === 'owed' && inFlight ? 'on its way' : stateWords[state];
    this.element.replaceChildren(
      element('span', { class: 'row-main' }, element('bdi', {}, to), `: ${isEdit ? `${about}, edited` : about}`),
      element('span', { class: `sending ${state}` }, shownState),
      element(
        'span',
        { class: 'row-detail' },
        ...detailsOf(message),
        ...(lastError === null ? [] : [`: ${lastError}`]),
      ),
    );
  }
}

const channelWords: Readonly<Record<OutboxView['channel'], string>> = {
  telegram: '',
  email: ', by email',
  sms: ', by SMS',
};

const stateWords: Readonly<Record<OutboxView['state'], string>> = {
  owed: 'waiting',
  sent: 'sent',
  superseded: 'no longer needed',
  undeliverable: 'can’t be delivered',
};

function detailsOf({ attempts, unknownOutcomes, state, lastError }: OutboxView): string[] {
  if (attempts <= 1 && unknownOutcomes === 0 && lastError === null && state !== 'owed') return [];
  const tried = attempts === 0 ? 'not tried yet' : `tried ${attempts === 1 ? 'once' : `${attempts} times`}`;
  return [unknownOutcomes === 0 ? tried : `${tried}, ${unknownOutcomes} without an answer`];
}
