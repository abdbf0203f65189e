import BetterSqlite from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import type { Instant } from '../lifecycle/ids';
import { codeOf, StoreError } from './errors';

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
    const holder: Holder = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() };
    writeFileSync(`${path}.holder`, `${JSON.stringify(holder)}\n`);
  } catch (error) {
    lock.close();
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    throw new StoreError(
      'held',
      `${path} is in use by ${describeHolder(path)}. Stop that one, or give this one another DATABASE_URL.`,
    );
  }
  return {
    release() {
      rmSync(`${path}.holder`, { force: true });
      lock.close();
    },
  };
}

const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** The file may be missing or half written: it is only for people, the lock decides. */
function describeHolder(path: string): string {
  try {
    const { pid, host, since } = holderSchema.parse(JSON.parse(readFileSync(`${path}.holder`, 'utf8')));
    return `process ${pid} on ${host}, since ${since}`;
  } catch {
    return 'another process';
  }
}
