import BetterSqlite from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeOf, messageOf, StoreError } from '../errors';

/** A connection that only reads. */
export interface ReadingConnection {
  readonly connection: BetterSqlite.Database;
  readonly close: () => void;
}

/**
 * Opens the file for reading, beside a daemon or not, also for a user who may write neither it nor its folder: SQLite can't do
 * that where nobody else has the file open, so a copy is read then, which goes when it is closed. Throws `unreadable`.
 */
export function openForReading(file: string): ReadingConnection {
  try {
    return opened(file);
  } catch (error) {
    if (!needsToWrite.test(codeOf(error))) throw error;
    return openCopy(file, error);
  }
}

/** With a journal beside it the copy would not be whole, and there is another reason why it can't be opened. */
function openCopy(file: string, reason: unknown): ReadingConnection {
  if (existsSync(`${file}-wal`)) throw unreadable(file, reason);
  const folder = mkdtempSync(path.join(tmpdir(), 'sosekni-read-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = path.join(folder, 'copy.db');
    copyFileSync(file, copy);
    // A daemon has started meanwhile: beside that one, the file itself can be read.
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
    `${file} can't be read (${messageOf(cause)}). Let this user read it, and the files ${path.basename(file)}-wal and -shm beside it, or run this as the bot's user.`,
    { cause },
  );
