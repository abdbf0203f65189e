import { personId, telegramId } from '../../src/lifecycle/ids';
import { addedAdmins } from '../../src/people/added-admins';
import type { Transaction } from '../../src/transaction/transaction';
import { Transactions } from '../../src/transaction/transactions';
import type { Store } from '../../src/store/store';
import { boris, codeKey, TestApp } from '../requests/app';
import { describeEngines } from '../store/engines';

const never = new AbortController().signal;

describeEngines('the list of admins that a transaction changes', (engine) => {
  let app: TestApp;
  const dora = personId(5_000_000_001);
  beforeEach(async () => {
    app = await TestApp.open(engine);
    await app.client(1);
    await app.client(boris - 5_000_000_000);
  });

  const add = async (tx: Transaction) => {
    await tx.store.administrators.add(telegramId(dora), boris, tx.now);
    tx.community.appointAdded(await addedAdmins(tx.store));
  };
  const isAdmin = (transactions: Pick<Transactions, 'run'>) =>
    transactions.run((tx) => Promise.resolve(tx.community.isAdmin(dora)), never);

  /** The same use cases, whose next commit goes through without anybody learning of it. */
  function deaf() {
    let isDeaf = true;
    const store: Pick<Store, 'transaction' | 'read'> = {
      read: (work) => app.store.read(work),
      async transaction(job) {
        const result = await app.store.transaction(job);
        if (!isDeaf) return result;
        isDeaf = false;
        throw new Error('no answer');
      },
    };
    return new Transactions({
      ...app.context,
      store,
      random: Math.random,
      meter: { owed() {}, voted() {} },
      webhooks: null,
      codeKey,
    });
  }

  test('is changed in it at once, for others with the commit, and those who follow it are told then', async () => {
    const { community, transactions } = app.context;
    const told: unknown[] = [];
    community.follow((change) => told.push(change));
    await transactions.run(async (tx) => {
      await add(tx);
      expect(tx.community.isAdmin(dora)).toBe(true);
      expect(tx.community.adminOnTelegram(telegramId(dora))).toBe(dora);
      expect(community.isAdmin(dora)).toBe(false);
    }, never);
    expect(community.isAdmin(dora)).toBe(true);
    expect(told).toEqual([{ joined: [telegramId(dora)], left: [] }]);
  });

  test('stays as it was where it is given up', async () => {
    const { community, transactions } = app.context;
    const failing = transactions.run(async (tx) => {
      await add(tx);
      throw new Error('given up');
    }, never);
    await expect(failing).rejects.toThrow('given up');
    expect(community.isAdmin(dora)).toBe(false);
    expect(await isAdmin(transactions)).toBe(false);
  });

  test('is read anew by the next one where nobody has learned of the commit', async () => {
    const transactions = deaf();
    await expect(transactions.run(add, never)).rejects.toThrow('no answer');
    expect(app.context.community.isAdmin(dora)).toBe(false);
    expect(await isAdmin(transactions)).toBe(true);
    expect(app.context.community.isAdmin(dora)).toBe(true);
  });
});
