import { Command, CommanderError } from 'commander';
import { exitCodes, Failure } from '../failure';
import type { ProcessContext } from '../process/context';
import { addCheck } from './check';
import { addExport } from './export';
import { addMigrate } from './migrate';
import { addBackup } from './backup';
import { addRestore } from './restore';
import { addRun } from './run';
import { readVersion } from '../process/version';
import { addVersion } from './version';

/** Runs the command that `args` names. Throws a `Failure` for what went wrong, also where `args` are wrong. */
export async function runCommandLine(
  args: readonly string[],
  around: ProcessContext,
  daemon: () => Promise<void>,
): Promise<void> {
  const wrong: string[] = [];
  const program = describeProgram(around, (text) => wrong.push(text));
  addRun(program, daemon);
  addCheck(program, around);
  addMigrate(program, around);
  addExport(program, around);
  addBackup(program, around);
  addRestore(program, around);
  addVersion(program, around);
  const named = (name: string | undefined) => program.commands.find((each) => each.name() === name)?.name();
  const [command, subject] = args;
  // Of its own, commander answers with all the help there is.
  if (command === 'help' && subject !== undefined && subject !== 'help' && named(subject) === undefined) {
    throw new Failure(exitCodes.usage, describeWrong(`error: unknown command '${subject}'`, undefined));
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help has been written by then.
    if (error.exitCode === 0) return;
    throw new Failure(exitCodes.usage, describeWrong(wrong.join(' '), named(command)));
  }
}

/** What was wrong with the command line, and where to read what is right, in one line. */
function describeWrong(text: string, command: string | undefined): string {
  const sentence = text.replace(/\s*\n\s*/g, ' ').trim();
  const help = ['node dist/main.js', ...(command === undefined ? [] : [command]), '--help'].join(' ');
  return `${sentence}${/[.?!]$/.test(sentence) ? '' : '.'} See: ${help}`;
}

/** `wrong` is told what is wrong with a command line. Settings of `program` are inherited by the commands that are added to it with `command()`. */
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
Without a command it runs the daemon.

Settings come from the environment, from .env beside package.json and from systemd credentials; .env.example lists them.

Exit codes:
  0   done
  1   it failed; the message says why
  64  the command line is wrong
  75  something is in use or away; try again later
  78  a setting, the token or the database is wrong; somebody has to put it right

Examples:
  node dist/main.js                 runs the daemon
  node dist/main.js export --help   shows what a command can do`,
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
