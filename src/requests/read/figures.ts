import type { Instant, Millis, PersonId } from '../../lifecycle/ids';
import type { EventType } from '../../lifecycle/transition';
import type { StandingDecision } from '../../store/queries/outcomes';
import { outcomes, type Outcome, type OutcomeCounts, type WaitFigures } from './views';

/** What the history says of one day, or of several together. */
export interface DayOfHistory {
  readonly begins: Instant;
  /** How often each event happened; none: it did not. */
  readonly events: ReadonlyMap<EventType, number>;
  /** The decisions of the day that nobody has taken back. */
  readonly decisions: readonly StandingDecision[];
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
    waits: waitsOf(decisions),
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

function countsOf(days: readonly DayOfHistory[], decisions: readonly StandingDecision[]): OutcomeCounts {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { events } of days)
    for (const [event, count] of events) {
      const outcome = undecided(event);
      if (outcome !== null) counts[outcome] += count;
    }
  for (const { event } of decisions) counts[statusAfter[event]] += 1;
  return counts;
}

const statusAfter = { approve: 'approved', reject: 'rejected', revoke: 'revoked' } as const;

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
      return null;
  }
}

function waitsOf(decisions: readonly StandingDecision[]): WaitFigures | null {
  const waits = sorted(decisions.flatMap(({ waited }) => (waited === null ? [] : [waited])));
  const slow = decisions.find(({ waited }) => waited !== null && waited === waits.at(-1));
  if (slow === undefined || slow.waited === null) return null;
  return { median: median(waits), ninetieth: ninetieth(waits), slowest: slow.waited, slowestId: slow.requestId };
}

function decidersOf(decisions: readonly StandingDecision[]): readonly DeciderFigures[] {
  const decided = new Map<PersonId, Record<StandingDecision['event'], number> & { readonly waits: Millis[] }>();
  for (const { event, by, waited } of decisions) {
    if (by === null) continue;
    let own = decided.get(by);
    if (own === undefined) decided.set(by, (own = { approve: 0, reject: 0, revoke: 0, waits: [] }));
    own[event] += 1;
    if (waited !== null) own.waits.push(waited);
  }
  return [...decided]
    .map(([by, { approve, reject, revoke, waits }]): DeciderFigures => {
      const half = waits.length === 0 ? null : median(sorted(waits));
      return { by, approved: approve, rejected: reject, revoked: revoke, median: half };
    })
    .sort((one, other) => requestsDecided(other) - requestsDecided(one));
}

/** How many requests an admin has approved or rejected. The end of an access is a decision on none that waited. */
export const requestsDecided = ({ approved, rejected }: Pick<DeciderFigures, 'approved' | 'rejected'>): number =>
  approved + rejected;

const sorted = (waits: readonly Millis[]): Float64Array => Float64Array.from(waits).sort();

/** The middle of sorted numbers, at least one; of an even number of them, half-way between the two in the middle. */
function median(sorted: Float64Array): Millis {
  const middle = (sorted.length - 1) / 2;
  const [below = 0, above = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return Math.round((below + above) / 2);
}

/** The least of sorted numbers, at least one, that nine tenths of them do not exceed. */
const ninetieth = (sorted: Float64Array): Millis => sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
