import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';

/** A lock on the file itself, whatever name it was opened by; or why there is none. */
export type FileLock =
  | { readonly got: 'lock'; release(): void }
  | { readonly got: 'held_by_another' }
  | { readonly got: 'nothing'; readonly why: string };

const programs = ['/usr/bin/flock', '/bin/flock', '/usr/local/bin/flock'];

/**
 * Takes flock(2) on a file. Node can't, so the program flock(1) does it on our descriptor. The lock belongs to the open file that
 * both share: it stays when the program ends, and ends with our process. It is independent of SQLite's locks, but closing the
 * descriptor would release those too, so call `release` after SQLite has closed the file. Throws if the file can't be opened or
 * the program can't be started.
 */
export function lockFile(file: string): FileLock {
  const program = programs.find((each) => existsSync(each));
  if (program === undefined) return { got: 'nothing', why: 'the program flock (of util-linux) is missing' };
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
