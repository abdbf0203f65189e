import type { RequestId } from '../../lifecycle/ids';
import type { Request } from '../../lifecycle/request';
import type { Queries } from '../../store/queries';
import type { DecisionView } from './views';

/** The current decision on a request; null if there is none. */
export async function currentDecision(store: Queries, request: Request): Promise<DecisionView | null> {
  if (!('decision' in request)) return null;
  const by = await store.people.get(request.decision.by);
  const { status, decision } = request;
  return { status, byId: decision.by, byName: by?.name ?? '', at: decision.at, reason: decision.reason };
}

const statusAfter = { approve: 'approved', reject: 'rejected', revoke: 'revoked' } as const;

/** The decisions before the current one. One that was undone doesn't count: it was a slip. */
export async function earlierDecisions(store: Queries, id: RequestId, standing: DecisionView | null) {
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
  const earlier = standing === null ? made : made.slice(1);
  const [last] = earlier;
  return last === undefined ? null : { last, older: earlier.length - 1 };
}
