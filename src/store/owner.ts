import { chownSync, statSync } from 'node:fs';
import path from 'node:path';

const root = 0;

/** What root makes for a daemon that runs as somebody else becomes that one's, whose the folder is. */
export function giveToOwnerOfFolder(file: string): void {
  const { uid, gid } = statSync(path.dirname(file));
  // Whoever else makes a file in somebody's folder may not give it away, and need not.
  if (statSync(file).uid === root && uid !== root) chownSync(file, uid, gid);
}
