import type { Log } from './log';
import type { StoreEvent } from '../store/store-event';

/** Logs events of the database: migrations, which process is active, and outcomes of commits. */
export function logStoreEvent(log: Log, event: StoreEvent): void {
  const { kind: action } = event;
  switch (event.kind) {
    case 'migrating':
      return log.info('migrating the database', { action, details: { migrations: event.missing } });
    case 'chaining_history':
      return log.info(`migrating the database: ${event.done} of ${event.total} events are chained`, {
        action,
        details: { done: event.done, total: event.total },
      });
    case 'locked_by_name_only':
      return log.warn(
        'only the name of the database file can be locked, not the file itself: start no second bot on it under another name',
        { action, details: { reason: event.why } },
      );
    case 'find_is_slow':
      return log.warn(
        'with many requests /find will be slow: PostgreSQL lacks the extension pg_trgm (sosekni-bot check says what to do)',
        { action, details: { reason: event.reason } },
      );
    case 'not_vacuumed':
      return log.warn(
        'the database file could not be written anew, so traces of what was erased may be left in it; it takes twice as much room as the file; the bot tries again',
        { action, details: { reason: event.reason } },
      );
    case 'file_lost':
      return log.error(event.error.message, { action });
    case 'standing_by':
      return log.info(`standing by: ${event.leader}, is active; this process takes over when that one ends`, {
        action,
      });
    case 'taking_over':
      return log.warn(`taking over from ${event.from}`, { action });
    case 'lock_lost':
      return log.warn('the lock in PostgreSQL is lost; the bot does not call Telegram until it is back', { action });
    case 'lock_regained':
      return log.info('the lock in PostgreSQL is back, and nobody took over meanwhile', { action });
    case 'commit_outcome_unknown':
      return log.warn('the connection to PostgreSQL broke before a commit was answered; looking up its outcome', {
        action,
      });
    case 'commit_outcome_waiting':
      return log.error('the database is unavailable; everything waits for it, first for the outcome of that commit', {
        action,
        error: event.error,
      });
    case 'commit_outcome_found':
      return log.info(`outcome of the unanswered commit: ${commitOutcomes[event.outcome]}`, {
        action,
        details: { outcome: event.outcome },
      });
    case 'stopped_leader_unnoticed':
      return log.warn(
        'this PostgreSQL is older than 14: if a process is paused or cut off, it keeps the lock until its connection ends',
        { action },
      );
  }
}

const commitOutcomes = {
  committed: 'committed; the work goes on from there',
  rolled_back: 'not committed; the work is done again',
  unknown: "this server can't tell, so the work is done again, and the outbox is searched for its messages",
} as const;
