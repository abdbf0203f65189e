import { Command, CommanderError } from 'commander';
import { exitCodes, Failure } from '../failure';
import type { ProcessContext } from '../process/context';
import { addCheck } from './check';
import { addExport } from './export';
import { addForget } from './forget';
import { addMigrate } from './migrate';
import { addMove } from './move';
import { addBackup } from './backup';
import { addRestore } from './restore';
import { addRun } from './run';
import { readVersion } from '../process/version';
import { addVerify } from './verify';
import { addVersion } from './version';

/** Runs the command that `args` names. Throws a `Failure` if the command fails or `args` are wrong. */
export async function runCommandLine(
  args: readonly string[],
  context: ProcessContext,
  daemon: () => Promise<void>,
): Promise<void> {
  const wrong: string[] = [];
  const program = describeProgram(context, (text) => wrong.push(text));
  addRun(program, daemon);
  addCheck(program, context);
  addMigrate(program, context);
  addExport(program, context);
  addForget(program, context);
  addBackup(program, context);
  addRestore(program, context);
  addMove(program, context);
  addVerify(program, context);
  addVersion(program, context);
  for (const each of program.commands) refuseRepeated(each);
  const named = (name: string | undefined) => program.commands.find((each) => each.name() === name)?.name();
  const [command, subject] = args;
  // By default, commander would print the whole help.
  if (command === 'help' && subject !== undefined && subject !== 'help' && named(subject) === undefined) {
    throw new Failure(exitCodes.usage, describeWrong(`error: unknown command '${subject}'`, undefined));
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // The help or the version has been printed.
    if (error.exitCode === 0) return;
    throw new Failure(exitCodes.usage, describeWrong(wrong.join(' '), named(command)));
  }
}

/** Of an option that is given twice, commander would take the last value and drop the others unsaid. */
function refuseRepeated(command: Command): void {
  for (const option of command.options) {
    let isGiven = false;
    command.on(`option:${option.name()}`, () => {
      if (isGiven) command.error(`error: option '${option.flags}' was given twice`);
      isGiven = true;
    });
  }
}

/** One line: what is wrong with the command line, and where to find help. */
function describeWrong(text: string, command: string | undefined): string {
  const sentence = text.replace(/\s*\n\s*/g, ' ').trim();
  const help = ['node dist/main.js', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  return `${sentence}${/[.?!]$/.test(sentence) ? '' : '.'} See: ${help}`;
}

/** Calls `wrong` with what is wrong with a command line. Commands added with `command()` inherit these settings. */
function describeProgram({ stdout, stderr }: ProcessContext, wrong: (text: string) => void): Command {
  return new Command('sosekni-bot')
    .description('A Telegram bot that takes requests for access to a private community and lets its admins decide.')
    .usage('[command] [options]')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText(
      'after',
      `
Without a command, it runs the daemon.

Settings are read from the environment, from .env beside package.json and from systemd credentials; see .env.example.

Exit codes:
  0   success
  1   failure; the message says why
  64  the command line is wrong
  75  something is in use or unavailable; try again later
  78  a setting, the token or the database is wrong; somebody has to fix it

Examples:
  node dist/main.js                 run the daemon
  node dist/main.js export --help   show what a command can do`,
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: wrong,
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
    });
}
