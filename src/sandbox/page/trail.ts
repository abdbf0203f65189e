import type { EventView, MessageRef, OutboxView, Snapshot } from '../protocol.js';
import { actionButton, element, say, setAttributes, type Child } from '../../page/dom.js';
import { icon } from './icons.js';
import { counted } from './times.js';

/** Follows a change of a request from the phone it came from to those it reached. */
export interface Follow {
  /** Follows the effects of this message. */
  message(at: MessageRef): void;
  /** Follows this change of a request. */
  event(id: number): void;
  /** Whether this message has effects to follow. */
  leadsOn(at: MessageRef): boolean;
}

/** What following needs of the page. */
interface TrailPorts {
  /** Opens the panel with this request. */
  readonly open: (request: number) => void;
  /** Scrolls to an element of a phone. */
  readonly goTo: (element: Element) => void;
}

/** The name under which a message is found in the page; a group's message is there once per phone. */
export const placeName = ({ chat, message }: MessageRef): string => `${chat}/${message}`;

/** The time between two steps lighting up (ms); the same as in trail.css. */
const betweenStations = 600;

type Step = '1' | '2' | '3' | '4';

/**
 * The highlighted path of one message: who wrote it (1), the history (2), the outbox (3) and the messages it caused (4). It keeps
 * up while they wait, are sent, or are edited.
 */
export class Trail implements Follow {
  private readonly stations = element('ol', { class: 'stations' });
  private readonly summary = element('span', { class: 'only-heard', role: 'status' });
  private followed: readonly number[] = [];
  private snapshot: Snapshot | null = null;
  private shown = '';

  constructor(
    private readonly where: HTMLElement,
    private readonly ports: TrailPorts,
  ) {
    const stop = actionButton(
      { class: 'round', 'aria-label': 'Stop following', title: 'Stop following' },
      () => this.end(),
      icon('close'),
    );
    where.append(this.stations, stop, this.summary);
  }

  /** Whether anything was ever followed. */
  get wasUsed(): boolean {
    return this.used;
  }
  private used = false;

  /** Stops following. */
  end(): void {
    this.follow([]);
  }

  /** Stops following, and forgets that anything was followed. */
  forget(): void {
    this.end();
    this.used = false;
  }

  message(at: MessageRef): void {
    this.follow(this.eventsOf(at).map(({ id }) => id));
  }

  event(id: number): void {
    this.follow([id]);
  }

  leadsOn(at: MessageRef): boolean {
    return this.eventsOf(at).length > 0;
  }

  /** Call this before the phones are shown: they ask what can be followed. */
  hear(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    // Old events are no longer in the snapshot.
    if (this.rows().length === 0 || this.events().length === 0) this.followed = [];
  }

  /** Highlights the path as it is now. Call this after everything else is shown. */
  show(): void {
    const events = this.events();
    this.where.hidden = events.length === 0;
    const rows = this.rows();
    this.showStations(events, rows);
    const lit = new Map<Element, Step>();
    const light = (selector: string, step: Step): void => {
      for (const found of document.querySelectorAll(selector)) lit.set(found, step);
    };
    for (const row of rows) {
      light(`[data-outbox="${row.id}"]`, '3');
      if (row.message !== null && row.state !== 'superseded') light(at(row.message), '4');
    }
    for (const event of events) {
      light(`[data-event="${event.id}"]`, '2');
      if (event.by !== null) light(at(event.by), '1');
    }
    for (const found of document.querySelectorAll('[data-trail]'))
      if (!lit.has(found)) found.removeAttribute('data-trail');
    for (const [found, step] of lit) setAttributes(found, { 'data-trail': step });
  }

  private follow(events: readonly number[]): void {
    this.followed = events;
    const [first] = this.events();
    if (first !== undefined) {
      this.used = true;
      this.ports.open(first.requestId);
    }
    this.show();
    for (const step of ['1', '2', '3', '4'] as const) this.reach(step);
    say(this.summary, first === undefined ? '' : 'Following. The stations are listed in order.');
  }

  /** Scrolls to a step when it lights up. */
  private reach(step: Step): void {
    const { followed } = this;
    const go = (): void => {
      if (followed !== this.followed) return;
      for (const found of document.querySelectorAll(`[data-trail="${step}"]`)) bringIntoView(found);
    };
    if (step === '1' || matchMedia('(prefers-reduced-motion: reduce)').matches) go();
    else setTimeout(go, (Number(step) - 1) * betweenStations);
  }

  private eventsOf(place: MessageRef): readonly EventView[] {
    const events = this.snapshot?.events ?? [];
    return events.filter(({ by }) => by !== null && placeName(by) === placeName(place));
  }

  private events(): readonly EventView[] {
    return this.snapshot?.events.filter(({ id }) => this.followed.includes(id)) ?? [];
  }

  private rows(): readonly OutboxView[] {
    return this.snapshot?.outbox.filter(({ event }) => event !== null && this.followed.includes(event)) ?? [];
  }

  private showStations(events: readonly EventView[], rows: readonly OutboxView[]): void {
    const [first] = events;
    if (first === undefined) return;
    const now = JSON.stringify([events, rows]);
    if (now === this.shown) return;
    this.shown = now;
    const reached = new Map(
      [...rows]
        .reverse()
        .flatMap(({ to, message, state }) =>
          message === null || state === 'superseded' ? [] : [[to, message] as const],
        ),
    );
    const who = first.actor ?? 'The bot by itself';
    const focused = [...this.stations.querySelectorAll('button')].findIndex((each) => each === document.activeElement);
    this.stations.replaceChildren(
      this.station('1', first.by === null ? [name(who), ' did it'] : [this.goes([name(who), ' wrote'], at(first.by))]),
      this.station(
        '2',
        events.map((event) => this.goes([`#${event.requestId}: ${event.command}`], `[data-event="${event.id}"]`)),
      ),
      this.station('3', [this.goes([outboxIn(rows)], '#outbox')]),
      this.station(
        '4',
        reached.size === 0 ? ['nobody yet'] : [...reached].map(([to, message]) => this.goes([name(to)], at(message))),
      ),
    );
    this.stations.querySelectorAll('button').item(focused)?.focus();
  }

  private station(step: Step, content: readonly Child[]): HTMLElement {
    return element(
      'li',
      { class: 'station' },
      element('span', { class: 'station-step', 'aria-hidden': 'true' }, step),
      element('span', { class: 'station-name' }, stationNames[step]),
      ...content,
    );
  }

  private goes(content: readonly Child[], to: string): HTMLElement {
    const go = (): void => {
      const found = document.querySelector(to);
      if (found === null) return;
      this.ports.goTo(found);
      bringIntoView(found);
    };
    return actionButton({ class: 'station-button' }, go, ...content);
  }
}

const stationNames: Readonly<Record<Step, string>> = { '1': 'Phone', '2': 'History', '3': 'Outbox', '4': 'Reached' };

const at = (place: MessageRef): string => `[data-place="${placeName(place)}"]`;
const name = (text: string): HTMLElement => element('bdi', {}, text);

function outboxIn(rows: readonly OutboxView[]): string {
  const waiting = rows.filter(({ state }) => state === 'owed').length;
  const all = counted(rows.length, 'message');
  return waiting === 0 ? all : `${all}, ${waiting} waiting`;
}

/** Scrolls the list or chat around the element, and nothing outside of it. */
function bringIntoView(found: Element): void {
  const scroller = found.closest('.log, .rows');
  if (scroller === null) return;
  const [inner, outer] = [found.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (inner.top < outer.top || inner.height > outer.height) scroller.scrollTop += inner.top - outer.top - 8;
  else if (inner.bottom > outer.bottom) scroller.scrollTop += inner.bottom - outer.bottom + 8;
}
