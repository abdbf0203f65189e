import { Option, type Command } from 'commander';
import {
  backUp,
  sendMissed,
  type BackupPorts,
  type BackupSettings,
  type BackupDone,
  type BackupUpkeep,
} from '../backup/backup';
import { BackupError, noBucket } from '../backup/errors';
import { heldLine } from '../backup/process';
import type { Config } from '../config/config';
import { asFailure, exitCodes, Failure } from '../failure';
import { readConfig } from '../config/read-settings';
import type { ProcessContext } from '../process/context';
import { actAsOwner } from './as-owner';
import { counted } from './counted';
import { redacted } from './redacted';

/** `backup`: used by the systemd timer, by the daemon's scheduler and by people. */
export function addBackup(program: Command, context: ProcessContext): void {
  program
    .command('backup')
    .description('make a checked, compressed copy of the database; the daemon may keep running')
    .option('--send', 'make no backup, only upload those that the bucket lacks')
    // The daemon's own backup runs as the daemon's user, whoever that is.
    .addOption(new Option('--by-daemon').hideHelp())
    .addHelpText(
      'after',
      `
The backup goes to BACKUP_DIR and, if BACKUP_S3_URL is set, to that bucket as well. Backups older than BACKUP_KEEP are
removed, but never the newest one. PostgreSQL needs pg_dump in PATH, at least as new as the server.

Examples:
  node dist/main.js backup
  node dist/main.js backup --send
  BACKUP_DIR=/mnt/usb node dist/main.js backup`,
    )
    .action(async ({ send, byDaemon }: { readonly send?: true; readonly byDaemon?: true }) => {
      const config = readConfig(context);
      if (byDaemon !== true) actAsOwner(config, context);
      const settings = settingsOf(config);
      if (send && settings.bucket === null) throw noBucket();
      await withoutSecrets(config, context, async () => {
        try {
          const done = send
            ? describeSettled(await sendMissed(settings, portsOf(context)))
            : describe(await backUp(settings, portsOf(context)));
          context.stdout.write(`${done}\n`);
        } catch (error) {
          if (byDaemon && error instanceof BackupError && error.code === 'held') context.stdout.write(`${heldLine}\n`);
          throw error;
        }
      });
    });
}

function describe({ backup, ...settled }: BackupDone): string {
  const rows = Object.values(backup.rows).reduce((sum, count) => sum + count, 0);
  const tables = Object.keys(backup.rows).length;
  const made = `Created ${backup.file}: ${counted(backup.bytes, 'byte')}, ${counted(rows, 'row')} in ${counted(tables, 'table')}`;
  return [made, ...linesOf(settled)].join('\n');
}

function describeSettled(settled: BackupUpkeep): string {
  return linesOf(settled).join('\n') || 'Nothing to do: the bucket is complete.';
}

const linesOf = ({ copied, removed }: BackupUpkeep): readonly string[] => [
  ...copied.map(({ file }) => `Uploaded ${file} to the bucket`),
  ...removed.map(({ file }) => `Removed ${file}: older than BACKUP_KEEP`),
];

/** The backup settings. */
export const settingsOf = ({ database, backup: { folder, keep, bucket } }: Config): BackupSettings => ({
  database,
  folder,
  keep,
  bucket,
});

/** What backups need of the process. Progress is for people: it's shown on a terminal only. */
export const portsOf = ({ clock, env, signal, stderr }: ProcessContext): BackupPorts => ({
  clock,
  environment: env,
  signal,
  tell: (step) => {
    if (stderr.isTTY) stderr.write(`${step} …\n`);
  },
});

/** Some errors quote a server or a program: secrets are removed from them. */
export async function withoutSecrets<T>(
  config: Config,
  { signal }: ProcessContext,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Interrupted; nothing was replaced.');
    const failure = asFailure(error);
    if (failure === null) throw error;
    throw new Failure(failure.code, redacted(failure.message, config));
  }
}
