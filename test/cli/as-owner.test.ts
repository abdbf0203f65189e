import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstStranger } from '../../src/cli/as-owner';
import { command, program } from './command';

const EX_CONFIG = 78;

/** Whoever the bot runs as, and who has been taken over. */
const bot = 65_534;

// Only root can become somebody else.
(process.getuid?.() === 0 ? describe : describe.skip)('root’s commands in the folder of another user', () => {
  let folder: string;
  let data: string;
  let backups: string;
  /** Root's, and nobody else's business. */
  let victim: string;
  const env = () => ({
    TELEGRAM_BOT_TOKEN: '123456789:a-token-that-is-never-used',
    ADMIN_TELEGRAM_ID: '11',
    DATABASE_URL: `file:${join(data, 'sosekni.db')}`,
    BACKUP_DIR: backups,
  });
  const run = (...args: readonly string[]) => command(args, { env: env() });
  /** Nothing but the link itself is the bot's. */
  const plant = (target: string, link: string) => {
    rmSync(link, { force: true });
    symlinkSync(target, link);
    lchownSync(link, bot, bot);
  };
  const ofOthers = () =>
    readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => lstatSync(join(data, name)).uid !== bot);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sosekni-as-owner-'));
    chmodSync(folder, 0o755);
    data = join(folder, 'data');
    backups = join(data, 'backups');
    mkdirSync(data, { mode: 0o700 });
    chownSync(data, bot, bot);
    victim = join(folder, 'victim');
    writeFileSync(victim, 'root’s own', { mode: 0o600 });
    expect(await run('migrate')).toMatchObject({ code: 0 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const untouched = () => {
    expect(readFileSync(victim, 'utf8')).toBe('root’s own');
    expect(statSync(victim)).toMatchObject({ uid: 0, mode: 0o100_600 });
    expect(readdirSync(folder).sort()).toEqual(['data', 'victim']);
  };

  test('leave no files that belong to root', async () => {
    for (const args of [['backup'], ['restore', '--drill'], ['restore', 'latest', '--yes'], ['export']])
      expect([args, await run(...args)]).toEqual([args, expect.objectContaining({ code: 0 })]);
    expect(readdirSync(backups).some((name) => name.endsWith('.gz'))).toBe(true);
    expect(ofOthers()).toEqual([]);
  });

  test.each(['.backup.holder', '.backup.lock', 'status.json'])(
    'do not write through a link: backups/%s',
    async (name) => {
      expect(await run('backup')).toMatchObject({ code: 0 });
      plant(victim, join(backups, name));
      await run('backup');
      await run('restore', '--drill');
      untouched();
    },
  );

  test.each(['sosekni.db', 'sosekni.db.lock', 'sosekni.db.holder', 'sosekni.db-wal', 'sosekni.db-journal'])(
    'do not write through a link: %s',
    async (name) => {
      expect(await run('backup')).toMatchObject({ code: 0 });
      plant(victim, join(data, name));
      await run('migrate');
      await run('backup');
      await run('restore', 'latest', '--yes');
      untouched();
    },
  );

  test('create no folder where a link leads', async () => {
    mkdirSync(join(folder, 'data', 'elsewhere'));
    chownSync(join(data, 'elsewhere'), bot, bot);
    plant(folder, backups);
    backups = join(data, 'backups', 'made');
    expect(await run('backup')).toMatchObject({ code: EX_CONFIG });
    untouched();
  });

  test('export into a folder of root’s, but follow no link that is not root’s', async () => {
    const file = join(folder, 'requests.csv');
    expect(await run('export', '--output', file)).toMatchObject({ code: 0 });
    expect(statSync(file)).toMatchObject({ uid: 0, mode: 0o100_600 });
    rmSync(file);
    plant(folder, join(data, 'link'));
    expect(await run('export', '--output', join(data, 'link', 'requests.csv'))).toMatchObject({ code: 1 });
    untouched();
    rmSync(join(data, 'link'));
    expect(await run('export', '--output', join(data, 'requests.csv'))).toMatchObject({ code: 0 });
    expect(ofOthers()).toEqual([]);
  });

  test('run with that user’s group alone', async () => {
    const group = join(folder, 'of-the-group');
    writeFileSync(group, 'root’s group’s', { mode: 0o640 });
    plant(group, join(data, 'sosekni.db'));
    const { code, stderr } = await run('export');
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/unable to open/);
    rmSync(group);
  });

  test('say what to do if root owns the database inside that user’s folder', async () => {
    chownSync(join(data, 'sosekni.db'), 0, 0);
    expect(await run('backup')).toMatchObject({
      code: 78,
      stderr: expect.stringContaining(`chown --no-dereference ${bot}:${bot} ${join(data, 'sosekni.db')}`) as string,
    });
    // The daemon has become who it is already: its own backup is its as well.
    expect(await run('backup', '--by-daemon')).toMatchObject({ code: 0 });
  });

  test('say what to do if that user can’t reach the data', async () => {
    chmodSync(folder, 0o700);
    expect(await run('backup')).toMatchObject({ code: 78, stderr: expect.stringMatching(/can't enter/) as string });
  });

  test('run by that user directly work as before', () => {
    const { status } = spawnSync(process.execPath, [program, 'backup'], {
      env: { PATH: process.env['PATH'], ...env() },
      uid: bot,
      gid: bot,
    });
    expect(status).toBe(0);
    expect(existsSync(backups)).toBe(true);
  });

  test('check the whole path: the owner of the first folder or link that is not root’s counts', () => {
    expect(firstStranger('/usr/bin/env')).toBeNull();
    expect(firstStranger(join(folder, 'not', 'there'))).toBeNull();
    expect(firstStranger(join(data, 'not', 'there'))).toMatchObject({ uid: bot, at: data });
    symlinkSync(data, join(folder, 'link'));
    expect(firstStranger(join(folder, 'link', 'sosekni.db'))).toMatchObject({ uid: bot, at: data });
    lchownSync(join(folder, 'link'), 7, 7);
    expect(firstStranger(join(folder, 'link', 'sosekni.db'))).toMatchObject({ uid: 7 });
    symlinkSync('loop', join(folder, 'loop'));
    expect(() => firstStranger(join(folder, 'loop'))).toThrow(/too many symbolic links/);
  });
});
