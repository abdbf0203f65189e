import BetterSqlite from 'better-sqlite3';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { DatabaseTarget } from '../../src/store/engine';
import { migrationsOf } from '../../src/store/migrate';
import { migrateSqlite } from '../../src/store/sqlite/migrate';
import { migratePostgres } from '../../src/store/postgres/migrate';

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** As an older version of the program would have left the database: with the first `count` migrations. */
export async function migrateTo(target: DatabaseTarget, count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sosekni-migrations-'));
  cpSync(migrationsOf(target.dialect), folder, { recursive: true });
  const { entries, ...rest } = readJournal(folder);
  writeFileSync(journalOf(folder), JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  if (target.dialect === 'sqlite') {
    const connection = new BetterSqlite(target.path);
    migrateSqlite(connection, folder);
    connection.close();
  } else {
    const client = new Client(target.url);
    await client.connect();
    await migratePostgres(client, folder);
    await client.end();
  }
  rmSync(folder, { recursive: true });
}

export function readJournal(folder: string): Journal {
  return JSON.parse(readFileSync(journalOf(folder), 'utf8')) as Journal;
}

function journalOf(folder: string): string {
  return path.join(folder, 'meta', '_journal.json');
}
