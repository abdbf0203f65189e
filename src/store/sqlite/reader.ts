import BetterSqlite from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeOf, messageOf, StoreError } from '../errors';
import { refuseNoFile } from './identity';

/** A read-only connection. */
export interface ReadingConnection {
  readonly connection: BetterSqlite.Database;
  readonly close: () => void;
}

/**
 * Opens the file read-only, whether a daemon is running or not, even for a user who may write neither it nor its folder. SQLite
 * can't do that while nobody else has the file open; then a copy is read and removed on closing. Throws `unreadable`,
 * `not_a_database`.
 */
export function openForReading(file: string): ReadingConnection {
  refuseNoFile(file);
  try {
    return opened(file);
  } catch (error) {
    if (!needsToWrite.test(codeOf(error))) throw error;
    return openCopy(file, error);
  }
}

/** If there is a journal, a copy would be incomplete, and the problem is another one. */
function openCopy(file: string, reason: unknown): ReadingConnection {
  if (existsSync(`${file}-wal`)) throw unreadable(file, reason);
  const folder = mkdtempSync(path.join(tmpdir(), 'sosekni-read-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = path.join(folder, 'copy.db');
    copyFileSync(file, copy);
    // A daemon has started meanwhile, so the file itself can be read now.
    if (existsSync(`${file}-wal`)) {
      remove();
      return opened(file);
    }
    const { connection, close } = opened(copy);
    return {
      connection,
      close() {
        close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw /^E[A-Z]+$|^SQLITE_CANTOPEN/.test(codeOf(error)) ? unreadable(file, error) : error;
  }
}

function opened(file: string): ReadingConnection {
  const connection = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    // Only the first statement shows whether it can be read.
    connection.prepare('select 1 from sqlite_master').get();
    return { connection, close: () => connection.close() };
  } catch (error) {
    connection.close();
    throw error;
  }
}

const needsToWrite = /^SQLITE_(READONLY|CANTOPEN)/;

const unreadable = (file: string, cause: unknown): StoreError =>
  new StoreError(
    'unreadable',
    `${file} can't be read (${messageOf(cause)}). Let this user read it and the files ${path.basename(file)}-wal and -shm beside it, or run this command as the bot's user.`,
    { cause },
  );
