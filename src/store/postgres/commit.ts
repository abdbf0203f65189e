import type { Client, QueryResult } from 'pg';
import { readMark, type MarkRow } from './leader';

// The connection may die after the server has got COMMIT and before its answer has come. Whether the transaction happened is
// then found out from the server, which remembers for a while what became of every transaction.

/** A transaction that has begun. */
export interface BegunTransaction {
  /** The server's number for it. */
  readonly id: string;
  readonly mark: MarkRow | undefined;
}

/**
 * Begins a transaction that keeps the leader's mark from changing: until it ends, nobody else can take the lead. The lock
 * needs a transaction number anyway, so asking for that costs nothing; all of it is one round trip.
 */
export async function beginTransaction(client: Client): Promise<BegunTransaction> {
  const lockMark = readMark(`value, txid_current()::text as id`);
  // The boundary: pg answers several statements with a result each, which its types don't know.
  const [, { rows }] = (await client.query(`begin; ${lockMark} for share`)) as unknown as [
    unknown,
    QueryResult<MarkRow & { readonly id: string }>,
  ];
  return { id: rows[0]?.id ?? '', mark: rows[0] };
}

/** What became of a transaction. `unknown`: this server can't tell. */
export type TransactionOutcome = 'committed' | 'rolled_back' | 'unknown';

/**
 * Finds out on another connection what became of a transaction, and waits for its end if it still runs. `check` is given the
 * mark of who leads now, and may throw.
 */
export async function commitOutcome(
  client: Client,
  id: string,
  check: (mark: MarkRow | undefined) => void,
): Promise<TransactionOutcome> {
  // Its lock on the mark lasts as long as the transaction, so whoever gets the mark for themselves finds it over.
  const [, before, mark] = (await client.query(
    `begin; ${readMark('xmax::text as locker')}; ${readMark('value')} for update`,
  )) as unknown as [unknown, QueryResult<{ readonly locker: string }>, QueryResult<MarkRow>];
  check(mark.rows[0]);
  // A standby that was promoted without having seen the transaction may have given its number to another. It has not seen
  // the lock on the mark either: xmax still bears the number, in 32 bits, of whoever locked the row last.
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
