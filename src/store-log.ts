import type { Log } from './log';
import type { StoreNews } from './store/news';

/** Writes into the log what the database has to tell: that it is migrated, and which of the processes on it acts. */
export function logStoreNews(log: Log, news: StoreNews): void {
  const { kind: action } = news;
  switch (news.kind) {
    case 'migrating':
      return log.info('the database is brought forward', { action, details: { migrations: news.missing } });
    case 'standing_by':
      return log.info(`standing by: ${news.leader}, acts; this one takes over when that one ends`, { action });
    case 'taking_over':
      return log.warn(`taking over from ${news.from}`, { action });
    case 'lock_lost':
      return log.warn('the lock in PostgreSQL is lost; until it is back, nothing is asked of Telegram', { action });
    case 'lock_regained':
      return log.info('the lock in PostgreSQL is back, and nobody has taken over meanwhile', { action });
    case 'stopped_leader_unnoticed':
      return log.warn(
        'this PostgreSQL is older than 14: a process that is stopped, or cut off, keeps the lock until its connection ends',
        { action },
      );
  }
}
