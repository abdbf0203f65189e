import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config/config';
import type { HttpAddress } from '../../observability/http/address';
import { reasonOf } from '../../observability/http/listen-error';
import { maintenanceOf } from '../../store/dialects';
import { createServer } from 'node:net';
import { counted } from '../counted';
import { ok, open, wrong, type Check, type Finding } from './finding';

const mebibyte = 1024 * 1024;
/** The log of a burst grows to 64 MiB and more; with less room than this a full disk is near. */
const leastFree = 256 * mebibyte;

/** What this machine has to give. */
export function machineChecks(config: Config): readonly Check[] {
  return [
    { subject: 'database', look: () => databaseFinding(config) },
    { subject: 'disk', look: () => diskFinding(config) },
    ...(config.log.file === null ? [] : [logFileCheck(config.log.file)]),
    ...(config.httpListen === null ? [] : [httpCheck(config.httpListen)]),
  ];
}

/** A daemon that runs on it meanwhile is no trouble. */
async function databaseFinding({ database }: Config): Promise<Finding> {
  const { applied, known, heldBy } = await maintenanceOf(database).inspect();
  const place = database.dialect === 'sqlite' ? `SQLite file ${database.path}` : 'PostgreSQL';
  if (database.dialect === 'sqlite') {
    for (const place of [database.path, path.dirname(database.path)].map(firstThatExists)) {
      if (!(await mayWrite(place)))
        return wrong(`this user may not write ${place}. Give it the right to, or set DATABASE_URL.`);
    }
  }
  const by = heldBy === null ? '' : `, in use by ${heldBy}`;
  if (applied === 0) return ok(`${place} is empty; the daemon makes its tables when it starts${by}`);
  if (applied < known)
    return ok(
      `${place} has ${applied} of ${counted(known, 'migration')}; the daemon adds the rest when it starts${by}`,
    );
  return ok(`${place} has all ${counted(known, 'migration')}${by}`);
}

async function diskFinding({ database }: Config): Promise<Finding> {
  if (database.dialect === 'postgres') return open('the data is on the PostgreSQL server; see that it has room there');
  const folder = firstThatExists(path.dirname(database.path));
  const { bavail, bsize, ffree, files } = await statfs(folder);
  const free = bavail * bsize;
  const said = `${Math.floor(free / mebibyte)} MiB free in ${folder}`;
  if (free < leastFree) {
    return wrong(`${said}, less than ${leastFree / mebibyte}. Make room: on a full disk the bot takes no requests.`);
  }
  // Some file systems make inodes as they go, and name none.
  if (files > 0 && ffree < 100) return wrong(`no inodes are left in ${folder}. Remove small files there.`);
  return ok(said);
}

function logFileCheck(file: string): Check {
  return {
    subject: 'log file',
    async look() {
      const place = existsSync(file) ? file : path.dirname(file);
      if (await mayWrite(place)) return ok(`${file} can be written`);
      return wrong(`this user can't write ${place}. Give it the right to, make the folder, or leave LOG_FILE out.`);
    },
  };
}

function httpCheck(place: HttpAddress): Check {
  const { host, port } = place;
  const written = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    subject: 'HTTP port',
    async look() {
      const trouble = await listenFor(place);
      if (trouble === null) return ok(`${written} is free`);
      if (trouble.code === 'EADDRINUSE' && (await daemonAnswers(written))) {
        return ok(`the daemon that runs has ${written}`);
      }
      return wrong(`HTTP_LISTEN, ${written}: ${reasonOf(trouble)}`);
    },
  };
}

/** Why the place can't be had; null: it can. */
function listenFor({ host, port }: HttpAddress): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** Whether whoever is there knows the way to the bot's health. */
async function daemonAnswers(written: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://${written}/healthz`, { signal: AbortSignal.timeout(5000) });
    return 'alive' in Object(await answer.json());
  } catch {
    return false;
  }
}

export const mayWrite = (place: string): Promise<boolean> =>
  access(place, constants.W_OK).then(
    () => true,
    () => false,
  );

/** The file or folder itself, or the nearest folder above it that is there: the daemon makes those between. */
export function firstThatExists(place: string): string {
  return existsSync(place) ? place : firstThatExists(path.dirname(place));
}
