import { drizzle } from 'drizzle-orm/node-postgres';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { delay } from '../../process/back-off';
import type { Database } from '../database';
import type { Engine, Scrubbed } from '../engine';
import {
  codeOf,
  errorWasSwallowed,
  isConnectionLost,
  isUnavailable,
  messageOf,
  StoreError,
  withoutValues,
} from '../errors';
import { halfMoved, moveMark } from '../half-moved';
import { takeTheLead, type Leadership } from './leader';
import { migratePostgres } from './migrate';
import { Mutex } from '../mutex';
import type { Opening, StoreEvent } from '../store-event';
import { beginTransaction, commitOutcome, type TransactionOutcome } from './commit';
import { serverOf } from './server-name';
import { PostgresReads } from './reads';
import { connect, cutOff, unreachable } from './session';
import * as schema from './schema';

/**
 * Migrates the database, waits until no other process acts on it, and connects to it. Throws `StoreError`: `unreachable`,
 * `refused`, `newer_schema`, `held`; also the reason of `opening.signal` if that ends the wait.
 */
export async function openPostgres<Queries>(
  url: string,
  buildQueries: (database: Database) => Queries,
  opening: Opening,
): Promise<Engine<Queries>> {
  await migrate(url, opening.tell);
  const leadership = await takeTheLead(url, opening);
  const engine = new PostgresEngine(url, buildQueries, leadership, opening);
  try {
    const { client } = await engine.connect();
    if (await isHalfMoved(client)) throw halfMoved(serverOf(client));
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Whether a move into it has begun and not ended. It has the newest schema. */
export async function isHalfMoved(client: Client): Promise<boolean> {
  const { rows } = await client.query('select 1 from daemon_state where name = $1', [moveMark]);
  return rows.length > 0;
}

class PostgresEngine<Queries> implements Engine<Queries> {
  readonly dialect = 'postgres';
  private readonly mutex = new Mutex();
  /** Null from the loss of a connection until the next transaction, which opens another. */
  private connection: { readonly client: Client; readonly queries: Queries } | null = null;
  /** The number of transactions that have failed on it in a row. */
  private failures = 0;
  private closed = false;
  private uncertain = 0;
  private readonly reads: PostgresReads<Queries>;

  constructor(
    private readonly url: string,
    private readonly buildQueries: (database: Database) => Queries,
    private readonly leadership: Leadership,
    private readonly opening: Opening,
  ) {
    this.reads = new PostgresReads(url, (client) => buildQueries(asDatabase(client)));
  }

  /** What becomes of old versions of rows, and of its logs, is the server's to decide. */
  scrub(): Promise<Scrubbed> {
    return Promise.resolve({ isLogEmpty: true, isRewriteDue: false });
  }

  rewrite(): Promise<null> {
    return Promise.resolve(null);
  }

  watchOthers(listener: () => void): void {
    this.leadership.onErrand = listener;
  }

  get lost(): AbortSignal {
    return this.leadership.lost;
  }

  get uncertainCommits(): number {
    return this.uncertain;
  }

  get undisputed(): boolean {
    return this.leadership.undisputed;
  }

  async connect() {
    const client = await connect(this.url, 'work');
    client.on('error', () => this.drop(client));
    client.on('end', () => this.drop(client));
    this.failures = 0;
    return (this.connection = { client, queries: this.buildQueries(asDatabase(client)) });
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.mutex.run(async () => {
      if (this.closed) throw new Error('the database is closed');
      const { client, queries } = this.connection ?? (await this.connect());
      let begun: string;
      let result: T;
      try {
        begun = await this.begin(client);
        result = await work(queries);
      } catch (error) {
        await this.rollback(client, error);
        throw withoutValues(error);
      }
      try {
        const { command } = await client.query('commit');
        // PostgreSQL answers ROLLBACK, without an error, if a statement has failed before.
        if (command === 'ROLLBACK') throw errorWasSwallowed();
        this.failures = 0;
        return result;
      } catch (error) {
        await this.rollback(client, error);
        if (isConnectionLost(error) && (await this.findOut(begun)) === 'committed') return result;
        throw withoutValues(error);
      }
    });
  }

  async read<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    this.leadership.lost.throwIfAborted();
    return this.reads.run(work);
  }

  async close(): Promise<void> {
    await this.reads.close();
    await this.mutex.run(async () => {
      this.closed = true;
      await this.connection?.client.end();
      await this.leadership.resign();
    });
  }

  /** Returns the transaction's ID. */
  private async begin(client: Client): Promise<string> {
    const { id, mark } = await beginTransaction(client);
    this.leadership.check(mark);
    return id;
  }

  /**
   * Looks up the outcome of a transaction whose COMMIT got no answer. No other transaction starts before it is known: it may
   * build on this one. `unknown` if the daemon is stopping while the server is away: the next start reads the outbox anyway.
   */
  private async findOut(id: string): Promise<TransactionOutcome> {
    const { tell, signal, random } = this.opening;
    tell({ kind: 'commit_outcome_unknown' });
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { client } = this.connection ?? (await this.connect());
        const outcome = await commitOutcome(client, id, (mark) => this.leadership.check(mark)).catch(
          (error: unknown) => {
            this.drop(client);
            throw error;
          },
        );
        tell({ kind: 'commit_outcome_found', outcome });
        if (outcome === 'unknown') this.uncertain += 1;
        return outcome;
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        if (attempt === 1) tell({ kind: 'commit_outcome_waiting', error });
      }
      if (signal.aborted) return 'unknown';
      await wait(delay(attempt, pauses, random), undefined, { signal }).catch(() => undefined);
    }
  }

  private async rollback(client: Client, reason: unknown): Promise<void> {
    this.failures += 1;
    // On a connection that hangs, ROLLBACK would wait just as long. And if nothing succeeds on a connection, it may be the
    // problem itself, whatever the error.
    if (isConnectionLost(reason) || this.failures >= mostFailures) return this.drop(client);
    try {
      await client.query('rollback');
    } catch {
      this.drop(client);
    }
  }

  private drop(client: Client): void {
    if (this.connection?.client === client) this.connection = null;
    cutOff(client);
  }
}

/** A connection is replaced after this many failed transactions in a row. */
const mostFailures = 2;
/** The delay between attempts to look up the outcome of a commit. */
const pauses = { min: 100, max: 3000 };

/** Throws `unreachable`, `refused`, `newer_schema`, `held`. */
export async function migrate(url: string, tell: (news: StoreEvent) => void = () => {}): Promise<void> {
  const client = await connect(url, 'migration');
  try {
    await migratePostgres(client, undefined, tell);
  } catch (cause) {
    const error = withoutValues(cause);
    switch (codeOf(error)) {
      case '55P03':
        throw new StoreError(
          'held',
          `Another process has been migrating ${serverOf(client)} for a minute. Start again when it has finished.`,
        );
      case '42501':
        throw new StoreError(
          'refused',
          `PostgreSQL at ${serverOf(client)} does not let this user create tables (${messageOf(error)}). Make it the owner of the database.`,
        );
      default:
        throw isUnavailable(error) ? unreachable(client, error) : error;
    }
  } finally {
    await client.end();
  }
}

/** The connection as the queries use it. */
export function asDatabase(client: Client): Database {
  // A boundary: drizzle's builders for the two dialects agree in everything the queries use (test/store runs them on both).
  return {
    dialect: 'postgres',
    db: drizzle(client) as unknown as Database['db'],
    schema: schema as unknown as Database['schema'],
  };
}
