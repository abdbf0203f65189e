import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../src/backup/backup';
import { readStatus } from '../../src/backup/status';
import type { DatabaseTarget } from '../../src/store/engine';
import { PostgresSnapshots } from '../../src/store/postgres/snapshot';
import { describePostgres, onServer } from '../store/engines';
import { describeWith } from '../programs';
import { BackupScene, openPeople } from './scene';

describePostgres('PostgreSQL’s own programs', (engine) => {
  let scene: BackupScene;
  let target: DatabaseTarget;
  beforeEach(async () => {
    scene = new BackupScene();
    target = await engine.freshTarget();
    await (await openPeople(engine, target)).close();
  });
  afterEach(() => scene.remove());

  const backUpWith = (path: string) => backUp(scene.settings(target), { ...scene.ports, environment: { PATH: path } });

  /** A folder for PATH with a program of that name. */
  function withProgram(name: string, script: string): string {
    const folder = join(scene.folder, 'programs');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), script);
    chmodSync(join(folder, name), 0o755);
    return folder;
  }

  test('are not started if the user may not create databases: the error says what a superuser has to do', async () => {
    const user = `nobody_${process.pid}`;
    const server = process.env['TEST_POSTGRES_URL'] ?? '';
    await onServer(server, `create role ${user} login password 'p'`);
    const url = new URL(target.dialect === 'postgres' ? target.url : '');
    url.username = user;
    url.password = 'p';
    const snapshots = new PostgresSnapshots(url.href, { PATH: process.env['PATH'] });
    try {
      await expect(snapshots.restore('/nowhere', '20261130t120000z', scene.ports.signal)).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringMatching(/ALTER ROLE "nobody_\d+" CREATEDB/) as string,
      });
    } finally {
      await onServer(server, `drop role ${user}`);
    }
  });

  test('that are missing are named together with their package, and count as a failure', async () => {
    await expect(backUpWith('/nowhere')).rejects.toMatchObject({
      code: 'program_missing',
      message: expect.stringMatching(/pg_dump is missing.*PATH.*postgresql-client/) as string,
    });
    expect(readStatus(scene.folder, scene.clock.at).lastFailure).toBe(scene.clock.at);
  });

  test('that are older than the server are refused, with the version that is needed', async () => {
    const folder = withProgram('pg_dump', '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.1"\n');
    await expect(backUpWith(folder)).rejects.toMatchObject({
      message: expect.stringMatching(
        /pg_dump has version 9, which is older than the server's 15.*postgresql-client-15/,
      ) as string,
    });
  });

  describeWith('pg_dump', 'pg_restore')('called for a backup', () => {
    test('get only the environment they need, and none of this program’s secrets', async () => {
      const seen = join(scene.folder, 'seen');
      const path = process.env['PATH'] ?? '';
      const folder = withProgram('pg_dump', `#!/bin/sh\nenv >> '${seen}'\nPATH='${path}' exec pg_dump "$@"\n`);
      const environment = {
        PATH: `${folder}:${path}`,
        PGSSLMODE: 'prefer',
        TELEGRAM_BOT_TOKEN: '1:secret',
        DATABASE_URL: 'postgres://secret',
        BACKUP_S3_SECRET_KEY: 'secret',
        CREDENTIALS_DIRECTORY: '/secret',
      };
      await backUp(scene.settings(target), { ...scene.ports, environment });
      const written = readFileSync(seen, 'utf8');
      expect(written).toMatch(/^PGSSLMODE=prefer$/m);
      expect(written).not.toContain('secret');
    });

    test('get the password by their environment, not by an argument or a file', async () => {
      const seen = join(scene.folder, 'seen');
      const path = process.env['PATH'] ?? '';
      const folder = withProgram(
        'pg_dump',
        `#!/bin/sh\nprintf '%s\\n' "$*" >> '${seen}'\n[ -n "$PGPASSWORD" ] && echo given >> '${seen}'\nPATH='${path}' exec pg_dump "$@"\n`,
      );
      const { backup } = await backUpWith(`${folder}:${path}`);
      const written = readFileSync(seen, 'utf8');
      expect(written).toContain('given');
      expect(written).not.toMatch(/password/i);
      expect(JSON.stringify(backup)).not.toMatch(/password/i);
    });
  });
});
