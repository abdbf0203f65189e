import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../programs';
import { command } from '../cli/command';
import { newcomer, asks, saying } from './scenes';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { listening, samplesUntil } from './watcher';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const did = (action: string) => (line: LogLine) => line['event.action'] === action;
const everySecond = '* * * * * *';

let world: World;
afterEach(() => world.close());

const inFolder = () => readdirSync(join(world.folder, 'backups')).filter((name) => name.endsWith('.gz'));

/** Runs a command on the world's database. */
const run = (args: readonly string[]) => command(args, { env: world.settings() });

test('the daemon makes backups on schedule while people write; each can be restored, and nobody waits', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris], env: { BACKUP_SCHEDULE: everySecond } });
  await world.daemon.logged(did('backup'));
  const early = world.daemon.log.filter(did('backup')).length;
  for (let count = 0; count < 30; count += 1) await asks(newcomer(world));
  await world.daemon.logged(() => world.daemon.log.filter(did('backup')).length >= early + 2);
  const tried = await run(['restore', '--drill']);
  expect(tried).toMatchObject({ code: 0, stderr: '' });
  expect(tried.stdout).toMatch(/can be restored/);
  expect(world.daemon.log.filter(did('backup_failed'))).toEqual([]);
});

test('the metrics have the age and the size of the newest backup, and the age of the last drill', async () => {
  const env = { ...listening, BACKUP_SCHEDULE: everySecond };
  world = await startWorld({ engine: 'sqlite', admins: [boris], env });
  const made = await samplesUntil(world.daemon, (samples) => samples.has('sosekni_backup_age_seconds'));
  expect(made.get('sosekni_backup_age_seconds')).toBeLessThan(60);
  expect(made.get('sosekni_backup_size_bytes')).toBeGreaterThan(1000);
  expect(made.get('sosekni_backup_max_age_seconds')).toBe(2);
  expect(made.get('sosekni_backup_failing')).toBe(0);
  expect(made.has('sosekni_backup_drill_age_seconds')).toBe(false);

  let drilled = await run(['restore', '--drill']);
  // A backup that is being made just then keeps it away.
  while (drilled.code === 75) drilled = await run(['restore', '--drill']);
  expect(drilled).toMatchObject({ code: 0 });
  const after = await samplesUntil(world.daemon, (samples) => samples.has('sosekni_backup_drill_age_seconds'));
  expect(after.get('sosekni_backup_drill_age_seconds')).toBeLessThan(60);
});

test('the metrics show failing backups, and nothing if no backups are expected', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris], env: listening });
  const idle = await samplesUntil(world.daemon, (samples) => samples.has('sosekni_backup_failing'));
  expect(idle.get('sosekni_backup_failing')).toBe(0);
  expect([...idle.keys()].filter((name) => name.startsWith('sosekni_backup'))).toEqual(['sosekni_backup_failing']);
  await world.daemon.stop();
  // A file is no folder, for root as well.
  writeFileSync(join(world.folder, 'backups'), '');
  await world.restart({ env: { ...listening, BACKUP_SCHEDULE: '17 3 * * *' } });
  const failing = await samplesUntil(world.daemon, (samples) => samples.has('sosekni_backup_failing'));
  expect(failing.get('sosekni_backup_failing')).toBe(1);
  expect(failing.get('sosekni_backup_max_age_seconds')).toBe(2 * 86_400);
  expect(failing.has('sosekni_backup_age_seconds')).toBe(false);
});

test('admins are told of a failed backup once, even across a restart, and again when one succeeds', async () => {
  const file = () => join(world.folder, 'backups');
  world = await startWorld({ engine: 'sqlite', admins: [boris] });
  const [admin] = world.admins;
  if (admin === undefined) throw new Error('there is an admin');
  await world.daemon.stop();
  // A file is no folder, for root as well.
  writeFileSync(file(), '');
  const daily = { env: { BACKUP_SCHEDULE: '17 3 * * *' } };
  const failing = await world.restart(daily);
  await admin.sees(saying('backup of my data failed', 'There’s no good backup'));
  expect(JSON.stringify(failing.log.filter(did('backup_failed')))).toContain('BACKUP_DIR');
  await failing.stop();
  const again = await world.restart(daily);
  await again.logged(did('backup_failed'));
  await asks(newcomer(world));
  await world.settled();
  expect(admin.chat.messages.filter(saying('backup of my data failed'))).toHaveLength(1);

  await again.stop();
  rmSync(file());
  await world.restart(daily);
  await admin.sees(saying('Backups work again'));
  expect(inFolder()).toHaveLength(1);
});

test('admins are told when nobody makes backups any more', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris] });
  const [admin] = world.admins;
  if (admin === undefined) throw new Error('there is an admin');
  expect(await run(['backup'])).toMatchObject({ code: 0 });
  await world.daemon.stop();
  await world.restart({ env: { BACKUP_MAX_AGE: '1ms' } });
  await admin.sees(saying('no backup of my data for too long', 'The newest good backup is from'));
});

test('admins and the log are told that the bucket is unreachable, without its keys', async () => {
  const keys = { BACKUP_S3_ACCESS_KEY: 'access-key-of-nobody', BACKUP_S3_SECRET_KEY: 'secret-key-of-nobody' };
  // Nobody listens on port 1.
  const bucket = { BACKUP_S3_URL: 'http://127.0.0.1:1/bots/sosekni', BACKUP_SCHEDULE: '17 3 * * *', ...keys };
  world = await startWorld({ engine: 'sqlite', admins: [boris], env: { ...bucket, LOG_LEVEL: 'debug' } });
  const [admin] = world.admins;
  await admin?.sees(saying('backup of my data failed', 'The newest good backup is from'));
  const { 'labels.said': said } = await world.daemon.logged(did('backup_failed'));
  expect(said).toMatch(/bucket at http:\/\/127\.0\.0\.1:1\/bots\/sosekni\/ .*ECONNREFUSED/);
  const written = [JSON.stringify(world.daemon.log), ...world.daemon.stray, world.daemon.stderr].join('\n');
  for (const key of Object.values(keys)) expect(written).not.toContain(key);
});

describeWith('pg_dump', 'pg_restore')('on PostgreSQL', () => {
  test('neither the backup process nor pg_dump has the token in its environment', async () => {
    const programs = mkdtempSync(join(tmpdir(), 'sosekni-programs-'));
    const seen = join(programs, 'seen');
    const path = process.env['PATH'] ?? '';
    writeFileSync(
      join(programs, 'pg_dump'),
      `#!/bin/sh\n{ tr '\\0' '\\n' </proc/$PPID/environ; env; } >>'${seen}'\nPATH='${path}' exec pg_dump "$@"\n`,
      { mode: 0o755 },
    );
    try {
      world = await startWorld({
        engine: 'postgres',
        admins: [boris],
        env: { BACKUP_SCHEDULE: everySecond, TELEGRAM_PROXY: 'off', PATH: `${programs}:${path}` },
      });
      await world.daemon.logged(did('backup'));
      const written = readFileSync(seen, 'utf8');
      expect(written).toMatch(/^BACKUP_SCHEDULE=/m);
      expect(written).not.toContain(world.double.token);
      expect(written).not.toMatch(/^TELEGRAM_PROXY=/m);
    } finally {
      rmSync(programs, { recursive: true });
    }
  });

  test('only the active daemon makes backups, and its password is in no log line', async () => {
    world = await startWorld({ engine: 'postgres', admins: [boris], env: { BACKUP_SCHEDULE: everySecond } });
    const standby = world.launch({ env: { BACKUP_DIR: join(world.folder, 'of the standby') } });
    await standby.logged(did('standing_by'));
    await world.daemon.logged(did('backup'));
    await asks(newcomer(world));
    expect(await run(['restore', '--drill'])).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(world.folder, 'of the standby'))).toBe(false);
    await standby.kill();
    const { password } = new URL(world.databaseUrl);
    expect([JSON.stringify(world.daemon.log), ...world.daemon.stray].join('\n')).not.toContain(`:${password}@`);
    expect(world.daemon.log.filter(did('backup_failed'))).toEqual([]);
  });
});

test('restore refuses while the daemon is running and names it, and the daemon goes on', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris] });
  await asks(newcomer(world));
  expect(await run(['backup'])).toMatchObject({ code: 0, stderr: '' });
  const refused = await run(['restore', 'latest', '--yes']);
  expect(refused).toMatchObject({ code: 75, stdout: '' });
  expect(refused.stderr).toContain(`process ${world.daemon.pid}`);
  await asks(newcomer(world));
});

test('a restore undoes decisions made after the backup, and the daemon starts on the restored data', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris] });
  await asks(newcomer(world));
  await world.settled();
  expect(await run(['backup'])).toMatchObject({ code: 0 });
  await asks(newcomer(world));
  await world.settled();
  await world.daemon.stop();
  const restored = await run(['restore', 'latest', '--yes']);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toMatch(/Kept the old data as .*sosekni\.db\.before-/);
  await world.restart();
  expect(await world.rows('SELECT count(*) AS requests FROM requests')).toEqual([{ requests: 1 }]);
  expect(await asks(newcomer(world))).toBe(2);
});

test('a restore without a terminal requires --yes', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris] });
  await run(['backup']);
  const asked = await run(['restore', 'latest']);
  expect(asked).toMatchObject({ code: 64, stdout: '' });
  expect(asked.stderr).toContain('--yes');
});

test('a full disk leaves no partial backup, and the error says what to do', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris] });
  await asks(newcomer(world));
  mkdirSync(join(world.folder, 'backups'));
  // No file of the command may grow above 32 KiB: the kernel refuses what goes beyond, as on a full disk.
  const limited = spawn(
    'sh',
    ['-c', `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`, process.execPath, mainFile, 'backup'],
    {
      env: { PATH: process.env['PATH'], ...world.settings() },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let errors = '';
  limited.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const code = await new Promise((resolve) => limited.on('close', resolve));
  expect({ code: code !== 0, errors }).toEqual({
    code: true,
    errors: expect.stringMatching(/disk is not full/) as string,
  });
  const left = readdirSync(join(world.folder, 'backups')).filter(
    (name) => !/^(\.backup\.\w+|status\.json)$/.test(name),
  );
  expect(left).toEqual([]);
});

const mainFile = join(__dirname, '..', '..', 'dist', 'main.js');
