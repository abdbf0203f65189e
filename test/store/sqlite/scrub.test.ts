import Database from 'better-sqlite3';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Eraser } from '../../../src/erasure/eraser';
import { personId } from '../../../src/lifecycle/ids';
import { buildQueries } from '../../../src/store/queries';
import { SqliteMaintenance } from '../../../src/store/sqlite/maintenance';
import { openSqlite } from '../../../src/store/sqlite/open';
import { SqliteSnapshots } from '../../../src/store/sqlite/snapshot';
import type { Store } from '../../../src/store/store';
import { day, noon, TestApp } from '../../requests/app';

const signal = new AbortController().signal;
/** What the rows that are deleted say. */
const trace = 'quabbleworth';

let folder: string;
let file: string;
let stores: Store[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sosekni-'));
  file = join(folder, 'test.db');
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true });
});

/** `atOnce`: a larger file is not written anew while people wait. */
function open(atOnce?: number): Store {
  const store = openSqlite(file, buildQueries, noon, undefined, null, atOnce);
  stores.push(store);
  return store;
}

/** Works on the file past the daemon. */
function past<T>(work: (connection: Database.Database) => T): T {
  const connection = new Database(file);
  try {
    connection.pragma('secure_delete = ON');
    return work(connection);
  } finally {
    connection.close();
  }
}

/** Somebody's texts, which SQLite moves from page to page as those of others grow between them, are erased. */
async function eraseAfterMoves(store: Store): Promise<void> {
  past((connection) => {
    connection.exec(
      `BEGIN; INSERT OR IGNORE INTO people (id, name) VALUES (1, 'Anna'), (2, 'Boris'); DELETE FROM drafts`,
    );
    const add = connection.prepare('INSERT INTO drafts (id, person_id, message, created_at) VALUES (?, ?, ?, 0)');
    for (let id = 1; id <= 400; id += 1) add.run(id, 2 - (id % 2), `${id % 2 === 1 ? trace : 'another'} `.repeat(30));
    const grow = connection.prepare('UPDATE drafts SET message = ? WHERE id = ?');
    for (let id = 6; id <= 400; id += 6) grow.run('another '.repeat(50), id);
    connection.exec('COMMIT');
  });
  await store.transaction(async ({ drafts, erasures }) => {
    await drafts.removeOf(personId(1));
    await erasures.happened(await erasures.ask(personId(1), 'chat', noon), noon);
  });
}

const holdsTrace = (): boolean =>
  ['', '-wal'].map((end) => `${file}${end}`).some((name) => existsSync(name) && readFileSync(name).includes(trace));
/** Which grows whenever the file is written anew. */
const schemaVersion = (): unknown => past((connection) => connection.pragma('schema_version', { simple: true }));
const isDue = async () => (await new SqliteMaintenance(file).inspect()).rewriteDue;

describe('what was erased from a SQLite file', () => {
  test('is gone from a small one at once, and from its log', async () => {
    const store = open();
    await eraseAfterMoves(store);
    expect(holdsTrace()).toBe(true);
    expect(await store.scrub()).toEqual({ isLogEmpty: true, isRewriteDue: false });
    expect(holdsTrace()).toBe(false);
    expect(await isDue()).toBe(false);
  });

  test('may stand in a large one until that is written anew, which everybody can see; no backup holds it', async () => {
    const store = open(0);
    await eraseAfterMoves(store);
    expect(await store.scrub()).toEqual({ isLogEmpty: true, isRewriteDue: true });
    // Otherwise this proves nothing: SQLite leaves no copies any more.
    expect(holdsTrace()).toBe(true);
    expect(await isDue()).toBe(true);
    const copy = join(folder, 'copy.db');
    const { rows } = await new SqliteSnapshots(file).take(copy);
    expect(rows).toMatchObject({ people: 2, drafts: 200, erasures: 1 });
    expect(readFileSync(copy).includes('another')).toBe(true);
    expect(readFileSync(copy).includes(trace)).toBe(false);

    expect(await store.rewrite(signal)).toBeNull();
    expect(await store.scrub()).toEqual({ isLogEmpty: true, isRewriteDue: false });
    expect(holdsTrace()).toBe(false);
    expect(await isDue()).toBe(false);
    expect(past((connection) => connection.pragma('integrity_check', { simple: true }))).toBe('ok');
  });

  test('is not in the way of transactions and reads, and a rewriting that is stopped changes nothing', async () => {
    const store = open(0);
    await eraseAfterMoves(store);
    const stopping = new AbortController();
    const rewriting = store.rewrite(stopping.signal);
    const read = store.read(({ people }) => people.get(personId(2)));
    const after = store.transaction(({ people }) => people.get(personId(2)));
    stopping.abort(new Error('the daemon stops'));
    await expect(rewriting).rejects.toThrow('the daemon stops');
    expect([await read, await after]).toMatchObject([{ name: 'Boris' }, { name: 'Boris' }]);
    expect(await isDue()).toBe(true);
    expect(await store.rewrite(signal)).toBeNull();
  });

  test('that can’t be written anew is said, with the reason', async () => {
    const store = open(0);
    await eraseAfterMoves(store);
    const writer = new Database(file);
    writer.exec('BEGIN IMMEDIATE');
    expect(await store.rewrite(signal)).toMatch(/SqliteError: database is locked/);
    writer.close();
    expect(await isDue()).toBe(true);
  });

  test('is written anew once, however often the log can’t be emptied since another program reads it', async () => {
    const store = open();
    await eraseAfterMoves(store);
    const reader = new Database(file, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM people').get();
    const before = Number(schemaVersion());
    for (let n = 0; n < 3; n += 1) expect(await store.scrub()).toEqual({ isLogEmpty: false, isRewriteDue: false });
    expect(schemaVersion()).toBe(before + 1);
    reader.close();
    expect(await store.scrub()).toMatchObject({ isLogEmpty: true });
    expect(holdsTrace()).toBe(false);
  });

  test('is left for the operator where writing the file anew takes too long, which is said', async () => {
    const store = open(0);
    const app = TestApp.on(store);
    await eraseAfterMoves(store);
    const said: string[] = [];
    let at = 0;
    app.monotonic = () => at;
    const eraser = new Eraser({
      ...app.context,
      log: { ...app.context.log, warn: (_, about) => said.push(JSON.stringify(about)) },
      store: {
        scrub: () => store.scrub(),
        rewrite: async (stopped) => {
          await once(stopped, 'abort');
          throw stopped.reason;
        },
      },
      retention: null,
      quietFor: () => day,
      lists: () => [],
      step: () => undefined,
      rewriteWithin: 1,
    });
    await eraser.sweep();
    at += day;
    await eraser.sweep();
    expect(said).toEqual([expect.stringMatching(/not_vacuumed.*longer than 0.001 s.*stop the bot/)]);
    // Not at each sweep.
    await eraser.sweep();
    expect(said).toHaveLength(1);
    await eraser.stop();
  });

  test('is gone from a large one after the first quiet moment, and after a day in any case', async () => {
    const app = TestApp.on(open(0));
    let at = 0;
    let quiet = 0;
    app.monotonic = () => at;
    const eraser = new Eraser({
      ...app.context,
      store: app.store,
      retention: null,
      quietFor: () => quiet,
      lists: () => [],
      step: () => undefined,
    });
    const dueAfterSweep = async () => {
      await eraser.sweep();
      return isDue();
    };
    await eraseAfterMoves(app.store);
    quiet = 60_000;
    expect(await dueAfterSweep()).toBe(true);
    at += 60_000;
    quiet = 0;
    expect(await dueAfterSweep()).toBe(true);
    quiet = 60_000;
    expect(await dueAfterSweep()).toBe(false);
    expect(holdsTrace()).toBe(false);

    await eraseAfterMoves(app.store);
    quiet = 0;
    expect(await dueAfterSweep()).toBe(true);
    at += day - 1;
    expect(await dueAfterSweep()).toBe(true);
    at += 1;
    expect(await dueAfterSweep()).toBe(false);
    await eraser.stop();
  });
});
