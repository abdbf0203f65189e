import { submit } from '../../src/requests/submit';
import { decide } from '../../src/requests/decide';
import { requestId } from '../../src/lifecycle/ids';
import { describeEngines } from '../store/engines';
import { boris, day, TestApp } from './app';
import { waiting } from '../store/owed';

describeEngines('the cards of a request', (engine) => {
  it('an appeal drops an unsent card of the round before', async () => {
    const app = await TestApp.open(engine);
    const anna = await app.client(1);
    await app.transaction((tx) => submit(tx, anna, 'submit', 'Please'));
    const reject = { type: 'reject', by: boris, round: null, reason: null } as const;
    await app.transaction((tx) => decide(tx, requestId(1), reject));
    app.now += 7 * day;
    await app.transaction((tx) => submit(tx, anna, 'appeal', 'Once more'));
    const owed = await app.transaction((tx) => waiting(tx.store.outbox));
    expect(owed.filter(({ recipientId, notice }) => notice.kind === 'card' && recipientId === boris)).toHaveLength(1);
  });
});
