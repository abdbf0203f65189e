import type { RequestId } from '../../lifecycle/ids';
import type { Reading } from '../../transaction/transaction';

/** An event of the history, by which a reader learns that its request has changed. */
export interface ChangedRequest {
  readonly id: number;
  readonly request: RequestId;
}

/** The events that follow one in the history, oldest first; `after` null: none, but `newest` is where to go on from. */
export async function changesSince(
  { store }: Pick<Reading, 'store'>,
  after: number | null,
  limit: number,
): Promise<{ readonly events: readonly ChangedRequest[]; readonly newest: number }> {
  if (after === null) return { events: [], newest: await store.events.newestId() };
  const found = await store.events.after(after, limit);
  const events = found.map(({ id, requestId }) => ({ id, request: requestId }));
  return { events, newest: events.at(-1)?.id ?? after };
}
