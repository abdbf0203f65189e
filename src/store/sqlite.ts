import BetterSqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../lifecycle/ids';
import type { Database } from './database';
import type { Engine } from './engine';
import { codeOf, errorWasSwallowed, messageOf, StoreError, withoutValues } from './errors';
import { migrateSqlite } from './migrate';
import type { StoreNews } from './news';
import { Mutex } from './mutex';
import { makeFolder } from './owner';
import * as schema from './schema.sqlite';
import { holdSqlite, type Hold } from './sqlite-lock';

/**
 * Opens the file, creating it and its folders as needed, as the only daemon on it. `now` is written beside it for a second
 * one to read. Throws `StoreError`: `not_a_database`, `unwritable`, `newer_schema`, `held`.
 */
export function openSqlite<Queries>(
  file: string,
  buildQueries: (database: Database) => Queries,
  now: Instant,
  tell: (news: StoreNews) => void = () => {},
): Engine<Queries> {
  let hold: Hold | undefined;
  try {
    const place = writablePlace(file);
    hold = holdSqlite(place, now);
    const connection = connect(place, tell);
    return new SqliteEngine(connection, buildQueries(asDatabase(connection)), hold);
  } catch (error) {
    hold?.release();
    throw explain(file, error);
  }
}

class SqliteEngine<Queries> implements Engine<Queries> {
  readonly dialect = 'sqlite';
  /** The file is held until the process ends: nobody else can have it meanwhile. */
  readonly lost = new AbortController().signal;
  readonly undisputed = true;
  readonly #mutex = new Mutex();
  readonly #statements: Statements;
  #closed = false;

  constructor(
    private readonly connection: BetterSqlite.Database,
    private readonly queries: Queries,
    private readonly hold: Hold,
  ) {
    this.#statements = prepareStatements(connection);
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#mutex.run(async () => {
      this.#statements.begin.run();
      try {
        const result = await work(this.queries);
        // On a full disk SQLite rolls everything back by itself; what came next would have been committed at once.
        if (!this.connection.inTransaction) throw errorWasSwallowed();
        this.#statements.commit.run();
        return result;
      } catch (error) {
        throw withoutValues(error);
      } finally {
        // Also after a commit that failed: SQLite leaves the transaction open where it could be tried again.
        if (this.connection.inTransaction) this.#statements.rollback.run();
      }
    });
  }

  close(): Promise<void> {
    return this.#mutex.run(() => {
      if (this.#closed) return;
      this.#closed = true;
      this.connection.close();
      this.hold.release();
    });
  }
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(connection: BetterSqlite.Database) {
  return {
    begin: connection.prepare('BEGIN IMMEDIATE'),
    commit: connection.prepare('COMMIT'),
    rollback: connection.prepare('ROLLBACK'),
  };
}

function connect(file: string, tell: (news: StoreNews) => void): BetterSqlite.Database {
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
  makeFolder(path.dirname(file));
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
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR)/.test(code) || /^E[A-Z]+$/.test(code)) {
    const advice =
      'Let this user write to the file and its folder, see that the disk is not full, or set DATABASE_URL.';
    return new StoreError('unwritable', `${file} can't be opened for writing (${said}). ${advice}`, { cause: error });
  }
  return error;
}
