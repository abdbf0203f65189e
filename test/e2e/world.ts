import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { TelegramDouble, type DoubleOptions } from '../../src/sandbox/double';
import type { Group } from '../../src/sandbox/groups';
import type { Person, PersonOptions } from '../../src/sandbox/people';
import { Daemon, type DaemonOptions } from './daemon';

export type Engine = 'sqlite' | 'postgres';
/** A row with numbers for IDs and instants alike, whatever the engine: instants are milliseconds. */
export type Row = Readonly<Record<string, unknown>>;

export interface WorldOptions {
  readonly engine: Engine;
  /** They have opened the chat with the bot before, unless `adminsStarted` is false. */
  readonly admins: readonly PersonOptions[];
  readonly adminsStarted?: boolean;
  /** The admin chat; all admins are in it. */
  readonly group?: { readonly id: number; readonly title: string };
  /** More settings, or other values for those given here. */
  readonly env?: Readonly<Record<string, string>>;
  readonly double?: DoubleOptions;
  readonly daemon?: Pick<DaemonOptions, 'entry' | 'preloads'>;
}

/** The double, people, a database of its own and the daemon between them, at work. `close` it in any case. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const double = await new TelegramDouble(options.double).start();
  const folder = mkdtempSync(join(tmpdir(), 'sosekni-e2e-'));
  const database = options.engine === 'sqlite' ? new SqliteFile(folder) : await PostgresDatabase.create();
  const world = new World(double, database, folder, options);
  try {
    await world.daemon.ready();
    return world;
  } catch (error) {
    await world.end();
    throw error;
  }
}

export class World {
  readonly admins: readonly Person[];
  readonly group: Group | undefined;
  private running: Daemon;

  constructor(
    readonly double: TelegramDouble,
    private readonly database: TestDatabase,
    private readonly folder: string,
    private readonly options: WorldOptions,
  ) {
    this.admins = options.admins.map((profile) => double.person(profile));
    if (options.adminsStarted ?? true) for (const admin of this.admins) admin.hasStarted();
    this.group = options.group && double.group({ ...options.group, members: this.admins });
    this.running = this.launch();
  }

  /** The daemon that runs, or ran last. */
  get daemon(): Daemon {
    return this.running;
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  /** Starts the daemon again on the same database, after a `stop` or `kill`. */
  async restart(daemon: WorldOptions['daemon'] = this.options.daemon): Promise<Daemon> {
    this.running = this.launch(daemon);
    return this.running.ready();
  }

  /** Another daemon on the same token and database, which is not waited for; who starts it ends it. */
  launch(daemon: WorldOptions['daemon'] = this.options.daemon): Daemon {
    const atWork = this.double.ledger.next((call) => call.method === 'getUpdates');
    return new Daemon({ ...daemon, cwd: this.folder, env: this.settings(), atWork });
  }

  /** Reads the database past the daemon. */
  rows(sql: string): Promise<readonly Row[]> {
    return this.database.rows(sql);
  }

  /** Stops everything. Throws if the bot broke a rule of Telegram meanwhile, or the daemon did not stop well. */
  async close(): Promise<void> {
    const exit = await this.daemon.stop().finally(() => this.end());
    const problems = this.double.violations.map(({ method, problem }) => `${method}: ${problem}`);
    if (problems.length > 0) throw new Error(`calls against Telegram's rules:\n${problems.join('\n')}`);
    const killed = exit.signal === 'SIGKILL';
    if (exit.code !== 0 && !killed) throw new Error(`the daemon ended with ${exit.code}:\n${exit.stderr}`);
  }

  /** Ends everything without asking how it went. */
  async end(): Promise<void> {
    await this.daemon.kill();
    await this.double.stop();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private settings(): Readonly<Record<string, string>> {
    return {
      TELEGRAM_BOT_TOKEN: this.double.token,
      TELEGRAM_API_ROOT: this.double.root,
      ADMIN_TELEGRAM_ID: this.admins.map(({ id }) => id).join(','),
      ...(this.group && { ADMIN_CHAT_ID: `${this.group.id}` }),
      DATABASE_URL: this.databaseUrl,
      SEND_RATE: 'off',
      ...this.options.env,
    };
  }
}

interface TestDatabase {
  readonly url: string;
  rows(sql: string): Promise<readonly Row[]>;
  drop(): Promise<void>;
}

/** A file in the world's folder, which goes with it. */
class SqliteFile implements TestDatabase {
  readonly url: string;
  private readonly path: string;

  constructor(folder: string) {
    this.path = join(folder, 'sosekni.db');
    this.url = `file:${this.path}`;
  }

  rows(sql: string): Promise<readonly Row[]> {
    if (!existsSync(this.path)) return Promise.resolve([]);
    const database = new Database(this.path, { readonly: true });
    try {
      return Promise.resolve(database.prepare<[], Row>(sql).all());
    } finally {
      database.close();
    }
  }

  drop(): Promise<void> {
    return Promise.resolve();
  }
}

/** A new database on the server that the test run has started. */
class PostgresDatabase implements TestDatabase {
  private constructor(
    private readonly server: string,
    private readonly name: string,
    readonly url: string,
  ) {}

  static async create(): Promise<PostgresDatabase> {
    const server = process.env['TEST_POSTGRES_URL'];
    if (server === undefined) throw new Error('TEST_POSTGRES_URL is not set: the global setup of jest sets it');
    const name = `e2e_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(server);
    url.pathname = `/${name}`;
    await query(server, `CREATE DATABASE ${name}`);
    return new PostgresDatabase(server, name, url.href);
  }

  rows(sql: string): Promise<readonly Row[]> {
    return query(this.url, sql);
  }

  async drop(): Promise<void> {
    await query(this.server, `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
  }
}

async function query(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows, fields } = await client.query<Row>(sql);
    const wide = new Set(fields.filter(({ dataTypeID }) => dataTypeID === int8).map(({ name }) => name));
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asInSqlite(value, wide.has(name))])),
    );
  } finally {
    await client.end();
  }
}

/** PostgreSQL's number for the type `bigint`, which pg gives as text. */
const int8 = 20;

function asInSqlite(value: unknown, isWide: boolean): unknown {
  if (value instanceof Date) return value.getTime();
  return isWide && value !== null ? Number(value) : value;
}
