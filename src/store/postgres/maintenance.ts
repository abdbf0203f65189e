import type { Client } from 'pg';
import type { Instant } from '../../lifecycle/ids';
import { isUnavailable, withoutValues } from '../errors';
import { halfMoved } from '../half-moved';
import { inspection, refuseOlder, type Inspection } from '../inspect';
import { errands, holdTheLock, leaderOf } from './leader';
import type { HistoryReader } from '../history';
import { readHistory } from './history';
import type { Maintenance, ReadOnlyStore } from '../maintenance';
import { migrationsOf } from '../migrate';
import { appliedToPostgres } from './migrate';
import { asDatabase, isHalfMoved, migrate } from './open';
import { serverOf } from './server-name';
import { connect, unreachable } from './session';
import { slowFind } from './trigrams';
import { buildQueries, type Queries } from '../queries';

export class PostgresMaintenance implements Maintenance {
  constructor(private readonly url: string) {}

  inspect(): Promise<Inspection> {
    return this.inSession(async (session) => {
      const found = inspection(await appliedToPostgres(session), await leaderOf(session), migrationsOf('postgres'));
      if (found.applied < found.known) return found;
      if (await isHalfMoved(session)) throw halfMoved(serverOf(session));
      return { ...found, slowFind: await slowFind(session) };
    });
  }

  migrate(_now: Instant): Promise<void> {
    // A daemon that starts meanwhile stands by until this is done.
    return this.inSession(async (session) => {
      const release = await holdTheLock(session);
      await migrate(this.url);
      await release();
    });
  }

  async writeBeside<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    refuseOlder(await this.inspect());
    return this.inSession(async (session) => {
      await session.query('begin');
      const result = await work(buildQueries(asDatabase(session)));
      await session.query(`notify ${errands}`);
      await session.query('commit');
      return result;
    });
  }

  async openReader(): Promise<ReadOnlyStore> {
    refuseOlder(await this.inspect());
    const session = await connect(this.url, 'work');
    await session.query('set default_transaction_read_only = on');
    return { queries: buildQueries(asDatabase(session)), close: () => session.end() };
  }

  async openHistory(): Promise<HistoryReader> {
    refuseOlder(await this.inspect());
    // However long it takes.
    const session = await connect(this.url, 'copy');
    await session.query('begin isolation level repeatable read read only');
    return readHistory(session);
  }

  private async inSession<T>(work: (session: Client) => Promise<T>): Promise<T> {
    const session = await connect(this.url, 'work');
    try {
      return await work(session);
    } catch (error) {
      throw isUnavailable(error) ? unreachable(session, error) : withoutValues(error);
    } finally {
      await session.end();
    }
  }
}
