import type { Command } from 'commander';
import type { InForce } from '../config/shown';
import { tooFewAdmins, type SettingWarning } from '../config/warnings';
import type { Config } from '../config/config';
import { parseEmailAddress } from '../contacts/email-address';
import { exitCodes, Failure } from '../failure';
import type { Texts } from '../i18n/texts';
import type { Clock } from '../process/clock';
import { readSettings } from '../config/read-settings';
import type { ProcessContext } from '../process/context';
import { addedInChat } from './check/added-admins';
import { backupsCheck } from './check/backups';
import { doubtful, found, ok, type Check, type Finding } from './check/finding';
import { machineChecks } from './check/machine';
import { mailCheck, testMailCheck } from './check/mail';
import { proxyCheck } from './check/proxy';
import { smsCheck } from './check/sms';
import { telegramChecks } from './check/telegram';
import { webhookCheck } from './check/webhook';
import { actAsOwner } from './as-owner';
import { Progress } from './progress';
import { redacted } from './redacted';

/** `check`: would the daemon run here? Finds out what it can without starting it. */
export function addCheck(program: Command, context: ProcessContext): void {
  program
    .command('check')
    .description('check that settings, Telegram, database and machine are ready for the daemon')
    .addHelpText(
      'after',
      `
It lists the settings in force and where each comes from; secrets are shown only as “set”. Each check is then one line: ok,
or what is wrong and how to fix it. "look" marks a setting that works but is probably a mistake, "open" what this command
can't find out. It writes nothing and messages nobody, except with --mail; a daemon may keep running. Whether an admin has
blocked the bot only shows when the bot writes to them.

Exit codes: 0 all is well, 75 something is unavailable and may come back, 78 somebody has to fix something.

Examples:
  node dist/main.js check
  node dist/main.js check && systemctl restart sosekni-bot
  node dist/main.js check --mail you@example.com`,
    )
    .option('--mail <address>', 'send a test mail there, and say how far it comes')
    .action(({ mail }: { readonly mail?: string }) => check(context, mail ?? null));
}

/** `mailTo`: who gets a test mail; null: nobody does. */
async function check(context: ProcessContext, mailTo: string | null): Promise<void> {
  const { clock, stdout, stderr, signal } = context;
  // Without valid settings there is nothing to check: their problems are all there is to report.
  const { config, texts, warnings, inForce } = readSettings(context, 'check');
  if (mailTo !== null && parseEmailAddress(mailTo) === null) {
    throw new Failure(exitCodes.usage, `--mail: '${mailTo}' is not an email address that mail can be sent to.`);
  }
  if (mailTo !== null && config.email === null) {
    throw new Failure(
      exitCodes.config,
      'SMTP_HOST is not set, so no mail can be sent. Set it, with SMTP_FROM, and try again.',
    );
  }
  actAsOwner(config, context);
  stdout.write(`${describeInForce(inForce)}\n\n`);
  const added = await addedInChat(config);
  const admins = new Set([...config.admins, ...(added ?? [])]);
  const tooFew = added === null ? null : tooFewAdmins(admins.size, config);
  const checks: readonly Check[] = [
    { subject: 'settings', look: () => Promise.resolve(ok('settings and texts are valid')) },
    ...[...warnings, ...(tooFew === null ? [] : [tooFew])].map(aboutSetting),
    proxyCheck(config, context.env, signal),
    ...telegramChecks(config, added, clock, signal),
    ...machineChecks(config),
    ...(config.webhook === null ? [] : [webhookCheck(config.webhook)]),
    ...mailChecks(config, texts, mailTo, clock, signal),
    ...(config.sms === null ? [] : [smsCheck(config.sms, signal)]),
    backupsCheck(config, context),
  ];
  const progress = new Progress(stderr, clock, stderr.isTTY);
  const findings: Finding[] = [];
  for (const each of checks) {
    progress.show(`${each.subject}…`);
    const finding = await found(each);
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Interrupted: not everything was checked.');
    progress.clear();
    stdout.write(`${finding.is.padEnd(5)}  ${each.subject}: ${redacted(finding.says, config)}\n`);
    findings.push(finding);
  }
  const codes = findings.flatMap((finding) => (finding.is === 'wrong' ? [finding.code] : []));
  if (codes.length === 0) return;
  const code = codes.includes(exitCodes.config) ? exitCodes.config : exitCodes.tempfail;
  throw new Failure(code, `${codes.length} of ${findings.length} checks failed.`);
}

function mailChecks(
  config: Config,
  texts: Texts,
  mailTo: string | null,
  clock: Clock,
  signal: AbortSignal,
): readonly Check[] {
  const { email: settings } = config;
  if (settings === null) return [];
  return [
    mailTo === null ? mailCheck(settings, signal) : testMailCheck({ config, settings, texts }, mailTo, clock, signal),
  ];
}

const aboutSetting = ({ setting, says }: SettingWarning): Check => ({
  subject: 'settings',
  look: () => Promise.resolve(doubtful(`${setting} ${says}`)),
});

/** One line for each setting: its value and where that comes from. */
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
  return ['Settings in force and where each comes from:', ...lines].join('\n');
}
