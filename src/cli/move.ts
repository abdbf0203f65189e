import path from 'node:path';
import type { Command } from 'commander';
import { exitCodes, asFailure, Failure } from '../failure';
import { parseDatabase } from '../config/parsers';
import { readConfig } from '../config/read-settings';
import { verifyHistory } from '../history/verify';
import type { Config } from '../config/config';
import type { ProcessContext } from '../process/context';
import { withReleasers } from '../process/releasers';
import { moveEndsOf } from '../store/dialects';
import type { DatabaseTarget } from '../store/engine';
import type { MoveTarget, TargetWish } from '../store/move/ends';
import { move } from '../store/move/move';
import { actAsOwner } from './as-owner';
import { counted } from './counted';
import { Progress } from './progress';
import { redacted } from './redacted';

interface MoveOptions {
  readonly to: string;
  readonly startOver?: boolean;
}

/** `move`: from SQLite to PostgreSQL, back, or to another place. */
export function addMove(program: Command, context: ProcessContext): void {
  program
    .command('move')
    .description('copy everything from the database of the settings into an empty one of either kind')
    .requiredOption('--to <url>', 'the empty database, written like DATABASE_URL; - reads that from stdin')
    .option('--start-over', 'empty it first, if a move has half filled it')
    .addHelpText(
      'after',
      `
Stop the daemon first. A SQLite file is created; a PostgreSQL database has to be there, owned by its user. Each row is read
again from both databases and compared, and the history is verified. The old one is left as it is. When it is done, put the
new address into DATABASE_URL and start the daemon. A relative path starts in the current folder here, but in the bot's
folder in DATABASE_URL: put the whole path there, as this command prints it.

A password on the command line can be seen by everybody on the machine: give it on stdin, as below, or in PGPASSWORD.

Examples:
  node dist/main.js move --to - </etc/sosekni-bot/database_url
  node dist/main.js move --to postgres://sosekni@localhost/sosekni
  node dist/main.js move --to file:/var/lib/sosekni-bot/sosekni.db --start-over`,
    )
    .action((options: MoveOptions) => moveTo(options, context));
}

const wrongAddress =
  '--to must be file:PATH or postgres://USER@HOST/DATABASE, or - to read it from stdin. See: node dist/main.js move --help';

async function moveTo({ to, startOver = false }: MoveOptions, context: ProcessContext): Promise<void> {
  const { clock, signal, stdin, stdout } = context;
  const config = readConfig(context);
  const target = targetOf(to === '-' ? await readFrom(stdin) : to);
  actAsOwner(config, context);
  const steps = new Steps(context);
  const now = clock.now();
  let isBegun = false;
  try {
    const { from, into, moved, history } = await withReleasers(async (acquired) => {
      const source = await moveEndsOf(config.database).openSource(now, signal);
      acquired(() => source.close());
      const wish = { now, source: source.identity, startOver, signal };
      const filled = await openTarget(target, wish);
      acquired(() => filled.close());
      isBegun = true;
      const done = await move(source, filled, {
        signal,
        begin: (phase) => steps.begin(phase),
        tell: (step, part) => steps.show(step, part),
      });
      steps.begin('checking the history');
      const history = await verify(filled, signal, (part) => steps.show('checking the history', part));
      await filled.complete();
      return { from: source.name, into: filled.name, moved: done, history };
    });
    steps.clear();
    stdout.write(
      `Moved ${counted(moved.rows, 'row')} of ${counted(moved.tables, 'table')} from ${from} to ${into}; all were read again on both sides and are the same.\n${counted(history.events, 'event')} of the history: all follow. Newest digest: ${history.digest}\nPut ${target.dialect === 'sqlite' ? `file:${into}` : 'the new address'} into DATABASE_URL and start the bot. ${from} is as it was.\n`,
    );
  } catch (error) {
    steps.clear();
    throw explained(error, { config, target, isBegun, signal });
  }
}

/** Throws if the history is none that the bot has written: then neither is the one that was copied. */
async function verify(target: MoveTarget, signal: AbortSignal, progress: (part: number) => void) {
  const reader = await target.openHistory();
  try {
    const found = await verifyHistory(reader, { expected: null, progress, signal });
    if (found.holds) return found;
    const what = found.kind === 'digest' ? '' : ` ${found.kind} ${found.id} does not follow: ${found.why}.`;
    throw new Failure(
      exitCodes.failed,
      `Both databases are the same, but somebody has changed the history:${what} Run verify on the old one, and compare it with a backup.`,
    );
  } finally {
    await reader.close();
  }
}

/** What is said of DATABASE_URL is true of `--to`. */
async function openTarget(target: DatabaseTarget, wish: TargetWish): Promise<MoveTarget> {
  try {
    return await moveEndsOf(target).openTarget(wish);
  } catch (error) {
    const failure = asFailure(error);
    throw failure === null ? error : new Failure(failure.code, failure.message.replaceAll('DATABASE_URL', '--to'));
  }
}

interface Circumstances {
  readonly config: Config;
  readonly target: DatabaseTarget;
  /** Whether the target is half filled now. */
  readonly isBegun: boolean;
  readonly signal: AbortSignal;
}

function explained(error: unknown, { config, target, isBegun, signal }: Circumstances): unknown {
  const failure = signal.aborted ? new Failure(exitCodes.failed, 'Interrupted.') : asFailure(error);
  if (failure === null) return error;
  const next = isBegun ? ' The new database is half filled: run the move again with --start-over.' : '';
  const text = redacted(`${failure.message}${next}`, config);
  return new Failure(failure.code, redacted(text, { ...config, database: target }));
}

/** A path is one of a command line: it starts in the current folder. A wrong address is not quoted: it may have a password. */
function targetOf(text: string): DatabaseTarget {
  const target = parseDatabase(text);
  if (target === undefined) throw new Failure(exitCodes.usage, wrongAddress);
  return target.dialect === 'sqlite' ? { ...target, path: path.resolve(target.path) } : target;
}

async function readFrom(stdin: NodeJS.ReadStream): Promise<string> {
  let text = '';
  for await (const chunk of stdin.setEncoding('utf8')) text += String(chunk);
  if (text.trim() !== '') return text.trim();
  throw new Failure(
    exitCodes.usage,
    '--to - reads the address from stdin, and stdin was empty. See: node dist/main.js move --help',
  );
}

/** Progress on stderr: one line on a terminal; elsewhere a line for each phase, as it begins. */
class Steps {
  private readonly line: Progress;

  constructor(private readonly context: ProcessContext) {
    this.line = new Progress(context.stderr, context.clock, context.stderr.isTTY);
  }

  begin(phase: string): void {
    const { stderr } = this.context;
    if (!stderr.isTTY) stderr.write(`${phase} …\n`);
  }

  show(step: string, part: number | null): void {
    this.line.show(`${part === null ? step : `${step}, ${Math.floor(part * 100)} %`} …`);
  }

  clear(): void {
    this.line.clear();
  }
}
