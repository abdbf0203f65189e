import type { RequestId } from '../../lifecycle/ids';
import type { Queries } from '../../store/queries';
import type { HistoryEvent } from './views';

const eventsShown = 10;

/** A request's newest events, in order, and the number of earlier ones. */
export async function history(store: Queries, id: RequestId): Promise<{ events: HistoryEvent[]; older: number }> {
  const { rows, total } = await store.events.latest(id, eventsShown);
  const events = rows.reverse().map(({ event, actorName }): HistoryEvent => ({
    at: event.at,
    event: event.event,
    from: event.fromStatus,
    to: event.toStatus,
    actor: event.actorId === null ? null : { id: event.actorId, name: actorName ?? '' },
    reason: event.reason,
  }));
  return { events, older: total - events.length };
}
