import { figures, type Figure, type Figures } from './measure';
import { quantile } from './quantile';

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
  const rows = [
    ['', ...columns.map(({ title }) => title)],
    ['---', ...columns.map(() => '---:')],
    ...figureNames.map((figure) => [rowTitle(figure), ...columns.map((column) => cell(column, figure))]),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
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
