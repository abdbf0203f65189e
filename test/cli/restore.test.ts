import { join } from 'node:path';
import { Folder } from '../../src/backup/folder';
import { heldLine } from '../../src/backup/process';
import { command } from './command';
import { sqliteDatabase, type TestDatabase } from './databases';

const EX_USAGE = 64;
const EX_TEMPFAIL = 75;
const EX_CONFIG = 78;

describe('restore', () => {
  let database: TestDatabase;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    database = await sqliteDatabase();
    env = { ...database.env, BACKUP_DIR: join(database.folder, 'backups') };
    await command(['migrate'], { env });
    const { at } = database;
    await database.run(`
      insert into people (id, name) values (1, 'Anna');
      insert into requests (client_id, message, status, round, submitted_at, expires_at, appeal_count)
        values (1, 'Hello', 'expired', 1, ${at('2026-01-01T00:00:00Z')}, ${at('2026-01-08T00:00:00Z')}, 0);
    `);
    await command(['backup'], { env });
  });
  afterAll(() => database.remove());

  test('counts one request as one', async () => {
    const { stdout } = await command(['restore'], { env });
    expect(stdout).toMatch(/sosekni-.*\.db\.gz .* bytes {2}1 request\n/);
  });

  test('says that there is no backup with that name before it asks for a terminal', async () => {
    const { code, stdout, stderr } = await command(['restore', 'nope'], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^There is no whole backup named nope in /);
  });

  test('ends as with any wrong setting where there is no bucket or the folder is none, and so does backup', async () => {
    expect(await command(['restore', '--from', 's3'], { env })).toEqual({
      code: EX_CONFIG,
      stdout: '',
      stderr: 'There is no bucket: BACKUP_S3_URL is not set.\n',
    });
    const wrong = { env: { ...env, BACKUP_DIR: __filename } };
    for (const args of [['backup'], ['restore']])
      expect(await command(args, wrong)).toMatchObject({
        code: EX_CONFIG,
        stderr: expect.stringContaining('BACKUP_DIR') as string,
      });
  });

  test('a backup beside another ends with 75, and says so to the daemon that started it', async () => {
    const release = await new Folder(env['BACKUP_DIR'] ?? '').hold(Date.now());
    try {
      const [byHand, byDaemon] = await Promise.all(
        [['backup'], ['backup', '--by-daemon']].map((args) => command(args, { env })),
      );
      expect(byHand).toMatchObject({
        code: EX_TEMPFAIL,
        stdout: '',
        stderr: expect.stringContaining('is in use by') as string,
      });
      expect(byDaemon).toMatchObject({ code: EX_TEMPFAIL, stdout: `${heldLine}\n` });
    } finally {
      release();
    }
  });

  test('asks before it replaces, so it needs a terminal or --yes', async () => {
    const { code, stderr } = await command(['restore', 'latest'], { env });
    expect({ code, stderr }).toEqual({
      code: EX_USAGE,
      stderr: 'There is no terminal to ask for confirmation. To replace the database without asking, add --yes.\n',
    });
  });
});
