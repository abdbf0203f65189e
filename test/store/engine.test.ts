import { eq } from 'drizzle-orm';
import { inspect } from 'node:util';
import { groupId, personId, telegramId, type PersonId, type RequestId } from '../../src/lifecycle/ids';
import { statuses, type Status } from '../../src/lifecycle/request';
import type { Database } from '../../src/store/database';
import { isUnavailable, isUniqueViolation } from '../../src/store/errors';
import { describeEngines } from './engines';
import { addPerson, addRequest, anEvent, aRequest, names } from './rows';

const database = (it: Database) => it;
const noon = Date.UTC(2026, 0, 15, 12, 0, 0, 123);
const ann = personId(1);
const bob = personId(2);

describeEngines('a transaction', ({ open, freshTarget }) => {
  test('keeps its writes, also for the next daemon', async () => {
    const target = await freshTarget();
    const engine = await open(database, target);
    expect(await engine.transaction((it) => addPerson(it, ann).then(() => 'done'))).toBe('done');
    expect(await engine.transaction(names)).toEqual(['person 1']);
    await engine.close();
    expect(await (await open(database, target)).transaction(names)).toEqual(['person 1']);
  });

  test('that throws leaves nothing behind, and its error is passed on', async () => {
    const engine = await open(database);
    const bug = new Error('a bug');
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, ann);
      throw bug;
    });
    await expect(transaction).rejects.toBe(bug);
    expect(await engine.transaction(names)).toEqual([]);
  });

  test('waits for the one before, in the order of their calls', async () => {
    const engine = await open(database);
    const steps: string[] = [];
    const transaction = (name: string) =>
      engine.transaction(async (it) => {
        steps.push(`${name} begins`);
        await names(it);
        await names(it);
        steps.push(`${name} ends`);
        if (name === 'b') throw new Error('b fails');
      });
    await Promise.allSettled(['a', 'b', 'c'].map(transaction));
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('that was called before closing still runs, a later one is refused', async () => {
    const engine = await open(database);
    const asked = engine.transaction(names);
    await engine.close();
    expect(await asked).toEqual([]);
    await expect(engine.transaction(names)).rejects.toMatchObject({
      message: expect.stringMatching(/closed|not open/) as string,
    });
  });

  test('shows people’s texts in no error', async () => {
    const engine = await open(database);
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, ann);
      await addRequest(it, { message: 'my secret', status: 'lost' as Status });
    });
    const error: unknown = await transaction.catch((reason: unknown) => reason);
    const shown = `${String(error)} ${inspect(error, { depth: 9 })}`;
    expect(shown).toMatch(/requests_status_known/);
    expect(shown).not.toMatch(/my secret/);
  });
});

describeEngines('a read', ({ open, freshTarget }) => {
  /** Resolves once `release` is called. */
  function gate() {
    let release = (): void => {};
    const opened = new Promise<void>((resolve) => (release = resolve));
    return { opened, release };
  }

  test('sees what is committed, while a transaction is under way that neither waits for it nor is waited for', async () => {
    const engine = await open(database);
    await engine.transaction((it) => addPerson(it, ann));
    const { opened, release } = gate();
    const { opened: written, release: wrote } = gate();
    const transaction = engine.transaction(async (it) => {
      await addPerson(it, bob);
      wrote();
      await opened;
    });
    await written;
    expect(await engine.read(names)).toEqual(['person 1']);
    release();
    await transaction;
    expect(await engine.read(names)).toEqual(['person 1', 'person 2']);
  });

  test('is of one moment, whatever is committed meanwhile', async () => {
    const engine = await open(database);
    await engine.transaction((it) => addPerson(it, ann));
    const seen = await engine.read(async (it) => {
      const before = await names(it);
      await engine.transaction((writing) => addPerson(writing, bob));
      return [before, await names(it)];
    });
    expect(seen).toEqual([['person 1'], ['person 1']]);
  });

  test('can’t write, and what fails in one is no trouble for the next', async () => {
    const engine = await open(database);
    // Not toThrow: better-sqlite3 keeps the class of its errors, which may be of another test file's realm.
    const readOnly = { message: expect.stringMatching(/read-?only/) as string };
    await expect(engine.read((it) => addPerson(it, ann))).rejects.toMatchObject(readOnly);
    expect(await engine.read(names)).toEqual([]);
    await engine.transaction((it) => addPerson(it, ann));
    expect(await engine.read(names)).toEqual(['person 1']);
  });

  test('is refused once the database is closed, whether or not there was one before', async () => {
    const target = await freshTarget();
    for (const readsBefore of [false, true]) {
      const engine = await open(database, target);
      if (readsBefore) await engine.read(names);
      await engine.close();
      await expect(engine.read(names)).rejects.toThrow(/closed|lost/);
    }
  });
});

describeEngines('the database', ({ open }) => {
  /** Opens a database in which Ann and Bob are known. */
  async function openWithPeople() {
    const engine = await open(database);
    await engine.transaction(async (it) => {
      await addPerson(it, ann);
      await addPerson(it, bob);
    });
    return engine;
  }

  const openStatuses: readonly Status[] = ['pending', 'approved', 'rejected', 'revoked'];

  test.each(openStatuses)('refuses a second request by a client who has one that is %s', async (status) => {
    const engine = await openWithPeople();
    await engine.transaction((it) => addRequest(it, aRequest(ann, status)));
    const second = engine.transaction((it) => addRequest(it, aRequest(ann, 'pending')));
    const error = await second.catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUnavailable(error)).toBe(false);
    await engine.transaction((it) => addRequest(it, aRequest(bob, 'pending')));
  });

  test('accepts a new request by a client whose others are finished', async () => {
    const engine = await openWithPeople();
    await engine.transaction(async (it) => {
      for (const status of ['expired', 'withdrawn', 'expired', 'pending'] as const) {
        await addRequest(it, aRequest(ann, status));
      }
    });
  });

  test('refuses an unknown status', async () => {
    const engine = await openWithPeople();
    const insert = engine.transaction((it) => addRequest(it, { status: 'lost' as Status }));
    await expect(insert).rejects.toMatchObject({ message: expect.stringMatching(/requests_status_known/) as string });
  });

  test('refuses a decision without a reviewer, and a reviewer without a decision', async () => {
    const engine = await openWithPeople();
    const insert = (half: { reviewedBy: PersonId } | { decidedAt: number }) =>
      engine.transaction((it) => addRequest(it, { ...aRequest(ann, 'pending'), ...half }));
    await expect(insert({ reviewedBy: bob })).rejects.toMatchObject({
      message: expect.stringMatching(/requests_reviewed_when_decided/) as string,
    });
    await expect(insert({ decidedAt: noon })).rejects.toMatchObject({
      message: expect.stringMatching(/requests_reviewed_when_decided/) as string,
    });
  });

  test('knows one person by a Telegram ID, and any number of people who have none', async () => {
    const engine = await openWithPeople();
    const onTelegram = (id: PersonId) =>
      engine.transaction(({ db, schema: { people } }) =>
        db
          .update(people)
          .set({ telegramId: telegramId(7_000_000_001) })
          .where(eq(people.id, id)),
      );
    await onTelegram(ann);
    const error = await onTelegram(bob).catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
  });

  test('knows one person by a verified address; before that it may be anybody’s', async () => {
    const engine = await openWithPeople();
    const has = (person: PersonId, medium: 'email' | 'sms', verifiedAt: number | null) =>
      engine.transaction(({ db, schema: { contacts } }) =>
        db
          .insert(contacts)
          .values({ personId: person, medium, address: 'a@b.example', verifiedAt })
          .onConflictDoUpdate({
            target: [contacts.personId, contacts.medium, contacts.address],
            set: { verifiedAt },
          }),
      );
    await has(ann, 'email', null);
    await has(bob, 'email', null);
    await has(ann, 'email', noon);
    const error = await has(bob, 'email', noon).catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
    await has(bob, 'sms', noon);
    const fax = has(bob, 'fax' as 'sms', null);
    await expect(fax).rejects.toMatchObject({ message: expect.stringMatching(/contacts_medium_known/) as string });
  });

  test('refuses a request by somebody unknown, and history of no request', async () => {
    const engine = await openWithPeople();
    const ofNobody = engine.transaction((it) => addRequest(it, aRequest(personId(404), 'pending')));
    await expect(ofNobody).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) as string });
    const ofNothing = engine.transaction((it) =>
      it.db
        .insert(it.schema.requestEvents)
        .values(anEvent(404 as RequestId))
        .returning(),
    );
    await expect(ofNothing).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) as string });
  });

  test('never changes, deletes or replaces history', async () => {
    const engine = await openWithPeople();
    const event = await engine.transaction(async (it) => {
      const id = await addRequest(it, aRequest(ann, 'pending'));
      const [row] = await it.db.insert(it.schema.requestEvents).values(anEvent(id)).returning();
      return row;
    });
    if (event === undefined) throw new Error('no row came back');
    const change = { reason: 'another reason' };
    const attempts: ((it: Database) => PromiseLike<unknown>)[] = [
      ({ db, schema }) => db.update(schema.requestEvents).set(change),
      ({ db, schema }) => db.delete(schema.requestEvents),
      ({ db, schema: { requestEvents } }) =>
        db.insert(requestEvents).values(event).onConflictDoUpdate({ target: requestEvents.id, set: change }),
    ];
    for (const attempt of attempts) {
      await expect(engine.transaction(async (it) => await attempt(it))).rejects.toMatchObject({
        message: expect.stringMatching(/append-only/) as string,
      });
    }
    const kept = await engine.transaction(async ({ db, schema }) => await db.select().from(schema.requestEvents));
    expect(kept).toEqual([event]);
  });

  test('counts requests by status as they come, change and go', async () => {
    const engine = await openWithPeople();
    const counts = () =>
      engine.transaction(async ({ db, schema }) =>
        Object.fromEntries((await db.select().from(schema.requestCounts)).map((row) => [row.status, row.count])),
      );
    const none = Object.fromEntries(statuses.map((status) => [status, 0]));
    expect(await counts()).toEqual(none);

    const id = await engine.transaction(async (it) => {
      await addRequest(it, aRequest(bob, 'expired'));
      return addRequest(it, aRequest(ann, 'pending'));
    });
    expect(await counts()).toEqual({ ...none, expired: 1, pending: 1 });

    const change = (to: Partial<ReturnType<typeof aRequest>>) =>
      engine.transaction(async ({ db, schema: { requests } }) => {
        await db.update(requests).set(to).where(eq(requests.id, id));
      });
    await change({ status: 'withdrawn' });
    await change({ message: 'status as before' });
    await change({ status: 'withdrawn' });
    expect(await counts()).toEqual({ ...none, expired: 1, withdrawn: 1 });

    await engine.transaction(async ({ db, schema: { requests } }) => {
      await db.delete(requests).where(eq(requests.id, id));
    });
    expect(await counts()).toEqual({ ...none, expired: 1 });

    await engine.transaction((it) => addRequest(it, aRequest(ann, 'pending')).then(fail)).catch(() => undefined);
    expect(await counts()).toEqual({ ...none, expired: 1 });
  });

  test('returns what it was given: 64-bit ids, milliseconds, any text, JSON and null', async () => {
    const engine = await open(database);
    const far = personId(2 ** 52 + 1);
    const text = `<b>&amp;'"; drop table people; -- \u202eright to left\u{1f469}\u200d\u{1f4bb}\n`;
    const verdict = { status: 'rejected', by: ann, at: noon, reason: text } as const;
    const facts = { message: text, submittedAt: noon, expiresAt: Date.UTC(2500, 1, 1) };
    const beforeAppeal = { ...facts, verdict, lastRejectedAt: noon };
    const row = { ...aRequest(far, 'pending'), ...facts };
    const requests = await engine.transaction(async (it) => {
      await addPerson(it, far);
      await addRequest(it, { ...row, status: 'expired', beforeAppeal: null });
      await addRequest(it, { ...row, beforeAppeal });
      await it.db.insert(it.schema.chatAliases).values({ oldId: groupId(-5), newId: groupId(-(2 ** 52)) });
      expect(await it.db.select().from(it.schema.chatAliases)).toEqual([{ oldId: -5, newId: -(2 ** 52) }]);
      return it.db.select().from(it.schema.requests).orderBy(it.schema.requests.id);
    });
    expect(requests).toMatchObject([
      { clientId: far, ...facts, beforeAppeal: null },
      { reviewedBy: null, beforeAppeal },
    ]);
  });
});

const fail = () => Promise.reject(new Error('the transaction fails'));
