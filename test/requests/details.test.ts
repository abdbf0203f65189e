import { requestId, telegramId, type PersonId, type RequestId } from '../../src/lifecycle/ids';
import { decide, type AdminDecision } from '../../src/requests/decide';
import { note } from '../../src/requests/notes';
import { accessChanges, accessOnTelegram } from '../../src/requests/read/access-states';
import { cardView } from '../../src/requests/read/card';
import { changesSince } from '../../src/requests/read/changes';
import { requestDetails, type RequestDetails } from '../../src/requests/read/details';
import { history } from '../../src/requests/read/history';
import { ownPage } from '../../src/requests/read/own-page';
import { personView, type PersonView } from '../../src/requests/read/person';
import type { Reader } from '../../src/requests/read/reader';
import { submit, withdraw } from '../../src/requests/submit';
import { addToRequest, askClient } from '../../src/requests/talk';
import type { TestEngine } from '../store/engines';
import { describeEngines } from '../store/engines';
import { boris, clara, day, noon, TestApp } from './app';

const never = new AbortController().signal;
const asBoris: Reader = { kind: 'admin', id: boris };
const program: Reader = { kind: 'program' };
const first = requestId(1);

describeEngines('the details of a request', (engine) => {
  let app: TestApp;
  let client: PersonId;
  beforeEach(async () => {
    [app, client] = await oneWaits(engine);
  });

  async function details(reader: Reader = asBoris, id: RequestId = first): Promise<RequestDetails> {
    const found = await requestDetails(app.transactions, reader, id, never);
    if ('refused' in found) throw new Error(found.refused);
    return found;
  }
  const does = (command: AdminDecision) => decides(app, first, command);
  const may = async (reader: Reader = asBoris) => (await details(reader)).may;

  test('have its history, oldest first, with who did what and by which way', async () => {
    app.now += 1;
    await does({ type: 'reject', by: boris, round: 1, reason: 'Not yet' });
    const { item, events, eventCount, lastEvent } = await details();
    expect(item).toMatchObject({
      id: first,
      status: 'rejected',
      reviewedBy: { id: boris, name: 'Boris' },
      reason: 'Not yet',
    });
    expect(events).toMatchObject([
      { event: 'submit', from: null, to: 'pending', actor: { id: client, name: 'Client 1' }, at: noon, via: 'system' },
      { event: 'reject', from: 'pending', to: 'rejected', actor: { id: boris, name: 'Boris' }, reason: 'Not yet' },
    ]);
    expect([eventCount, lastEvent]).toEqual([2, events[1]?.id]);
  });

  test('have notes, what was said, and what the client was told or is owed, with its fate', async () => {
    await app.transaction((tx) => note(tx, boris, first, 'Met at the garden'));
    await app.transaction((tx) => askClient(tx, boris, { request: first, round: null }, 'Who are you?'));
    await app.transaction((tx) => addToRequest(tx, client, 'A friend of Vera'));
    const [confirmed] = (await details()).messages;
    await app.transaction((tx) =>
      tx.store.outbox.settle({ id: confirmed?.id ?? 0, as: 'undeliverable', error: 'blocked' }, tx.now),
    );
    await does({ type: 'approve', by: boris, round: 1 });
    const { notes, noteCount, talk, talkCount, messages } = await details();
    expect(notes).toMatchObject([{ author: { id: boris, name: 'Boris' }, at: noon, text: 'Met at the garden' }]);
    expect(talk).toMatchObject([
      { kind: 'question', author: { id: boris }, text: 'Who are you?', round: 1 },
      { kind: 'addition', author: { id: client }, text: 'A friend of Vera', round: 1 },
    ]);
    expect([noteCount, talkCount]).toEqual([1, 2]);
    const told = messages.map(({ what, state, error }) => [what, state, error]);
    expect(told).toEqual([
      ['approved', 'owed', null],
      ['submitted', 'undeliverable', 'blocked'],
    ]);
  });

  test('have what the client wrote in other rounds, but not the text that the request has now', async () => {
    expect((await details()).otherTexts).toEqual([]);
    await does({ type: 'reject', by: boris, round: 1, reason: null });
    app.now += 8 * day;
    await app.transaction((tx) => submit(tx, client, 'appeal', 'Please again'));
    const appealed = app.now;
    expect((await details()).otherTexts).toEqual([{ round: 1, at: noon, message: 'Please' }]);
    await app.transaction((tx) => withdraw(tx, client));
    expect((await details()).item.message).toBe('Please');
    expect((await details()).otherTexts).toEqual([{ round: 2, at: appealed, message: 'Please again' }]);
  });

  test('say of a text and a reason that they were erased, and so do card, history and own page', async () => {
    await does({ type: 'reject', by: boris, round: 1, reason: 'Not yet' });
    await app.transaction(async ({ store, now }) =>
      store.erasures.eraseTexts(await store.erasures.requestsOf(client), now),
    );
    const { item, events } = await details();
    expect([item.message, item.erasedAt]).toEqual(['', noon]);
    expect(events.map(({ erased }) => erased)).toEqual([true, true]);
    expect(await app.read((reading) => ownPage(reading, client))).toMatchObject({ message: null, isErased: true });
    app.now += 8 * day;
    await app.transaction((tx) => submit(tx, client, 'appeal', 'Please again'));
    const appealed = await details();
    expect([appealed.item.message, appealed.item.erasedAt]).toEqual(['Please again', null]);
    expect(appealed.events.map(({ erased }) => erased)).toEqual([true, true, false]);
    const { community } = app.context;
    const card = await app.read(({ store }) => cardView(store, first, boris, app.now, community));
    expect(card?.otherTexts).toEqual([{ appeal: 0, at: noon, message: '', erased: true }]);
    const past = await app.read(({ store }) => history(store, first));
    expect(past.events.map((event) => 'reasonErased' in event)).toEqual([false, true, false]);
  });

  test('say what this admin can do now, as the lifecycle decides it', async () => {
    expect(await may()).toEqual(['approve', 'reject', 'note']);
    expect(await may({ kind: 'admin', id: clara })).toEqual(['approve', 'reject', 'note']);
    expect(await may(program)).toEqual([]);
    await does({ type: 'approve', by: boris, round: 1 });
    expect(await may()).toEqual(['undo', 'revoke', 'note']);
    expect(await may({ kind: 'admin', id: clara })).toEqual(['revoke', 'note']);
    app.now += day;
    expect(await may()).toEqual(['revoke', 'note']);
    await does({ type: 'revoke', by: clara, reason: null });
    expect(await may()).toEqual(['reopen', 'note']);
  });

  test('let nobody decide their own request, nor reopen one whose client has another that is open', async () => {
    await app.transaction((tx) => submit(tx, clara, 'submit', 'Me too'));
    const own = await details({ kind: 'admin', id: clara }, requestId(2));
    expect(own.may).toEqual(['note']);
    app.now += 8 * day;
    expect((await details()).item.status).toBe('expired');
    expect(await may()).toEqual(['reopen', 'note']);
    await app.transaction((tx) => submit(tx, client, 'submit', 'Once more'));
    expect(await may()).toEqual(['note']);
    // The other one is over as well by then, although no sweep has said so yet.
    app.now += 8 * day;
    expect(await may()).toEqual(['reopen', 'note']);
  });

  test('count a second approval where two are needed', async () => {
    [app, client] = await oneWaits(engine, { approvalsNeeded: 2 });
    await does({ type: 'approve', by: boris, round: 1 });
    expect(await may()).toEqual(['reject', 'undo', 'note']);
    expect(await may({ kind: 'admin', id: clara })).toEqual(['approve', 'reject', 'note']);
    expect((await details()).item.approvals).toEqual([{ id: boris, name: 'Boris', at: noon }]);
  });

  test('of a request past its term are those of an expired one, and everybody else learns of it', async () => {
    app.now += 7 * day;
    const { item, events } = await details(program);
    expect(item.status).toBe('expired');
    expect(events.map(({ event, via }) => [event, via])).toContainEqual(['expire', 'system']);
    expect(app.told(client)).toContain('expired');
  });

  test('of a request with thousands of events and notes are the newest 200 of each, with their number', async () => {
    const at = noon + 1;
    await app.transaction(async ({ store }) => {
      for (let n = 0; n < 260; n += 1) {
        await store.notes.add({ requestId: first, authorId: boris, at, text: `Note ${n}` });
        const event = {
          requestId: first,
          event: 'vote',
          fromStatus: 'pending',
          toStatus: 'pending',
          actorId: boris,
        } as const;
        await store.events.append({
          ...event,
          at,
          reason: null,
          updateId: null,
          via: 'chat',
          message: 'Please',
          round: 1,
          expiresAt: at,
          coApprovers: null,
        });
      }
    });
    const { events, eventCount, notes, noteCount, otherTexts, lastEvent } = await details();
    expect([events.length, eventCount, notes.length, noteCount]).toEqual([200, 261, 200, 260]);
    expect(notes.at(-1)?.text).toBe('Note 259');
    expect(lastEvent).toBe(events.at(-1)?.id);
    expect(otherTexts).toEqual([]);
  });

  test('are refused to others, and of what does not exist', async () => {
    const asked = (reader: Reader, id: RequestId) => requestDetails(app.transactions, reader, id, never);
    expect(await asked({ kind: 'admin', id: client }, first)).toEqual({ refused: 'not_an_admin' });
    expect(await asked(asBoris, requestId(99))).toEqual({ refused: 'no_such_request' });
  });
});

describeEngines('somebody’s page', (engine) => {
  test('has who they are and what they have sent, newest first, and since when they have access', async () => {
    const [app, client] = await oneWaits(engine);
    await app.transaction((tx) => withdraw(tx, client));
    await app.transaction((tx) => submit(tx, client, 'submit', 'Once more'));
    const seen = () => app.read((reading) => personView(reading, asBoris, client)) as Promise<PersonView>;
    expect(await seen()).toMatchObject({
      ...{ id: client, telegramId: client, name: 'Client 1', username: null, language: 'en' },
      ...{ isAdmin: false, unreachableSince: null, accessSince: null, older: 0 },
      requests: [
        { id: 2, status: 'pending', message: 'Once more' },
        { id: 1, status: 'withdrawn' },
      ],
    });
    app.now += day;
    await decides(app, requestId(2), { type: 'approve', by: boris, round: 1 });
    await app.transaction((tx) => tx.store.people.markUnreachable(client, tx.now));
    expect(await seen()).toMatchObject({ accessSince: app.now, unreachableSince: app.now });
    const older = await app.read((reading) => personView(reading, asBoris, client, requestId(2)));
    expect(older).toMatchObject({ requests: [{ id: 1 }] });
    expect(await app.read((reading) => personView(reading, { kind: 'admin', id: client }, client))).toEqual({
      refused: 'not_an_admin',
    });
    const stranger = await app.client(99).then((id) => (id + 1) as PersonId);
    expect(await app.read((reading) => personView(reading, program, stranger))).toEqual({ refused: 'no_such_person' });
  });
});

describeEngines('what has changed since an event', (engine) => {
  test('is read in the order of the history, so much at a time, from any event or from now on', async () => {
    const [app, client] = await oneWaits(engine);
    const since = (after: number | null, limit = 10) => app.read((reading) => changesSince(reading, after, limit));
    const { newest } = await since(null);
    expect(newest).toBeGreaterThan(0);
    expect(await since(newest)).toEqual({ events: [], newest });
    await app.transaction((tx) => withdraw(tx, client));
    await app.transaction((tx) => submit(tx, client, 'submit', 'Once more'));
    const { events, newest: last } = await since(newest);
    expect(events.map(({ request }) => request)).toEqual([1, 2]);
    expect(events.at(-1)?.id).toBe(last);
    expect(await since(newest, 1)).toEqual({ events: events.slice(0, 1), newest: events[0]?.id });
  });
});

describeEngines('who has access', (engine) => {
  test('is told with the event that changed it last, also of those nobody has heard of', async () => {
    const [app, client] = await oneWaits(engine);
    const state = () => app.read((reading) => accessOnTelegram(reading, telegramId(client)));
    const nothing = { telegramId: client, access: false, since: null, request: null, version: 0 };
    expect(await app.read((reading) => accessOnTelegram(reading, telegramId(4_711)))).toEqual({
      ...nothing,
      telegramId: 4_711,
    });
    expect(await state()).toEqual(nothing);
    const steps: readonly (readonly [AdminDecision, boolean])[] = [
      [{ type: 'approve', by: boris, round: 1 }, true],
      [{ type: 'undo', by: boris, round: 1 }, false],
      [{ type: 'reject', by: boris, round: 2, reason: null }, false],
      [{ type: 'reopen', by: boris }, false],
      [{ type: 'approve', by: clara, round: 3 }, true],
      [{ type: 'revoke', by: clara, reason: null }, false],
    ];
    let changed = { access: false, since: 0, version: 0 };
    for (const [command, access] of steps) {
      app.now += 1;
      await decides(app, first, command);
      const version = await app.read(({ store }) => store.events.newestId());
      if (access !== changed.access) changed = { access, since: app.now, version };
      expect([command.type, await state()]).toEqual([command.type, { telegramId: client, request: first, ...changed }]);
    }
  });

  test('is listed in the order of changes, each person once with their latest state, from any version on', async () => {
    const app = await TestApp.open(engine);
    const versions: number[] = [];
    const clients: PersonId[] = [];
    const decided = async (id: number, command: AdminDecision) => {
      await decides(app, requestId(id), command);
      versions.push(await app.read(({ store }) => store.events.newestId()));
    };
    for (let n = 1; n <= 3; n += 1) {
      const client = await app.client(n);
      clients.push(client);
      await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
      await decided(n, { type: 'approve', by: boris, round: 1 });
    }
    await decided(1, { type: 'revoke', by: boris, reason: null });
    const listed = (after: number, limit = 10) =>
      app.read(async (reading) => {
        const { items, version } = await accessChanges(reading, after, limit);
        return [...items.map(({ telegramId: id, access }) => `${id} ${access}`), version];
      });
    const [one, two, three] = clients;
    const [, second, third, last] = versions;
    expect(await listed(0)).toEqual([`${two} true`, `${three} true`, `${one} false`, last]);
    expect(await listed(0, 1)).toEqual([`${two} true`, second]);
    expect(await listed(second ?? 0)).toEqual([`${three} true`, `${one} false`, last]);
    expect(await listed(third ?? 0)).toEqual([`${one} false`, last]);
    expect(await listed(last ?? 0)).toEqual([last]);
  });
});

/** The use cases, with one request that waits. */
async function oneWaits(
  engine: TestEngine,
  rules: Parameters<typeof TestApp.open>[1] = {},
): Promise<[TestApp, PersonId]> {
  const app = await TestApp.open(engine, rules);
  await app.transaction(async (tx) => {
    for (const [id, name] of [[boris, 'Boris'] as const, [clara, 'Clara'] as const]) {
      const rest = { username: null, language: 'en', chosenLanguage: null, unreachableAt: null };
      await tx.store.people.save({ id, telegramId: telegramId(id), name, ...rest });
    }
  });
  const client = await app.client(1);
  await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
  return [app, client];
}

async function decides(app: TestApp, id: RequestId, command: AdminDecision): Promise<void> {
  const outcome = await app.transaction((tx) => decide(tx, id, command));
  if ('refused' in outcome) throw new Error(outcome.refused);
}
