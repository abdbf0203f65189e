import type { PersonId, RequestId } from '../lifecycle/ids';
import { longestNote } from '../lifecycle/limits';
import type { Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { refreshCards } from './cards';
import { currentRequest } from './current';
import type { NoSuchRequest } from './decide';
import type { TooLong } from './submit';

/** A note was kept, about whose request. */
export interface Noted {
  readonly clientName: string;
}

/**
 * Keeps an admin's note about a request, whatever its status: it decides nothing, and only admins ever see it. Refused where it
 * is longer than `longestNote`. Every admin's card follows.
 */
export async function note(
  tx: Transaction,
  admin: PersonId,
  id: RequestId,
  text: string,
): Promise<Noted | NotAnAdmin | NoSuchRequest | TooLong> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  if (text.length > longestNote) return { refused: 'too_long', length: text.length, limit: longestNote };
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  await tx.store.notes.add({ requestId: id, authorId: admin, at: tx.now, text });
  tx.touch(id);
  await refreshCards(tx, id, stored.request.round, admin);
  const client = await tx.store.people.get(stored.request.clientId);
  return { clientName: client?.name ?? '' };
}
