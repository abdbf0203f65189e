import type BetterSqlite from 'better-sqlite3';
import { sha256 } from '../chain';

/** Adds the functions that queries use and SQLite lacks; PostgreSQL has the same. */
export function addFunctions(connection: BetterSqlite.Database): void {
  connection.function('sha256', { deterministic: true, directOnly: true }, (text) => sha256(String(text)));
}
