import type { PersonId, RequestId } from '../../lifecycle/ids';
import type { Reading } from '../../transaction/transaction';

/** What a request was when somebody looked at it: whatever happens to it is an event. */
export interface RequestVersion {
  readonly round: number;
  /** The number of its newest event. */
  readonly lastEvent: number;
}

/** What a request is in the database, whether or not it is past its term, and whose it is; null: there is none. */
export async function requestVersion(
  { store }: Pick<Reading, 'store'>,
  id: RequestId,
): Promise<(RequestVersion & { readonly client: PersonId }) | null> {
  const stored = await store.requests.get(id);
  if (stored === null) return null;
  const [newest] = await store.events.newest(id, 1);
  return { round: stored.request.round, client: stored.request.clientId, lastEvent: newest?.id ?? 0 };
}
