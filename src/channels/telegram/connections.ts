import { readFileSync } from 'node:fs';

/** As many messages as are ever under way at once, and the rest: more are of no use. */
const most = 232;
const least = 4;
/** The database, the log, the listener, backups and lookups of names need descriptors, too. */
const forOthers = 40;

/** How many connections to the Bot API there may be, so that the process is never without descriptors for anything else. */
export function mostConnections(openFiles = mostOpenFiles()): number {
  return Math.max(least, Math.min(most, openFiles - forOthers));
}

/** How many files the process may have open; infinite where the system does not say so in the way of Linux. */
function mostOpenFiles(): number {
  try {
    const soft = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return soft === undefined ? Infinity : Number(soft);
  } catch {
    return Infinity;
  }
}
