import { telegramId, type PersonId } from '../../src/lifecycle/ids';
import { addAdmin, askForNewAdmin, removeAdmin } from '../../src/requests/administrators';
import { adminsList } from '../../src/requests/read/admins';
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

  test('can change nothing of who decides unless they are an owner, whatever the way in: they are not even asked', async () => {
    await app.transaction((tx) => addAdmin(tx, boris, named()));
    const owed = app.owed.length;
    const admin = { id: dora, telegramId: telegramId(dora), name: 'Dora' };
    const eve = { telegramId: telegramId(5_000_000_099), name: 'Eve', username: null };
    await app.transaction(async (tx) => {
      const refused = { refused: 'owners_only', name: null };
      expect(await askForNewAdmin(tx, admin, dora, null)).toEqual(refused);
      expect(await addAdmin(tx, dora, eve)).toEqual(refused);
      expect(await removeAdmin(tx, dora, telegramId(dora))).toEqual(refused);
      expect(await adminsList(tx, dora)).toMatchObject({ mayChange: false });
      expect(await adminsList(tx, boris)).toMatchObject({ mayChange: true });
    });
    expect(app.owed).toHaveLength(owed);
  });
});
