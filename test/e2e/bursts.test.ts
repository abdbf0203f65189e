import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World, type WorldOptions } from './world';

const admins = ['Boris', 'Clara'].map((first_name, n) => ({ id: 5_000_000_001 + n, first_name, language_code: 'en' }));
const crowd = 150;

describe('a burst, within Telegram’s limits', () => {
  let world: World;
  let boris: Person;
  let clara: Person;
  afterEach(() => world.close());

  async function begin(env: Readonly<Record<string, string>> = {}): Promise<void> {
    world = await startWorld({ engine: 'sqlite', admins, env: { SEND_RATE: '28', ...env }, double: { limits: true } });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
  }

  const newcomers = (count: number): readonly Person[] => Array.from({ length: count }, () => newcomer(world));
  const sentTo = (people: readonly Person[]) => {
    const ids = new Set<unknown>(people.map(({ id }) => id));
    return world.double.callLog.of('sendMessage').filter(({ acted, params }) => acted && ids.has(params['chat_id']));
  };
  function expectLimitsKept(): void {
    const { callLog, callsInsideRetryAfter } = world.double;
    expect(callsInsideRetryAfter).toEqual([]);
    const tooMany = callLog.calls.filter(({ answer }) => answer?.ok === false && answer.error_code === 429);
    expect(tooMany.length).toBeLessThan(5);
  }

  test('requests are confirmed at 25/s or more, once each, while an admin pages and decides', async () => {
    await begin();
    const clients = newcomers(crowd);
    const confirmed = Promise.all(clients.map((client) => asks(client)));
    const page = await boris.sees('page 1 of', { after: boris.write('/pending') });
    const [number] = buttons(page).filter((text) => text.startsWith('#'));
    if (number === undefined) throw new Error('the page names no request');
    const request = Number(number.slice(1));
    boris.press(page, number);
    boris.press(await boris.sees(({ id, text }) => id === page.id && text.includes('Submitted')), 'Approve');
    await boris.sees((message) => message.id === page.id && saying('Approved by Boris')(message));
    expect(sentTo(clients).length).toBeLessThan(crowd);

    expect(new Set(await confirmed).size).toBe(crowd);
    const times = sentTo(clients)
      .filter(({ params }) => String(params['text']).startsWith('✅ Got it'))
      .map(({ at }) => at);
    expect(times).toHaveLength(crowd);
    expect(((crowd - 1) / (Math.max(...times) - Math.min(...times))) * 1000).toBeGreaterThanOrEqual(25);

    const { client_id: approved } = await rowOf(world, request);
    await clients.find(({ id }) => id === approved)?.sees('is approved');
    await world.settled();
    for (const admin of world.admins) {
      await admin.sees(/\d+ requests are waiting for a decision/);
      expect(admin.chat.messages.filter(saying('From', 'Submitted')).length).toBeLessThanOrEqual(10);
    }
    // Hers waited until the clients had their answers, and counts all that came meanwhile.
    expect(clara.chat.messages.filter(saying('waiting for a decision')).map(shown)).toEqual([
      expect.stringMatching(/^📨 1(49|50) requests are waiting/),
    ]);
    expectLimitsKept();
  });

  test('a client’s outcome never waits for an admin’s messages', async () => {
    await begin();
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    for (let n = 0; n < 100; n += 1) boris.write('/stats');
    boris.press(card, 'Approve');
    await anna.sees('is approved');
    expect(boris.chat.messages.filter(saying('waiting: ')).length).toBeLessThan(10);
    const [waiting] = await world.rows(
      `SELECT count(*) AS n FROM outbox WHERE state = 'owed' AND recipient_id = ${boris.id}`,
    );
    expect(Number(waiting?.['n'])).toBeGreaterThan(80);
    expectLimitsKept();
  });

  test('clients who flood are told once, then ignored, and do not slow others down', async () => {
    await begin({ CLIENT_RATE: '5/1m' });
    const flooders = newcomers(crowd);
    for (let n = 0; n < 8; n += 1) for (const flooder of flooders) flooder.write(`hello ${n}`);
    const [anna, dora] = [newcomer(world), newcomer(world)];
    // Everything of the flood has been handled by then, and most answers to it wait.
    await answerTo(anna, '/status');
    const before = sentTo(flooders).length;
    expect(shown(await answerTo(dora, '/status'))).toContain('no request');
    expect(sentTo(flooders).length - before).toBeLessThan(crowd);

    const owed = await world.rows(
      `SELECT recipient_id, count(*) AS messages FROM outbox WHERE recipient_id NOT IN (${anna.id}, ${dora.id}) GROUP BY recipient_id`,
    );
    expect(owed).toHaveLength(crowd);
    expect(new Set(owed.map(({ messages }) => messages))).toEqual(new Set([6]));
    expect(await world.rows("SELECT id FROM outbox WHERE notice LIKE '%flooded%'")).toHaveLength(crowd);
    expectLimitsKept();
  });
});

const teams = { 'private chats': undefined, 'the admins’ group': { id: -4_000_001, title: 'Admins' } } as const;

describe.each(['sqlite', 'postgres'] as const)('the digest of a burst, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clients: ReadonlyMap<number, Person>;
  afterEach(() => world.close());

  /** Where the digest stands, once the burst is over. */
  async function begin(group: WorldOptions['group']): Promise<{ in?: NonNullable<World['group']> }> {
    world = await startWorld({
      ...{ engine, admins, env: { SEND_RATE: '28' }, double: { limits: true } },
      ...(group && { group }),
    });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there are two admins');
    boris = first;
    const asking = Array.from({ length: 24 }, () => newcomer(world));
    clients = new Map(await Promise.all(asking.map(async (client) => [await asks(client), client] as const)));
    return world.group === undefined ? {} : { in: world.group };
  }
  const client = (request: number): Person => {
    const found = clients.get(request);
    if (found === undefined) throw new Error(`nobody asked with request ${request}`);
    return found;
  };
  const editsOf = ({ id }: ChatMessage) =>
    world.double.callLog.of('editMessageText').filter(({ acted, params }) => acted && params['message_id'] === id);

  test.each(Object.entries(teams))(
    'follows the requests, in %s',
    async (_, group) => {
      const here = await begin(group);
      const digest = await boris.sees('24 requests are waiting for a decision', here);
      boris.write('/approve 1 2 3 4 5', here);
      boris.write('/reject 6: no', here);
      client(7).write('/cancel');
      await boris.sees('17 requests are waiting for a decision', here);
      // It was edited a moment ago, so this update has to wait; another daemon sends it.
      boris.write('/approve 8 9', here);
      await client(9).sees('is approved');
      await world.daemon.kill();
      await world.restart();
      await boris.sees('15 requests are waiting for a decision', here);
      const late = await asks(newcomer(world));
      boris.write('/approve 10 11 12 13 14 15 16 17', here);
      boris.write(`/approve 18 19 20 21 22 23 24 ${late}`, here);
      // A group takes 20 messages a minute, edits among them.
      const last = await boris.sees('No requests are waiting any more', { ...here, within: 70_000 });
      expect([last.id, buttons(last)]).toEqual([digest.id, []]);
      expect(editsOf(digest).length).toBeLessThanOrEqual(6);
      const { callsInsideRetryAfter, callLog } = world.double;
      expect(callsInsideRetryAfter).toEqual([]);
      expect(callLog.calls.filter(({ answer }) => answer?.ok === false && answer.error_code === 429)).toEqual([]);
    },
    150_000,
  );
});
