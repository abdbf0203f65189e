import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentLines, digestOf, firstDigest, hashOfText } from '../../src/store/chain';
import type { Database } from '../../src/store/database';
import { verifyHistory } from '../../src/history/verify';
import { maintenanceOf } from '../../src/store/dialects';
import type { Dialect } from '../../src/store/engine';
import { migrationsOf } from '../../src/store/migrate';
import * as postgresSchema from '../../src/store/postgres/schema';
import * as sqliteSchema from '../../src/store/sqlite/schema';
import type { StoreEvent } from '../../src/store/store-event';
import { testWith } from '../programs';
import { describeEngines } from './engines';
import { migrateTo, readJournal } from './older';
import { instant } from './plan';
import { names } from './rows';
import { contentOf, run, schemaOf } from './schema-of';
import { firstVersion, putFirstVersion } from './first-version/first-version';
import { noStandby } from './standby';

const database = (it: Database) => it;

test('the migrations for SQLite lead to the schema of the code (else: npm run db:generate)', async () => {
  const changes = generateSQLiteMigration(newestSnapshot('sqlite'), await generateSQLiteDrizzleJson(sqliteSchema));
  expect(await changes).toEqual([]);
});

test('the migrations for PostgreSQL lead to the schema of the code (else: npm run db:generate)', async () => {
  const changes = generateMigration(newestSnapshot('postgres'), generateDrizzleJson(postgresSchema));
  expect(await changes).toEqual([]);
});

describeEngines('migrating', ({ dialect, open, freshTarget }) => {
  const journal = readJournal(migrationsOf(dialect));
  const older = journal.entries.slice(0, -1).map(({ tag }, index) => [tag, index + 1] as const);

  let fromNothing: readonly unknown[] | null = null;
  let fromTheFirst: object | null = null;
  const testOnIt = dialect === 'sqlite' ? test : testWith('psql');
  testOnIt.each(older)(
    'lead from %s, and what was written by then, to the newest schema and a history that follows',
    async (_, count) => {
      if (fromNothing === null) {
        const fresh = await freshTarget();
        await (await open(names, fresh)).close();
        fromNothing = await schemaOf(fresh);
      }
      const target = await freshTarget();
      // The first version had two migrations.
      if (count >= 2) putFirstVersion(target);
      await migrateTo(target, count);
      await (await open(names, target)).close();
      expect(await schemaOf(target)).toEqual(fromNothing);
      const history = await maintenanceOf(target).openHistory();
      try {
        const events = count >= 2 ? firstVersion(dialect).counts['request_events'] : 0;
        expect(await verifyHistory(history, { expected: null })).toMatchObject({ holds: true, events });
      } finally {
        await history.close();
      }
      if (count < 2) return;
      // Until when each request waits follows as well.
      expect(await run(target, unknownTerms)).toEqual([]);
      const { request_events: chained, ...content } = await contentOf(target);
      fromTheFirst ??= content;
      expect(chained).toHaveLength(firstVersion(dialect).counts['request_events'] ?? 0);
      expect(content).toEqual(fromTheFirst);
    },
  );

  test('write into the history who had become one with whom before it could say so', async () => {
    const target = await freshTarget();
    await migrateTo(
      target,
      journal.entries.findIndex(({ tag }) => tag.endsWith('_unitings')),
    );
    const [vera, account, admin] = [2 ** 52 + 7, 5_000_000_001, 5_000_000_009];
    const at = instant(dialect, noon);
    await run(
      target,
      `insert into people (id, telegram_id, name, united_with) values (${vera}, ${account}, 'Vera', null),
         (${account}, null, 'Vera', ${vera}), (${admin}, ${admin}, 'Boris', null)`,
    );
    await run(
      target,
      `insert into requests (client_id, source, message, status, round, submitted_at, expires_at, reviewed_by, decided_at, appeal_count,
           withdrawn_at)
         values (${vera}, 'form', 'Please', 'approved', 1, ${at}, ${at}, ${admin}, ${at}, 0, null),
         (${vera}, 'chat', 'Please', 'withdrawn', 1, ${at}, ${at}, null, null, 0, ${at})`,
    );
    const happened = [
      [1, 'submit', null, 'pending', vera, 'form'],
      [1, 'approve', 'pending', 'approved', admin, 'chat'],
      [2, 'submit', null, 'pending', account, 'chat'],
      [2, 'withdraw', 'pending', 'withdrawn', account, 'chat'],
    ] as const;
    let digest = firstDigest;
    for (const [n, [request, event, from, to, actor, via]] of happened.entries()) {
      const hash = hashOfText('salt', 'Please');
      const facts = [request, event, from, to, actor, noon, null, via, 1, noon, null];
      digest = digestOf(digest, n + 1, contentLines([...facts, hash, null]));
      await run(
        target,
        `insert into request_events (id, request_id, event, from_status, to_status, actor_id, at, via, round, expires_at, message,
           message_salt, message_hash, digest)
           values (${n + 1}, ${request}, '${event}', ${from === null ? 'null' : `'${from}'`}, '${to}', ${actor}, ${at}, '${via}', 1,
           ${at}, 'Please', 'salt', '${hash}', '${digest}')`,
      );
    }
    await (await open(names, target)).close();
    const history = await maintenanceOf(target).openHistory();
    const found = await verifyHistory(history, { expected: digest });
    await history.close();
    expect(found).toMatchObject({ holds: true, events: 6, requests: 2 });
    const written =
      'select request_id, from_status, to_status, actor_id, via from request_events where id > 4 order by id';
    const united = { actor_id: vera, via: 'system' };
    expect((await run(target, written)).map(asNumbers)).toEqual([
      { request_id: 1, from_status: 'approved', to_status: 'approved', ...united },
      { request_id: 2, from_status: 'withdrawn', to_status: 'withdrawn', ...united },
    ]);
    // They are told of once more, with the Telegram ID.
    expect((await run(target, 'select person_id, request_id, version from access_states')).map(asNumbers)).toEqual([
      { person_id: vera, request_id: 1, version: 5 },
    ]);
  });

  test('have nothing to do the second time', async () => {
    const target = await freshTarget();
    await (await open(database, target)).close();
    const before = await schemaOf(target);
    await open(database, target);
    expect(await schemaOf(target)).toEqual(before);
  });

  test('are announced before they begin, unless there is nothing to do or nothing to lose', async () => {
    const news: StoreEvent[] = [];
    const listening = { ...noStandby, tell: (each: StoreEvent) => void news.push(each) };
    const target = await freshTarget();
    await migrateTo(target, 1);
    await (await open(database, target, listening)).close();
    await (await open(database, target, listening)).close();
    await open(database, await freshTarget(), listening);
    expect(news).toEqual([{ kind: 'migrating', missing: journal.entries.length - 1 }]);
  });

  test('refuse a database of a newer version, and say so', async () => {
    const target = await freshTarget();
    await (await open(database, target)).close();
    await run(target, migrationRecord(dialect));
    await expect(open(database, target)).rejects.toMatchObject({
      code: 'newer_schema',
      message: expect.stringContaining('newer version') as string,
    });
  });

  if (dialect !== 'sqlite') return;
  test('fail on dangling foreign keys, even the second time', async () => {
    const target = await freshTarget();
    await migrateTo(target, 1);
    await run(
      target,
      `insert into request_events (request_id, event, to_status, at, message, round) values (404, 'submit', 'pending', 0, '', 0)`,
    );
    for (let times = 0; times < 2; times += 1) {
      await expect(open(database, target)).rejects.toThrow(/1 rows refer to rows that do not exist/);
    }
  });
});

const noon = Date.UTC(2026, 2, 1, 12);

/** PostgreSQL sends large numbers as texts. */
const asNumbers = (row: unknown): unknown =>
  Object.fromEntries(
    Object.entries(row as Readonly<Record<string, unknown>>).map(([column, value]) => [
      column,
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ]),
  );

/** A migration that only a later version has. */
const migrationRecord = (dialect: Dialect) =>
  `insert into ${dialect === 'postgres' ? 'drizzle.' : ''}__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`;

/** The requests whose last event doesn't say until when they waited, as the row does. */
const unknownTerms = `select requests.id from requests join request_events as event on event.request_id = requests.id
  where event.id = (select max(id) from request_events where request_id = requests.id)
    and (event.expires_at is null or event.expires_at <> requests.expires_at)`;

function newestSnapshot(dialect: Dialect): unknown {
  const folder = path.join(migrationsOf(dialect), 'meta');
  const snapshots = readdirSync(folder).filter((name) => name.endsWith('_snapshot.json'));
  const newest = snapshots.sort().at(-1);
  if (newest === undefined) throw new Error(`${folder} has no snapshot`);
  return JSON.parse(readFileSync(path.join(folder, newest), 'utf8'));
}
