import type { Instant, Millis, PersonId } from './ids';
import type { BeforeAppeal, Status, Vote } from './request';
import { isVoteEvent, rules, uniteEvent, type CommandType, type EventType } from './transition';

// What a request's row has to be follows from its history: whoever changes the row alone can be told so. This repeats nothing of
// the rules that say what may happen, only what each event leaves.

/** An event as the history has it. A text is null where there was none, and where it was erased. */
export interface PastEvent {
  readonly event: EventType;
  readonly fromStatus: Status | null;
  readonly toStatus: Status;
  readonly actorId: PersonId | null;
  readonly at: Instant;
  readonly message: string | null;
  readonly reason: string | null;
  readonly round: number;
  /** Null: it was written before this was kept. */
  readonly expiresAt: Instant | null;
  /** As JSON says: somebody may have written it. */
  readonly coApprovers: unknown;
  /** Empty: it was written before this was kept. */
  readonly via: string;
}

/** A request's row, as far as it follows from its history. What JSON says is taken as it is: somebody may have written it. */
export interface RequestRow {
  readonly clientId: PersonId;
  readonly source: string;
  readonly message: string;
  readonly status: Status;
  readonly round: number;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant;
  readonly reviewedBy: PersonId | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  readonly appealCount: number;
  readonly lastRejectedAt: Instant | null;
  /** Null: it says neither. */
  readonly awaitsWords: boolean | null;
  readonly beforeAppeal: unknown;
  readonly votes: unknown;
  readonly coApprovers: unknown;
  readonly withdrawnAt: Instant | null;
  readonly isErased: boolean;
}

/** What a history leads to. */
export interface Replayed {
  readonly status: Status;
  readonly message: string;
  readonly round: number;
  readonly submittedAt: Instant;
  /** Null: it is not known. */
  readonly expiresAt: Instant | null;
  readonly decision: ReplayedDecision | null;
  readonly appealCount: number;
  readonly lastRejectedAt: Instant | null;
  /** Whether the client has written anything since they submitted it. */
  readonly hasWords: boolean;
  /** Whether that were the words of somebody who had only asked to join. */
  readonly isDescribed: boolean;
  /** Whether it was submitted by the form, the first time and the last: whoever gave up an access asks again in its place. */
  readonly byForm: { readonly first: boolean; readonly last: boolean };
  readonly isAnew: boolean;
  /** When it was withdrawn, the last time and the latest, which a clock that is set back makes two. */
  readonly withdrawals: { readonly last: Instant; readonly latest: Instant } | null;
  /** Whether its texts were erased, and its client has written nothing since. */
  readonly isErased: boolean;
  readonly votes: readonly Vote[];
  readonly coApprovers: CoApprovers;
  readonly beforeAppeal: ReplayedBefore | null;
  /** Whose request it is: who submitted it, or who they turned out to be. */
  readonly clientId: PersonId | null;
  readonly last: PastEvent;
}

interface ReplayedDecision {
  readonly by: PersonId | null;
  readonly at: Instant | null;
  readonly reason: string | null;
}

/** Null: nobody else's approval counted. `unknown`: the history is from before that was kept. */
type CoApprovers = readonly PersonId[] | null | 'unknown';

interface ReplayedBefore {
  readonly status: 'rejected' | 'revoked';
  readonly decision: ReplayedDecision;
  readonly message: string;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly lastRejectedAt: Instant | null;
  readonly coApprovers: CoApprovers;
  readonly waitedInVain: Millis;
  /** An appeal ended in vain before the wait was kept: the row may know less of it. */
  readonly waitIsRough: boolean;
}

/** An event that can't have happened after those before it. */
export interface Contradiction {
  /** Its place in the history, from 0. */
  readonly index: number;
  readonly why: string;
}

export const isContradiction = (outcome: Replayed | Contradiction): outcome is Contradiction => 'why' in outcome;

/**
 * What the history of one request leads to, oldest event first; at least one event is needed.
 */
export function replay(events: readonly PastEvent[]): Replayed | Contradiction {
  let state: Replayed | null = null;
  for (const [index, event] of events.entries()) {
    const next: Replayed | string = whyImpossible(event) ?? (state === null ? begin(event) : follow(state, event));
    if (typeof next === 'string') return { index, why: next };
    state = next;
  }
  return state ?? { index: 0, why: 'there is no history' };
}

/** Whose approvals counted besides is said of an approval, if at all. */
function whyImpossible({ event, coApprovers }: PastEvent): string | null {
  if (coApprovers === null || (event === 'approve' && isListOfNumbers(coApprovers))) return null;
  return `its co_approvers are none of ${event}`;
}

const isListOfNumbers = (value: unknown): value is readonly PersonId[] =>
  Array.isArray(value) && value.every((element) => typeof element === 'number');

function begin(event: PastEvent): Replayed | string {
  const { actorId, at, round, expiresAt } = event;
  if (event.event !== 'submit' || event.fromStatus !== null) return 'the history does not begin with a submission';
  if (event.toStatus !== 'pending') return `a submission does not lead to ${event.toStatus}`;
  return {
    status: 'pending',
    message: textOf(event),
    ...{ round, submittedAt: at, expiresAt },
    decision: null,
    appealCount: 0,
    lastRejectedAt: null,
    hasWords: false,
    isDescribed: false,
    byForm: { first: event.via === 'form', last: event.via === 'form' },
    isAnew: false,
    withdrawals: null,
    isErased: event.message === null,
    votes: [],
    coApprovers: null,
    beforeAppeal: null,
    clientId: actorId,
    last: event,
  };
}

function follow(before: Replayed, event: PastEvent): Replayed | string {
  const { fromStatus, toStatus } = event;
  if (fromStatus !== before.status)
    return `it began as ${String(fromStatus)}, and the one before led to ${before.status}`;
  if (event.event === 'submit') {
    // Only in the place of an access that its client gave up.
    if (before.status !== 'revoked' || before.decision !== null) return 'the request had been submitted already';
    const again = begin({ ...event, fromStatus: null });
    if (typeof again === 'string') return again;
    if (event.round !== before.round + 1)
      return `it is of round ${event.round}, and the request was in round ${before.round}`;
    const byForm = { ...again.byForm, first: before.byForm.first };
    return { ...again, byForm, isAnew: true, withdrawals: before.withdrawals, isErased: erasedBy(before, event) };
  }
  const command = event.event === uniteEvent ? null : commandOf(event.event);
  // A boundary: somebody may have written anything.
  if (command !== null && !Object.hasOwn(rules[fromStatus], command)) return `${event.event} is nothing that happens`;
  if (command === null ? toStatus !== fromStatus : !rules[fromStatus][command].to.includes(toStatus))
    return `${event.event} leads from ${fromStatus} not to ${toStatus}`;
  const round = before.round + (beginsRound(event.event) ? 1 : 0);
  if (event.round !== round) return `it is of round ${event.round}, and the request was in round ${round}`;
  const now = { ...before, status: toStatus, round, expiresAt: event.expiresAt, last: event };
  return { ...now, ...changes(before, event) };
}

const commandOf = (event: Exclude<EventType, typeof uniteEvent>): CommandType =>
  isVoteEvent(event) ? (event === 'vote' ? 'approve' : 'undo') : event;

const beginsRound = (event: EventType): boolean => event === 'appeal' || event === 'undo' || event === 'reopen';

const undecided = { decision: null, coApprovers: null, votes: [] } as const;

/** What an event leaves, besides its status, round and term. */
function changes(before: Replayed, event: PastEvent): Partial<Replayed> {
  const { actorId: by, at, reason } = event;
  switch (event.event) {
    case 'submit':
    case 'ask':
    case 'answer':
    case 'add':
      return {};
    case 'unite':
      // All else is as it was: what the request has waited for, and until when.
      return { clientId: by, expiresAt: before.expiresAt, last: before.last };
    case 'describe':
      return { message: textOf(event), hasWords: true, isDescribed: true, isErased: erasedBy(before, event) };
    case 'vote':
      return { votes: by === null ? before.votes : [...before.votes, { by, at }] };
    case 'vote_withdrawn':
      return { votes: before.votes.filter((vote) => vote.by !== by) };
    case 'approve':
      return { decision: { by, at, reason: null }, votes: [], coApprovers: coApproversOf(event) };
    case 'reject':
      return { decision: { by, at, reason }, votes: [], lastRejectedAt: at };
    case 'revoke':
      return { decision: { by, at, reason } };
    case 'forget':
      // An access that its client gave up is nobody's verdict.
      return { decision: null };
    case 'undo':
      return { ...undecided, lastRejectedAt: rejectedBefore(before) };
    case 'reopen':
      return { ...undecided, lastRejectedAt: null, beforeAppeal: null };
    case 'appeal':
      return {
        ...undecided,
        message: textOf(event),
        submittedAt: at,
        appealCount: before.appealCount + 1,
        hasWords: true,
        isErased: erasedBy(before, event),
        beforeAppeal: asBefore(before),
      };
    case 'withdraw':
      return {
        ...ended(before, event),
        withdrawals: { last: at, latest: Math.max(before.withdrawals?.latest ?? at, at) },
      };
    case 'expire':
      return ended(before, event);
  }
}

/** What is left of a wait that nobody's decision has ended. */
const ended = (before: Replayed, event: PastEvent): Partial<Replayed> => ({
  votes: [],
  ...(event.toStatus === before.beforeAppeal?.status && restored(before, event)),
});

/** A text that is null was erased, and one that came later is none: somebody who asks to join need not say anything. */
const erasedBy = ({ isErased }: Replayed, { message }: PastEvent): boolean =>
  message === null || (isErased && message === '');

const textOf = ({ message }: PastEvent): string => message ?? '';

/** Before it was kept, it is only known of what stood. */
function coApproversOf({ coApprovers, expiresAt }: PastEvent): CoApprovers {
  if (isListOfNumbers(coApprovers)) return coApprovers;
  return expiresAt === null ? 'unknown' : null;
}

/** As long as a decision has not been appealed, the rejection before it is that before its appeal. */
const rejectedBefore = ({ status, lastRejectedAt, beforeAppeal }: Replayed): Instant | null =>
  status === 'approved' ? lastRejectedAt : (beforeAppeal?.lastRejectedAt ?? null);

function asBefore(request: Replayed): ReplayedBefore | null {
  const { status, decision, message, submittedAt, lastRejectedAt, coApprovers, beforeAppeal, last } = request;
  if (status !== 'rejected' && status !== 'revoked') return null;
  const again =
    beforeAppeal?.status === status &&
    beforeAppeal.decision.by === (decision?.by ?? null) &&
    beforeAppeal.decision.at === (decision?.at ?? null);
  return {
    status,
    decision: decision ?? { by: null, at: null, reason: null },
    ...{ message, submittedAt, lastRejectedAt },
    expiresAt: last.expiresAt,
    coApprovers: status === 'revoked' ? coApprovers : null,
    waitedInVain: again ? beforeAppeal.waitedInVain : 0,
    waitIsRough: again && beforeAppeal.waitIsRough,
  };
}

function restored({ beforeAppeal, submittedAt, last }: Replayed, event: PastEvent): Partial<Replayed> {
  if (beforeAppeal === null) return {};
  const { decision, message, lastRejectedAt, coApprovers } = beforeAppeal;
  return {
    ...{ decision, message, lastRejectedAt, coApprovers },
    submittedAt: beforeAppeal.submittedAt,
    beforeAppeal: {
      ...beforeAppeal,
      waitedInVain: beforeAppeal.waitedInVain + Math.max(0, event.at - submittedAt),
      // Of the events from before there was a chain the last one has a term, whether or not the wait was kept by then.
      waitIsRough: beforeAppeal.waitIsRough || event.expiresAt === null || last.expiresAt === null,
    },
  };
}

/** The first column of a row that does not follow from the history; null: all do. */
export function differing(row: RequestRow, history: Replayed): string | null {
  const { decision } = history;
  const holds: Readonly<Record<string, boolean>> = {
    client_id: row.clientId === history.clientId,
    source: sourceFollows(row, history),
    status: row.status === history.status,
    message: row.message === history.message,
    round: row.round === history.round,
    submitted_at: row.submittedAt === history.submittedAt,
    expires_at: termFollows(row.expiresAt, history),
    reviewed_by: row.reviewedBy === (decision?.by ?? null),
    decided_at: row.decidedAt === (decision?.at ?? null),
    reason: row.reason === (decision?.reason ?? null),
    appeal_count: row.appealCount === history.appealCount,
    last_rejected_at: row.lastRejectedAt === history.lastRejectedAt,
    awaits_words: waitFollows(row, history),
    votes: sameVotes(row.votes, history.votes),
    co_approvers: sameAdmins(row.coApprovers, history.coApprovers),
    before_appeal: sameBefore(row.beforeAppeal, history.beforeAppeal),
    withdrawn_at: withdrawalFollows(row, history),
    erased_at: row.isErased === history.isErased,
  };
  return Object.keys(holds).find((column) => holds[column] === false) ?? null;
}

/**
 * How a request came, as far as its history says: of what came by the chat it doesn't say whether somebody wrote or asked to join,
 * until those are described. Where it was submitted anew, the row says how it came first, if a version wrote it that left that there.
 */
function sourceFollows({ source }: RequestRow, { byForm, isAnew, isDescribed }: Replayed): boolean {
  switch (source) {
    case 'form':
      return byForm.last || byForm.first;
    case 'chat':
      return isAnew ? !(byForm.last && byForm.first) : !byForm.last && !isDescribed;
    case 'join':
      return isAnew ? !(byForm.last && byForm.first) : !byForm.last;
    default:
      return false;
  }
}

/** Whoever asked to join and has said nothing since is awaited to. */
function waitFollows({ awaitsWords, source }: RequestRow, { byForm, isAnew, hasWords }: Replayed): boolean {
  if (awaitsWords === null) return false;
  if (hasWords || byForm.last) return !awaitsWords;
  return isAnew || awaitsWords === (source === 'join');
}

/** Before it was kept, it need not be known. */
function withdrawalFollows({ status, withdrawnAt }: RequestRow, { withdrawals, last }: Replayed): boolean {
  if (status !== 'withdrawn' || withdrawals === null) return withdrawnAt === null;
  if (withdrawnAt === null) return last.expiresAt === null;
  return withdrawnAt === withdrawals.last || withdrawnAt === withdrawals.latest;
}

/** Of an older event only what it did says until when the request waited. */
function termFollows(expiresAt: Instant, { last, submittedAt }: Replayed): boolean {
  if (last.expiresAt !== null) return expiresAt === last.expiresAt;
  if (last.event === 'expire' && last.toStatus === 'expired') return expiresAt <= last.at;
  return expiresAt >= submittedAt;
}

function sameVotes(row: unknown, votes: readonly Vote[]): boolean {
  if (row === null || votes.length === 0) return row === null && votes.length === 0;
  if (!Array.isArray(row) || row.length !== votes.length) return false;
  return votes.every(({ by, at }, n) => {
    const vote: unknown = row[n];
    return (
      typeof vote === 'object' && vote !== null && 'by' in vote && vote.by === by && 'at' in vote && vote.at === at
    );
  });
}

function sameAdmins(row: unknown, admins: CoApprovers): boolean {
  if (admins === 'unknown' || admins === null || row === null) return row === (admins === 'unknown' ? null : admins);
  return Array.isArray(row) && row.length === admins.length && admins.every((admin, n) => row[n] === admin);
}

function sameBefore(json: unknown, history: ReplayedBefore | null): boolean {
  if (json === null || history === null) return json === history;
  if (typeof json !== 'object') return false;
  const row: Partial<BeforeAppeal> = json;
  const { decision } = history;
  const { waitedInVain: waited = 0, coApprovers: admins = null } = row;
  return (
    row.verdict?.status === history.status &&
    row.verdict.by === decision.by &&
    row.verdict.at === decision.at &&
    row.verdict.reason === decision.reason &&
    row.message === history.message &&
    row.submittedAt === history.submittedAt &&
    (history.expiresAt === null || row.expiresAt === history.expiresAt) &&
    row.lastRejectedAt === history.lastRejectedAt &&
    (history.waitIsRough
      ? Number.isFinite(waited) && waited >= 0 && waited <= history.waitedInVain
      : waited === history.waitedInVain) &&
    (history.coApprovers === 'unknown' || sameAdmins(admins, history.coApprovers))
  );
}
