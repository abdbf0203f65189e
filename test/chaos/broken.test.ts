import { join } from 'node:path';
import { runChaos, type Step } from './run';

/** Each variant of the program breaks one promise; where it dies is where that shows. */
const variants: readonly (readonly [string, readonly Step[], RegExp])[] = [
  ['acknowledges-early', ['received', 'handled'], /wrote|acknowledged/],
  ['marks-done-before-doing', ['received'], /wrote/],
  ['marks-sent-before-sending', ['claimed'], /Telegram never accepted it/],
  ['owes-outside-the-transaction', ['received', 'handled'], /owed/],
  ['decides-whatever-the-status', ['settled'], /decisions/],
  ['forgets-updates', ['committed'], /wrote/],
];

const killsAtATime = 3;
const attempts = 4;

describe('the checker finds out about a program that', () => {
  it.each(variants)('%s', async (name, killAt, expected) => {
    const broken = { preload: join(__dirname, 'broken', `${name}.cjs`), killAt };
    let found: readonly string[] = [];
    for (let seed = 1; seed <= attempts && found.length === 0; seed += 1) {
      const report = await runChaos({ engine: 'sqlite', kills: killsAtATime, seed, server: null, broken });
      found = report.violations.filter((violation) => expected.test(violation));
    }
    expect(found).not.toEqual([]);
  });
});
