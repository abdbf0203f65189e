import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { InvalidArgumentError, type Command } from 'commander';
import type { BackupSettings } from '../backup/backup';
import { Folder } from '../backup/folder';
import type { Manifest } from '../backup/manifest';
import { inventory, type Inventory, type BackupStorage } from '../backup/storage';
import { bucketOf, drill, find, restore } from '../backup/restore';
import type { Config } from '../config/config';
import { eraseAgain } from '../erasure/offline';
import { exitCodes, Failure } from '../failure';
import { readConfig } from '../config/read-settings';
import type { ProcessContext } from '../process/context';
import { actAsOwner } from './as-owner';
import { portsOf, settingsOf, withoutSecrets } from './backup';
import { counted } from './counted';
import { offlineSettings } from './forget';
import { redacted } from './redacted';

interface RestoreOptions {
  readonly from: 'folder' | 's3';
  readonly drill?: true;
  readonly yes?: true;
}

/** `restore`: lists the backups, restores one, or tests that one can be restored. */
export function addRestore(program: Command, context: ProcessContext): void {
  program
    .command('restore')
    .description('list the backups, replace the database by one, or test that one can be restored')
    .argument('[backup]', 'a backup’s name, the path of one elsewhere, or latest; without it, the backups are listed')
    .option('--from <place>', 'folder (BACKUP_DIR) or s3 (BACKUP_S3_URL)', placeNamed, 'folder')
    .option('--drill', 'restore BACKUP, or the newest, beside the database, compare it and remove it')
    .option('--yes', 'don’t ask for confirmation')
    .addHelpText(
      'after',
      `
Stop the daemon first; --drill needs no stop. Everything is checked before anything is replaced, and the old data is kept
beside the new under a name with the time. PostgreSQL needs pg_restore in PATH and a user that may create databases.

Examples:
  node dist/main.js restore
  node dist/main.js restore latest
  node dist/main.js restore sosekni-20261130T031700Z.db.gz --from s3 --yes
  node dist/main.js restore --drill`,
    )
    .action(async (wanted: string | undefined, options: RestoreOptions) => {
      const config = readConfig(context);
      actAsOwner(config, context);
      await withoutSecrets(config, context, async () => {
        const settings = settingsOf(config);
        const { place, name } = whereIs(wanted, settings, options.from, context.signal);
        if (options.drill) return runDrill(settings, place, name ?? 'latest', context);
        if (name === undefined) return list(place, context);
        await runRestore(config, place, name, options.yes === true, context);
      });
    });
}

function placeNamed(text: string): RestoreOptions['from'] {
  if (text === 'folder' || text === 's3') return text;
  throw new InvalidArgumentError('It must be folder or s3.');
}

/** A path also says which folder to look in. */
function whereIs(
  wanted: string | undefined,
  settings: BackupSettings,
  from: RestoreOptions['from'],
  signal: AbortSignal,
): { readonly place: BackupStorage; readonly name: string | undefined } {
  if (from === 's3') return { place: bucketOf(settings, signal), name: wanted };
  if (wanted?.includes(path.sep) !== true) return { place: new Folder(settings.folder), name: wanted };
  return { place: new Folder(path.resolve(path.dirname(wanted))), name: path.basename(wanted) };
}

async function list(place: BackupStorage, { stdout }: ProcessContext): Promise<void> {
  const found = await inventory(place);
  stdout.write(`${describe(found, place)}\n`);
}

function describe({ backups, unreadable }: Inventory, place: BackupStorage): string {
  if (backups.length + unreadable.length === 0) return `There is no backup in ${place.name}.`;
  return [
    `In ${place.name}, newest first:`,
    ...backups.map((backup) => `  ${backup.file}  ${summary(backup)}`),
    ...unreadable.map((name) => `  ${name}  unusable: damaged, or its archive is missing`),
  ].join('\n');
}

const summary = ({ createdAt, bytes, rows }: Manifest): string => {
  const requests = rows['requests'] ?? rows['public.requests'] ?? 0;
  return `${new Date(createdAt).toISOString()}  ${counted(bytes, 'byte')}  ${counted(requests, 'request')}`;
};

async function runDrill(
  settings: BackupSettings,
  place: BackupStorage,
  name: string,
  context: ProcessContext,
): Promise<void> {
  const { backup, took } = await drill(settings, place, name, portsOf(context));
  const seconds = (took / 1000).toFixed(1);
  context.stdout.write(`${backup.file} can be restored: all rows of every table came back. It took ${seconds} s.\n`);
}

async function runRestore(
  config: Config,
  place: BackupStorage,
  name: string,
  yes: boolean,
  context: ProcessContext,
): Promise<void> {
  const { stdin, stdout, stderr } = context;
  const { database, backup } = config;
  await find(place, name, database.dialect);
  if (!yes && !stdin.isTTY) {
    throw new Failure(
      exitCodes.usage,
      'There is no terminal to ask for confirmation. To replace the database without asking, add --yes.',
    );
  }
  const settings = { database, ...backup };
  const confirm = (found: Manifest) => (yes ? Promise.resolve(true) : ask(found, context));
  const done = await restore(settings, place, name, {
    ...portsOf(context),
    confirm,
    eraseAgain: (target, erasures) => eraseAgain(target, offlineSettings(config), context, erasures),
  });
  if (done === null) {
    stdout.write('Nothing was replaced.\n');
    return;
  }
  stdout.write(`Restored ${done.backup.file}\n`);
  if (done.erased > 0)
    stdout.write(
      `Erased ${done.erased === 1 ? '1 person' : `${done.erased} people`} again, who asked to be forgotten after it was made\n`,
    );
  if (done.listMissing !== null)
    stderr.write(
      `Whoever is only in the bucket’s list of who was forgotten is back, since it could not be read: when the bucket answers again, restore once more, or run "forget" with each person_id in its erasures.jsonl. ${redacted(done.listMissing.message, config)}\n`,
    );
  if (done.kept !== null) stdout.write(`Kept the old data as ${done.kept}; remove it when you no longer need it\n`);
}

async function ask(backup: Manifest, { stdin, stderr, signal }: ProcessContext): Promise<boolean> {
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    const question = `Replace the database by ${backup.file} (${summary(backup)})? Type yes: `;
    return (await terminal.question(question, { signal })).trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}
