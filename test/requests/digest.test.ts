import { requestId, type PersonId } from '../../src/lifecycle/ids';
import { submit, withdraw } from '../../src/requests/submit';
import { decide } from '../../src/requests/decide';
import { describeEngines } from '../store/engines';
import { boris, day, hour, TestApp } from './app';

describeEngines('a digest that stands in a chat', (engine) => {
  let app: TestApp;
  let clients: readonly PersonId[];
  const asks = (n: number) => app.transaction((tx) => submit(tx, clients[n] ?? boris, 'submit', 'Please'));
  const approves = (n: number) =>
    app.transaction((tx) => decide(tx, requestId(n), { type: 'approve', by: boris, round: null }));
  const digestAt = (messageId: number): Promise<number> => {
    const nothing = { threadId: null, requestId: null, round: null, personId: null };
    return app.transaction(({ store, now }) =>
      store.botMessages.add({ kind: 'digest', recipientId: boris, messageId, ...nothing, createdAt: now }),
    );
  };
  /** The digests whose updates wait; those leave now. */
  const updated = (): Promise<readonly (number | null)[]> =>
    app.transaction(async ({ store, now }) => {
      const rows = await store.outbox.waitingFor('telegram', boris, 'all', 0, 1000);
      const updates = rows.filter(({ notice }) => notice.kind === 'digest_update');
      await store.outbox.claim(
        updates.map(({ id }) => id),
        now,
      );
      await store.outbox.accept(
        updates.map(({ id }) => ({ id, messageId: 1 })),
        now,
      );
      return updates.map(({ botMessageId }) => botMessageId);
    });

  beforeEach(async () => {
    app = await TestApp.open(engine);
    clients = await Promise.all([1, 2, 3, 4].map((n) => app.client(n)));
    for (const n of [0, 1, 2]) await asks(n);
  });

  it('has one unsent update at most, however much changes before it is sent', async () => {
    const digest = await digestAt(100);
    await approves(1);
    await approves(2);
    await asks(3);
    expect(await updated()).toEqual([digest]);
    expect(await updated()).toEqual([]);
  });

  it('follows requests that come, are decided, undone, withdrawn and expire', async () => {
    const digest = await digestAt(100);
    await asks(3);
    expect(await updated()).toEqual([digest]);
    await approves(1);
    expect(await updated()).toEqual([digest]);
    await app.transaction((tx) => decide(tx, requestId(1), { type: 'undo', by: boris, round: null }));
    expect(await updated()).toEqual([digest]);
    await app.transaction((tx) => withdraw(tx, clients[1] ?? boris));
    expect(await updated()).toEqual([digest]);
    await app.transaction(({ store, now }) => store.botMessages.markAnswered([digest], now));
    app.now += 7 * day - hour;
    const newer = await digestAt(101);
    app.now += 2 * hour;
    await app.sweep();
    expect(await updated()).toEqual([newer]);
  });

  it('is finished once nothing was open and the next request comes, not before', async () => {
    const digest = await digestAt(100);
    for (const n of [1, 2, 3]) await approves(n);
    expect(await updated()).toEqual([digest]);
    await app.transaction((tx) => decide(tx, requestId(3), { type: 'undo', by: boris, round: null }));
    expect(await updated()).toEqual([digest]);
    await approves(3);
    expect(await updated()).toEqual([digest]);
    await asks(3);
    await approves(4);
    expect(await updated()).toEqual([]);
  });

  it('continues if the last one was decided and the next request came before its update was sent', async () => {
    const digest = await digestAt(100);
    for (const n of [1, 2, 3]) await approves(n);
    await asks(3);
    expect(await updated()).toEqual([digest]);
    await approves(4);
    expect(await updated()).toEqual([digest]);
  });

  it('is left as it is when the chat has three newer ones', async () => {
    const [, ...newer] = [await digestAt(100), await digestAt(101), await digestAt(102), await digestAt(103)];
    await approves(1);
    expect([...(await updated())].reverse()).toEqual(newer);
  });
});
