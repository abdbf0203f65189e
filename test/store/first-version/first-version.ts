import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DatabaseTarget, Dialect } from '../../../src/store/engine';
import { run } from '../../programs';

/** What a database of the first schema holds, as the program that made it left it. */
export interface FirstVersion {
  readonly admins: readonly number[];
  /** The chats to which messages are owed. */
  readonly owed: readonly number[];
  readonly counts: Readonly<Record<string, number>>;
  readonly requests: Readonly<Record<string, { status: string; client: number; message: string }>>;
}

// The boundary to JSON: the file is part of the test.
export const firstVersion = (dialect: Dialect): FirstVersion =>
  JSON.parse(readFileSync(path.join(__dirname, `first-${dialect}.json`), 'utf8')) as FirstVersion;

const unpacked = (name: string): Buffer => gunzipSync(readFileSync(path.join(__dirname, name)));

/** Puts the database of the first version in this place, of whatever is there. No daemon is running on it. */
export function putFirstVersion(target: DatabaseTarget): void {
  if (target.dialect === 'sqlite') {
    for (const end of ['', '-wal', '-shm']) rmSync(target.path + end, { force: true });
    writeFileSync(target.path, unpacked('first-sqlite.db.gz'));
    return;
  }
  const dump = unpacked('first-postgres.sql.gz').toString('utf8');
  const script = `DROP SCHEMA IF EXISTS drizzle CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;\n${dump}`;
  const { code, said } = run('psql', [target.url, '--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1'], script);
  if (code !== 0) throw new Error(said);
}
