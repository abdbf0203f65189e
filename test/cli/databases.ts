import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { onServer } from '../store/engines';

/** A database of its own for commands that run as processes. */
export interface TestDatabase {
  /** Settings that are right, with this database. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** SQL for an instant. */
  readonly at: (iso: string) => string;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly object[]>;
  remove(): Promise<void>;
}

const settings = (url: string) => ({
  TELEGRAM_BOT_TOKEN: '123456789:a-token-that-is-never-used',
  ADMIN_TELEGRAM_ID: '11',
  DATABASE_URL: url,
});

export function sqliteDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sosekni-cli-'));
  const file = join(folder, 'data', 'sosekni.db');
  const using = <T>(work: (database: Database.Database) => T): Promise<T> => {
    const database = new Database(file);
    try {
      return Promise.resolve(work(database));
    } finally {
      database.close();
    }
  };
  return Promise.resolve({
    env: settings(`file:${file}`),
    folder,
    at: (iso) => String(Date.parse(iso)),
    run: (sql) => using((database) => void database.exec(sql)),
    rows: (sql) => using((database) => database.prepare<[], object>(sql).all()),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  });
}

export async function postgresDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (server === undefined) throw new Error('TEST_POSTGRES_URL is not set: the global setup of jest sets it');
  const folder = mkdtempSync(join(tmpdir(), 'sosekni-cli-'));
  const name = `cli_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    env: settings(url.href),
    folder,
    at: (iso) => `'${iso}'::timestamptz`,
    run: (sql) => onServer(url.href, sql),
    async rows(sql) {
      const client = new Client(url.href);
      await client.connect();
      try {
        return (await client.query<object>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    async remove() {
      rmSync(folder, { recursive: true, force: true });
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

export const engines = [
  ['SQLite', sqliteDatabase],
  ['PostgreSQL', postgresDatabase],
] as const;
