import { existsSync, lchownSync, lstatSync, mkdirSync, statSync, type Mode } from 'node:fs';
import path from 'node:path';
import { codeOf } from './errors';

const root = 0;

/** What root makes for a daemon that runs as somebody else becomes that one's, whose the folder is. */
export function giveToOwnerOfFolder(file: string): void {
  const { uid, gid } = statSync(path.dirname(file));
  // Whoever else makes a file in somebody's folder may not give it away, and need not. A link would lead to another file.
  if (lstatSync(file).uid === root && uid !== root) lchownSync(file, uid, gid);
}

/**
 * Makes a folder and those above it, if they are not there. Not by mkdir's own `recursive`, which never comes back where the
 * system answers ENOENT, as /proc does (Node 20).
 */
export function makeFolder(folder: string, mode?: Mode): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
    giveToOwnerOfFolder(folder);
  } catch (error) {
    // Another process was first.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
