import type { Instant, PersonId } from '../../src/lifecycle/ids';
import type { Policy } from '../../src/lifecycle/policy';
import { noRequest, type NoRequest, type Request } from '../../src/lifecycle/request';
import { isRefusal, rules, transition, type CommandType, type Outcome } from '../../src/lifecycle/transition';
import { boris, client, commands, day, decision, minute, noon, pending, policy, requests, vera } from './samples';

/** Every pair of a state and a command, written down from the contract: a refusal's code, or `next status: the client's news, the admins' news`. */
const expected: Record<State, Record<CommandType, string>> = {
  none: {
    submit: 'pending: submitted, new_card',
    appeal: 'nothing_to_appeal',
    withdraw: 'no_request',
    approve: 'no_request',
    reject: 'no_request',
    undo: 'no_request',
    revoke: 'no_request',
    reopen: 'no_request',
    ask: 'no_request',
    answer: 'no_request',
    add: 'no_request',
    describe: 'no_request',
    expire: 'no_request',
    forget: 'no_request',
  },
  pending: {
    submit: 'already_pending',
    appeal: 'already_pending',
    withdraw: 'withdrawn: withdrawn, cards_change',
    approve: 'approved: approved, cards_change',
    reject: 'rejected: rejected, cards_change',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'already_pending',
    ask: 'pending: nothing, cards_change',
    answer: 'pending: nothing, cards_change',
    add: 'pending: nothing, cards_change',
    describe: 'already_pending',
    expire: 'expired: expired, cards_change',
    forget: 'withdrawn: nothing, cards_change',
  },
  'pending, without the client’s words': {
    submit: 'already_pending',
    appeal: 'already_pending',
    withdraw: 'withdrawn: withdrawn, cards_change',
    approve: 'approved: approved, cards_change',
    reject: 'rejected: rejected, cards_change',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'already_pending',
    ask: 'pending: nothing, cards_change',
    answer: 'pending: nothing, cards_change',
    add: 'pending: nothing, cards_change',
    describe: 'pending: submitted, cards_change',
    expire: 'expired: expired, cards_change',
    forget: 'withdrawn: nothing, cards_change',
  },
  'pending, appealing a rejection': {
    submit: 'already_pending',
    appeal: 'already_pending',
    withdraw: 'rejected: appeal_withdrawn, cards_change',
    approve: 'approved: approved, cards_change',
    reject: 'rejected: rejected, cards_change',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'already_pending',
    ask: 'pending: nothing, cards_change',
    answer: 'pending: nothing, cards_change',
    add: 'pending: nothing, cards_change',
    describe: 'already_pending',
    expire: 'rejected: appeal_expired, cards_change',
    forget: 'rejected: nothing, cards_change',
  },
  'pending, appealing a revocation': {
    submit: 'already_pending',
    appeal: 'already_pending',
    withdraw: 'revoked: appeal_withdrawn, cards_change',
    approve: 'approved: approved, cards_change',
    reject: 'rejected: rejected, cards_change',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'already_pending',
    ask: 'pending: nothing, cards_change',
    answer: 'pending: nothing, cards_change',
    add: 'pending: nothing, cards_change',
    describe: 'already_pending',
    expire: 'revoked: appeal_expired, cards_change',
    forget: 'revoked: nothing, cards_change',
  },
  'pending, two approvals needed': {
    submit: 'already_pending',
    appeal: 'already_pending',
    withdraw: 'withdrawn: withdrawn, cards_change',
    approve: 'pending: nothing, cards_change',
    reject: 'rejected: rejected, cards_change',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'already_pending',
    ask: 'pending: nothing, cards_change',
    answer: 'pending: nothing, cards_change',
    add: 'pending: nothing, cards_change',
    describe: 'already_pending',
    expire: 'expired: expired, cards_change',
    forget: 'withdrawn: nothing, cards_change',
  },
  'pending, two approvals needed, one is the same admin’s': {
    submit: 'already_pending',
    appeal: 'already_pending',
    withdraw: 'withdrawn: withdrawn, cards_change',
    approve: 'already_voted',
    reject: 'rejected: rejected, cards_change',
    undo: 'pending: nothing, cards_change',
    revoke: 'not_approved',
    reopen: 'already_pending',
    ask: 'pending: nothing, cards_change',
    answer: 'pending: nothing, cards_change',
    add: 'pending: nothing, cards_change',
    describe: 'already_pending',
    expire: 'expired: expired, cards_change',
    forget: 'withdrawn: nothing, cards_change',
  },
  'pending, two approvals needed, one is another admin’s': {
    submit: 'already_pending',
    appeal: 'already_pending',
    withdraw: 'withdrawn: withdrawn, cards_change',
    approve: 'approved: approved, cards_change',
    reject: 'rejected: rejected, cards_change',
    undo: 'no_vote',
    revoke: 'not_approved',
    reopen: 'already_pending',
    ask: 'pending: nothing, cards_change',
    answer: 'pending: nothing, cards_change',
    add: 'pending: nothing, cards_change',
    describe: 'already_pending',
    expire: 'expired: expired, cards_change',
    forget: 'withdrawn: nothing, cards_change',
  },
  approved: {
    submit: 'already_approved',
    appeal: 'already_approved',
    withdraw: 'not_pending',
    approve: 'not_pending',
    reject: 'not_pending',
    undo: 'pending: decision_undone, cards_change',
    revoke: 'revoked: revoked, cards_change',
    reopen: 'nothing_to_reopen',
    ask: 'not_pending',
    answer: 'not_pending',
    add: 'not_pending',
    describe: 'not_pending',
    expire: 'not_pending',
    forget: 'revoked: nothing, cards_change',
  },
  'revoked, given up by its client': {
    submit: 'pending: submitted, new_card',
    appeal: 'pending: submitted, new_card',
    withdraw: 'not_pending',
    approve: 'not_pending',
    reject: 'not_pending',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'nothing_to_reopen',
    ask: 'not_pending',
    answer: 'not_pending',
    add: 'not_pending',
    describe: 'not_pending',
    expire: 'not_pending',
    forget: 'not_pending',
  },
  rejected: {
    submit: 'pending: appeal_submitted, new_card',
    appeal: 'pending: appeal_submitted, new_card',
    withdraw: 'not_pending',
    approve: 'not_pending',
    reject: 'not_pending',
    undo: 'pending: decision_undone, cards_change',
    revoke: 'not_approved',
    reopen: 'pending: request_reopened, new_card',
    ask: 'not_pending',
    answer: 'not_pending',
    add: 'not_pending',
    describe: 'not_pending',
    expire: 'not_pending',
    forget: 'not_pending',
  },
  revoked: {
    submit: 'pending: appeal_submitted, new_card',
    appeal: 'pending: appeal_submitted, new_card',
    withdraw: 'not_pending',
    approve: 'not_pending',
    reject: 'not_pending',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'pending: request_reopened, new_card',
    ask: 'not_pending',
    answer: 'not_pending',
    add: 'not_pending',
    describe: 'not_pending',
    expire: 'not_pending',
    forget: 'not_pending',
  },
  expired: {
    submit: 'pending: submitted, new_card',
    appeal: 'nothing_to_appeal',
    withdraw: 'not_pending',
    approve: 'not_pending',
    reject: 'not_pending',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'pending: request_reopened, new_card',
    ask: 'not_pending',
    answer: 'not_pending',
    add: 'not_pending',
    describe: 'not_pending',
    expire: 'not_pending',
    forget: 'not_pending',
  },
  withdrawn: {
    submit: 'pending: submitted, new_card',
    appeal: 'nothing_to_appeal',
    withdraw: 'not_pending',
    approve: 'not_pending',
    reject: 'not_pending',
    undo: 'nothing_to_undo',
    revoke: 'not_approved',
    reopen: 'nothing_to_reopen',
    ask: 'not_pending',
    answer: 'not_pending',
    add: 'not_pending',
    describe: 'not_pending',
    expire: 'not_pending',
    forget: 'not_pending',
  },
};

type State =
  | 'revoked, given up by its client'
  | Request['status']
  | 'none'
  | 'pending, without the client’s words'
  | `pending, appealing a ${'rejection' | 'revocation'}`
  | `pending, two approvals needed${'' | `, one is ${'the same' | 'another'} admin’s`}`;

const appealing = (status: 'rejected' | 'revoked'): Request => ({
  ...pending,
  beforeAppeal: {
    verdict: { ...decision, status },
    message: 'words before',
    submittedAt: noon - 30 * day,
    expiresAt: noon - 23 * day,
    lastRejectedAt: decision.at,
  },
});

const votedFor = (by: PersonId): Request => ({ ...pending, votes: [{ by, at: noon }] });

const states: Record<State, Request | NoRequest> = {
  none: noRequest,
  ...requests,
  'pending, without the client’s words': { ...pending, awaitsWords: true },
  'pending, appealing a rejection': appealing('rejected'),
  'pending, appealing a revocation': appealing('revoked'),
  'pending, two approvals needed': pending,
  'pending, two approvals needed, one is the same admin’s': votedFor(boris),
  'pending, two approvals needed, one is another admin’s': votedFor(vera),
  'revoked, given up by its client': { ...requests.revoked, decision: null },
};

const policyOf = (state: State): Policy => ({ ...policy, approvalsNeeded: state.includes('two approvals') ? 2 : 1 });

// Keys of the literals above, which Object.keys forgets.
const stateNames = Object.keys(states) as State[];
const commandNames = Object.keys(commands) as CommandType[];

/** While the decision can be both undone and appealed; an expiry is asked for when it is due. */
const askedAt = (command: CommandType): Instant =>
  command === 'expire' ? pending.expiresAt : decision.at + 5 * minute;

const outcomeOf = (state: State, command: CommandType): Outcome =>
  transition(states[state], commands[command], askedAt(command), policyOf(state));

const inWords = (outcome: Outcome): string =>
  isRefusal(outcome) ? outcome.refused : `${outcome.request.status}: ${outcome.client ?? 'nothing'}, ${outcome.admins}`;

describe.each(stateNames)('a request that is %s', (state) => {
  test.each(commandNames)('answers %s', (command) => {
    expect(inWords(outcomeOf(state, command))).toBe(expected[state][command]);
  });
});

test('the table names exactly the statuses that a command can lead to', () => {
  for (const status of Object.keys(rules) as (keyof typeof rules)[]) {
    for (const command of commandNames) {
      const reached = stateNames
        .filter((state) => states[state].status === status)
        .map((state) => outcomeOf(state, command))
        .flatMap((outcome) => (isRefusal(outcome) ? [] : [outcome.request.status]));
      expect({ status, command, to: [...rules[status][command].to].sort() }).toEqual({
        status,
        command,
        to: [...new Set(reached)].sort(),
      });
    }
  }
});

/** What a transition says besides the request and the news: how the history calls it, and how it is written down. */
const writing = (state: State, command: CommandType) => {
  const outcome = outcomeOf(state, command);
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  const { event, isNew, onlyInTime, clears, reason, message } = outcome;
  return { event, isNew, onlyInTime, clears, reason, message };
};

const plain = { isNew: false, onlyInTime: false, clears: [], reason: null, message: 'first words' };

test.each<[State, CommandType, Partial<ReturnType<typeof writing>>]>([
  ['none', 'submit', { event: 'submit', isNew: true, message: 'new words' }],
  ['expired', 'submit', { event: 'submit', isNew: true, message: 'new words' }],
  ['rejected', 'submit', { event: 'appeal', clears: ['reminder'], message: 'new words' }],
  ['revoked', 'appeal', { event: 'appeal', clears: ['reminder'], message: 'new words' }],
  ['pending', 'approve', { event: 'approve', onlyInTime: true }],
  ['pending', 'reject', { event: 'reject', onlyInTime: true, clears: ['appeal_open'], reason: 'no' }],
  ['approved', 'revoke', { event: 'revoke', clears: ['appeal_open'], reason: 'left' }],
  ['approved', 'undo', { event: 'undo', clears: ['reminder'] }],
  ['rejected', 'reopen', { event: 'reopen', clears: ['reminder'] }],
  ['expired', 'reopen', { event: 'reopen', clears: ['reminder'] }],
  ['pending', 'withdraw', { event: 'withdraw' }],
  ['pending, two approvals needed', 'approve', { event: 'vote', onlyInTime: true }],
  ['pending, two approvals needed, one is another admin’s', 'approve', { event: 'approve', onlyInTime: true }],
  ['pending, two approvals needed, one is the same admin’s', 'undo', { event: 'vote_withdrawn', onlyInTime: true }],
  ['pending', 'forget', { event: 'withdraw' }],
  ['approved', 'forget', { event: 'forget' }],
  ['revoked, given up by its client', 'appeal', { event: 'submit', clears: ['reminder'], message: 'new words' }],
  ['pending', 'expire', { event: 'expire' }],
  ['pending, without the client’s words', 'describe', { event: 'describe', onlyInTime: true, message: 'new words' }],
  // The text of the round that ends, not of the one that stands again.
  ['pending, appealing a rejection', 'withdraw', { event: 'withdraw' }],
  ['pending, appealing a revocation', 'expire', { event: 'expire' }],
])('the record of a request that is %s after %s', (state, command, said) => {
  expect(writing(state, command)).toEqual({ ...plain, ...said });
});

test('a refusal carries the request it is about', () => {
  for (const state of stateNames) {
    for (const command of commandNames) {
      const outcome = outcomeOf(state, command);
      if (isRefusal(outcome) && 'request' in outcome) expect(outcome.request).toBe(states[state]);
    }
  }
});

test.each(['none', 'expired', 'withdrawn'] as const)(
  'submitting when the request is %s starts from nothing',
  (state) => {
    expect(outcomeOf(state, 'submit')).toMatchObject({
      request: {
        status: 'pending',
        clientId: client,
        message: 'new words',
        round: 1,
        submittedAt: askedAt('submit'),
        expiresAt: askedAt('submit') + policy.requestTtl,
        appealCount: 0,
        lastRejectedAt: null,
        awaitsWords: false,
        beforeAppeal: null,
        votes: [],
      },
    });
  },
);
