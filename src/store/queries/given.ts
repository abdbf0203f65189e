import { sql, type AnyColumn, type Placeholder, type SQL } from 'drizzle-orm';

/** What a prepared statement is given by this name when it runs, as the column stores it. */
export function given(name: string, column: AnyColumn): SQL {
  // A placeholder by itself is encoded only among the values of an INSERT.
  return sql`${sql.param(sql.placeholder(name), column)}`;
}

/** A limit as a part of the statement. Where one is bound to it, SQLite prepares the statement anew each time it runs. */
export function fixedLimit(limit: number): Placeholder {
  // A boundary: `limit` takes any SQL, but its type names only numbers, which are bound, and placeholders.
  return sql.raw(String(limit)) as unknown as Placeholder;
}

/** A number by which rows are only filtered: SQLite, which counts nothing, would look for them by its index where a better one is at hand. */
export const unindexed = (column: AnyColumn): SQL => sql`${column} + 0`;
