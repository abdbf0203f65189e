import type { PersonId, RequestId } from '../lifecycle/ids';
import type { StoredRequest } from '../store/queries/requests';
import { change, system, type CardsFollow } from './change';
import type { Transaction } from '../transaction/transaction';

/** The client's open request, or else the one that ended last, as it is now; null: they never asked. */
export async function latestRequest(tx: Transaction, client: PersonId): Promise<StoredRequest | null> {
  return asOfNow(tx, await tx.store.requests.latestOf(client));
}

/** A request as it is now; null if it doesn't exist. */
export async function currentRequest(tx: Transaction, id: RequestId): Promise<StoredRequest | null> {
  return asOfNow(tx, await tx.store.requests.get(id));
}

/** The request is past its term: it expires, and everybody concerned is told. */
export async function expire(tx: Transaction, stored: StoredRequest, follow: CardsFollow): Promise<void> {
  await change(tx, stored, { type: 'expire' }, system, follow);
}

/** Whether there is a request of that number. */
export const requestExists = async ({ store }: Transaction, id: RequestId): Promise<boolean> =>
  (await store.requests.get(id)) !== null;

/** A request past its term is expired for everybody, even before the next sweep. */
async function asOfNow(tx: Transaction, stored: StoredRequest | null): Promise<StoredRequest | null> {
  if (stored === null || stored.request.status !== 'pending' || tx.now < stored.request.expiresAt) return stored;
  await expire(tx, stored, 'cards_follow');
  return tx.store.requests.get(stored.id);
}
