import { join } from 'node:path';
import type { Person } from '../../src/telegram-double/people';
import { asks, cardOf, eventsOf, newcomer, rowOf, saying } from './scenes';
import { startWorld, type World } from './world';

const killedAt = (step: string, time: number) => ({
  entry: join(__dirname, 'entries', 'killed-at-step.cjs'),
  env: { KILL_STEP: step, KILL_COUNT: `${time}` },
});

/**
 * A request's way has two updates, the asking and the press, and messages that follow each. Per point: how many sends may
 * be under way when the daemon is killed there, at least and at most.
 */
const points = [
  ['received', 1, 0, 0],
  ['handled', 1, 0, 0],
  ['committed', 1, 3, 3],
  ['claimed', 1, 3, 3],
  ['answered', 1, 3, 3],
  ['answered', 2, 2, 3],
  ['settled', 1, 0, 2],
  ['received', 2, 0, 3],
  ['handled', 2, 0, 3],
  ['committed', 2, 0, 3],
  ['claimed', 2, 1, 5],
  ['answered', 4, 1, 5],
  ['settled', 2, 0, 5],
] as const;

describe.each(['sqlite', 'postgres'] as const)('kill -9, on %s', (engine) => {
  let world: World;
  let boris: Person;
  beforeAll(async () => {
    world = await startWorld({
      engine,
      admins: [
        { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
        { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
      ],
    });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there are admins');
    boris = first;
  });
  afterAll(() => world.close());

  test.each(points)('at "%s", time %d, loses nothing and repeats nothing but a send under way', async (...point) => {
    const [step, time, least, most] = point;
    await world.daemon.kill();
    await world.restart(killedAt(step, time));
    const anna = newcomer(world);
    const way = wholeWay(anna);
    expect(await world.daemon.exited).toMatchObject({ signal: 'SIGKILL' });
    await world.restart();
    const request = await way;
    await world.settled();

    expect(await world.rows(`SELECT * FROM requests WHERE client_id = ${anna.id}`)).toHaveLength(1);
    expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reviewed_by: boris.id });
    expect(await eventsOf(world, request)).toEqual(['submit', 'approve']);

    const told = anna.chat.messages.filter(({ from }) => from.is_bot).map(({ text }) => text);
    expect(new Set(told).size).toBe(2);
    for (const admin of world.admins) await cardOf(admin, request, ['Approved']);
    const cards = world.admins.flatMap(({ chat }) => chat.messages.filter(saying(`Request #${request}`, 'From')));
    const counted = await countedRepeats(request);
    expect(counted).toBeGreaterThanOrEqual(least);
    expect(counted).toBeLessThanOrEqual(most);
    expect(told.length - 2 + cards.length - 2).toBeLessThanOrEqual(counted);
  });

  /** A client asks, Boris approves, the client learns it: as people do, who know nothing of any kill. */
  async function wholeWay(client: Person): Promise<number> {
    const request = await asks(client);
    boris.press(await cardOf(boris, request), 'Approve');
    await client.sees('is approved');
    return request;
  }

  /** How often the daemon says that a message of this request may have been sent before. */
  async function countedRepeats(request: number): Promise<number> {
    const [row] = await world.rows(`SELECT sum(unknown_outcomes) AS n FROM outbox WHERE request_id = ${request}`);
    return Number(row?.['n']);
  }
});
