import BetterSqlite from 'better-sqlite3';
import type { PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig } from 'drizzle-orm/pg-core';
import * as schema from '../../src/store/postgres/schema';
import { movedTables, type MovedTable } from '../../src/store/move/tables';
import { migrateSqlite } from '../../src/store/sqlite/migrate';

/** Only these are known to the schema's checks. */
const words: Readonly<Record<string, string>> = {
  'requests.status': 'pending',
  'contacts.medium': 'email',
  'address_codes.medium': 'sms',
  'request_messages.kind': 'answer',
  'request_events.to_status': 'pending',
  'webhook_events.state': 'owed',
  'memberships.wanted': 'in',
  'memberships.seen': 'left',
  'erasures.cause': 'chat',
};

const texts = ['NULL', '', '🙂 "quoted" \\N \\ back\r\n\tnext {a,b} \u2028 Ünïcode 𝒳 \u0001 \ufffd \''] as const;
const greatest = Number.MAX_SAFE_INTEGER;
const ids = [1, 2, greatest] as const;
const numbers = [0, -5, greatest] as const;
const small = [0, -5, 2_147_483_647] as const;
const instants = [0, -1, Date.UTC(9999, 11, 31, 23, 59, 59, 999)] as const;

/** What triggers write as the others are filled. */
const kept: readonly string[] = ['request_counts', 'access_states', 'membership_counts'];

/**
 * Makes a SQLite file with three rows in every table: one that is usual, one with null wherever that may be, and one with all that is
 * unusual. It has the newest schema.
 */
export function fillEveryTable(file: string): void {
  const database = new BetterSqlite(file);
  migrateSqlite(database);
  for (const table of movedTables()) {
    if (kept.includes(table.name)) continue;
    const names = table.columns.map(({ name }) => `"${name}"`);
    const insert = database.prepare(
      `insert into "${table.name}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    );
    for (const row of [0, 1, 2] as const) insert.run(valuesOf(table, row));
  }
  database.close();
}

function valuesOf(table: MovedTable, row: 0 | 1 | 2): readonly (string | number | null)[] {
  const { columns, foreignKeys } = getTableConfig(declared(table.name));
  const referring = new Set(foreignKeys.flatMap((key) => key.reference().columns.map(({ name }) => name)));
  return columns.map((column) => {
    const inKey = table.key.some(({ name }) => name === column.name);
    if (row === 1 && !column.notNull && !inKey) return null;
    const word = words[`${table.name}.${column.name}`];
    if (word !== undefined) return word;
    switch (column.getSQLType()) {
      case 'text':
        return inKey || /hash|token/.test(column.name) ? `${row} ${texts[row]}` : texts[row];
      case 'boolean':
        return row === 0 ? 0 : 1;
      case 'timestamptz(3)':
        return instants[row];
      case 'integer':
        return small[row];
      default:
        return inKey || referring.has(column.name) ? ids[row] : numbers[row];
    }
  });
}

function declared(name: string): PgTable {
  const table = Object.values<PgTable>(schema).find((each) => getTableConfig(each).name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table;
}
