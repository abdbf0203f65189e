import type { EventView, RequestView, Snapshot } from '../protocol.js';
import { Diagram } from './diagram.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { KeyedList, type View } from '../../page/keyed-list.js';
import { lengthOf, shortDateOf } from './times.js';
import type { Follow } from './trail.js';
import { icon } from './icons.js';

/** One request: its state and its history. Shows the request that changed last, or the one that is picked. */
export class Requests {
  private readonly diagram: Diagram;
  private readonly picks: KeyedList<RequestView>;
  private readonly history: KeyedList<EventView>;
  private readonly facts = element('span');
  /** The request's text, isolated: its direction must not affect the rest. */
  private readonly message = element('q', { dir: 'auto' });
  private readonly noHistory = element(
    'li',
    { class: 'empty-row' },
    'Every change will be written here, in the same transaction.',
  );
  private picked: number | null = null;
  private newestEvent = 0;
  private snapshot: Snapshot | null = null;

  constructor(diagramPlace: Element, historyPlace: Element, follow: Follow) {
    const picks = element('div', { class: 'picks', role: 'group', 'aria-label': 'Which request' });
    this.picks = new KeyedList(
      picks,
      ({ id }) => `${id}`,
      (request) => this.pickButton(request),
    );
    diagramPlace.append(picks, element('p', { class: 'request-facts' }, this.facts, this.message));
    this.diagram = new Diagram(diagramPlace);
    const rows = element('ol', { class: 'rows', tabindex: '0', 'aria-label': 'History, the newest first' });
    this.history = new KeyedList(
      rows,
      ({ id }) => `${id}`,
      () => new HistoryRow(follow),
    );
    historyPlace.append(rows);
    rows.before(this.noHistory);
  }

  show(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    const { requests, events, lifecycle } = snapshot;
    const newest = events[0];
    if (newest !== undefined && newest.id !== this.newestEvent) this.picked = newest.requestId;
    this.newestEvent = newest?.id ?? 0;
    const request = requests.find(({ id }) => id === this.picked) ?? requests[0] ?? null;
    this.picked = request?.id ?? null;
    const ofRequest = events.filter(({ requestId }) => requestId === this.picked);
    this.picks.show(requests.slice(0, 6));
    this.diagram.show(lifecycle, request, ofRequest[0] ?? null);
    this.history.show(ofRequest);
    this.noHistory.hidden = ofRequest.length > 0;
    say(this.facts, factsOf(request, snapshot.clock.now));
    say(this.message, request?.message ?? '');
    this.message.hidden = request === null;
  }

  /** Shows this request until another one changes. */
  pick(id: number): void {
    this.picked = id;
    if (this.snapshot !== null) this.show(this.snapshot);
  }

  private pickButton({ id }: RequestView): View<RequestView> {
    const button = actionButton({ class: 'pick', dir: 'auto' }, () => this.pick(id));
    return {
      element: button,
      show: ({ client }) => {
        say(button, `#${id} ${client}`);
        setAttributes(button, { 'aria-pressed': `${id === this.picked}` });
      },
    };
  }
}

class HistoryRow implements View<EventView> {
  readonly element = element('li', { class: 'row' });
  private shown = '';

  constructor(private readonly follow: Follow) {}

  show(event: EventView): void {
    const now = JSON.stringify(event);
    if (now === this.shown) return;
    this.shown = now;
    const { id, command, from, to, actor, at, reason } = event;
    setAttributes(this.element, { 'data-event': `${id}` });
    this.element.replaceChildren(
      element(
        'span',
        { class: 'row-main' },
        element('strong', {}, command),
        ' by ',
        element('bdi', {}, actor ?? 'the bot itself'),
      ),
      element('span', { class: 'row-time' }, shortDateOf(at)),
      element(
        'span',
        { class: 'row-detail' },
        ...(from === null ? [] : [status(from), ' → ']),
        status(to),
        ...(reason === null ? [] : [' ', element('q', { dir: 'auto' }, reason)]),
      ),
      actionButton(
        { class: 'tool row-tool', 'aria-label': `Follow ${command} of request ${event.requestId}`, title: 'Follow' },
        () => this.follow.event(id),
        icon('follow'),
      ),
    );
  }
}

const status = (name: string): HTMLElement => element('span', { class: `status ${name}` }, name);

/** The facts about a request, apart from its text. */
function factsOf(request: RequestView | null, now: number): string {
  if (request === null) return 'Nobody has asked yet. The lit state will move through this diagram.';
  const { status, expiresAt, appealCount } = request;
  const left = expiresAt - now;
  return [
    appealCount === 0 ? '' : `Appeal ${appealCount} · `,
    status === 'pending' && left > 0 ? `expires in ${lengthOf(left) || 'less than a minute'} · ` : '',
  ].join('');
}
