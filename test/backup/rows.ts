import Database from 'better-sqlite3';
import { Client } from 'pg';

/** Every row of every table of ours, by the table's name, in the order of their text: to be compared as a whole. */
export type EveryRow = Readonly<Record<string, readonly string[]>>;

const written = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

export function everyRowOfFile(path: string): EveryRow {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database
      .prepare<[], { name: string }>(
        `select name from sqlite_master where type = 'table' and name not glob '_litestream*' and name not glob 'sqlite_*'`,
      )
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [name, written(database.prepare(`select * from "${name}"`).all())]),
    );
  } finally {
    database.close();
  }
}

export async function everyRowOfServer(url: string): Promise<EveryRow> {
  const client = new Client(url);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const all: Record<string, readonly string[]> = {};
    for (const { name } of tables.rows) all[name] = written((await client.query<object>(`select * from ${name}`)).rows);
    return all;
  } finally {
    await client.end();
  }
}
