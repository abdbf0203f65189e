import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client, QueryResult } from 'pg';
import type { Database } from './database';
import type { Engine } from './engine';
import {
  codeOf,
  errorWasSwallowed,
  isConnectionLost,
  isUnavailable,
  messageOf,
  StoreError,
  withoutValues,
} from './errors';
import { readMark, takeTheLead, type Leadership, type MarkRow } from './leader';
import { migratePostgres } from './migrate-postgres';
import { Mutex } from './mutex';
import type { Opening, StoreNews } from './news';
import { connect, cutOff, placeOf, unreachable } from './postgres-session';
import * as schema from './schema.postgres';

/**
 * Migrates the database, waits until no other process acts on it, and connects to it. Throws `StoreError`: `unreachable`,
 * `refused`, `newer_schema`, `held`; the reason of `opening.signal` where that ends the waiting.
 */
export async function openPostgres<Queries>(
  url: string,
  buildQueries: (database: Database) => Queries,
  opening: Opening,
): Promise<Engine<Queries>> {
  await migrate(url, opening.tell);
  const leadership = await takeTheLead(url, opening);
  const engine = new PostgresEngine(url, buildQueries, leadership);
  try {
    await engine.connect();
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
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
    private readonly leadership: Leadership,
  ) {}

  get lost(): AbortSignal {
    return this.leadership.lost;
  }

  get undisputed(): boolean {
    return this.leadership.undisputed;
  }

  async connect() {
    const client = await connect(this.url, 'work');
    client.on('error', () => this.#drop(client));
    client.on('end', () => this.#drop(client));
    this.#connection = { client, queries: this.buildQueries(asDatabase(client)) };
    return this.#connection;
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#mutex.run(async () => {
      if (this.#closed) throw new Error('the database is closed');
      const { client, queries } = this.#connection ?? (await this.connect());
      try {
        await this.#begin(client);
        const result = await work(queries);
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
      await this.leadership.resign();
    });
  }

  /** Until the transaction ends, nobody else can take the lead. In one round trip with its beginning. */
  async #begin(client: Client): Promise<void> {
    // The boundary: pg answers several statements with a result each, which its types don't know.
    const [, mark] = (await client.query(`begin; ${readMark} for share`)) as unknown as [unknown, QueryResult<MarkRow>];
    this.leadership.check(mark.rows[0]);
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
    cutOff(client);
  }
}

/** Throws `unreachable`, `refused`, `newer_schema`, `held`. */
export async function migrate(url: string, tell: (news: StoreNews) => void = () => {}): Promise<void> {
  const client = await connect(url, 'migration');
  try {
    await migratePostgres(client, undefined, tell);
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

/** The connection as the queries see it. */
export function asDatabase(client: Client): Database {
  // The boundary: drizzle's builders for the two dialects agree in all that the queries use (test/store runs them on both).
  return {
    db: drizzle(client) as unknown as Database['db'],
    schema: schema as unknown as Database['schema'],
  };
}
