import { contentLines, digestOf, firstDigest, hashOfText } from '../store/chain';
import type { ChainedRow, HistoryReader } from '../store/history';
import { followingRows } from './rows';

/** What a check of the whole history has found. */
export type Verified =
  | { readonly holds: true; readonly events: number; readonly requests: number; readonly digest: string }
  /** The first that does not follow, and why. */
  | { readonly holds: false; readonly kind: 'event' | 'request'; readonly id: string; readonly why: string }
  /** All follows, but the digest that was expected is not in the chain. */
  | { readonly holds: false; readonly kind: 'digest'; readonly digest: string };

/** What does not follow, and why. */
export interface Wrong {
  readonly kind: 'event' | 'request';
  readonly id: string;
  readonly why: string;
}

/** What a look at the chain has found; `isFound`: the digest that was expected is in it. */
export type FoundChain =
  | { readonly wrong: Wrong }
  | { readonly wrong: null; readonly events: number; readonly digest: string; readonly isFound: boolean };

/** What a look at the requests has found. */
export type FoundRequests = { readonly wrong: Wrong } | { readonly wrong: null; readonly requests: number };

interface Watched {
  /** Called now and then with the share that is done, from 0 to 1. */
  readonly progress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export interface VerifyOptions extends Watched {
  /** A digest that has to be in the chain still; null: none. */
  readonly expected: string | null;
}

/**
 * Checks that the history is the chain that was written, and that every request's row follows from it. Memory does not grow with
 * the history. Throws the reason of `signal`.
 */
export async function verifyHistory(
  reader: HistoryReader,
  { expected, progress = () => {}, signal }: VerifyOptions,
): Promise<Verified> {
  const watched = (from: number): Watched => ({
    progress: (done) => progress(from + done / 2),
    ...(signal && { signal }),
  });
  const chain = await verifyChain(reader, { expected, ...watched(0) });
  return chain.wrong === null ? verdict(chain, await verifyRequests(reader, watched(0.5))) : verdict(chain, null);
}

/** What both looks come to. The requests are not looked at (null) where the chain is broken. */
export function verdict(chain: FoundChain, requests: FoundRequests | null): Verified {
  if (chain.wrong !== null) return { holds: false, ...chain.wrong };
  if (requests === null) throw new Error('the requests were not looked at');
  if (requests.wrong !== null) return { holds: false, ...requests.wrong };
  const { digest, events, isFound } = chain;
  if (!isFound) return { holds: false, kind: 'digest', digest };
  return { holds: true, events, requests: requests.requests, digest };
}

/** Whether each event follows the one before. Throws the reason of `signal`. */
export async function verifyChain(
  reader: HistoryReader,
  { expected, progress = () => {}, signal }: VerifyOptions,
): Promise<FoundChain> {
  let digest = firstDigest;
  let isFound = expected === null || expected === digest;
  let events = 0;
  for await (const rows of reader.chained()) {
    signal?.throwIfAborted();
    for (const row of rows) {
      const why = whyNot(row, digest);
      if (why !== null) return { wrong: { kind: 'event', id: String(row[0]), why } };
      digest = row[8] ?? '';
      if (digest === expected) isFound = true;
    }
    events += rows.length;
    progress(events / reader.events);
  }
  return { wrong: null, events, digest, isFound };
}

/** Whether each request's row follows from its events. Throws the reason of `signal`. */
export async function verifyRequests(
  reader: HistoryReader,
  { progress = () => {}, signal }: Watched,
): Promise<FoundRequests> {
  let read = 0;
  let requests = 0;
  for await (const found of followingRows(reader)) {
    signal?.throwIfAborted();
    if (found.wrong !== null) return { wrong: found.wrong };
    read += found.events;
    requests += found.requests;
    progress(read / reader.events);
  }
  return { wrong: null, requests };
}

/** Why an event does not follow one with the digest `before`; null: it does. */
function whyNot(row: ChainedRow, before: string): string | null {
  const [id, facts, message, messageSalt, messageHash, reason, reasonSalt, reasonHash, digest, erasedAt] = row;
  const content = contentLines([facts, messageHash, reasonHash]);
  if (digestOf(before, Number(id), content) !== digest)
    return 'its digest is not over the event before and what it says: one of them was changed, added or removed';
  const isErased = erasedAt !== null;
  return (
    whyNotText('message', message, messageSalt, messageHash, isErased) ??
    whyNotText('reason', reason, reasonSalt, reasonHash, isErased)
  );
}

function whyNotText(
  name: string,
  text: string | null,
  salt: string | null,
  hash: string | null,
  isErased: boolean,
): string | null {
  if (text === null && salt === null) {
    if (hash === null) return null;
    if (!isErased) return `its ${name} is gone, and was not erased`;
    // What SQLite takes in the place of a text, or of none, has the same bytes.
    return typeof hash === 'string' && hash !== '' ? null : `the hash of its ${name} was changed`;
  }
  if (isErased) return 'its texts were erased, and there is one again';
  if (text === null) return `its ${name} has a salt without a text`;
  const isText = typeof text === 'string' && typeof salt === 'string';
  return isText && hash === hashOfText(salt, text) ? null : `its ${name} was changed`;
}
