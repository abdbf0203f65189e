import type { Client } from 'pg';
import { contentLines, digestOf, firstDigest, salted } from '../chain';

/** Read and written at a time. */
const batch = 1000;
/** How many events are chained between two reports. */
const reportEvery = 100_000;

/** An event as the server writes it, with the request's row where that knows more of it. */
interface Unchained {
  readonly id: string;
  readonly values: readonly (string | null)[];
  readonly message: string;
  readonly reason: string | null;
  readonly isLast: boolean;
  readonly isLastApproval: boolean;
  readonly status: string | null;
  readonly coApprovers: string | null;
  readonly beforeAppeal: string | null;
}

/** The time of an event in milliseconds since 1970, as the chain has it; a part of a millisecond shows. */
const millisOf = (column: string): string =>
  `rtrim(rtrim(((date_part('epoch', ${column}) * 1000000)::bigint / 1000.0)::text, '0'), '.')`;

/**
 * Chains the history of before there was a chain: every event of the table, in place. Whose approvals counted besides the last one
 * is known of what stands, and until when a request waits after its last event, both from its row. Only a batch is in memory. The caller has removed the trigger that refuses it.
 */
export async function chainHistory(
  client: Client,
  report: (done: number, total: number) => void = () => {},
): Promise<void> {
  const { rows: counted } = await client.query<{ total: string }>('select count(*) as total from request_events');
  const total = Number(counted[0]?.total ?? 0);
  let digest = firstDigest;
  let done = 0;
  for (let after = String(Number.MIN_SAFE_INTEGER); ;) {
    const rows = await read(client, after);
    const ids: string[] = [];
    const columns: (string | null)[][] = [[], [], [], [], [], []];
    const areLast: boolean[] = [];
    for (const { id, values, isLast, message, reason, ...row } of rows) {
      const coApprovers = coApproversOf(row);
      const [saltedMessage, saltedReason] = [salted(message), salted(reason)];
      digest = digestOf(
        digest,
        Number(id),
        contentLines([...values, coApprovers, saltedMessage.hash, saltedReason.hash]),
      );
      ids.push(id);
      areLast.push(isLast);
      const written = [
        coApprovers,
        saltedMessage.salt,
        saltedMessage.hash,
        saltedReason.salt,
        saltedReason.hash,
        digest,
      ];
      written.forEach((value, n) => columns[n]?.push(value));
      after = id;
      done += 1;
      if (done % reportEvery === 0) report(done, total);
    }
    if (rows.length > 0) await client.query(write, [ids, ...columns, areLast]);
    if (rows.length < batch) return;
  }
}

const write = `
  update request_events set co_approvers = new.co_approvers, message_salt = new.message_salt, message_hash = new.message_hash,
    reason_salt = new.reason_salt, reason_hash = new.reason_hash, digest = new.digest,
    expires_at = case when new.is_last then (select expires_at from requests where requests.id = request_events.request_id) end
  from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[])
    as new (id, co_approvers, message_salt, message_hash, reason_salt, reason_hash, digest, is_last)
  where request_events.id = new.id`;

async function read(client: Client, after: string): Promise<readonly Unchained[]> {
  const { rows } = await client.query<Unchained>(
    `select event.id, array[request_id::text, event, from_status, to_status, actor_id::text, ${millisOf('at')},
        update_id::text, via, event.round::text, case when is_last then ${millisOf('requests.expires_at')} end] as values,
       is_last as "isLast", event.message, event.reason, event.event = 'approve' and not exists (
         select from request_events later where later.request_id = event.request_id and later.event = 'approve' and later.id > event.id
       ) as "isLastApproval",
       status, requests.co_approvers as "coApprovers",
       case when before_appeal like '%"coApprovers"%' then before_appeal end as "beforeAppeal"
     from request_events event left join requests on requests.id = event.request_id
     cross join lateral (select not exists (
       select from request_events later where later.request_id = event.request_id and later.id > event.id
     ) as is_last) as place
     where event.id > $1 order by event.id limit ${batch}`,
    [after],
  );
  return rows;
}

function coApproversOf({
  isLastApproval,
  status,
  coApprovers,
  beforeAppeal,
}: Omit<Unchained, 'id' | 'values' | 'isLast' | 'message' | 'reason'>) {
  if (!isLastApproval) return null;
  if (status === 'approved' || status === 'revoked') return coApprovers;
  if (beforeAppeal === null) return null;
  // A boundary: this program wrote it.
  const { coApprovers: before } = JSON.parse(beforeAppeal) as { readonly coApprovers?: unknown };
  return before === undefined ? null : JSON.stringify(before);
}
