import type { Status } from '../lifecycle/request';
import type { Seen, Wanted } from '../store/rows';

/** What the worker knows of somebody and a chat right before it does something. */
export interface Situation {
  readonly wanted: Wanted;
  readonly seen: Seen;
  readonly isFresh: boolean;
  readonly toRemove: boolean;
  readonly joinRequestWaits: boolean;
  /** The status of their request; null: they have none. */
  readonly status: Status | null;
}

/** What it has found out since the row became due. */
export interface Progress {
  /** Telegram was asked to approve a join request, known or not. */
  readonly asked: boolean;
  /** Where Telegram says they are; null: it was not asked. */
  readonly looked: Seen | null;
}

/** A call; `rest`: the two agree as far as it depends on us. */
export type Step = 'approve' | 'decline' | 'look' | 'remove' | 'lift_ban' | 'rest';

export const noProgress: Progress = { asked: false, looked: null };

/**
 * The next call that makes Telegram agree with what is wanted. Every call may be repeated without harm. Nobody is removed who was
 * not looked at right before, so that a ban by a human is never touched: unbanning somebody who is banned would let them in.
 */
export function nextStep(situation: Situation, { asked, looked }: Progress): Step {
  const { wanted, seen, isFresh, toRemove, joinRequestWaits, status } = situation;
  if (wanted === 'in') {
    if (isThere(looked) || (isThere(seen) && !joinRequestWaits)) return 'rest';
    // A join request may wait of which no update ever came.
    if (!asked && (joinRequestWaits || isFresh)) return 'approve';
    if (looked === null) return 'look';
    return isFresh && looked === 'kicked' ? 'lift_ban' : 'rest';
  }
  // Whoever decides about it may do so in Telegram as well.
  if (joinRequestWaits && status !== 'pending') return 'decline';
  if (!toRemove) return 'rest';
  if (looked === null) return 'look';
  return looked === 'member' ? 'remove' : 'rest';
}

const isThere = (seen: Seen | null): boolean => seen === 'member' || seen === 'admin';
