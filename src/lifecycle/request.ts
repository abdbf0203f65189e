import type { Instant, Millis, PersonId } from './ids';

export const statuses = ['pending', 'approved', 'rejected', 'expired', 'withdrawn', 'revoked'] as const;
export type Status = (typeof statuses)[number];

/** A client has at most one request of these: the rest is history. */
const openStatuses = ['pending', 'approved', 'rejected', 'revoked'] as const satisfies readonly Status[];
export const isOpenStatus = (status: Status): boolean => openStatuses.some((open) => open === status);

/** An admin's decision. */
export interface Decision {
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason: string | null;
}

/** A decision against the client, which can be appealed. */
export interface Verdict extends Decision {
  readonly status: 'rejected' | 'revoked';
}

/** The fields of every request, whatever its status. */
interface RequestBase {
  readonly clientId: PersonId;
  /** The client's text in the current round. */
  readonly message: string;
  /** Increases by one with each appeal and each undo: buttons of earlier rounds decide nothing. */
  readonly round: number;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant;
  readonly appealCount: number;
  readonly lastRejectedAt: Instant | null;
  /** It began with a request to join a chat, and its client has not said anything yet: what they write becomes its message. */
  readonly awaitsWords: boolean;
  /** The request as it was before its latest appeal; null if there was none. */
  readonly beforeAppeal: BeforeAppeal | null;
}

/** What a cancelled or expired appeal restores. */
export interface BeforeAppeal {
  readonly verdict: Verdict;
  readonly message: string;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant;
  readonly lastRejectedAt: Instant | null;
  /** For how long earlier appeals against the same decision were pending in vain; missing if none was. */
  readonly waitedInVain?: Millis;
  /** Of an access that was ended; missing: one approval was enough for it. */
  readonly coApprovers?: readonly PersonId[];
}

/** An admin's approval while more are needed. */
export interface Vote {
  readonly by: PersonId;
  readonly at: Instant;
}

export interface Pending extends RequestBase {
  readonly status: 'pending';
  /** The approvals of this round, oldest first, at most one of each admin. They end with the round. */
  readonly votes: readonly Vote[];
}
export interface Approved extends RequestBase {
  readonly status: 'approved';
  readonly decision: Decision;
  /** The admins whose approvals counted besides the one that completed it, oldest first. */
  readonly coApprovers: readonly PersonId[];
}
export interface Rejected extends RequestBase {
  readonly status: 'rejected';
  readonly decision: Decision;
}
export interface Revoked extends RequestBase {
  readonly status: 'revoked';
  /** Null: nobody took the access away, its client gave it up. */
  readonly decision: Decision | null;
  /** Those of the approval that was ended. */
  readonly coApprovers: readonly PersonId[];
}
export interface Expired extends RequestBase {
  readonly status: 'expired';
}
interface Withdrawn extends RequestBase {
  readonly status: 'withdrawn';
  /** Null: it is not known. */
  readonly withdrawnAt: Instant | null;
}

export type Request = Pending | Approved | Rejected | Expired | Withdrawn | Revoked;

/** Whether it is an access that its client gave up: nobody has decided against them. */
export const isGivenUp = (request: Request): boolean => request.status === 'revoked' && request.decision === null;

/** A client without a request, or with finished requests only. */
export const noRequest = { status: 'none' } as const;
export type NoRequest = typeof noRequest;
