import type { PersonId, RequestId } from '../lifecycle/ids';
import type { StoredRequest } from '../store/queries/requests';
import { change, type CardsFollow } from './change';
import type { Work } from './work';

/** The client's newest request as it is now; null: they never asked. */
export async function latestRequest(work: Work, client: PersonId): Promise<StoredRequest | null> {
  return asOfNow(work, await work.store.requests.latestOf(client));
}

/** A request as it is now; null: there is none of that number. */
export async function currentRequest(work: Work, id: RequestId): Promise<StoredRequest | null> {
  return asOfNow(work, await work.store.requests.get(id));
}

/** The request has run out: it expires, which everybody concerned is told. */
export async function expire(work: Work, stored: StoredRequest, follow: CardsFollow): Promise<void> {
  await change(work, stored, { type: 'expire' }, null, follow);
}

/** Whoever looks at a request whose time is over finds it expired, also before the scheduler comes by. */
async function asOfNow(work: Work, stored: StoredRequest | null): Promise<StoredRequest | null> {
  if (stored === null || stored.request.status !== 'pending' || work.now < stored.request.expiresAt) return stored;
  await expire(work, stored, 'cards_follow');
  return work.store.requests.get(stored.id);
}
