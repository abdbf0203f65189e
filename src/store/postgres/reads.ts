import type { Client } from 'pg';
import { isConnectionLost, withoutValues } from '../errors';
import { Mutex } from '../mutex';
import { connect, cutOff } from './session';

/** The reads of an engine, on a connection of their own that is opened for the first of them, and again once it is lost. */
export class PostgresReads<Queries> {
  private readonly mutex = new Mutex();
  private opened: { readonly client: Client; readonly queries: Queries } | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly buildQueries: (client: Client) => Queries,
  ) {}

  /** See `Engine.read`. */
  run<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.mutex.run(() => this.read(work));
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
