import BetterSqlite from 'better-sqlite3';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Instant } from '../../lifecycle/ids';
import { codeOf, StoreError } from '../errors';
import { lockFile } from './file-lock';
import { describeHolder, parseHolder, thisProcess } from '../holder';

/** A right that one process at a time has. */
export interface Hold {
  release(): void;
}

/** The right to be the one daemon on a SQLite file. */
export interface SqliteHold extends Hold {
  /** Why the file itself could not be locked, only its name; null: it is locked, or is not there. */
  readonly onlyByName: string | null;
}

/**
 * Takes that right: by the name of the file, for whoever comes by the same name, and by the file itself, for whoever comes
 * by another, or after somebody has removed the lock of the name. `make`: a file that is not there is made. Release it after
 * SQLite has closed the file. Throws `held`.
 */
export function holdSqlite(path: string, now: Instant, make: boolean): SqliteHold {
  const advice = 'Stop that one, or give this one another DATABASE_URL.';
  const byName = hold(path, now, (holder) => `${path} is in use by ${holder}. ${advice}`);
  try {
    if (make) makePrivateFile(path);
    const lock = existsSync(path) ? lockFile(path) : null;
    if (lock?.got === 'held_by_another') {
      throw new StoreError('held', `${path} is in use by another process, which came by another name. ${advice}`);
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

/** Only its owner reads what people have written. One that is there keeps its rights: somebody may have given them. */
export function makePrivateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}

/**
 * Takes `PATH.lock`, and writes into `PATH.holder` who has it, for people and for the next process to read. The lock is
 * the operating system's, so it ends with the process, however that ends. Throws `held`, with what `explain` says of the
 * process that has it.
 */
export function hold(path: string, now: Instant, explain: (holder: string) => string): Hold {
  // Without patience, two that start at the same instant can keep each other out.
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
