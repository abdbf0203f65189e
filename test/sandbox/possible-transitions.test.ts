import type { Request } from '../../src/lifecycle/request';
import { transitionsFrom } from '../../src/sandbox/possible-transitions';
import { commands, day, done, minute, noon, pending, policy, requests } from '../lifecycle/samples';

const fresh = { ...pending, appealCount: 0 };
const transitions = (request: Request, now: number, under = policy): string[] =>
  transitionsFrom(request, now, under).map(({ command, to }) => `${command} to ${to}`);

test('a first request leads to no verdict but by an admin', () => {
  expect(transitions(fresh, noon)).toEqual([
    'withdraw to withdrawn',
    'approve to approved',
    'reject to rejected',
    'ask to pending',
    'answer to pending',
    'add to pending',
    'expire to expired',
    'forget to withdrawn',
  ]);
});

test('only a request that began without its client’s words takes them later', () => {
  expect(transitions({ ...fresh, awaitsWords: true }, noon)).toContain('describe to pending');
});

test('an appeal that ends undecided leads back to the verdict', () => {
  const { request } = done(requests.revoked, commands.appeal, noon + 2 * day);
  expect(transitions(request, noon + 2 * day)).toEqual([
    'withdraw to revoked',
    'approve to approved',
    'reject to rejected',
    'ask to pending',
    'answer to pending',
    'add to pending',
    'expire to revoked',
    'forget to revoked',
  ]);
});

test('a decision can be undone for as long as its window is open', () => {
  const decided = requests.approved.decision.at;
  expect(transitions(requests.approved, decided)).toEqual([
    'undo to pending',
    'revoke to revoked',
    'forget to revoked',
  ]);
  expect(transitions(requests.approved, decided + policy.undoWindow)).toEqual([
    'revoke to revoked',
    'forget to revoked',
  ]);
});

test('an appeal that opens later is a way, one that is used up is none', () => {
  const decided = requests.revoked.decision.at;
  expect(transitions(requests.revoked, decided)).toEqual([
    'submit to pending',
    'appeal to pending',
    'reopen to pending',
  ]);
  expect(transitions(requests.revoked, decided, { ...policy, appealLimit: 2 })).toEqual(['reopen to pending']);
  expect(transitions(requests.revoked, decided + 9 * minute, { ...policy, appealWindow: minute })).toEqual([
    'reopen to pending',
  ]);
});

test('past its end a request can only expire', () => {
  expect(transitions(fresh, fresh.expiresAt)).toEqual(['expire to expired']);
});

test('history leads to a new request', () => {
  expect(transitions(requests.expired, noon)).toEqual(['submit to pending', 'reopen to pending']);
  expect(transitions(requests.withdrawn, noon)).toEqual(['submit to pending']);
});
