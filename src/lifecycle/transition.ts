import type { Instant, PersonId, RequestId } from './ids';
import {
  appealWindow,
  validVotes,
  timeAfterTalk,
  timeAfterUndo,
  undoIsOpen,
  waitedInVain,
  type Policy,
} from './policy';
import {
  noRequest,
  type Approved,
  type BeforeAppeal,
  type Decision,
  type Expired,
  type NoRequest,
  type Pending,
  type Rejected,
  type Request,
  type Revoked,
  type Status,
  type Verdict,
} from './request';

/**
 * What people can do with a request. `round` is the round the person saw; null if they named the request by its number. `admins`
 * are the admins at that moment: earlier approvals by anybody else don't count.
 */
export type Command =
  /** `awaitsWords`: the client only asked to join a chat, so the message is not what they wrote to the admins; missing: it is. */
  | { readonly type: 'submit'; readonly by: PersonId; readonly message: string; readonly awaitsWords?: boolean }
  | { readonly type: 'appeal'; readonly by: PersonId; readonly message: string }
  | { readonly type: 'withdraw' }
  | {
      readonly type: 'approve';
      readonly by: PersonId;
      readonly round: number | null;
      readonly admins: ReadonlySet<PersonId>;
    }
  | { readonly type: 'reject'; readonly by: PersonId; readonly round: number | null; readonly reason: string | null }
  /** `reason` is for the admins, as that of a reopening; missing: they give none. */
  | { readonly type: 'undo'; readonly by: PersonId; readonly round: number | null; readonly reason?: string | null }
  | { readonly type: 'revoke'; readonly by: PersonId; readonly reason: string | null }
  /** `openInstead` is the client's other request that is open; null: none is. */
  | {
      readonly type: 'reopen';
      readonly by: PersonId;
      readonly openInstead: RequestId | null;
      readonly reason?: string | null;
    }
  /** An admin asks the client something. */
  | { readonly type: 'ask'; readonly by: PersonId; readonly round: number | null }
  /** The client answers what they were asked, or adds something of their own accord. */
  | { readonly type: 'answer' }
  | { readonly type: 'add' }
  /** The client says what they came without: they asked to join a chat, and were asked for a few words. */
  | { readonly type: 'describe'; readonly message: string }
  | { readonly type: 'expire' }
  /** The client is forgotten: what waits is withdrawn, and their access ends. */
  | { readonly type: 'forget' };
export type CommandType = Command['type'];

/** An approval of a request that needs more of them, and taking that back. The client hears nothing of either. */
export const voteEvents = ['vote', 'vote_withdrawn'] as const;
export type VoteEvent = (typeof voteEvents)[number];

/** What is said about a request while it waits. It decides nothing. */
export const talkEvents = ['ask', 'answer', 'add'] as const satisfies readonly CommandType[];

/**
 * Two people turned out to be one: whose request it is from then on, or that its client is on Telegram from then on. It says nothing
 * of what the admins think of it.
 */
export const uniteEvent = 'unite' as const;

/** What the history calls a change: by its command, a vote, or the uniting of two people. */
export type EventType = CommandType | VoteEvent | typeof uniteEvent;

export const isVoteEvent = (event: EventType): event is VoteEvent => voteEvents.some((vote) => vote === event);

/** Whether the client is told the reason of a change. That of an undo, a taken back approval or a reopening is for the admins. */
export const isReasonForClient = (event: EventType): boolean => event === 'reject' || event === 'revoke';

/** How a command came in: from a chat, from the admins' desk, from a form, or because its time had come. */
export type Via = 'chat' | 'desk' | 'form' | 'system';

/** What the client is told about a transition; the admins' cards follow all of them. */
export const clientEvents = [
  'submitted',
  'appeal_submitted',
  'withdrawn',
  'appeal_withdrawn',
  'approved',
  'rejected',
  'decision_undone',
  'request_reopened',
  'revoked',
  'expired',
  'appeal_expired',
] as const;
export type ClientEvent = (typeof clientEvents)[number];

/** What the admins' chats get: a card for a new round, or edits of the cards they have. */
type CardNews = 'new_card' | 'cards_change';

/** What people are told once because of the time: a reminder before a request expires, and that an appeal is now possible. */
export type ToldOnce = 'reminder' | 'appeal_open';

/** The complete effect of a command. Whoever writes it down has nothing left to find out. */
export interface Transition {
  /** The request from now on. */
  readonly request: Request;
  /** Whether it is a new request with its own number; an earlier one then stays as it is. */
  readonly isNew: boolean;
  /** The event's name in the history. */
  readonly event: EventType;
  /** The admin's reason, whoever it is for (`isReasonForClient`). */
  readonly reason: string | null;
  /** The client's text of the round that begins or ends. */
  readonly message: string;
  /** Counts only if the request has not expired by the time it is written. */
  readonly onlyInTime: boolean;
  /** Notifications that may be sent again from now on. */
  readonly clears: readonly ToldOnce[];
  /** What the client is told; null for nothing: how the admins arrive at their decision is not the client's business. */
  readonly client: ClientEvent | null;
  /** What the admins' chats get. */
  readonly admins: CardNews;
}

export type Refusal =
  | { readonly refused: 'no_request' }
  | { readonly refused: 'already_pending'; readonly request: Pending }
  | { readonly refused: 'already_approved'; readonly request: Approved }
  | { readonly refused: 'not_pending'; readonly request: Exclude<Request, Pending> }
  | { readonly refused: 'expired'; readonly request: Pending }
  | { readonly refused: 'not_due'; readonly request: Pending }
  | { readonly refused: 'earlier_round'; readonly request: Request }
  | { readonly refused: 'own_request'; readonly request: Request }
  | { readonly refused: 'nothing_to_appeal' }
  | { readonly refused: 'appeal_not_open'; readonly request: Rejected | Revoked; readonly opensAt: Instant }
  | { readonly refused: 'appeal_closed'; readonly request: Rejected | Revoked; readonly closedAt: Instant }
  | { readonly refused: 'appeals_used_up'; readonly request: Rejected | Revoked; readonly limit: number }
  | { readonly refused: 'already_voted'; readonly request: Pending }
  | { readonly refused: 'no_vote'; readonly request: Pending }
  | { readonly refused: 'nothing_to_undo'; readonly request: Request }
  | { readonly refused: 'not_your_decision'; readonly request: Approved | Rejected }
  | { readonly refused: 'undo_too_late'; readonly request: Approved | Rejected }
  | { readonly refused: 'not_approved'; readonly request: Request }
  | { readonly refused: 'nothing_to_reopen'; readonly request: Request }
  | { readonly refused: 'open_instead'; readonly request: Request; readonly openInstead: RequestId };
export type RefusalCode = Refusal['refused'];

export type Outcome = Transition | Refusal;

export const isRefusal = (outcome: Outcome): outcome is Refusal => 'refused' in outcome;

type From = Request | NoRequest;
type StateOf<S extends From['status']> = Extract<From, { status: S }>;
type CommandOf<C extends CommandType> = Extract<Command, { type: C }>;

interface Rule<in State, in Asked> {
  /** The statuses this rule can lead to; none if it always refuses. The README's diagram is generated from them. */
  readonly to: readonly Status[];
  readonly apply: (request: State, command: Asked, now: Instant, policy: Policy) => Outcome;
}

type Rules = { readonly [S in From['status']]: { readonly [C in CommandType]: Rule<StateOf<S>, CommandOf<C>> } };

const leads = <State, Asked>(to: readonly Status[], apply: Rule<State, Asked>['apply']): Rule<State, Asked> => ({
  to,
  apply,
});
const never = <State>(refusal: (request: State) => Refusal): Rule<State, Command> => ({ to: [], apply: refusal });

const noRequestYet = never(() => ({ refused: 'no_request' }));
const nothingToAppeal = never(() => ({ refused: 'nothing_to_appeal' }));
const notPending = never((request: Exclude<Request, Pending>) => ({ refused: 'not_pending', request }));
const nothingToUndo = never((request: Request) => ({ refused: 'nothing_to_undo', request }));
const nothingToReopen = never((request: Request) => ({ refused: 'nothing_to_reopen', request }));
const notApproved = never((request: Request) => ({ refused: 'not_approved', request }));
const alreadyPending = never((request: Pending) => ({ refused: 'already_pending', request }));
const alreadyApproved = never((request: Approved) => ({ refused: 'already_approved', request }));

const submits = leads(['pending'], submit);
const appeals = leads(['pending'], appeal);
/** An access that its client gave up is no verdict: they ask again as if they never had. */
const asksAgain = leads(
  ['pending'],
  (request: Revoked, command: CommandOf<'submit' | 'appeal'>, now: Instant, policy: Policy): Outcome =>
    request.decision === null ? submitAgain(request, command, now, policy) : appeal(request, command, now, policy),
);
const undoes = leads(['pending'], undo);
const reopens = leads(['pending'], reopen);
const talks = (event: 'answer' | 'add') =>
  leads(['pending'], (request: Pending, _: Command, now: Instant): Outcome =>
    now >= request.expiresAt ? { refused: 'expired', request } : talk(event, request, now),
  );

/** For every status and command: where it leads, or why it is refused. */
export const rules: Rules = {
  none: {
    submit: submits,
    appeal: nothingToAppeal,
    withdraw: noRequestYet,
    approve: noRequestYet,
    reject: noRequestYet,
    undo: noRequestYet,
    revoke: noRequestYet,
    reopen: noRequestYet,
    ask: noRequestYet,
    answer: noRequestYet,
    add: noRequestYet,
    describe: noRequestYet,
    expire: noRequestYet,
    forget: noRequestYet,
  },
  pending: {
    submit: alreadyPending,
    appeal: alreadyPending,
    withdraw: leads(['withdrawn', 'rejected', 'revoked'], withdraw),
    approve: leads(['approved', 'pending'], approve),
    reject: leads(['rejected'], reject),
    undo: leads(['pending'], withdrawVote),
    revoke: notApproved,
    reopen: alreadyPending,
    ask: leads(['pending'], ask),
    answer: talks('answer'),
    add: talks('add'),
    describe: leads(['pending'], describe),
    expire: leads(['expired', 'rejected', 'revoked'], expire),
    forget: leads(['withdrawn', 'rejected', 'revoked'], forgetPending),
  },
  approved: {
    submit: alreadyApproved,
    appeal: alreadyApproved,
    withdraw: notPending,
    approve: notPending,
    reject: notPending,
    undo: undoes,
    revoke: leads(['revoked'], revoke),
    reopen: nothingToReopen,
    ask: notPending,
    answer: notPending,
    add: notPending,
    describe: notPending,
    expire: notPending,
    forget: leads(['revoked'], giveUp),
  },
  rejected: {
    submit: appeals,
    appeal: appeals,
    withdraw: notPending,
    approve: notPending,
    reject: notPending,
    undo: undoes,
    revoke: notApproved,
    reopen: reopens,
    ask: notPending,
    answer: notPending,
    add: notPending,
    describe: notPending,
    expire: notPending,
    forget: notPending,
  },
  revoked: {
    submit: asksAgain,
    appeal: asksAgain,
    withdraw: notPending,
    approve: notPending,
    reject: notPending,
    undo: nothingToUndo,
    revoke: notApproved,
    reopen: leads(['pending'], reopenRevoked),
    ask: notPending,
    answer: notPending,
    add: notPending,
    describe: notPending,
    expire: notPending,
    forget: notPending,
  },
  expired: {
    submit: submits,
    appeal: nothingToAppeal,
    withdraw: notPending,
    approve: notPending,
    reject: notPending,
    undo: nothingToUndo,
    revoke: notApproved,
    reopen: reopens,
    ask: notPending,
    answer: notPending,
    add: notPending,
    describe: notPending,
    expire: notPending,
    forget: notPending,
  },
  withdrawn: {
    submit: submits,
    appeal: nothingToAppeal,
    withdraw: notPending,
    approve: notPending,
    reject: notPending,
    undo: nothingToUndo,
    revoke: notApproved,
    reopen: nothingToReopen,
    ask: notPending,
    answer: notPending,
    add: notPending,
    describe: notPending,
    expire: notPending,
    forget: notPending,
  },
};

/**
 * The one place where a request changes: what `command` does to `request` at `now`, and who is told what. After
 * `expired` or `withdrawn`, `submit` creates a new request with a number of its own; `reopen` brings an expired one back.
 */
export function transition(request: From, command: Command, now: Instant, policy: Policy): Outcome {
  // The table's type ties each rule to its status and command; TypeScript can't follow that through two look-ups.
  const rule = rules[request.status][command.type] as Rule<From, Command>;
  return rule.apply(request, command, now, policy);
}

type Told = Pick<Transition, 'client'> & Partial<Omit<Transition, 'request' | 'client'>>;

/** Most transitions change the existing request, at any time, and its cards. */
const change = (event: EventType, request: Request, told: Told): Transition => ({
  request,
  isNew: false,
  event,
  reason: null,
  message: request.message,
  onlyInTime: false,
  clears: [],
  admins: 'cards_change',
  ...told,
});

function submit(_: From, command: CommandOf<'submit'>, now: Instant, policy: Policy): Transition {
  return change(
    'submit',
    {
      status: 'pending',
      clientId: command.by,
      message: command.message,
      round: 1,
      submittedAt: now,
      expiresAt: now + policy.requestTtl,
      appealCount: 0,
      lastRejectedAt: null,
      awaitsWords: command.awaitsWords ?? false,
      beforeAppeal: null,
      votes: [],
    },
    { isNew: true, client: 'submitted', admins: 'new_card' },
  );
}

/** The same in the place of an access that its client gave up: somebody has one open request, whatever became of it. */
function submitAgain(
  { round }: Revoked,
  command: CommandOf<'submit' | 'appeal'>,
  now: Instant,
  policy: Policy,
): Transition {
  const fresh = submit(noRequest, { ...command, type: 'submit' }, now, policy);
  return { ...fresh, request: { ...fresh.request, round: round + 1 }, isNew: false, clears: ['reminder'] };
}

function appeal(
  request: Rejected | Revoked,
  command: CommandOf<'submit' | 'appeal'>,
  now: Instant,
  policy: Policy,
): Outcome {
  const window = appealWindow(request, now, policy);
  switch (window.state) {
    case 'not_open':
      return { refused: 'appeal_not_open', request, opensAt: window.opensAt };
    case 'closed':
      return { refused: 'appeal_closed', request, closedAt: window.closedAt };
    case 'used_up':
      return { refused: 'appeals_used_up', request, limit: window.limit };
    case 'open': {
      const { decision, message, submittedAt, expiresAt, lastRejectedAt } = request;
      if (decision === null) return { refused: 'nothing_to_appeal' };
      const verdict: Verdict = { ...decision, status: request.status };
      const coApprovers = request.status === 'revoked' ? request.coApprovers : [];
      return change(
        'appeal',
        {
          ...withoutDecision(request),
          status: 'pending',
          message: command.message,
          round: request.round + 1,
          submittedAt: now,
          expiresAt: now + policy.requestTtl,
          appealCount: request.appealCount + 1,
          awaitsWords: false,
          beforeAppeal: {
            verdict,
            message,
            submittedAt,
            expiresAt,
            lastRejectedAt,
            waitedInVain: waitedInVain(request),
            ...(coApprovers.length > 0 && { coApprovers }),
          },
          votes: [],
        },
        { clears: ['reminder'], client: 'appeal_submitted', admins: 'new_card' },
      );
    }
  }
}

function approve(request: Pending, command: CommandOf<'approve'>, now: Instant, policy: Policy): Outcome {
  const refusal = whyNotDecide(request, command, now);
  if (refusal !== null) return refusal;
  const { by, admins } = command;
  const others = validVotes(request, admins).filter((vote) => vote.by !== by);
  if (others.length + 1 >= policy.approvalsNeeded) {
    const decision: Decision = { by, at: now, reason: null };
    const coApprovers = others.map((vote) => vote.by);
    const approved = { ...withoutVotes(request), status: 'approved', decision, coApprovers } as const;
    return change('approve', approved, { onlyInTime: true, client: 'approved' });
  }
  if (hasVoted(request, by)) return { refused: 'already_voted', request };
  const votes = [...request.votes, { by, at: now }];
  return change('vote', { ...request, votes }, { onlyInTime: true, client: null });
}

/** An admin asks; who may not decide a request has nothing to ask about it either. */
function ask(request: Pending, command: CommandOf<'ask'>, now: Instant): Outcome {
  return whyNotDecide(request, command, now) ?? talk('ask', request, now);
}

/** Something was said: whoever it is for has time to read it and to do something about it. The votes stay. */
function talk(event: (typeof talkEvents)[number], request: Pending, now: Instant): Transition {
  const expiresAt = Math.max(request.expiresAt, now + timeAfterTalk);
  const moves = expiresAt > request.expiresAt;
  return change(
    event,
    { ...request, expiresAt },
    { onlyInTime: true, clears: moves ? ['reminder'] : [], client: null },
  );
}

/** The words of whoever came without any: the request is theirs from now on, as if it had begun with them. */
function describe(request: Pending, { message }: CommandOf<'describe'>, now: Instant): Outcome {
  if (!request.awaitsWords) return { refused: 'already_pending', request };
  if (now >= request.expiresAt) return { refused: 'expired', request };
  return change(
    'describe',
    { ...request, message, awaitsWords: false },
    { message, onlyInTime: true, client: 'submitted' },
  );
}

function reject(request: Pending, command: CommandOf<'reject'>, now: Instant): Outcome {
  const refusal = whyNotDecide(request, command, now);
  if (refusal !== null) return refusal;
  const { by, reason } = command;
  return change(
    'reject',
    { ...withoutVotes(request), status: 'rejected', decision: { by, at: now, reason }, lastRejectedAt: now },
    { reason, onlyInTime: true, clears: ['appeal_open'], client: 'rejected' },
  );
}

function whyNotDecide(
  request: Pending,
  command: { readonly by: PersonId; readonly round: number | null },
  now: Instant,
): Refusal | null {
  if (request.clientId === command.by) return { refused: 'own_request', request };
  if (isEarlierRound(command.round, request)) return { refused: 'earlier_round', request };
  if (now >= request.expiresAt) return { refused: 'expired', request };
  return null;
}

/** While the request is pending, an admin can only take back their own vote; the round and the other votes stay. */
function withdrawVote(request: Pending, command: CommandOf<'undo'>, now: Instant): Outcome {
  if (request.votes.length === 0) return { refused: 'nothing_to_undo', request };
  if (isEarlierRound(command.round, request)) return { refused: 'earlier_round', request };
  if (!hasVoted(request, command.by)) return { refused: 'no_vote', request };
  if (now >= request.expiresAt) return { refused: 'expired', request };
  const votes = request.votes.filter(({ by }) => by !== command.by);
  const { reason = null } = command;
  return change('vote_withdrawn', { ...request, votes }, { reason, onlyInTime: true, client: null });
}

function undo(request: Approved | Rejected, command: CommandOf<'undo'>, now: Instant, policy: Policy): Outcome {
  const { decision } = request;
  if (isEarlierRound(command.round, request)) return { refused: 'earlier_round', request };
  if (decision.by !== command.by) return { refused: 'not_your_decision', request };
  if (!undoIsOpen(request, now, policy)) return { refused: 'undo_too_late', request };
  return change(
    'undo',
    {
      ...withoutDecision(request),
      status: 'pending',
      round: request.round + 1,
      expiresAt: Math.max(request.expiresAt, now + timeAfterUndo),
      lastRejectedAt: rejectedBefore(request),
      votes: [],
    },
    { reason: command.reason ?? null, clears: ['reminder'], client: 'decision_undone' },
  );
}

/** It is decided afresh: any admin may reopen it, and neither the verdict nor the decision an appeal was against comes back. */
function reopen(
  request: Rejected | Revoked | Expired,
  command: CommandOf<'reopen'>,
  now: Instant,
  policy: Policy,
): Outcome {
  if (request.clientId === command.by) return { refused: 'own_request', request };
  const { openInstead, reason = null } = command;
  if (openInstead !== null) return { refused: 'open_instead', request, openInstead };
  const { clientId, message, awaitsWords, submittedAt, appealCount } = request;
  return change(
    'reopen',
    {
      status: 'pending',
      clientId,
      message,
      awaitsWords,
      round: request.round + 1,
      submittedAt,
      expiresAt: Math.max(request.expiresAt, now + policy.requestTtl),
      appealCount,
      lastRejectedAt: null,
      beforeAppeal: null,
      votes: [],
    },
    { reason, clears: ['reminder'], client: 'request_reopened', admins: 'new_card' },
  );
}

/** Nobody has decided anything: nobody can bring it back either, but the client, who may ask again. */
function reopenRevoked(request: Revoked, command: CommandOf<'reopen'>, now: Instant, policy: Policy): Outcome {
  return request.decision === null ? { refused: 'nothing_to_reopen', request } : reopen(request, command, now, policy);
}

function revoke(request: Approved, command: CommandOf<'revoke'>, now: Instant): Outcome {
  if (request.clientId === command.by) return { refused: 'own_request', request };
  return change(
    'revoke',
    { ...request, status: 'revoked', decision: { by: command.by, at: now, reason: command.reason } },
    { reason: command.reason, clears: ['appeal_open'], client: 'revoked' },
  );
}

function withdraw(request: Pending, _: CommandOf<'withdraw'>, now: Instant): Outcome {
  if (now >= request.expiresAt) return { refused: 'expired', request };
  const { message, beforeAppeal } = request;
  return beforeAppeal === null
    ? change('withdraw', { ...withoutVotes(request), status: 'withdrawn', withdrawnAt: now }, { client: 'withdrawn' })
    : change('withdraw', asBeforeAppeal(request, beforeAppeal, now), { message, client: 'appeal_withdrawn' });
}

/** As a withdrawal, but whoever is forgotten is told of that instead. */
function forgetPending(request: Pending, _: CommandOf<'forget'>, now: Instant): Outcome {
  const outcome = withdraw(request, { type: 'withdraw' }, now);
  return isRefusal(outcome) ? outcome : { ...outcome, client: null };
}

/** The client no longer wants the access: an end without a verdict. */
function giveUp(request: Approved): Transition {
  return change('forget', { ...request, status: 'revoked', decision: null }, { client: null });
}

function expire(request: Pending, _: CommandOf<'expire'>, now: Instant): Outcome {
  if (now < request.expiresAt) return { refused: 'not_due', request };
  const { message, beforeAppeal } = request;
  return beforeAppeal === null
    ? change('expire', { ...withoutVotes(request), status: 'expired' }, { client: 'expired' })
    : change('expire', asBeforeAppeal(request, beforeAppeal, now), { message, client: 'appeal_expired' });
}

function asBeforeAppeal(request: Pending, before: BeforeAppeal, now: Instant): Rejected | Revoked {
  const { verdict, waitedInVain: waitedBefore = 0, coApprovers = [], ...facts } = before;
  const { status, ...decision } = verdict;
  const waited = waitedBefore + Math.max(0, now - request.submittedAt);
  const restored = {
    ...withoutVotes(request),
    ...facts,
    decision,
    beforeAppeal: { ...before, waitedInVain: waited },
  };
  return status === 'revoked' ? { ...restored, status, coApprovers } : { ...restored, status };
}

/** The rejection before the decision being undone. An approval leaves it as it is. */
function rejectedBefore(request: Approved | Rejected): Instant | null {
  return request.status === 'approved' ? request.lastRejectedAt : (request.beforeAppeal?.lastRejectedAt ?? null);
}

function isEarlierRound(seen: number | null, request: Request): boolean {
  return seen !== null && seen !== request.round;
}

const hasVoted = ({ votes }: Pending, admin: PersonId): boolean => votes.some(({ by }) => by === admin);

/** The fields that a decided request keeps when it is pending again. */
function withoutDecision(request: Approved | Rejected | Revoked): Omit<Rejected, 'status' | 'decision'> {
  const { clientId, message, round, submittedAt, expiresAt } = request;
  const { appealCount, lastRejectedAt, awaitsWords, beforeAppeal } = request;
  return { clientId, message, round, submittedAt, expiresAt, appealCount, lastRejectedAt, awaitsWords, beforeAppeal };
}

/** The fields that a request keeps when it is no longer pending. */
function withoutVotes({ votes: _, ...facts }: Pending): Omit<Pending, 'votes'> {
  return facts;
}
