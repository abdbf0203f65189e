import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, StoreError } from '../errors';

// A path is only a name; what counts is the file. SQLite keeps its WAL beside the name it opened, so a file with two names loses
// what is in the other WAL, and a deleted file can still be written to until everybody has closed it.

/** Throws `not_a_database` if a folder, or another thing that holds no data, has the file's name. */
export function refuseNoFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return;
  throw new StoreError(
    'not_a_database',
    found.isDirectory()
      ? `${file} is a folder. Name a file in it: DATABASE_URL=file:${join(file, 'sosekni.db')}`
      : `${file} is no regular file. Point DATABASE_URL to one, or to a name that nothing has yet.`,
  );
}

/** Throws `second_name` if the file has other names, or is mounted by itself: others would look for its WAL elsewhere. */
export function refuseSecondName(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return;
  if (found.nlink > 1) {
    throw new StoreError(
      'second_name',
      `${file} has ${found.nlink} names (hard links), and SQLite keeps a log for each: changes would be lost. Keep only one of them: find / -xdev -samefile ${file}`,
    );
  }
  if (isMountPoint(file)) {
    throw new StoreError(
      'second_name',
      `${file} is mounted as a single file, so its log would be in another folder than the original: changes would be lost. Mount the folder it is in.`,
    );
  }
}

/**
 * https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html: the fifth field, in which four characters are octal escapes.
 */
function isMountPoint(file: string): boolean {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .some((line) => unescaped(line.split(' ')[4] ?? '') === file);
  } catch (error) {
    // Not Linux, or /proc is hidden.
    if (/^(ENOENT|EACCES|EPERM|ENOTDIR)$/.test(codeOf(error))) return false;
    throw error;
  }
}

const unescaped = (field: string): string =>
  field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** A file that is no longer the one that was opened. */
export interface Loss {
  readonly file: string;
  readonly how: 'deleted' | 'replaced';
}

/** The files of an open SQLite database in WAL mode, as they were when it was opened. */
export class SqliteFiles {
  private readonly known = new Map<string, string>();

  /** The database is open and has been read, so its WAL exists. */
  constructor(private readonly path: string) {
    for (const file of this.files()) {
      const identity = identityOf(file);
      if (identity !== null) this.known.set(file, identity);
    }
  }

  /** The first file that was deleted or replaced; null if none was. Takes a few microseconds. */
  loss(): Loss | null {
    for (const [file, identity] of this.known) {
      const now = identityOf(file);
      if (now !== identity) return { file, how: now === null ? 'deleted' : 'replaced' };
    }
    return null;
  }

  private files(): readonly string[] {
    return [this.path, `${this.path}-wal`, `${this.path}-shm`];
  }
}

/** Device and inode; null if the file doesn't exist. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
