import { Option, type Command } from 'commander';
import { backUp, sendMissed, type BackupPorts, type BackupSettings, type Done, type Settled } from '../backup/backup';
import { noBucket } from '../backup/errors';
import type { Config } from '../config/config';
import { asFailure, exitCodes, Failure } from '../failure';
import { readConfig } from '../config/read-settings';
import type { ProcessContext } from '../process/context';
import { actAsOwner } from './as-owner';
import { counted } from './counted';
import { redacted } from './redacted';

/** `backup`: what the timer, the daemon's scheduler and people call alike. */
export function addBackup(program: Command, around: ProcessContext): void {
  program
    .command('backup')
    .description('make a checked, compressed copy of the database; the daemon may go on')
    .option('--send', 'make none, only send the bucket what it has missed')
    // The daemon's own is made as the user that the daemon runs as, whoever that is.
    .addOption(new Option('--by-daemon').hideHelp())
    .addHelpText(
      'after',
      `
It goes into BACKUP_DIR and, where BACKUP_S3_URL is set, into that bucket. Backups older than BACKUP_KEEP are removed, but
never the newest. PostgreSQL needs pg_dump in PATH, as new as the server.

Examples:
  node dist/main.js backup
  node dist/main.js backup --send
  BACKUP_DIR=/mnt/usb node dist/main.js backup`,
    )
    .action(async ({ send, byDaemon }: { readonly send?: true; readonly byDaemon?: true }) => {
      const config = readConfig(around);
      if (byDaemon !== true) actAsOwner(config, around);
      const settings = settingsOf(config);
      if (send && settings.bucket === null) throw noBucket();
      await withoutSecrets(config, around, async () => {
        const done = send
          ? describeSettled(await sendMissed(settings, portsOf(around)))
          : describe(await backUp(settings, portsOf(around)));
        around.stdout.write(`${done}\n`);
      });
    });
}

function describe({ backup, ...settled }: Done): string {
  const rows = Object.values(backup.rows).reduce((sum, count) => sum + count, 0);
  const tables = Object.keys(backup.rows).length;
  const made = `made ${backup.file}: ${counted(backup.bytes, 'byte')}, ${counted(rows, 'row')} in ${counted(tables, 'table')}`;
  return [made, ...linesOf(settled)].join('\n');
}

function describeSettled(settled: Settled): string {
  return linesOf(settled).join('\n') || 'Nothing to do: the bucket has all.';
}

const linesOf = ({ copied, removed }: Settled): readonly string[] => [
  ...copied.map(({ file }) => `copied ${file} to the bucket`),
  ...removed.map(({ file }) => `removed ${file}, which was too old`),
];

/** What the settings say about backups. */
export const settingsOf = ({ database, backup: { folder, keep, bucket } }: Config): BackupSettings => ({
  database,
  folder,
  keep,
  bucket,
});

/** The process, as backups need it. What is being done is told to people only, not to a log. */
export const portsOf = ({ clock, env, signal, stderr }: ProcessContext): BackupPorts => ({
  clock,
  environment: env,
  signal,
  tell: (step) => {
    if (stderr.isTTY) stderr.write(`${step} …\n`);
  },
});

/** Words that a server or a program chose are in some of the errors: no secret leaves with them. */
export async function withoutSecrets<T>(
  config: Config,
  { signal }: ProcessContext,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Stopped before it was done; nothing was replaced.');
    const failure = asFailure(error);
    if (failure === null) throw error;
    throw new Failure(failure.code, redacted(failure.message, config));
  }
}
