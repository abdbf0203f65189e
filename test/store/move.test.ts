import BetterSqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseTarget } from '../../src/store/engine';
import { personId } from '../../src/lifecycle/ids';
import { maintenanceOf, moveEndsOf } from '../../src/store/dialects';
import { move } from '../../src/store/move/move';
import { movedTables } from '../../src/store/move/tables';
import { describePostgres } from './engines';
import { fillEveryTable } from './every-table';
import { contentOf, run, schemaOf } from './schema-of';

const now = Date.UTC(2026, 0, 15, 12);
const signal = new AbortController().signal;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sosekni-move-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string) => ({ dialect: 'sqlite', path: path.join(folder, name) }) as const;

async function moved(from: DatabaseTarget, to: DatabaseTarget, startOver = false): Promise<void> {
  const source = await moveEndsOf(from).openSource(now, signal);
  try {
    const target = await moveEndsOf(to).openTarget({ now, source: source.identity, startOver, signal });
    try {
      await move(source, target, { begin: () => {}, tell: () => {}, signal });
      await target.complete();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

test('every table of the database is moved, but for what each engine makes for itself', async () => {
  const { path: file } = inFolder('full.db');
  fillEveryTable(file);
  const tables = await run({ dialect: 'sqlite', path: file }, `select name from sqlite_master where type = 'table'`);
  const own = /^(sqlite_|request_words|__drizzle_migrations)/;
  const names = tables.map((row) => String((row as { name: unknown }).name)).filter((name) => !own.test(name));
  expect(
    movedTables()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(names.sort());
});

describePostgres('a move', ({ freshTarget }) => {
  test('to PostgreSQL and back keeps every row of every table, and the schema with its indexes and triggers', async () => {
    const [first, back] = [inFolder('first.db'), inFolder('back.db')];
    fillEveryTable(first.path);
    const before = await contentOf(first);
    const [there, fresh] = [await freshTarget(), await freshTarget()];
    await moved(first, there);
    await moved(there, back);
    // A new SQLite file says of itself that nothing was ever erased from it.
    const after = await contentOf(back);
    const { daemon_state: state = [], ...rest } = after;
    const said = state.filter((row) => JSON.stringify(row) !== JSON.stringify({ name: 'vacuumed', value: 'yes' }));
    expect({ ...rest, daemon_state: said }).toEqual(before);
    // As the migrations alone make it.
    const empty = inFolder('empty.db');
    await moved(back, fresh);
    await (await moveEndsOf(empty).openTarget({ now, source: '', startOver: false, signal })).close();
    expect(await schemaOf(back)).toEqual(await schemaOf(empty));
    const other = await freshTarget();
    await (await moveEndsOf(other).openTarget({ now, source: '', startOver: false, signal })).close();
    expect(await schemaOf(there)).toEqual(await schemaOf(other));
    expect(await schemaOf(fresh)).toEqual(await schemaOf(other));
  });

  test('refuses a row that PostgreSQL can’t hold, by its number and without its text', async () => {
    const from = inFolder('odd.db');
    fillEveryTable(from.path);
    const database = new BetterSqlite(from.path);
    database.prepare('update requests set message = ? where id = 2').run('private\0words');
    database.close();
    const to = await freshTarget();
    await expect(moved(from, to)).rejects.toMatchObject({
      code: 'unmovable',
      message: expect.stringMatching(/^the row of requests with id 2 has the character U\+0000 in message/) as string,
    });
    await expect(moved(from, to)).rejects.toMatchObject({ code: 'half_moved' });
    await run(from, `update requests set message = 'words' where id = 2`);
    await moved(from, to, true);
  });

  test('refuses a time that is none', async () => {
    const from = inFolder('filled.db');
    fillEveryTable(from.path);
    const there = await freshTarget();
    await moved(from, there);
    await run(there, `update people set unreachable_at = 'infinity' where id = 2`);
    await expect(moved(there, inFolder('back.db'))).rejects.toMatchObject({
      code: 'unmovable',
      message: expect.stringMatching(/^the row of people with id 2 has something .* in unreachable_at/) as string,
    });
  });

  test('is for nothing if somebody is to be forgotten meanwhile, who would be back', async () => {
    const from = inFolder('from.db');
    fillEveryTable(from.path);
    // As the bot leaves it.
    await run(from, 'pragma journal_mode = wal');
    // Room for more.
    await run(from, 'delete from erasures where id > 2');
    await run(from, `update sqlite_sequence set seq = 2 where name = 'erasures'`);
    const [there, back] = [await freshTarget(), inFolder('back.db')];
    await moved(from, there);
    for (const [old, other] of [
      [from, await freshTarget()],
      [there, back],
    ] as const) {
      const source = await moveEndsOf(old).openSource(now, signal);
      const target = await moveEndsOf(other).openTarget({ now, source: source.identity, startOver: false, signal });
      const finish = target.finish.bind(target);
      target.finish = async (tell) => {
        await finish(tell);
        await maintenanceOf(old).writeBeside(({ erasures }) => erasures.ask(personId(2), 'command', now));
      };
      await expect(move(source, target, { begin: () => {}, tell: () => {}, signal })).rejects.toMatchObject({
        code: 'not_same',
        message: expect.stringMatching(/^The command forget has erased somebody in .* while it was copied/) as string,
      });
      await target.close();
      await source.close();
      await moved(old, other, true);
    }
  });

  test('finds a row that is not the same on both sides, that is missing, and that is too many', async () => {
    const from = inFolder('from.db');
    fillEveryTable(from.path);
    const changes: readonly (readonly [string, RegExp])[] = [
      [`update people set name = 'other' where id = 2`, /the row of people with id 2 differs in name/],
      ['delete from chat_aliases where old_id = 2', /chat_aliases with old_id \d+ (differs|is missing)/],
      [`insert into searches (id, words, created_at) values (3, '', now())`, /searches with id/],
      [`select setval(pg_get_serial_sequence('drafts', 'id'), 5)`, /table drafts would number/],
    ];
    const to = await freshTarget();
    for (const [change, found] of changes) {
      const source = await moveEndsOf(from).openSource(now, signal);
      const target = await moveEndsOf(to).openTarget({ now, source: source.identity, startOver: true, signal });
      const finish = target.finish.bind(target);
      target.finish = async (tell) => {
        await finish(tell);
        await run(to, change);
      };
      await expect(move(source, target, { begin: () => {}, tell: () => {}, signal })).rejects.toMatchObject({
        code: 'not_same',
        message: expect.stringMatching(found) as string,
      });
      await target.close();
      await source.close();
    }
  });
});
