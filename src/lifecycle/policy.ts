import type { Instant, Millis, PersonId } from './ids';
import type { Approved, Pending, Rejected, Revoked, Vote } from './request';

/** The settings that the rules depend on. */
export interface Policy {
  /** A pending request expires this long after it was submitted. */
  readonly requestTtl: Millis;
  /** A verdict may be appealed from this long after it. */
  readonly appealAfter: Millis;
  /** How long after its opening an appeal may come; null: for ever. */
  readonly appealWindow: Millis | null;
  /** How many appeals a request has; null: no limit. */
  readonly appealLimit: number | null;
  /** How long the deciding admin may take a decision back; 0: never. */
  readonly undoWindow: Millis;
  /** How many admins have to approve a request; from 1. */
  readonly approvalsNeeded: number;
}

/** The votes on a request that count at a moment when these are the admins. */
export function standingVotes({ votes }: Pick<Pending, 'votes'>, admins: ReadonlySet<PersonId>): readonly Vote[] {
  return votes.filter(({ by }) => admins.has(by));
}

/** An undone decision leaves the admins at least this long to decide again. */
export const timeAfterUndo: Millis = 24 * 60 * 60 * 1000;

export type AppealWindow =
  | { readonly state: 'not_open'; readonly opensAt: Instant }
  | { readonly state: 'open'; readonly closesAt: Instant | null }
  | { readonly state: 'closed'; readonly closedAt: Instant }
  | { readonly state: 'used_up'; readonly limit: number };

/**
 * Whether `request` may be appealed at `now`. The wait counts from the verdict; the window's ends belong to it. It stands
 * still while an appeal waits: one that is cancelled, or that nobody decides, costs the client nothing of it.
 */
export function appealWindow(request: Rejected | Revoked, now: Instant, policy: Policy): AppealWindow {
  if (policy.appealLimit !== null && request.appealCount >= policy.appealLimit) {
    return { state: 'used_up', limit: policy.appealLimit };
  }
  const opensAt = request.decision.at + policy.appealAfter;
  if (now < opensAt) return { state: 'not_open', opensAt };
  if (policy.appealWindow === null) return { state: 'open', closesAt: null };
  const closesAt = opensAt + policy.appealWindow + waitedInVain(request);
  return now <= closesAt ? { state: 'open', closesAt } : { state: 'closed', closedAt: closesAt };
}

/** Whether the decision on `request` may be taken back at `now`. One that has been appealed may not, whatever became of the appeal. */
export function undoIsOpen(request: Approved | Rejected, now: Instant, policy: Policy): boolean {
  return policy.undoWindow > 0 && now < request.decision.at + policy.undoWindow && !wasAppealed(request);
}

/** For how long appeals against the verdict that stands have waited without a decision. */
export function waitedInVain(request: Rejected | Revoked): Millis {
  return wasAppealed(request) ? (request.beforeAppeal?.waitedInVain ?? 0) : 0;
}

/** A verdict that a cancelled or expired appeal put back is the one that was appealed. */
function wasAppealed({ status, decision, beforeAppeal }: Approved | Rejected | Revoked): boolean {
  const appealed = beforeAppeal?.verdict;
  return appealed?.status === status && appealed.by === decision.by && appealed.at === decision.at;
}
