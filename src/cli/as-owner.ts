import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config';
import { exitCodes, Failure } from '../failure';
import type { Privileges, ProcessContext, User } from '../process/context';

const root = 0;

interface Stranger extends User {
  /** The first thing on the way that is not root's. */
  readonly at: string;
}

/**
 * As root: gives root's rights up for those of the user whose the data is, for good. What stands in that user's folder, a link for
 * instance, then leads nowhere that the user could not get to anyhow. Does nothing for others, nor where all the way to the data
 * is root's. Throws a `Failure` where that user can't get at the data or the program.
 */
export function actAsOwner(config: Config, around: ProcessContext): void {
  const owner = ownerOf(config, around);
  if (owner === null || around.privileges === null) return;
  around.privileges.drop(owner);
  requireAccess(owner, config, around);
}

/** As root: works as the owner of the data, and only what is `written` to a file elsewhere, as whoever may write there. */
export interface Roles {
  /** Does what opens, names or removes the file. */
  readonly written: <T>(work: () => T) => T;
  /** Is root again. */
  end(): void;
}

/** For a command that reads the data and writes `file`, which may well be in a folder of root's. Throws as `actAsOwner` does. */
export function rolesFor(config: Config, file: string, around: ProcessContext): Roles {
  const { privileges } = around;
  const owner = ownerOf(config, around);
  if (privileges === null) return { written: (work) => work(), end: () => undefined };
  const writer = firstStranger(path.resolve(path.dirname(file)));
  let comeBack = become(privileges, owner);
  const roles: Roles = {
    written: (work) => {
      comeBack();
      const stop = become(privileges, writer);
      try {
        return work();
      } finally {
        stop();
        comeBack = become(privileges, owner);
      }
    },
    end: () => comeBack(),
  };
  try {
    if (owner !== null) requireAccess(owner, config, around);
    return roles;
  } catch (error) {
    roles.end();
    throw error;
  }
}

const become = (privileges: Privileges, user: User | null): (() => void) =>
  user === null ? () => undefined : privileges.layDown(user);

/** Null: the process is not root's, or nobody but root could have put anything on the way to the data. */
function ownerOf({ database, backup }: Config, { privileges }: ProcessContext): Stranger | null {
  if (privileges === null) return null;
  const file = database.dialect === 'sqlite' ? database.path : null;
  const owner = firstStranger(file ?? backup.folder);
  if (owner === null || file === null || lstatSync(file, { throwIfNoEntry: false })?.uid !== root) return owner;
  throw new Failure(
    exitCodes.config,
    `${file} is root's, on a way that is the user ${owner.uid}'s (${owner.at}). Give it to that user: chown --no-dereference ${owner.uid}:${owner.gid} ${file}`,
  );
}

/** Walks from the root of the file system, as the system does, to the first thing that is not root's; null: all of it is. */
export function firstStranger(file: string): Stranger | null {
  const rest = file.split('/');
  let at = '/';
  for (let links = 0; rest.length > 0;) {
    const part = rest.shift() ?? '';
    const next = path.join(at, part);
    const found = lstatSync(next, { throwIfNoEntry: false });
    if (found === undefined) return null;
    if (found.uid !== root) return { uid: found.uid, gid: found.gid, at: next };
    if (!found.isSymbolicLink()) {
      at = next;
      continue;
    }
    links += 1;
    if (links > mostLinks) throw new Failure(exitCodes.config, `${file} leads through too many links.`);
    const target = readlinkSync(next);
    if (path.isAbsolute(target)) at = '/';
    rest.unshift(...target.split('/'));
  }
  return null;
}

/** As many as Linux follows. */
const mostLinks = 40;

/** Throws where the user that this process now is can't do its work. */
function requireAccess({ uid, at }: Stranger, { database }: Config, { home }: ProcessContext): void {
  try {
    readFileSync(path.join(home, 'package.json'));
  } catch {
    throw new Failure(
      exitCodes.config,
      `The data is the user ${uid}'s, as whom this is done, and who can't read the program in ${home}. Put it where everybody may read it, as systemd/install.sh does.`,
    );
  }
  try {
    statSync(at);
    if (database.dialect === 'sqlite') statSync(path.dirname(database.path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) return;
    throw new Failure(
      exitCodes.config,
      `${at} is the user ${uid}'s, as whom this is done, and who may not pass the folders above it. Where systemd keeps the data, use the command that systemd/install.sh installs: sosekni-bot.`,
    );
  }
}
