import { existsSync, lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config';
import { exitCodes, Failure } from '../failure';
import type { Privileges, ProcessContext, User } from '../process/context';

const root = 0;

interface Stranger extends User {
  /** The first file or folder on the path that root doesn't own. */
  readonly at: string;
}

/**
 * When run as root: permanently drops root's rights and becomes the user who owns the data. A symbolic link planted in that
 * user's folder then leads only to what that user can reach anyway. Does nothing when not run as root, or when root owns the
 * whole path to the data. Throws a `Failure` if that user can't reach the data or the program.
 */
export function actAsOwner(config: Config, context: ProcessContext): void {
  const owner = ownerOf(config, context);
  if (owner === null || context.privileges === null) return;
  context.privileges.drop(owner);
  requireAccess(owner, config, context);
}

/**
 * When run as root: works as the owner of the data, but writes a file outside the data as the user who owns that file's folder.
 */
export interface Roles {
  /** Opens, renames or removes the file, as the user who may write there. */
  readonly written: <T>(work: () => T) => T;
  /** Becomes root again. */
  end(): void;
}

/** For a command that reads the data and writes `file`, which may be in a folder that root owns. Throws as `actAsOwner` does. */
export function rolesFor(config: Config, file: string, context: ProcessContext): Roles {
  const { privileges } = context;
  const owner = ownerOf(config, context);
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
    if (owner !== null) requireAccess(owner, config, context);
    return roles;
  } catch (error) {
    roles.end();
    throw error;
  }
}

const become = (privileges: Privileges, user: User | null): (() => void) =>
  user === null ? () => undefined : privileges.layDown(user);

/** Null if the process isn't root's, or if only root can write to the path to the data. */
function ownerOf({ database, backup }: Config, { privileges }: ProcessContext): Stranger | null {
  if (privileges === null) return null;
  const file = database.dialect === 'sqlite' ? database.path : null;
  const owner = firstStranger(file ?? backup.folder);
  if (owner === null || file === null || !isOwnedByRoot(file)) return owner;
  throw new Failure(
    exitCodes.config,
    `root owns ${file}, but the user ${owner.uid} owns part of its path (${owner.at}). Give the file to that user: chown --no-dereference ${owner.uid}:${owner.gid} ${file}`,
  );
}

/** False where there is no such file, as below another file. */
const isOwnedByRoot = (file: string): boolean =>
  existsSync(path.dirname(file)) &&
  statSync(path.dirname(file)).isDirectory() &&
  lstatSync(file, { throwIfNoEntry: false })?.uid === root;

/**
 * Walks the path from `/`, following links as the system does, to the first file or folder that root doesn't own. Null if root
 * owns all of it.
 */
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
      // Nothing is below a file.
      if (!found.isDirectory()) return null;
      at = next;
      continue;
    }
    links += 1;
    if (links > mostLinks) throw new Failure(exitCodes.config, `${file} goes through too many symbolic links.`);
    const target = readlinkSync(next);
    if (path.isAbsolute(target)) at = '/';
    rest.unshift(...target.split('/'));
  }
  return null;
}

/** Linux's own limit. */
const mostLinks = 40;

/** Throws if the current user can't do the work. */
function requireAccess({ uid, at }: Stranger, { database }: Config, { home }: ProcessContext): void {
  try {
    readFileSync(path.join(home, 'package.json'));
  } catch {
    throw new Failure(
      exitCodes.config,
      `The command runs as the owner of the data (user ${uid}), and that user can't read the program in ${home}. Move the program to a folder that everybody can read, as systemd/install.sh does.`,
    );
  }
  try {
    statSync(at);
    if (database.dialect === 'sqlite') statSync(path.dirname(database.path));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) return;
    throw new Failure(
      exitCodes.config,
      `The command runs as the owner of ${at} (user ${uid}), and that user can't enter the folders above it. If systemd keeps the data, use the command that systemd/install.sh installs: sosekni-bot.`,
    );
  }
}
