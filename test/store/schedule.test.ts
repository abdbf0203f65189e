import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../src/store/database';
import { dueStatement } from '../../src/store/queries/schedule';
import { describeEngines } from './engines';

const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 2, 1, 12);
const horizon = {
  now,
  remindUntil: now + 24 * hour,
  appealableSince: now - 7 * 24 * hour,
  forgetUpdates: now - 7 * 24 * hour,
  forgetMessages: now - 30 * 24 * hour,
};

describeEngines('a tick', ({ dialect, open }) => {
  it('that finds nothing due reads no finished request, however many there are', async () => {
    const engine = await open((database: Database) => database);
    const plan = await engine.transaction(async (database) => {
      await seedFinished(database);
      return explain(database);
    });
    // Every table is looked up in a partial index of what is due; none is read through.
    for (const index of ['requests_to_expire', 'requests_to_remind', 'requests_to_tell_of_appeal']) {
      expect(plan).toContain(index);
    }
    expect(plan).not.toMatch(/SCAN requests(?! USING)|Seq Scan on requests/);
  });

  async function seedFinished({ db }: Database): Promise<void> {
    const many =
      dialect === 'sqlite' ? 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)' : '';
    const from = dialect === 'sqlite' ? 'n' : 'generate_series(1, 20000) AS n(i)';
    const at = (ms: number) => (dialect === 'sqlite' ? `${ms}` : `to_timestamp(${ms / 1000})`);
    await run(db, `${many} INSERT INTO people (id, name) SELECT i, 'Anna' FROM ${from}`);
    await run(
      db,
      `${many} INSERT INTO requests (client_id, message, status, round, submitted_at, expires_at, appeal_count,
         reviewed_by, decided_at, appeal_told_at)
       SELECT i, 'Please', CASE WHEN i % 2 = 0 THEN 'rejected' ELSE 'expired' END, 1, ${at(now - 9 * 24 * hour)},
         ${at(now - 2 * 24 * hour)}, 0, CASE WHEN i % 2 = 0 THEN 7 END,
         CASE WHEN i % 2 = 0 THEN ${at(now - 8 * 24 * hour)} END, CASE WHEN i % 2 = 0 THEN ${at(now)} END FROM ${from}`,
    );
    await run(db, 'ANALYZE');
  }

  async function explain(database: Database): Promise<string> {
    const keyword = dialect === 'sqlite' ? sql`explain query plan ` : sql`explain `;
    return JSON.stringify(await ask(database.db, sql`${keyword}${dueStatement(database, horizon).getSQL()}`));
  }

  async function run(db: Database['db'], statement: string): Promise<void> {
    if (dialect === 'sqlite') await db.run(statement);
    else await ask(db, statement);
  }

  /** `all` is SQLite's name for what PostgreSQL calls `execute`. */
  async function ask(db: Database['db'], statement: string | SQL): Promise<unknown> {
    if (dialect === 'sqlite') return db.all(statement);
    const postgres = db as unknown as { execute(statement: unknown): Promise<{ rows: unknown }> };
    return (await postgres.execute(statement)).rows;
  }
});
