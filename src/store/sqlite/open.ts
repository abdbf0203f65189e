import BetterSqlite from 'better-sqlite3';
import { BaseSQLiteDatabase, SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { accessSync, constants, existsSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../lifecycle/ids';
import type { Database } from '../database';
import type { Engine, Scrubbed } from '../engine';
import { codeOf, errorWasSwallowed, messageOf, StoreError, withoutValues } from '../errors';
import { halfMoved, moveMark } from '../half-moved';
import { migrateSqlite } from './migrate';
import type { StoreEvent } from '../store-event';
import { Mutex } from '../mutex';
import { makeFolder } from '../owner';
import { addFunctions } from './functions';
import * as schema from './schema';
import { refuseNoFile, refuseSecondName, SqliteFiles } from './identity';
import { SqliteReads } from './reads';
import { holdSqlite, makePrivateFile, type SqliteHold } from './lock';
import { rewriteInProcess } from './rewrite';
import { markRewritten, mostAtOnce, rewriteIfSmall, scrub } from './scrub';
import { SqliteSession } from './session';

/**
 * Opens the file as its only daemon, creating it and its folders as needed. `now` is recorded for a second daemon to read.
 * Closing the engine releases the lock; an opening that fails releases it only if it took it itself (`held` is null). `atOnce`: a
 * file of more bytes is not written anew while people wait. Throws `StoreError`: `not_a_database`, `unwritable`, `exhausted`, `second_name`, `newer_schema`, `held`.
 */
export function openSqlite<Queries>(
  file: string,
  buildQueries: (database: Database) => Queries,
  now: Instant,
  tell: (news: StoreEvent) => void = () => {},
  held: SqliteHold | null = null,
  atOnce = mostAtOnce,
): Engine<Queries> {
  const hold = held ?? holdFile(file, now);
  try {
    const place = writablePlace(file);
    if (hold.onlyByName !== null) tell({ kind: 'locked_by_name_only', why: hold.onlyByName });
    const connection = connect(place, tell, atOnce);
    if (isHalfMoved(connection)) {
      connection.close();
      throw halfMoved(place);
    }
    const build = (of: BetterSqlite.Database) => buildQueries(asDatabase(of));
    return new SqliteEngine({ connection, queries: build(connection), hold, place, tell, atOnce }, build);
  } catch (error) {
    if (held === null) hold.release();
    throw explain(file, error);
  }
}

/** Whether a move into it has begun and not ended. It has the newest schema. */
export function isHalfMoved(connection: BetterSqlite.Database): boolean {
  return connection.prepare('select 1 from daemon_state where name = ?').get(moveMark) !== undefined;
}

/** The lock of the one daemon on the file, which is created as needed. Throws as `openSqlite` does. */
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
  /** See `openSqlite`. */
  readonly atOnce: number;
}

class SqliteEngine<Queries> implements Engine<Queries> {
  readonly dialect = 'sqlite';
  readonly uncertainCommits = 0;
  private readonly loss = new AbortController();
  private readonly mutex = new Mutex();
  private readonly statements: Statements;
  private readonly files: SqliteFiles;
  private readonly watching: NodeJS.Timeout;
  private readonly reads: SqliteReads<Queries>;
  private closed = false;
  private onOthers: () => void = () => {};
  /** Changes whenever another connection commits. */
  private dataVersion: unknown;

  constructor(
    private readonly opened: Opened<Queries>,
    buildQueries: (connection: BetterSqlite.Database) => Queries,
  ) {
    this.reads = new SqliteReads(opened.place, buildQueries);
    this.statements = prepareStatements(opened.connection);
    this.files = new SqliteFiles(opened.place);
    this.dataVersion = this.connection.pragma('data_version', { simple: true });
    this.watching = setInterval(() => void this.mutex.run(() => this.look()), lookEvery).unref();
  }

  /** Nobody else can hold the file, but it can be deleted or replaced. */
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
        // On a full disk SQLite rolls back by itself; without this check, later statements would be committed at once.
        if (!this.connection.inTransaction) throw errorWasSwallowed();
        this.statements.commit.run();
        // What would be lost must not be confirmed.
        this.findLoss();
        this.loss.signal.throwIfAborted();
        return result;
      } catch (error) {
        throw withoutValues(error);
      } finally {
        // Also after a failed commit: SQLite leaves the transaction open for a retry.
        if (this.connection.inTransaction) this.statements.rollback.run();
      }
    });
  }

  async read<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    this.loss.signal.throwIfAborted();
    return this.reads.run(work);
  }

  async close(): Promise<void> {
    await this.reads.close();
    await this.mutex.run(() => {
      if (this.closed) return;
      this.closed = true;
      clearInterval(this.watching);
      this.connection.close();
      this.opened.hold.release();
    });
  }

  scrub(): Promise<Scrubbed> {
    return this.mutex.run(() => {
      this.loss.signal.throwIfAborted();
      return scrub(this.connection, this.opened.atOnce);
    });
  }

  rewrite(signal: AbortSignal): Promise<string | null> {
    return this.mutex.run(async () => {
      this.loss.signal.throwIfAborted();
      const failure = await rewriteInProcess(this.opened.place, signal);
      if (failure === null) markRewritten(this.connection);
      return failure;
    });
  }

  watchOthers(listener: () => void): void {
    this.onOthers = listener;
  }

  private look(): void {
    this.findLoss();
    if (this.closed || this.loss.signal.aborted) return;
    const version = this.connection.pragma('data_version', { simple: true });
    if (version === this.dataVersion) return;
    this.dataVersion = version;
    this.onOthers();
  }

  private findLoss(): void {
    if (this.closed || this.loss.signal.aborted) return;
    const loss = this.files.loss();
    if (loss === null) return;
    const { file, how } = loss;
    const error = new StoreError(
      'file_lost',
      `${file} was ${how} while the bot was running, so new data would be lost. The bot confirms nothing more to Telegram, and ends. ${this.rescue()}`,
    );
    this.opened.tell({ kind: 'file_lost', error });
    this.loss.abort(error);
  }

  /** Saves the content of the database, which only this process still has open. Returns where, and what to do next. */
  private rescue(): string {
    const { place, connection } = this.opened;
    const copy = `${place}.rescued-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
    try {
      makePrivateFile(copy);
      connection.prepare('VACUUM INTO ?').run(copy);
      return `Everything was saved as ${copy}. To continue with it: rm -f ${place}-wal ${place}-shm && mv ${copy} ${place}, then start the bot.`;
    } catch (error) {
      rmSync(copy, { force: true });
      return `The data could not be saved (${messageOf(error)}). Put the file back without its -wal and -shm, or restore a backup (sosekni-bot restore), then start the bot.`;
    }
  }
}

/** How often to check that the file is still there, in milliseconds; each commit checks too. */
const lookEvery = 1_000;

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(connection: BetterSqlite.Database) {
  return {
    begin: connection.prepare('BEGIN IMMEDIATE'),
    commit: connection.prepare('COMMIT'),
    rollback: connection.prepare('ROLLBACK'),
  };
}

/** Opens the file for writing and migrates it. The caller holds it. */
export function connect(file: string, tell: (news: StoreEvent) => void, atOnce = mostAtOnce): BetterSqlite.Database {
  const connection = new BetterSqlite(file, { timeout: 5_000 });
  try {
    connection.pragma('journal_mode = WAL');
    // better-sqlite3 opens WAL databases with NORMAL, which may lose the last commits in a power cut.
    connection.pragma('synchronous = FULL');
    const journal = connection.pragma('journal_mode', { simple: true });
    const synchronous = connection.pragma('synchronous', { simple: true });
    if (journal !== 'wal' || synchronous !== 2) {
      throw new StoreError(
        'unwritable',
        `${file}: SQLite can't keep its promises here (journal_mode ${String(journal)}, synchronous ${String(synchronous)}). Put the database on a local disk.`,
      );
    }
    // What is deleted is overwritten.
    connection.pragma('secure_delete = ON');
    // After a burst the WAL shrinks to this size again.
    connection.pragma('journal_size_limit = 67108864');
    migrateSqlite(connection, undefined, tell);
    rewriteIfSmall(connection, atOnce, tell);
    // Waiting for another program's write lock blocks the whole process, transaction by transaction: signals, polls and sends
    // too. So the wait is short from now on; callers retry.
    connection.pragma(`busy_timeout = ${longestBlock}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** In milliseconds. */
const longestBlock = 100;

/** The connection as the queries use it. */
export function asDatabase(connection: BetterSqlite.Database): Database {
  addFunctions(connection);
  const dialect = new SQLiteAsyncDialect();
  const db: Database['db'] = new BaseSQLiteDatabase(
    'async',
    dialect,
    new SqliteSession(connection, dialect),
    undefined,
  );
  return { dialect: 'sqlite', db, schema };
}

/** The file's real path, in a folder that exists. Links are resolved, so that they can't lead two daemons to one file. */
export function writablePlace(file: string): string {
  refuseNoFile(file);
  makeFolder(path.dirname(file), 0o700);
  const folder = realpathSync(path.dirname(file));
  accessSync(folder, constants.W_OK);
  if (!existsSync(file)) return path.join(folder, path.basename(file));
  // SQLite would open a read-only file and fail at the first request.
  accessSync(file, constants.W_OK);
  return realpathSync(file);
}

/** Turns an error of SQLite or of the file system into one that says what to do; returns others unchanged. */
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
    return new StoreError(
      'held',
      `${file} is in use by another program (${said}). Close that program and start again.`,
      {
        cause: error,
      },
    );
  }
  if (mayPass.test(code) || (/^SQLITE_CANTOPEN/.test(code) && isFull(file))) {
    const advice = 'Check that the disk has free space and inodes, and that not too many files are open.';
    return new StoreError('exhausted', `${file} can't be opened now (${said}). ${advice}`, { cause: error });
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code) || /^E[A-Z]+$/.test(code)) {
    const advice = 'Let this user write to the file and its folder, or set DATABASE_URL.';
    return new StoreError('unwritable', `${file} can't be opened for writing (${said}). ${advice}`, { cause: error });
  }
  return error;
}

/** Full disks and quotas, too many open files, no memory, disk errors: they may pass without anybody's help. */
const mayPass = /^(SQLITE_(FULL|IOERR|NOMEM).*|ENOSPC|EDQUOT|EMFILE|ENFILE|EIO|ENOMEM|EAGAIN|ETIMEDOUT)$/;

/** SQLite only says that it can't create a file; find out whether anybody could at the moment. */
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
