import type { Client } from 'pg';
import { isConnectionLost, withoutValues } from '../errors';
import { Mutex } from '../mutex';
import { ReadPace } from '../read-pace';
import { connect, cutOff } from './session';

/** The reads of an engine, on a connection of their own that is opened for the first of them, and again once it is lost. */
export class PostgresReads<Queries> {
  private readonly mutex = new Mutex();
  /** The server does most of the work; on a small machine it does it beside us. */
  private readonly pace: ReadPace;
  private opened: { readonly client: Client; readonly queries: Queries } | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly buildQueries: (client: Client) => Queries,
    transactions: () => number,
  ) {
    this.pace = new ReadPace(2, transactions);
  }

  /** See `Engine.read`. */
  run<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.mutex.run(() => this.pace.run(() => this.read(work)));
  }

  private async read<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    if (this.closed) throw new Error('the database is closed');
    const { client, queries } = (this.opened ??= await this.open());
    try {
      await client.query('begin isolation level repeatable read read only');
      const result = await work(queries);
      await client.query('commit');
      return result;
    } catch (error) {
      await this.rollback(client, error);
      throw withoutValues(error);
    }
  }

  /** A read that is under way fails: nobody is left to hear its answer, and it may take seconds. */
  async close(): Promise<void> {
    this.closed = true;
    await this.opened?.client.end();
  }

  private async open() {
    const client = await connect(this.url, 'read');
    if (this.closed) cutOff(client);
    client.on('error', () => this.drop(client));
    client.on('end', () => this.drop(client));
    return { client, queries: this.buildQueries(client) };
  }

  private async rollback(client: Client, reason: unknown): Promise<void> {
    // On a connection that hangs, ROLLBACK would wait just as long.
    if (isConnectionLost(reason)) return this.drop(client);
    try {
      await client.query('rollback');
    } catch {
      this.drop(client);
    }
  }

  private drop(client: Client): void {
    if (this.opened?.client === client) this.opened = null;
    cutOff(client);
  }
}
