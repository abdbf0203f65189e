import type BetterSqlite from 'better-sqlite3';
import type { Scrubbed } from '../engine';
import { codeOf, messageOf } from '../errors';
import { rewrittenMark } from '../rewritten';
import type { StoreEvent } from '../store-event';

// With secure_delete SQLite overwrites what is deleted. Where it moves rows from one page to another it leaves copies behind all
// the same, in space that no row uses: only VACUUM, which writes the whole file anew, is sure to remove those.

/** A file of up to this many bytes is written anew at once, within half a second or so; a larger one is left for `rewrite`. */
export const mostAtOnce = 64 * 1024 * 1024;

/** See `Engine.scrub`. The connection is in no transaction. */
export function scrub(connection: BetterSqlite.Database, atOnce: number): Scrubbed {
  const isLarge = sizeOf(connection) > atOnce;
  try {
    if (!isLarge && isRewriteDue(connection)) {
      connection.exec('VACUUM');
      markRewritten(connection);
    }
    const [log] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return { isLogEmpty: log?.busy === 0, isRewriteDue: isRewriteDue(connection) };
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) throw error;
    return { isLogEmpty: false, isRewriteDue: isLarge && isRewriteDue(connection) };
  }
}

/** Whether something was erased since the file was written anew, or that never happened. */
export function isRewriteDue(connection: BetterSqlite.Database): boolean {
  return connection.prepare('select 1 from daemon_state where name = ?').get(rewrittenMark) === undefined;
}

/** The file was written anew, and nothing was erased since. */
export function markRewritten(connection: BetterSqlite.Database): void {
  connection.prepare(`insert or ignore into daemon_state (name, value) values (?, 'yes')`).run(rewrittenMark);
}

/** On start, before anybody waits: a small file is written anew if that is due; one without people has nothing to clear. */
export function rewriteIfSmall(
  connection: BetterSqlite.Database,
  atOnce: number,
  tell: (news: StoreEvent) => void,
): void {
  if (!isRewriteDue(connection)) return;
  const isEmpty = connection.prepare('select 1 from people limit 1').get() === undefined;
  if (!isEmpty && sizeOf(connection) > atOnce) return;
  try {
    if (!isEmpty) connection.exec('VACUUM');
    markRewritten(connection);
  } catch (error) {
    // It takes as much room again as the file; without that the bot still works.
    if (!mayLackRoom.test(codeOf(error))) throw error;
    tell({ kind: 'not_vacuumed', reason: messageOf(error) });
  }
}

const mayLackRoom = /^SQLITE_(FULL|IOERR|BUSY|LOCKED)/;

function sizeOf(connection: BetterSqlite.Database): number {
  const pages = Number(connection.pragma('page_count', { simple: true }));
  return pages * Number(connection.pragma('page_size', { simple: true }));
}
