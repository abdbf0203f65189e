import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Progress } from '../../src/cli/progress';
import { csv } from '../../src/export/formats';
import { command, program } from './command';
import { engines, sqliteDatabase, type TestDatabase } from './databases';

const EX_USAGE = 64;
const EX_CONFIG = 78;

/** The cells of each line, as RFC 4180 writes them. */
function parseCsv(text: string): string[][] {
  return [...text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g)].map(
    ([, line = '']) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
  );
}

const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .slice(0, -1)
    // The boundary to JSON: the tests say what is in it.
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** What a spreadsheet would do something with, and what CSV has to quote. */
const hostile = `=HYPERLINK("http://evil","click"), "quoted"\nand a line`;

describe.each(engines)('export, on %s', (_engine, fresh) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await fresh();
    await command(['migrate'], database);
    const { at } = database;
    const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
    await database.run(`
      insert into people (id, telegram_id, name, username) values
        (4503599627370497, 7000000001, 'Анна', 'anna'), (7000000002, 7000000002, '@boris', null),
        (4503599627370498, 11, 'Admin', 'admin');
      insert into requests (client_id, message, status, round, submitted_at, expires_at, reviewed_by, decided_at, reason,
        appeal_count, votes) values
        (4503599627370497, ${literal(hostile)}, 'rejected', 1, ${at('2026-01-01T00:00:00Z')}, ${at('2026-01-08T00:00:00Z')},
          4503599627370498, ${at('2026-01-02T03:04:05.678Z')}, '-1', 0, null),
        (7000000002, 'me too', 'expired', 1, ${at('2026-01-02T00:00:00Z')}, ${at('2026-01-09T00:00:00Z')},
          null, null, null, 0, null),
        (7000000002, 'again', 'pending', 1, ${at('2026-01-10T00:00:00Z')}, ${at('2026-01-17T00:00:00Z')},
          null, null, null, 0, '[{"by":4503599627370498,"at":1}]');
      insert into request_events (request_id, event, from_status, to_status, actor_id, at, reason, update_id, message,
        round, digest) values
        (1, 'submit', null, 'pending', 4503599627370497, ${at('2026-01-01T00:00:00Z')}, null, 5, ${literal(hostile)}, 1, 'none'),
        (1, 'reject', 'pending', 'rejected', 4503599627370498, ${at('2026-01-02T03:04:05.678Z')}, '-1', 6, ${literal(hostile)}, 1, 'none'),
        (2, 'expire', 'pending', 'expired', null, ${at('2026-01-09T00:00:00Z')}, null, null, 'me too', 1, 'none');
      insert into request_notes (request_id, author_id, at, text) values
        (3, 4503599627370498, ${at('2026-01-11T00:00:00Z')}, 'Anna’s sister'),
        (3, 4503599627370498, ${at('2026-01-12T00:00:00Z')}, 'ask Clara');
    `);
  });
  afterAll(() => database.remove());

  const exported = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await command(['export', ...args], database);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  const ids = async (...args: readonly string[]) =>
    jsonLines(await exported('--format', 'jsonl', ...args)).map(({ id }) => id);

  test('writes each request as a line of JSON, with its text as written and people by their Telegram IDs', async () => {
    const [first, second, third] = jsonLines(await exported('requests', '--format', 'jsonl'));
    expect(first).toEqual({
      id: 1,
      status: 'rejected',
      client_id: 7_000_000_001,
      client_name: 'Анна',
      client_username: 'anna',
      message: hostile,
      submitted_at: '2026-01-01T00:00:00.000Z',
      expires_at: '2026-01-08T00:00:00.000Z',
      reviewed_by: 11,
      reviewer_name: 'Admin',
      decided_at: '2026-01-02T03:04:05.678Z',
      reason: '-1',
      appeal_count: 0,
      last_rejected_at: null,
      approvals: null,
      notes: null,
      access: null,
      client_address: null,
      erased_at: null,
    });
    expect([second, third]).toMatchObject([
      { client_username: null, reviewer_name: null, approvals: null },
      {
        status: 'pending',
        approvals: 1,
        notes: '2026-01-11T00:00:00.000Z Admin: Anna’s sister\n2026-01-12T00:00:00.000Z Admin: ask Clara',
      },
    ]);
  });

  test('says where the client of a request that lasts is, of each chat of ACCESS_CHATS', async () => {
    const own = await fresh();
    try {
      await command(['migrate'], own);
      const { at } = own;
      const request = (client: number, status: string) =>
        `(${client}, 'me', '${status}', 1, ${at('2026-01-01T00:00:00Z')}, ${at('2026-01-08T00:00:00Z')}, ${
          status === 'withdrawn' ? 'null, null' : `11, ${at('2026-01-02T00:00:00Z')}`
        }, 0)`;
      await own.run(`
        insert into people (id, telegram_id, name) values (11, 11, 'Admin'), (21, 21, 'Anna'), (22, 22, 'Bert');
        insert into requests (client_id, message, status, round, submitted_at, expires_at, reviewed_by, decided_at,
          appeal_count) values ${request(21, 'withdrawn')}, ${request(21, 'approved')}, ${request(22, 'revoked')};
        insert into access_chats (chat_id, title, added_at, removed_at) values
          (-1001, '=Garden', ${at('2026-01-01T00:00:00Z')}, null), (-1002, null, ${at('2026-01-02T00:00:00Z')}, null),
          (-1003, 'Gone', ${at('2026-01-02T00:00:00Z')}, ${at('2026-01-03T00:00:00Z')});
        insert into memberships (person_id, chat_id, wanted, seen) values
          (21, -1001, 'in', 'member'), (21, -1002, 'in', 'unknown'), (21, -1003, 'in', 'member');
      `);
      const { stdout } = await command(['export', '--format', 'jsonl'], own);
      expect(jsonLines(stdout).map(({ status, access }) => [status, access])).toEqual([
        ['withdrawn', null],
        ['approved', '=Garden: in\n-1002: invited'],
        ['revoked', null],
      ]);
      expect((await command(['export'], own)).stdout).toContain(`"'=Garden: in\n'-1002: invited"`);
    } finally {
      await own.remove();
    }
  });

  test('writes CSV by RFC 4180, with nothing that a spreadsheet would run', async () => {
    const [head = [], ...rows] = parseCsv(await exported());
    const [first, second] = rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n]])));
    expect(head.slice(0, 3)).toEqual(['id', 'status', 'client_id']);
    expect(rows).toHaveLength(3);
    expect(first).toMatchObject({
      client_name: 'Анна',
      message: `'${hostile}`,
      reason: `'-1`,
      client_id: '7000000001',
    });
    expect(second).toMatchObject({ client_name: `'@boris`, reason: '', reviewed_by: '' });
  });

  test('writes the history with what each event led to and who caused it', async () => {
    const events = jsonLines(await exported('history', '--format', 'jsonl'));
    expect(events).toMatchObject([
      {
        request_id: 1,
        event: 'submit',
        from_status: null,
        to_status: 'pending',
        actor_name: 'Анна',
        update_id: 5,
        via: 'chat',
      },
      { request_id: 1, event: 'reject', actor_id: 11, reason: '-1', at: '2026-01-02T03:04:05.678Z' },
      { request_id: 2, event: 'expire', actor_id: null, actor_name: null, update_id: null, via: 'system' },
    ]);
    expect(events[0]).toMatchObject({ message: hostile, erased_at: null });
    const [head, ...rows] = parseCsv(await exported('history'));
    expect(head).toEqual(Object.keys(events[0] ?? {}));
    expect(rows).toHaveLength(3);
  });

  test('says of what was erased when that was, beside an empty cell', async () => {
    const own = await fresh();
    try {
      await command(['migrate'], own);
      const { at } = own;
      await own.run(`
        insert into people (id, telegram_id, name) values (7000000001, 7000000001, '7000000001');
        insert into requests (client_id, message, status, round, submitted_at, expires_at, appeal_count, erased_at) values
          (7000000001, '', 'withdrawn', 1, ${at('2026-01-01T00:00:00Z')}, ${at('2026-01-08T00:00:00Z')}, 0,
            ${at('2026-01-03T00:00:00Z')});
        insert into request_events (request_id, event, to_status, actor_id, at, round, digest, erased_at) values
          (1, 'submit', 'pending', 7000000001, ${at('2026-01-01T00:00:00Z')}, 1, 'none', ${at('2026-01-03T00:00:00Z')});
      `);
      for (const table of ['requests', 'history']) {
        const { stdout } = await command(['export', table], own);
        const [head = [], row = []] = parseCsv(stdout);
        const cell = (name: string) => row[head.indexOf(name)];
        expect([cell('message'), cell('erased_at')]).toEqual(['', '2026-01-03T00:00:00.000Z']);
      }
    } finally {
      await own.remove();
    }
  });

  test('exports only the chosen statuses and dates', async () => {
    expect(await ids('--status', 'pending')).toEqual([3]);
    expect(await ids('--status', 'rejected, expired')).toEqual([1, 2]);
    expect(await ids('--since', '2026-01-02')).toEqual([2, 3]);
    expect(await ids('--since', '2026-01-02', '--until', '2026-01-10')).toEqual([2]);
    expect(await ids('--until', '2026-01-02T01:00+01:00')).toEqual([1]);
    expect(await ids('history', '--status', 'rejected')).toEqual([2]);
    expect(await ids('history', '--since', '2026-01-09')).toEqual([3]);
  });

  test('writes a file that only its owner can read, and overwrites none without --force', async () => {
    const file = join(database.folder, 'requests.jsonl');
    const first = await command(['export', '--output', file], database);
    expect(first).toMatchObject({ code: 0, stdout: '', stderr: `Exported 3 rows of requests to ${file}\n` });
    expect(jsonLines(readFileSync(file, 'utf8'))).toHaveLength(3);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, 'mine');
    expect(await command(['export', '--output', file], database)).toMatchObject({ code: EX_USAGE });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await command(['export', '--output', file, '--force'], database)).toMatchObject({ code: 0 });
    expect(jsonLines(readFileSync(file, 'utf8'))).toHaveLength(3);
    expect(readdirSync(database.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('says what to do if the file can not be written', async () => {
    const { code, stderr } = await command(['export', '--output', join(database.folder, 'no', 'such.csv')], database);
    expect(code).toBe(1);
    expect(stderr).toMatch(/such\.csv can't be written \(ENOENT\).*--output/);
    writeFileSync(join(database.folder, 'a file'), '');
    const inFile = await command(['export', '--output', join(database.folder, 'a file', 'such.csv')], database);
    expect(inFile).toMatchObject({ code: 1, stdout: '' });
    expect(inFile.stderr).toMatch(/^[^\n]*such\.csv can't be written \(ENOTDIR\).*--output/);
  });
});

describe.each(engines)('a table with many rows, on %s', (_engine, fresh) => {
  const rows = 24_000;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await fresh();
    await command(['migrate'], database);
    const { at } = database;
    // 48 MB of messages.
    await database.run(`
      create table numbers as with recursive n (i) as (select 1 union all select i + 1 from n where i < ${rows})
        select i from n;
      insert into people (id, name) select i, 'Anna' from numbers;
      insert into requests (client_id, message, status, round, submitted_at, expires_at, appeal_count)
        select i, replace('${'x'.repeat(100)}', 'x', 'twenty characters...'), 'expired', 1,
          ${at('2026-01-01T00:00:00Z')}, ${at('2026-01-08T00:00:00Z')}, 0 from numbers;
    `);
  });
  afterAll(() => database.remove());

  test('is exported completely by a process with too little memory to hold it', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=40', program, 'export'], {
      env: { PATH: process.env['PATH'], ...database.env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let bytes = 0;
    let lines = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      lines += chunk.filter((byte) => byte === 10).length;
    });
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, lines }).toEqual({ code: 0, lines: rows + 1 });
    expect(bytes).toBeGreaterThan(48_000_000);
  });

  test('stops quietly when the reader has had enough', async () => {
    const child = spawn(process.execPath, [program, 'export'], {
      env: { PATH: process.env['PATH'], ...database.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });

  test('leaves no partial file behind when it is stopped', async () => {
    const file = join(database.folder, 'half.csv');
    const child = spawn(process.execPath, [program, 'export', '--output', file], {
      env: { PATH: process.env['PATH'], ...database.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const begun = () => readdirSync(database.folder).includes('half.csv.partial');
    while (!begun()) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, errors }).toEqual({ code: 1, errors: 'Interrupted: the output is incomplete.\n' });
    expect(readdirSync(database.folder).filter((name) => name.startsWith('half'))).toEqual([]);
  });
});

test('the separator of CSV can be chosen', async () => {
  const database = await sqliteDatabase();
  try {
    await command(['migrate'], database);
    const head = async (separator: string) =>
      (await command(['export', '--separator', separator], database)).stdout.split('\r\n')[0];
    expect(await head(';')).toMatch(/^id;status;client_id;/);
    expect(await head('tab')).toMatch(/^id\tstatus\tclient_id\t/);
    const none = await command(['export', '--separator', ';', '--format', 'jsonl'], database);
    expect(none).toMatchObject({
      code: EX_USAGE,
      stdout: '',
      stderr: '--separator is for CSV; JSON Lines has no separator.\n',
    });
    expect((await command(['export', '--separator', 'x'], database)).stderr).toContain('It must be "," or ";"');
  } finally {
    await database.remove();
  }
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot('a user who may only read SQLite’s file exports it, beside a daemon and without one', async () => {
  const database = await sqliteDatabase();
  const nobody = 65_534;
  try {
    await command(['migrate'], database);
    await database.run("insert into people (id, name) values (1, 'Anna')");
    chmodSync(database.folder, 0o755);
    chmodSync(join(database.folder, 'data'), 0o755);
    for (const file of readdirSync(join(database.folder, 'data')))
      chmodSync(join(database.folder, 'data', file), 0o644);
    const before = readdirSync(join(database.folder, 'data'));
    const alone = await command(['export'], { ...database, uid: nobody });
    expect(alone).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^id,status/) as string });
    expect(readdirSync(join(database.folder, 'data'))).toEqual(before);
    const writer = new Database(join(database.folder, 'data', 'sosekni.db'));
    writer.exec("insert into people (id, name) values (2, 'Boris')");
    expect(await command(['export'], { ...database, uid: nobody })).toMatchObject({ code: 0, stderr: '' });
    chmodSync(join(database.folder, 'data', 'sosekni.db'), 0o600);
    const refused = await command(['export'], { ...database, uid: nobody });
    expect(refused).toMatchObject({ code: EX_CONFIG, stdout: '' });
    expect(refused.stderr).toMatch(/sosekni\.db can't be read .*Let this user read it/);
    writer.close();
  } finally {
    await database.remove();
  }
});

test('a wrong option is answered with what would be right', async () => {
  const database = await sqliteDatabase();
  const wrong = async (...args: readonly string[]) => {
    const { code, stderr } = await command(['export', ...args], database);
    expect(code).toBe(EX_USAGE);
    return stderr;
  };
  try {
    expect(await wrong('--status', 'approvd')).toContain('Statuses are pending, approved, rejected');
    expect(await wrong('--since', '2026-02-30')).toContain('2026-11-30T14:05:00Z');
    expect(await wrong('--since', '2026-02-01T10:00')).toContain('2026-11-30T14:05:00Z');
    expect(await wrong('people')).toContain('requests, history');
    expect(await wrong('--since', '2026-02-02', '--until', '2026-02-02')).toContain('--since must be before --until');
    const none = await command(['export'], database);
    expect(none).toMatchObject({ code: EX_CONFIG, stdout: '' });
    expect(none.stderr).toMatch(/does not exist yet.*main\.js migrate/);
  } finally {
    await database.remove();
  }
});

test.each(['=1', '+1', '-1', '@a', '\ta', '\r1', '＝1'])(
  'a text that starts with %j is no formula for a spreadsheet',
  (text) => {
    const [[cell] = []] = parseCsv(csv().row(['message'], { message: text }));
    expect(cell).toBe(`'${text}`);
  },
);

test('no cell is a formula, whatever separator and quoting a spreadsheet assumes', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', ';', ',', '\t', '|', ':', '"', ' ', '\n', '\r', '1', 'a'),
  });
  fc.assert(
    fc.property(nasty, nasty, fc.constantFrom(',', ';', '|', '\t'), (message, reason, written) => {
      const text = csv(written).row(['id', 'message', 'reason'], { id: 1, message, reason });
      for (const read of [',', ';', '\t', '|', ':']) {
        const cells = text.split(/[\r\n]/).flatMap((line) => line.split(read));
        expect(cells.filter((cell) => /^[ "]*[=+\-@]/.test(cell))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a text with a dash, a mention or a number in it is unchanged', () => {
  for (const text of ['me - a friend of @boris', 'born 2001-02-03, call +49 30', 'a+b=c', 'x=1'])
    expect(csv().row(['message'], { message: text })).toContain(text);
  expect(csv().row(['message'], { message: 'see =HYPERLINK("x")' })).toContain("see '=HYPERLINK");
});

describe('progress', () => {
  function shown(watched: boolean) {
    let written = '';
    let now = 0;
    const stderr = { write: (text: string) => ((written += text), true) };
    const progress = new Progress(stderr, { now: () => now, monotonic: () => now }, watched);
    return { progress, pass: (ms: number) => (now += ms), written: () => written };
  }

  test('is one line, updated at most ten times a second, and cleared at the end', () => {
    const { progress, pass, written } = shown(true);
    progress.show('1 %');
    progress.show('2 %');
    pass(100);
    progress.show('3 %');
    progress.clear();
    expect(written()).toBe('\r\x1b[K1 %\r\x1b[K3 %\r\x1b[K');
  });

  test('is not shown without a terminal', () => {
    const { progress, written } = shown(false);
    progress.show('1 %');
    progress.clear();
    expect(written()).toBe('');
  });
});
