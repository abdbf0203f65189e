import { personId } from '../../../src/lifecycle/ids';
import { Dispatcher } from '../../../src/outbox/dispatcher';
import { owe } from '../../../src/transaction/transaction';
import { TestApp } from '../../requests/app';
import { describeEngines } from '../../store/engines';
import { Relay } from './relays';
import { channelTo } from './samples';

describeEngines('many mails', (engine) => {
  test('leave by five connections at once, all of them, each once', async () => {
    let open = 0;
    let most = 0;
    const relay = new Relay({
      onConnect(_session, done) {
        open += 1;
        most = Math.max(most, open);
        done();
      },
      onClose: () => void (open -= 1),
    });
    const app = await TestApp.open(engine, {}, ['email']);
    const { context, transactions, store } = app;
    const channel = channelTo(await relay.open());
    const ports = { ...context, store, transactions, random: Math.random, meter: { sent() {} }, step() {} };
    const dispatcher = new Dispatcher({ ...ports, channel });
    await dispatcher.start();
    const addresses = Array.from({ length: 23 }, (_, n) => `client${n}@mail.example`);
    await app.transaction(async (tx) => {
      for (const [n, address] of addresses.entries()) {
        const person = personId(2 ** 52 + n);
        const place = { personId: person, medium: 'email', address, addressKey: address } as const;
        const codeId = await tx.store.addressCodes.add({ ...place, language: null, createdAt: tx.now });
        owe(tx, { channel: 'email', recipientId: person, notice: { kind: 'address_code', codeId }, priority: 0 });
      }
    });
    await relay.has(addresses.length);
    await dispatcher.stop();
    expect(relay.taken.flatMap(({ to }) => to).sort()).toEqual([...addresses].sort());
    expect(most).toBeLessThanOrEqual(5);
    expect(await app.transaction((tx) => tx.store.outbox.scanOwed('email', 0, 100, false))).toEqual([]);
    await relay.close();
  });
});
