import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Database } from '../../src/store/database';
import type { Dialect } from '../../src/store/engine';

/** Statements that the queries never use, on either engine. */
export function past(dialect: Dialect, db: Database['db']) {
  const ask = async (statement: SQL): Promise<unknown> => {
    if (dialect === 'sqlite') return db.all(statement);
    // The boundary: `all` is SQLite's name for what PostgreSQL calls `execute`.
    const postgres = db as unknown as { execute(statement: SQL): Promise<{ rows: unknown }> };
    return (await postgres.execute(statement)).rows;
  };
  return {
    /** Runs a statement that answers nothing. */
    change: async (statement: string): Promise<void> => {
      if (dialect === 'sqlite') await db.run(statement);
      else await ask(sql.raw(statement));
    },

    /** The database's plan for a query, as text. */
    plan: async (query: SQLWrapper): Promise<string> => {
      const keyword = dialect === 'sqlite' ? sql`explain query plan ` : sql`explain `;
      return JSON.stringify(await ask(sql`${keyword}${query.getSQL()}`));
    },
  };
}

/** The numbers from 1 to `count`, as `i`, for `INSERT … SELECT`: what stands before INSERT, and what after FROM. */
export const numbers = (dialect: Dialect, count: number): { readonly head: string; readonly from: string } =>
  dialect === 'sqlite'
    ? { head: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`, from: 'n' }
    : { head: '', from: `generate_series(1, ${count}) AS n(i)` };

/** SQL for an instant. */
export const instant = (dialect: Dialect, ms: number): string =>
  dialect === 'sqlite' ? `${ms}` : `to_timestamp(${ms / 1000})`;
