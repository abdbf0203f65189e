import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { sendList } from '../backup/backup';
import { listsToWrite } from '../backup/erasure-list';
import type { Config } from '../config/config';
import { readConfig } from '../config/read-settings';
import { forgetOffline, hasName, type OfflineSettings } from '../erasure/offline';
import { asFailure, exitCodes, Failure } from '../failure';
import type { Millis, PersonId } from '../lifecycle/ids';
import type { ProcessContext } from '../process/context';
import { holdDatabase, maintenanceOf } from '../store/dialects';
import { StoreError } from '../store/errors';
import type { Person } from '../store/queries/people';
import type { SqliteHold } from '../store/sqlite/lock';
import { actAsOwner } from './as-owner';
import { portsOf, settingsOf } from './backup';
import { parsePersonId } from './person-id';
import { Progress } from './progress';
import { redacted } from './redacted';

/** `forget`: erases somebody at their wish, with or without a daemon. */
export function addForget(program: Command, context: ProcessContext): void {
  program
    .command('forget')
    .description('erase what somebody wrote and who they are')
    .argument(
      '<id>',
      'their Telegram ID; of who came by the form, the number in PUBLIC_URL/desk/people/NUMBER',
      parsePersonId,
    )
    .addHelpText(
      'after',
      `
It does what /forget does in the chat: what waits is withdrawn, an access ends, and names, addresses, messages, reasons and
notes are erased, also from the admins' cards. Numbers, times and decisions stay, and so does the wait after a rejection.
The daemon may keep running: it is told, and this waits until it is done. Restoring an older backup erases them again; the
backups themselves, and what was exported, are left as they are. An admin's name stays, beside what they decide. It can't be
undone.

Examples:
  node dist/main.js forget 123456789`,
    )
    .action((id: number) => forget(context, id));
}

/** What somebody who is forgotten without a daemon is forgotten by. */
export const offlineSettings = (config: Config): OfflineSettings => ({
  ...config,
  hasWebhook: config.webhook !== null,
});

async function forget(context: ProcessContext, who: number): Promise<void> {
  const { stdout } = context;
  const config = readConfig(context);
  actAsOwner(config, context);
  const person = (await isHeld(config)) ? await throughDaemon(config, context, who) : await alone(config, context, who);
  if (person === null) {
    throw new Failure(
      exitCodes.failed,
      `Nobody with the ID ${who} is known here. /id tells people theirs; the admins see it on each card.`,
    );
  }
  const { id, telegramId } = person;
  const isOwnNumber = who === id || who === telegramId;
  const became = isOwnNumber ? '' : `${who} has become ${telegramId ?? id}: `;
  // An admin whom the admins have added is known by what is left.
  const isAdmin = (telegramId !== null && config.admins.includes(telegramId)) || (await isNamed(config, id));
  const erased = isAdmin
    ? `Erased what ${who} wrote. They’re an admin, so their name stays beside what they decide.`
    : `Erased what ${who} wrote and who they are.`;
  stdout.write(`${became}${erased} Backups from before hold it until BACKUP_KEEP; restoring one erases it again.\n`);
}

async function isNamed({ database }: Config, id: PersonId): Promise<boolean> {
  const reader = await maintenanceOf(database).openReader();
  const person = await reader.queries.people.get(id).finally(() => reader.close());
  return person !== null && hasName(person);
}

const isHeld = async ({ database }: Config): Promise<boolean> =>
  (await maintenanceOf(database).inspect()).heldBy !== null;

/** Returns who was forgotten; null: nobody has that number. */
async function alone(config: Config, context: ProcessContext, who: number): Promise<Person | null> {
  const { clock, signal } = context;
  // What doesn't exist is not made only to find nobody in it.
  const reader = await maintenanceOf(config.database).openReader();
  const person = await reader.queries.people.byNumber(who).finally(() => reader.close());
  if (person === null) return null;
  const hold = holdUnlessHeld(config, context);
  if (hold === 'held') return throughDaemon(config, context, who);
  const lists = listsToWrite(config.database, config.backup);
  const isThere = await forgetOffline(
    config.database,
    offlineSettings(config),
    { clock, signal },
    { hold, lists, who },
  );
  await sendListNow(config, context);
  return isThere ? person : null;
}

/** No daemon does it. They are forgotten all the same. */
async function sendListNow(config: Config, context: ProcessContext): Promise<void> {
  try {
    await sendList(settingsOf(config), portsOf(context));
  } catch (error) {
    const failure = asFailure(error);
    if (failure === null) throw error;
    context.stderr.write(
      `The bucket has yet to be told, since a backup of before could be restored from it: the bot does that when it runs, or run: node dist/main.js backup --send (${redacted(failure.message, config)})\n`,
    );
  }
}

/** The lock of the one process that acts; `held`: a daemon has just been started. */
function holdUnlessHeld({ database }: Config, { clock }: ProcessContext): SqliteHold | 'held' | null {
  try {
    return holdDatabase(database, clock.now());
  } catch (error) {
    if (error instanceof StoreError && error.code === 'held') return 'held';
    throw error;
  }
}

/** How often to look whether the daemon has done it. */
const lookEvery: Millis = 200;

/** The daemon is left a note, and does it. Returns who was forgotten; null: nobody has that number. */
async function throughDaemon(config: Config, context: ProcessContext, who: number): Promise<Person | null> {
  const { clock, signal, stderr } = context;
  const database = maintenanceOf(config.database);
  const asked = await database.writeBeside(async ({ people, erasures }) => {
    const person = await people.byNumber(who);
    return person === null ? null : { person, id: await erasures.ask(person.id, 'command', clock.now()) };
  });
  if (asked === null) return null;
  const progress = new Progress(stderr, clock, stderr.isTTY);
  const reader = await database.openReader();
  let isRunning = true;
  try {
    while (isRunning && (await reader.queries.erasures.get(asked.id))?.finishedAt === null) {
      progress.show('Waiting for the daemon…');
      await wait(lookEvery, undefined, { signal });
      isRunning = await isHeld(config);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Failure(exitCodes.failed, 'Interrupted, but it is written down: the daemon does it all the same.');
  } finally {
    progress.clear();
    await reader.close();
  }
  // It may have stopped before it came to that.
  return isRunning ? asked.person : alone(config, context, who);
}
