import { startToken } from '../../src/contacts/links';
import { theOneOf } from '../../src/contacts/one-address';
import { ownInTelegram } from '../../src/contacts/own-in-telegram';
import { unite } from '../../src/contacts/unite';
import { forget } from '../../src/erasure/erase';
import { longestTalk } from '../../src/lifecycle/limits';
import { groupId, personId, requestId, telegramId, type PersonId } from '../../src/lifecycle/ids';
import { resolveAll } from '../../src/outbox/resolve';
import { decide } from '../../src/requests/decide';
import { accessChanges } from '../../src/requests/read/access-states';
import { cardView } from '../../src/requests/read/card';
import { ownData } from '../../src/requests/read/own-data';
import { ownPage } from '../../src/requests/read/own-page';
import { personView } from '../../src/requests/read/person';
import { requestStatus } from '../../src/requests/read/status';
import { submit, withdraw } from '../../src/requests/submit';
import { noMembership } from '../../src/store/queries/access';
import type { Contact } from '../../src/store/queries/contacts';
import { tell } from '../../src/transaction/transaction';
import { boris, day, noon, TestApp } from '../requests/app';
import { describeEngines } from '../store/engines';

/** What /mydata sends, as far as it is looked at. */
interface OwnData {
  readonly requests: readonly { readonly events: readonly { readonly event: string; readonly by: string }[] }[];
}

const botToken = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';
const vera = personId(2 ** 52 + 7);

describeEngines('somebody of the form who has a Telegram account', (engine) => {
  let app: TestApp;
  let account: PersonId;
  beforeEach(async () => {
    app = await TestApp.open(engine, {}, ['email']);
    await app.admins();
    account = await app.client(1);
    const person = { id: vera, telegramId: null, name: 'Vera', username: null, language: 'ru', chosenLanguage: null };
    const contact = { medium: 'email', address: 'vera@mail.example', addressKey: 'vera@mail.example' } as const;
    await app.transaction(async (tx) => {
      await tx.store.people.save({ ...person, unreachableAt: null });
      const state = { mode: 'fallback', verifiedAt: noon, failedAt: null, mutedAt: null } as const;
      await tx.store.contacts.save({ personId: vera, ...contact, ...state });
      await tx.store.form.addPersonalLink('hash of the page', vera, noon);
      await submit({ ...tx, via: 'form' }, vera, 'submit', 'By the form');
    });
  });

  const token = startToken(vera, botToken);
  const opens = (whose: PersonId = account, link = token) => app.transaction((tx) => unite(tx, link, whose, botToken));
  const person = (id: PersonId) => app.transaction((tx) => tx.store.people.get(id));
  const latest = (id: PersonId) => app.transaction((tx) => tx.store.requests.latestOf(id));
  /** As it is stored: the names are those of now. */
  const history = async (id: number) => {
    const events = await app.transaction((tx) => tx.store.events.newest(requestId(id), 100));
    return events.map((event) => ({ ...event, actorName: null }));
  };
  const changesOfAccess = (after: number) => app.read((reading) => accessChanges(reading, after, 9));
  const approve = () => app.transaction((tx) => decide(tx, requestId(1), { type: 'approve', by: boris, round: null }));

  test('is one person with it from then on, with the request and the history as they were', async () => {
    await approve();
    const before = await history(1);
    const known = await changesOfAccess(0);
    app.now += 1;
    expect(await opens()).toEqual({ person: vera, gaveWay: null });
    expect(await person(vera)).toMatchObject({ telegramId: telegramId(account), name: 'Client 1' });
    expect(await person(account)).toMatchObject({ telegramId: null });
    const found = await app.transaction((tx) => tx.store.people.byTelegramId(telegramId(account)));
    expect(found?.id).toBe(vera);
    expect(await latest(vera)).toMatchObject({ id: 1, request: { status: 'approved', clientId: vera } });
    const [united, ...earlier] = await history(1);
    expect(earlier).toEqual(before);
    expect(united).toMatchObject({ event: 'unite', fromStatus: 'approved', toStatus: 'approved', actorId: vera });
    // Whoever asks what has changed learns who they are on Telegram.
    const [state] = known.items;
    expect(state).toMatchObject({ telegramId: null, access: true, since: noon, request: 1 });
    const version = united?.id ?? 0;
    expect(version).toBeGreaterThan(known.version);
    expect(await changesOfAccess(known.version)).toEqual({
      items: [{ ...state, telegramId: telegramId(account), version }],
      version,
    });
  });

  test('what they did before is theirs in what they are told of themselves', async () => {
    await app.transaction(async (tx) => {
      await submit(tx, account, 'submit', 'In the chat');
      await withdraw(tx, account);
    });
    await opens();
    const data = JSON.parse((await app.read(({ store }) => ownData(store, vera))) ?? '') as OwnData;
    expect(data.requests.map(({ events }) => events.map(({ event, by }) => `${event} by ${by}`))).toEqual([
      ['submit by you', 'unite by you'],
      ['submit by you', 'withdraw by you', 'unite by you'],
    ]);
  });

  test('a decision can be taken back after it as before, and doesn’t count any more', async () => {
    await approve();
    await opens();
    await app.transaction((tx) => decide(tx, requestId(1), { type: 'undo', by: boris, round: null }));
    expect((await latest(vera))?.request).toMatchObject({ status: 'pending', clientId: vera });
    expect(await app.transaction((tx) => tx.store.outcomes.decided(noon, noon + 1))).toEqual([]);
  });

  test('the link works once, and only as it is', async () => {
    const other = await app.client(2);
    expect(await opens(account, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toEqual({
      refused: 'no_such_link',
    });
    expect(await opens(account, startToken(account, botToken))).toEqual({ refused: 'link_used' });
    await opens();
    expect(await opens(other)).toEqual({ refused: 'link_used' });
    expect(await opens(vera)).toEqual({ refused: 'link_used' });
    expect(token.length).toBeLessThanOrEqual(64);
    expect(token).toMatch(/^[\w-]+$/);
  });

  test('the link stays used once they are forgotten, and that of somebody forgotten leads nowhere', async () => {
    await app.transaction((tx) => withdraw({ ...tx, via: 'form' }, vera));
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    await opens();
    // By the number that they had before, as a list of another day may have it.
    await app.transaction((tx) => forget(tx, vera, 'chat'));
    expect((await app.transaction((tx) => tx.store.requests.get(requestId(2))))?.request).toMatchObject({
      status: 'withdrawn',
      message: '',
    });
    const other = await app.client(2);
    for (const whose of [other, account]) expect(await opens(whose)).toEqual({ refused: 'link_used' });
    const done = await app.transaction((tx) => tx.store.erasures.after(0, 9));
    expect(new Set(done.map(({ personId: whose }) => whose))).toEqual(new Set([account, vera]));
    const found = await app.transaction((tx) => tx.store.people.byNumber(vera));
    expect(found?.id).toBe(account);
    const desk = app.read((reading) => personView(reading, { kind: 'admin', id: boris }, vera));
    expect(await desk).toMatchObject({ id: account, requests: [{ id: 2 }, { id: 1 }] });

    const zoe = personId(2 ** 52 + 9);
    await app.transaction(async (tx) => {
      const known = { telegramId: null, name: 'Zoe', username: null, language: 'en', chosenLanguage: null };
      await tx.store.people.save({ id: zoe, ...known, unreachableAt: null });
      await submit({ ...tx, via: 'form' }, zoe, 'submit', 'By the form');
      await forget(tx, zoe, 'command');
    });
    expect(await opens(other, startToken(zoe, botToken))).toEqual({ refused: 'no_such_link' });
  });

  test('what the account asked before is theirs as well, and so are its addresses, chats and what is owed to it', async () => {
    const chat = groupId(-1_001_000_000_001);
    await app.transaction(async (tx) => {
      await submit(tx, account, 'submit', 'In the chat');
      await withdraw(tx, account);
      const place = { medium: 'sms', address: '+4915123456789', addressKey: '+4915123456789' } as const;
      const state = { mode: 'fallback', verifiedAt: noon, failedAt: null, mutedAt: null } as const;
      await tx.store.contacts.save({ personId: account, ...place, ...state });
      await tx.store.access.save({ ...noMembership(account, chat), seen: 'member', seenAt: noon });
      await tx.store.access.save({ ...noMembership(vera, chat), wanted: 'in', nextTryAt: noon });
    });
    const before = await history(2);
    expect(await opens()).toEqual({ person: vera, gaveWay: null });
    const moved = await app.transaction((tx) => tx.store.requests.get(requestId(2)));
    expect(moved?.request).toMatchObject({ status: 'withdrawn', clientId: vera });
    const [united, ...earlier] = await history(2);
    expect(earlier).toEqual(before);
    expect(united).toMatchObject({ event: 'unite', fromStatus: 'withdrawn', toStatus: 'withdrawn', actorId: vera });
    expect((await latest(vera))?.id).toBe(1);
    const contacts = await app.transaction((tx) => tx.store.contacts.verifiedOf(vera));
    expect(new Set(contacts.map(({ medium }) => medium))).toEqual(new Set(['email', 'sms']));
    expect(await app.transaction((tx) => tx.store.contacts.verifiedOf(account))).toEqual([]);
    const membership = await app.transaction((tx) => tx.store.access.get(vera, chat));
    expect(membership).toMatchObject({ wanted: 'in', seen: 'member', seenAt: noon });
    expect(await app.transaction((tx) => tx.store.access.get(account, chat))).toBeNull();
    const owed = await app.transaction((tx) => tx.store.outbox.waitingFor('telegram', vera, 'all', 0, 100));
    expect(owed.map(({ notice }) => (notice.kind === 'client_news' ? notice.news : notice.kind))).toEqual([
      'submitted',
      'withdrawn',
    ]);
  });

  test('a message that was already on its way to the account still arrives there', async () => {
    await app.transaction((tx) => Promise.resolve(tell(tx, account, { kind: 'too_many_additions', limit: 20 })));
    const loaded = await app.transaction((tx) => tx.store.outbox.waitingFor('telegram', account, 'all', 0, 9));
    await opens();
    const [message] = await app.transaction((tx) => resolveAll(tx, loaded));
    expect(message).toMatchObject({ row: { recipientId: account }, recipient: { id: vera } });
    expect(message?.recipient).toMatchObject({ person: { telegramId: telegramId(account) } });
  });

  test('where the account has the request that counts, it stays, and gets what the form had', async () => {
    await app.transaction((tx) => withdraw({ ...tx, via: 'form' }, vera));
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    expect(await opens()).toEqual({ person: account, gaveWay: null });
    expect(await person(account)).toMatchObject({ telegramId: telegramId(account) });
    expect((await latest(account))?.id).toBe(2);
    const first = await app.transaction((tx) => tx.store.requests.get(requestId(1)));
    expect(first?.request.clientId).toBe(account);
    const page = await app.transaction((tx) => tx.store.form.personByLink('hash of the page'));
    expect(page).toBe(account);
    expect(await app.transaction((tx) => tx.store.contacts.verifiedOf(account))).toMatchObject([
      { address: 'vera@mail.example' },
    ]);
    expect(await opens()).toEqual({ refused: 'link_used' });
  });

  const reject = (id: number) => {
    const command = { type: 'reject', by: boris, round: null, reason: 'Who are you?' } as const;
    return app.transaction((tx) => decide(tx, requestId(id), command));
  };
  const statusOf = async (id: number) => {
    const stored = await app.transaction((tx) => tx.store.requests.get(requestId(id)));
    return [stored?.request.status, stored?.request.clientId];
  };

  test('where both wait, the one in Telegram stays, and has the words of the other', async () => {
    const words = 'x'.repeat(longestTalk + 1);
    await app.transaction((tx) => withdraw({ ...tx, via: 'form' }, vera));
    await app.transaction((tx) => submit({ ...tx, via: 'form' }, vera, 'submit', words));
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    expect(await opens()).toEqual({ person: account, gaveWay: { request: 2, to: 3, words: 'added' } });
    expect([await statusOf(2), await statusOf(3)]).toEqual([
      ['withdrawn', account],
      ['pending', account],
    ]);
    const talk = await app.transaction((tx) => tx.store.talk.latest(requestId(3), 9));
    expect(
      [...talk]
        .reverse()
        .map(({ message }) => message.text)
        .join(''),
    ).toBe(words);
    expect(await app.transaction((tx) => tx.store.contacts.verifiedOf(account))).toMatchObject([
      { address: 'vera@mail.example' },
    ]);
  });

  test('once the request that counts has expired it is still the one they are told of; the next one is', async () => {
    await app.transaction((tx) => withdraw({ ...tx, via: 'form' }, vera));
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    app.now += 1;
    await app.transaction((tx) => submit({ ...tx, via: 'form' }, vera, 'submit', 'By the form'));
    await opens();
    expect(await statusOf(3)).toEqual(['withdrawn', account]);
    expect(await app.read((reading) => ownPage(reading, account))).toMatchObject({
      ...{ message: 'In the chat', added: ['By the form'], gaveWay: 3, newsIn: 'telegram' },
    });
    app.now += 7 * day;
    await app.sweep();
    expect(await latest(account)).toMatchObject({ id: 2, request: { status: 'expired' } });
    expect(await app.read((reading) => ownPage(reading, account))).toMatchObject({ you: { request: { id: 2 } } });
    expect(await app.transaction((tx) => requestStatus(tx, account))).toMatchObject({ request: { id: 2 } });
    await app.transaction((tx) => submit(tx, account, 'submit', 'Once more'));
    await app.transaction((tx) => withdraw(tx, account));
    expect((await latest(account))?.id).toBe(4);
  });

  test('where the web has the decision, what waits in Telegram gives way, and the account hears of it', async () => {
    await approve();
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    expect(await opens()).toEqual({ person: vera, gaveWay: { request: 2, to: 1, words: null } });
    expect([await statusOf(1), await statusOf(2)]).toEqual([
      ['approved', vera],
      ['withdrawn', vera],
    ]);
    const owed = await app.transaction((tx) => tx.store.outbox.waitingFor('telegram', vera, 'all', 0, 100));
    const news = owed.flatMap(({ notice }) => (notice.kind === 'client_news' ? notice.news : []));
    expect(news).toEqual(['submitted', 'withdrawn']);
  });

  test('where the account was rejected, the words from the web become the appeal once that is open', async () => {
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    await reject(2);
    const opensAt = app.now + 7 * day;
    const later = { refused: 'no_appeal_now', waits: 1, decided: 2, opensAt };
    expect(await opens()).toEqual(later);
    expect(await person(vera)).toMatchObject({ telegramId: null });
    app.now = opensAt;
    await app.transaction((tx) => withdraw({ ...tx, via: 'form' }, vera));
    await app.transaction((tx) => submit({ ...tx, via: 'form' }, vera, 'submit', 'Once more'));
    expect(await opens()).toEqual({ person: account, gaveWay: { request: 3, to: 2, words: 'appealed' } });
    expect((await latest(account))?.request).toMatchObject({ status: 'pending', appealCount: 1, message: 'Once more' });
    expect(await statusOf(3)).toEqual(['withdrawn', account]);
  });

  test('stays two people while both have been decided; once an admin takes one back the link works', async () => {
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    await reject(2);
    await approve();
    expect(await opens()).toEqual({ refused: 'two_decisions', here: 2, web: 1 });
    expect(await person(vera)).toMatchObject({ telegramId: null });
    await app.transaction((tx) => decide(tx, requestId(2), { type: 'reopen', by: boris }));
    expect(await opens()).toEqual({ person: vera, gaveWay: { request: 2, to: 1, words: null } });
  });

  /** The account types the code that was mailed to an address. */
  const proves = (whose: PersonId, address = 'vera@mail.example') =>
    app.transaction(async (tx) => {
      const code = { medium: 'email', address, addressKey: address, language: null, createdAt: tx.now } as const;
      const id = await tx.store.addressCodes.add({ personId: whose, ...code });
      const stored = await tx.store.addressCodes.get(id);
      if (stored === null) throw new Error('there is no code');
      return ownInTelegram({ ...tx, via: 'chat' }, whose, stored);
    });
  const addresses = (whose: PersonId) => app.transaction((tx) => tx.store.contacts.allOf(whose));

  test('is one with it as well by the code that was mailed to the address of the form and typed in Telegram', async () => {
    expect(await proves(account)).toMatchObject({ united: { person: vera, gaveWay: null }, moved: false });
    expect(await person(vera)).toMatchObject({ telegramId: telegramId(account) });
    expect(await history(1)).toMatchObject([{ event: 'unite', actorId: vera, via: 'chat' }, { event: 'submit' }]);
    expect(await addresses(vera)).toMatchObject([{ address: 'vera@mail.example', failedAt: null }]);
    // The card goes on showing it.
    const card = await app.read(({ store, now, community }) => cardView(store, requestId(1), boris, now, community));
    expect(card).toMatchObject({ byForm: true, client: { contacts: [{ address: 'vera@mail.example' }] } });
    await approve();
    const owed = await app.transaction((tx) => tx.store.outbox.waitingFor('telegram', vera, 'all', 0, 9));
    expect(owed.map(({ notice }) => (notice.kind === 'client_news' ? notice.news : notice.kind))).toEqual(['approved']);
    expect(await opens(vera)).toEqual({ refused: 'link_used' });
  });

  test('keeps the address, and so hears of its request, where it can’t be one with whoever types the code', async () => {
    await app.transaction((tx) => submit(tx, account, 'submit', 'In the chat'));
    await reject(2);
    await approve();
    expect(await proves(account)).toEqual({ refused: 'two_decisions', here: 2, web: 1 });
    expect(await proves(boris)).toEqual({ refused: 'is_admin' });
    expect([await addresses(vera), await addresses(account), await addresses(boris)]).toMatchObject([
      [{ address: 'vera@mail.example' }],
      [],
      [],
    ]);
    // Nobody waits for news there any more.
    await app.transaction((tx) => decide(tx, requestId(1), { type: 'undo', by: boris, round: null }));
    await app.transaction((tx) => withdraw({ ...tx, via: 'form' }, vera));
    expect(await proves(boris)).toMatchObject({ moved: true, united: null });
    expect([await addresses(vera), await addresses(boris)]).toMatchObject([[], [{ address: 'vera@mail.example' }]]);
  });

  test('has one address of each kind from then on: one that works, with what was chosen in the chat', async () => {
    const own = { medium: 'email', address: 'own@mail.example', addressKey: 'own@mail.example' } as const;
    const state = { mode: 'both', verifiedAt: noon - 1, failedAt: null, mutedAt: null } as const;
    await app.transaction(async (tx) => {
      await tx.store.contacts.save({ personId: account, ...own, ...state });
      const [ofForm] = await tx.store.contacts.verifiedOf(vera);
      if (ofForm !== undefined) await tx.store.contacts.fail(ofForm, noon);
    });
    await opens();
    expect(await addresses(vera)).toEqual([{ personId: vera, ...own, ...state }]);
    await approve();
    const owed = await app.transaction((tx) => tx.store.outbox.waitingFor('email', vera, 'all', 0, 9));
    const [mail] = await app.transaction((tx) => resolveAll(tx, owed.slice(-1)));
    expect(mail).toMatchObject({ address: 'own@mail.example', notice: { kind: 'client_news', news: 'approved' } });
  });

  test('an admin stays who they are', async () => {
    expect(await opens(boris)).toEqual({ refused: 'is_admin' });
  });

  test('hears in Telegram from then on what happens', async () => {
    await opens();
    await approve();
    const owed = await app.transaction((tx) => tx.store.outbox.waitingFor('telegram', vera, 'all', 0, 100));
    expect(owed.map(({ notice }) => (notice.kind === 'client_news' ? notice.news : notice.kind))).toEqual(['approved']);
  });
});

describe('of two addresses of one kind that are one person’s now', () => {
  const contact = (address: string, more: Partial<Contact>): Contact => ({
    ...{ personId: vera, medium: 'email', address, addressKey: address, mode: 'fallback' },
    ...{ verifiedAt: noon, failedAt: null, mutedAt: null, ...more },
  });
  const older = { verifiedAt: noon - 1 };

  test('one that works stays, else the newer', () => {
    const [a, b] = [contact('a', older), contact('b', {})];
    expect(theOneOf([a, b])).toEqual(b);
    expect(theOneOf([a, { ...b, failedAt: noon }])).toEqual(a);
    expect(
      theOneOf([
        { ...a, failedAt: noon },
        { ...b, failedAt: noon },
      ]),
    ).toEqual({ ...b, failedAt: noon });
    expect(theOneOf([])).toBeNull();
  });

  test('what was chosen for either holds', () => {
    const b = contact('b', {});
    expect(theOneOf([contact('a', { ...older, mode: 'both' }), b])).toEqual({ ...b, mode: 'both' });
    expect(theOneOf([contact('a', { ...older, mutedAt: noon }), b])).toEqual({ ...b, mutedAt: noon });
  });
});
