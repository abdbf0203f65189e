import type { Fault } from '../../src/telegram-double/fault';
import type { Person } from '../../src/telegram-double/people';
import { asks, buttons, cardOf, days, newcomer } from './scenes';
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

  test('decided on one copy while the other is being sent: both show it', async () => {
    const [one, other] = await twoCopies([{ kind: 'lost_answer' }, { kind: 'delay', ms: 400 }]);
    boris.press(one, 'Approve');
    await boris.sees(({ id, text }) => id === one.id && text.includes('Approved by'));
    await boris.sees(({ id, text }) => id === other.id && text.includes('Approved by'));
  });

  test('a reply to an unknown copy brings it up to date, whatever it says', async () => {
    const [one, other] = await twoCopies([{ kind: 'lost_answer' }]);
    await world.settled();
    boris.press(other, 'Approve');
    await boris.sees(({ id, text }) => id === other.id && text.includes('Approved by'));
    boris.write('hm', { replyTo: one });
    await boris.sees(({ id, text }) => id === one.id && text.includes('Approved by'));
  });

  test('a press on an unknown copy brings it up to date, also one that changes nothing', async () => {
    const [one, other] = await twoCopies([{ kind: 'lost_answer' }]);
    await world.settled();
    boris.write('note be careful', { replyTo: other });
    await boris.sees(({ id, text }) => id === other.id && text.includes('Notes: 1'));
    boris.press(one, 'Ask…');
    await boris.sees(({ id, text }) => id === one.id && text.includes('Notes: 1'));
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

test('a card whose edit was delayed until after an appeal shows the appeal, and then its outcome', async () => {
  const clara = { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' };
  const world = await startWorld({ engine: 'sqlite', admins: [...admins, clara] });
  try {
    const [boris, decider] = world.admins;
    if (boris === undefined || decider === undefined) throw new Error('there are two admins');
    const anna = newcomer(world);
    const request = await asks(anna);
    const first = await cardOf(boris, request);
    const fault = { kind: 'too_many_requests', retryAfter: 2, acts: false, scope: 'chat' } as const;
    world.double.faults.add({ method: 'editMessageText', chatId: boris.id, fault });
    decider.write(`/reject ${request}`);
    await anna.sees('was rejected');
    await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
    anna.write('/appeal Please');
    const second = await cardOf(boris, request, ['Appeal 1'], { after: first });
    await boris.sees(({ id, text }) => id === first.id && text.includes('Appeal 1'));
    await world.settled();
    decider.write(`/approve ${request}`);
    for (const card of [first, second]) {
      const decided = await boris.sees(({ id, text }) => id === card.id && text.includes('Approved by'));
      expect(buttons(decided)).toEqual([]);
    }
  } finally {
    await world.close();
  }
});
