import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

/** What a prepared statement is given by this name when it runs, as the column stores it. */
export function given(name: string, column: AnyColumn): SQL {
  // A placeholder by itself is encoded only among the values of an INSERT.
  return sql`${sql.param(sql.placeholder(name), column)}`;
}
