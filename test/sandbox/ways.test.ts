import type { Request } from '../../src/lifecycle/request';
import { waysFrom } from '../../src/sandbox/ways';
import { commands, day, done, minute, noon, pending, policy, requests } from '../lifecycle/samples';

const fresh = { ...pending, appealCount: 0 };
const ways = (request: Request, now: number, under = policy): string[] =>
  waysFrom(request, now, under).map(({ command, to }) => `${command} to ${to}`);

test('a first request leads to no verdict but by an admin', () => {
  expect(ways(fresh, noon)).toEqual([
    'withdraw to withdrawn',
    'approve to approved',
    'reject to rejected',
    'expire to expired',
  ]);
});

test('an appeal that ends undecided leads back to the verdict', () => {
  const { request } = done(requests.revoked, commands.appeal, noon + 2 * day);
  expect(ways(request, noon + 2 * day)).toEqual([
    'withdraw to revoked',
    'approve to approved',
    'reject to rejected',
    'expire to revoked',
  ]);
});

test('a decision can be undone for as long as its window is open', () => {
  const decided = requests.approved.decision.at;
  expect(ways(requests.approved, decided)).toEqual(['undo to pending', 'revoke to revoked']);
  expect(ways(requests.approved, decided + policy.undoWindow)).toEqual(['revoke to revoked']);
});

test('an appeal that opens later is a way, one that is used up is none', () => {
  const decided = requests.revoked.decision.at;
  expect(ways(requests.revoked, decided)).toEqual(['submit to pending', 'appeal to pending', 'reopen to pending']);
  expect(ways(requests.revoked, decided, { ...policy, appealLimit: 2 })).toEqual(['reopen to pending']);
  expect(ways(requests.revoked, decided + 9 * minute, { ...policy, appealWindow: minute })).toEqual([
    'reopen to pending',
  ]);
});

test('past its end a request can only expire', () => {
  expect(ways(fresh, fresh.expiresAt)).toEqual(['expire to expired']);
});

test('history leads to a new request', () => {
  expect(ways(requests.expired, noon)).toEqual(['submit to pending', 'reopen to pending']);
  expect(ways(requests.withdrawn, noon)).toEqual(['submit to pending']);
});
