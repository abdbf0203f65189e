import type { Instant, RequestId } from '../../lifecycle/ids';
import { appealWindow, type Policy } from '../../lifecycle/policy';
import type { Request } from '../../lifecycle/request';
import type { RequestSnapshot } from './views';

/** What the client may know about a request. */
export function snapshot(id: RequestId, request: Request, now: Instant, policy: Policy): RequestSnapshot {
  const decision = 'decision' in request ? request.decision : null;
  return {
    id,
    status: request.status,
    submittedAt: request.submittedAt,
    expiresAt: request.expiresAt,
    decidedAt: decision?.at ?? null,
    reason: decision?.reason ?? null,
    appealCount: request.appealCount,
    ...appealTimes(request, now, policy),
  };
}

/** When the client may appeal, and until when; null if there is nothing to appeal, or no appeal left. */
function appealTimes(
  request: Request,
  now: Instant,
  policy: Policy,
): Pick<RequestSnapshot, 'appealOpensAt' | 'appealClosesAt'> {
  const never = { appealOpensAt: null, appealClosesAt: null };
  if ((request.status !== 'rejected' && request.status !== 'revoked') || request.decision === null) return never;
  const window = appealWindow(request, now, policy);
  if (window.state !== 'not_open' && window.state !== 'open') return never;
  const appealOpensAt = request.decision.at + policy.appealAfter;
  return { appealOpensAt, appealClosesAt: window.state === 'open' ? window.closesAt : null };
}
