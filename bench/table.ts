import { figures, type Figure, type Figures } from './measure';
import { quantile } from './quantile';
import type { WriteCost } from './write-cost';

/** The figures of every round, in the order of the rounds. */
export type Rounds = readonly Figures[];

export interface Column {
  readonly title: string;
  readonly rounds: Rounds;
  /** What its figures are divided by, round by round; null: nothing. */
  readonly comparedTo: Rounds | null;
}

/** A Markdown table: the median of every figure, with the median and the range of its ratio in each round. */
export function table(columns: readonly Column[]): string {
  return markdown(
    columns.map(({ title }) => title),
    figureNames.map((figure) => [rowTitle(figure), ...columns.map((column) => cell(column, figure))]),
  );
}

/** A Markdown table of what `/find` costs on each engine: the median, and between what half of all pairs lie. */
export function costTable(engines: Readonly<Record<string, WriteCost>>): string {
  const costs = Object.values(engines);
  return markdown(Object.keys(engines), [
    ['requests/s', ...costs.map(({ requestsPerSecond }) => middle(requestsPerSecond))],
    ['CPU of the bot and the database', ...costs.map(({ cpu }) => middle(cpu))],
  ]);
}

function middle(ratios: readonly number[]): string {
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
  return `×${median} (${low}–${high})`;
}

/** Each row begins with its title. */
export function markdown(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [['', ...titles], ['---', ...titles.map(() => '---:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

// Object.keys forgets the type of the keys; those of `figures` are exactly these.
const figureNames = Object.keys(figures) as Figure[];

function rowTitle(figure: Figure): string {
  const { name, unit } = figures[figure];
  return unit === '' ? name : `${name} (${unit})`;
}

function cell({ rounds, comparedTo }: Column, figure: Figure): string {
  const values = measured(rounds, figure);
  if (values.length === 0) return '–';
  const median = quantile(values, 0.5).toFixed(figures[figure].digits);
  const others = comparedTo === null ? [] : measured(comparedTo, figure);
  if (others.length === 0) return median;
  const ratios = values.map((value, n) => value / (others[n] ?? Number.NaN));
  const [least, middle, most] = [0, 0.5, 1].map((share) => quantile(ratios, share).toFixed(2));
  return `${median} (×${middle}, ${least}–${most})`;
}

const measured = (rounds: Rounds, figure: Figure): readonly number[] =>
  rounds.map((round) => round[figure]).filter((value) => value !== null);
