import { sql } from 'drizzle-orm';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { personId, type RequestId } from '../../../src/lifecycle/ids';
import type { Database } from '../../../src/store/database';
import type { Engine } from '../../../src/store/engine';
import { isUnavailable, type StoreErrorCode } from '../../../src/store/errors';
import { openEngine } from '../../../src/store/dialects';
import { addPerson, addRequest, anEvent, names } from '../rows';
import { noStandby } from '../standby';

const now = Date.UTC(2026, 0, 15, 12);

let folder: string;
let file: string;
let engines: Engine<Database>[];
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sosekni-'));
  file = path.join(folder, 'test.db');
  engines = [];
  children = [];
});

afterEach(async () => {
  for (const engine of engines) await engine.close();
  for (const child of children) await kill(child);
  rmSync(folder, { recursive: true });
});

async function open(where = file): Promise<Engine<Database>> {
  const engine = await openEngine({ dialect: 'sqlite', path: where }, (database) => database, now, noStandby);
  engines.push(engine);
  return engine;
}

const pragma = (engine: Engine<Database>, name: string) =>
  engine.transaction(async ({ db }) => await db.get<Record<string, unknown>>(sql.raw(`pragma ${name}`)));

describe('opening a SQLite file', () => {
  test('creates the folders above it', async () => {
    const deep = path.join(folder, 'a', 'b', 'c.db');
    await open(deep);
    expect(existsSync(deep)).toBe(true);
  });

  test('makes every commit survive a power cut, also the second time', async () => {
    for (const time of ['first', 'second']) {
      const engine = await open();
      expect({ time, ...(await pragma(engine, 'journal_mode')) }).toEqual({ time, journal_mode: 'wal' });
      expect({ time, ...(await pragma(engine, 'synchronous')) }).toEqual({ time, synchronous: 2 });
      expect({ time, ...(await pragma(engine, 'foreign_keys')) }).toEqual({ time, foreign_keys: 1 });
      await engine.close();
    }
  });

  const refusals: readonly [string, StoreErrorCode, RegExp, () => string][] = [
    ['a text file', 'not_a_database', /is not an SQLite database.*Move it away/, () => textFile('Dear diary,\n')],
    ['a long text file', 'not_a_database', /is not an SQLite database/, () => textFile('Dear diary,\n'.repeat(1000))],
    ['a folder', 'not_a_database', /is a folder/, subfolder],
    ['a path where no folder can be made', 'unwritable', /can't be opened/, () => '/proc/sosekni/data/test.db'],
    ['a path through a file', 'unwritable', /can't be opened.*Let this user write/, () => `${textFile('')}/test.db`],
  ];
  test.each(refusals)('refuses %s, and says what to do', async (_, code, message, where) => {
    const refused = where();
    await expect(open(refused)).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string });
    await expect(open(refused)).rejects.toThrow(refused);
  });

  test('leaves a text file as it was', async () => {
    const diary = textFile('Dear diary,\n');
    await expect(open(diary)).rejects.toThrow();
    expect(readFileSync(diary, 'utf8')).toBe('Dear diary,\n');
  });

  test('can be retried after a failure', async () => {
    const diary = textFile('Dear diary,\n');
    await expect(open(diary)).rejects.toThrow();
    rmSync(diary);
    await open(diary);
  });
});

describe('two daemons on one SQLite file', () => {
  test('the second is told which one has it, and since when', async () => {
    const holder = child(file);
    expect(await firstLine(holder)).toBe('open');
    await expect(open()).rejects.toMatchObject({
      code: 'held',
      message: expect.stringContaining(
        `process ${holder.pid} on ${hostname()}, since 2026-01-15T12:00:00.000Z`,
      ) as string,
    });
  });

  test('of two that start at the same time, one gets it', async () => {
    const lines = await Promise.all([child(file), child(file)].map(firstLine));
    expect(lines.sort()).toEqual([expect.stringMatching(/^StoreError: .* is in use by/), 'open']);
  });

  test('the file is free as soon as the first is killed', async () => {
    const holder = child(file);
    expect(await firstLine(holder)).toBe('open');
    await kill(holder);
    await open();
  });

  test('the file is free when the first has closed it, and no error names the first any more', async () => {
    await (await open()).close();
    expect(existsSync(`${file}.holder`)).toBe(false);
    expect(await firstLine(child(file))).toBe('open');
  });

  test('the second can not open it under another name', async () => {
    await (await open()).close();
    symlinkSync(file, path.join(folder, 'link.db'));
    symlinkSync(folder, path.join(folder, 'again'));
    await open();
    await expect(open(path.join(folder, 'link.db'))).rejects.toMatchObject({ code: 'held' });
    await expect(open(path.join(folder, 'again', 'test.db'))).rejects.toMatchObject({ code: 'held' });
  });
});

describe('when the disk is full', () => {
  /** Lets the file grow by a few pages and no more. */
  async function fill(engine: Engine<Database>) {
    const pages = (await pragma(engine, 'page_count'))?.['page_count'];
    await pragma(engine, `max_page_count = ${Number(pages) + 5}`);
  }
  const free = (engine: Engine<Database>) => pragma(engine, 'max_page_count = 1000000');
  const far = 'x'.repeat(50_000);

  test('a transaction leaves nothing behind, and works once there is space', async () => {
    const engine = await open();
    await fill(engine);
    const write = () =>
      engine.transaction(async (it) => {
        await addPerson(it, personId(1));
        await addRequest(it, { message: far });
      });
    const error = await write().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'SQLITE_FULL' });
    expect(isUnavailable(error)).toBe(true);
    expect(await engine.transaction(names)).toEqual([]);

    await free(engine);
    await write();
    expect(await engine.transaction(names)).toEqual(['person 1']);
  });

  test('a swallowed error is no success', async () => {
    const engine = await open();
    await fill(engine);
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, personId(1));
      await it.db
        .insert(it.schema.daemonState)
        .values({ name: 'far', value: far })
        .catch(() => undefined);
    });
    await expect(transaction).rejects.toThrow(/swallowed/);
    expect(await engine.transaction(names)).toEqual([]);
  });
});

test('a commit that fails is rolled back, and the next transaction works', async () => {
  const engine = await open();
  const transaction = engine.transaction(async (it) => {
    await addPerson(it, personId(1));
    // So that the commit itself finds the fault.
    await it.db.run(sql`pragma defer_foreign_keys = on`);
    await it.db.insert(it.schema.requestEvents).values(anEvent(404 as RequestId));
  });
  await expect(transaction).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
  await engine.transaction((it) => addPerson(it, personId(2)));
  expect(await engine.transaction(names)).toEqual(['person 2']);
});

function subfolder(): string {
  mkdirSync(path.join(folder, 'sub'));
  return path.join(folder, 'sub');
}

function textFile(text: string): string {
  const diary = path.join(folder, 'diary.txt');
  writeFileSync(diary, text);
  return diary;
}

/** A process of its own that opens the file. */
function child(where: string): ChildProcess {
  const started = spawn(process.execPath, ['--require', require.resolve('../typescript.cjs'), holder, where], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(started);
  return started;
}
const holder = require.resolve('../holder.ts');

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the child process has no output');
  const [line] = (await once(createInterface(stdout), 'line')) as [string];
  return line;
}

async function kill(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return;
  const gone = once(started, 'exit');
  started.kill('SIGKILL');
  await gone;
}
