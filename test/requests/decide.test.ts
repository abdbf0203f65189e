import { personId, requestId } from '../../src/lifecycle/ids';
import { ask } from '../../src/requests/ask';
import { decide, whyNotDecide, type AdminCommand } from '../../src/requests/decide';
import { describeEngines } from '../store/engines';
import { boris, TestDesk } from './desk';

const stranger = personId(7_000_000_099);
const first = requestId(1);

/** The use cases, with one request that waits. */
async function oneWaits(engine: Parameters<typeof TestDesk.open>[0]): Promise<TestDesk> {
  const desk = await TestDesk.open(engine);
  const client = await desk.client(1);
  await desk.work((work) => ask(work, client, 'submit', 'Please'));
  return desk;
}

describeEngines('deciding', (engine) => {
  const approve = (by: typeof boris): AdminCommand => ({ type: 'approve', by, round: null });

  test('is refused to whoever is no admin at that moment', async () => {
    const desk = await oneWaits(engine);
    await desk.work(async (work) => {
      expect(await whyNotDecide(work, first, approve(stranger))).toEqual({ refused: 'not_an_admin' });
      expect(await decide(work, first, approve(stranger))).toEqual({ refused: 'not_an_admin' });
      expect((await work.store.requests.get(first))?.request.status).toBe('pending');
    });
  });

  test('leaves in the history who acted and which way they came', async () => {
    const desk = await oneWaits(engine);
    await desk.work((work) => decide(work, first, approve(boris)));
    const { rows } = await desk.work((work) => work.store.events.latest(first, 9));
    expect(rows.map(({ event: { event, via, actorId } }) => ({ event, via, actorId }))).toEqual([
      { event: 'approve', via: 'chat', actorId: boris },
      { event: 'submit', via: 'chat', actorId: expect.any(Number) as number },
    ]);
  });
});
