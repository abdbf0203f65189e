import { isGroup, type Instant } from '../lifecycle/ids';
import type { StoredEvent } from '../store/queries/events';
import type { Transaction } from '../transaction/transaction';
import { followOverUndo } from './cards';

/** Events read per transaction. */
const batch = 100;
/** How far back the first look goes in a database that was never looked through: earlier decisions keep their buttons. */
const firstLook = 500;

/**
 * Whether the window for taking it back has ended since for the decision that comes next in the history. The history is
 * read once from its beginning to its end, so that this costs the same however long it is.
 */
export async function undoIsOver(tx: Transaction): Promise<boolean> {
  if (tx.community.policy.undoWindow === 0) return false;
  const [next] = await tx.store.events.after(await lastLookedAt(tx), 1);
  return next !== undefined && isPast(tx, next.at);
}

/** Takes the Undo button from the cards that show it in vain, for a part of the history. Returns whether there may be more. */
export async function dropUndoButtons(tx: Transaction): Promise<boolean> {
  const since = await lastLookedAt(tx);
  const next = await tx.store.events.after(since, batch);
  const open = next.findIndex(({ at }) => !isPast(tx, at));
  const past = open < 0 ? next : next.slice(0, open);
  for (const event of past) if (event.event === 'approve' || event.event === 'reject') await dropUndoOf(tx, event);
  const last = past.at(-1);
  if (last !== undefined) await tx.store.state.set('undo_over_until_event', String(last.id));
  return past.length === batch;
}

async function dropUndoOf(tx: Transaction, { requestId, round, actorId, at }: StoredEvent): Promise<void> {
  const stored = await tx.store.requests.get(requestId);
  if (stored === null) return;
  const { request } = stored;
  const stands = 'decision' in request && request.decision?.at === at;
  // Whatever else has happened in that round was shown on its cards.
  if (request.round === round && !stands) return;
  for (const card of await tx.store.botMessages.cardsOf(requestId, round)) {
    const hasButton = isGroup(card.recipientId) || card.recipientId === actorId;
    if (hasButton) await followOverUndo(tx, card);
  }
}

/** A decision of a clock that was ahead, and is no more, holds nobody up. */
const isPast = ({ now, community }: Transaction, at: Instant): boolean =>
  at > now || now >= at + community.policy.undoWindow;

async function lastLookedAt({ store }: Transaction): Promise<number> {
  const stored = await store.state.get('undo_over_until_event');
  return stored === null ? Math.max(0, (await store.events.newestId()) - firstLook) : Number(stored);
}
