import BetterSqlite from 'better-sqlite3';
import { withoutValues } from '../errors';
import { Mutex } from '../mutex';

/** The reads of an engine, on a connection of their own that is opened for the first of them. */
export class SqliteReads<Queries> {
  private readonly mutex = new Mutex();
  private opened: Reading<Queries> | null = null;
  private closed = false;

  constructor(
    private readonly place: string,
    private readonly buildQueries: (connection: BetterSqlite.Database) => Queries,
  ) {}

  /** See `Engine.read`. */
  run<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.mutex.run(() => this.read(work));
  }

  private async read<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    if (this.closed) throw new Error('the database is closed');
    try {
      const { queries, begin, end } = (this.opened ??= this.open());
      begin.run();
      try {
        return await work(queries);
      } finally {
        end.run();
      }
    } catch (error) {
      throw withoutValues(error);
    }
  }

  close(): Promise<void> {
    return this.mutex.run(() => {
      this.closed = true;
      this.opened?.connection.close();
      this.opened = null;
    });
  }

  private open(): Reading<Queries> {
    const connection = new BetterSqlite(this.place, { readonly: true, fileMustExist: true, timeout: 100 });
    return {
      connection,
      queries: this.buildQueries(connection),
      begin: connection.prepare('BEGIN'),
      end: connection.prepare('ROLLBACK'),
    };
  }
}

interface Reading<Queries> {
  readonly connection: BetterSqlite.Database;
  readonly queries: Queries;
  readonly begin: BetterSqlite.Statement;
  readonly end: BetterSqlite.Statement;
}
