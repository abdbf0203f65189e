import type BetterSqlite from 'better-sqlite3';
import { existsSync, fsyncSync, openSync, closeSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import type { Instant } from '../../lifecycle/ids';
import { StoreError } from '../errors';
import { halfMoved, isSource, moveMark, notEmpty } from '../half-moved';
import { inspection, refuseOlder } from '../inspect';
import { migrationsOf, refuseNewer } from '../migrate';
import {
  batchSize,
  type MoveEnd,
  type MoveEnds,
  type MoveSource,
  type MoveTarget,
  type Row,
  type TargetWish,
} from '../move/ends';
import { movedTables, type MovedTable } from '../move/tables';
import { giveToOwnerOfFolder } from '../owner';
import type { HistoryReader } from '../history';
import { readHistory } from './history';
import { refuseSecondName } from './identity';
import { holdSqlite, type SqliteHold } from './lock';
import { appliedToSqlite } from './migrate';
import { connect, explain, isHalfMoved, writablePlace } from './open';
import { openForReading } from './reader';

/** A SQLite file as one end of a move. */
export class SqliteMoveEnds implements MoveEnds {
  constructor(private readonly file: string) {}

  openSource(now: Instant): Promise<MoveSource> {
    return this.guarded(() => {
      if (!existsSync(this.file)) refuseOlder(inspection([], null, migrationsOf('sqlite')));
      const place = realpathSync(this.file);
      return held(place, now, false, (hold) => {
        const { connection, close } = openForReading(place);
        try {
          refuseOlder(inspection(appliedToSqlite(connection), null, migrationsOf('sqlite')));
          if (isHalfMoved(connection)) throw halfMoved(place);
          // All is read as it is now.
          connection.exec('begin');
          return new SqliteSource(place, connection, () => {
            close();
            hold.release();
          });
        } catch (error) {
          close();
          throw error;
        }
      });
    });
  }

  openTarget({ now, source, startOver }: TargetWish): Promise<MoveTarget> {
    return this.guarded(() => {
      const folder = path.dirname(this.file);
      if (!existsSync(folder)) {
        throw new StoreError('unwritable', `The folder ${folder} does not exist. Create it, or name another file.`);
      }
      const place = writablePlace(this.file);
      if (place === source) throw isSource(place);
      refuseSecondName(place);
      return held(place, now, true, (hold) => {
        if (hasHalf(place)) {
          if (!startOver) throw halfMoved(place);
          // In its place: a new file would not be the one that is locked.
          for (const end of ['-wal', '-shm']) rmSync(`${place}${end}`, { force: true });
          truncateSync(place);
        }
        requireEmpty(place);
        const connection = connect(place, () => {});
        try {
          for (const made of [place, `${place}.lock`]) giveToOwnerOfFolder(made);
          connection.prepare(`insert or ignore into daemon_state (name, value) values (?, 'copying')`).run(moveMark);
          return new SqliteTarget(place, connection, () => {
            connection.close();
            hold.release();
          });
        } catch (error) {
          connection.close();
          throw error;
        }
      });
    });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what `work` throws becomes a rejection
  private async guarded<T>(work: () => T): Promise<T> {
    try {
      return work();
    } catch (error) {
      throw explain(this.file, error);
    }
  }
}

/** Calls `work` with the lock of the file, which stays, unless `work` fails. */
function held<T>(place: string, now: Instant, make: boolean, work: (hold: SqliteHold) => T): T {
  const hold = holdSqlite(place, now, make);
  try {
    return work(hold);
  } catch (error) {
    hold.release();
    throw error;
  }
}

class SqliteEnd implements MoveEnd {
  constructor(
    readonly name: string,
    protected readonly connection: BetterSqlite.Database,
    private readonly release: () => void,
  ) {}

  count({ name, which }: MovedTable): Promise<number> {
    const count = this.connection
      .prepare<[], number>(`select count(*) from ${quoted(name)} where ${which}`)
      .pluck()
      .get();
    return Promise.resolve(count ?? 0);
  }

  async *batches({ name, columns, key, which }: MovedTable): AsyncGenerator<readonly Row[], void, undefined> {
    const list = (of: MovedTable['columns']) => of.map((column) => quoted(column.name)).join(', ');
    const all = this.connection
      .prepare<[], Row>(`select ${list(columns)} from ${quoted(name)} where ${which} order by ${list(key)}`)
      .raw();
    let batch: Row[] = [];
    for (const row of all.iterate()) {
      batch.push(row);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
      // SQLite blocks the process; a signal has to be heard.
      await others();
    }
    if (batch.length > 0) yield batch;
  }

  lastNumber({ name }: MovedTable): Promise<number> {
    const last = this.connection
      .prepare<[string], number>('select seq from sqlite_sequence where name = ?')
      .pluck()
      .get(name);
    return Promise.resolve(last ?? 0);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws becomes a rejection
  async close(): Promise<void> {
    this.release();
  }
}

class SqliteSource extends SqliteEnd implements MoveSource {
  get identity(): string {
    return this.name;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws becomes a rejection
  async askedMeanwhile(): Promise<boolean> {
    const last = this.connection.prepare<[], number | null>('select max(id) from erasures').pluck();
    const before = last.get();
    this.connection.exec('commit');
    return last.get() !== before;
  }
}

class SqliteTarget extends SqliteEnd implements MoveTarget {
  private readonly tables = movedTables();
  private readonly insertions = new Map<string, BetterSqlite.Statement<[Row]>>();
  /** What `begin` has dropped, as SQLite tells it. */
  private dropped: readonly Dropped[] = [];

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws becomes a rejection
  async begin(): Promise<void> {
    // Written to the disk at the end, all at once. What a power cut would leave before has the mark, or is damaged.
    this.connection.pragma('synchronous = OFF');
    this.connection.pragma('cache_size = -65536');
    this.connection.transaction(() => {
      this.dropped = this.connection
        .prepare<[], Dropped>(
          `select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null order by rowid`,
        )
        .all();
      for (const { type, name } of this.dropped) this.connection.exec(`drop ${type} ${quoted(name)}`);
      // Migrations and daemons leave some rows.
      for (const { name, which } of this.tables) this.connection.exec(`delete from ${quoted(name)} where ${which}`);
    })();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the same
  async add(table: MovedTable, rows: readonly Row[]): Promise<void> {
    const statement = this.insertionInto(table);
    this.connection.transaction(() => {
      for (const row of rows) statement.run(row);
    })();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the same
  async setLastNumber({ name }: MovedTable, last: number): Promise<void> {
    this.connection.prepare('delete from sqlite_sequence where name = ?').run(name);
    if (last > 0) this.connection.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(name, last);
  }

  async finish(tell: (step: string) => void): Promise<void> {
    for (const { type, name, sql } of this.dropped) {
      tell(`making ${type} ${name}`);
      this.connection.exec(sql);
      await others();
    }
    const next = this.connection
      .prepare<[number, number], number>(
        'select max(id) from (select id from requests where id > ? order by id limit ?)',
      )
      .pluck();
    const words = this.connection.prepare(
      `insert into request_words (rowid, words) select request_id, words from request_words_source
       where request_id > ? and request_id <= ? order by request_id`,
    );
    for (let done = 0; ;) {
      const last = next.get(done, 10 * batchSize);
      if (last == null) break;
      tell(`making what /find looks through, up to request ${last}`);
      words.run(done, last);
      done = last;
      await others();
    }
    tell('writing it to the disk');
    this.connection.pragma('synchronous = FULL');
    this.connection.pragma('wal_checkpoint(TRUNCATE)');
    flush(this.name);
    await others();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the same
  async openHistory(): Promise<HistoryReader> {
    return readHistory(openForReading(this.name));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the same
  async complete(): Promise<void> {
    this.connection.prepare('delete from daemon_state where name = ?').run(moveMark);
  }

  private insertionInto({ name, columns }: MovedTable): BetterSqlite.Statement<[Row]> {
    const known = this.insertions.get(name);
    if (known !== undefined) return known;
    const names = columns.map((column) => quoted(column.name)).join(', ');
    const statement = this.connection.prepare<[Row]>(
      `insert into ${quoted(name)} (${names}) values (${columns.map(() => '?').join(', ')})`,
    );
    this.insertions.set(name, statement);
    return statement;
  }
}

interface Dropped {
  readonly type: 'index' | 'trigger';
  readonly name: string;
  readonly sql: string;
}

const quoted = (name: string): string => `"${name}"`;

function flush(file: string): void {
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const isThere = (place: string): boolean => (statSync(place, { throwIfNoEntry: false })?.size ?? 0) > 0;

function hasHalf(place: string): boolean {
  if (!isThere(place)) return false;
  const { connection, close } = openForReading(place);
  try {
    const applied = appliedToSqlite(connection);
    refuseNewer(applied, migrationsOf('sqlite'));
    return applied.length > 0 && isHalfMoved(connection);
  } finally {
    close();
  }
}

/** What a migration leaves in an empty database, and a daemon that has only looked at it. */
const neverEmpty: readonly string[] = ['daemon_state', 'request_counts', '__drizzle_migrations'];

function requireEmpty(place: string): void {
  if (!isThere(place)) return;
  const { connection, close } = openForReading(place);
  try {
    const isMigrated = appliedToSqlite(connection).length > 0;
    const tables = connection
      .prepare<[], string>(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite#_%' escape '#'
           and name not like 'request#_words%' escape '#'`,
      )
      .pluck()
      .all();
    for (const table of tables) {
      if (!isMigrated) throw notEmpty(place, `has a table ${table} of another program`);
      if (neverEmpty.includes(table)) continue;
      if (connection.prepare(`select 1 from ${quoted(table)} limit 1`).get() !== undefined)
        throw notEmpty(place, `is not empty: there are rows in ${table}`);
    }
  } finally {
    close();
  }
}
