import BetterSqlite from 'better-sqlite3';
import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import type { Instant } from '../../lifecycle/ids';
import { codeOf } from '../errors';
import { describeHolder, parseHolder } from '../holder';
import { halfMoved } from '../half-moved';
import { inspection, refuseOlder, type Inspection } from '../inspect';
import type { HistoryReader } from '../history';
import { readHistory } from './history';
import type { Maintenance, ReadOnlyStore } from '../maintenance';
import { migrationsOf } from '../migrate';
import { appliedToSqlite } from './migrate';
import { giveToOwnerOfFolder } from '../owner';
import { buildQueries, type Queries } from '../queries';
import { asDatabase, explain, isHalfMoved, openSqlite } from './open';
import { openForReading, type ReadingConnection } from './reader';
import { isRewriteDue } from './scrub';

export class SqliteMaintenance implements Maintenance {
  constructor(private readonly file: string) {}

  inspect(): Promise<Inspection> {
    return this.guarded(() => {
      if (!existsSync(this.file)) return inspection([], null, migrationsOf('sqlite'));
      const reading = openForReading(this.file);
      try {
        return this.inspectionOf(reading);
      } finally {
        reading.close();
      }
    });
  }

  async migrate(now: Instant): Promise<void> {
    await openSqlite(this.file, () => null, now).close();
    for (const made of [this.file, `${this.file}.lock`]) giveToOwnerOfFolder(made);
  }

  async writeBeside<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    refuseOlder(await this.inspect());
    const connection = await this.guarded(() => new BetterSqlite(this.file, { fileMustExist: true, timeout: 10_000 }));
    try {
      connection.pragma('synchronous = FULL');
      connection.pragma('secure_delete = ON');
      connection.pragma('foreign_keys = ON');
      connection.exec('BEGIN IMMEDIATE');
      const result = await work(buildQueries(asDatabase(connection)));
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      throw explain(this.file, error);
    } finally {
      connection.close();
    }
  }

  openReader(): Promise<ReadOnlyStore> {
    return this.guarded(() => {
      const reading = this.openCurrent();
      return {
        queries: buildQueries(asDatabase(reading.connection)),
        close: () => Promise.resolve(reading.close()),
      };
    });
  }

  openHistory(): Promise<HistoryReader> {
    return this.guarded(() => {
      const reading = this.openCurrent();
      // All of it as it is at one moment: that of the first statement.
      reading.connection.exec('BEGIN');
      return readHistory(reading);
    });
  }

  private openCurrent(): ReadingConnection {
    if (!existsSync(this.file)) refuseOlder(inspection([], null, migrationsOf('sqlite')));
    const reading = openForReading(this.file);
    try {
      refuseOlder(this.inspectionOf(reading));
      return reading;
    } catch (error) {
      reading.close();
      throw error;
    }
  }

  private inspectionOf({ connection }: ReadingConnection): Inspection {
    const found = inspection(appliedToSqlite(connection), heldBy(realpathSync(this.file)), migrationsOf('sqlite'));
    if (found.applied < found.known) return found;
    if (isHalfMoved(connection)) throw halfMoved(this.file);
    return { ...found, rewriteDue: isRewriteDue(connection) };
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

/** The holder of `holdSqlite`'s lock, without taking the lock. Null also if this user may not look. */
function heldBy(place: string): string | null {
  if (!mayRead(`${place}.lock`)) return null;
  const lock = new BetterSqlite(`${place}.lock`, { readonly: true, timeout: 0 });
  try {
    lock.prepare('select 1 from sqlite_master').get();
    return null;
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
    return nameIn(`${place}.holder`);
  } finally {
    lock.close();
  }
}

/** The file may be missing: it is only for people. */
function nameIn(holderFile: string): string {
  const holder = mayRead(holderFile) ? parseHolder(readFileSync(holderFile, 'utf8')) : null;
  return holder === null ? 'another process' : describeHolder(holder);
}

function mayRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
