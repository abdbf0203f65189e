import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import type { Database } from './database';
import type { Engine, Scope } from './engine';
import {
  codeOf,
  errorWasSwallowed,
  isConnectionLost,
  isUnavailable,
  messageOf,
  StoreError,
  withoutValues,
} from './errors';
import { migratePostgres } from './migrate';
import { Mutex } from './mutex';
import * as schema from './schema.postgres';

/** Migrates the database and connects to it. Throws `StoreError`: `unreachable`, `refused`, `newer_schema`, `held`. */
export async function openPostgres<Queries>(
  url: string,
  buildQueries: (database: Database) => Queries,
): Promise<Engine<Queries>> {
  await migrate(url);
  const engine = new PostgresEngine(url, buildQueries);
  await engine.connect();
  return engine;
}

class PostgresEngine<Queries> implements Engine<Queries> {
  readonly dialect = 'postgres';
  readonly #mutex = new Mutex();
  /** Null from the loss of a connection to the next transaction, which makes another. */
  #connection: { readonly client: Client; readonly queries: Queries } | null = null;
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly buildQueries: (database: Database) => Queries,
  ) {}

  async connect() {
    const client = await connect(this.url, 'work');
    client.on('error', () => this.#drop(client));
    client.on('end', () => this.#drop(client));
    this.#connection = { client, queries: this.buildQueries(asDatabase(client)) };
    return this.#connection;
  }

  transaction<T>(work: (queries: Queries, scope: Scope) => Promise<T>): Promise<T> {
    return this.#mutex.run(async () => {
      if (this.#closed) throw new Error('the database is closed');
      const { client, queries } = this.#connection ?? (await this.connect());
      try {
        await client.query('begin');
        const result = await work(queries, new PostgresScope(client));
        const { command } = await client.query('commit');
        // PostgreSQL answers so, without an error, where a statement has failed before.
        if (command === 'ROLLBACK') throw errorWasSwallowed();
        return result;
      } catch (error) {
        await this.#rollback(client, error);
        throw withoutValues(error);
      }
    });
  }

  close(): Promise<void> {
    return this.#mutex.run(async () => {
      this.#closed = true;
      await this.#connection?.client.end();
    });
  }

  async #rollback(client: Client, reason: unknown): Promise<void> {
    // On a connection that hangs, ROLLBACK would wait as long again.
    if (isConnectionLost(reason)) return this.#drop(client);
    try {
      await client.query('rollback');
    } catch {
      this.#drop(client);
    }
  }

  #drop(client: Client): void {
    if (this.#connection?.client === client) this.#connection = null;
    // Not `end()`: that is polite, and waits for the other side.
    client.connection.stream.destroy();
  }
}

class PostgresScope implements Scope {
  constructor(private readonly client: Client) {}

  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    // Savepoints of one name nest: RELEASE and ROLLBACK TO mean the innermost.
    await this.client.query('savepoint s');
    try {
      const result = await work();
      await this.client.query('release s');
      return result;
    } catch (error) {
      if (!isConnectionLost(error)) await this.client.query('rollback to s; release s');
      throw withoutValues(error);
    }
  }
}

async function migrate(url: string): Promise<void> {
  const client = await connect(url, 'migration');
  try {
    await migratePostgres(client);
  } catch (cause) {
    const error = withoutValues(cause);
    switch (codeOf(error)) {
      case '55P03':
        throw new StoreError(
          'held',
          `Another process has been migrating ${placeOf(client)} for a minute. Start again when it has finished.`,
        );
      case '42501':
        throw new StoreError(
          'refused',
          `PostgreSQL at ${placeOf(client)} does not let this user create tables (${messageOf(error)}). Make it the owner of the database.`,
        );
      default:
        throw isUnavailable(error) ? unreachable(client, error) : error;
    }
  } finally {
    await client.end();
  }
}

/** What a session is for. A migration may take its time; everything else is given up when the server seems to hang. */
const sessions = {
  work: {
    queryTimeoutMillis: 35_000,
    // The second lets go of our locks where this machine, not the server, has vanished.
    settings: `set statement_timeout = '30s'; set idle_in_transaction_session_timeout = '60s'`,
  },
  migration: { queryTimeoutMillis: undefined, settings: `set statement_timeout = 0; set lock_timeout = '60s'` },
} as const;

/** Throws `unreachable` or `refused`. */
async function connect(url: string, purpose: keyof typeof sessions): Promise<Client> {
  const { queryTimeoutMillis, settings } = sessions[purpose];
  const client = newClient(url, queryTimeoutMillis);
  try {
    await client.connect();
    // How instants are written in answers, whatever the server's or the user's defaults are.
    await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; ${settings}`);
    return client;
  } catch (error) {
    client.connection.stream.destroy();
    if (isUnavailable(error)) throw unreachable(client, error);
    throw new StoreError(
      'refused',
      `PostgreSQL at ${placeOf(client)} does not let us in: ${messageOf(error)}. Check user, password and database in DATABASE_URL.`,
      { cause: error },
    );
  }
}

function newClient(url: string, queryTimeoutMillis: number | undefined): Client {
  try {
    const client = new Client({
      connectionString: url,
      fallback_application_name: 'sosekni-bot',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      query_timeout: queryTimeoutMillis,
    });
    // A query that runs gets the error as well; without a listener, one on an idle connection would end the process.
    client.on('error', () => undefined);
    return client;
  } catch {
    // Without the cause: it may quote the URL.
    throw new StoreError(
      'refused',
      'DATABASE_URL is not a PostgreSQL URL, or names a certificate file that can not be read. An example: postgres://user:password@localhost:5432/sosekni',
    );
  }
}

function asDatabase(client: Client): Database {
  // The boundary: drizzle's builders for the two dialects agree in all that the queries use (test/store runs them on both).
  return {
    db: drizzle(client) as unknown as Database['db'],
    schema: schema as unknown as Database['schema'],
  };
}

const placeOf = ({ host, port, database }: Client) => `${host}:${port}/${database ?? ''}`;

function unreachable(client: Client, cause: unknown): StoreError {
  return new StoreError(
    'unreachable',
    `PostgreSQL at ${placeOf(client)} can't be used now: ${messageOf(cause)}. See that it runs and that DATABASE_URL has the right host and port.`,
    { cause },
  );
}
