import fc from 'fast-check';
import type { Instant, PersonId } from '../../src/lifecycle/ids';
import type { Policy } from '../../src/lifecycle/policy';
import {
  differing,
  isContradiction,
  replay,
  type PastEvent,
  type Replayed,
  type RequestRow,
} from '../../src/lifecycle/replay';
import { isGivenUp, noRequest, type NoRequest, type Request } from '../../src/lifecycle/request';
import {
  isRefusal,
  rules,
  talkEvents,
  transition,
  type Command,
  type EventType,
  type Transition,
} from '../../src/lifecycle/transition';
import { boris, client, day, minute, noon, vera, zoe } from './samples';

/** One thing that happens: time passes, or the clock is put back, and somebody asks for something. */
interface Step {
  readonly passes: number;
  readonly command: Command;
  /** The chat if not given. */
  readonly via?: 'chat' | 'form';
  /** Afterwards all texts there are of it are erased, where the life has that. */
  readonly erases?: boolean;
}

/** A step that was not refused. */
interface Taken extends Transition {
  readonly command: Command;
  readonly via: 'chat' | 'form';
  readonly now: Instant;
  readonly before: Request | NoRequest;
}

/** Mostly little time passes, so that much happens before a request expires. */
const times = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1, minute, 2 * minute) },
  { weight: 2, arbitrary: fc.constantFrom(10 * minute, day, 7 * day) },
  { weight: 1, arbitrary: fc.integer({ min: -2 * day, max: 8 * day }) },
);
/** The client is an admin too: nobody decides their own request. */
const admin: fc.Arbitrary<PersonId> = fc.constantFrom(boris, boris, boris, vera, zoe, client);
/** Who is an admin changes; whoever approves is one at that moment. */
const admins: fc.Arbitrary<readonly PersonId[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([boris, vera, zoe, client]) },
  { weight: 1, arbitrary: fc.subarray([boris, vera, zoe, client]) },
);
const round = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 6 }) });
const reason = fc.option(fc.string());
const message = fc.string();
const by = fc.constant(client);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('submit', 'appeal'), by, message }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('withdraw', 'expire', 'answer', 'add', 'forget') }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('submit'), by, message, awaitsWords: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('describe'), message }) },
  {
    weight: 3,
    arbitrary: fc
      .record({ by: admin, round, admins })
      .map((given) => ({ ...given, type: 'approve' as const, admins: new Set([...given.admins, given.by]) })),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('reject'), by: admin, round, reason }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo'), by: admin, round }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('revoke'), by: admin, reason }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('ask'), by: admin, round }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reopen'), by: admin, openInstead: fc.constant(null) }) },
);
const many = { minLength: 20, maxLength: 60, size: 'max' } as const;
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ passes: times, command }), many);
/** The same by the chat and the form, with people who are forgotten. */
const via = fc.constantFrom('chat' as const, 'chat' as const, 'form' as const);
const erases = fc.integer({ min: 0, max: 7 }).map((n) => n === 0);
const erasingSteps: fc.Arbitrary<Step[]> = fc.array(fc.record({ passes: times, command, via, erases }), many);

const policies: fc.Arbitrary<Policy> = fc.record({
  requestTtl: fc.constantFrom(day, 7 * day),
  appealAfter: fc.constantFrom(1, minute, day),
  appealWindow: fc.option(fc.constantFrom(minute, 30 * day)),
  appealLimit: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 2 }),
  undoWindow: fc.constantFrom(0, 5 * minute, 9 * day),
  approvalsNeeded: fc.constantFrom(1, 1, 2, 3),
});

/** Checks `invariant` on every step that is taken in many random lives of a client. */
function always(invariant: (taken: Taken, policy: Policy, earlier: readonly Taken[]) => void, numRuns = 1000): void {
  fc.assert(
    fc.property(steps, policies, (life, policy) => {
      const earlier: Taken[] = [];
      for (const taken of lived(life, policy)) {
        invariant(taken, policy, earlier);
        earlier.push(taken);
      }
    }),
    { numRuns },
  );
}

/** What becomes of the client's latest request, step by step. `erased` is told of each erasure, with what is left. */
function* lived(life: readonly Step[], policy: Policy, erased?: (left: Request) => void): Generator<Taken> {
  let before: Request | NoRequest = noRequest;
  let now = noon;
  for (const { passes, command, via = 'chat', erases = false } of life) {
    now += passes;
    const outcome = transition(frozen(before), command, now, policy);
    if (!isRefusal(outcome)) {
      yield { ...outcome, command, via, now, before };
      before = outcome.request;
    }
    if (erased === undefined || before.status === 'none' || !(erases || command.type === 'forget')) continue;
    before = withoutTexts(before);
    erased(before);
  }
}

/** As the database has it after somebody was forgotten. */
function withoutTexts(request: Request): Request {
  const { beforeAppeal: appeal } = request;
  const beforeAppeal = appeal && { ...appeal, message: '', verdict: { ...appeal.verdict, reason: null } };
  const bare = { ...request, message: '', beforeAppeal };
  return 'decision' in bare && bare.decision !== null
    ? { ...bare, decision: { ...bare.decision, reason: null } }
    : bare;
}

/** In strict mode, whoever writes to it throws. */
function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}

/** The request that a step changed; null where it made a new one, or began anew in the place of one that was given up. */
const changedBy = ({ before, event }: Taken): Request | null =>
  before.status === 'none' || event === 'submit' ? null : before;

test('the client’s words are taken once, and only of a request that began without them: an appeal is never written over', () => {
  always((taken) => {
    const { before, command, request, event } = taken;
    const awaited = before.status !== 'none' && before.awaitsWords;
    if (event === 'submit') expect(request.awaitsWords).toBe(command.type === 'submit' && command.awaitsWords === true);
    else if (command.type === 'describe') expect([awaited, request.awaitsWords]).toEqual([true, false]);
    else expect(request.awaitsWords).toBe(awaited && taken.event !== 'appeal');
  });
});

test('a step only leads where the table says', () => {
  always(({ before, command, request }) => {
    expect(rules[before.status][command.type].to).toContain(request.status);
  });
});

test('a client has at most one open request, and a new one only after the last one is finished', () => {
  always((taken) => {
    if (changedBy(taken) !== null) return;
    const { before, request, isNew } = taken;
    expect(['none', 'expired', 'withdrawn', 'revoked']).toContain(before.status);
    expect(isNew).toBe(before.status !== 'revoked');
    if (before.status === 'revoked') expect(isGivenUp(before)).toBe(true);
    const round = before.status === 'revoked' ? before.round + 1 : 1;
    expect(request).toMatchObject({ status: 'pending', round, appealCount: 0, lastRejectedAt: null });
  });
});

test('a request that is withdrawn never changes, and one that is expired only where it is reopened', () => {
  always((taken) => {
    const before = changedBy(taken)?.status;
    expect(before).not.toBe('withdrawn');
    if (before === 'expired') expect(taken.event).toBe('reopen');
  });
});

test('a request keeps its client, and neither its round nor its count of appeals ever falls', () => {
  always((taken) => {
    const before = changedBy(taken);
    const { request } = taken;
    expect(request.clientId).toBe(client);
    if (before === null) return;
    const newRound = ['submit', 'appeal', 'undo', 'reopen'].includes(taken.event);
    const newAppeal = taken.event === 'appeal';
    expect(request.round).toBe(before.round + (newRound ? 1 : 0));
    expect(request.appealCount).toBe(before.appealCount + (newAppeal ? 1 : 0));
  });
});

test('only an approval is given up, by a client who is forgotten, and nobody has decided that', () => {
  always(({ before, command, event, request }) => {
    expect(event === 'forget').toBe(command.type === 'forget' && before.status === 'approved');
    if (event === 'forget') expect(request).toEqual({ ...before, status: 'revoked', decision: null });
    else if (before.status !== 'none' && !isGivenUp(before)) expect(isGivenUp(request)).toBe(false);
  });
});

test('a request has a decision exactly if it is approved, rejected or revoked', () => {
  always(({ request }) => {
    expect('decision' in request).toBe(['approved', 'rejected', 'revoked'].includes(request.status));
  });
});

test('a vote or a decision is an admin’s other than the client, before the request expires, on the round they saw', () => {
  always(({ before, command, request, event, now }) => {
    if (command.type !== 'approve' && command.type !== 'reject') return;
    expect(before).toMatchObject({ status: 'pending', round: command.round ?? request.round });
    expect(command.by).not.toBe(client);
    expect(now).toBeLessThan(request.expiresAt);
    if (event !== 'vote') expect(request).toMatchObject({ decision: { by: command.by, at: now } });
  });
});

test('what is said about a request decides nothing, and gives everybody two days at least', () => {
  always(({ before, event, request, now, client: news, isNew }) => {
    if (event !== 'ask' && event !== 'answer' && event !== 'add') return;
    if (before.status === 'none') throw new Error('it is said about a request');
    expect({ news, isNew }).toEqual({ news: null, isNew: false });
    expect(request).toEqual({ ...before, expiresAt: Math.max(before.expiresAt, now + 2 * day) });
    expect(now).toBeLessThan(before.expiresAt);
  });
});

const isTalk = (event: EventType): boolean => talkEvents.some((talk) => talk === event);

/** Who has approved the round and not taken it back, by its history alone, oldest first. */
function approversIn(earlier: readonly Taken[]): readonly PersonId[] {
  const approvers = new Set<PersonId>();
  for (const step of earlier) {
    if (step.event === 'vote' && 'by' in step.command) approvers.add(step.command.by);
    else if (step.event === 'vote_withdrawn' && 'by' in step.command) approvers.delete(step.command.by);
    else if (!isTalk(step.event) && step.event !== 'describe') approvers.clear();
  }
  return [...approvers];
}

test('a request is approved by as many different admins as are needed, each an admin at that moment, and no sooner', () => {
  always(({ command, event }, { approvalsNeeded }, earlier) => {
    if (command.type !== 'approve') return;
    const approvers = new Set([...approversIn(earlier).filter((by) => command.admins.has(by)), command.by]);
    expect(event).toBe(approvers.size >= approvalsNeeded ? 'approve' : 'vote');
  });
});

test('a request that waits carries the votes of its round that its history tells of, one of each admin', () => {
  always((taken, _, earlier) => {
    if (taken.request.status !== 'pending') return expect(taken.request).not.toHaveProperty('votes');
    expect(taken.request.votes.map(({ by }) => by)).toEqual(approversIn([...earlier, taken]));
  });
});

test('a vote, or taking it back, changes nothing but the votes, and the client hears nothing of it', () => {
  always(({ before, request, event, command, client: news }) => {
    const isVote = event === 'vote' || event === 'vote_withdrawn';
    expect(news === null).toBe(isVote || isTalk(event) || command.type === 'forget');
    if (isVote) expect({ ...request, votes: [] }).toEqual({ ...before, votes: [] });
  });
});

test('one approval is all it takes where one is needed', () => {
  always(({ event }, { approvalsNeeded }) => {
    if (approvalsNeeded === 1) expect(['vote', 'vote_withdrawn']).not.toContain(event);
  });
});

test('a request that becomes pending has time left, an undone one a day at least, a reopened one as long as a new one', () => {
  always(({ request, event, now, before }, { requestTtl }) => {
    if (request.status !== 'pending') return;
    expect(request.expiresAt).toBeGreaterThan(now);
    if (before.status === 'none') return;
    if (event === 'undo') expect(request.expiresAt).toBe(Math.max(before.expiresAt, now + day));
    if (event === 'reopen') expect(request.expiresAt).toBe(Math.max(before.expiresAt, now + requestTtl));
  });
});

test('nobody reopens their own request, and what a client wrote and when stays as it was', () => {
  always(({ command, event, before, request }) => {
    if (event !== 'reopen' || command.type !== 'reopen' || before.status === 'none') return;
    expect(command.by).not.toBe(client);
    const { message, submittedAt, appealCount } = before;
    expect(request).toMatchObject({ message, submittedAt, appealCount, round: before.round + 1 });
  });
});

test('a decision is only undone by the one who made it, within the window', () => {
  always(({ before, command, now }, { undoWindow }) => {
    if (command.type !== 'undo' || before.status === 'none' || !('decision' in before)) return;
    if (before.decision === null) throw new Error('nobody decided it');
    expect(before.decision.by).toBe(command.by);
    expect(undoWindow).toBeGreaterThan(0);
    expect(now).toBeLessThan(before.decision.at + undoWindow);
  });
});

test('an appeal comes after the wait, before the window closes and within the limit', () => {
  always(({ before, client: news, request, now }, { appealAfter, appealWindow, appealLimit }, earlier) => {
    if (news !== 'appeal_submitted' || before.status === 'none' || !('decision' in before)) return;
    if (before.decision === null) throw new Error('there is nothing to appeal');
    const opensAt = before.decision.at + appealAfter;
    expect(now).toBeGreaterThanOrEqual(opensAt);
    const { at } = before.decision;
    const waits = earlier.map((step) => {
      const isInVain = step.client === 'appeal_withdrawn' || step.client === 'appeal_expired';
      return isInVain && step.now >= at && step.before.status === 'pending' ? step.now - step.before.submittedAt : 0;
    });
    const waited = waits.reduce((sum, wait) => sum + wait, 0);
    expect(now).toBeLessThanOrEqual(opensAt + (appealWindow ?? Infinity) + waited);
    expect(request.appealCount).toBeLessThanOrEqual(appealLimit ?? Infinity);
  });
});

/** What of a request its client and admins see, but for the counts that never go back. */
const seen = ({ status, message, submittedAt, expiresAt, lastRejectedAt, ...rest }: Request) => ({
  status,
  message,
  submittedAt,
  expiresAt,
  lastRejectedAt,
  decision: 'decision' in rest ? rest.decision : null,
});

test('an appeal that is cancelled or expires leaves the request as it was before the appeal', () => {
  always((taken, _, earlier) => {
    if (taken.client !== 'appeal_withdrawn' && taken.client !== 'appeal_expired') return;
    const appeal = earlier.findLast(({ client: news }) => news === 'appeal_submitted');
    if (appeal === undefined || appeal.before.status === 'none') throw new Error('there was no appeal');
    expect(seen(taken.request)).toEqual(seen(appeal.before));
  });
});

test('only an appeal goes back to a verdict when it ends; a first request, or one reopened, is withdrawn or expires', () => {
  always((taken) => {
    if (taken.command.type !== 'withdraw' && taken.command.type !== 'expire') return;
    const isAppeal = taken.before.status === 'pending' && taken.before.beforeAppeal !== null;
    expect(['rejected', 'revoked'].includes(taken.request.status)).toBe(isAppeal);
  });
});

test('last_rejected_at is the time of the newest rejection since it was last reopened that was not taken back', () => {
  always((taken, _, earlier) => {
    const rejections: Instant[] = [];
    for (const step of [...earlier, taken]) {
      if (changedBy(step) === null) rejections.length = 0;
      if (step.command.type === 'reject') rejections.push(step.now);
      if (step.event === 'reopen') rejections.length = 0;
      if (step.command.type === 'undo' && step.before.status === 'rejected') rejections.pop();
    }
    expect(taken.request.lastRejectedAt).toBe(rejections.at(-1) ?? null);
  });
});

/** What of a row is not part of the request. */
type Kept = Pick<RequestRow, 'source' | 'isErased'>;

/** The row of a request, and the event that a step adds to its history. */
const rowOf = (request: Request, kept: Kept): RequestRow => {
  const { message, status, round, submittedAt, expiresAt, appealCount, lastRejectedAt, awaitsWords, beforeAppeal } =
    request;
  const decision = 'decision' in request ? request.decision : null;
  const coApprovers = 'coApprovers' in request ? request.coApprovers : [];
  const votes = 'votes' in request ? request.votes : [];
  return {
    clientId: request.clientId,
    ...{ message, status, round, submittedAt, expiresAt, appealCount, lastRejectedAt, awaitsWords, beforeAppeal },
    reviewedBy: decision?.by ?? null,
    decidedAt: decision?.at ?? null,
    reason: decision?.reason ?? null,
    votes: votes.length === 0 ? null : votes,
    coApprovers: coApprovers.length === 0 ? null : coApprovers,
    withdrawnAt: request.status === 'withdrawn' ? request.withdrawnAt : null,
    ...kept,
  };
};
const eventOf = (taken: Taken): PastEvent => {
  const { event, command, now, message, reason, request, isNew, before } = taken;
  const coApprovers = 'coApprovers' in request ? request.coApprovers : [];
  return {
    event,
    fromStatus: isNew || before.status === 'none' ? null : before.status,
    toStatus: request.status,
    actorId: 'by' in command ? command.by : null,
    at: now,
    ...{ message, reason },
    round: request.round,
    expiresAt: request.expiresAt,
    coApprovers: event === 'approve' && coApprovers.length > 0 ? coApprovers : null,
    via: sourceOf(taken) === 'form' ? 'form' : 'chat',
  };
};
const sourceOf = ({ command, via }: Taken): string =>
  command.type === 'submit' && command.awaitsWords === true ? 'join' : via;

const replayed = (events: readonly PastEvent[]): Replayed => {
  const history = replay(events);
  if (isContradiction(history)) throw new Error(history.why);
  return history;
};

/** Checks `check` on every row in many random lives in which people are forgotten, with its history. */
function alwaysFollows(check: (row: RequestRow, history: Replayed, first: string) => void, numRuns = 100): void {
  fc.assert(
    fc.property(erasingSteps, policies, (life, policy) => {
      let events: PastEvent[] = [];
      let kept: Kept = { source: '', isErased: false };
      let first = '';
      const erased = (left: Request): void => {
        events = events.map((event) => ({ ...event, message: null, reason: null }));
        kept = { ...kept, isErased: true };
        check(rowOf(left, kept), replayed(events), first);
      };
      for (const taken of lived(life, policy, erased)) {
        const { isNew, event, request } = taken;
        events = isNew ? [eventOf(taken)] : [...events, eventOf(taken)];
        const source = event === 'submit' ? sourceOf(taken) : kept.source;
        if (isNew) first = source;
        kept = { source, isErased: !isNew && kept.isErased && request.message === '' };
        check(rowOf(request, kept), replayed(events), first);
      }
    }),
    { numRuns },
  );
}

test('the row of a request follows from its history after every step and erasure, and a row that says anything else does not', () => {
  alwaysFollows((row, history, first) => {
    expect(differing(row, history)).toBeNull();
    // A version before this one left it as it was where somebody asked again in the place of an access that they had given up.
    expect(differing({ ...row, source: first }, history)).toBeNull();

    const { beforeAppeal } = row;
    const before = beforeAppeal as Request['beforeAppeal'];
    const others: Readonly<Record<string, Partial<RequestRow>>> = {
      ...(!history.isAnew && {
        source: { source: row.source === 'form' ? 'chat' : 'form' },
        awaits_words: { awaitsWords: !(row.awaitsWords ?? false) },
      }),
      status: { status: row.status === 'approved' ? 'expired' : 'approved' },
      message: { message: `${row.message}!` },
      round: { round: row.round + 1 },
      submitted_at: { submittedAt: row.submittedAt - 1 },
      expires_at: { expiresAt: row.expiresAt + 1 },
      reviewed_by: { reviewedBy: row.reviewedBy === zoe ? vera : zoe },
      decided_at: { decidedAt: (row.decidedAt ?? 0) + 1 },
      reason: { reason: `${row.reason ?? ''}!` },
      appeal_count: { appealCount: row.appealCount + 1 },
      last_rejected_at: { lastRejectedAt: (row.lastRejectedAt ?? 0) + 1 },
      votes: { votes: row.votes === null ? [{ by: vera, at: noon }] : null },
      co_approvers: { coApprovers: row.coApprovers === null ? [vera] : null },
      withdrawn_at: { withdrawnAt: (row.withdrawnAt ?? 0) - 1 },
      erased_at: { isErased: !row.isErased },
      ...(before !== null && {
        before_appeal: { beforeAppeal: { ...before, verdict: { ...before.verdict, at: before.verdict.at + 1 } } },
      }),
    };
    for (const [column, other] of Object.entries(others)) {
      // `expect` itself would take most of the time.
      if (differing({ ...row, ...other }, history) !== column) throw new Error(`${column} may differ`);
    }
  });
});

test('how long an appeal waited in vain before that was kept need not be known, also where it was the last that happened', () => {
  const old = { reason: null, round: 1, expiresAt: null, coApprovers: null, via: 'chat', message: 'Please' } as const;
  const term = noon + 9 * day;
  const appeal = { ...old, actorId: client, message: 'Again', round: 2 };
  const history = replayed([
    { ...old, event: 'submit', fromStatus: null, toStatus: 'pending', actorId: client, at: noon },
    { ...old, event: 'reject', fromStatus: 'pending', toStatus: 'rejected', actorId: boris, at: noon + 1 },
    { ...appeal, event: 'appeal', fromStatus: 'rejected', toStatus: 'pending', at: noon + day },
    { ...appeal, event: 'withdraw', fromStatus: 'pending', toStatus: 'rejected', at: noon + 2 * day, expiresAt: term },
  ]);
  const decision = { by: boris, at: noon + 1, reason: null };
  const facts = { message: 'Please', submittedAt: noon, expiresAt: term, lastRejectedAt: noon + 1 };
  const beforeAppeal = { verdict: { ...decision, status: 'rejected' }, ...facts } as const;
  const common = { clientId: client, round: 2, appealCount: 1, awaitsWords: false };
  const row = (waitedInVain?: number): RequestRow => {
    const before = { ...beforeAppeal, ...(waitedInVain !== undefined && { waitedInVain }) };
    const request = { ...common, ...facts, status: 'rejected', decision, beforeAppeal: before } as const;
    return rowOf(request, { source: 'chat', isErased: false });
  };
  expect([row(), row(day), row(2 * day)].map((one) => differing(one, history))).toEqual([null, null, 'before_appeal']);
  expect(differing({ ...row(), expiresAt: term + 1 }, history)).toBe('expires_at');
});

test('random lives reach every transition of the table', () => {
  const happened = new Set<string>();
  const wanted = new Set<string>();
  for (const [status, row] of Object.entries(rules)) {
    for (const [type, { to }] of Object.entries(row)) for (const next of to) wanted.add(`${status} ${type} ${next}`);
  }
  fc.assert(
    fc.property(steps, policies, (life, policy) => {
      for (const { before, command, request } of lived(life, policy)) {
        happened.add(`${before.status} ${command.type} ${request.status}`);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect([...happened].sort()).toEqual([...wanted].sort());
});
