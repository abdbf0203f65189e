import type { Database } from '../../src/store/database';
import { dueStatement } from '../../src/store/queries/schedule';
import { describeEngines } from './engines';
import { instant, numbers, past } from './plan';

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
      return past(dialect, database.db).plan(dueStatement(database, horizon));
    });
    // Every table is looked up in a partial index of what is due; none is read through.
    for (const index of ['requests_to_expire', 'requests_to_remind', 'requests_to_tell_of_appeal']) {
      expect(plan).toContain(index);
    }
    expect(plan).not.toMatch(/SCAN requests(?! USING)|Seq Scan on requests/);
  });

  async function seedFinished({ db }: Database): Promise<void> {
    const { change } = past(dialect, db);
    const { head, from } = numbers(dialect, 20_000);
    const at = (ms: number) => instant(dialect, ms);
    await change(`${head} INSERT INTO people (id, name) SELECT i, 'Anna' FROM ${from}`);
    await change(
      `${head} INSERT INTO requests (client_id, message, status, round, submitted_at, expires_at, appeal_count,
         reviewed_by, decided_at, appeal_told_at)
       SELECT i, 'Please', CASE WHEN i % 2 = 0 THEN 'rejected' ELSE 'expired' END, 1, ${at(now - 9 * 24 * hour)},
         ${at(now - 2 * 24 * hour)}, 0, CASE WHEN i % 2 = 0 THEN 7 END,
         CASE WHEN i % 2 = 0 THEN ${at(now - 8 * 24 * hour)} END, CASE WHEN i % 2 = 0 THEN ${at(now)} END FROM ${from}`,
    );
    await change('ANALYZE');
  }
});
