import type { PersonId, RequestId } from '../lifecycle/ids';
import { longestNote } from '../lifecycle/limits';
import type { Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { refreshCards } from './cards';
import { currentRequest } from './current';
import type { NoSuchRequest } from './decide';
import type { TooLong } from './submit';

/** A note is kept, about whose request. */
export interface Noted {
  readonly clientName: string;
  /** It was kept just now. */
  readonly isNew: boolean;
}

/**
 * Keeps an admin's note about a request, whatever its status: it decides nothing, and only admins ever see it. Refused where it
 * is longer than `longestNote`. Every admin's card follows. `after`: a note of theirs in the same words with a greater number is
 * this one, sent again because its answer was lost, and is kept once; null: it is a new one.
 */
export async function note(
  tx: Transaction,
  admin: PersonId,
  id: RequestId,
  text: string,
  after: number | null = null,
): Promise<Noted | NotAnAdmin | NoSuchRequest | TooLong> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  if (text.length > longestNote) return { refused: 'too_long', length: text.length, limit: longestNote };
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  const written = { requestId: id, authorId: admin, text };
  const isNew = after === null || !(await tx.store.notes.hasAfter(after, written));
  if (isNew) {
    await tx.store.notes.add({ ...written, at: tx.now });
    tx.touch(id);
    await refreshCards(tx, id, stored.request.round, admin);
  }
  const client = await tx.store.people.get(stored.request.clientId);
  return { clientName: client?.name ?? '', isNew };
}
