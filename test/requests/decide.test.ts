import { personId, requestId } from '../../src/lifecycle/ids';
import { submit } from '../../src/requests/submit';
import { decide, whyNotDecide, type AdminCommand } from '../../src/requests/decide';
import { describeEngines } from '../store/engines';
import { boris, TestApp } from './app';

const stranger = personId(7_000_000_099);
const first = requestId(1);

/** The use cases, with one request that waits. */
async function oneWaits(engine: Parameters<typeof TestApp.open>[0]): Promise<TestApp> {
  const app = await TestApp.open(engine);
  const client = await app.client(1);
  await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
  return app;
}

describeEngines('deciding', (engine) => {
  const approve = (by: typeof boris): AdminCommand => ({ type: 'approve', by, round: null });

  test('is refused to whoever is no admin at that moment', async () => {
    const app = await oneWaits(engine);
    await app.transaction(async (tx) => {
      expect(await whyNotDecide(tx, first, approve(stranger))).toEqual({ refused: 'not_an_admin' });
      expect(await decide(tx, first, approve(stranger))).toEqual({ refused: 'not_an_admin' });
      expect((await tx.store.requests.get(first))?.request.status).toBe('pending');
    });
  });

  test('leaves in the history who acted and which way they came', async () => {
    const app = await oneWaits(engine);
    await app.transaction((tx) => decide(tx, first, approve(boris)));
    const { rows } = await app.transaction((tx) => tx.store.events.latest(first, 9));
    expect(rows.map(({ event: { event, via, actorId } }) => ({ event, via, actorId }))).toEqual([
      { event: 'approve', via: 'chat', actorId: boris },
      { event: 'submit', via: 'chat', actorId: expect.any(Number) as number },
    ]);
  });
});
