import type { Instant, Millis, PersonId, RequestId } from '../../lifecycle/ids';
import type { EventType } from '../../lifecycle/transition';
import type { Outcome, OutcomeCounts, PeriodFigures } from './views';

/** An event of the history, as far as it counts for the figures. */
export interface CountedEvent {
  readonly requestId: RequestId;
  readonly event: EventType;
  readonly actorId: PersonId | null;
  readonly at: Instant;
  /** For a decision: since when the request had been waiting for it. Null for all else. */
  readonly waitingSince: Instant | null;
}

/** What happened to a request, at that time. */
export interface Happening {
  readonly outcome: Outcome;
  readonly requestId: RequestId;
  readonly at: Instant;
  /** Who approved or rejected it, and how long it had waited for that; null for all else. */
  readonly decision: { readonly by: PersonId | null; readonly waited: Millis } | null;
}

/** The figures of a period, with the admins by their number. */
export interface Figures {
  readonly counts: OutcomeCounts;
  /** How many requests each admin has decided, most first. */
  readonly decided: readonly { readonly by: PersonId; readonly count: number }[];
  readonly waits: PeriodFigures['waits'];
}

/**
 * What happened, from the events since some moment in the order of the history. A decision that was taken back has not happened.
 * Approvals that leave a request pending are votes and no decisions. An appeal counts as submitted, like a request.
 */
export function happenings(events: readonly CountedEvent[]): readonly Happening[] {
  const happened = new Map<number, Happening>();
  const lastDecisions = new Map<RequestId, number>();
  for (const [place, { requestId, event, actorId, at, waitingSince }] of events.entries()) {
    if (event === 'undo') {
      const decision = lastDecisions.get(requestId);
      // The decision may be older than these events, and counts for none of them either way.
      if (decision !== undefined) happened.delete(decision);
      continue;
    }
    const outcome = outcomeOf(event);
    if (outcome === null) continue;
    const isDecision = outcome === 'approved' || outcome === 'rejected';
    const decision = isDecision ? { by: actorId, waited: Math.max(0, at - (waitingSince ?? at)) } : null;
    happened.set(place, { outcome, requestId, at, decision });
    if (isDecision) lastDecisions.set(requestId, place);
  }
  return [...happened.values()];
}

function outcomeOf(event: EventType): Outcome | null {
  switch (event) {
    case 'submit':
    case 'appeal':
      return 'submitted';
    case 'approve':
      return 'approved';
    case 'reject':
      return 'rejected';
    case 'expire':
      return 'expired';
    case 'withdraw':
      return 'withdrawn';
    case 'revoke':
      return 'revoked';
    case 'vote':
    case 'vote_withdrawn':
    case 'undo':
    case 'reopen':
    case 'ask':
    case 'answer':
    case 'add':
    case 'describe':
      return null;
  }
}

/** The figures of what happened since then. */
export function figuresSince(since: Instant, happened: readonly Happening[]): Figures {
  const counts = noneYet();
  const deciders = new Map<PersonId, number>();
  const waits: { readonly requestId: RequestId; readonly waited: Millis }[] = [];
  for (const { outcome, requestId, at, decision } of happened) {
    if (at < since) continue;
    counts[outcome] += 1;
    if (decision === null) continue;
    const { by, waited } = decision;
    waits.push({ requestId, waited });
    if (by !== null) deciders.set(by, (deciders.get(by) ?? 0) + 1);
  }
  waits.sort((a, b) => a.waited - b.waited);
  const slowest = waits.at(-1);
  return {
    counts,
    decided: [...deciders].map(([by, count]) => ({ by, count })).sort((a, b) => b.count - a.count),
    waits:
      slowest === undefined
        ? null
        : {
            median: median(waits.map(({ waited }) => waited)),
            slowest: slowest.waited,
            slowestId: slowest.requestId,
          },
  };
}

/** What happened on each day, by the beginnings of the days, oldest first. */
export function figuresByDay<Day extends { readonly begins: Instant }>(
  days: readonly Day[],
  happened: readonly Happening[],
): readonly (Day & { readonly counts: OutcomeCounts })[] {
  const counted = days.map((day) => ({ ...day, counts: noneYet() }));
  for (const { outcome, at } of happened) {
    const day = counted.findLast(({ begins }) => begins <= at);
    if (day !== undefined) day.counts[outcome] += 1;
  }
  return counted;
}

const noneYet = (): Record<Outcome, number> => ({
  submitted: 0,
  approved: 0,
  rejected: 0,
  expired: 0,
  withdrawn: 0,
  revoked: 0,
});

/** The middle of sorted numbers; of an even number of them, half-way between the two in the middle. */
function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  const [below = 0, above = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return Math.round((below + above) / 2);
}
