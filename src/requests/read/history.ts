import type { RequestId } from '../../lifecycle/ids';
import type { Queries } from '../../store/queries';
import type { HistoryEntry } from './views';

const entriesShown = 10;

/** The newest of what happened to a request and of the admins' notes about it, in order, and the number of earlier ones. */
export async function history(store: Queries, id: RequestId): Promise<{ events: HistoryEntry[]; older: number }> {
  const { rows, total } = await store.events.latest(id, entriesShown);
  const events = rows.map(({ event, actorName }): HistoryEntry => ({
    at: event.at,
    event: event.event,
    from: event.fromStatus,
    to: event.toStatus,
    actor: event.actorId === null ? null : { id: event.actorId, name: actorName ?? '' },
    reason: event.reason,
    ...(event.reason === null && event.reasonHash !== null && { reasonErased: true as const }),
  }));
  const notes = (await store.notes.latest(id, entriesShown)).map(({ note, authorName }): HistoryEntry => ({
    at: note.at,
    event: 'note',
    actor: { id: note.authorId, name: authorName },
    note: note.text,
  }));
  // Both are newest first. Sorting is stable: what was noted at the moment of an event comes after it.
  const newest = [...notes, ...events].sort((a, b) => b.at - a.at).slice(0, entriesShown);
  const all = total + (notes.length < entriesShown ? notes.length : await store.notes.count(id));
  return { events: newest.reverse(), older: all - newest.length };
}
