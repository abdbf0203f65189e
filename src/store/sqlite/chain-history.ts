import type BetterSqlite from 'better-sqlite3';
import { contentLines, digestOf, firstDigest, salted } from '../chain';

/** Read and written at a time. */
const batch = 1000;
/** How many events are chained between two reports. */
const reportEvery = 100_000;

/** An event of before there was a chain, as it is stored. */
interface Unchained {
  readonly id: number;
  readonly request_id: number;
  readonly event: string;
  readonly from_status: string | null;
  readonly to_status: string;
  readonly actor_id: number | null;
  readonly at: number;
  readonly reason: string | null;
  readonly update_id: number | null;
  readonly via: string | null;
  readonly message: string;
  readonly round: number;
  readonly expires_at: number | null;
  readonly co_approvers: string | null;
}

/**
 * Copies a history from a table that has no chain into one that has, which is empty. Whose approvals counted besides the last one
 * is known of what stands, and until when a request waits after its last event, both from its row. Only a batch is in memory.
 */
export function chainHistory(
  connection: BetterSqlite.Database,
  { from, to }: { readonly from: string; readonly to: string },
  report: (done: number, total: number) => void = () => {},
): void {
  const { total } = connection.prepare<[], { total: number }>(`SELECT count(*) AS total FROM ${from}`).get() ?? {
    total: 0,
  };
  const read = connection.prepare<[number], Unchained>(`
    SELECT id, request_id, event, from_status, to_status, actor_id, at, reason, update_id, via, message, round,
      CASE WHEN event = 'approve' AND NOT EXISTS (
        SELECT 1 FROM ${from} AS later WHERE later.request_id = this.request_id AND later.event = 'approve' AND later.id > this.id
      ) THEN (
        SELECT CASE WHEN status IN ('approved', 'revoked') THEN co_approvers ELSE json_extract(before_appeal, '$.coApprovers') END
        FROM requests WHERE id = this.request_id
      ) END AS co_approvers,
      CASE WHEN NOT EXISTS (
        SELECT 1 FROM ${from} AS later WHERE later.request_id = this.request_id AND later.id > this.id
      ) THEN (SELECT expires_at FROM requests WHERE id = this.request_id) END AS expires_at
    FROM ${from} AS this WHERE id > ? ORDER BY id LIMIT ${batch}`);
  const write = connection.prepare(`
    INSERT INTO ${to} (id, request_id, event, from_status, to_status, actor_id, at, reason, update_id, via, message, round,
      expires_at, co_approvers, message_salt, message_hash, reason_salt, reason_hash, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  let digest = firstDigest;
  let done = 0;
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = read.all(after);
    for (const row of rows) {
      const { id, request_id, event, from_status, to_status, actor_id, at, update_id, via, round } = row;
      const { expires_at, co_approvers } = row;
      const [message, reason] = [salted(row.message), salted(row.reason)];
      const values = [request_id, event, from_status, to_status, actor_id, at, update_id, via, round, expires_at];
      digest = digestOf(digest, id, contentLines([...values, co_approvers, message.hash, reason.hash]));
      write.run(
        ...[
          id,
          request_id,
          event,
          from_status,
          to_status,
          actor_id,
          at,
          row.reason,
          update_id,
          via,
          row.message,
          round,
        ],
        ...[expires_at, co_approvers, message.salt, message.hash, reason.salt, reason.hash, digest],
      );
      after = id;
      done += 1;
      if (done % reportEvery === 0) report(done, total);
    }
    if (rows.length < batch) return;
  }
}
