import { eq, sql } from 'drizzle-orm';
import { personId } from '../../src/lifecycle/ids';
import type { Database } from '../../src/store/database';
import { describeEngines } from './engines';
import { addPerson, addRequest } from './rows';

const database = (it: Database) => it;
const ann = personId(1);
const nine = personId(9);
const vote = { by: nine, at: Date.UTC(2026, 0, 15, 12) };

describeEngines('the result of a query', ({ open }) => {
  test('has each value in the type of its column, and null for none', async () => {
    const engine = await open(database);
    const rows = await engine.transaction(async (it) => {
      await addPerson(it, ann);
      await addRequest(it, { awaitsWords: true, votes: [vote] });
      const { status, awaitsWords, votes, submittedAt, reason } = it.schema.requests;
      return it.db.select({ status, awaitsWords, votes, submittedAt, reason }).from(it.schema.requests);
    });
    const submittedAt = Date.UTC(2026, 0, 15, 12);
    expect(rows).toEqual([{ status: 'pending', awaitsWords: true, votes: [vote], submittedAt, reason: null }]);
  });

  test('has an expression as it was said to be read', async () => {
    const engine = await open(database);
    const rows = await engine.transaction(({ db, schema: { requestCounts } }) =>
      db
        .select({
          text: sql<string>`'5'`,
          number: sql<number>`'5'`.mapWith(Number),
          isThere: sql<boolean>`exists (select 1 from ${requestCounts})`.mapWith(Boolean),
        })
        .from(sql`(select 1) as one`),
    );
    expect(rows).toEqual([{ text: '5', number: 5, isThere: true }]);
  });

  test('has every joined table by itself, and null for one without a row', async () => {
    const engine = await open(database);
    const rows = await engine.transaction(async (it) => {
      const { requests, people } = it.schema;
      await addPerson(it, ann);
      await addPerson(it, nine);
      await addRequest(it, { reviewedBy: nine, decidedAt: vote.at, status: 'withdrawn' });
      await addRequest(it, {});
      return it.db
        .select({ id: requests.id, reviewer: people })
        .from(requests)
        .leftJoin(people, eq(people.id, requests.reviewedBy))
        .orderBy(requests.id);
    });
    const reviewer = expect.objectContaining({ id: nine, name: 'person 9', username: null }) as unknown;
    expect(rows.map((row) => row.reviewer)).toEqual([reviewer, null]);
  });

  test('of a prepared query is that of the values it is given, which may be missing by mistake', async () => {
    const engine = await open(({ db, schema: { people } }) =>
      db
        .select({ name: people.name })
        .from(people)
        .where(eq(people.id, sql.placeholder('id')))
        .prepare(),
    );
    expect(await engine.transaction((byId) => byId.execute({ id: ann }))).toEqual([]);
    await expect(engine.transaction((byId) => byId.execute({}))).rejects.toThrow('placeholder');
  });

  test('of a count is a number', async () => {
    const engine = await open(database);
    const count = await engine.transaction(async (it) => {
      await addPerson(it, ann);
      return it.db.$count(it.schema.people);
    });
    expect(count).toBe(1);
  });
});
