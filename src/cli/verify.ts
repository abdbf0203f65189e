import { InvalidArgumentError, type Command } from 'commander';
import { readConfig } from '../config/read-settings';
import { exitCodes, Failure } from '../failure';
import { verifyInThreads } from '../history/threads';
import type { Verified } from '../history/verify';
import type { ProcessContext } from '../process/context';
import { maintenanceOf } from '../store/dialects';
import { actAsOwner } from './as-owner';
import { counted } from './counted';
import { Progress } from './progress';

/** `verify`: whether the history is what was written, and every request follows from it. */
export function addVerify(program: Command, context: ProcessContext): void {
  program
    .command('verify')
    .description('check that nobody has changed the history, and that every request follows from it')
    .option('--expect <digest>', 'a digest of the history that you noted earlier: is it still in it?', parseDigest)
    .addHelpText(
      'after',
      `
Each event of the history has a digest over the one before and itself (docs/history.md says how, so that you can check it
with a program of your own). What was changed, added or removed shows at the first event, or request, that doesn't follow:
it is named, and the exit code is 1.

Only a history cut off at its end, or written anew from some point on, follows as well. So note the newest digest elsewhere
from time to time: this command prints it, it is a metric (sosekni_history_digest_info) and stands in each backup’s manifest.
Ask for it with --expect.

The daemon may keep running: the history is read as it is at one moment, and nothing is changed.

Examples:
  node dist/main.js verify
  node dist/main.js verify --expect 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9`,
    )
    .action(({ expect = null }: { readonly expect?: string | null }) => verify(context, expect));
}

async function verify(context: ProcessContext, expected: string | null): Promise<void> {
  const { stdout, stderr, clock, signal } = context;
  const config = readConfig(context);
  actAsOwner(config, context);
  const reader = await maintenanceOf(config.database).openHistory();
  const progress = new Progress(stderr, clock, stderr.isTTY);
  let found: Verified;
  try {
    const show = (done: number) => progress.show(`${Math.floor(done * 100)} % of ${counted(reader.events, 'event')}`);
    found = await verifyInThreads(config.database, reader, { expected, progress: show, signal });
  } catch (error) {
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Interrupted: the history was not checked to its end.');
    throw error;
  } finally {
    progress.clear();
    await reader.close();
  }
  if (found.holds) {
    stdout.write(`${counted(found.events, 'event')} of ${counted(found.requests, 'request')}: all follow.\n`);
    stdout.write(`Newest digest: ${found.digest}\n`);
    return;
  }
  if (found.kind === 'digest') {
    stdout.write(`Newest digest: ${found.digest}\n`);
    throw new Failure(
      exitCodes.failed,
      `The history follows, but ${expected} is not in it: it was cut off, or written anew. Compare it with a backup from when the digest was noted.`,
    );
  }
  stdout.write(`${found.kind} ${found.id}\n`);
  throw new Failure(
    exitCodes.failed,
    `${found.kind === 'event' ? 'Event' : 'Request'} ${found.id} does not follow: ${found.why}. Compare it with a backup.`,
  );
}

function parseDigest(text: string): string {
  const digest = text.trim().toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digest)) return digest;
  throw new InvalidArgumentError('A digest has 64 hexadecimal digits.');
}
