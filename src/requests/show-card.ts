import type { PersonId, RecipientId, RequestId } from '../lifecycle/ids';
import { priorities } from '../store/queries/outbox';
import type { Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { addCard } from './cards';
import { currentRequest } from './current';
import type { NoSuchRequest } from './decide';

/** Owes a chat a card of the request, with its history, for the admin who wants to see it. Null: nothing stands in the way. */
export async function showCard(
  tx: Transaction,
  admin: PersonId,
  chat: RecipientId,
  id: RequestId,
): Promise<NotAnAdmin | NoSuchRequest | null> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const stored = await currentRequest(tx, id);
  if (stored === null) return { refused: 'no_such_request' };
  await addCard(tx, 'shown_card', chat, id, stored.request.round, priorities.answer);
  return null;
}
