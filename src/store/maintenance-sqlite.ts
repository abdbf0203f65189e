import BetterSqlite from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import type { Instant } from '../lifecycle/ids';
import { codeOf } from './errors';
import { describeHolder, parseHolder } from './holder';
import { inspection, refuseOlder, type Inspection } from './inspect';
import type { Maintenance, Reader } from './maintenance';
import { appliedToSqlite, migrationsOf } from './migrate';
import { giveToOwnerOfFolder } from './owner';
import { buildQueries } from './queries';
import { asDatabase, explain, openSqlite, writablePlace } from './sqlite';

export class SqliteMaintenance implements Maintenance {
  constructor(private readonly file: string) {}

  inspect(): Promise<Inspection> {
    return this.#guarded(() => {
      if (!existsSync(this.file)) return inspection([], null, migrationsOf('sqlite'));
      const connection = this.#openForReading();
      try {
        return inspection(appliedToSqlite(connection), heldBy(writablePlace(this.file)), migrationsOf('sqlite'));
      } finally {
        connection.close();
      }
    });
  }

  async migrate(now: Instant): Promise<void> {
    await openSqlite(this.file, () => null, now).close();
    for (const made of [this.file, `${this.file}.lock`]) giveToOwnerOfFolder(made);
  }

  async openReader(): Promise<Reader> {
    refuseOlder(await this.inspect());
    return this.#guarded(() => {
      const connection = this.#openForReading();
      return {
        queries: buildQueries(asDatabase(connection)),
        close: () => {
          connection.close();
          return Promise.resolve();
        },
      };
    });
  }

  #openForReading(): BetterSqlite.Database {
    return new BetterSqlite(this.file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what `work` throws becomes a rejection
  async #guarded<T>(work: () => T): Promise<T> {
    try {
      return work();
    } catch (error) {
      throw explain(this.file, error);
    }
  }
}

/** Who has the lock of `holdSqlite`, asked without taking it. */
function heldBy(place: string): string | null {
  if (!existsSync(`${place}.lock`)) return null;
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
  const holder = existsSync(holderFile) ? parseHolder(readFileSync(holderFile, 'utf8')) : null;
  return holder === null ? 'another process' : describeHolder(holder);
}
