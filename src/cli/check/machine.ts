import { constants, existsSync, statSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config, WebSettings } from '../../config/config';
import type { ListenAddress } from '../../network/listen-address';
import { whyNotListening } from '../../network/listen-error';
import { maintenanceOf } from '../../store/dialects';
import type { SlowFind } from '../../store/postgres/trigrams';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { counted } from '../counted';
import { doubtful, ok, open, wrong, type Check, type Finding } from './finding';

const mebibyte = 1024 * 1024;
/** A burst can grow the WAL to 64 MiB and more; below this the disk may soon be full. */
const leastFree = 256 * mebibyte;

/** The checks of this machine: database, disk, log file and port. */
export function machineChecks(config: Config): readonly Check[] {
  return [
    { subject: 'database', look: () => databaseFinding(config) },
    { subject: 'disk', look: () => diskFinding(config) },
    ...(config.log.file === null ? [] : [logFileCheck(config.log.file)]),
    ...(config.httpListen === null
      ? []
      : [portCheck(config, 'HTTP port', 'HTTP_LISTEN', config.httpListen, healthOfDaemon)]),
    ...(config.web === null
      ? []
      : [portCheck(config, 'desk port', 'WEB_LISTEN', config.web.listen, deskOfDaemon(config.web))]),
  ];
}

/** A daemon may be using it meanwhile. */
async function databaseFinding({ database }: Config): Promise<Finding> {
  const { applied, known, heldBy, slowFind, rewriteDue } = await maintenanceOf(database).inspect();
  const place = database.dialect === 'sqlite' ? `SQLite file ${database.path}` : 'PostgreSQL';
  if (database.dialect === 'sqlite') {
    for (const place of [database.path, path.dirname(database.path)].map(firstThatExists)) {
      if (!(await mayWrite(place)))
        return wrong(`this user can't write to ${place}. Grant the permission, or set DATABASE_URL.`);
    }
    const folder = firstThatExists(path.dirname(database.path));
    if (!isFolder(folder)) return wrong(`${folder} is no folder, so ${database.path} can't be made. Set DATABASE_URL.`);
  }
  const by = heldBy === null ? '' : `, in use by ${heldBy}`;
  if (database.dialect === 'sqlite' && !existsSync(database.path))
    return ok(`${place} doesn't exist yet; the daemon creates it on start`);
  if (applied === 0) return ok(`${place} is empty; the daemon creates its tables on start${by}`);
  if (applied < known)
    return ok(`${place} has ${applied} of ${counted(known, 'migration')}; the daemon applies the rest on start${by}`);
  const all = `${place} has all ${counted(known, 'migration')}${by}`;
  if (rewriteDue)
    return ok(`${all}; traces of what was erased may be left in it until the bot writes it anew, in a quiet moment`);
  return slowFind === null ? ok(all) : doubtful(`${all}; ${howToSpeedUp(slowFind)}`);
}

function howToSpeedUp({ lacks }: SlowFind): string {
  switch (lacks) {
    case 'extension':
      return 'with many requests /find will be slow, since the extension pg_trgm is missing. Install it on the server (Debian: it is part of the package postgresql), run in this database, as its owner or a superuser: CREATE EXTENSION pg_trgm; then restart the bot.';
    case 'letters':
      return 'with many requests /find will be slow for words with letters beyond ASCII, since the locale of this database is C. Create a database with LC_CTYPE C.UTF-8 or another of UTF-8, and restore a backup into it.';
  }
}

async function diskFinding({ database }: Config): Promise<Finding> {
  if (database.dialect === 'postgres') return open('the data is on the PostgreSQL server; check the free space there');
  const folder = firstThatExists(path.dirname(database.path));
  const { bavail, bsize, ffree, files } = await statfs(folder);
  const free = bavail * bsize;
  const said = `${Math.floor(free / mebibyte)} MiB free in ${folder}`;
  if (free < leastFree) {
    return wrong(
      `${said}, less than ${leastFree / mebibyte}. Free some space: on a full disk the bot can't take requests.`,
    );
  }
  // Some file systems create inodes on demand and report none.
  if (files > 0 && ffree < 100) return wrong(`${folder} has no inodes left. Remove some files there.`);
  return ok(said);
}

function logFileCheck(file: string): Check {
  return {
    subject: 'log file',
    async look() {
      if (isFolder(file))
        return wrong(`${file} is a folder. Name a file in it: LOG_FILE=${path.join(file, 'bot.log')}`);
      const place = existsSync(file) ? file : path.dirname(file);
      if ((await mayWrite(place)) && (place === file || isFolder(place))) return ok(`${file} is writable`);
      return wrong(`this user can't write to ${place}. Grant the permission, create the folder, or remove LOG_FILE.`);
    },
  };
}

function portCheck(
  config: Config,
  subject: string,
  setting: string,
  place: ListenAddress,
  daemonAnswers: (written: string) => Promise<boolean>,
): Check {
  const { host, port } = place;
  const written = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    subject,
    async look() {
      const trouble = await listenFor(place);
      if (trouble === null) return ok(`${written} is free`);
      if (trouble.code === 'EADDRINUSE' && (await daemonAnswers(written))) {
        if (await isDatabaseFree(config)) {
          return open(
            `${setting}, ${written}: a sosekni-bot with another database is listening there. Stop it before this one starts, or choose another port.`,
          );
        }
        return ok(`the running daemon uses ${written}`);
      }
      return wrong(`${setting}, ${written}: ${whyNotListening(trouble)}`);
    },
  };
}

/** Whether no daemon acts on the database, so that one that answers has another. Where it can't be asked, its own check says so. */
async function isDatabaseFree({ database }: Config): Promise<boolean> {
  try {
    return (await maintenanceOf(database).inspect()).heldBy === null;
  } catch {
    return false;
  }
}

/** Why the port can't be used; null if it can. */
function listenFor({ host, port }: ListenAddress): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** Whether a bot's health endpoint answers there. */
async function healthOfDaemon(written: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://${written}/healthz`, { signal: AbortSignal.timeout(5000) });
    return 'alive' in Object(await answer.json());
  } catch {
    return false;
  }
}

/** Whether a bot's desk answers there, which says so of its API. */
const deskOfDaemon =
  ({ publicUrl }: WebSettings) =>
  async (written: string): Promise<boolean> => {
    const [host = '', port] = written.split(/:(?=\d+$)/);
    const headers = { host: new URL(publicUrl).host };
    return new Promise((resolve) => {
      const asked = get({ host: host.replace(/[[\]]/g, ''), port, path: '/openapi.json', headers, timeout: 5000 });
      asked.once('response', (answer) => {
        text(answer).then(
          (document) => resolve(document.includes('"title":"The admins’ desk"')),
          () => resolve(false),
        );
      });
      asked.once('timeout', () => asked.destroy());
      asked.once('error', () => resolve(false));
    });
  };

export const mayWrite = (place: string): Promise<boolean> =>
  access(place, constants.W_OK).then(
    () => true,
    () => false,
  );

export const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();

/** The file or folder itself, or its nearest ancestor that exists: the daemon creates the folders in between. */
export function firstThatExists(place: string): string {
  return existsSync(place) ? place : firstThatExists(path.dirname(place));
}
