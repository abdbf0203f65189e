import type { PersonId } from '../../src/lifecycle/ids';
import { validVotes } from '../../src/lifecycle/policy';
import type { Pending, Request } from '../../src/lifecycle/request';
import { transition, type Command } from '../../src/lifecycle/transition';
import {
  admins,
  boris,
  client,
  commands,
  day,
  done,
  minute,
  noon,
  pending,
  policy,
  refusalIn,
  vera,
  zoe,
} from './samples';

const two = { ...policy, approvalsNeeded: 2 };
const three = { ...policy, approvalsNeeded: 3 };

const approval = (by: PersonId, of: ReadonlySet<PersonId> = admins): Command => ({
  ...commands.approve,
  by,
  admins: of,
});
const undo = (by: PersonId): Command => ({ ...commands.undo, by });

/** The request after these commands, none of which may be refused; a minute lies between them. */
function after(under: typeof policy, ...given: readonly Command[]): Request {
  let request: Request = pending;
  for (const [n, command] of given.entries()) request = done(request, command, noon + n * minute, under).request;
  return request;
}

/** The same of a request that still waits. */
function waiting(under: typeof policy, ...given: readonly Command[]): Pending {
  const request = after(under, ...given);
  if (request.status !== 'pending') throw new Error(`the request is ${request.status}`);
  return request;
}

test('an approval before the last is a vote: it names the admin and its time, and the request waits as before', () => {
  expect(after(three, approval(boris), approval(vera))).toEqual({
    ...pending,
    votes: [
      { by: boris, at: noon },
      { by: vera, at: noon + minute },
    ],
  });
});

test('the last approval needed approves the request, and is the decision', () => {
  const approved = after(three, approval(boris), approval(vera), approval(zoe));
  expect(approved).toMatchObject({ status: 'approved', decision: { by: zoe, at: noon + 2 * minute, reason: null } });
  expect(approved).not.toHaveProperty('votes');
});

test('an approved request names the others whose approvals it took, also once its access has ended, until it waits again', () => {
  const approved = after(three, approval(boris), approval(vera), approval(zoe));
  expect(approved).toMatchObject({ coApprovers: [boris, vera] });
  const revoked = done(approved, commands.revoke, noon + day, three).request;
  expect(revoked).toMatchObject({ coApprovers: [boris, vera] });
  const appealed = done(revoked, commands.appeal, noon + 3 * day, three).request;
  expect(appealed).not.toHaveProperty('coApprovers');
  expect(done(appealed, commands.withdraw, noon + 3 * day, three).request).toMatchObject({
    status: 'revoked',
    coApprovers: [boris, vera],
  });
  expect(done(approved, undo(zoe), noon + 3 * minute, three).request).not.toHaveProperty('coApprovers');
  expect(done(revoked, commands.reopen, noon + day, three).request).not.toHaveProperty('coApprovers');
});

test('it names neither whose approval no longer counted nor anybody where one approval is enough', () => {
  const without = new Set([...admins].filter((admin) => admin !== boris));
  const votes = [approval(boris), approval(vera, without), approval(zoe, without)];
  expect(after(two, ...votes)).toMatchObject({ status: 'approved', coApprovers: [vera] });
  expect(after(policy, approval(boris))).toMatchObject({ status: 'approved', coApprovers: [] });
});

test('the second approval of the same admin changes nothing, by whichever way it comes', () => {
  const voted = waiting(two, approval(boris));
  for (const round of [pending.round, null]) {
    expect(transition(voted, { ...commands.approve, round }, noon, two)).toEqual({
      refused: 'already_voted',
      request: voted,
    });
  }
});

test('any rejection ends the request at once, however many have approved it, also by one of them', () => {
  for (const by of [boris, vera]) {
    const rejected = after(three, approval(boris), approval(zoe), { ...commands.reject, by });
    expect(rejected).toMatchObject({ status: 'rejected', decision: { by, reason: 'no' } });
    expect(rejected).not.toHaveProperty('votes');
  }
});

describe('a vote can be taken back', () => {
  test('by who gave it, while the request waits, also without UNDO_WINDOW', () => {
    const under = { ...three, undoWindow: 0 };
    const voted = waiting(under, approval(boris), approval(vera));
    const before = done(voted, undo(boris), pending.expiresAt - 1, under);
    expect(before.request).toEqual({ ...voted, votes: voted.votes.slice(1) });
    expect(refusalIn(transition(voted, undo(boris), pending.expiresAt, under))).toBe('expired');
  });

  test('by nobody else, and once only', () => {
    const voted = waiting(three, approval(boris), approval(vera));
    expect(refusalIn(transition(voted, undo(zoe), noon, three))).toBe('no_vote');
    const back = done(voted, undo(boris), noon, three).request;
    expect(refusalIn(transition(back, undo(boris), noon, three))).toBe('no_vote');
    const none = done(back, undo(vera), noon, three).request;
    expect(none).toEqual(pending);
    expect(refusalIn(transition(none, undo(vera), noon, three))).toBe('nothing_to_undo');
  });

  test('and given again', () => {
    expect(after(two, approval(boris), undo(boris), approval(boris))).toMatchObject({ votes: [{ by: boris }] });
  });

  test('not by a button of an earlier round', () => {
    const voted = waiting(two, approval(boris));
    expect(refusalIn(transition(voted, { ...commands.undo, round: pending.round - 1 }, noon, two))).toBe(
      'earlier_round',
    );
  });

  test('no more once the request is approved: then who completed it takes back the whole', () => {
    const approved = after(two, approval(boris), approval(vera));
    expect(refusalIn(transition(approved, undo(boris), noon + 2 * minute, two))).toBe('not_your_decision');
    expect(done(approved, undo(vera), noon + 2 * minute, two).request).toEqual({
      ...pending,
      round: pending.round + 1,
    });
  });
});

describe('the votes end with their round', () => {
  const afresh = (request: Request, now: number): Request =>
    done(request, { ...approval(zoe), round: null } as Command, now, two).request;

  test('when the decision is taken back', () => {
    const back = after(two, approval(boris), approval(vera), undo(vera));
    expect(afresh(back, noon + day)).toMatchObject({ status: 'pending', votes: [{ by: zoe }] });
  });

  test('when a rejection after them is appealed', () => {
    const rejected = after(two, approval(boris), { ...commands.reject, by: vera });
    const appealed = done(rejected, commands.appeal, noon + day, two).request;
    expect(afresh(appealed, noon + day)).toMatchObject({ status: 'pending', votes: [{ by: zoe }] });
  });

  test.each([
    ['is withdrawn', commands.withdraw, noon],
    ['expires', commands.expire, pending.expiresAt],
  ] as const)('when the request %s', (_, command, at) => {
    expect(done(waiting(two, approval(boris)), command, at, two).request).not.toHaveProperty('votes');
  });

  test('when an appeal is withdrawn, and the verdict before it stands again', () => {
    const rejected = after(two, { ...commands.reject, by: vera });
    const appealed = done(rejected, commands.appeal, noon + day, two).request;
    const voted = afresh(appealed, noon + day);
    expect(done(voted, commands.withdraw, noon + day, two).request).not.toHaveProperty('votes');
  });
});

describe('who is no admin any more when the decision falls', () => {
  const without = (gone: PersonId) => new Set([...admins].filter((admin) => admin !== gone));

  test('has approved nothing', () => {
    const voted = waiting(two, approval(boris));
    expect(validVotes(voted, without(boris))).toEqual([]);
    expect(done(voted, approval(vera, without(boris)), noon, two).request).toMatchObject({ status: 'pending' });
    expect(after(two, approval(boris), approval(vera, without(boris)), approval(zoe, without(boris)))).toMatchObject({
      status: 'approved',
      decision: { by: zoe },
    });
  });

  test('has approved again once they are back', () => {
    const voted = waiting(two, approval(boris));
    expect(done(voted, approval(vera), noon, two).request).toMatchObject({ status: 'approved' });
  });
});

test('a client who is an admin has no vote on their own request', () => {
  const own: Command = approval(client, new Set([...admins, client]));
  expect(refusalIn(transition(pending, own, noon, two))).toBe('own_request');
});

test('after APPROVALS_NEEDED was lowered, the next approval completes, also by who has approved before', () => {
  const voted = waiting(three, approval(boris), approval(vera));
  for (const by of [zoe, vera]) {
    expect(done(voted, approval(by), noon, two).request).toMatchObject({ status: 'approved', decision: { by } });
  }
  expect(done(waiting(two, approval(boris)), approval(boris), noon, policy).request).toMatchObject({
    status: 'approved',
  });
});
