import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { patience } from '../../src/telegram-double/deadline';
import { TelegramDouble, type DoubleOptions } from '../../src/telegram-double/double';
import type { Group } from '../../src/telegram-double/groups';
import type { Person, PersonOptions } from '../../src/telegram-double/people';
import { Daemon, type DaemonOptions } from '../../src/sandbox/daemon-process';
import { startProxy, type Proxy } from '../store/proxy';
import { likeTemplate } from '../postgres/template';

export type Engine = 'sqlite' | 'postgres';
/** A row with numbers for IDs and instants alike, whatever the engine: instants are milliseconds. */
export type Row = Readonly<Record<string, unknown>>;

export interface WorldOptions {
  readonly engine: Engine;
  /** They have opened the chat with the bot before, unless `adminsStarted` is false. */
  readonly admins: readonly PersonOptions[];
  readonly adminsStarted?: boolean;
  /** The admin chat; all admins are in it. */
  readonly group?: { readonly id: number; readonly title: string; readonly forum?: boolean };
  /** More settings, or other values for those given here. */
  readonly env?: Readonly<Record<string, string>>;
  readonly double?: DoubleOptions;
  /** Prepares Telegram before the daemon starts. */
  readonly found?: (double: TelegramDouble) => void;
  readonly daemon?: DaemonVariant;
  /** Puts a proxy between the daemon and PostgreSQL. */
  readonly proxied?: boolean;
}

/** What one start of the daemon has that another may not have. */
export type DaemonVariant = Partial<Pick<DaemonOptions, 'entry' | 'preloads' | 'env' | 'openFiles'>>;

/** The double, people, a database of its own and the daemon between them, at work. `close` it in any case. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const double = await new TelegramDouble(options.double).start();
  options.found?.(double);
  const folder = mkdtempSync(join(tmpdir(), 'sosekni-e2e-'));
  const database = options.engine === 'sqlite' ? new SqliteFile(folder) : await PostgresDatabase.create();
  const proxy = options.proxied === true ? await startProxy(new URL(database.url)) : null;
  const world = new World(double, database, folder, options, proxy);
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
    /** Where the daemon runs; it goes when the world ends. */
    readonly folder: string,
    private readonly options: WorldOptions,
    private readonly between: Proxy | null = null,
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

  /** What stands between the daemon and PostgreSQL, in a world that is `proxied`. */
  get proxy(): Proxy {
    if (this.between === null) throw new Error('nothing stands between the daemon and its database');
    return this.between;
  }

  /** Starts the daemon again on the same database, after a `stop` or `kill`. */
  async restart(daemon: DaemonVariant = this.options.daemon ?? {}): Promise<Daemon> {
    this.running = this.launch(daemon);
    return this.running.ready();
  }

  /** Another daemon on the same token and database, which is not waited for; who starts it ends it. */
  launch(daemon: DaemonVariant = this.options.daemon ?? {}): Daemon {
    const atWork = this.double.callLog.next((call) => call.method === 'getUpdates');
    return new Daemon({ ...daemon, cwd: this.folder, env: { ...this.settings(), ...daemon.env }, atWork });
  }

  /** Reads the database past the daemon. */
  rows(sql: string): Promise<readonly Row[]> {
    return this.database.rows(sql);
  }

  /** Changes the database past the daemon. */
  change(sql: string): Promise<void> {
    return this.database.change(sql);
  }

  /** Makes an instant of the rows that `where` names (SQL) lie this many milliseconds further back. */
  backDate(table: string, column: string, ms: number, where: string): Promise<void> {
    return this.change(`UPDATE ${table} SET ${column} = ${this.database.earlier(column, ms)} WHERE ${where}`);
  }

  /** Resolves once the daemon has dealt with all updates, has sent all it owes, and has done what it can about members. */
  async settled(): Promise<void> {
    const deadline = this.double.now() + patience;
    for (;;) {
      if (this.double.updates.pending === 0 && (await this.owed()) === 0) return;
      if (this.double.now() > deadline) throw new Error('the daemon still has updates to handle or messages to send');
      await wait(10);
    }
  }

  /** How many messages are owed, and how many members it has yet to do something about. */
  private async owed(): Promise<number> {
    const rows = await this.rows(`SELECT (SELECT count(*) FROM outbox WHERE state = 'owed') + (SELECT count(*)
      FROM memberships JOIN access_chats ON access_chats.chat_id = memberships.chat_id
      WHERE next_try_at IS NOT NULL AND outage IS NULL AND removed_at IS NULL) AS owed`);
    return Number(rows[0]?.['owed'] ?? 0);
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
    await this.between?.[Symbol.asyncDispose]();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What the daemon is told in its environment. */
  settings(): Readonly<Record<string, string>> {
    return {
      TELEGRAM_BOT_TOKEN: this.double.token,
      TELEGRAM_API_ROOT: this.double.root,
      ADMIN_TELEGRAM_ID: this.admins.map(({ id }) => id).join(','),
      ...(this.group && { ADMIN_CHAT_ID: `${this.group.id}` }),
      DATABASE_URL: this.between?.url.href ?? this.databaseUrl,
      SEND_RATE: 'off',
      BACKUP_DIR: join(this.folder, 'backups'),
      ...this.options.env,
    };
  }
}

interface TestDatabase {
  readonly url: string;
  rows(sql: string): Promise<readonly Row[]>;
  change(sql: string): Promise<void>;
  /** SQL for the value of an instant's column less this many milliseconds. */
  earlier(column: string, ms: number): string;
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

  change(sql: string): Promise<void> {
    const database = new Database(this.path);
    try {
      database.exec(sql);
      return Promise.resolve();
    } finally {
      database.close();
    }
  }

  earlier(column: string, ms: number): string {
    return `${column} - ${ms}`;
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
    await query(server, `CREATE DATABASE ${name}${likeTemplate()}`);
    return new PostgresDatabase(server, name, url.href);
  }

  rows(sql: string): Promise<readonly Row[]> {
    return query(this.url, sql);
  }

  async change(sql: string): Promise<void> {
    await query(this.url, sql);
  }

  earlier(column: string, ms: number): string {
    return `${column} - interval '${ms} milliseconds'`;
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
