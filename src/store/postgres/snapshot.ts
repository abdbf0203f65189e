import type { Client } from 'pg';
import { firstDigest } from '../chain';
import { codeOf, isUnavailable, messageOf, StoreError } from '../errors';
import { halfMoved } from '../half-moved';
import { holdTheLock } from './leader';
import { migrationsOf, refuseNewer } from '../migrate';
import { appliedToPostgres } from './migrate';
import { isHalfMoved } from './open';
import { connectionOf, requireProgram, runProgram, type ProgramConnection } from './programs';
import { serverOf } from './server-name';
import { connect, unreachable } from './session';
import {
  isStamp,
  restoredJustNow,
  type SnapshotContents,
  type Environment,
  type Restored,
  type Snapshots,
} from '../snapshot';

/** Copies of a PostgreSQL database. A copy is a file in pg_dump's custom format, uncompressed. */
export class PostgresSnapshots implements Snapshots {
  constructor(
    private readonly url: string,
    private readonly environment: Environment,
  ) {}

  requirePrograms(): Promise<void> {
    return this.inSession(this.url, async (session) => void (await this.programsFor(session)));
  }

  async take(file: string, signal: AbortSignal): Promise<SnapshotContents> {
    return this.inSession(this.url, async (session) => {
      if ((await appliedToPostgres(session)).length > 0 && (await isHalfMoved(session)))
        throw halfMoved(serverOf(session));
      const connection = await this.programsFor(session);
      // The counts and the dump use the same snapshot of the database.
      await session.query('begin isolation level repeatable read read only');
      const exported = await session.query<{ id: string }>('select pg_export_snapshot() as id');
      const contents = await contentsOf(session);
      const snapshot = exported.rows[0]?.id ?? '';
      const args = ['--format=custom', '--compress=0', `--snapshot=${snapshot}`, `--file=${file}`];
      await runProgram('pg_dump', [...args, '--lock-wait-timeout=60s'], connection.environment, signal);
      await session.query('commit');
      await runProgram('pg_restore', ['--list', file], connection.environment, signal);
      return contents;
    });
  }

  /** The connection for pg_dump and pg_restore, after checking that they exist. */
  private async programsFor(session: Client): Promise<ProgramConnection> {
    const connection = await connectionOf(session, this.url, this.environment, nameOf(session));
    await requireProgram('pg_dump', connection);
    await requireProgram('pg_restore', connection);
    return connection;
  }

  async keepDaemonsOut(): Promise<() => Promise<void>> {
    const session = await connectIfThere(this.url);
    // Without a database there is no daemon either.
    if (session === null) return () => Promise.resolve();
    try {
      const letGo = await holdTheLock(session);
      this.guard = session;
      return async () => {
        if (this.guard === null) return;
        this.guard = null;
        await letGo();
        await session.end();
      };
    } catch (error) {
      await session.end();
      throw error;
    }
  }

  /** The session that keeps daemons out. It has to end before its database can be renamed. */
  private guard: Client | null = null;

  async removeLeftovers(before: string): Promise<void> {
    const begin = derived(databaseIn(this.url), 'restoring', '');
    await this.inMaintenance(async (session) => {
      const { rows } = await session.query<{ name: string }>(
        `select datname as name from pg_database where starts_with(datname, $1) and pg_has_role(datdba, 'member')
         and not exists (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)`,
        [begin],
      );
      for (const { name } of rows) {
        const stamp = name.slice(begin.length);
        if (isStamp(stamp) && stamp < before.toLowerCase()) await dropDatabase(session, name);
      }
    });
  }

  async restore(file: string, stamp: string, signal: AbortSignal): Promise<Restored> {
    const target = databaseIn(this.url);
    const beside = derived(target, 'restoring', stamp);
    await this.inMaintenance((session) => createDatabase(session, beside, target));
    const discard = () => this.inMaintenance((session) => dropDatabase(session, beside));
    try {
      const contents = await this.inSession(this.urlOf(beside), async (session) => {
        const connection = await connectionOf(session, this.url, this.environment, beside);
        await requireProgram('pg_restore', connection);
        const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction'];
        await runProgram('pg_restore', [...args, `--dbname=${beside}`, file], connection.environment, signal);
        refuseNewer(await appliedToPostgres(session), migrationsOf('postgres'));
        return contentsOf(session);
      });
      let replaced = false;
      return {
        contents,
        target: { dialect: 'postgres', url: this.urlOf(beside) },
        replace: async (at) => {
          const kept = await this.replaceBy(beside, target, derived(target, 'before', at));
          replaced = true;
          return kept;
        },
        discard: async () => {
          if (!replaced) await discard();
        },
      };
    } catch (error) {
      await discard();
      throw error;
    }
  }

  /** One transaction renames both. PostgreSQL refuses that while anybody is connected to the old one, so no daemon can be. */
  private async replaceBy(beside: string, target: string, kept: string): Promise<string | null> {
    return this.inMaintenance(async (session) => {
      const guard = this.guard;
      this.guard = null;
      await guard?.end();
      const there = await session.query('select 1 from pg_database where datname = $1', [target]);
      const old = there.rows.length > 0;
      try {
        await session.query('begin');
        if (old) await session.query(`alter database ${quoted(target)} rename to ${quoted(kept)}`);
        await session.query(`alter database ${quoted(beside)} rename to ${quoted(target)}`);
        await session.query('commit');
      } catch (error) {
        await session.query('rollback');
        if (codeOf(error) === duplicateDatabase) throw restoredJustNow(kept);
        if (codeOf(error) !== objectInUse) throw error;
        throw new StoreError(
          'held',
          `Other clients are connected to ${target}, so nothing was replaced. End their connections (pg_stat_activity lists them) and try again.`,
          { cause: error },
        );
      }
      return old ? kept : null;
    });
  }

  private urlOf(database: string): string {
    const url = new URL(this.url);
    url.pathname = `/${encodeURIComponent(database)}`;
    return url.href;
  }

  /** Connects to the database that every server has for maintenance. */
  private inMaintenance<T>(work: (session: Client) => Promise<T>): Promise<T> {
    return this.inSession(this.urlOf('postgres'), work);
  }

  private async inSession<T>(url: string, work: (session: Client) => Promise<T>): Promise<T> {
    const session = await connect(url, 'copy');
    try {
      return await work(session);
    } catch (error) {
      // The error already says what to do.
      throw !(error instanceof StoreError) && isUnavailable(error) ? unreachable(session, error) : error;
    } finally {
      await session.end();
    }
  }
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const duplicateDatabase = '42P04';
const objectInUse = '55006';
const insufficientPrivilege = '42501';

async function dropDatabase(session: Client, name: string): Promise<void> {
  await session.query(`drop database if exists ${quoted(name)}`);
}

/** With the encoding and collation of the database it replaces, so that texts sort as before. */
async function createDatabase(session: Client, name: string, like: string): Promise<void> {
  const { rows } = await session.query<{ encoding: string; collate: string; ctype: string }>(
    `select pg_encoding_to_char(encoding) as encoding, datcollate as collate, datctype as ctype
     from pg_database where datname = $1`,
    [like],
  );
  const [model] = rows;
  const options = model
    ? `encoding ${text(model.encoding)} lc_collate ${text(model.collate)} lc_ctype ${text(model.ctype)}`
    : `encoding 'UTF8'`;
  try {
    await session.query(`create database ${quoted(name)} template template0 ${options}`);
  } catch (error) {
    if (codeOf(error) === duplicateDatabase) throw restoredJustNow(name);
    if (codeOf(error) !== insufficientPrivilege) throw error;
    const user = session.user ?? '';
    throw new StoreError(
      'refused',
      `A backup is restored into a new database beside the old one, but the user ${user} may not create databases (${messageOf(error)}). As a superuser, run: ALTER ROLE ${quoted(user)} CREATEDB; and afterwards: ALTER ROLE ${quoted(user)} NOCREATEDB;`,
      { cause: error },
    );
  }
}

async function contentsOf(session: Client): Promise<SnapshotContents> {
  const tables = await session.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2`,
  );
  const rows: Record<string, number> = {};
  for (const { schema, name } of tables.rows) {
    const counted = await session.query<{ count: string }>(
      `select count(*) as count from ${quoted(schema)}.${quoted(name)}`,
    );
    rows[`${schema}.${name}`] = Number(counted.rows[0]?.count);
  }
  const applied = await appliedToPostgres(session);
  const history = await historyOf(session);
  return { schemaVersion: applied.length === 0 ? null : Math.max(...applied), rows, history };
}

async function historyOf(session: Client): Promise<SnapshotContents['history']> {
  const chained = await session.query(
    `select 1 from pg_attribute where attrelid = to_regclass('request_events') and attname = 'digest' and not attisdropped`,
  );
  if (chained.rows.length === 0) return null;
  const { rows } = await session.query<{ events: string; digest: string | null }>(
    `select count(*) as events, (select digest from request_events order by id desc limit 1) as digest from request_events`,
  );
  return { events: Number(rows[0]?.events ?? 0), digest: rows[0]?.digest ?? firstDigest };
}

/** Null if the server has no database with that name. */
async function connectIfThere(url: string): Promise<Client | null> {
  try {
    return await connect(url, 'copy');
  } catch (error) {
    if (error instanceof StoreError && codeOf(error.cause) === '3D000') return null;
    throw error;
  }
}

/** The name in the address; by default the user's name, as in PostgreSQL. */
function databaseIn(url: string): string {
  const { pathname, username, searchParams } = new URL(url);
  return decodeURIComponent(pathname.slice(1)) || (searchParams.get('user') ?? decodeURIComponent(username));
}

function nameOf(session: Client): string {
  if (session.database === undefined) throw new Error(`${serverOf(session)} names no database`);
  return session.database;
}

/** A name that shows its origin, within PostgreSQL's limit of 63 bytes. */
const derived = (name: string, why: string, stamp: string): string =>
  `${Buffer.from(name).subarray(0, 30).toString()}_${why}_${stamp}`.replaceAll('\ufffd', '').toLowerCase();

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
