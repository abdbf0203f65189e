import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';

/** A lock on a file itself, by whatever name it was opened; or why there is none. */
export type FileLock =
  | { readonly got: 'lock'; release(): void }
  | { readonly got: 'held_by_another' }
  | { readonly got: 'nothing'; readonly why: string };

const programs = ['/usr/bin/flock', '/bin/flock', '/usr/local/bin/flock'];

/**
 * Takes flock(2) on a file. Node can't, so the program flock(1) does it on a descriptor of ours: the lock belongs to what
 * both have open, and so it stays when the program has ended, and ends with our process. It stands beside SQLite's own
 * locks, which are of another kind; but closing the descriptor lets go of those too, so `release` comes after SQLite has
 * closed the file. Throws what opening the file and starting the program throw.
 */
export function lockFile(file: string): FileLock {
  const program = programs.find((each) => existsSync(each));
  if (program === undefined) return { got: 'nothing', why: 'there is no program flock (of util-linux)' };
  const descriptor = openSync(file, 'r');
  try {
    const { status, stderr, error } = spawnSync(program, ['-n', '-x', '3'], {
      stdio: ['ignore', 'ignore', 'pipe', descriptor],
      env: {},
      timeout: 10_000,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    if (status === 0) return { got: 'lock', release: () => closeSync(descriptor) };
    closeSync(descriptor);
    return status === 1 ? { got: 'held_by_another' } : { got: 'nothing', why: `${program} says: ${stderr.trim()}` };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}
