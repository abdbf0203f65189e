import { csv } from '../../export/formats';
import { columns, stretches, type Exported, type ReadOnce } from '../../export/rows';
import type { Queries } from '../../store/queries';
import type { Transactions } from '../../transaction/transactions';
import type { NotAnAdmin } from '../authorise';
import { clientNamed, readSearch, type UnclearSearch, type Wanted } from '../find';
import { indexSearched, type ListQuery } from './list';
import { authoriseReader, type Reader } from './reader';

/** The reader may not see any more what they were reading. */
class ReaderRefused extends Error {
  override readonly name = 'ReaderRefused';
}

/**
 * The requests of a list as CSV, as the command `export` writes it: part by part, no faster than they are taken, with few rows in
 * memory. Each part asks anew whether the reader may see it, and throws if they may not.
 */
export async function exportList(
  transactions: Pick<Transactions, 'read' | 'run'>,
  reader: Reader,
  query: Omit<ListQuery, 'limit' | 'after'>,
  signal: AbortSignal,
): Promise<AsyncIterable<string> | NotAnAdmin | UnclearSearch> {
  const written = query.search?.trim() ?? '';
  const wanted = written === '' ? null : readSearch(written);
  if (wanted === null && written !== '') return { refused: 'unclear_search' };
  if (wanted !== null) await indexSearched(transactions, reader, wanted, signal);
  const filter = await transactions.read(
    async (reading) => authoriseReader(reading, reader) ?? filterOf(reading.store, query, wanted),
  );
  if ('refused' in filter) return filter;
  const read: ReadOnce = (job) =>
    transactions.read(async (reading) => {
      if (authoriseReader(reading, reader) !== null) throw new ReaderRefused('the reader is no admin any more');
      return job(reading.store);
    });
  return textOf(read, filter, signal);
}

/** Reading so many rows takes a few milliseconds, and others get their turn in between. */
const atOnce = 100;

async function* textOf(read: ReadOnce, filter: Exported, signal: AbortSignal): AsyncGenerator<string> {
  const format = csv();
  yield format.head(columns.requests);
  for await (const { rows } of stretches(read, 'requests', filter, atOnce)) {
    signal.throwIfAborted();
    const text = rows.map((row) => format.row(columns.requests, row)).join('');
    if (text !== '') yield text;
  }
}

async function filterOf(
  store: Queries,
  query: Omit<ListQuery, 'limit' | 'after'>,
  wanted: Wanted | null,
): Promise<Exported> {
  const { statuses = [] } = query;
  return {
    statuses: statuses.length === 0 ? null : statuses,
    reviewer: query.reviewer ?? null,
    client: query.client ?? null,
    since: query.from ?? null,
    until: query.to ?? null,
    search: wanted === null ? null : { ...wanted, client: await clientNamed(store, wanted) },
  };
}
