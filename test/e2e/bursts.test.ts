import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const admins = ['Boris', 'Clara'].map((first_name, n) => ({ id: 5_000_000_001 + n, first_name, language_code: 'en' }));
const crowd = 150;

describe('many at once, within Telegram’s limits', () => {
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
    return world.double.ledger.of('sendMessage').filter(({ acted, params }) => acted && ids.has(params['chat_id']));
  };
  function expectLimitsKept(): void {
    const { ledger, callsInsideRetryAfter } = world.double;
    expect(callsInsideRetryAfter).toEqual([]);
    const tooMany = ledger.calls.filter(({ answer }) => answer?.ok === false && answer.error_code === 429);
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
    boris.press(await cardOf(boris, request, [], { after: page }), 'Approve');
    await cardOf(boris, request, ['Approved by Boris']);
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
      await admin.sees(/\d+ requests wait for a decision/);
      expect(admin.chat.messages.filter(saying('From', 'Submitted')).length).toBeLessThanOrEqual(10);
    }
    // Hers waited until the clients had their answers, and counts all that came meanwhile.
    expect(clara.chat.messages.filter(saying('wait for a decision')).map(shown)).toEqual([
      expect.stringMatching(/^📨 1(49|50) requests wait/),
    ]);
    expectLimitsKept();
  });

  test('a client’s outcome waits behind nothing of an admin’s', async () => {
    await begin();
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    for (let n = 0; n < 100; n += 1) boris.write('/stats');
    boris.press(card, 'Approve');
    await anna.sees('is approved');
    expect(boris.chat.messages.filter(saying('waiting: ')).length).toBeLessThan(10);
    const [waiting] = await world.rows(
      `SELECT count(*) AS n FROM outbox WHERE state = 'owed' AND chat_id = ${boris.id}`,
    );
    expect(Number(waiting?.['n'])).toBeGreaterThan(80);
    expectLimitsKept();
  });

  test('clients who flood are told once and then ignored, and do not slow the rest', async () => {
    await begin({ CLIENT_RATE: '5/1m' });
    const flooders = newcomers(crowd);
    for (let n = 0; n < 8; n += 1) for (const flooder of flooders) flooder.write(`hello ${n}`);
    const [anna, dora] = [newcomer(world), newcomer(world)];
    // Everything of the flood has been handled by then, and most answers to it wait.
    await answerTo(anna, '/status');
    const before = sentTo(flooders).length;
    expect(shown(await answerTo(dora, '/status'))).toContain('no request');
    expect(sentTo(flooders).length - before).toBeLessThan(crowd / 3);

    const owed = await world.rows(
      `SELECT chat_id, count(*) AS messages FROM outbox WHERE chat_id NOT IN (${anna.id}, ${dora.id}) GROUP BY chat_id`,
    );
    expect(owed).toHaveLength(crowd);
    expect(new Set(owed.map(({ messages }) => messages))).toEqual(new Set([6]));
    expect(await world.rows("SELECT id FROM outbox WHERE notice LIKE '%flooded%'")).toHaveLength(crowd);
    expectLimitsKept();
  });
});
