// One statement for many rows. A statement is prepared for a fixed number of rows, so only a few numbers are used.

/**
 * A list split into parts that fit into a statement: SQLite's limit is 32,766 values (https://www.sqlite.org/limits.html),
 * PostgreSQL's 65,535, and drizzle builds statements recursively.
 */
export function* inPieces<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let done = 0; done < list.length; done += longestList) yield list.slice(done, done + longestList);
}
const longestList = 256;

/** Statements for several numbers of rows, each prepared when it is first needed. */
export function byLength<Statement>(prepare: (length: number) => Statement): (length: number) => Statement {
  const prepared = new Map<number, Statement>();
  return (length) => {
    const statement = prepared.get(length) ?? prepare(length);
    prepared.set(length, statement);
    return statement;
  };
}

/** The number of row slots in statements that allow duplicates: unused slots repeat the last row. */
export const slotsFor = (rows: number): number => 2 ** Math.ceil(Math.log2(rows));

/**
 * The names of the slots of a column: `id0`, `id1` and so on. Each is made once, since putting a name together costs several times
 * as much as binding the value.
 */
export function slotNames(column: string): (slot: number) => string {
  const names: string[] = [];
  return (slot) => (names[slot] ??= `${column}${slot}`);
}

/** The values by slot name; the last value fills unused slots. */
export function numbered<T>(
  nameOf: (slot: number) => string,
  values: readonly T[],
  slots: number,
): Record<string, T | undefined> {
  const named: Record<string, T | undefined> = {};
  for (let n = 0; n < slots; n += 1) named[nameOf(n)] = values[Math.min(n, values.length - 1)];
  return named;
}

/** Few rows are the normal case, and need one part. */
const lengths = [32, 16, 8, 4, 3, 2, 1];

/** The rows in parts, for statements that don't allow duplicates. */
export function inParts<T>(rows: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let done = 0; done < rows.length;) {
    const length = lengths.find((one) => one <= rows.length - done) ?? 1;
    parts.push(rows.slice(done, done + length));
    done += length;
  }
  return parts;
}
