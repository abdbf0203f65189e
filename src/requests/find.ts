import { latinDigits } from '../i18n/digits';
import { requestId, type Instant, type PersonId, type RequestId } from '../lifecycle/ids';
import type { Queries } from '../store/queries';
import type { SearchRange } from '../store/queries/search';
import type { Transaction } from '../transaction/transaction';
import { authorise, type AdminsNow, type NotAnAdmin } from './authorise';
import type { FoundLine, FoundPage } from './read/views';

/** What was written names nothing to look for, or too much. */
export interface UnclearSearch {
  readonly refused: 'unclear_search';
}

/** The list is of a search that is no longer kept. */
export interface SearchGone {
  readonly refused: 'search_gone';
}

/** What a search needs of a transaction. */
type Searching = Pick<Transaction, 'store' | 'now'> & AdminsNow;

/** The most words of one search. */
export const mostWords = 10;
/** In characters. */
const longestWord = 100;
const pageLength = 8;
/** After a burst a search first puts at most this many requests into the index, the newest; sweeps do the rest. */
export const mostIndexed = 2000;

/** The newest requests that have all of these words; a request's number, alone, finds that request before all others. */
export async function find(
  tx: Searching,
  admin: PersonId,
  written: string,
): Promise<FoundPage | NotAnAdmin | UnclearSearch> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const wanted = readSearch(written);
  if (wanted === null) return { refused: 'unclear_search' };
  const first = await firstPage(tx, wanted);
  return { ...first, search: first.older ? await tx.store.search.keep(wanted.said, tx.now) : null };
}

/** Another page of what `find` has found: what is older, or newer, than a request of the page before. */
export async function findMore(
  tx: Searching,
  admin: PersonId,
  search: number,
  from: 'before' | 'after',
  request: RequestId,
): Promise<FoundPage | NotAnAdmin | SearchGone> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const said = await tx.store.search.wordsOf(search);
  const wanted = said === null ? null : readSearch(said);
  if (wanted === null) return { refused: 'search_gone' };
  const { lines, lookedThrough, more } = await found(tx, wanted, { from, request });
  // Where fewer are newer than a page holds, it is the first page, with what may have come meanwhile.
  if (from === 'after' && !more) return { ...(await firstPage(tx, wanted)), search };
  return { words: wanted.said, lines, search, newer: true, older: from === 'after' || more, lookedThrough };
}

/** What is looked for. */
export interface Wanted {
  /** As it was written, without needless spaces. */
  readonly said: string;
  readonly words: readonly string[];
  /** The request that it names, where it is a number and nothing else. */
  readonly number: RequestId | null;
}

/** What somebody wants to find; null: what they wrote names nothing to look for, or too much. */
export function readSearch(written: string): Wanted | null {
  const said = written.normalize('NFC').replaceAll('\0', '').trim().replace(/\s+/g, ' ');
  const typed = latinDigits(said);
  const numbered = /^[#№]? ?([1-9]\d{0,14})$/.exec(typed);
  const number = numbered?.[1] === undefined ? null : requestId(Number(numbered[1]));
  const words = [...new Set(said.split(' ').map(unquoted))].filter((word) => word !== '');
  if (words.length > mostWords || words.some((word) => [...word].length > longestWord)) return null;
  // “#12” means the request and nothing else, and “12” stands in too many texts to look for it there.
  const onlyNumber = number !== null && (/^\D/.test(typed) || typed.length < 3);
  if (words.length === 0) return null;
  // The answer repeats it: each word once.
  return { said: [...new Set(said.split(' '))].join(' '), words: onlyNumber ? [] : words, number };
}

/** Quotes around a word are not searched for. */
const unquoted = (word: string): string => word.replace(/^["'“”„«»]+(?=.)|(?<=.)["'“”„«»]+$/gsu, '');

async function firstPage(tx: Searching, wanted: Wanted): Promise<Omit<FoundPage, 'search'>> {
  const exact = wanted.number === null ? [] : await tx.store.search.lines([wanted.number]);
  const { lines, lookedThrough, more } = await found(tx, wanted, { from: 'newest' });
  return { words: wanted.said, lines: [...exact.map(asLine), ...lines], newer: false, older: more, lookedThrough };
}

async function found({ store }: Pick<Searching, 'store'>, wanted: Wanted, range: SearchRange) {
  const { words, number } = wanted;
  if (words.length === 0) return { lines: [], lookedThrough: null, more: false };
  // One for whether there are more, and one for the request that stands first anyway.
  const { ids, lookedThrough } = await numbersOf(store, wanted, range, pageLength + 2);
  const others = ids.filter((id) => id !== number);
  const rows = await store.search.lines(others.slice(0, pageLength));
  return { lines: rows.map(asLine), lookedThrough, more: others.length > pageLength };
}

/** Whose ID is looked for, Telegram's or ours: their requests are found, whatever stands in them. Null: it is something else. */
export async function clientNamed({ people }: Pick<Queries, 'people'>, { words }: Wanted): Promise<PersonId | null> {
  const [word = '', ...others] = words.map(latinDigits);
  const id = Number(word);
  if (others.length > 0 || !/^[1-9]\d{4,}$/.test(word) || !Number.isSafeInteger(id)) return null;
  return (await people.byNumber(id))?.id ?? null;
}

async function numbersOf(store: Queries, wanted: Wanted, range: SearchRange, limit: number) {
  const client = await clientNamed(store, wanted);
  if (client !== null) return store.search.ofClient(client, range, limit);
  await store.search.index(mostIndexed);
  return store.search.find(wanted.words, range, limit);
}

type Row = Omit<FoundLine, 'beginning' | 'erased'> & { readonly message: string; readonly erasedAt: Instant | null };

const asLine = ({ message, erasedAt, ...line }: Row): FoundLine => ({
  ...line,
  beginning: beginningOf(message),
  ...(erasedAt !== null && { erased: true as const }),
});

/** In characters. */
const longestBeginning = 100;

function beginningOf(message: string): string {
  const characters = [...message.replace(/\s+/g, ' ').trim()];
  return characters.length <= longestBeginning
    ? characters.join('')
    : `${characters.slice(0, longestBeginning).join('')}…`;
}
