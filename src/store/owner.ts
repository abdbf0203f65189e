import { existsSync, lchownSync, lstatSync, mkdirSync, statSync, type Mode } from 'node:fs';
import path from 'node:path';
import { codeOf } from './errors';

const root = 0;

/** Files that root creates for a daemon with another user get the owner of their folder. */
export function giveToOwnerOfFolder(file: string): void {
  const { uid, gid } = statSync(path.dirname(file));
  // Only root may give files away, and only root needs to. A link would lead to another file.
  if (lstatSync(file).uid === root && uid !== root) lchownSync(file, uid, gid);
}

/**
 * Creates a folder and its missing ancestors. Not by mkdir's `recursive`, which never returns if the system answers ENOENT, as
 * /proc does (Node 20).
 */
export function makeFolder(folder: string, mode?: Mode): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
    giveToOwnerOfFolder(folder);
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
