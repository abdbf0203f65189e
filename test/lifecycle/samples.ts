import { personId, type Instant, type Millis, type PersonId } from '../../src/lifecycle/ids';
import type { Policy } from '../../src/lifecycle/policy';
import type { Decision, Pending, Request, Status } from '../../src/lifecycle/request';
import {
  isRefusal,
  transition,
  type Command,
  type CommandType,
  type Outcome,
  type Transition,
} from '../../src/lifecycle/transition';

export const minute: Millis = 60_000;
export const day: Millis = 24 * 60 * minute;
export const noon: Instant = Date.UTC(2026, 4, 1, 12);

export const client = personId(1001);
export const boris = personId(2001);
export const vera = personId(2002);
export const zoe = personId(2003);
export const admins: ReadonlySet<PersonId> = new Set([boris, vera, zoe]);

/** Appeals open before the undo window closes, so that one instant suits every command. */
export const policy: Policy = {
  requestTtl: 7 * day,
  appealAfter: minute,
  appealWindow: null,
  appealLimit: null,
  undoWindow: 10 * minute,
  approvalsNeeded: 1,
};

export const pending: Pending = {
  status: 'pending',
  clientId: client,
  message: 'first words',
  round: 3,
  submittedAt: noon,
  expiresAt: noon + 7 * day,
  appealCount: 2,
  lastRejectedAt: null,
  awaitsWords: false,
  beforeAppeal: null,
  votes: [],
};

export const decision: Decision = { by: boris, at: noon + day, reason: 'too little detail' };

/** What a request that no longer waits keeps of one that did. */
const over = (({ votes: _, ...facts }: Pending) => facts)(pending);

/** A request in each status, decided by Boris where it is decided. */
export const requests = {
  pending,
  approved: { ...over, status: 'approved', decision: { ...decision, reason: null }, coApprovers: [] },
  rejected: { ...over, status: 'rejected', decision, lastRejectedAt: decision.at },
  revoked: { ...over, status: 'revoked', decision, coApprovers: [] },
  expired: { ...over, status: 'expired' },
  withdrawn: { ...over, status: 'withdrawn', withdrawnAt: noon + day },
} as const satisfies { readonly [S in Status]: Extract<Request, { status: S }> };

/** Every command as the right person gives it, having seen the newest round. */
export const commands = {
  submit: { type: 'submit', by: client, message: 'new words' },
  appeal: { type: 'appeal', by: client, message: 'new words' },
  withdraw: { type: 'withdraw' },
  approve: { type: 'approve', by: boris, round: pending.round, admins },
  reject: { type: 'reject', by: boris, round: pending.round, reason: 'no' },
  undo: { type: 'undo', by: boris, round: pending.round },
  revoke: { type: 'revoke', by: boris, reason: 'left' },
  reopen: { type: 'reopen', by: vera, openInstead: null },
  ask: { type: 'ask', by: boris, round: pending.round },
  answer: { type: 'answer' },
  add: { type: 'add' },
  describe: { type: 'describe', message: 'new words' },
  expire: { type: 'expire' },
  forget: { type: 'forget' },
} as const satisfies { readonly [C in CommandType]: Extract<Command, { type: C }> };

/** The code of a refusal; null for what was not refused. */
export const refusalIn = (outcome: Outcome): string | null => (isRefusal(outcome) ? outcome.refused : null);

/** What a command that must not be refused leads to. */
export function done(
  request: Parameters<typeof transition>[0],
  command: Command,
  now: Instant,
  under = policy,
): Transition {
  const outcome = transition(request, command, now, under);
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome;
}
