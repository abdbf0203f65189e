import { noRequest } from '../../src/lifecycle/request';
import { join } from '../../src/lifecycle/uniting';
import { commands, day, done, minute, noon, policy, requests } from './samples';

const appealed = done(requests.rejected, commands.appeal, noon + 20 * day).request;
const states = { ...requests, none: noRequest, appealed };
type State = keyof typeof states;
const over: readonly State[] = ['none', 'expired', 'withdrawn'];
const decided: readonly State[] = ['approved', 'rejected', 'revoked', 'appealed'];

const joined = (form: State, account: State, now = noon + 20 * day, rules = policy) =>
  join({ form: states[form], account: states[account] }, now, rules);

describe('two who turn out to be one', () => {
  test.each(over.flatMap((one) => [...over, ...decided, 'pending' as const].map((other) => [one, other] as const)))(
    'lose nothing where one of them has nothing that is open: %s and %s',
    (one, other) => {
      const nothing = { withdraws: false, words: null };
      expect(joined(other, one)).toEqual({ kept: 'form', ...nothing });
      if (!over.includes(other)) expect(joined(one, other)).toEqual({ kept: 'account', ...nothing });
    },
  );

  test('have one request: what was not decided yet gives way, and its words go to the one that stays', () => {
    expect(joined('pending', 'pending')).toEqual({ kept: 'account', withdraws: true, words: 'added' });
    expect(joined('pending', 'appealed')).toEqual({ kept: 'account', withdraws: true, words: 'added' });
    expect(joined('appealed', 'pending')).toEqual({ kept: 'form', withdraws: true, words: 'added' });
    expect(joined('pending', 'approved')).toEqual({ kept: 'account', withdraws: true, words: null });
    expect(joined('approved', 'pending')).toEqual({ kept: 'form', withdraws: true, words: null });
  });

  test.each(['rejected', 'revoked'] as const)(
    'appeal with its words where the other was %s, as soon as they may',
    (state) => {
      expect(joined('pending', state)).toEqual({ kept: 'account', withdraws: true, words: 'appealed' });
      expect(joined(state, 'pending')).toEqual({ kept: 'form', withdraws: true, words: 'appealed' });
      const opensAt = states[state].decision.at + policy.appealAfter;
      expect(joined('pending', state, opensAt - 1)).toEqual({ refused: 'no_appeal_now', waits: 'form', opensAt });
      expect(joined(state, 'pending', opensAt - 1)).toEqual({ refused: 'no_appeal_now', waits: 'account', opensAt });
      const final = { ...policy, appealWindow: minute };
      expect(joined('pending', state, opensAt + day, final)).toEqual({
        refused: 'no_appeal_now',
        waits: 'form',
        opensAt: null,
      });
    },
  );

  test.each(decided.flatMap((one) => decided.map((other) => [one, other] as const)))(
    'never lose a decision of the admins: %s and %s',
    (form, account) => {
      expect(joined(form, account)).toEqual({ refused: 'two_decisions' });
    },
  );
});
