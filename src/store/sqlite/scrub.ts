import type BetterSqlite from 'better-sqlite3';
import { codeOf, messageOf } from '../errors';
import type { StoreEvent } from '../store-event';

// With secure_delete SQLite overwrites what is deleted. Where it moves rows from one page to another it leaves copies behind all
// the same, in space that no row uses: only VACUUM, which writes the whole file anew, is sure to remove those.

/** A file of up to this many bytes is written anew within half a second or so; a larger one, at the next start. */
const mostAtOnce = 64 * 1024 * 1024;

/** The name in `daemon_state` that says nothing was erased since the file was written anew. */
const vacuumed = 'vacuumed';

/** See `Engine.scrub`. The connection is in no transaction. */
export function scrub(connection: BetterSqlite.Database): boolean {
  try {
    if (sizeOf(connection) <= mostAtOnce) connection.exec('VACUUM');
    else connection.prepare('delete from daemon_state where name = ?').run(vacuumed);
    const [log] = connection.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return log?.busy === 0;
  } catch (error) {
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return false;
    throw error;
  }
}

/** On start, before anybody waits: writes the file anew if something was erased since that was done, or it never was. */
export function vacuumIfWanted(connection: BetterSqlite.Database, tell: (news: StoreEvent) => void): void {
  if (connection.prepare('select 1 from daemon_state where name = ?').get(vacuumed) !== undefined) return;
  const isEmpty = connection.prepare('select 1 from people limit 1').get() === undefined;
  try {
    if (!isEmpty) connection.exec('VACUUM');
    connection.prepare(`insert into daemon_state (name, value) values (?, 'yes')`).run(vacuumed);
  } catch (error) {
    // It takes as much room again as the file; without that the bot still works.
    if (!/^SQLITE_(FULL|IOERR|BUSY|LOCKED)/.test(codeOf(error))) throw error;
    tell({ kind: 'not_vacuumed', reason: messageOf(error) });
  }
}

function sizeOf(connection: BetterSqlite.Database): number {
  const pages = Number(connection.pragma('page_count', { simple: true }));
  return pages * Number(connection.pragma('page_size', { simple: true }));
}
