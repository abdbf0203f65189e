import type { Command } from 'commander';
import { readConfig } from '../config/read-settings';
import { maintenanceOf } from '../store/dialects';
import type { ProcessContext } from '../process/context';
import { actAsOwner } from './as-owner';
import { counted } from './counted';
import { Progress } from './progress';

/** `migrate`: brings the schema up to date without starting the daemon. */
export function addMigrate(program: Command, context: ProcessContext): void {
  program
    .command('migrate')
    .description('bring the database’s schema up to date, or create it')
    .addHelpText(
      'after',
      `
The daemon does the same on start; use this to do it at a time of your choice, for example right after a backup.
Either all migrations are applied or none, and a database of a newer version is refused. If there is something to do, no
daemon may be running on the database: its tables would change under it. Run it as the daemon's user, or as root.

Examples:
  node dist/main.js migrate
  DATABASE_URL=postgres://sosekni:PASSWORD@localhost/sosekni node dist/main.js migrate`,
    )
    .action(() => migrate(context));
}

async function migrate(context: ProcessContext): Promise<void> {
  const { clock, stdout, stderr } = context;
  const config = readConfig(context);
  actAsOwner(config, context);
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
      : `Migrated the database from ${before.applied} to ${counted(applied, 'migration')}.\n`,
  );
}
