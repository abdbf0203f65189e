import type { NewOwed, Owed } from '../../src/store/queries/outbox';
import type { FastPath } from '../../src/transaction/fast-path';
import { tell, type Transaction } from '../../src/transaction/transaction';
import { Transactions } from '../../src/transaction/transactions';
import { boris, codeKey, TestApp } from '../requests/app';
import { describeEngines } from '../store/engines';

describeEngines('a transaction', (engine) => {
  let app: TestApp;
  let transactions: Transactions;
  /** What happened, in its order. */
  let seen: string[];
  beforeEach(async () => {
    app = await TestApp.open(engine);
    seen = [];
    const meter = { owed: (rows: readonly Owed[]) => void seen.push(`metered ${rows.length}`), voted() {} };
    const { context, store } = app;
    transactions = new Transactions({ ...context, store, random: Math.random, meter, webhooks: null, codeKey });
  });

  const never = new AbortController().signal;
  const greet = (tx: Transaction) => tell(tx, boris, { kind: 'language_set' });
  const claims = () => transactions.run((tx) => tx.store.outbox.claimed('telegram'), never);

  /** Claims the first message of each transaction, and sends nothing. */
  const fastPath = (): FastPath => ({
    reserve: (_, unwritten) => {
      seen.push(`reserved of ${unwritten.length}`);
      return Promise.resolve(new Set<NewOwed>(unwritten.slice(0, 1)));
    },
    claim: (_, rows) => Promise.resolve(void seen.push(`claimed ${rows.length}`)),
    handOver: (owed) => void seen.push(`handed over ${owed.length}`),
    release: () => void seen.push('released'),
  });

  test('hands over what it owes once, after its commit and what was to follow that', async () => {
    transactions.dispatchWith('telegram', fastPath);
    const result = await transactions.run((tx) => {
      greet(tx);
      greet(tx);
      tx.onCommit(() => seen.push('committed'));
      return Promise.resolve('done');
    }, never);
    expect(result).toBe('done');
    expect(seen).toEqual(['reserved of 2', 'claimed 1', 'committed', 'handed over 2', 'metered 2']);
    expect(await claims()).toHaveLength(1);
  });

  test('that somebody waits for is known as long as it lasts, and when it was; what the program does for itself is not', async () => {
    const quiet = () => Promise.resolve(transactions.quietFor());
    expect(await transactions.run(quiet, never)).toBe(Infinity);
    expect(transactions.quietFor()).toBe(Infinity);
    expect(await transactions.run(quiet, never, { awaited: true })).toBe(0);
    expect(transactions.quietFor()).toBeLessThan(Infinity);
  });

  test('that fails hands over nothing, and lets go of what it had claimed', async () => {
    transactions.dispatchWith('telegram', () => ({
      ...fastPath(),
      claim: () => Promise.reject(new Error('no words')),
    }));
    const job = (tx: Transaction) => {
      greet(tx);
      tx.onCommit(() => seen.push('committed'));
      return Promise.resolve();
    };
    await expect(transactions.run(job, never)).rejects.toThrow('no words');
    expect(seen).toEqual(['reserved of 1', 'released']);
  });

  test('that is tried again hands over only what the attempt owes that was committed', async () => {
    transactions.dispatchWith('telegram', fastPath);
    let attempts = 0;
    await transactions.run((tx) => {
      greet(tx);
      tx.onCommit(() => seen.push('committed'));
      attempts += 1;
      // As if the connection broke.
      if (attempts === 1) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      return Promise.resolve();
    }, never);
    expect(seen).toEqual(['released', 'reserved of 1', 'claimed 1', 'committed', 'handed over 1', 'metered 1']);
  });

  test('owes what waits in the table as long as there is no dispatcher', async () => {
    await transactions.run((tx) => Promise.resolve(greet(tx)), never);
    expect(seen).toEqual(['metered 1']);
    const waiting = await transactions.run((tx) => tx.store.outbox.waitingFor('telegram', boris, 'all', 0, 10), never);
    expect(waiting).toHaveLength(1);
  });
});
