import type { EventView, Lifecycle, RequestView, PossibleTransition } from '../protocol.js';
import { arrowBetween, beginning, box, height, placeOf, width } from './diagram-layout.js';
import { drawing, say, setAttributes } from '../../page/dom.js';

interface DrawnArrow {
  readonly from: string | null;
  readonly to: string;
  readonly element: SVGElement;
  readonly words: SVGElement;
}

/** The states of a request: the current one highlighted, the way it came, and where it can go next. */
export class Diagram {
  private readonly title = drawing('title', { id: 'diagram-title' });
  private readonly svg: SVGSVGElement;
  private readonly states = new Map<string | null, SVGElement>();
  private readonly arrows: DrawnArrow[] = [];

  constructor(private readonly where: Element) {
    this.svg = drawing(
      'svg',
      { class: 'diagram', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'diagram-title' },
      this.title,
      drawing('defs', {}, head('arrow-head'), head('arrow-head-lit')),
    );
  }

  /** `request` is null if nobody has submitted one yet; `last` is its last event. */
  show(lifecycle: Lifecycle, request: RequestView | null, last: EventView | null): void {
    if (this.arrows.length === 0) this.draw(lifecycle);
    const current = request?.status ?? null;
    const transitions = request?.transitions ?? firstTransitions(lifecycle);
    for (const [status, state] of this.states) setAttributes(state, { 'data-lit': `${status === current}` });
    for (const { from, to, element, words } of this.arrows) {
      const commands =
        from === current ? transitions.filter((transition) => transition.to === to).map(({ command }) => command) : [];
      setAttributes(element, {
        'data-possible': `${commands.length > 0}`,
        'data-taken': `${last !== null && from === last.from && to === last.to}`,
      });
      say(words, commands.join(', '));
    }
    say(this.title, heard(request, transitions));
  }

  private draw({ statuses, arrows }: Lifecycle): void {
    for (const { from, to } of arrows) {
      const { path, words: place } = arrowBetween(from, to);
      const words = drawing('text', {
        class: 'arrow-words',
        x: `${place.x}`,
        y: `${place.y + 3}`,
        'text-anchor': place.anchor,
      });
      const line = drawing('path', { class: 'arrow-line', d: path });
      const element = drawing('g', { class: 'arrow' }, line, words);
      this.arrows.push({ from, to, element, words });
      this.svg.append(element);
    }
    const dot = drawing('circle', { class: 'beginning', cx: `${beginning.x}`, cy: `${beginning.y}`, r: '7' });
    this.states.set(null, dot);
    this.svg.append(dot);
    for (const status of statuses) {
      const { x, y } = placeOf(status);
      const state = drawing(
        'g',
        { class: `state ${status}` },
        drawing('rect', {
          x: `${x - box.width / 2}`,
          y: `${y - box.height / 2}`,
          width: `${box.width}`,
          height: `${box.height}`,
          rx: '16',
        }),
        drawing('text', { x: `${x}`, y: `${y + 4.5}` }, status),
      );
      this.states.set(status, state);
      this.svg.append(state);
    }
    this.where.append(this.svg);
  }
}

function head(id: string): SVGMarkerElement {
  const shape = drawing('path', { d: 'M0 0.500 9 5 0 9.500z' });
  return drawing(
    'marker',
    {
      id,
      class: id,
      viewBox: '0 0 10 10',
      refX: '9',
      refY: '5',
      markerWidth: '6.500',
      markerHeight: '6.500',
      orient: 'auto',
    },
    shape,
  );
}

/** The possible transitions before there is a request. */
function firstTransitions({ arrows }: Lifecycle): readonly PossibleTransition[] {
  return arrows.flatMap(({ from, to, commands }) =>
    from === null ? commands.map((command) => ({ command, to })) : [],
  );
}

/** The diagram as a sentence, for screen readers. */
function heard(request: RequestView | null, transitions: readonly PossibleTransition[]): string {
  const where = request === null ? 'There is no request yet' : `Request ${request.id} is ${request.status}`;
  const said = transitions.map(({ command, to }) => `${command} to ${to}`);
  return said.length === 0 ? `${where}.` : `${where}. From here: ${said.join(', ')}.`;
}
