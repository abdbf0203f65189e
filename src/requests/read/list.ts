import { requestId, type Instant, type PersonId, type RequestId } from '../../lifecycle/ids';
import { statuses as allStatuses, type Status } from '../../lifecycle/request';
import type { Queries } from '../../store/queries';
import type { ListFilter, ListPosition } from '../../store/queries/lists';
import type { Reading } from '../../transaction/transaction';
import type { Transactions } from '../../transaction/transactions';
import type { NotAnAdmin } from '../authorise';
import { clientNamed, mostIndexed, readSearch, type UnclearSearch, type Wanted } from '../find';
import { itemsOf, type RequestItem } from './item';
import { readCursor, writeCursor, type ListCursor } from './list-cursor';
import { authoriseReader, type Reader } from './reader';

/** Which requests to list. What is missing filters nothing. */
export interface ListQuery {
  readonly statuses?: readonly Status[];
  /** What `/find` would find. */
  readonly search?: string;
  /** Whose decision stands. */
  readonly reviewer?: PersonId;
  readonly client?: PersonId;
  /** Submitted from then on. */
  readonly from?: Instant;
  /** Submitted before then. */
  readonly to?: Instant;
  /** How many at most; from 1. */
  readonly limit: number;
  /** Where another page ended: its `next`. */
  readonly after?: string;
}

export interface RequestList {
  /**
   * First those that wait, the longest waiting first; then the others, newest first, by their decision or else their submission.
   * A search that finds very many has those others by number instead, newest first.
   */
  readonly items: readonly RequestItem[];
  /** By which the list goes on; null: it doesn't. It may go on after a page that is not full, or even empty: a page costs so much at most. */
  readonly next: string | null;
  /** How many requests there are of each status, whatever the filters. */
  readonly counts: Readonly<Record<Status, number>>;
}

/** No list has ended there. */
export interface UnknownCursor {
  readonly refused: 'unknown_cursor';
}

/** A page of requests. */
export async function listRequests(
  transactions: Pick<Transactions, 'read' | 'run'>,
  reader: Reader,
  query: ListQuery,
  signal: AbortSignal,
): Promise<RequestList | NotAnAdmin | UnclearSearch | UnknownCursor> {
  const cursor = query.after === undefined ? null : readCursor(query.after);
  if (query.after !== undefined && cursor === null) return { refused: 'unknown_cursor' };
  const written = query.search?.trim() ?? '';
  const wanted = written === '' ? null : readSearch(written);
  if (wanted === null && written !== '') return { refused: 'unclear_search' };
  if (wanted !== null) await indexSearched(transactions, reader, wanted, signal);
  return transactions.read(async (reading) => {
    const forbidden = authoriseReader(reading, reader);
    if (forbidden !== null) return forbidden;
    const { store, community } = reading;
    const { places, next } = await pageOf(reading, query, wanted, cursor);
    const items = await itemsOf(
      store,
      community,
      places.map(({ id }) => id),
    );
    return { items, next: next === null ? null : writeCursor(next), counts: await store.requests.counts() };
  });
}

/** What has come since the last sweep is found as well. */
export async function indexSearched(
  transactions: Pick<Transactions, 'read' | 'run'>,
  reader: Reader,
  { words }: Wanted,
  signal: AbortSignal,
): Promise<void> {
  if (words.length === 0) return;
  const isBehind = await transactions.read(
    async (reading) => authoriseReader(reading, reader) === null && reading.store.search.isBehind(),
  );
  if (isBehind) await transactions.run((tx) => tx.store.search.index(mostIndexed), signal);
}

interface Page {
  readonly places: readonly ListCursor[];
  readonly next: ListCursor | null;
}

async function pageOf(
  { store }: Reading,
  query: ListQuery,
  wanted: Wanted | null,
  cursor: ListCursor | null,
): Promise<Page> {
  const { statuses = [], reviewer = null, client = null, from = null, to = null, limit } = query;
  const filter = { statuses: statuses.length === 0 ? allStatuses : statuses, reviewer, client, from, to };
  return wanted === null ? inOrder(store, filter, cursor, limit) : found(store, filter, wanted, cursor, limit);
}

const nothing: Page = { places: [], next: null };

/** Without a search. */
async function inOrder(store: Queries, filter: ListFilter, cursor: ListCursor | null, limit: number): Promise<Page> {
  const inOthers = cursor !== null && cursor.part !== 'waiting';
  const waiting =
    inOthers || !filter.statuses.includes('pending') ? [] : await store.lists.waiting(filter, cursor, limit + 1);
  if (waiting.length > limit) return cut(waiting.map(inPart('waiting')), limit);
  const { places, reached } = await store.lists.others(filter, inOthers ? cursor : null, limit + 1 - waiting.length);
  const page = cut([...waiting.map(inPart('waiting')), ...places.map(inPart('others'))], limit);
  return { ...page, next: page.next ?? (reached === null ? null : { part: 'others', ...reached }) };
}

const inPart =
  (part: ListCursor['part']) =>
  ({ at, id }: ListPosition): ListCursor => ({ part, at, id });

/** As many as fit on a page, which goes on after the last of them if there are more. */
function cut(places: readonly ListCursor[], limit: number): Page {
  const shown = places.slice(0, limit);
  return { places: shown, next: places.length > limit ? (shown.at(-1) ?? null) : null };
}

async function found(
  store: Queries,
  filter: ListFilter,
  wanted: Wanted,
  cursor: ListCursor | null,
  limit: number,
): Promise<Page> {
  const { words, number } = wanted;
  // The request that is named stands first.
  const first = cursor !== null || number === null ? [] : await store.lists.among([number], filter);
  const named = first.map(inPart('by_number'));
  if (words.length === 0) return { places: named, next: null };
  if (named.length === limit) return { places: named, next: beginning };
  const client = await clientNamed(store, wanted);
  const left = limit - named.length;
  const page =
    client === null
      ? await withWords(store, filter, wanted, cursor, left)
      : await ofClient(store, filter, { client, number }, cursor, left);
  return { ...page, places: [...named, ...page.places] };
}

/** Before all that is in a list. */
const beginning: ListCursor = { part: 'waiting', at: 0, id: requestId(0) };
/** Before all that a search has by number. */
const newestByNumber: ListCursor = { part: 'by_number', at: 0, id: requestId(999_999_999_999_999) };

/** What somebody whose ID is looked for has sent, but the request that stands first because its number is named. */
async function ofClient(
  store: Queries,
  filter: ListFilter,
  { client, number }: { readonly client: PersonId; readonly number: RequestId | null },
  cursor: ListCursor | null,
  limit: number,
): Promise<Page> {
  if (filter.client !== null && filter.client !== client) return nothing;
  const { places, next } = await inOrder(store, { ...filter, client }, cursor, limit);
  return { places: places.filter(({ id }) => id !== number), next };
}

/** A search that finds so many at most is put into the order of the list. */
const mostSorted = 500;
/** For a search that finds more, or has words that no index holds, each page looks through so many of the list at most. */
const mostLookedThrough = 1_000;
/** The share of requests that a search finds, from which on the list itself is looked through for them. */
const common = 0.05;

/**
 * What is found is listed in the order of the list. But where very many are found that are a small part of many more, those that don’t
 * wait come by number, newest first, since only the index of words finds them quickly.
 */
async function withWords(
  store: Queries,
  filter: ListFilter,
  wanted: Wanted,
  cursor: ListCursor | null,
  limit: number,
): Promise<Page> {
  if (cursor?.part === 'by_number') return byNumber(store, filter, wanted, cursor.id, limit);
  const { ids, first, reached } = await store.search.matches(wanted.words, { from: 'newest' }, mostSorted);
  if (reached === null) return sorted(await othersAmong(store, ids, wanted, filter), cursor, limit);
  const share = ids.length / (first - reached + 1);
  // No index has led to them.
  if (ids.length < mostSorted) return lookThrough(store, filter, wanted, cursor, limit, mostLookedThrough);
  if (share >= common) return lookThrough(store, filter, wanted, cursor, limit, Math.ceil((2 * limit) / share));
  const page = await lookThrough(store, filter, wanted, cursor, limit, mostLookedThrough);
  // The list may have little else, or its next stretch those that wait; or it went on this way before.
  if (cursor?.part === 'others' || page.next === null || page.next.part === 'waiting') return page;
  const waiting = page.places.filter(({ part }) => part === 'waiting');
  if (waiting.length === limit) return { places: waiting, next: newestByNumber };
  const others = await byNumber(store, filter, wanted, null, limit - waiting.length);
  return { ...others, places: [...waiting, ...others.places] };
}

/** Those in the next stretch of the list that have the words. */
async function lookThrough(
  store: Queries,
  filter: ListFilter,
  { words, number }: Wanted,
  cursor: ListCursor | null,
  limit: number,
  stretch: number,
): Promise<Page> {
  const listed = await inOrder(store, filter, cursor, Math.min(stretch, mostLookedThrough));
  const ids = listed.places.map(({ id }) => id);
  const having = await store.search.having(ids, words);
  const page = cut(
    listed.places.filter(({ id }) => having.has(id) && id !== number),
    limit,
  );
  return { ...page, next: page.next ?? listed.next };
}

/** Those that don’t wait. */
async function byNumber(
  store: Queries,
  filter: ListFilter,
  wanted: Wanted,
  before: RequestId | null,
  limit: number,
): Promise<Page> {
  const { ids, reached } = await store.search.matches(
    wanted.words,
    before === null ? { from: 'newest' } : { from: 'before', request: before },
    mostSorted,
  );
  const statuses = filter.statuses.filter((status) => status !== 'pending');
  const left = await othersAmong(store, ids, wanted, { ...filter, statuses });
  const page = cut(
    left.map(inPart('by_number')).sort((a, b) => b.id - a.id),
    limit,
  );
  return { ...page, next: page.next ?? (reached === null ? null : { part: 'by_number', at: 0, id: reached }) };
}

/** Without the request that stands first because its number is named. */
const othersAmong = (store: Queries, ids: readonly RequestId[], { number }: Wanted, filter: ListFilter) =>
  store.lists.among(
    ids.filter((id) => id !== number),
    filter,
  );

/** All that a search has found, in the order of the list. */
function sorted(
  all: readonly (ListPosition & { readonly status: Status })[],
  cursor: ListCursor | null,
  limit: number,
): Page {
  const inList = all
    .map(({ at, id, status }): ListCursor => ({ part: status === 'pending' ? 'waiting' : 'others', at, id }))
    .sort(byPlace);
  return cut(cursor === null ? inList : inList.filter((place) => byPlace(place, cursor) > 0), limit);
}

function byPlace(a: ListCursor, b: ListCursor): number {
  if (a.part !== b.part) return a.part === 'waiting' ? -1 : 1;
  const oldestFirst = a.at - b.at || a.id - b.id;
  return a.part === 'waiting' ? oldestFirst : -oldestFirst;
}
