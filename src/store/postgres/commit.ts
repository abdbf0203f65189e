import type { Client, QueryResult } from 'pg';
import { readMark, type MarkRow } from './leader';

// The connection may break after the server has received COMMIT and before its answer arrives. The outcome is then looked up on
// the server, which remembers the status of every transaction for a while.

/** A transaction in progress. */
export interface BegunTransaction {
  /** The server's transaction ID. */
  readonly id: string;
  readonly mark: MarkRow | undefined;
}

/**
 * Begins a transaction and locks the leader's mark: until it ends, nobody else can take the lead. The lock assigns a transaction
 * ID anyway, so asking for it costs nothing; it is one round trip.
 */
export async function beginTransaction(client: Client): Promise<BegunTransaction> {
  const lockMark = readMark(`value, txid_current()::text as id`);
  // A boundary: for several statements pg returns an array of results, which its types don't say.
  const [, { rows }] = (await client.query(`begin; ${lockMark} for share`)) as unknown as [
    unknown,
    QueryResult<MarkRow & { readonly id: string }>,
  ];
  return { id: rows[0]?.id ?? '', mark: rows[0] };
}

/** The outcome of a transaction. `unknown`: this server can't tell. */
export type TransactionOutcome = 'committed' | 'rolled_back' | 'unknown';

/**
 * Looks up the outcome of a transaction on another connection, and waits for its end if it is still running. `check` gets the
 * current leader's mark, and may throw.
 */
export async function commitOutcome(
  client: Client,
  id: string,
  check: (mark: MarkRow | undefined) => void,
): Promise<TransactionOutcome> {
  // The transaction holds its lock on the mark until it ends, so once the mark can be locked, it has ended. A boundary, as above.
  const [, before, mark] = (await client.query(
    `begin; ${readMark('xmax::text as locker')}; ${readMark('value')} for update`,
  )) as unknown as [unknown, QueryResult<{ readonly locker: string }>, QueryResult<MarkRow>];
  check(mark.rows[0]);
  // A promoted standby that never saw the transaction may have reused its ID. Such a standby hasn't seen the lock on the mark
  // either: xmax still has the ID, in 32 bits, of the last transaction to lock the row.
  if (before.rows[0]?.locker !== (BigInt(id) % 2n ** 32n).toString()) {
    await client.query('rollback');
    return 'unknown';
  }
  const { rows } = await client.query<{ status: string | null }>('select txid_status($1::bigint) as status', [id]);
  await client.query('rollback');
  switch (rows[0]?.status) {
    case 'committed':
      return 'committed';
    case 'aborted':
      return 'rolled_back';
    default:
      return 'unknown';
  }
}
