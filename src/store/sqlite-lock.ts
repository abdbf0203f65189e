import BetterSqlite from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Instant } from '../lifecycle/ids';
import { codeOf, StoreError } from './errors';
import { describeHolder, holderSchema, thisProcess } from './holder';

/** The right to be the one daemon on a SQLite file. */
export interface Hold {
  release(): void;
}

/**
 * Takes `PATH.lock`, and writes into `PATH.holder` who has it, for people and for the next process to read. The lock is
 * the operating system's, so it ends with the process, however that ends. Throws `held`.
 */
export function holdSqlite(path: string, now: Instant): Hold {
  // Without patience, two that start at the same instant can keep each other out.
  const lock = new BetterSqlite(`${path}.lock`, { timeout: 500 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(`${path}.holder`, `${JSON.stringify(thisProcess(new Date(now)))}\n`);
  } catch (error) {
    lock.close();
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    throw new StoreError(
      'held',
      `${path} is in use by ${nameHolder(path)}. Stop that one, or give this one another DATABASE_URL.`,
    );
  }
  return {
    release() {
      rmSync(`${path}.holder`, { force: true });
      lock.close();
    },
  };
}

/** The file may be missing or half written: it is only for people, the lock decides. */
function nameHolder(path: string): string {
  try {
    return describeHolder(holderSchema.parse(JSON.parse(readFileSync(`${path}.holder`, 'utf8'))));
  } catch {
    return 'another process';
  }
}
