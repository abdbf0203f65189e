import BetterSqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { accessSync, constants, existsSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../lifecycle/ids';
import type { Database } from '../database';
import type { Engine } from '../engine';
import { codeOf, errorWasSwallowed, messageOf, StoreError, withoutValues } from '../errors';
import { migrateSqlite } from '../migrate';
import type { StoreEvent } from '../store-event';
import { Mutex } from '../mutex';
import { makeFolder } from '../owner';
import * as schema from './schema';
import { refuseSecondName, SqliteFiles } from './identity';
import { holdSqlite, makePrivateFile, type SqliteHold } from './lock';

/**
 * Opens the file, creating it and its folders as needed, as the only daemon on it. `now` is written beside it for a second
 * one to read. Throws `StoreError`: `not_a_database`, `unwritable`, `exhausted`, `second_name`, `newer_schema`, `held`.
 */
export function openSqlite<Queries>(
  file: string,
  buildQueries: (database: Database) => Queries,
  now: Instant,
  tell: (news: StoreEvent) => void = () => {},
  hold: SqliteHold = holdFile(file, now),
): Engine<Queries> {
  try {
    const place = writablePlace(file);
    if (hold.onlyByName !== null) tell({ kind: 'locked_by_name_only', why: hold.onlyByName });
    const connection = connect(place, tell);
    return new SqliteEngine({ connection, queries: buildQueries(asDatabase(connection)), hold, place, tell });
  } catch (error) {
    hold.release();
    throw explain(file, error);
  }
}

/** The right to be the one daemon on the file, which is made as needed. Throws what `openSqlite` does. */
export function holdFile(file: string, now: Instant): SqliteHold {
  try {
    const place = writablePlace(file);
    refuseSecondName(place);
    return holdSqlite(place, now, true);
  } catch (error) {
    throw explain(file, error);
  }
}

interface Opened<Queries> {
  readonly connection: BetterSqlite.Database;
  readonly queries: Queries;
  readonly hold: SqliteHold;
  readonly place: string;
  readonly tell: (news: StoreEvent) => void;
}

class SqliteEngine<Queries> implements Engine<Queries> {
  readonly dialect = 'sqlite';
  readonly uncertainCommits = 0;
  private readonly loss = new AbortController();
  private readonly mutex = new Mutex();
  private readonly statements: Statements;
  private readonly files: SqliteFiles;
  private readonly watching: NodeJS.Timeout;
  private closed = false;

  constructor(private readonly opened: Opened<Queries>) {
    this.statements = prepareStatements(opened.connection);
    this.files = new SqliteFiles(opened.place);
    this.watching = setInterval(() => void this.mutex.run(() => this.findLoss()), lookEvery).unref();
  }

  /** Nobody else can have the file, but it may be deleted or replaced. */
  get lost(): AbortSignal {
    return this.loss.signal;
  }

  get undisputed(): boolean {
    return !this.loss.signal.aborted;
  }

  get connection(): BetterSqlite.Database {
    return this.opened.connection;
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.mutex.run(async () => {
      this.loss.signal.throwIfAborted();
      this.statements.begin.run();
      try {
        const result = await work(this.opened.queries);
        // On a full disk SQLite rolls everything back by itself; what came next would have been committed at once.
        if (!this.connection.inTransaction) throw errorWasSwallowed();
        this.statements.commit.run();
        // What nobody will find again must not be confirmed.
        this.findLoss();
        this.loss.signal.throwIfAborted();
        return result;
      } catch (error) {
        throw withoutValues(error);
      } finally {
        // Also after a commit that failed: SQLite leaves the transaction open where it could be tried again.
        if (this.connection.inTransaction) this.statements.rollback.run();
      }
    });
  }

  close(): Promise<void> {
    return this.mutex.run(() => {
      if (this.closed) return;
      this.closed = true;
      clearInterval(this.watching);
      this.connection.close();
      this.opened.hold.release();
    });
  }

  private findLoss(): void {
    if (this.closed || this.loss.signal.aborted) return;
    const loss = this.files.loss();
    if (loss === null) return;
    const { file, how } = loss;
    const error = new StoreError(
      'file_lost',
      `${file} was ${how} while the bot ran, so what it writes is lost. Nothing is confirmed to Telegram any more, and the bot ends. ${this.rescue()}`,
    );
    this.opened.tell({ kind: 'file_lost', error });
    this.loss.abort(error);
  }

  /** Saves what the database holds, which only this process still has open. Says where, and what to do. */
  private rescue(): string {
    const { place, connection } = this.opened;
    const copy = `${place}.rescued-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
    try {
      makePrivateFile(copy);
      connection.prepare('VACUUM INTO ?').run(copy);
      return `All of it was saved as ${copy}. To go on with that: rm -f ${place}-wal ${place}-shm && mv ${copy} ${place}, then start the bot.`;
    } catch (error) {
      rmSync(copy, { force: true });
      return `It could not be saved (${messageOf(error)}). Put the file back without its -wal and -shm, or restore a backup (sosekni-bot restore), then start the bot.`;
    }
  }
}

/** How often it is looked whether the file is still there, in milliseconds; each commit looks too. */
const lookEvery = 1_000;

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(connection: BetterSqlite.Database) {
  return {
    begin: connection.prepare('BEGIN IMMEDIATE'),
    commit: connection.prepare('COMMIT'),
    rollback: connection.prepare('ROLLBACK'),
  };
}

function connect(file: string, tell: (news: StoreEvent) => void): BetterSqlite.Database {
  const connection = new BetterSqlite(file, { timeout: 5_000 });
  try {
    connection.pragma('journal_mode = WAL');
    // better-sqlite3 is built to open a WAL database with NORMAL, which may lose the last commits in a power cut.
    connection.pragma('synchronous = FULL');
    const journal = connection.pragma('journal_mode', { simple: true });
    const synchronous = connection.pragma('synchronous', { simple: true });
    if (journal !== 'wal' || synchronous !== 2) {
      throw new StoreError(
        'unwritable',
        `${file}: SQLite can't keep its promises here (journal_mode ${String(journal)}, synchronous ${String(synchronous)}). Put the database on a local disk.`,
      );
    }
    // After a burst the log shrinks to this again.
    connection.pragma('journal_size_limit = 67108864');
    migrateSqlite(connection, undefined, tell);
    // Waiting for another program that writes blocks the whole process, one transaction after the other: signals, polls and
    // sends too. So it is short from now on; whoever needs the database tries again.
    connection.pragma(`busy_timeout = ${longestBlock}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** In milliseconds. */
const longestBlock = 100;

/** The connection as the queries see it. */
export function asDatabase(connection: BetterSqlite.Database): Database {
  // The boundary: better-sqlite3 answers at once, in promises all the same, so its database does for the asynchronous one.
  return { db: drizzle(connection) as unknown as Database['db'], schema };
}

/** The file's real path (a link must not lead two daemons to one file), in a folder that exists. */
export function writablePlace(file: string): string {
  makeFolder(path.dirname(file), 0o700);
  const folder = realpathSync(path.dirname(file));
  accessSync(folder, constants.W_OK);
  if (!existsSync(file)) return path.join(folder, path.basename(file));
  // SQLite would open what it can't write for reading, and fail at the first request.
  accessSync(file, constants.W_OK);
  return realpathSync(file);
}

/** An error of SQLite or of the file system as one that tells a person what to do; others as they are. */
export function explain(file: string, error: unknown): unknown {
  const code = codeOf(error);
  const said = messageOf(error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    const advice = 'Move it away or restore a backup, or point DATABASE_URL to another file.';
    return new StoreError('not_a_database', `${file} is not an SQLite database, or is damaged (${said}). ${advice}`, {
      cause: error,
    });
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new StoreError('held', `${file} is in use by another program (${said}). Close that one and start again.`, {
      cause: error,
    });
  }
  if (mayPass.test(code) || (/^SQLITE_CANTOPEN/.test(code) && isFull(file))) {
    const advice = 'See that the disk has room and inodes left, and that not too many files are open.';
    return new StoreError('exhausted', `${file} can't be opened now (${said}). ${advice}`, { cause: error });
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code) || /^E[A-Z]+$/.test(code)) {
    const advice = 'Let this user write to the file and its folder, or set DATABASE_URL.';
    return new StoreError('unwritable', `${file} can't be opened for writing (${said}). ${advice}`, { cause: error });
  }
  return error;
}

/** Full disks and quotas, too many open files, no memory, trouble of the disk: it may pass without anybody's change. */
const mayPass = /^(SQLITE_(FULL|IOERR|NOMEM).*|ENOSPC|EDQUOT|EMFILE|ENFILE|EIO|ENOMEM|EAGAIN|ETIMEDOUT)$/;

/** SQLite says no more than that it can't make a file: whether anybody could, at the moment. */
function isFull(file: string): boolean {
  const probe = `${file}.room`;
  try {
    makePrivateFile(probe);
    return false;
  } catch (error) {
    return mayPass.test(codeOf(error));
  } finally {
    rmSync(probe, { force: true });
  }
}
