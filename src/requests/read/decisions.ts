import type { RequestId } from '../../lifecycle/ids';
import type { Request } from '../../lifecycle/request';
import type { Queries } from '../../store/queries';
import type { DecisionView } from './views';

/** The current decision on a request; null if there is none. */
export async function currentDecision(store: Queries, request: Request): Promise<DecisionView | null> {
  if (!('decision' in request) || request.decision === null) return null;
  const by = await store.people.get(request.decision.by);
  const { status, decision } = request;
  return {
    status,
    byId: decision.by,
    byName: by?.name ?? '',
    at: decision.at,
    reason: decision.reason,
    ...(status === 'approved' && (await alsoApproved(store, request))),
  };
}

/** The names of the other admins whose approvals a request took, or the access that was ended; nothing where it took none. */
export async function alsoApproved(
  { people }: Pick<Queries, 'people'>,
  request: Request,
): Promise<Pick<DecisionView, 'alsoApprovedBy'>> {
  const others = 'coApprovers' in request ? request.coApprovers : [];
  if (others.length === 0) return {};
  const names = await people.names(others);
  return { alsoApprovedBy: others.map((admin) => names.get(admin)?.name ?? '') };
}

const statusAfter = { approve: 'approved', reject: 'rejected', revoke: 'revoked' } as const;

/** The decisions before the current one. One that was undone doesn't count: it was a slip. */
export async function earlierDecisions(store: Queries, id: RequestId, request: Request) {
  const made: DecisionView[] = [];
  let undone = 0;
  for (const { event, actorName } of await store.events.decisions(id)) {
    if (event.event === 'undo') {
      undone += 1;
    } else if (undone > 0) {
      undone -= 1;
    } else if (event.event in statusAfter && event.actorId !== null) {
      const status = statusAfter[event.event as keyof typeof statusAfter];
      made.push({ status, byId: event.actorId, byName: actorName ?? '', at: event.at, reason: event.reason });
    }
  }
  const earlier = 'decision' in request && request.decision !== null ? made.slice(1) : made;
  const [last] = earlier;
  if (last === undefined) return null;
  const isEnded = request.status === 'revoked' && last.status === 'approved';
  return { last: { ...last, ...(isEnded && (await alsoApproved(store, request))) }, older: earlier.length - 1 };
}
