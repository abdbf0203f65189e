import { telegramId, type PersonId } from '../../src/lifecycle/ids';
import { addAdmin, removeAdmin } from '../../src/requests/administrators';
import { submit } from '../../src/requests/submit';
import { boris, TestApp } from './app';
import { describeEngines } from '../store/engines';

describeEngines('an admin who joins or leaves', (engine) => {
  let app: TestApp;
  let dora: PersonId;
  beforeEach(async () => {
    app = await TestApp.open(engine);
    dora = await app.client(1);
    await app.client(boris - 5_000_000_000);
  });

  const named = () => ({ telegramId: telegramId(dora), name: null, username: null });
  const asks = async (n: number) => {
    const client = await app.client(n);
    await app.transaction((tx) => submit({ ...tx, via: 'chat' }, client, 'submit', 'Please'));
  };
  const owedTo = (person: PersonId) =>
    app.transaction((tx) => tx.store.outbox.waitingFor('telegram', person, 'all', 0, 1000));

  test('gets one message for the forty that wait', async () => {
    for (let n = 10; n < 50; n += 1) await asks(n);
    await app.transaction((tx) => addAdmin(tx, boris, named()));
    expect(app.told(dora)).toEqual(['admin_joined', 'welcome', 'digest']);
    expect((await owedTo(dora)).filter(({ notice }) => notice.kind === 'card')).toEqual([]);
  });

  test('leaves with none of what was owed to them as an admin, but the news that they have left', async () => {
    await app.transaction((tx) => addAdmin(tx, boris, named()));
    for (let n = 10; n < 13; n += 1) await asks(n);
    expect((await owedTo(dora)).filter(({ notice }) => notice.kind === 'card')).toHaveLength(3);
    await app.transaction((tx) => removeAdmin(tx, boris, telegramId(dora)));
    expect((await owedTo(dora)).map(({ notice }) => notice.kind)).toEqual(['admin_left']);
  });
});
