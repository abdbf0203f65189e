import BetterSqlite from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Instant } from '../lifecycle/ids';
import { codeOf, StoreError } from './errors';
import { describeHolder, parseHolder, thisProcess } from './holder';

/** A right that one process at a time has. */
export interface Hold {
  release(): void;
}

/** The right to be the one daemon on a SQLite file. Throws `held`. */
export function holdSqlite(path: string, now: Instant): Hold {
  return hold(
    path,
    now,
    (holder) => `${path} is in use by ${holder}. Stop that one, or give this one another DATABASE_URL.`,
  );
}

/**
 * Takes `PATH.lock`, and writes into `PATH.holder` who has it, for people and for the next process to read. The lock is
 * the operating system's, so it ends with the process, however that ends. Throws `held`, with what `explain` says of the
 * process that has it.
 */
export function hold(path: string, now: Instant, explain: (holder: string) => string): Hold {
  // Without patience, two that start at the same instant can keep each other out.
  const lock = new BetterSqlite(`${path}.lock`, { timeout: 500 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(`${path}.holder`, `${JSON.stringify(thisProcess(new Date(now)))}\n`);
  } catch (error) {
    lock.close();
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    throw new StoreError('held', explain(nameHolder(path)));
  }
  return {
    release() {
      rmSync(`${path}.holder`, { force: true });
      lock.close();
    },
  };
}

/** The file may be missing or half written. */
function nameHolder(path: string): string {
  try {
    const holder = parseHolder(readFileSync(`${path}.holder`, 'utf8'));
    return holder === null ? nobodyKnows : describeHolder(holder);
  } catch {
    return nobodyKnows;
  }
}

const nobodyKnows = 'another process';
