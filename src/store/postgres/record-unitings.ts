import type { Client } from 'pg';
import { noEvent, recorded, unrecordedUnitings, type Unrecorded } from '../unitings';

/** Writes into the history who has become one with whom before it had events of that. */
export async function recordUnitings(client: Client): Promise<void> {
  const types = { getTypeParser: () => (text: string) => text };
  const found = await client.query({ text: unrecordedUnitings('postgres'), rowMode: 'array', types });
  // A boundary: the statement says what the rows are.
  const unrecorded = found.rows as unknown as readonly Unrecorded[];
  if (unrecorded.length === 0) return;
  const { rows } = await client.query<{ now: string }>(`select floor(extract(epoch from now()) * 1000)::bigint as now`);
  const now = Number(rows[0]?.now ?? 0);
  const { rows: events } = await client.query<{ id: string; digest: string }>(
    'select id, digest from request_events where id > 0 order by id desc limit 1',
  );
  let newest = events[0] === undefined ? noEvent : { id: Number(events[0].id), digest: events[0].digest };
  for (const row of unrecorded) {
    const { id, salt, hash, digest } = recorded(row, newest, now);
    await client.query(write, [id, now, salt, hash, digest, row[0]]);
    newest = { id, digest };
  }
}

const write = `
  insert into request_events (id, request_id, event, from_status, to_status, actor_id, at, via, message, round, expires_at,
    message_salt, message_hash, digest)
  select $1, id, 'unite', status, status, client_id, to_timestamp($2::bigint / 1000.0), 'system', message, round, expires_at, $3, $4, $5
  from requests where id = $6`;
