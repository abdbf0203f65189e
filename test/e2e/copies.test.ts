import type { Fault } from '../../src/sandbox/fault';
import type { Person } from '../../src/sandbox/people';
import { asks, cardOf, newcomer } from './scenes';
import { startWorld, type World } from './world';

const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];

describe.each(['sqlite', 'postgres'] as const)('a card that arrived twice, on %s', (engine) => {
  let world: World;
  let boris: Person;
  beforeAll(async () => {
    world = await startWorld({ engine, admins });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    boris = first;
  });
  afterAll(() => world.close());

  test('decided on one copy while the other is under way, both say so', async () => {
    const [one, other] = await twoCopies([{ kind: 'lost_answer' }, { kind: 'delay', ms: 400 }]);
    boris.press(one, 'Approve');
    await boris.sees(({ id, text }) => id === one.id && text.includes('Approved by'));
    await boris.sees(({ id, text }) => id === other.id && text.includes('Approved by'));
  });

  test('a reply to a copy that nobody knew of brings it up to date, whatever it says', async () => {
    const [one, other] = await twoCopies([{ kind: 'lost_answer' }]);
    await world.settled();
    boris.press(other, 'Approve');
    await boris.sees(({ id, text }) => id === other.id && text.includes('Approved by'));
    boris.write('hm', { replyTo: one });
    await boris.sees(({ id, text }) => id === one.id && text.includes('Approved by'));
  });

  /** A new request whose card met these faults, and so arrived twice. */
  async function twoCopies(faults: readonly Fault[]) {
    for (const fault of faults) {
      world.double.faults.add({ method: 'sendMessage', chatId: boris.id, text: 'Request #', fault });
    }
    const request = await asks(newcomer(world));
    const one = await cardOf(boris, request);
    return [one, await cardOf(boris, request, [], { after: one })] as const;
  }
});
