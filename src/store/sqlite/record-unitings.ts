import type BetterSqlite from 'better-sqlite3';
import { noEvent, recorded, unrecordedUnitings, type Unrecorded } from '../unitings';

/** Writes into the history who has become one with whom before it had events of that. */
export function recordUnitings(connection: BetterSqlite.Database): void {
  const unrecorded = connection.prepare<[], Unrecorded>(unrecordedUnitings('sqlite')).raw().all();
  if (unrecorded.length === 0) return;
  const clock = connection.prepare<[], { now: number }>("SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS now");
  const now = clock.get()?.now ?? 0;
  let newest: { readonly id: number; readonly digest: string } =
    connection
      .prepare<[], { id: number; digest: string }>(
        'SELECT id, digest FROM request_events WHERE id > 0 ORDER BY id DESC LIMIT 1',
      )
      .get() ?? noEvent;
  const write = connection.prepare(`
    INSERT INTO request_events (id, request_id, event, from_status, to_status, actor_id, at, via, message, round, expires_at,
      message_salt, message_hash, digest)
    SELECT ?, id, 'unite', status, status, client_id, ?, 'system', message, round, expires_at, ?, ?, ? FROM requests WHERE id = ?`);
  for (const row of unrecorded) {
    const { id, salt, hash, digest } = recorded(row, newest, now);
    write.run(id, now, salt, hash, digest, row[0]);
    newest = { id, digest };
  }
}
