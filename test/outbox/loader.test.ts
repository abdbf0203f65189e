import { personId } from '../../src/lifecycle/ids';
import { Loader } from '../../src/outbox/loader';
import type { Owed } from '../../src/store/queries/outbox';
import { tell } from '../../src/transaction/transaction';
import { TestApp } from '../requests/app';
import { describeSqlite } from '../store/engines';

describeSqlite('what is to be loaded', (engine) => {
  it('is loaded also where it is asked for right after a look that has found nothing', async () => {
    const app = await TestApp.open(engine);
    const anna = personId(5_000_000_001);
    await app.transaction((tx) => Promise.resolve(tell(tx, anna, { kind: 'language_set' })));
    const loaded: Owed[] = [];
    const loader = new Loader({
      channel: 'telegram',
      store: app.store,
      log: app.context.log,
      isAdminChat: () => false,
      transact: (job) => app.transaction(job),
      enqueue: (rows) => void loaded.push(...rows),
    });
    loader.load();
    loader.begin([]);
    loader.load();
    await loader.over();
    loader.stop();
    expect(loaded).toMatchObject([{ recipientId: anna }]);
  });
});
