import { join } from 'node:path';
import { lostCommitName } from './misfortunes';
import { runChaos, type Step } from './run';

// As many attempts as it takes, on a machine that does much else.
jest.setTimeout(400_000);

/** Each variant of the program breaks one promise; where it dies is where that shows. */
const variants: readonly (readonly [string, readonly Step[], RegExp])[] = [
  ['acknowledges-early', ['received', 'handled'], /wrote|acknowledged/],
  ['marks-done-before-doing', ['received'], /wrote/],
  ['marks-sent-before-sending', ['claimed'], /Telegram never accepted it/],
  ['marks-mail-sent-too-early', ['settled'], /the relay never had it/],
  ['owes-outside-the-transaction', ['committed'], /owed/],
  ['decides-whatever-the-status', ['settled'], /decisions/],
  ['counts-a-vote-twice', ['settled'], /approvals/],
  ['counts-votes-of-former-admins', ['settled'], /approve at 1 approvals/],
  ['keeps-removed-admins', ['settled'], /was no admin then/],
  ['writes-notes-twice', ['settled'], /is kept 2 times/],
  ['asks-nobody', ['settled'], /was never owed to the client/],
  ['forgets-updates', ['committed'], /wrote/],
  ['forgets-a-waiting-join-request', ['committed'], /join request waits|has knocked, and is not in/],
  ['removes-on-an-old-member', ['committed'], /without a look right before|no longer is/],
];

const kills = 3;
const attempts = 15;

describe('the checker detects a program that', () => {
  it.each(variants)('%s', async (name, killAt, expected) => {
    const preloads = [join(__dirname, 'broken', `${name}.cjs`)];
    let found: readonly string[] = [];
    for (let seed = 1; seed <= attempts && found.length === 0; seed += 1) {
      const { violations } = await runChaos({ engine: 'sqlite', kills, seed, server: null, preloads, killAt });
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
  const killAt = variants.flatMap(([, steps]) => steps);
  const { violations } = await runChaos({ engine: 'sqlite', kills: 6, seed: 1, server: null, killAt });
  expect(violations).toEqual([]);
});
