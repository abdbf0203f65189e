import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld } from '../e2e/world';
import { command } from './command';
import { engines, type TestDatabase } from './databases';

const EX_TEMPFAIL = 75;
const EX_CONFIG = 78;
const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };

describe.each(engines)('migrate, on %s', (engine, fresh) => {
  const migrations = engine === 'SQLite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations';
  let database: TestDatabase;
  beforeEach(async () => {
    database = await fresh();
  });
  afterEach(() => database.remove());

  test('creates the database, and has nothing to do the second time', async () => {
    const { env } = database;
    expect(await command(['migrate'], { env })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Created the database with \d+ migrations\.\n$/) as string,
      stderr: '',
    });
    expect(await database.rows('select * from requests')).toEqual([]);
    expect(await command(['migrate'], { env })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing to do/) as string,
      stderr: '',
    });
  });

  test('refuses a database of a newer version and leaves it as it is', async () => {
    await command(['migrate'], database);
    await database.run(`insert into ${migrations} (hash, created_at) values ('from the future', 9000000000000)`);
    const before = await database.rows(`select * from ${migrations}`);
    const { code, stderr } = await command(['migrate'], database);
    expect({ code, stderr }).toMatchObject({ code: EX_CONFIG, stderr: expect.stringContaining('newer') as string });
    expect(await database.rows(`select * from ${migrations}`)).toEqual(before);
  });
});

describe.each(['sqlite', 'postgres'] as const)('migrate beside a daemon, on %s', (engine) => {
  test('has nothing to do if the schema is current, and refuses to change it under the daemon if it is not', async () => {
    const world = await startWorld({ engine, admins: [boris] });
    try {
      const env = {
        TELEGRAM_BOT_TOKEN: world.double.token,
        ADMIN_TELEGRAM_ID: '11',
        DATABASE_URL: world.databaseUrl,
      };
      expect(await command(['migrate'], { env })).toMatchObject({ code: 0, stderr: '' });
      // The last migration, as if this version had brought it.
      const migrations = engine === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations';
      await world.change(`DELETE FROM ${migrations} WHERE created_at = (SELECT max(created_at) FROM ${migrations})`);
      const { code, stderr } = await command(['migrate'], { env });
      expect(code).toBe(EX_TEMPFAIL);
      expect(stderr).toContain(`process ${world.daemon.pid}`);
      expect(world.daemon.log.some((line) => line['event.action'] === 'lock_lost')).toBe(false);
    } finally {
      await world.end();
    }
  });
});

test('a folder, or a name below a file, is no database to any command, and makes the same exit code', async () => {
  const [[, fresh]] = engines;
  const database = await fresh();
  try {
    const [folder, below] = [`file:${database.folder}`, `file:${__filename}/sosekni.db`];
    const ended = (url: string) =>
      Promise.all(
        [[], ['migrate'], ['backup']].map((args) =>
          command(args, { env: { ...database.env, DATABASE_URL: url, BACKUP_DIR: join(database.folder, 'backups') } }),
        ),
      );
    for (const [url, said] of [
      [folder, /is a folder\. .*DATABASE_URL=file:.*\/sosekni\.db$/m],
      [below, /DATABASE_URL/],
    ] as const) {
      for (const each of await ended(url))
        expect(each).toMatchObject({ code: EX_CONFIG, stderr: expect.stringMatching(said) as string });
    }
    expect(existsSync(`${database.folder}.lock`)).toBe(false);
  } finally {
    await database.remove();
  }
});

test('neither --help nor a wrong setting touches a database', async () => {
  const [[, fresh]] = engines;
  const database = await fresh();
  try {
    await command(['migrate', '--help'], database);
    const { code } = await command(['migrate'], { env: { ...database.env, REQUEST_TTL: '1w' } });
    expect(code).toBe(EX_CONFIG);
    expect(existsSync(join(database.folder, 'data'))).toBe(false);
  } finally {
    await database.remove();
  }
});
