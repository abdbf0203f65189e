import { readFileSync, statSync } from 'node:fs';
import { codeOf, StoreError } from '../errors';

// A path is only a name. What counts is the file behind it: SQLite keeps its log beside the name it was opened by, so a file
// with two names loses what stands in the other log, and one that is deleted goes on being written to until nobody has it.

/** Throws `second_name` where the file has other names, or is mounted by itself: its log would not be where others look for it. */
export function refuseSecondName(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return;
  if (found.nlink > 1) {
    throw new StoreError(
      'second_name',
      `${file} has ${found.nlink} names (hard links), and SQLite keeps a log for each: changes would be lost. Keep one of them: find / -xdev -samefile ${file}`,
    );
  }
  if (isMountPoint(file)) {
    throw new StoreError(
      'second_name',
      `${file} is mounted as a single file, so its log would not lie beside it where it comes from: changes would be lost. Mount the folder it is in.`,
    );
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html: the fifth field, with four characters as octal numbers. */
function isMountPoint(file: string): boolean {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .some((line) => unescaped(line.split(' ')[4] ?? '') === file);
  } catch (error) {
    // Not Linux, or a /proc that hides it.
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

  /** The database is open, and has been read, so that its log is there. */
  constructor(private readonly path: string) {
    for (const file of this.files()) {
      const identity = identityOf(file);
      if (identity !== null) this.known.set(file, identity);
    }
  }

  /** The first of them that is not what it was; null: all are. Costs a few microseconds. */
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

/** Device and inode; null: there is no such file. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
