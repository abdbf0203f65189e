import { ask } from '../../src/requests/ask';
import { decide } from '../../src/requests/decide';
import { requestId } from '../../src/lifecycle/ids';
import { describeEngines } from '../store/engines';
import { boris, day, TestDesk } from './desk';
import { waiting } from '../store/owed';

describeEngines('the cards of a request', (engine) => {
  it('an appeal takes back a card of the round before that has not left yet', async () => {
    const desk = await TestDesk.open(engine);
    const anna = await desk.client(1);
    await desk.work((work) => ask(work, anna, 'submit', 'Please'));
    const reject = { type: 'reject', by: boris, round: null, reason: null } as const;
    await desk.work((work) => decide(work, requestId(1), reject));
    desk.now += 7 * day;
    await desk.work((work) => ask(work, anna, 'appeal', 'Once more'));
    const owed = await desk.work((work) => waiting(work.store.outbox));
    expect(owed.filter(({ chatId, notice }) => notice.kind === 'card' && chatId === (boris as number))).toHaveLength(1);
  });
});
