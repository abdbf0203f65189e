import BetterSqlite from 'better-sqlite3';
import { and, eq } from 'drizzle-orm';
import { personId, requestId, telegramId } from '../../src/lifecycle/ids';
import { buildQueries } from '../../src/store/queries';
import type { Database } from '../../src/store/database';
import type { DatabaseTarget, Engine } from '../../src/store/engine';
import { maintenanceOf } from '../../src/store/dialects';
import type { StoreEvent } from '../../src/store/store-event';
import { describeEngines, describePostgres, onServer } from './engines';
import { migrateTo, readJournal } from './older';
import { migrationsOf } from '../../src/store/migrate';
import { addPerson, addRequest, anEvent, aRequest } from './rows';
import { noStandby } from './standby';

const both = (it: Database) => ({ it, q: buildQueries(it) });
type Both = ReturnType<typeof both>;
const ann = personId(1);
const at = Date.UTC(2026, 0, 15, 12);

const finding = (engine: Engine<Both>, ...words: string[]) =>
  engine.transaction(async ({ q }) => {
    await q.search.index(100);
    return (await q.search.find(words, { from: 'newest' }, 100)).ids;
  });

/** A withdrawn request of person 1 with this message. */
const asking = ({ it }: Both, message: string, client = ann) =>
  addRequest(it, { ...aRequest(client, 'withdrawn'), message });

describeEngines('finding requests', ({ open, freshTarget, dialect }) => {
  async function withAnn(): Promise<Engine<Both>> {
    const engine = await open(both);
    await engine.transaction(({ it }) => addPerson(it, ann));
    return engine;
  }

  test('finds each word anywhere in what was written, in any case of any alphabet', async () => {
    const engine = await withAnn();
    const message = 'Я Анна ПЕТРОВА из Берлина, Ärztin; Ёжик & Їжак';
    const id = await engine.transaction((db) => asking(db, message));
    for (const word of ['анна', 'АННА', 'петров', 'ёжик', 'їжак', 'ärzt', 'нна', 'ин', 'ИЗ', 'я', ';', '&']) {
      expect([word, await finding(engine, word)]).toEqual([word, [id]]);
    }
    expect(await finding(engine, 'анна', 'берлин', 'из')).toEqual([id]);
    expect(await finding(engine, 'анна', 'париж')).toEqual([]);
    expect(await finding(engine, 'анна', 'zz')).toEqual([]);
  });

  test('takes every character for itself: quotes, wildcards, operators, emoji', async () => {
    const engine = await withAnn();
    const hostile = [
      'say "hello" now', "it's O'Hara", '100% sure', 'snake_case_name', 'back\\slash', 'a NEAR(b c) d', 'x OR y AND NOT z',
      'words: {col}: ^start*', '(((', '- -minus +plus', '🎉🎊 party', '👨‍👩‍👧 family', "'; drop table requests; --", '"""',
    ]; // prettier-ignore
    const ids = await engine.transaction(async (db) => {
      const made = [];
      for (const message of hostile) made.push(await asking(db, message));
      return made;
    });
    for (const [index, message] of hostile.entries()) {
      const found = await finding(engine, ...message.split(' '));
      expect([message, found]).toEqual([message, expect.arrayContaining([ids[index]])]);
    }
    expect(await finding(engine, '100%')).toEqual([ids[2]]);
    expect(await finding(engine, '1%0')).toEqual([]);
    expect(await finding(engine, '%%%')).toEqual([]);
    expect(await finding(engine, 'snake_case')).toEqual([ids[3]]);
    expect(await finding(engine, 'snake-case')).toEqual([]);
    expect(await finding(engine, '___')).toEqual([]);
    expect(await finding(engine, '"hello"')).toEqual([ids[0]]);
    expect(await finding(engine, '🎉')).toEqual([ids[10]]);
    expect(await finding(engine, '👨‍👩‍👧')).toEqual([ids[11]]);
    expect(await finding(engine, '"""')).toEqual([ids[13]]);
    expect(await finding(engine, 'NEAR(b')).toEqual([ids[5]]);
    expect(await finding(engine, 'wor*')).toEqual([]);
  });

  test('knows a client by name, @username, Telegram ID and addresses, as they are now', async () => {
    const engine = await withAnn();
    const ids = await engine.transaction(async (db) => [await asking(db, 'one'), await asking(db, 'two')].reverse());
    const person = (now: { name?: string; username?: string | null; telegramId?: ReturnType<typeof telegramId> }) =>
      engine.transaction(({ it: { db, schema } }) =>
        db.update(schema.people).set(now).where(eq(schema.people.id, ann)),
      );
    await person({ name: 'Анна Ли', username: 'Anna_B', telegramId: telegramId(7_000_000_123) });
    for (const word of ['анна', 'ли', '@anna_b', 'anna_', '7000000123', '000123']) {
      expect([word, await finding(engine, word)]).toEqual([word, ids]);
    }
    await person({ name: 'Clara', username: null });
    expect(await finding(engine, 'анна')).toEqual([]);
    expect(await finding(engine, '@anna_b')).toEqual([]);
    expect(await finding(engine, 'clara', 'two')).toEqual(ids.slice(0, 1));

    const address = 'Clara.K@mail.example';
    await engine.transaction(({ it: { db, schema } }) =>
      db.insert(schema.contacts).values({ personId: ann, medium: 'email', address }),
    );
    expect(await finding(engine, 'clara.k@mail.example')).toEqual(ids);
    const mine = (it: Database) => and(eq(it.schema.contacts.personId, ann), eq(it.schema.contacts.medium, 'email'));
    await engine.transaction(({ it }) =>
      it.db.update(it.schema.contacts).set({ address: 'new@mail.example' }).where(mine(it)),
    );
    expect(await finding(engine, 'clara.k@mail')).toEqual([]);
    expect(await finding(engine, 'new@mail.example')).toEqual(ids);
    await engine.transaction(({ it }) => it.db.delete(it.schema.contacts).where(mine(it)));
    expect(await finding(engine, 'new@mail.example')).toEqual([]);
  });

  test('knows the text of every round', async () => {
    const engine = await withAnn();
    const id = await engine.transaction(async (db) => {
      const added = await asking(db, 'please');
      await db.it.db.insert(db.it.schema.requestEvents).values(anEvent(added));
      return added;
    });
    const appeals = (message: string) =>
      engine.transaction(({ it: { db, schema } }) =>
        db.update(schema.requests).set({ message }).where(eq(schema.requests.id, id)),
      );
    await appeals('things have changed');
    expect(await finding(engine, 'please')).toEqual([id]);
    expect(await finding(engine, 'changed')).toEqual([id]);
    await appeals('once more');
    expect(await finding(engine, 'changed')).toEqual([]);
    expect(await finding(engine, 'once', 'please')).toEqual([id]);
  });

  test('answers newest first, and a page before or after a request', async () => {
    const engine = await withAnn();
    const ids = await engine.transaction(async (db) => {
      const made = [];
      for (let n = 0; n < 12; n += 1) made.push(await asking(db, `number ${n} of many`));
      return made;
    });
    const page = (from: 'before' | 'after', place: number, ...words: string[]) =>
      engine.transaction(async ({ q }) => {
        return (await q.search.find(words, { from, request: requestId(ids[place] ?? 0) }, 3)).ids;
      });
    for (const words of [['many'], ['many', 'of'], ['of']]) {
      expect((await finding(engine, ...words)).slice(0, 3)).toEqual([ids[11], ids[10], ids[9]]);
      expect(await page('before', 5, ...words)).toEqual([ids[4], ids[3], ids[2]]);
      expect(await page('after', 5, ...words)).toEqual([ids[6], ids[7], ids[8]]);
      expect(await page('before', 0, ...words)).toEqual([]);
    }
  });

  test('finds what an older version has stored', async () => {
    const target = await freshTarget();
    const before = readJournal(migrationsOf(dialect)).entries.findIndex(({ tag }) => tag.endsWith('_find'));
    await migrateTo(target, before);
    for (const statement of [
      `insert into people (id, telegram_id, name, username) values (1, 1, 'Анна', 'anna')`,
      `insert into requests (id, client_id, message, status, round, submitted_at, expires_at, appeal_count)
       values (5, 1, 'Привет', 'withdrawn', 1, ${dialect === 'sqlite' ? '0, 0' : 'now(), now()'}, 0)`,
    ]) {
      await run(target, statement);
    }
    const engine = await open(both, target);
    expect(await finding(engine, 'привет', '@anna', 'анна')).toEqual([5]);
  });

  test('puts what is new into the index in batches, the newest first', async () => {
    const engine = await withAnn();
    const ids = await engine.transaction(async (db) => {
      const made = [];
      for (let n = 0; n < 5; n += 1) made.push(await asking(db, `number ${n}`));
      return made.reverse();
    });
    const steps = await engine.transaction(async ({ q }) => {
      const found: unknown[] = [];
      for (let more = true; more;) {
        found.push(await q.search.isBehind());
        more = await q.search.index(2);
        found.push((await q.search.find(['number'], { from: 'newest' }, 9)).ids.length);
      }
      return [...found, await q.search.isBehind()];
    });
    expect(steps).toEqual([true, 2, true, 4, true, 5, false]);
    expect(await finding(engine, 'number')).toEqual(ids);
  });

  test('forgets what was looked for, oldest first', async () => {
    const engine = await withAnn();
    const [one, two] = await engine.transaction(async ({ q }) => [
      await q.search.keep('anna', at),
      await q.search.keep('boris', at + 1),
    ]);
    await engine.transaction(({ q }) => q.search.forget(at + 1, 10));
    const kept = await engine.transaction(async ({ q }) => [
      await q.search.wordsOf(one ?? 0),
      await q.search.wordsOf(two ?? 0),
    ]);
    expect(kept).toEqual([null, 'boris']);
  });
});

describePostgres('finding requests where PostgreSQL does not have pg_trgm', ({ open, freshTarget }) => {
  test('works, is announced, and is as quick as elsewhere once somebody has created it', async () => {
    const target = await freshTarget();
    // A server without it, or with a list of what it allows, refuses as this one does.
    await run(
      target,
      `create function refuse_extensions() returns event_trigger language plpgsql as
       $$ begin raise exception 'extensions are not allowed here'; end $$`,
    );
    await run(
      target,
      `create event trigger no_extensions on ddl_command_start when tag in ('CREATE EXTENSION')
       execute function refuse_extensions()`,
    );
    const news: StoreEvent[] = [];
    const listening = { ...noStandby, tell: (each: StoreEvent) => void news.push(each) };
    const engine = await open(both, target, listening);
    const id = await engine.transaction(async (db) => {
      await addPerson(db.it, ann);
      return asking(db, 'Привет, hello');
    });
    expect(await finding(engine, 'привет', 'hel')).toEqual([id]);
    await engine.close();
    expect(news).toEqual([
      { kind: 'find_is_slow', reason: expect.stringContaining('extensions are not allowed here') as string },
    ]);
    expect((await maintenanceOf(target).inspect()).slowFind).toEqual({ lacks: 'extension', reason: null });

    await run(target, 'drop event trigger no_extensions');
    await run(target, 'create schema extensions');
    await run(target, 'create extension pg_trgm schema extensions');
    news.length = 0;
    const again = await open(both, target, listening);
    expect(await finding(again, 'привет', 'hel')).toEqual([id]);
    await again.close();
    expect(news).toEqual([]);
    expect((await maintenanceOf(target).inspect()).slowFind).not.toMatchObject({ lacks: 'extension' });
    await expect(run(target, 'create index request_words_trigrams on request_words (words)')).rejects.toThrow(
      'already',
    );
  });
});

/** Runs a statement on a connection of its own. */
async function run(target: DatabaseTarget, statement: string): Promise<void> {
  if (target.dialect === 'postgres') return onServer(target.url, statement);
  const connection = new BetterSqlite(target.path);
  connection.exec(statement);
  connection.close();
}
