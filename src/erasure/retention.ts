import type { Millis } from '../lifecycle/ids';
import { endOf } from '../lifecycle/policy';
import type { RetainedPosition } from '../store/queries/erasures';
import type { StoredRequest } from '../store/queries/requests';
import type { Transaction } from '../transaction/transaction';
import { forget } from './erase';

/** Requests looked at in one transaction: the bot answers in between. */
const batch = 50;

/** How far a look has come: which of the three lists, and after which request of it. */
export interface RetentionCursor {
  readonly list: 'verdicts' | 'used_up' | 'others';
  readonly after: RetainedPosition | null;
}

export const beginning: RetentionCursor = { list: 'verdicts', after: null };

const nextList = { verdicts: 'used_up', used_up: 'others', others: null } as const;

/**
 * Forgets those whose last request ended at least `retention` ago, of the next few whom that may concern. Returns where to go on; null:
 * that was all. `isOver` ends it sooner.
 */
export async function forgetOld(
  tx: Transaction,
  retention: Millis,
  { list, after }: RetentionCursor,
  isOver: () => boolean,
): Promise<RetentionCursor | null> {
  const found = await candidates(tx, retention, list, after);
  for (const stored of found) {
    await look(tx, retention, stored);
    if (isOver()) return { list, after: positionOf(stored, list) };
  }
  const last = found.at(-1);
  if (last !== undefined && found.length === batch) return { list, after: positionOf(last, list) };
  const next = nextList[list];
  return next === null ? null : { list: next, after: null };
}

async function candidates(
  { store, now, community: { policy } }: Transaction,
  retention: Millis,
  list: RetentionCursor['list'],
  after: RetainedPosition | null,
): Promise<readonly StoredRequest[]> {
  const { erasures } = store;
  const { appealAfter, appealWindow, appealLimit } = policy;
  const before = now - retention;
  switch (list) {
    case 'verdicts':
      return erasures.retainedByVerdict(
        appealWindow === null ? before : before - appealAfter - appealWindow,
        0,
        after,
        batch,
      );
    case 'used_up':
      // Without a window they are in the first list.
      if (appealWindow === null || appealLimit === null) return [];
      return erasures.retainedByVerdict(before, appealLimit, after, batch);
    case 'others':
      return erasures.retainedOtherwise(before, after, batch);
  }
}

function positionOf({ id, request }: StoredRequest, list: RetentionCursor['list']): RetainedPosition {
  if (list !== 'others') return { at: 'decision' in request ? (request.decision?.at ?? 0) : 0, id };
  const withdrawnAt = request.status === 'withdrawn' ? request.withdrawnAt : null;
  return { at: withdrawnAt ?? request.expiresAt, id };
}

async function look(tx: Transaction, retention: Millis, stored: StoredRequest): Promise<void> {
  const { erasures } = tx.store;
  const { policy } = tx.community;
  const isOld = (request: StoredRequest['request']): boolean => {
    const end = endOf(request, policy);
    return end !== null && end <= tx.now - retention;
  };
  // An appeal that was pending in vain has moved the end of its window.
  if (!isOld(stored.request)) return;
  const all = await erasures.requestsOf(stored.request.clientId);
  if (all.find(({ id, erasedAt }) => id === stored.id && erasedAt !== undefined)) return;
  if (all.every(({ request, erasedAt }) => erasedAt !== undefined || isOld(request))) {
    await forget(tx, stored.request.clientId, 'retention');
  } else {
    // Another request of theirs counts, which is found when its time has come.
    await erasures.letGo(stored.id);
  }
}
