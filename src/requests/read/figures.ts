import type { Instant, Millis, PersonId, RequestId } from '../../lifecycle/ids';
import type { EventType } from '../../lifecycle/transition';
import type { StandingDecision } from '../../store/queries/outcomes';
import { quantilesOf } from './quantiles';
import { outcomes, type Outcome, type OutcomeCounts, type WaitFigures } from './views';

/** What the history says of one day, or of several together: all that the figures need, and no more. */
export interface DayOfHistory {
  readonly begins: Instant;
  /** How often each event happened; none: it did not. */
  readonly events: ReadonlyMap<EventType, number>;
  /** The decisions of the day that nobody has taken back, by who made them. */
  readonly decisions: readonly DecisionsOf[];
  /** The approval or rejection that was waited for longest; null: there was none. */
  readonly slowest: { readonly waited: Millis; readonly requestId: RequestId } | null;
}

/** What somebody has decided. */
export interface DecisionsOf {
  /** Null: nobody knows who. */
  readonly by: PersonId | null;
  readonly approved: number;
  readonly rejected: number;
  readonly revoked: number;
  /** How long each request had waited that they approved or rejected, the shortest first. */
  readonly waits: Float64Array;
}

/** Sums up a day. */
export function dayOf(
  begins: Instant,
  events: ReadonlyMap<EventType, number>,
  decisions: readonly StandingDecision[],
): DayOfHistory {
  const made = new Map<PersonId | null, Record<StandingDecision['event'], number> & { readonly waits: Millis[] }>();
  let slowest: DayOfHistory['slowest'] = null;
  for (const { event, by, requestId, waited } of decisions) {
    let own = made.get(by);
    if (own === undefined) made.set(by, (own = { approve: 0, reject: 0, revoke: 0, waits: [] }));
    own[event] += 1;
    if (waited === null) continue;
    own.waits.push(waited);
    if (slowest === null || waited > slowest.waited) slowest = { waited, requestId };
  }
  return {
    ...{ begins, events, slowest },
    decisions: [...made].map(([by, { approve, reject, revoke, waits }]) => ({
      ...{ by, approved: approve, rejected: reject, revoked: revoke },
      waits: Float64Array.from(waits).sort(),
    })),
  };
}

/** The figures of one day, or of several together, with the admins by their number. */
export interface Figures {
  readonly counts: OutcomeCounts;
  readonly waits: WaitFigures | null;
  /** What each admin has decided; who decided most requests first. */
  readonly deciders: readonly DeciderFigures[];
}

export interface DeciderFigures {
  readonly by: PersonId;
  readonly approved: number;
  readonly rejected: number;
  readonly revoked: number;
  /** How long half of the requests had waited that they approved or rejected; null: none. */
  readonly median: Millis | null;
}

/**
 * The figures of these days. A decision that was taken back has not happened. Approvals that leave a request pending are votes and
 * no decisions. An appeal counts as submitted, like a request.
 */
export function figuresOf(days: readonly DayOfHistory[]): Figures {
  const decisions = days.flatMap((day) => day.decisions);
  return {
    counts: countsOf(days, decisions),
    waits: waitsOf(days, decisions),
    deciders: decidersOf(decisions),
  };
}

/** How many requests waited at the end of each day, the last of which ends now, with so many. */
export function waitingAtEnds(days: readonly DayOfHistory[], now: number): readonly number[] {
  const ends: number[] = [];
  let waiting = now;
  for (const { events } of days.toReversed()) {
    ends.push(Math.max(0, waiting));
    const sum = (kinds: readonly EventType[]) => kinds.reduce((all, kind) => all + (events.get(kind) ?? 0), 0);
    waiting -= sum(['submit', 'appeal', 'undo', 'reopen']) - sum(['approve', 'reject', 'expire', 'withdraw']);
  }
  return ends.toReversed();
}

function countsOf(days: readonly DayOfHistory[], decisions: readonly DecisionsOf[]): OutcomeCounts {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { events } of days)
    for (const [event, count] of events) {
      const outcome = undecided(event);
      if (outcome !== null) counts[outcome] += count;
    }
  for (const { approved, rejected, revoked } of decisions) {
    counts.approved += approved;
    counts.rejected += rejected;
    counts.revoked += revoked;
  }
  return counts;
}

/** What an event counts as that is no decision; null: as nothing, or a decision, which is counted by itself. */
function undecided(event: EventType): Outcome | null {
  switch (event) {
    case 'submit':
    case 'appeal':
      return 'submitted';
    case 'expire':
      return 'expired';
    case 'withdraw':
      return 'withdrawn';
    case 'approve':
    case 'reject':
    case 'revoke':
    case 'vote':
    case 'vote_withdrawn':
    case 'undo':
    case 'reopen':
    case 'ask':
    case 'answer':
    case 'add':
    case 'describe':
    case 'forget':
    case 'unite':
      return null;
  }
}

function waitsOf(days: readonly DayOfHistory[], decisions: readonly DecisionsOf[]): WaitFigures | null {
  let slowest: DayOfHistory['slowest'] = null;
  for (const day of days) if ((day.slowest?.waited ?? -1) > (slowest?.waited ?? -1)) slowest = day.slowest;
  if (slowest === null) return null;
  return {
    ...quantilesOf(decisions.map(({ waits }) => waits)),
    ...{ slowest: slowest.waited, slowestId: slowest.requestId },
  };
}

function decidersOf(decisions: readonly DecisionsOf[]): readonly DeciderFigures[] {
  const made = new Map<PersonId, DecisionsOf[]>();
  for (const each of decisions) {
    if (each.by === null) continue;
    const own = made.get(each.by);
    if (own === undefined) made.set(each.by, [each]);
    else own.push(each);
  }
  return [...made]
    .map(([by, all]): DeciderFigures => {
      const sum = (what: 'approved' | 'rejected' | 'revoked') => all.reduce((whole, each) => whole + each[what], 0);
      const waits = all.map((each) => each.waits).filter(({ length }) => length > 0);
      const half = waits.length === 0 ? null : quantilesOf(waits).median;
      return { by, approved: sum('approved'), rejected: sum('rejected'), revoked: sum('revoked'), median: half };
    })
    .sort((one, other) => requestsDecided(other) - requestsDecided(one));
}

/** How many requests an admin has approved or rejected. The end of an access is a decision on none that waited. */
export const requestsDecided = ({ approved, rejected }: Pick<DeciderFigures, 'approved' | 'rejected'>): number =>
  approved + rejected;
