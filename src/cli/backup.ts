import type { Command } from 'commander';
import { backUp, type BackupPorts, type BackupSettings, type Done } from '../backup/backup';
import { secretsOf, type Config } from '../config';
import { asFailure, exitCodes, Failure } from '../failure';
import { readConfig } from '../settings';
import type { Surroundings } from '../surroundings';

/** `backup`: what the timer, the daemon's scheduler and people call alike. */
export function addBackup(program: Command, around: Surroundings): void {
  program
    .command('backup')
    .description('make a checked, compressed copy of the database; the daemon may go on')
    .addHelpText(
      'after',
      `
It goes into BACKUP_DIR and, where BACKUP_S3_URL is set, into that bucket. Backups older than BACKUP_KEEP are removed, but
never the newest. PostgreSQL needs pg_dump in PATH, as new as the server.

Examples:
  node dist/main.js backup
  BACKUP_DIR=/mnt/usb node dist/main.js backup`,
    )
    .action(async () => {
      const config = readConfig(around);
      const done = await withoutSecrets(config, around, () => backUp(settingsOf(config), portsOf(around)));
      around.stdout.write(`${describe(done)}\n`);
    });
}

function describe({ backup, copied, removed }: Done): string {
  const rows = Object.values(backup.rows).reduce((sum, count) => sum + count, 0);
  const tables = Object.keys(backup.rows).length;
  return [
    `made ${backup.file}: ${backup.bytes} bytes, ${rows} rows in ${tables} tables`,
    ...copied.map(({ file }) => `copied ${file} to the bucket`),
    ...removed.map(({ file }) => `removed ${file}, which was too old`),
  ].join('\n');
}

/** What the settings say about backups. */
export const settingsOf = ({ database, backup: { folder, keep, bucket } }: Config): BackupSettings => ({
  database,
  folder,
  keep,
  bucket,
});

/** The process, as backups need it. What is being done is told to people only, not to a log. */
export const portsOf = ({ clock, env, signal, stderr }: Surroundings): BackupPorts => ({
  clock,
  environment: env,
  signal,
  tell: (step) => {
    if (stderr.isTTY) stderr.write(`${step} …\n`);
  },
});

/** Words that a server or a program chose are in some of the errors: no secret leaves with them. */
export async function withoutSecrets<T>(config: Config, { signal }: Surroundings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Failure(exitCodes.failed, 'Stopped before it was done; nothing was replaced.');
    const failure = asFailure(error);
    if (failure === null) throw error;
    const said = secretsOf(config).reduce((text, secret) => text.replaceAll(secret, '[redacted]'), failure.message);
    throw new Failure(failure.code, said);
  }
}
