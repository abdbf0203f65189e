import type { Client, QueryResult } from 'pg';
import type { Instant } from '../../lifecycle/ids';
import { codeOf, isUnavailable, messageOf, StoreError, withoutValues } from '../errors';
import { halfMoved, isSource, moveMark, notEmpty } from '../half-moved';
import type { HistoryReader } from '../history';
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
  type Value,
} from '../move/ends';
import { movedTables, type ColumnKind, type MovedColumn, type MovedTable } from '../move/tables';
import { readHistory } from './history';
import { holdTheLock } from './leader';
import { appliedToPostgres } from './migrate';
import { isHalfMoved, migrate } from './open';
import { serverOf } from './server-name';
import { connect, cutOff, unreachable } from './session';

/** A PostgreSQL database as one end of a move. */
export class PostgresMoveEnds implements MoveEnds {
  constructor(private readonly url: string) {}

  async openSource(_now: Instant, signal: AbortSignal): Promise<MoveSource> {
    return open(this.url, signal, async (session) => {
      refuseOlder(inspection(await appliedToPostgres(session), null, migrationsOf('postgres')));
      await holdTheLock(session);
      if (await isHalfMoved(session)) throw halfMoved(serverOf(session));
      // All is read as it is now.
      await session.query('begin isolation level repeatable read read only');
      return new PostgresSource(session, await identityOf(session));
    });
  }

  async openTarget({ source, startOver, signal }: TargetWish): Promise<MoveTarget> {
    return open(this.url, signal, async (session) => {
      const name = serverOf(session);
      if ((await identityOf(session)) === source) throw isSource(name);
      await holdTheLock(session);
      await requireUnicode(session);
      const applied = await appliedToPostgres(session);
      refuseNewer(applied, migrationsOf('postgres'));
      if (applied.length > 0 && (await isHalfMoved(session))) {
        if (!startOver) throw halfMoved(name);
        await empty(session);
      }
      await requireEmpty(session, applied.length > 0);
      await migrate(this.url);
      await session.query(`insert into daemon_state (name, value) values ($1, 'copying') on conflict do nothing`, [
        moveMark,
      ]);
      return new PostgresTarget(session, this.url, signal);
    });
  }
}

/** Waits for no server once `signal` is aborted. */
async function open<End>(url: string, signal: AbortSignal, prepare: (session: Client) => Promise<End>): Promise<End> {
  const session = await connect(url, 'copy');
  const abort = () => cutOff(session);
  signal.addEventListener('abort', abort, { once: true });
  session.once('end', () => signal.removeEventListener('abort', abort));
  try {
    signal.throwIfAborted();
    return await prepare(session);
  } catch (error) {
    cutOff(session);
    throw explained(session, error);
  }
}

class PostgresEnd implements MoveEnd {
  readonly name: string;

  constructor(protected readonly session: Client) {
    this.name = serverOf(session);
  }

  async count({ name, which }: MovedTable): Promise<number> {
    const { rows } = await this.query<{ count: string }>(
      `select count(*) as count from ${quoted(name)} where ${which}`,
    );
    return Number(rows[0]?.count);
  }

  async *batches({ name, columns, key, which }: MovedTable): AsyncGenerator<readonly Row[], void, undefined> {
    const order = key.map((column) =>
      column.kind === 'text' ? `${quoted(column.name)} collate "C"` : quoted(column.name),
    );
    await this.query(
      `declare moved no scroll cursor for
       select ${columns.map(read).join(', ')} from ${quoted(name)} where ${which} order by ${order.join(', ')}`,
    );
    try {
      // The next batch is on its way while one is worked on.
      for (let next = this.fetch(); ;) {
        const fetched = await next;
        const isLast = fetched.length < batchSize;
        if (!isLast) next = this.fetch();
        // Whoever stops reading does not wait for it.
        next.catch(() => undefined);
        const rows = fetched.map((row) => row.map((text, index) => valueOf(text, columns[index])));
        if (rows.length > 0) yield rows;
        if (isLast) break;
      }
    } finally {
      await this.query('close moved').catch(() => undefined);
    }
  }

  /** What its sequence has given last. */
  async lastNumber({ name }: MovedTable): Promise<number> {
    const { rows } = await this.query<{ last: string }>(
      `select case when is_called then last_value else 0 end as last from ${await this.sequenceOf(name)}`,
    );
    return Number(rows[0]?.last);
  }

  async close(): Promise<void> {
    await this.session.end();
  }

  protected async sequenceOf(table: string): Promise<string> {
    const { rows } = await this.query<{ name: string }>(`select pg_get_serial_sequence($1, 'id') as name`, [
      quoted(table),
    ]);
    if (rows[0] === undefined) throw new Error(`table ${table} has no sequence`);
    return rows[0].name;
  }

  protected async query<T extends object>(text: string, values: unknown[] = []): Promise<QueryResult<T>> {
    try {
      return await this.session.query<T>(text, values);
    } catch (error) {
      throw explained(this.session, error);
    }
  }

  private async fetch(): Promise<readonly (readonly (string | null)[])[]> {
    try {
      const { rows } = await this.session.query<(string | null)[]>({
        text: `fetch ${batchSize} from moved`,
        rowMode: 'array',
        types: asText,
      });
      return rows;
    } catch (error) {
      throw explained(this.session, error);
    }
  }
}

class PostgresSource extends PostgresEnd implements MoveSource {
  constructor(
    session: Client,
    readonly identity: string,
  ) {
    super(session);
  }

  /** Rows that were written with a number don't move the sequence. */
  override async lastNumber(table: MovedTable): Promise<number> {
    const { rows } = await this.query<{ greatest: string }>(
      `select coalesce(max(id), 0) as greatest from ${quoted(table.name)}`,
    );
    return Math.max(await super.lastNumber(table), Number(rows[0]?.greatest));
  }

  async askedMeanwhile(): Promise<boolean> {
    const last = async () =>
      (await this.query<{ last: string | null }>('select max(id) as last from erasures')).rows[0];
    const before = await last();
    await this.query('commit');
    return (await last())?.last !== before?.last;
  }
}

class PostgresTarget extends PostgresEnd implements MoveTarget {
  private indexes: readonly Index[] = [];
  private readonly tables = movedTables();

  constructor(
    session: Client,
    private readonly url: string,
    private readonly signal: AbortSignal,
  ) {
    super(session);
  }

  /** Until `finish` it is one transaction: of a move that is killed nothing stays but the mark. */
  async begin(): Promise<void> {
    await this.query('begin');
    const { rows } = await this.query<Index>(
      `select quote_ident(pg_class.relname) as name, pg_get_indexdef(indexrelid) as definition, of.relname as of
       from pg_index join pg_class on pg_class.oid = indexrelid join pg_class as of on of.oid = indrelid
       where of.relnamespace = current_schema::regnamespace
         and not exists (select from pg_constraint where conindid = indexrelid) order by indexrelid`,
    );
    this.indexes = rows.filter(({ of }) => of === words || this.tables.some(({ name }) => name === of));
    for (const { name } of this.indexes) await this.query(`drop index ${name}`);
    for (const { name, which } of this.tables) {
      await this.query(`alter table ${quoted(name)} disable trigger user`);
      // Migrations and daemons leave some.
      await this.query(`delete from ${quoted(name)} where ${which}`);
    }
    await this.query(`set local synchronous_commit = off; set local maintenance_work_mem = '256MB'`);
  }

  async add({ name, columns }: MovedTable, rows: readonly Row[]): Promise<void> {
    const names = columns.map((column) => quoted(column.name)).join(', ');
    const arrays = columns.map(({ kind }, index) => `$${index + 1}::${kind === 'text' ? 'text' : 'bigint'}[]`);
    await this.query(
      `insert into ${quoted(name)} (${names}) select ${columns.map(write).join(', ')}
       from unnest(${arrays.join(', ')}) as moved (${names})`,
      columns.map(({ kind }, index) => arrayOf(rows, index, kind)),
    );
  }

  async setLastNumber({ name }: MovedTable, last: number): Promise<void> {
    if (last > 0) await this.query('select setval($1, $2)', [await this.sequenceOf(name), last]);
  }

  async finish(tell: (step: string) => void): Promise<void> {
    await this.makeIndexes(({ of }) => of !== words, tell);
    tell('making what /find looks through');
    await this.query(`insert into request_words select * from request_words_source order by request_id`);
    await this.makeIndexes(({ of }) => of === words, tell);
    for (const { name } of this.tables) await this.query(`alter table ${quoted(name)} enable trigger user`);
    tell('writing it to the disk');
    await this.query('commit');
    await this.query('analyze');
    await this.query('begin isolation level repeatable read read only');
  }

  async openHistory(): Promise<HistoryReader> {
    const session = await connect(this.url, 'copy');
    const abort = () => cutOff(session);
    this.signal.addEventListener('abort', abort, { once: true });
    session.once('end', () => this.signal.removeEventListener('abort', abort));
    await session.query('begin isolation level repeatable read read only');
    return readHistory(session);
  }

  async complete(): Promise<void> {
    await this.query('commit');
    await this.query('delete from daemon_state where name = $1', [moveMark]);
  }

  private async makeIndexes(which: (index: Index) => boolean, tell: (step: string) => void): Promise<void> {
    for (const index of this.indexes.filter(which)) {
      tell(`making index ${index.name}`);
      await this.query(index.definition);
    }
  }
}

interface Index {
  readonly name: string;
  readonly definition: string;
  readonly of: string;
}

/** Derived from other tables, and in no schema: what `/find` looks through. */
const words = 'request_words';
const derived: readonly string[] = [words, 'request_words_due'];

const asText = { getTypeParser: () => (text: string) => text };

const quoted = (name: string): string => `"${name}"`;

function read({ name, kind }: MovedColumn): string {
  switch (kind) {
    case 'integer':
    case 'text':
      return quoted(name);
    case 'flag':
      return `${quoted(name)}::integer`;
    case 'instant':
      // A bigint could not be infinity, which a time can.
      return `round(extract(epoch from ${quoted(name)}) * 1000)`;
  }
}

function write({ name, kind }: MovedColumn): string {
  switch (kind) {
    case 'integer':
    case 'text':
      return quoted(name);
    case 'flag':
      return `${quoted(name)} <> 0`;
    case 'instant':
      return `timestamptz 'epoch' + ${quoted(name)} * interval '1 millisecond'`;
  }
}

const valueOf = (text: string | null, column: MovedColumn | undefined): Value =>
  text === null || column?.kind === 'text' ? text : Number(text);

/** https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO: node-postgres would quote each number, too. */
function arrayOf(rows: readonly Row[], index: number, kind: ColumnKind): string {
  const elements = rows.map((row) => {
    const value = row[index] ?? null;
    if (value === null) return 'NULL';
    return kind === 'text' ? `"${String(value).replace(/["\\]/g, '\\$&')}"` : String(value);
  });
  return `{${elements.join(',')}}`;
}

/** A database by its number, and the server by the moment it started. */
async function identityOf(session: Client): Promise<string> {
  const { rows } = await session.query<{ identity: string }>(
    `select concat_ws(' ', pg_postmaster_start_time(), oid) as identity from pg_database where datname = current_database()`,
  );
  return rows[0]?.identity ?? '';
}

async function requireUnicode(session: Client): Promise<void> {
  const { rows } = await session.query<{ encoding: string }>(`select current_setting('server_encoding') as encoding`);
  const encoding = rows[0]?.encoding ?? '';
  if (encoding === 'UTF8') return;
  throw new StoreError(
    'refused',
    `${serverOf(session)} has the encoding ${encoding}, which can't hold all that people write. Create it anew: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8';`,
  );
}

/** What a migration leaves in an empty database, and a daemon that has only looked at it. */
const neverEmpty: readonly string[] = ['daemon_state', 'request_counts'];

async function requireEmpty(session: Client, isMigrated: boolean): Promise<void> {
  const own = isMigrated ? [...movedTables().map(({ name }) => name), ...derived] : [];
  const { rows: foreign } = await session.query<{ name: string }>(anotherTable, [own]);
  if (foreign[0] !== undefined) throw notEmpty(serverOf(session), `has a table ${foreign[0].name} of another program`);
  for (const { name } of isMigrated ? movedTables() : []) {
    if (neverEmpty.includes(name)) continue;
    // An older version has fewer.
    const found = await session.query('select 1 where to_regclass($1) is not null', [quoted(name)]);
    if (found.rows.length === 0) continue;
    const { rows } = await session.query(`select 1 from ${quoted(name)} limit 1`);
    if (rows.length > 0) throw notEmpty(serverOf(session), `is not empty: there are rows in ${name}`);
  }
}

/**
 * A table besides those that are given, whatever its schema. What an extension has made is none, nor is what somebody else has in a schema
 * of their own: servers that are rented have such tables in each new database.
 */
const anotherTable = `
  select case when nspname = current_schema then relname else nspname || '.' || relname end as name
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p', 'f') and nspname !~ '^pg_' and nspname not in ('information_schema', 'drizzle')
    and case when nspname = current_schema then relname <> all ($1::name[]) else pg_has_role(relowner, 'usage') end
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
  order by nspname <> current_schema, relname limit 1`;

/** Empties a database that a move has half filled. The mark stays. */
async function empty(session: Client): Promise<void> {
  const tables = movedTables().filter(({ name }) => name !== 'daemon_state' && name !== 'request_counts');
  await session.query('begin');
  for (const { name } of tables) await session.query(`alter table ${quoted(name)} disable trigger user`);
  await session.query(`truncate ${[...tables.map(({ name }) => quoted(name)), ...derived].join(', ')}`);
  for (const { name } of tables) await session.query(`alter table ${quoted(name)} enable trigger user`);
  await session.query('commit');
}

/** An error that says what to do, without anybody's texts. */
function explained(session: Client, cause: unknown): unknown {
  const error = withoutValues(cause);
  if (error instanceof StoreError) return error;
  if (isUnavailable(error)) return unreachable(session, error);
  if (codeOf(error) === insufficientPrivilege) {
    return new StoreError(
      'refused',
      `PostgreSQL at ${serverOf(session)} does not let this user do that (${messageOf(error)}). Make it the owner of the database and of its tables.`,
      { cause: error },
    );
  }
  if (dataRefused.test(codeOf(error))) {
    return new StoreError(
      'unmovable',
      `PostgreSQL at ${serverOf(session)} refuses a row (${messageOf(error)}). Correct it in the old database, then move again.`,
      { cause: error },
    );
  }
  return error;
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const insufficientPrivilege = '42501';
/** Data exceptions and violations of constraints. */
const dataRefused = /^2[23]/;
