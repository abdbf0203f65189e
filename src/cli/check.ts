import type { Command } from 'commander';
import type { InForce } from '../config/shown';
import { exitCodes, Failure } from '../failure';
import { readSettings } from '../config/read-settings';
import type { ProcessContext } from '../process/context';
import { backupsCheck } from './check/backups';
import { doubtful, found, ok, type Check, type Finding } from './check/finding';
import { machineChecks } from './check/machine';
import { proxyCheck } from './check/proxy';
import { telegramChecks } from './check/telegram';
import { actAsOwner } from './as-owner';
import { Progress } from './progress';
import { redacted } from './redacted';

/** `check`: whether the daemon would run here, as far as that can be told without running it. */
export function addCheck(program: Command, around: ProcessContext): void {
  program
    .command('check')
    .description('look whether settings, Telegram, database and machine are fit for the daemon')
    .addHelpText(
      'after',
      `
It shows which settings count and where each comes from; of a secret, only that it is set. Then each line is ok, or says
what is wrong and what to do; "look" is a setting that works and can hardly be meant, "open" what can't be told from here.
Nothing is written and nobody gets a message; a daemon may run meanwhile. Whether an admin has blocked the bot shows only
when it writes to them.

Exit code: 0 all is well, 75 something is away and may be back, 78 somebody has to put something right.

Examples:
  node dist/main.js check
  node dist/main.js check && systemctl restart sosekni-bot`,
    )
    .action(() => check(around));
}

async function check(around: ProcessContext): Promise<void> {
  const { clock, stdout, stderr, signal } = around;
  // Without settings there is nothing to look at: what is wrong with them is all there is to say.
  const { config, doubts, inForce } = readSettings(around, 'check');
  actAsOwner(config, around);
  stdout.write(`${describeInForce(inForce)}\n\n`);
  const checks: readonly Check[] = [
    { subject: 'settings', look: () => Promise.resolve(ok('all are right, and so are the texts')) },
    ...doubts.map(({ setting, says }) => ({
      subject: 'settings',
      look: () => Promise.resolve(doubtful(`${setting} ${says}`)),
    })),
    proxyCheck(config, around.env, signal),
    ...telegramChecks(config, clock, signal),
    ...machineChecks(config),
    backupsCheck(config, around),
  ];
  const progress = new Progress(stderr, clock, stderr.isTTY);
  const findings: Finding[] = [];
  for (const each of checks) {
    progress.show(`${each.subject}…`);
    const finding = await found(each);
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Stopped before the end.');
    progress.clear();
    stdout.write(`${finding.is.padEnd(5)}  ${each.subject}: ${redacted(finding.says, config)}\n`);
    findings.push(finding);
  }
  const codes = findings.flatMap((finding) => (finding.is === 'wrong' ? [finding.code] : []));
  if (codes.length === 0) return;
  const code = codes.includes(exitCodes.config) ? exitCodes.config : exitCodes.tempfail;
  throw new Failure(code, `${codes.length} of ${findings.length} not ok.`);
}

/** A line for each setting: what counts, and where that stands. */
function describeInForce(inForce: readonly InForce[]): string {
  const widest = (of: (each: InForce) => string) => Math.max(...inForce.map((each) => of(each).length));
  const [names, values] = [
    widest(({ name }) => name),
    Math.min(
      40,
      widest(({ shown }) => shown),
    ),
  ];
  const lines = inForce.map(({ name, shown, where }) => `  ${name.padEnd(names)}  ${shown.padEnd(values)}  ${where}`);
  return ['Settings in force, and where each comes from:', ...lines].join('\n');
}
