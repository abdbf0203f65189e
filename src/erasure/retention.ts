import type { Instant, Millis } from '../lifecycle/ids';
import { endOf, waitedInVain } from '../lifecycle/policy';
import type { RetainedPosition } from '../store/queries/erasures';
import type { BackPosition } from '../store/queries/people';
import type { StoredRequest } from '../store/queries/requests';
import type { Transaction } from '../transaction/transaction';
import { forget } from './erase';

/** Requests looked at in one transaction: the bot answers in between. */
const batch = 50;

/** How far a look has come: in which of the lists, and after which request of it. Those with as many appeals are a list. */
export type RetentionCursor =
  | { readonly list: 'verdicts'; readonly appeals: number; readonly after: RetainedPosition | null }
  | { readonly list: 'others'; readonly after: RetainedPosition | null }
  /** Who was forgotten, and came back without asking for anything. */
  | { readonly list: 'back'; readonly after: BackPosition | null };
type OfRequests = Exclude<RetentionCursor, { readonly list: 'back' }>;

export const beginning: RetentionCursor = { list: 'verdicts', appeals: 0, after: null };

/**
 * Forgets those whose last request ended at least `retention` ago, of the next few whom that may concern. Returns where to go on; null:
 * that was all. `isOver` ends it sooner.
 */
export async function forgetOld(
  tx: Transaction,
  retention: Millis,
  cursor: RetentionCursor,
  isOver: () => boolean,
): Promise<RetentionCursor | null> {
  if (cursor.list === 'back') return forgetBack(tx, retention, cursor.after, isOver);
  const found = await candidates(tx, retention, cursor);
  for (const stored of found) {
    await look(tx, retention, stored);
    if (isOver()) return { ...cursor, after: positionOf(stored, cursor.list) };
  }
  const last = found.at(-1);
  if (last !== undefined && found.length === batch) return { ...cursor, after: positionOf(last, cursor.list) };
  if (cursor.list === 'others') return { list: 'back', after: null };
  const appeals = await tx.store.erasures.moreAppeals(cursor.appeals);
  return appeals === null ? { list: 'others', after: null } : { list: 'verdicts', appeals, after: null };
}

/**
 * Forgets again whoever has been known again for so long, and has asked for nothing since. What somebody has asked for counts in their
 * place; an admin stays known as long as they are one.
 */
async function forgetBack(
  tx: Transaction,
  retention: Millis,
  after: BackPosition | null,
  isOver: () => boolean,
): Promise<RetentionCursor | null> {
  const { people, erasures } = tx.store;
  const found = await people.back(tx.now - retention, after, batch);
  for (const position of found) {
    const { id } = position;
    if (!tx.community.isAdmin(id)) {
      const all = await erasures.requestsOf(id);
      if (all.some(({ erasedAt }) => erasedAt === undefined)) await people.setBackSince(id, null);
      else await forget(tx, id, 'retention');
    }
    if (isOver()) return { list: 'back', after: position };
  }
  const last = found.at(-1);
  return last === undefined || found.length < batch ? null : { list: 'back', after: last };
}

/** A list has only those whom it may concern: whoever can still appeal is not read at each look. */
async function candidates(
  { store: { erasures }, now, community: { policy } }: Transaction,
  retention: Millis,
  cursor: OfRequests,
): Promise<readonly StoredRequest[]> {
  const before = now - retention;
  if (cursor.list === 'others') return erasures.retainedOtherwise(before, cursor.after, batch);
  const { appeals, after } = cursor;
  const { appealAfter, appealWindow, appealLimit } = policy;
  const isLast = appealWindow === null || (appealLimit !== null && appeals >= appealLimit);
  return erasures.retainedByVerdict(isLast ? before : before - appealAfter - appealWindow, appeals, after, batch);
}

function positionOf({ id, request }: StoredRequest, list: OfRequests['list']): RetainedPosition {
  if (list === 'verdicts') return { at: 'decision' in request ? (request.decision?.at ?? 0) : 0, id };
  const withdrawnAt = request.status === 'withdrawn' ? request.withdrawnAt : null;
  return { at: withdrawnAt ?? request.expiresAt, id };
}

async function look(tx: Transaction, retention: Millis, stored: StoredRequest): Promise<void> {
  const { erasures } = tx.store;
  const { policy } = tx.community;
  const isOld = async (one: StoredRequest): Promise<boolean> => {
    const end = endOf(one.request, policy);
    return end !== null && end <= tx.now - retention && (await backInForce(tx, one)) <= tx.now - retention;
  };
  // An appeal that was pending in vain has moved the end of its window.
  if (!(await isOld(stored))) return;
  const all = await erasures.requestsOf(stored.request.clientId);
  if (all.find(({ id, erasedAt }) => id === stored.id && erasedAt !== undefined)) return;
  for (const one of all) {
    if (one.erasedAt !== undefined || (await isOld(one))) continue;
    // Another request of theirs counts. They are found by that or, whatever the settings say by then, by their last one.
    if (stored.id !== all.at(-1)?.id) await erasures.letGo(stored.id);
    return;
  }
  await forget(tx, stored.request.clientId, 'retention');
}

/** Since when a decision stands again that was appealed in vain: until then its request had not ended. 0: it was not. */
async function backInForce({ store }: Transaction, { id, request }: StoredRequest): Promise<Instant> {
  if (request.status !== 'rejected' && request.status !== 'revoked') return 0;
  return waitedInVain(request) > 0 ? ((await store.events.lastTold(id)) ?? 0) : 0;
}
