import BetterSqlite from 'better-sqlite3';
import { Client } from 'pg';
import type { DatabaseTarget } from '../../src/store/engine';
import { movedTables } from '../../src/store/move/tables';

/** Everything in the schema, as the database itself tells it. */
export async function schemaOf(target: DatabaseTarget): Promise<readonly unknown[]> {
  if (target.dialect === 'sqlite') {
    // How the record of migrations is laid out depends on who made it.
    return run(
      target,
      `select type, name, tbl_name, sql from sqlite_master where name <> '__drizzle_migrations' order by type, name`,
    );
  }
  return [
    await run(
      target,
      `select table_name, column_name, data_type, is_nullable, column_default
       from information_schema.columns where table_schema = 'public' order by 1, 2`,
    ),
    await run(target, `select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1`),
    await run(target, `select conname, pg_get_constraintdef(oid) from pg_constraint order by 1, 2`),
    await run(
      target,
      `select tgname, tgenabled, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1`,
    ),
  ];
}

/** Runs a statement on a connection of its own; returns its rows. */
export async function run(target: DatabaseTarget, statement: string): Promise<readonly unknown[]> {
  if (target.dialect === 'sqlite') {
    const connection = new BetterSqlite(target.path);
    // As other programs open it.
    connection.pragma('foreign_keys = OFF');
    const prepared = connection.prepare(statement);
    const rows = prepared.reader ? prepared.all() : [prepared.run()];
    connection.close();
    return rows;
  }
  const client = new Client(target.url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}

/** Every row that moves, of every table, and what SQLite has numbered. */
export async function contentOf(target: DatabaseTarget): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const content: Record<string, readonly unknown[]> = {};
  for (const { name, key, which } of movedTables())
    content[name] = await run(
      target,
      `select * from ${name} where ${which} order by ${key.map((column) => column.name).join(', ')}`,
    );
  if (target.dialect === 'sqlite')
    content['sqlite_sequence'] = await run(target, 'select * from sqlite_sequence order by name');
  return content;
}
