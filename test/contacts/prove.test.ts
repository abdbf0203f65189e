import { choose } from '../../src/contacts/choose';
import { codeKeyOf, drawCode, hashOfCode, isCode } from '../../src/contacts/codes';
import { codeFor, ownAddress, sendCode, tryCode } from '../../src/contacts/prove';
import { mayAskForSms } from '../../src/contacts/sms-limits';
import { noteUndeliveredCode } from '../../src/contacts/undelivered-code';
import { personId, type PersonId } from '../../src/lifecycle/ids';
import type { DrawnCode } from '../../src/notices/resolved-notice';
import type { Contact } from '../../src/store/queries/contacts';
import type { ContactMedium } from '../../src/store/rows';
import { codeKey, day, noon, TestApp } from '../requests/app';
import { describeEngines } from '../store/engines';

const minute = 60_000;
const mail = { address: 'Anna@mail.example', key: 'anna@mail.example' };
const phone = { address: '+4915123456789', key: '+4915123456789' };

describeEngines('an address', (engine) => {
  let app: TestApp;
  let anna: PersonId;
  let emma: PersonId;
  beforeEach(async () => {
    app = await TestApp.open(engine, {}, ['email', 'sms']);
    await app.admins();
    [anna, emma] = [await app.client(1), await app.client(2)];
  });

  const asksFor = (person: PersonId, address = mail, medium: ContactMedium = 'email') =>
    app.transaction((tx) => sendCode(tx, { person, medium, ...address, language: null }));
  const types = (person: PersonId, code: string, medium: ContactMedium = 'email') =>
    app.transaction((tx) => tryCode(tx, person, medium, code));
  const addressesOf = (person: PersonId) => app.transaction((tx) => tx.store.contacts.verifiedOf(person));

  /** The message with the code that somebody is to type, as it leaves. */
  async function leaving(person: PersonId, medium: ContactMedium = 'email'): Promise<DrawnCode> {
    return app.transaction(async (tx) => {
      const newest = await tx.store.addressCodes.newestOf(person, medium);
      const drawn = await drawCode(tx, newest?.id ?? 0, day);
      if (drawn === null) throw new Error('there is no code to draw');
      return drawn.notice;
    });
  }
  const leaves = async (person: PersonId, medium: ContactMedium = 'email') => (await leaving(person, medium)).code;

  /** Another code than this. */
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  async function proves(person: PersonId, address = mail, medium: ContactMedium = 'email'): Promise<Contact> {
    await asksFor(person, address, medium);
    const code = await leaves(person, medium);
    return app.transaction(async (tx) => {
      const tried = await tryCode(tx, person, medium, code);
      if (tried.is !== 'right') throw new Error(`the code is ${tried.is}`);
      return (await ownAddress(tx, person, tried.code)).contact;
    });
  }

  test('that another has taken the place of is in no code any more, also in those that the form sent there', async () => {
    const filledIn = personId(2 ** 52 + 7);
    await proves(anna);
    await asksFor(filledIn);
    const code = await leaves(filledIn);
    expect(await types(filledIn, code)).toMatchObject({ is: 'right' });
    await proves(anna, { address: 'new@mail.example', key: 'new@mail.example' });
    const left = await app.transaction(({ store: { addressCodes } }) =>
      Promise.all([addressCodes.allTo('email', mail.key), addressCodes.allOf(filledIn)]),
    );
    expect([left[0], left[1].map(({ address }) => address)]).toEqual([[], ['']]);
    // How many went there in a day is still counted.
    expect([await asksFor(emma), await asksFor(emma)]).toEqual(['sent', 'too_many']);
  });

  test('is whoever’s types its code, once', async () => {
    await proves(anna);
    expect(await addressesOf(anna)).toMatchObject([
      {
        address: mail.address,
        addressKey: mail.key,
        mode: 'fallback',
        verifiedAt: noon,
        failedAt: null,
        mutedAt: null,
      },
    ]);
    await asksFor(emma, { address: 'emma@mail.example', key: 'emma@mail.example' });
    const code = await leaves(emma);
    expect(await types(emma, code)).toMatchObject({ is: 'right' });
    expect(await types(emma, code)).toMatchObject({ is: 'used' });
    expect(await types(emma, wrong(code))).toEqual({ is: 'none' });
  });

  test('has a code that counts for ten minutes from when it leaves, and is nobody else’s', async () => {
    await asksFor(anna);
    app.now += 60 * minute;
    const code = await leaves(anna);
    expect(await types(emma, code)).toEqual({ is: 'none' });
    expect(await app.transaction((tx) => codeFor(tx, anna, 'email'))).toMatchObject({ address: mail.address });
    app.now += 10 * minute;
    expect(await types(anna, wrong(code))).toEqual({ is: 'wrong', triesLeft: 4 });
    app.now += 1;
    expect(await types(anna, code)).toEqual({ is: 'over' });
    expect(await app.transaction((tx) => codeFor(tx, anna, 'email'))).toBeNull();
    app.now += day;
    expect(await types(anna, code)).toEqual({ is: 'none' });
  });

  test('has a code that is void after five attempts, those made at once included', async () => {
    await asksFor(anna);
    const code = await leaves(anna);
    const guesses = await Promise.all(Array.from({ length: 5 }, () => types(anna, wrong(code))));
    expect(guesses.map(({ is }) => is).sort()).toEqual(['over', 'wrong', 'wrong', 'wrong', 'wrong']);
    expect(await types(anna, code)).toEqual({ is: 'over' });
    expect(await addressesOf(anna)).toEqual([]);
  });

  test('has no more attempts than there may be, though somebody has read before how many there were', async () => {
    await asksFor(anna);
    const id = await app.transaction(async (tx) => (await tx.store.addressCodes.newestOf(anna, 'email'))?.id ?? 0);
    const take = (most: number) => app.transaction((tx) => tx.store.addressCodes.takeTry(id, most));
    expect([await take(2), await take(2), await take(2)]).toMatchObject([{ tries: 1 }, { tries: 2 }, null]);
    await app.transaction((tx) => tx.store.addressCodes.use(id, tx.now));
    expect(await take(9)).toBeNull();
  });

  test('is proved by the fifth attempt', async () => {
    await asksFor(anna);
    const code = await leaves(anna);
    for (let n = 0; n < 4; n += 1) await types(anna, wrong(code));
    expect(await types(anna, code)).toMatchObject({ is: 'right' });
  });

  test('has the same code in a repeat of its message, and in none after a newer question', async () => {
    await asksFor(anna);
    const first = await leaves(anna);
    // The server takes it and dies; then nothing answers.
    app.now += 80_000;
    expect(await leaves(anna)).toBe(first);
    app.now += 5_000;
    expect(await leaves(anna)).toBe(first);
    await asksFor(anna);
    expect(await leaves(anna)).not.toBe(first);
    expect(await types(anna, first)).toMatchObject({ is: 'wrong' });
  });

  test('has a code that counts for its own ten minutes, however often its message is repeated', async () => {
    await asksFor(anna);
    const left = async (): Promise<readonly [string, number]> => {
      const { code, validFor } = await leaving(anna);
      return [code, validFor / minute];
    };
    const [first] = await left();
    app.now += 7 * minute + 1;
    const [second, validFor] = await left();
    expect(second).not.toBe(first);
    // What the message says is true, in whole minutes.
    expect(validFor).toBe(7);
    app.now += 3 * minute - 1;
    await app.transaction(async (tx) => {
      const code = await tx.store.addressCodes.newestOf(anna, 'email');
      expect([first, second].map((typed) => code !== null && isCode(tx, code, typed))).toEqual([true, true]);
    });
    app.now += 1;
    expect(await types(anna, first)).toMatchObject({ is: 'wrong' });
    app.now += 12 * minute;
    const [third] = await left();
    expect(await types(anna, second)).toMatchObject({ is: 'wrong' });
    expect(await types(anna, third)).toMatchObject({ is: 'right' });
  });

  test('has a code that the database doesn’t tell: whoever reads it would have to know the bot’s token', async () => {
    await asksFor(anna);
    const code = await leaves(anna);
    const own = await app.transaction((tx) => tx.store.addressCodes.newestOf(anna, 'email'));
    expect(own?.codeHash).toBe(hashOfCode(codeKey, own?.id ?? 0, code));
    expect(own?.codeHash).not.toBe(hashOfCode(codeKeyOf('another token'), own?.id ?? 0, code));
    // With another token there is another code, and the one before counts no more.
    const other = await app.transaction((tx) =>
      drawCode({ ...tx, codeKey: codeKeyOf('another token') }, own?.id ?? 0, day),
    );
    expect(other?.notice.validFor).toBe(10 * minute);
  });

  test('gets three codes a day, whoever asks; the next day it may get more', async () => {
    const outcomes = [];
    for (const person of [anna, anna, emma, emma]) outcomes.push(await asksFor(person));
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'too_many']);
    expect(await asksFor(anna, { address: 'other@mail.example', key: 'other@mail.example' })).toBe('sent');
    app.now += day;
    expect(await asksFor(emma)).toBe('sent');
  });

  test('is one of ten a day that one person can have written to', async () => {
    const outcomes = [];
    for (let n = 0; n < 11; n += 1) {
      outcomes.push(await asksFor(anna, { address: `a${n}@mail.example`, key: `a${n}@mail.example` }));
    }
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(10);
    expect(outcomes.at(-1)).toBe('too_many');
    expect(await asksFor(anna, phone, 'sms')).toBe('sent');
  });

  test('replaces the one before, and keeps what its owner has chosen', async () => {
    await proves(anna);
    await app.transaction((tx) => choose(tx, anna, 'email', 'both'));
    await proves(anna, { address: 'anna@other.example', key: 'anna@other.example' });
    expect(await addressesOf(anna)).toMatchObject([{ address: 'anna@other.example', mode: 'both' }]);
  });

  test('moves to whoever proves it after somebody else, who is told nothing', async () => {
    await proves(anna);
    app.told();
    const key = mail.key;
    await asksFor(emma, { address: 'ANNA@mail.example', key });
    const code = await leaves(emma);
    const { moved } = await app.transaction(async (tx) => {
      const tried = await tryCode(tx, emma, 'email', code);
      if (tried.is !== 'right') throw new Error(`the code is ${tried.is}`);
      return ownAddress(tx, emma, tried.code);
    });
    expect(moved).toBe(true);
    expect(await addressesOf(anna)).toEqual([]);
    expect(await addressesOf(emma)).toMatchObject([{ address: 'ANNA@mail.example' }]);
    expect(app.told(anna)).toEqual([]);
  });

  test('is switched off and on, and a code that is waited for is void then', async () => {
    expect(await app.transaction((tx) => choose(tx, anna, 'email', 'both'))).toBe('no_address');
    await proves(anna);
    app.now += minute;
    expect(await app.transaction((tx) => choose(tx, anna, 'email', 'off'))).toMatchObject({ mutedAt: app.now });
    expect(await app.transaction((tx) => choose(tx, anna, 'email', 'fallback'))).toMatchObject({ mutedAt: null });
    await asksFor(anna, { address: 'anna@other.example', key: 'anna@other.example' });
    const code = await leaves(anna);
    await app.transaction((tx) => choose(tx, anna, 'email', 'off'));
    expect(await types(anna, code)).toEqual({ is: 'over' });
  });

  test('that is dead can’t be switched on, and lives again once it is proved again', async () => {
    const contact = await proves(anna);
    await app.transaction((tx) => tx.store.contacts.fail(contact, tx.now));
    expect(await app.transaction((tx) => choose(tx, anna, 'email', 'both'))).toBe('dead');
    await proves(anna);
    expect(await addressesOf(anna)).toMatchObject([{ failedAt: null }]);
  });

  test('that its code can’t be delivered to is told to whoever waits for it, if that is still the one', async () => {
    await asksFor(anna);
    const id = await app.transaction(async (tx) => (await tx.store.addressCodes.newestOf(anna, 'email'))?.id ?? 0);
    app.told();
    await app.transaction((tx) => noteUndeliveredCode(tx, id));
    expect(app.told(anna)).toEqual(['address_refused']);
    await asksFor(anna);
    app.told();
    await app.transaction((tx) => noteUndeliveredCode(tx, id));
    expect(app.told(anna)).toEqual([]);
    // Whoever fills in the form waits in a browser.
    const visitor = personId(2 ** 52 + 9);
    await asksFor(visitor, { address: 'vera@mail.example', key: 'vera@mail.example' });
    const theirs = await app.transaction(
      async (tx) => (await tx.store.addressCodes.newestOf(visitor, 'email'))?.id ?? 0,
    );
    app.told();
    await app.transaction((tx) => noteUndeliveredCode(tx, theirs));
    expect(app.told()).toEqual([]);
  });

  test('has codes that are deleted a week after they were asked for', async () => {
    await asksFor(anna);
    app.now += 6 * day;
    await asksFor(anna);
    await app.transaction((tx) => tx.store.addressCodes.forget(tx.now - 5 * day, 10));
    const left = await app.transaction((tx) => tx.store.addressCodes.countOf(anna, 'email', 0));
    expect(left).toBe(1);
  });

  test('gets no code by SMS once codes have taken half of SMS_DAILY', async () => {
    const may = () => app.transaction((tx) => mayAskForSms(tx, { prefixes: null, daily: 3 }));
    expect(await may()).toBe(true);
    await asksFor(anna, phone, 'sms');
    await asksFor(anna);
    expect(await may()).toBe(true);
    await asksFor(emma, phone, 'sms');
    expect(await may()).toBe(false);
    expect(await app.transaction((tx) => mayAskForSms(tx, { prefixes: null, daily: null }))).toBe(true);
    app.now += day;
    expect(await may()).toBe(true);
  });
});
