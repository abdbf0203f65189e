import { sql } from 'drizzle-orm';
import { submit } from '../../src/requests/submit';
import { decide } from '../../src/requests/decide';
import type { Database } from '../../src/store/database';
import { backlogStatements } from '../../src/store/queries/backlog';
import { boris, hour, noon, TestApp } from '../requests/app';
import { describeEngines } from './engines';
import { instant, numbers, past } from './plan';
import { waiting } from './owed';

describeEngines('what waits', ({ dialect, open, ...engine }) => {
  it('is counted, with the time of its oldest entry', async () => {
    const app = await TestApp.open({ dialect, open, ...engine });
    const asks = async (n: number) => {
      const client = await app.client(n);
      return app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
    };
    const read = () => app.transaction((tx) => tx.store.backlog.read(tx.now));
    expect(await read()).toEqual({
      oldestPending: null,
      outbox: { waiting: 0, in_flight: 0, undeliverable: 0 },
      oldestOwed: null,
      oldestSendable: null,
      webhooks: { owed: 0, oldest: null },
    });

    const first = await asks(1);
    app.now += hour;
    await asks(2);
    // Each owes the client a confirmation, and the two admins a card.
    expect(await read()).toMatchObject({
      oldestPending: noon,
      outbox: { waiting: 6, in_flight: 0, undeliverable: 0 },
      oldestOwed: noon,
      oldestSendable: noon,
    });

    app.now += hour;
    await app.transaction(async (tx) => {
      if (!('id' in first)) throw new Error('the first request was refused');
      await decide(tx, first.id, { type: 'approve', by: boris, round: 1 });
      const { outbox } = tx.store;
      const [one, two, three] = await waiting(outbox);
      if (one === undefined || two === undefined || three === undefined) throw new Error('less is owed than it should');
      await outbox.claim([one.id], tx.now);
      await outbox.settle({ id: two.id, as: 'undeliverable', error: 'blocked' }, tx.now);
      await outbox.accept([{ id: three.id, messageId: 7 }], tx.now);
    });
    await app.transaction(async ({ store, now }) => {
      const newest = await store.events.newestId();
      await store.webhooks.add(newest - 1, '{}', now);
      await store.webhooks.add(newest, '{}', now + hour);
    });
    const { oldestPending, outbox, webhooks } = await read();
    expect(webhooks).toEqual({ owed: 2, oldest: app.now });
    expect(oldestPending).toBe(noon + hour);
    expect(outbox).toMatchObject({ in_flight: 1, undeliverable: 1 });
  });

  it('for a chat with a retry_after does not count as free, nor do the messages behind it', async () => {
    const app = await TestApp.open({ dialect, open, ...engine });
    const client = await app.client(1);
    await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
    await app.transaction(async (tx) => {
      for (const row of await waiting(tx.store.outbox)) {
        const again = { id: row.id, as: 'owed', error: '429', outcomeUnknown: false } as const;
        await tx.store.outbox.settle({ ...again, notBefore: noon + hour }, tx.now);
      }
    });
    const read = () => app.transaction((tx) => tx.store.backlog.read(tx.now));
    expect(await read()).toMatchObject({ oldestOwed: noon, oldestSendable: null });
    app.now -= 2 * hour;
    expect(await read()).toMatchObject({ oldestSendable: noon });
    app.now += 4 * hour;
    expect(await read()).toMatchObject({ oldestOwed: noon, oldestSendable: noon });
  });

  it('is found without reading finished rows, however many there are', async () => {
    const store = await open((database: Database) => database);
    const plans = await store.transaction(async (database) => {
      await seedFinished(database);
      const { plan } = past(dialect, database.db);
      const found: Record<string, string> = {};
      for (const [name, query] of Object.entries(backlogStatements(database, sql.raw(instant(dialect, noon))))) {
        found[name] = await plan(query);
      }
      return found;
    });
    expect(plans).toEqual({
      oldestPending: expect.stringContaining('requests_waiting') as string,
      owed: expect.stringMatching(/outbox_owed/) as string,
      undeliverable: expect.stringContaining('outbox_undeliverable') as string,
      oldestOwed: expect.stringMatching(/outbox_owed/) as string,
      oldestSendable: expect.stringMatching(/outbox_owed/) as string,
      webhooks: expect.stringContaining('webhook_events_') as string,
      oldestWebhook: expect.stringContaining('webhook_events_owed') as string,
    });
    for (const plan of Object.values(plans)) expect(plan).not.toMatch(/SCAN \w+"|Seq Scan/);
  });

  async function seedFinished({ db }: Database): Promise<void> {
    const { change } = past(dialect, db);
    const { head, from } = numbers(dialect, 20_000);
    const at = instant(dialect, noon);
    await change(`${head} INSERT INTO people (id, name) SELECT i, 'Anna' FROM ${from}`);
    await change(
      `${head} INSERT INTO requests (client_id, message, status, round, submitted_at, expires_at, appeal_count,
         reviewed_by, decided_at)
       SELECT i, 'Please', 'approved', 1, ${at}, ${at}, 0, 7, ${at} FROM ${from}`,
    );
    await change(
      `${head} INSERT INTO outbox (recipient_id, notice, priority, state, created_at, attempts, unknown_outcomes, settled_at)
       SELECT i, '{"kind":"digest"}', 1, 'sent', ${at}, 1, 0, ${at} FROM ${from}`,
    );
    await change(
      `${head} INSERT INTO request_events (request_id, event, to_status, at, message, round, digest)
       SELECT i, 'approve', 'approved', ${at}, 'Please', 1, 'none' FROM ${from}`,
    );
    await change(
      `${head} INSERT INTO webhook_events (event_id, body, state, created_at, attempts, next_try_at, timed_at, settled_at)
       SELECT i, '{}', 'delivered', ${at}, 1, ${at}, ${at}, ${at} FROM ${from}`,
    );
    await change('ANALYZE');
  }
});
