import BetterSqlite from 'better-sqlite3';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Instant } from '../../lifecycle/ids';
import { codeOf, StoreError } from '../errors';
import { lockFile } from './file-lock';
import { describeHolder, parseHolder, thisProcess } from '../holder';

/** A lock that one process at a time can hold. */
export interface Hold {
  release(): void;
}

/** The lock of the one daemon on a SQLite file. */
export interface SqliteHold extends Hold {
  /** Why only the file's name and not the file itself could be locked; null if it is locked or doesn't exist. */
  readonly onlyByName: string | null;
}

/**
 * Takes the lock: on the file's name, and on the file itself, for processes that use another name or after somebody has removed
 * the name's lock. `make`: creates the file if it doesn't exist. Release it after SQLite has closed the file. Throws `held`.
 */
export function holdSqlite(path: string, now: Instant, make: boolean): SqliteHold {
  const advice = 'Stop that process, or use another DATABASE_URL.';
  const byName = hold(path, now, (holder) => `${path} is in use by ${holder}. ${advice}`);
  try {
    if (make) makePrivateFile(path);
    const lock = existsSync(path) ? lockFile(path) : null;
    if (lock?.got === 'held_by_another') {
      throw new StoreError('held', `${path} is in use by another process, under another name. ${advice}`);
    }
    let released = false;
    return {
      onlyByName: lock?.got === 'nothing' ? lock.why : null,
      release() {
        if (released) return;
        released = true;
        if (lock?.got === 'lock') lock.release();
        byName.release();
      },
    };
  } catch (error) {
    byName.release();
    throw error;
  }
}

/**
 * Readable only by its owner, since it holds people's texts. An existing file keeps its permissions: somebody may have chosen
 * them.
 */
export function makePrivateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}

/**
 * Locks `PATH.lock`, and writes the holder into `PATH.holder` for people and for the next process. It is a lock of the operating
 * system, so it ends with the process, however that ends. Throws `held`, with `explain`'s words about the holder.
 */
export function hold(path: string, now: Instant, explain: (holder: string) => string): Hold {
  // Without retries, two processes that start at the same instant could keep each other out.
  makePrivateFile(`${path}.lock`);
  const lock = new BetterSqlite(`${path}.lock`, { timeout: 500 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(`${path}.holder`, `${JSON.stringify(thisProcess(new Date(now)))}\n`, { mode: 0o600 });
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

/** The file may be missing or half-written. */
function nameHolder(path: string): string {
  try {
    const holder = parseHolder(readFileSync(`${path}.holder`, 'utf8'));
    return holder === null ? nobodyKnows : describeHolder(holder);
  } catch {
    return nobodyKnows;
  }
}

const nobodyKnows = 'another process';
