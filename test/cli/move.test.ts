import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { putFirstVersion } from '../store/first-version/first-version';
import { command, type CommandOptions } from './command';
import { engines, postgresDatabase, sqliteDatabase, type TestDatabase } from './databases';

const EX_USAGE = 64;
const EX_TEMPFAIL = 75;
const EX_CONFIG = 78;
/** The lock that a daemon holds. */
const leaderLock = 736_173_656_108;
const endsAMove = join(__dirname, 'preloads', 'ends-a-move.cjs');

const urlOf = ({ env }: TestDatabase) => String(env['DATABASE_URL']);
/** The address of another database on the same server. */
function beside(database: TestDatabase, name: string): string {
  const url = new URL(urlOf(database));
  url.pathname = `/${name}`;
  return url.href;
}

let source: TestDatabase;
beforeAll(async () => {
  source = await sqliteDatabase();
  await command(['migrate'], source);
  await source.run(`insert into people (id, telegram_id, name) values (1, 1, 'Anna'), (2, null, 'Ben')`);
});
afterAll(() => source.remove());

const moveFrom = ({ env }: TestDatabase, to: string, more: readonly string[] = [], options: CommandOptions = {}) =>
  command(['move', '--to', to, ...more], { ...options, env: { ...env, ...options.env } });

describe.each(engines)('a move to %s', (engine, fresh) => {
  let target: TestDatabase;
  beforeEach(async () => {
    target = await fresh();
    // The folder has to be there, the file need not.
    if (engine === 'SQLite') mkdirSync(join(target.folder, 'data'));
  });
  afterEach(() => target.remove());

  const move = (more: readonly string[] = [], options: CommandOptions = {}) =>
    moveFrom(source, urlOf(target), more, options);
  const names = (database: TestDatabase) => database.rows('select name from people order by id');

  test('says what it has moved, and refuses to move into the same database again', async () => {
    const moved = await move();
    expect(moved).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^Moved \d+ rows of \d+ tables from .*\n0 events of the history: all follow\..*\nPut (the new address|file:\S+) into/,
      ) as string,
    });
    expect(moved.stderr).toBe('copying …\nmaking indexes …\ncomparing …\nchecking the history …\n');
    expect(await names(target)).toEqual(await names(source));
    const { code, stderr } = await move();
    expect(code).toBe(EX_CONFIG);
    expect(stderr).toMatch(/is not empty: there are rows in people/);
    // Only half a move is started over.
    expect(await move(['--start-over'])).toMatchObject({ code: EX_CONFIG });
  });

  test('takes a database in which the tables are made already', async () => {
    await command(['migrate'], target);
    expect(await move()).toMatchObject({ code: 0 });
  });

  test.each(['SIGKILL', 'SIGTERM'])(
    'that %s has ended leaves a database which the bot refuses, and is started over',
    async (signal) => {
      const ended = await move([], { preloads: [endsAMove], env: { ENDS_BY: signal } });
      expect(ended.code).toBe(signal === 'SIGKILL' ? null : 1);
      if (signal !== 'SIGKILL') expect(ended.stderr).toMatch(/Interrupted\. .*--start-over\.\n$/);
      expect(await names(source)).toEqual([{ name: 'Anna' }, { name: 'Ben' }]);
      const refused = expect.stringMatching(/is half filled.*--start-over/) as string;
      expect(await move()).toMatchObject({ code: EX_CONFIG, stderr: refused });
      if (signal === 'SIGKILL') {
        for (const args of [[], ['export'], ['migrate'], ['backup'], ['verify'], ['forget', '1']])
          expect(await command(args, target)).toMatchObject({ code: EX_CONFIG, stderr: refused });
      }
      expect(await move(['--start-over'])).toMatchObject({ code: 0 });
      expect(await names(target)).toEqual(await names(source));
      expect(await command(['migrate'], target)).toMatchObject({ code: 0 });
    },
  );

  test('refuses a database with tables of another program', async () => {
    for (const table of ['people', 'another']) {
      await target.run(`create table ${table} (id integer)`);
      expect(await move()).toMatchObject({
        code: EX_CONFIG,
        stderr: expect.stringContaining(`has a table ${table} of another program`) as string,
      });
      await target.run(`drop table ${table}`);
    }
  });
});

test('a move into PostgreSQL refuses tables of another program in whatever schema, beside its own too, and minds none of an extension', async () => {
  const postgres = await postgresDatabase();
  try {
    await postgres.run('create schema other; create table other.kept (id integer)');
    expect(await moveFrom(source, urlOf(postgres))).toMatchObject({
      code: EX_CONFIG,
      stderr: expect.stringContaining('has a table other.kept of another program') as string,
    });
    // As an extension does that has a table of its own.
    await postgres.run('create extension hstore schema other; alter extension hstore add table other.kept');
    await command(['migrate'], postgres);
    await postgres.run('create table another (id integer)');
    expect(await moveFrom(source, urlOf(postgres))).toMatchObject({
      code: EX_CONFIG,
      stderr: expect.stringContaining('has a table another of another program') as string,
    });
    await postgres.run('drop table another');
    expect(await moveFrom(source, urlOf(postgres))).toMatchObject({ code: 0 });
  } finally {
    await postgres.remove();
  }
});

test('a move refuses a place that is not there, a wrong address and the same database, and shows no password', async () => {
  const postgres = await postgresDatabase();
  try {
    const absent = beside(postgres, 'not_there');
    for (const [to, code, said] of [
      [absent, EX_CONFIG, /database "not_there" does not exist\. Create that database.* in --to/],
      [`file:${join(source.folder, 'no', 'folder.db')}`, EX_CONFIG, /The folder .* does not exist\. Create it/],
      [urlOf(source), EX_CONFIG, /is the database that is to be moved/],
      ['-', EX_USAGE, /^--to - reads the address from stdin, and stdin was empty\. /],
      [`file:${source.folder}`, EX_CONFIG, /is a folder\. .*--to=file:/],
      ['mysql://root:hunter22hunter@localhost/x', EX_USAGE, /^--to must be file:PATH or postgres:/],
    ] as const) {
      const ended = await moveFrom(source, to);
      expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(said) as string });
      expect(ended.stderr).not.toMatch(/hunter22hunter|:password@/);
    }
    await command(['migrate'], postgres);
    expect(await moveFrom(postgres, urlOf(postgres))).toMatchObject({
      code: EX_CONFIG,
      stderr: expect.stringMatching(/is the database that is to be moved/) as string,
    });
    expect(existsSync(join(source.folder, 'no'))).toBe(false);
  } finally {
    await postgres.remove();
  }
});

test('a move takes a relative path from the current folder, and says what to put into DATABASE_URL', async () => {
  const { code, stdout } = await moveFrom(source, 'file:./copy.db', [], { cwd: source.folder });
  const file = join(realpathSync(source.folder), 'copy.db');
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`\nPut file:${file} into`) as string });
  expect(existsSync(file)).toBe(true);
});

test('a move waits for nobody: beside a daemon, on either side, it is refused', async () => {
  const postgres = await postgresDatabase();
  const file = `file:${join(source.folder, 'other.db')}`;
  // Holds what a daemon holds.
  const daemon = new Client(urlOf(postgres));
  try {
    await command(['migrate'], postgres);
    await daemon.connect();
    await daemon.query('select pg_advisory_lock($1)', [leaderLock]);
    for (const ended of [await moveFrom(source, urlOf(postgres)), await moveFrom(postgres, file)]) {
      expect(ended).toMatchObject({ code: EX_TEMPFAIL, stderr: expect.stringMatching(/is in use by/) as string });
    }
  } finally {
    await daemon.end();
    await postgres.remove();
  }
});

test('a move into PostgreSQL says what a user who may create nothing needs', async () => {
  const postgres = await postgresDatabase();
  const role = `poor_${new URL(urlOf(postgres)).pathname.slice(-8)}`;
  const url = new URL(urlOf(postgres));
  url.username = role;
  url.password = 'its-own-password';
  try {
    await postgres.run(
      `create role ${role} login password 'its-own-password'; revoke create on schema public from public`,
    );
    const ended = await moveFrom(source, url.href);
    expect(ended).toMatchObject({
      code: EX_CONFIG,
      stderr: expect.stringMatching(
        /does not let this user create tables .*Make it the owner of the database/,
      ) as string,
    });
    expect(ended.stderr).not.toContain('its-own-password');
  } finally {
    await postgres.run(`drop role if exists ${role}`);
    await postgres.remove();
  }
});

test('a move of a history that somebody has changed says so, and leaves a database which the bot refuses', async () => {
  const [changed, target] = [await sqliteDatabase(), await sqliteDatabase()];
  try {
    for (const { folder } of [changed, target]) mkdirSync(join(folder, 'data'));
    putFirstVersion({ dialect: 'sqlite', path: urlOf(changed).replace('file:', '') });
    await command(['migrate'], changed);
    await changed.run('drop trigger request_events_only_erased; update request_events set at = at + 1 where id = 3');
    const refused = expect.stringMatching(/changed the history: event 3 does not follow/) as string;
    expect(await moveFrom(changed, urlOf(target))).toMatchObject({ code: 1, stdout: '', stderr: refused });
    expect(await command([], target)).toMatchObject({ code: EX_CONFIG });
  } finally {
    await Promise.all([changed.remove(), target.remove()]);
  }
});
