import type { Instant, Millis } from '../../lifecycle/ids';
import type { Reading, Transaction } from '../../transaction/transaction';
import { dayOf, type DayOfHistory } from './figures';
import { readDay, writeDay } from './kept-day';
import { mostDays } from './views';

/** From one midnight to the next. */
interface Span {
  readonly begins: Instant;
  readonly ends: Instant;
}

/** A day, or the text as which it is kept. */
export type FoundDay = DayOfHistory | { readonly begins: Instant; readonly kept: string };

/**
 * A day is kept once it has been over for so long: until then another program's transaction of before midnight may still be under
 * way.
 */
const settling: Millis = 3_600_000;
/** What ended longer ago nobody can ask for. */
const oldest: Millis = (mostDays + 30) * 86_400_000;

/** Of the days that begin then, those that are over and not kept yet. */
export async function daysToKeep(
  { store, now }: Pick<Reading, 'store' | 'now'>,
  begins: readonly Instant[],
): Promise<readonly Span[]> {
  const over = spansOf(begins).filter(({ ends }) => ends + settling <= now);
  const [first, last] = [over[0], over.at(-1)];
  if (first === undefined || last === undefined) return [];
  const kept = new Set((await store.dayFigures.spans(first.begins, last.ends)).map(keyOf));
  return over.filter((span) => !kept.has(keyOf(span)));
}

/** Counts these days, and keeps what was counted. */
export async function keepDays(
  { store, now }: Pick<Transaction, 'store' | 'now'>,
  spans: readonly Span[],
): Promise<void> {
  for (const span of spans) {
    const figures = writeDay(await counted(store, span));
    await store.dayFigures.keep({ ...span, figures }, now - oldest);
  }
}

/** What the history says of the days that begin then; the last one also has what the clock dates ahead. What is kept is not counted. */
export async function findDays(
  { store }: Pick<Reading, 'store'>,
  begins: readonly Instant[],
): Promise<readonly FoundDay[]> {
  const spans = spansOf(begins);
  const first = spans[0];
  if (first === undefined) return [];
  const rows = await store.dayFigures.within(first.begins, begins.at(-1) ?? first.begins);
  const kept = new Map(rows.map((row) => [keyOf(row), row.figures]));
  const days: FoundDay[] = [];
  for (const span of spans) {
    const text = kept.get(keyOf(span));
    days.push(text === undefined ? await counted(store, span) : { begins: span.begins, kept: text });
  }
  return days;
}

/** Reading a year of texts takes milliseconds: not while a transaction is open. */
export const readFound = (day: FoundDay): DayOfHistory => ('kept' in day ? readDay(day.begins, day.kept) : day);

async function counted({ outcomes }: Reading['store'], { begins, ends }: Span): Promise<DayOfHistory> {
  return dayOf(begins, await outcomes.counted(begins, ends), await outcomes.decided(begins, ends));
}

const spansOf = (begins: readonly Instant[]): readonly Span[] =>
  begins.map((each, n) => ({ begins: each, ends: begins[n + 1] ?? endOfTime }));

const endOfTime: Instant = Date.UTC(9999, 0);

/** Where the time zone of the process has changed, days of the same date are others. */
const keyOf = ({ begins, ends }: Span): string => `${begins}-${ends}`;
