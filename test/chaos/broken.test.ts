import { join } from 'node:path';
import type { AdminAction } from './crowd';
import { lostCommitName } from './misfortunes';
import { runChaos, type Step } from './run';

// As many attempts as it takes, on a machine that does much else.
jest.setTimeout(400_000);

/** A program that breaks one promise, which shows where it dies, and where admins do the same `often`. */
interface Variant {
  readonly name: string;
  readonly killAt: readonly Step[];
  readonly expected: RegExp;
  readonly often?: AdminAction;
}

const variants: readonly Variant[] = [
  { name: 'acknowledges-early', killAt: ['received', 'handled'], expected: /wrote|acknowledged/ },
  { name: 'marks-done-before-doing', killAt: ['received'], expected: /wrote/ },
  { name: 'marks-sent-before-sending', killAt: ['claimed'], expected: /Telegram never accepted it/ },
  { name: 'marks-mail-sent-too-early', killAt: ['settled'], expected: /the relay never had it/ },
  { name: 'owes-outside-the-transaction', killAt: ['committed'], expected: /owed/ },
  { name: 'decides-whatever-the-status', killAt: ['settled'], expected: /decisions/ },
  { name: 'counts-a-vote-twice', killAt: ['settled'], expected: /approvals/, often: 'twice' },
  { name: 'counts-votes-of-former-admins', killAt: ['settled'], expected: /approve at 1 approvals/, often: 'leave' },
  { name: 'keeps-removed-admins', killAt: ['settled'], expected: /was no admin then/, often: 'leave' },
  { name: 'writes-notes-twice', killAt: ['settled'], expected: /is kept 2 times/, often: 'note' },
  { name: 'asks-nobody', killAt: ['settled'], expected: /was never owed to the client/, often: 'ask' },
  { name: 'forgets-updates', killAt: ['committed'], expected: /wrote/ },
  {
    name: 'forgets-a-waiting-join-request',
    killAt: ['committed'],
    expected: /join request waits|has knocked, and is not in/,
  },
  { name: 'removes-on-an-old-member', killAt: ['committed'], expected: /without a look right before|no longer is/ },
];

const kills = 2;
const attempts = 15;

describe('the checker detects a program that', () => {
  it.each(variants)('$name', async ({ name, expected, ...how }) => {
    const preloads = [join(__dirname, 'broken', `${name}.cjs`)];
    let found: readonly string[] = [];
    for (let seed = 1; seed <= attempts && found.length === 0; seed += 1) {
      const { violations } = await runChaos({ engine: 'sqlite', kills, seed, server: null, preloads, ...how });
      found = violations.filter((violation) => expected.test(violation));
    }
    expect(found).not.toEqual([]);
  });
});

test('the checker detects a program that never looks in the table for messages missing from memory', async () => {
  const preloads = [join(__dirname, 'broken', 'never-looks-again.cjs')];
  const only = lostCommitName;
  let found: readonly string[] = [];
  for (let seed = 1; seed <= attempts && found.length === 0; seed += 1) {
    const { violations } = await runChaos({ engine: 'postgres', kills: 4, seed, server: null, preloads, only });
    found = violations.filter((violation) => violation.includes(`no service 10 s after ${only}`));
  }
  expect(found).not.toEqual([]);
});

test('the checker finds no fault with the program when commits get no answer', async () => {
  const { violations } = await runChaos({ engine: 'postgres', kills: 6, seed: 1, server: null, only: lostCommitName });
  expect(violations).toEqual([]);
});

test('the checker finds no fault with the program when it is killed at the same points', async () => {
  const killAt = variants.flatMap(({ killAt: steps }) => steps);
  const { violations } = await runChaos({ engine: 'sqlite', kills: 6, seed: 1, server: null, killAt });
  expect(violations).toEqual([]);
});
