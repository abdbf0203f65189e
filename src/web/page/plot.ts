import { drawing, element } from '../../page/dom.js';

/** A line or a stack of bars in a plot. */
export interface Series {
  readonly name: string;
  /** Its class in page.css, which has its colour. */
  readonly look: string;
  /** One for each day; null: there is none. */
  readonly values: readonly (number | null)[];
}

interface Plot {
  readonly title: string;
  readonly how: string;
  readonly days: readonly string[];
  /** Bars above the line, if these are bars. */
  readonly above: readonly Series[];
  /** Bars below it. */
  readonly below: readonly Series[];
  readonly lines: readonly Series[];
  /** A value as it is written at the axis and in the table. */
  readonly write: (value: number) => string;
  /** Where the axis has its lines, for the largest value. */
  readonly steps: (most: number) => readonly number[];
  readonly dayName: string;
  readonly tableName: string;
}

const width = 720;
const height = 220;
const [left, right, top, bottom] = [52, 8, 10, 24];

/** A plot by days, with a legend, and a table of the same numbers for who can't see it. */
export function plot(of: Plot): HTMLElement {
  const all = [...of.above, ...of.below, ...of.lines];
  return element(
    'figure',
    { class: 'plot' },
    element('figcaption', {}, element('h2', {}, of.title), element('p', { class: 'hint' }, of.how)),
    all.length > 1 ? legend(all) : null,
    picture(of),
    table(of, all),
  );
}

const legend = (all: readonly Series[]): HTMLElement =>
  element(
    'ul',
    { class: 'legend' },
    ...all.map(({ name, look }) =>
      element('li', {}, element('span', { class: `swatch ${look}`, 'aria-hidden': 'true' }), name),
    ),
  );

function picture({ title, days, above, below, lines, write, steps }: Plot): SVGSVGElement {
  const sumOf = (series: readonly Series[], day: number): number =>
    series.reduce((sum, { values }) => sum + (values[day] ?? 0), 0);
  const most = (pick: (day: number) => number): number => Math.max(0, ...days.map((_, day) => pick(day)));
  const high = most((day) => Math.max(sumOf(above, day), ...lines.map(({ values }) => values[day] ?? 0)));
  const low = most((day) => sumOf(below, day));
  const [step = 1] = steps(Math.max(high, low, 1));
  const upSteps = multiples(step, Math.max(high, step));
  const downSteps = below.length === 0 ? [] : multiples(step, Math.max(low, step));
  const [up, down] = [upSteps.at(-1) ?? 1, downSteps.at(-1) ?? 0];
  const inner = height - top - bottom;
  const y = (value: number): number => top + ((up - value) / (up + down)) * inner;
  const each = (width - left - right) / Math.max(1, days.length);
  const x = (day: number): number => left + (day + 0.5) * each;
  const bar = Math.max(1, Math.min(28, each * 0.72));
  // From right to left, time runs to the left, and so does what is anchored at the end of a text.
  const isMirrored = document.documentElement.dir === 'rtl';
  const at = (from: number, wide = 0): string => round(isMirrored ? width - from - wide : from);

  const grid = [...downSteps.map((value) => -value), 0, ...upSteps].map((value) =>
    drawing(
      'g',
      { class: value === 0 ? 'axis' : 'grid' },
      drawing('line', { x1: at(left), x2: at(width - right), y1: round(y(value)), y2: round(y(value)) }),
      drawing(
        'text',
        { x: at(left - 8), y: round(y(value)), 'text-anchor': 'end', dy: '0.32em' },
        write(Math.abs(value)),
      ),
    ),
  );
  const labelled = Math.max(1, Math.ceil(days.length / 7));
  const labels = days.flatMap((name, day) =>
    (days.length - 1 - day) % labelled === 0
      ? [
          drawing(
            'text',
            {
              x: at(day === days.length - 1 ? width : x(day)),
              y: `${height - 6}`,
              'text-anchor': day === days.length - 1 ? 'end' : 'middle',
            },
            name,
          ),
        ]
      : [],
  );
  const bars = (series: readonly Series[], direction: 1 | -1): SVGElement[] =>
    days.flatMap((_, day) => {
      let base = 0;
      return series.flatMap(({ values, look }) => {
        const value = values[day] ?? 0;
        if (value === 0) return [];
        const [from, to] = [y(direction * base), y(direction * (base + value))];
        base += value;
        const box = {
          x: at(x(day) - bar / 2, bar),
          width: round(bar),
          y: round(Math.min(from, to)),
          height: round(Math.abs(to - from)),
        };
        return [drawing('rect', { class: look, ...box })];
      });
    });
  const curves = lines.flatMap(({ values, look }) => [
    drawing('path', { class: `curve ${look}`, d: pathOf(values, (day) => at(x(day)), y) }),
    ...values.flatMap((value, day) =>
      value === null
        ? []
        : [
            drawing('circle', {
              ...{ class: `dot ${look}`, cx: at(x(day)), cy: round(y(value)), r: days.length > 60 ? '1.5' : '3' },
            }),
          ],
    ),
  ]);
  // Whoever points at a day, however low its bars are, reads all of its numbers.
  const columns = days.map((name, day) => {
    const said = [...above, ...below, ...lines].flatMap(({ name: what, values }) => {
      const value = values[day] ?? null;
      return value === null ? [] : [`${what}: ${write(value)}`];
    });
    const box = { x: at(x(day) - each / 2, each), width: round(each), y: `${top}`, height: round(inner) };
    return drawing('rect', { class: 'column', ...box }, drawing('title', {}, [name, ...said].join('\n')));
  });
  return drawing(
    'svg',
    { class: 'picture', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title },
    ...grid,
    ...bars(above, 1),
    ...bars(below, -1),
    ...curves,
    ...columns,
    ...labels,
  );
}

/** A line that leaves out the days without a value. */
function pathOf(values: readonly (number | null)[], x: (day: number) => string, y: (value: number) => number): string {
  let path = '';
  let isDown = false;
  for (const [day, value] of values.entries()) {
    if (value === null) {
      isDown = false;
      continue;
    }
    path += `${isDown ? 'L' : 'M'}${x(day)} ${round(y(value))}`;
    isDown = true;
  }
  return path;
}

const round = (value: number): string => value.toFixed(1);

/** Drawn up when it is unfolded: a year has many rows. */
function table({ days, write, dayName, tableName, title }: Plot, all: readonly Series[]): HTMLElement {
  const details = element('details', { class: 'numbers' }, element('summary', {}, tableName));
  details.addEventListener(
    'toggle',
    () => {
      const head = [dayName, ...all.map(({ name }) => name)].map((name) => element('th', { scope: 'col' }, name));
      const rows = days.map((name, day) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, name),
          ...all.map(({ values }) => {
            const value = values[day] ?? null;
            return element('td', {}, value === null ? '–' : write(value));
          }),
        ),
      );
      details.append(
        element(
          'div',
          { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': title },
          element(
            'table',
            {},
            element('thead', {}, element('tr', {}, ...head)),
            element('tbody', {}, ...rows.reverse()),
          ),
        ),
      );
    },
    { once: true },
  );
  return details;
}

/** Up to five round numbers above 0. */
export function countSteps(most: number): readonly number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power;
  return multiples(Math.max(1, step), most);
}

/** The same for durations in ms: minutes, hours or days. */
export function durationSteps(most: number): readonly number[] {
  const minutes = [5, 15, 30, 60, 120, 360, 720, 1440, 2880, 7200, 14_400, 43_200];
  const step = minutes.map((count) => count * 60_000).find((size) => size * 4 >= most) ?? Math.ceil(most / 4);
  return multiples(step, most);
}

const multiples = (step: number, most: number): readonly number[] =>
  Array.from({ length: Math.max(1, Math.ceil(most / step)) }, (_, index) => (index + 1) * step);
