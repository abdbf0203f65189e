import type { Instant, Millis, PersonId } from './ids';
import type { Approved, Pending, Rejected, Request, Revoked, Vote } from './request';

/** The settings that the rules depend on. */
export interface Policy {
  /** A pending request expires this long after it was submitted. */
  readonly requestTtl: Millis;
  /** A decision can be appealed from this long after it was made. */
  readonly appealAfter: Millis;
  /** For how long an appeal is possible once it opens; null: for ever. */
  readonly appealWindow: Millis | null;
  /** How many appeals a request may have; null: any number. */
  readonly appealLimit: number | null;
  /** For how long the deciding admin can undo a decision; 0: never. */
  readonly undoWindow: Millis;
  /** How many admins have to approve a request; from 1. */
  readonly approvalsNeeded: number;
}

/** The votes on a request that count while these are the admins. */
export function validVotes({ votes }: Pick<Pending, 'votes'>, admins: ReadonlySet<PersonId>): readonly Vote[] {
  return votes.filter(({ by }) => admins.has(by));
}

/** After an undo, the admins have at least this long to decide again. */
export const timeAfterUndo: Millis = 24 * 60 * 60 * 1000;

/** After a question to the client, an answer or an addition, a request waits for at least this long. */
export const timeAfterTalk: Millis = 2 * 24 * 60 * 60 * 1000;

export type AppealWindow =
  | { readonly state: 'not_open'; readonly opensAt: Instant }
  | { readonly state: 'open'; readonly closesAt: Instant | null }
  | { readonly state: 'closed'; readonly closedAt: Instant }
  | { readonly state: 'used_up'; readonly limit: number };

/**
 * Whether `request` can be appealed at `now`. The wait counts from the decision; the window includes both ends. It pauses while
 * an appeal is pending: one that is cancelled or expires costs the client none of it.
 */
export function appealWindow(request: Rejected | Revoked, now: Instant, policy: Policy): AppealWindow {
  // There is nothing against them, and nothing to wait for.
  if (request.decision === null) return { state: 'open', closesAt: null };
  if (policy.appealLimit !== null && request.appealCount >= policy.appealLimit) {
    return { state: 'used_up', limit: policy.appealLimit };
  }
  const opensAt = request.decision.at + policy.appealAfter;
  if (now < opensAt) return { state: 'not_open', opensAt };
  if (policy.appealWindow === null) return { state: 'open', closesAt: null };
  const closesAt = opensAt + policy.appealWindow + waitedInVain(request);
  return now <= closesAt ? { state: 'open', closesAt } : { state: 'closed', closedAt: closesAt };
}

/**
 * Whether the decision on `request` can be undone at `now`. A decision that was appealed can't be, whatever became of the appeal.
 */
export function undoIsOpen(request: Approved | Rejected, now: Instant, policy: Policy): boolean {
  return policy.undoWindow > 0 && now < request.decision.at + policy.undoWindow && !wasAppealed(request);
}

/**
 * When a request came to its end: as it expired, as it was withdrawn, or as it was decided against its client; where an appeal was still
 * possible for some time, when that was over. Null: it waits, is approved, or was given up by its client.
 */
export function endOf(request: Request, policy: Policy): Instant | null {
  switch (request.status) {
    case 'pending':
    case 'approved':
      return null;
    case 'expired':
      return request.expiresAt;
    case 'withdrawn':
      return request.withdrawnAt ?? request.expiresAt;
    case 'rejected':
    case 'revoked': {
      const { decision } = request;
      if (decision === null) return null;
      const { appealAfter, appealWindow: window, appealLimit } = policy;
      if (window === null || (appealLimit !== null && request.appealCount >= appealLimit)) return decision.at;
      return decision.at + appealAfter + window + waitedInVain(request);
    }
  }
}

/** For how long appeals against the current decision have been pending in vain. */
export function waitedInVain(request: Rejected | Revoked): Millis {
  return wasAppealed(request) ? (request.beforeAppeal?.waitedInVain ?? 0) : 0;
}

/** A decision restored by a cancelled or expired appeal is the one that was appealed. */
function wasAppealed({ status, decision, beforeAppeal }: Approved | Rejected | Revoked): boolean {
  const appealed = beforeAppeal?.verdict;
  return appealed?.status === status && appealed.by === decision?.by && appealed.at === decision.at;
}
