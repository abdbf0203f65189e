import type { Policy } from '../../src/lifecycle/policy';
import { transition } from '../../src/lifecycle/transition';
import { boris, commands, day, decision, done, minute, policy, refusalIn, requests, vera } from './samples';

const { rejected, revoked, approved } = requests;
const opensAt = decision.at + policy.appealAfter;

describe.each([rejected, revoked])('a client who was $status', (request) => {
  const appealAt = (now: number, changes: Partial<Policy> = {}, of = request) =>
    transition(of, commands.appeal, now, { ...policy, ...changes });

  test('may appeal from APPEAL_AFTER the decision on, and is told when that is', () => {
    expect(appealAt(opensAt - 1)).toEqual({ refused: 'appeal_not_open', request, opensAt });
    expect(refusalIn(appealAt(opensAt))).toBeNull();
  });

  test('can not avoid the wait by a plain request', () => {
    expect(refusalIn(transition(request, commands.submit, opensAt - 1, policy))).toBe('appeal_not_open');
  });

  test('may appeal for ever without APPEAL_WINDOW, and until its end with one', () => {
    const closedAt = opensAt + day;
    expect(refusalIn(appealAt(opensAt + 3650 * day))).toBeNull();
    expect(refusalIn(appealAt(closedAt, { appealWindow: day }))).toBeNull();
    expect(appealAt(closedAt + 1, { appealWindow: day })).toEqual({ refused: 'appeal_closed', request, closedAt });
  });

  test('has APPEAL_LIMIT appeals, and is told when they are used up, even before the window opens', () => {
    const once = { ...request, appealCount: 1 };
    expect(refusalIn(appealAt(opensAt, { appealLimit: 2 }, once))).toBeNull();
    expect(appealAt(opensAt, { appealLimit: 1 }, once)).toMatchObject({ refused: 'appeals_used_up', limit: 1 });
    expect(refusalIn(appealAt(opensAt - 1, { appealLimit: 1 }, once))).toBe('appeals_used_up');
    expect(refusalIn(appealAt(opensAt, { appealLimit: 0 }, { ...request, appealCount: 0 }))).toBe('appeals_used_up');
  });

  test('is pending again after an appeal: a new round with a new text and a full term, without a decision', () => {
    const { request: appealed } = done(request, commands.appeal, opensAt);
    expect(appealed).toMatchObject({
      status: 'pending',
      clientId: request.clientId,
      message: 'new words',
      round: request.round + 1,
      submittedAt: opensAt,
      expiresAt: opensAt + policy.requestTtl,
      appealCount: request.appealCount + 1,
      lastRejectedAt: request.lastRejectedAt,
    });
    expect(appealed).not.toHaveProperty('decision');
  });

  describe.each([
    ['cancelled', commands.withdraw, opensAt + minute],
    ['expired', commands.expire, opensAt + policy.requestTtl],
  ] as const)('whose appeal is %s', (_, command, now) => {
    const back = done(done(request, commands.appeal, opensAt).request, command, now).request;

    test('is back where they were, except for the number of appeals and rounds', () => {
      const { beforeAppeal, ...facts } = back;
      expect({ ...facts, beforeAppeal: null }).toEqual({
        ...request,
        round: request.round + 1,
        appealCount: request.appealCount + 1,
      });
      expect(beforeAppeal).not.toBeNull();
    });

    test('may appeal again at once: the wait counts from the decision', () => {
      const again = done(back, commands.appeal, now).request;
      expect(again).toMatchObject({
        status: 'pending',
        round: request.round + 2,
        appealCount: request.appealCount + 2,
      });
      expect(done(again, commands.withdraw, now).request).toMatchObject({
        status: request.status,
        message: request.message,
      });
    });

    test('has as much of APPEAL_WINDOW left as before the appeal, however long it was pending', () => {
      const under = { ...policy, appealWindow: day };
      const closedAt = now + day;
      expect(refusalIn(transition(back, commands.appeal, closedAt, under))).toBeNull();
      expect(transition(back, commands.appeal, closedAt + 1, under)).toMatchObject({
        refused: 'appeal_closed',
        closedAt,
      });
      const again = done(back, commands.appeal, now + minute, under).request;
      const backAgain = done(again, commands.withdraw, now + 3 * minute, under).request;
      expect(refusalIn(transition(backAgain, commands.appeal, closedAt + 2 * minute, under))).toBeNull();
      expect(refusalIn(transition(backAgain, commands.appeal, closedAt + 2 * minute + 1, under))).toBe('appeal_closed');
    });

    test('has used up one of APPEAL_LIMIT', () => {
      const under = { ...policy, appealLimit: request.appealCount + 1 };
      expect(refusalIn(transition(back, commands.appeal, now, under))).toBe('appeals_used_up');
    });
  });
});

test('the time that an appeal against an older decision was pending does not extend the window of a newer one', () => {
  const under = { ...policy, appealWindow: day };
  const appealed = done(rejected, commands.appeal, opensAt, under).request;
  const back = done(appealed, commands.withdraw, opensAt + 2 * day, under).request;
  const again = done(back, commands.appeal, opensAt + 2 * day, under).request;
  const at = opensAt + 3 * day;
  const anew = done(again, { type: 'reject', by: vera, round: null, reason: null }, at, under).request;
  const closesAt = at + policy.appealAfter + day;
  expect(refusalIn(transition(anew, commands.appeal, closesAt, under))).toBeNull();
  expect(refusalIn(transition(anew, commands.appeal, closesAt + 1, under))).toBe('appeal_closed');
});

describe('a rejection that was appealed', () => {
  const appealedAt = opensAt;
  const appealed = done(rejected, commands.appeal, appealedAt).request;

  test('can not be undone when the appeal is cancelled, even if its undo window is open', () => {
    const { request } = done(appealed, commands.withdraw, appealedAt + minute);
    const undo = { type: 'undo', by: boris, round: null } as const;
    expect(refusalIn(transition(request, undo, appealedAt + minute, policy))).toBe('undo_too_late');
  });

  test('is the last one again when the rejection of the appeal is undone', () => {
    const again = done(appealed, { type: 'reject', by: vera, round: null, reason: null }, appealedAt + day).request;
    expect(again.lastRejectedAt).toBe(appealedAt + day);
    const undone = done(again, { type: 'undo', by: vera, round: null }, appealedAt + day + minute).request;
    expect(undone).toEqual({ ...appealed, round: appealed.round + 1 });
    expect(done(undone, commands.withdraw, appealedAt + day + minute).request).toMatchObject({
      status: 'rejected',
      decision,
    });
  });

  test('stays the last one when the appeal is approved, that is undone, and the access is ended', () => {
    const accepted = done(appealed, { ...commands.approve, by: vera, round: null }, appealedAt + day).request;
    const undone = done(accepted, { type: 'undo', by: vera, round: null }, appealedAt + day + minute).request;
    const ended = done(accepted, commands.revoke, appealedAt + 2 * day).request;
    expect([accepted, undone, ended].map((request) => request.lastRejectedAt)).toEqual(Array(3).fill(decision.at));
  });
});

test('the wait for an appeal against the end of an access counts from that end, not from an older rejection', () => {
  const endedAt = decision.at + 30 * day;
  const ended = done({ ...approved, lastRejectedAt: decision.at }, commands.revoke, endedAt).request;
  expect(refusalIn(transition(ended, commands.appeal, endedAt + policy.appealAfter - 1, policy))).toBe(
    'appeal_not_open',
  );
  expect(refusalIn(transition(ended, commands.appeal, endedAt + policy.appealAfter, policy))).toBeNull();
});
