import BetterSqlite from 'better-sqlite3';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../lifecycle/ids';
import { codeOf, messageOf, StoreError } from '../errors';
import { halfMoved } from '../half-moved';
import { migrationsOf, refuseNewer } from '../migrate';
import { firstDigest } from '../chain';
import { appliedToSqlite } from './migrate';
import { giveToOwnerOfFolder, makeFolder } from '../owner';
import { isStamp, restoredJustNow, type SnapshotContents, type Restored, type Snapshots } from '../snapshot';
import { refuseNoFile } from './identity';
import { holdSqlite } from './lock';
import { isHalfMoved } from './open';

/** Copies of a SQLite file. A copy is a SQLite file too. */
export class SqliteSnapshots implements Snapshots {
  private readonly path: string;

  constructor(file: string) {
    // Replaces the file that a link points to, not the link.
    this.path = existsSync(file) ? realpathSync(file) : file;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to be a rejection
  async take(file: string): Promise<SnapshotContents> {
    if (!existsSync(this.path)) {
      throw new StoreError('unwritable', `There is no database at ${this.path} yet. Check DATABASE_URL.`);
    }
    refuseNoFile(this.path);
    try {
      const source = new BetterSqlite(this.path, { readonly: true, fileMustExist: true, timeout: 5_000 });
      try {
        if (appliedToSqlite(source).length > 0 && isHalfMoved(source)) throw halfMoved(this.path);
        // Only rows are copied, so nothing comes with them that was deleted before. It reads one state of the database while others
        // write. This process is blocked meanwhile, so it must not be the daemon's.
        source.prepare('VACUUM INTO ?').run(file);
      } finally {
        source.close();
      }
      return inspect(file).contents;
    } catch (error) {
      throw explain(`The copy of ${this.path}`, error);
    }
  }

  requirePrograms(): Promise<void> {
    return Promise.resolve();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the same
  async keepDaemonsOut(now: Instant): Promise<() => Promise<void>> {
    try {
      refuseNoFile(this.path);
      // On a new machine there may be nothing yet.
      makeFolder(path.dirname(this.path), 0o700);
      const isNew = !existsSync(`${this.path}.lock`);
      const hold = holdSqlite(this.path, now, false);
      if (isNew) giveToOwnerOfFolder(`${this.path}.lock`);
      return () => {
        hold.release();
        return Promise.resolve();
      };
    } catch (error) {
      throw explain(this.path, error);
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the same
  async removeLeftovers(before: string): Promise<void> {
    const folder = path.dirname(this.path);
    const begin = path.basename(this.besideAt(''));
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const stamp = name.startsWith(begin) ? name.slice(begin.length) : null;
      if (stamp !== null && isStamp(stamp) && stamp < before) removeWithLog(path.join(folder, name));
    }
  }

  private besideAt(stamp: string): string {
    return `${this.path}.restoring-${stamp}`;
  }

  async restore(file: string, stamp: string): Promise<Restored> {
    const beside = this.besideAt(stamp);
    const discard = () => Promise.resolve(removeWithLog(beside));
    try {
      copyFileSync(file, beside);
      const { applied, contents } = inspect(beside);
      refuseNewer(applied, migrationsOf('sqlite'));
      const target = { dialect: 'sqlite', path: beside } as const;
      // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to be a rejection
      return { contents, target, discard, replace: async (at) => this.replaceBy(beside, at) };
    } catch (error) {
      await discard();
      throw explain(beside, error);
    }
  }

  /** At every instant there is a complete database at this path: first the old one, then the new one. */
  private replaceBy(beside: string, stamp: string): string | null {
    const place = this.path;
    const kept = `${place}.before-${stamp}`;
    if (existsSync(kept)) throw restoredJustNow(kept);
    try {
      chmodSync(beside, existsSync(place) ? statSync(place).mode & 0o777 : 0o600);
      giveToOwnerOfFolder(beside);
      flush(beside);
      const old = existsSync(place);
      if (old) {
        foldLogInto(place);
        linkSync(place, kept);
      }
      // A leftover WAL belongs to the old file and must not be applied to the new one. It only exists if that file is too damaged
      // for a checkpoint.
      for (const suffix of ['-wal', '-shm']) {
        if (existsSync(`${place}${suffix}`)) renameSync(`${place}${suffix}`, `${kept}${suffix}`);
      }
      renameSync(beside, place);
      removeWithLog(beside);
      flush(path.dirname(place));
      return old ? kept : null;
    } catch (error) {
      throw explain(place, error);
    }
  }
}

/** With what was beside it while it was open. */
function removeWithLog(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '.lock', '.holder'])
    rmSync(`${file}${suffix}`, { force: true });
}

/** Checks every page and row of a copy. Throws if it is damaged. */
function inspect(file: string): { readonly applied: readonly number[]; readonly contents: SnapshotContents } {
  // The copy's header says WAL mode; as nobody else has it open, it needs no WAL beside it.
  const copy = new BetterSqlite(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    const found = copy.pragma('integrity_check(3)', { simple: true });
    if (found !== 'ok') throw new StoreError('not_a_database', `The copy is damaged: ${String(found)}.`);
    const broken = copy.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new StoreError('not_a_database', `In the copy, ${broken.length} rows refer to rows that do not exist.`);
    }
    const applied = appliedToSqlite(copy);
    const schemaVersion = applied.length === 0 ? null : Math.max(...applied);
    return { applied, contents: { schemaVersion, rows: countRows(copy), history: historyOf(copy) } };
  } finally {
    copy.close();
  }
}

function historyOf(copy: BetterSqlite.Database): SnapshotContents['history'] {
  const chained = copy.prepare(`select 1 from pragma_table_info('request_events') where name = 'digest'`).get();
  if (chained === undefined) return null;
  const newest = copy
    .prepare<[], { digest: string }>('select digest from request_events order by id desc limit 1')
    .get();
  const counted = copy.prepare<[], { events: number }>('select count(*) as events from request_events').get();
  return { events: counted?.events ?? 0, digest: newest?.digest ?? firstDigest };
}

function countRows(copy: BetterSqlite.Database): Record<string, number> {
  // Litestream keeps its position in two tables of its own, which change independently.
  const tables = copy
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
       and name not like '\\_litestream\\_%' escape '\\' order by name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      const counted = copy.prepare<[], { count: number }>(`select count(*) as count from ${quoted}`).get();
      return [name, counted?.count ?? 0];
    }),
  );
}

/** Moves the WAL into the file, so that the file alone is complete. */
function foldLogInto(file: string): void {
  try {
    const connection = new BetterSqlite(file, { timeout: 1_000 });
    try {
      connection.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      connection.close();
    }
  } catch (error) {
    // A damaged one is kept as it is, with its WAL.
    if (!/^SQLITE_(NOTADB|CORRUPT|IOERR|CANTOPEN|BUSY)/.test(codeOf(error))) throw error;
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function explain(what: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof StoreError || code === '') return error;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new StoreError('not_a_database', `${what} is not a complete SQLite database (${messageOf(error)}).`, {
      cause: error,
    });
  }
  if (/^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM|BUSY)/.test(code) || /^E[A-Z]+$/.test(code)) {
    return new StoreError(
      'unwritable',
      `${what} can't be written (${messageOf(error)}). Check that the disk is not full and that this user may read the database and write there.`,
      { cause: error },
    );
  }
  return error;
}
