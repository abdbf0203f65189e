import { setImmediate as nextTurn } from 'node:timers/promises';
import { ConcurrencyPace } from '../../src/channels/concurrency-pace';
import { forget } from '../../src/erasure/erase';
import { groupId, personId, requestId, telegramId, type RecipientId } from '../../src/lifecycle/ids';
import type { Channel, SendResult } from '../../src/outbox/channel';
import { Dispatcher, type DispatcherPorts } from '../../src/outbox/dispatcher';
import type { ResolvedMessage } from '../../src/outbox/resolve';
import type { ChannelName } from '../../src/store/rows';
import type { FastPath } from '../../src/transaction/fast-path';
import { owe, tell, tellInPlaceOf, type Transaction } from '../../src/transaction/transaction';
import { Transactions } from '../../src/transaction/transactions';
import { boris, clara, codeKey, TestApp } from '../requests/app';
import { describeEngines } from '../store/engines';

/** A channel without limits that keeps what it is given. */
class Mailbox implements Channel {
  readonly title = 'Mail';
  readonly outagePauses = { min: 0, max: 0 };
  readonly pace: ConcurrencyPace;
  readonly letters: (readonly [RecipientId, string])[] = [];
  readonly rows: ResolvedMessage['row'][] = [];
  private waiting: { readonly count: number; readonly resolve: () => void } | null = null;

  /** `ends` is how the next attempts end; the others arrive. */
  constructor(
    private readonly ends: (SendResult | Promise<SendResult>)[],
    readonly name: ChannelName = 'telegram',
    most = Number.POSITIVE_INFINITY,
  ) {
    this.pace = new ConcurrencyPace(most);
  }

  send({ row, notice }: ResolvedMessage): Promise<SendResult> {
    this.letters.push([row.recipientId, notice.kind]);
    this.rows.push(row);
    if (this.letters.length === this.waiting?.count) this.waiting.resolve();
    return Promise.resolve(this.ends.shift() ?? { end: 'sent', messageId: null });
  }

  logFields(): object {
    return {};
  }

  async has(count: number): Promise<void> {
    if (this.letters.length < count) await new Promise<void>((resolve) => (this.waiting = { count, resolve }));
  }
}

describeEngines('a channel that is not Telegram', (engine) => {
  let app: TestApp;
  let transactions: Transactions;
  let dispatcher: Dispatcher;
  const anna = personId(5_000_000_001);
  const never = new AbortController().signal;
  const greet = (tx: Transaction) => Promise.resolve(tell(tx, anna, { kind: 'language_set' }));
  const states = async () => {
    const waiting = await transactions.run((tx) => tx.store.outbox.waitingFor('telegram', anna, 'all', 0, 10), never);
    const undeliverable = await transactions.run((tx) => tx.store.outbox.undeliverable(), never);
    return { waiting: waiting.length, undeliverable };
  };

  async function open(...ends: (SendResult | Promise<SendResult>)[]): Promise<Mailbox> {
    app = await TestApp.open(engine);
    const { context, store } = app;
    const random = Math.random;
    const meter = { owed() {}, voted() {} };
    transactions = new Transactions({ ...context, store, random, meter, webhooks: null, codeKey });
    const channel = new Mailbox(ends);
    dispatcher = new Dispatcher({ ...context, store, transactions, channel, random, meter: { sent() {} }, step() {} });
    return channel;
  }

  test('carries what waits and what comes, in its order, and what fails again', async () => {
    const mail = await open({ end: 'again', outcomeUnknown: false, after: 0, error: '421 try again' });
    await transactions.run(greet, never);
    await dispatcher.start();
    await transactions.run((tx) => Promise.resolve(tell(tx, anna, { kind: 'draft_sent' })), never);
    await mail.has(3);
    await dispatcher.stop();
    expect(mail.letters).toEqual([
      [anna, 'language_set'],
      [anna, 'language_set'],
      [anna, 'draft_sent'],
    ]);
    expect(await states()).toEqual({ waiting: 0, undeliverable: 0 });
  });

  test('gets the messages of its own only, also those that an earlier daemon was sending, and waits for no other', async () => {
    const telegram = await open({ end: 'again', outcomeUnknown: false, after: 60_000, error: '429' });
    const mail = new Mailbox([], 'email');
    const { context, store } = app;
    const ports = { ...context, store, transactions, random: Math.random, meter: { sent() {} }, step() {} };
    const mails = new Dispatcher({ ...ports, channel: mail });
    const write = (kind: 'language_set' | 'draft_sent', channel?: ChannelName) =>
      transactions.run(async (tx) => {
        owe(tx, { recipientId: anna, notice: { kind }, priority: 0, ...(channel !== undefined && { channel }) });
        await Promise.resolve();
      }, never);
    await write('language_set', 'email');
    await write('language_set');
    await transactions.run((tx) => tx.store.outbox.claim([1], tx.now), never);
    await dispatcher.start();
    await telegram.has(1);
    expect(await transactions.run((tx) => tx.store.outbox.claimed('email'), never)).toEqual([1]);
    await mails.start();
    await write('draft_sent', 'email');
    await write('draft_sent');
    await mail.has(2);
    await dispatcher.stop();
    await mails.stop();
    expect(telegram.letters).toEqual([[anna, 'language_set']]);
    expect(mail.letters.map(([, kind]) => kind)).toEqual(['language_set', 'draft_sent']);
    expect(await states()).toEqual({ waiting: 2, undeliverable: 0 });
  });

  test('writes down what follows from an end together with it', async () => {
    const follow = (tx: Transaction) => tx.store.state.set('topic_unreachable', 'mail');
    const mail = await open({ end: 'refused', error: '550', follow });
    await dispatcher.start();
    await transactions.run(greet, never);
    await mail.has(1);
    await dispatcher.stop();
    expect(await states()).toEqual({ waiting: 0, undeliverable: 1 });
    expect(await transactions.run((tx) => tx.store.state.get('topic_unreachable'), never)).toBe('mail');
  });

  test('says nothing of somebody again who was forgotten while it was on its way, and keeps none of its words', async () => {
    let forgotten: () => void = () => undefined;
    const isForgotten = new Promise<void>((resolve) => (forgotten = resolve));
    const fails = (end: SendResult) => isForgotten.then(() => end);
    const away = { end: 'again', outcomeUnknown: true, after: 0, error: 'zerafina, 429' } as const;
    const mail = await open(
      fails(away),
      fails({ end: 'target_gone', error: 'zerafina is gone' }),
      fails({ end: 'unreachable', error: '550 zerafina@mail.example' }),
      fails({ end: 'sent', messageId: 7 }),
    );
    const dora = personId(7_000_000_003);
    app.setAdmins([boris, clara, dora]);
    const known = { telegramId: telegramId(anna), username: null, language: null, chosenLanguage: null };
    const decided = { kind: 'decided', requestId: requestId(1), status: 'approved', clientName: 'zerafina' } as const;
    await transactions.run(async (tx) => {
      await tx.store.people.save({ id: anna, ...known, name: 'zerafina', unreachableAt: null });
      tell(tx, boris, decided);
      tellInPlaceOf(tx, clara, 1, decided);
      tell(tx, anna, { kind: 'forgotten', language: 'zerafina' });
      tell(tx, dora, decided);
    }, never);
    await dispatcher.start();
    await mail.has(4);
    await transactions.run((tx) => forget(tx, anna, 'chat'), never);
    const written = () =>
      transactions.run(async ({ store: { outbox } }) => {
        const all = [...(await outbox.owedBesides(boris, 0, 9)), ...(await outbox.owedBesides(clara, 0, 9))];
        return [...all, ...(await outbox.undeliverableTo('telegram', anna, 9))];
      }, never);
    expect(await written()).toEqual([]);
    forgotten();
    await transactions.run((tx) => Promise.resolve(tell(tx, boris, { kind: 'language_set' })), never);
    await mail.has(5);
    await dispatcher.stop();
    expect(mail.letters.slice(4)).toEqual([[boris, 'language_set']]);
    expect(await written()).toEqual([]);
  });

  test('that may have taken a message while it was away is asked again, which is counted, but as no attempt', async () => {
    const later = { end: 'again', outcomeUnknown: false, after: 60_000, error: '450' } as const;
    const mail = await open({ end: 'away', error: '421', outcomeUnknown: true }, later);
    await dispatcher.start();
    await transactions.run(greet, never);
    await mail.has(2);
    await dispatcher.stop();
    expect(mail.rows).toMatchObject([{ unknownOutcomes: 0 }, { attempts: 0, unknownOutcomes: 1 }]);
    const rows = await transactions.run((tx) => tx.store.outbox.waitingFor('telegram', anna, 'all', 0, 10), never);
    expect(rows).toMatchObject([{ attempts: 1, unknownOutcomes: 1 }]);
  });

  test('that is back gets at once what waited for that, in spite of its pause', async () => {
    const waits = { end: 'again', outcomeUnknown: true, after: 3_600_000, error: 'it took too long' } as const;
    await open();
    const mail = new Mailbox(
      [
        { ...waits, untilBack: true },
        { end: 'sent', messageId: null, isBack: true },
      ],
      'email',
    );
    const { context, store } = app;
    const ports = { ...context, store, transactions, random: Math.random, meter: { sent() {} }, step() {} };
    const mails = new Dispatcher({ ...ports, channel: mail });
    const write = (recipientId: RecipientId) =>
      transactions.run((tx) => {
        owe(tx, { recipientId, notice: { kind: 'draft_sent' }, priority: 0, channel: 'email' });
        return Promise.resolve();
      }, never);
    await mails.start();
    await write(anna);
    await mail.has(1);
    await write(personId(5_000_000_002));
    await mail.has(3);
    await mails.stop();
    expect(mail.letters.map(([whom]) => whom)).toEqual([anna, personId(5_000_000_002), anna]);
  });

  test('that has another number for a recipient gets what waits there', async () => {
    const [from, to] = [groupId(-1), groupId(-2)];
    const follow = (tx: Transaction) => tx.store.outbox.moveChat(from, to);
    const mail = await open({ end: 'moved', to, error: '551', follow });
    await dispatcher.start();
    await transactions.run((tx) => Promise.resolve(tell(tx, from, { kind: 'language_set' })), never);
    await mail.has(2);
    await dispatcher.stop();
    expect(mail.letters.map(([whom]) => whom)).toEqual([from, to]);
  });

  test('that had no room for a message sends it once another, which has room, is not sent after all', async () => {
    await open();
    const mail = new Mailbox([], 'email', 1);
    const { context, store } = app;
    let begins: () => FastPath = () => {
      throw new Error('it has not started');
    };
    const watched: DispatcherPorts['transactions'] = {
      run: (job, signal) => transactions.run(job, signal),
      dispatchWith: (channel, begin) => {
        begins = begin;
        transactions.dispatchWith(channel, begin);
      },
    };
    const ports = { ...context, store, random: Math.random, meter: { sent() {} }, step() {} };
    const mails = new Dispatcher({ ...ports, transactions: watched, channel: mail });
    await mails.start();
    const unsent = begins();
    const toBoris = await app.transaction((tx) => {
      tell(tx, boris, { kind: 'language_set' });
      return Promise.resolve([...tx.outbox.unwritten]);
    });
    await unsent.reserve([], toBoris);
    await transactions.run((tx) => {
      owe(tx, { recipientId: anna, notice: { kind: 'draft_sent' }, priority: 0, channel: 'email' });
      return Promise.resolve();
    }, never);
    // The loop looks, and finds no room.
    for (let turns = 0; turns < 5; turns += 1) await nextTurn();
    expect(mail.letters).toEqual([]);
    unsent.release();
    await mail.has(1);
    await mails.stop();
    expect(mail.letters).toEqual([[anna, 'draft_sent']]);
  });
});
