import { hashOfCode } from '../../src/contacts/codes';
import { personId, requestId, type PersonId } from '../../src/lifecycle/ids';
import type { SendResult } from '../../src/outbox/channel';
import { resolveAll } from '../../src/outbox/resolve';
import { settle } from '../../src/outbox/settle';
import { decide } from '../../src/requests/decide';
import { submit, withdraw } from '../../src/requests/submit';
import { isUniqueViolation } from '../../src/store/errors';
import type { Contact } from '../../src/store/queries/contacts';
import type { ChannelName, ContactMedium } from '../../src/store/rows';
import { owe, type Transaction } from '../../src/transaction/transaction';
import { describeEngines } from '../store/engines';
import { boris, codeKey, day, noon, TestApp } from './app';

const media = ['email', 'sms'] as const;
const approve = { type: 'approve', by: boris, round: null } as const;
const unreachable: SendResult = { end: 'unreachable', error: '403 bot was blocked' };
const ports = { channel: { title: 'Telegram', logFields: () => ({}) }, log: silentLog() };

function silentLog() {
  const log = { error() {}, warn() {}, info() {}, debug() {}, child: () => log };
  return log;
}

describeEngines('what a client is told by other channels than Telegram', (engine) => {
  let app: TestApp;
  const open = async (of: readonly ContactMedium[] = media): Promise<void> => {
    app = await TestApp.open(engine, {}, of);
    await app.admins();
  };

  /** Somebody who asked by the form, and has no account at Telegram. */
  async function somebody(): Promise<PersonId> {
    const id = personId(2 ** 52 + 7);
    const person = { id, telegramId: null, name: 'Vera', username: null, language: null, chosenLanguage: null };
    await app.transaction((tx) => tx.store.people.save({ ...person, unreachableAt: null }));
    return id;
  }

  async function proves(person: PersonId, medium: ContactMedium, more: Partial<Contact> = {}): Promise<void> {
    const address = medium === 'email' ? 'vera@mail.example' : '+4915123456789';
    const contact = { personId: person, medium, address, addressKey: address, mode: 'fallback' } as const;
    await app.transaction((tx) =>
      tx.store.contacts.save({ ...contact, verifiedAt: noon, failedAt: null, mutedAt: null, ...more }),
    );
  }

  const asks = (client: PersonId, via: 'chat' | 'form' = 'chat') =>
    app.transaction((tx) => submit({ ...tx, via }, client, 'submit', 'Please'));
  const approves = () => app.transaction((tx) => decide(tx, requestId(1), approve));

  /** What waits for somebody in a channel. */
  async function owed(channel: ChannelName, whom: PersonId): Promise<readonly string[]> {
    const rows = await app.transaction((tx) => tx.store.outbox.waitingFor(channel, whom, 'all', 0, 100));
    return rows.map(({ notice }) => (notice.kind === 'client_news' ? notice.news : notice.kind));
  }

  /** Everything that waits for somebody in Telegram ends like this. */
  const ends = (whom: PersonId, result: SendResult) =>
    app.transaction(async (tx) => {
      const rows = await tx.store.outbox.waitingFor('telegram', whom, 'all', 0, 100);
      const messages = await resolveAll(tx, rows);
      await settle(
        tx,
        messages.map((message) => ({ message, result })),
        ports,
      );
    });

  test('somebody who is not on Telegram is owed outcomes by email at once, and nothing else', async () => {
    await open();
    const vera = await somebody();
    await proves(vera, 'email');
    await asks(vera, 'form');
    await approves();
    expect(await owed('email', vera)).toEqual(['submitted', 'approved']);
    expect(await owed('telegram', vera)).toEqual([]);
    expect(await owed('sms', vera)).toEqual([]);
  });

  test('they are told by both of their addresses, and not of their own withdrawal', async () => {
    await open();
    const vera = await somebody();
    await proves(vera, 'email');
    await proves(vera, 'sms');
    await asks(vera, 'form');
    await app.transaction((tx) => withdraw({ ...tx, via: 'form' }, vera));
    expect(await owed('email', vera)).toEqual(['submitted']);
    expect(await owed('sms', vera)).toEqual(['submitted']);
  });

  test('an appeal that opens is an outcome, and so are an expiry and a decision that is taken back', async () => {
    await open();
    const vera = await somebody();
    await proves(vera, 'email');
    await asks(vera, 'form');
    await app.transaction((tx) => decide(tx, requestId(1), { type: 'reject', by: boris, round: null, reason: 'No' }));
    app.now += 8 * day;
    await app.sweep();
    expect(await owed('email', vera)).toEqual(['submitted', 'rejected', 'appeal_open']);
  });

  test('what Telegram refuses for good is owed by email in the same transaction; answers to what somebody does are not', async () => {
    await open();
    const client = await app.client(1);
    await proves(client, 'email');
    await asks(client);
    await approves();
    expect(await owed('telegram', client)).toEqual(['submitted', 'approved']);
    await ends(client, { end: 'again', outcomeUnknown: false, after: null, error: 'Telegram is away' });
    expect(await owed('email', client)).toEqual([]);
    await ends(client, unreachable);
    expect(await owed('email', client)).toEqual(['approved']);
  });

  test('an outcome that Telegram refuses as a message, or that has no words there, is owed by email as well', async () => {
    const ways: readonly SendResult[] = [
      { end: 'refused', error: '400' },
      { end: 'unworded', error: 'no words' },
    ];
    for (const way of ways) {
      await open();
      const client = await app.client(1);
      await proves(client, 'email');
      await asks(client);
      await approves();
      await ends(client, way);
      expect([way.end, await owed('email', client)]).toEqual([way.end, ['approved']]);
    }
  });

  test('nothing goes to an address that is not proved, dead or switched off', async () => {
    for (const state of [{ verifiedAt: null }, { failedAt: noon }, { mutedAt: noon }]) {
      await open();
      const client = await app.client(1);
      await proves(client, 'email', state);
      await asks(client);
      await approves();
      await ends(client, unreachable);
      expect([state, await owed('email', client)]).toEqual([state, []]);
    }
  });

  test('whoever wants both is told by both at once, and by email once only', async () => {
    await open();
    const client = await app.client(1);
    await proves(client, 'email', { mode: 'both' });
    await asks(client);
    await approves();
    expect(await owed('telegram', client)).toEqual(['submitted', 'approved']);
    expect(await owed('email', client)).toEqual(['approved']);
    await ends(client, unreachable);
    expect(await owed('email', client)).toEqual(['approved']);
    // Monitoring counts a change once, by what Telegram was to bring.
    const rows = await app.transaction((tx) => tx.store.outbox.waitingFor('email', client, 'all', 0, 9));
    expect(rows.map(({ notice }) => notice)).toMatchObject([{ isCopy: true }]);
  });

  test('whoever Telegram is known not to reach is owed the outcome by email at once, and once only', async () => {
    await open();
    const client = await app.client(1);
    await proves(client, 'email');
    await asks(client);
    await app.transaction((tx) => tx.store.people.markUnreachable(client, tx.now));
    await approves();
    expect(await owed('telegram', client)).toEqual(['submitted', 'approved']);
    expect(await owed('email', client)).toEqual(['approved']);
    await ends(client, unreachable);
    expect(await owed('email', client)).toEqual(['approved']);
  });

  test('without such a channel nobody is looked up, and whoever is not on Telegram is undeliverable', async () => {
    await open([]);
    const vera = await somebody();
    await proves(vera, 'email');
    const looksUp = () => Promise.reject(new Error('a contact was looked up'));
    await app.transaction((tx) => {
      const contacts = { ...tx.store.contacts, verifiedOf: looksUp };
      return submit({ ...tx, via: 'form', store: { ...tx.store, contacts } }, vera, 'submit', 'Please');
    });
    expect(await owed('telegram', vera)).toEqual(['submitted']);
    await ends(vera, { end: 'no_address', error: 'not on Telegram' });
    expect(await owed('email', vera)).toEqual([]);
    expect(await app.transaction((tx) => tx.store.outbox.undeliverable())).toBe(1);
  });

  test('the outcome of a decision that is undone before it left is never sent, by whatever channel', async () => {
    await open();
    const client = await app.client(1);
    await proves(client, 'email', { mode: 'both' });
    await asks(client);
    await approves();
    await app.transaction((tx) => decide(tx, requestId(1), { type: 'undo', by: boris, round: null }));
    expect(await owed('telegram', client)).toEqual(['submitted', 'decision_undone']);
    expect(await owed('email', client)).toEqual(['decision_undone']);
  });

  test('two people never have the same proved address; before that anybody may claim it', async () => {
    await open();
    const [anna, vera] = [await app.client(1), await somebody()];
    await proves(anna, 'email');
    await proves(vera, 'email', { verifiedAt: null });
    const error = await proves(vera, 'email').catch((reason: unknown) => reason);
    expect(isUniqueViolation(error)).toBe(true);
  });

  describe('a code that proves an address', () => {
    const asksForCode = async (tx: Transaction, client: PersonId): Promise<number> => {
      const place = { medium: 'email', address: 'Vera@mail.example', addressKey: 'vera@mail.example' } as const;
      const codeId = await tx.store.addressCodes.add({
        ...place,
        personId: client,
        language: 'ru',
        createdAt: tx.now,
      });
      owe(tx, { channel: 'email', recipientId: client, notice: { kind: 'address_code', codeId }, priority: 0 });
      return codeId;
    };
    const leaves = (client: PersonId) =>
      app.transaction(async (tx) => resolveAll(tx, await tx.store.outbox.waitingFor('email', client, 'all', 0, 9)));
    const stored = (id: number) => app.transaction((tx) => tx.store.addressCodes.get(id));

    test('is drawn as its message leaves, goes to that address, and is stored as a hash only', async () => {
      await open();
      // Nobody knows this person yet.
      const newcomer = personId(2 ** 52 + 99);
      const id = await app.transaction((tx) => asksForCode(tx, newcomer));
      expect(await stored(id)).toMatchObject({ codeHash: null, expiresAt: null, tries: 0 });
      const [message] = await leaves(newcomer);
      expect(message).toMatchObject({ address: 'Vera@mail.example', language: 'ru' });
      const { notice } = message ?? {};
      if (notice?.kind !== 'address_code') throw new Error('no code left');
      expect(notice.code).toMatch(/^\d{6}$/);
      const row = await stored(id);
      expect(row).toMatchObject({ codeHash: hashOfCode(codeKey, id, notice.code), expiresAt: noon + 10 * 60_000 });
      expect(JSON.stringify(row)).not.toContain(notice.code);
    });

    test('is not sent where a newer one was asked for', async () => {
      await open();
      const client = await app.client(1);
      const first = await app.transaction((tx) => asksForCode(tx, client));
      const second = await app.transaction((tx) => asksForCode(tx, client));
      expect((await leaves(client)).map(({ row }) => row.notice)).toEqual([{ kind: 'address_code', codeId: second }]);
      expect(await stored(first)).toMatchObject({ codeHash: null });
    });
  });
});
