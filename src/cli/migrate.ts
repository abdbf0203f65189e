import type { Command } from 'commander';
import { readConfig } from '../config/read-settings';
import { maintenanceOf } from '../store/dialects';
import type { ProcessContext } from '../process/context';
import { actAsOwner } from './as-owner';
import { counted } from './counted';
import { Progress } from './progress';

/** `migrate`: the schema, brought forward without starting the daemon. */
export function addMigrate(program: Command, around: ProcessContext): void {
  program
    .command('migrate')
    .description('bring the database’s schema forward now, or create it')
    .addHelpText(
      'after',
      `
The daemon does the same at its start; this is for doing it at a time of your choice, such as after a backup.
It is all or nothing, and a database of a newer version is refused. Where there is something to do, no daemon may run
on the database: it would find its tables changed. Run it as the user the daemon runs as, or as root.

Examples:
  node dist/main.js migrate
  DATABASE_URL=postgres://sosekni:PASSWORD@localhost/sosekni node dist/main.js migrate`,
    )
    .action(() => migrate(around));
}

async function migrate(around: ProcessContext): Promise<void> {
  const { clock, stdout, stderr } = around;
  const config = readConfig(around);
  actAsOwner(config, around);
  const database = maintenanceOf(config.database);
  const before = await database.inspect();
  const missing = before.known - before.applied;
  if (missing === 0) {
    stdout.write(`Nothing to do: the database has all ${counted(before.known, 'migration')}.\n`);
    return;
  }
  const progress = new Progress(stderr, clock, stderr.isTTY);
  progress.show(`${counted(missing, 'migration')}…`);
  try {
    await database.migrate(clock.now());
  } finally {
    progress.clear();
  }
  const { applied } = await database.inspect();
  stdout.write(
    before.applied === 0
      ? `Created the database with ${counted(applied, 'migration')}.\n`
      : `Brought the database from ${before.applied} to ${counted(applied, 'migration')}.\n`,
  );
}
