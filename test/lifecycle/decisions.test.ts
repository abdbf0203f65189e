import type { PersonId } from '../../src/lifecycle/ids';
import { transition } from '../../src/lifecycle/transition';
import {
  boris,
  client,
  commands,
  day,
  decision,
  done,
  minute,
  noon,
  pending,
  policy,
  refusalIn,
  requests,
  vera,
} from './samples';

const { approved, rejected } = requests;
const afternoon = noon + 60 * minute;

/** Who gives a command, and the round they saw. */
interface Seen {
  readonly by?: PersonId;
  readonly round?: number | null;
}

describe.each(['approve', 'reject'] as const)('to %s a request', (type) => {
  const ask = (changes: Seen = {}, now = afternoon) =>
    transition(pending, { ...commands[type], ...changes }, now, policy);

  test('is refused to the client who made it', () => {
    expect(refusalIn(ask({ by: client }))).toBe('own_request');
  });

  test('is refused to somebody who saw another round', () => {
    expect(refusalIn(ask({ round: pending.round - 1 }))).toBe('earlier_round');
    expect(refusalIn(ask({ round: pending.round + 1 }))).toBe('earlier_round');
  });

  test('needs no round if it names the request by number', () => {
    expect(refusalIn(ask({ round: null }))).toBeNull();
  });

  test('counts in the last millisecond before it expires, and not at expires_at', () => {
    expect(refusalIn(ask({}, pending.expiresAt - 1))).toBeNull();
    expect(refusalIn(ask({}, pending.expiresAt))).toBe('expired');
  });

  test('records who did it and when', () => {
    expect(done(pending, { ...commands[type], by: vera }, afternoon).request).toMatchObject({
      decision: { by: vera, at: afternoon },
      round: pending.round,
      message: pending.message,
    });
  });
});

test('a rejection keeps its reason and is the last rejection; an approval does not change the last rejection', () => {
  const before = { ...pending, lastRejectedAt: noon - day };
  expect(done(before, commands.reject, afternoon).request).toMatchObject({
    decision: { reason: 'no' },
    lastRejectedAt: afternoon,
  });
  expect(done(before, commands.approve, afternoon).request).toMatchObject({
    decision: { reason: null },
    lastRejectedAt: noon - day,
  });
});

describe('the second of two admins', () => {
  test.each(['approve', 'reject'] as const)('who wants to %s gets the request as the first has decided it', (type) => {
    const first = done(pending, commands.reject, afternoon).request;
    expect(transition(first, { ...commands[type], by: vera }, afternoon, policy)).toEqual({
      refused: 'not_pending',
      request: first,
    });
  });
});

describe('a request expires', () => {
  test('at expires_at, not a millisecond before', () => {
    expect(refusalIn(transition(pending, commands.expire, pending.expiresAt - 1, policy))).toBe('not_due');
    expect(refusalIn(transition(pending, commands.expire, pending.expiresAt, policy))).toBeNull();
  });

  test('and can be withdrawn until then', () => {
    expect(refusalIn(transition(pending, commands.withdraw, pending.expiresAt - 1, policy))).toBeNull();
    expect(refusalIn(transition(pending, commands.withdraw, pending.expiresAt, policy))).toBe('expired');
  });
});

describe('an access', () => {
  test('can be ended by any admin, with a reason', () => {
    expect(done(approved, { ...commands.revoke, by: vera }, noon + 9 * day).request).toMatchObject({
      status: 'revoked',
      decision: { by: vera, at: noon + 9 * day, reason: 'left' },
      lastRejectedAt: approved.lastRejectedAt,
    });
  });

  test('of an admin can not be ended by themselves', () => {
    expect(refusalIn(transition(approved, { ...commands.revoke, by: client }, afternoon, policy))).toBe('own_request');
  });
});

describe.each([approved, rejected])('a decision that made a request $status', (request) => {
  const closesAt = decision.at + policy.undoWindow;
  const undoAt = (now: number, changes: Seen = {}, under = policy) =>
    transition(request, { ...commands.undo, ...changes }, now, under);

  test('can be undone by the admin who made it, and by nobody else', () => {
    expect(refusalIn(undoAt(closesAt - 1, { by: boris }))).toBeNull();
    expect(refusalIn(undoAt(closesAt - 1, { by: vera }))).toBe('not_your_decision');
  });

  test('can not be undone once the window has passed', () => {
    expect(refusalIn(undoAt(decision.at))).toBeNull();
    expect(refusalIn(undoAt(closesAt - 1))).toBeNull();
    expect(refusalIn(undoAt(closesAt))).toBe('undo_too_late');
  });

  test('can never be undone with UNDO_WINDOW=0, even if the clock went backwards', () => {
    expect(refusalIn(undoAt(decision.at, {}, { ...policy, undoWindow: 0 }))).toBe('undo_too_late');
    expect(refusalIn(undoAt(decision.at - day, {}, { ...policy, undoWindow: 0 }))).toBe('undo_too_late');
  });

  test('can not be undone by a button of an earlier round', () => {
    expect(refusalIn(undoAt(decision.at, { round: pending.round - 1 }))).toBe('earlier_round');
  });

  test('leaves a new round in which the request is pending as before, without a decision', () => {
    const { request: undone } = done(request, commands.undo, decision.at + minute);
    expect(undone).toEqual({ ...pending, round: pending.round + 1 });
    expect(refusalIn(transition(undone, commands.approve, decision.at + minute, policy))).toBe('earlier_round');
  });

  test('leaves the old expiry, or a day from now if that is later', () => {
    const late = { ...request, expiresAt: decision.at + 1 };
    const now = decision.at + minute;
    expect(done(request, commands.undo, now).request.expiresAt).toBe(request.expiresAt);
    expect(done(late, commands.undo, now).request.expiresAt).toBe(now + day);
    expect(done({ ...late, expiresAt: now + day + 1 }, commands.undo, now).request.expiresAt).toBe(now + day + 1);
  });
});
