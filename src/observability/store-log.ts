import type { Log } from './log';
import type { StoreEvent } from '../store/store-event';

/** Writes into the log what the database has to tell: that it is migrated, which of the processes on it acts, and what became of a commit. */
export function logStoreEvent(log: Log, news: StoreEvent): void {
  const { kind: action } = news;
  switch (news.kind) {
    case 'migrating':
      return log.info('the database is brought forward', { action, details: { migrations: news.missing } });
    case 'locked_by_name_only':
      return log.warn(
        'the file of the database itself can not be locked, only its name: start no second bot on it by another name',
        { action, details: { reason: news.why } },
      );
    case 'file_lost':
      return log.error(news.error.message, { action });
    case 'standing_by':
      return log.info(`standing by: ${news.leader}, acts; this one takes over when that one ends`, { action });
    case 'taking_over':
      return log.warn(`taking over from ${news.from}`, { action });
    case 'lock_lost':
      return log.warn('the lock in PostgreSQL is lost; until it is back, nothing is asked of Telegram', { action });
    case 'lock_regained':
      return log.info('the lock in PostgreSQL is back, and nobody has taken over meanwhile', { action });
    case 'commit_outcome_unknown':
      return log.warn(
        'the connection to PostgreSQL broke before a commit was answered; finding out whether it happened',
        {
          action,
        },
      );
    case 'commit_outcome_found':
      return log.info(`the commit without an answer: ${commitOutcomes[news.outcome]}`, {
        action,
        details: { outcome: news.outcome },
      });
    case 'stopped_leader_unnoticed':
      return log.warn(
        'this PostgreSQL is older than 14: a process that is stopped, or cut off, keeps the lock until its connection ends',
        { action },
      );
  }
}

const commitOutcomes = {
  committed: 'it happened, and the work goes on from there',
  rolled_back: 'it did not happen; the work is done again',
  unknown: 'this server can not tell, so the work is done again, and the outbox is looked through for what it owes',
} as const;
