import { readFileSync } from 'node:fs';

/** The most messages in flight, plus other calls; more connections wouldn't help. */
const most = 232;
const least = 4;
/** File descriptors left for the database, the log, the listener, backups and name lookups. */
const forOthers = 40;

/** The most connections to the Bot API that leave enough file descriptors for everything else. */
export function mostConnections(openFiles = mostOpenFiles()): number {
  return Math.max(least, Math.min(most, openFiles - forOthers));
}

/** How many files the process may have open; infinite where there is no /proc to say so. */
function mostOpenFiles(): number {
  try {
    const soft = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return soft === undefined ? Infinity : Number(soft);
  } catch {
    return Infinity;
  }
}
