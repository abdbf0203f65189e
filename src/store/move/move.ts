import { StoreError } from '../errors';
import type { MoveSource, MoveTarget, Row, Value } from './ends';
import { movedTables, type MovedColumn, type MovedTable } from './tables';

export interface MovePorts {
  /** Reports that a part of the work begins. */
  readonly begin: (phase: 'copying' | 'making indexes' | 'comparing') => void;
  /** Reports the current step to people who wait; `done` is a fraction, null: nobody knows. */
  readonly tell: (step: string, done: number | null) => void;
  readonly signal: AbortSignal;
}

export interface Moved {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Copies all rows, then reads both databases again and compares them row by row. The target keeps its mark: `complete` takes it away.
 * Throws a `StoreError`, such as `not_same`, and the reason of `signal`.
 */
export async function move(from: MoveSource, to: MoveTarget, { begin, tell, signal }: MovePorts): Promise<Moved> {
  const tables = movedTables();
  let total = 0;
  for (const table of tables) total += await from.count(table);
  const passed = passage(total, tell, signal);
  begin('copying');
  await to.begin();
  let copied = 0;
  const lastNumbers = new Map<string, number>();
  for (const table of tables) {
    // While the target takes some rows the next are read.
    let adding = Promise.resolve();
    for await (const rows of from.batches(table)) {
      for (const row of rows) requireMovable(table, row);
      await adding;
      adding = to.add(table, rows);
      adding.catch(() => undefined);
      copied += rows.length;
      passed(`copying ${table.name}`, copied);
    }
    await adding;
    if (!table.isNumbered) continue;
    const last = await from.lastNumber(table);
    lastNumbers.set(table.name, last);
    await to.setLastNumber(table, last);
  }
  begin('making indexes');
  await to.finish((step) => {
    signal.throwIfAborted();
    tell(step, null);
  });
  begin('comparing');
  let compared = 0;
  for (const table of tables) {
    for await (const rows of compare(table, from, to)) passed(`comparing ${table.name}`, (compared += rows));
    if (table.isNumbered && (await to.lastNumber(table)) !== lastNumbers.get(table.name))
      throw differs(table, undefined, 'would number the next row otherwise');
  }
  if (await from.askedMeanwhile()) {
    throw new StoreError('not_same', `The command forget has erased somebody in ${from.name} while it was copied.`);
  }
  signal.throwIfAborted();
  return { tables: tables.length, rows: compared };
}

function passage(total: number, tell: MovePorts['tell'], signal: AbortSignal) {
  return (step: string, rows: number): void => {
    signal.throwIfAborted();
    tell(step, total === 0 ? 1 : rows / total);
  };
}

/** Reads the table on both sides; yields how many rows are the same. Throws `not_same`. */
async function* compare(table: MovedTable, from: MoveSource, to: MoveTarget): AsyncGenerator<number> {
  const there = to.batches(table);
  try {
    for await (const expected of from.batches(table)) {
      const found = await there.next();
      const rows = found.done === true ? [] : found.value;
      for (const [index, row] of expected.entries()) requireSame(table, row, rows[index]);
      if (rows.length > expected.length) throw differs(table, rows[expected.length], 'should not be there');
      yield expected.length;
    }
    const more = await there.next();
    if (more.done !== true) throw differs(table, more.value[0], 'should not be there');
  } finally {
    await there.return();
  }
}

function requireSame(table: MovedTable, row: Row, found: Row | undefined): void {
  if (found === undefined) throw differs(table, row, 'is missing');
  const at = row.findIndex((value, index) => value !== found[index]);
  if (at >= 0) throw differs(table, row, `differs in ${table.columns[at]?.name ?? ''}`);
}

const differs = (table: MovedTable, row: Row | undefined, how: string): StoreError =>
  new StoreError(
    'not_same',
    `The databases are not the same: ${nameOf(table, row)} ${how}. The old one is as it was; use it, and please report this.`,
  );

/** Throws `unmovable` if a value is none that this program writes: an engine may refuse or change it. */
function requireMovable(table: MovedTable, row: Row): void {
  for (const [index, column] of table.columns.entries()) {
    const what = whatIsWrong(column, row[index] ?? null);
    if (what === null) continue;
    throw new StoreError(
      'unmovable',
      `${nameOf(table, row)} has ${what} in ${column.name}, which the bot never writes and not every database can hold. Correct that row, then move again.`,
    );
  }
}

function whatIsWrong({ kind }: MovedColumn, value: Value): string | null {
  if (value === null) return null;
  if (kind === 'text') {
    if (typeof value !== 'string') return 'something that is no text';
    return value.includes('\0') ? 'the character U+0000' : null;
  }
  return Number.isSafeInteger(value) ? null : 'something that is no whole number up to 2^53';
}

/** A row for people. Its texts may be somebody's address, so only numbers are named. */
function nameOf(table: MovedTable, row: Row | undefined): string {
  if (row === undefined) return `table ${table.name}`;
  const numbers = table.key.flatMap(({ name, kind }) => {
    const value = row[table.columns.findIndex((column) => column.name === name)];
    return kind === 'text' ? [] : [`${name} ${String(value)}`];
  });
  return numbers.length === 0 ? `a row of ${table.name}` : `the row of ${table.name} with ${numbers.join(', ')}`;
}
