import type { Community } from '../../src/telegram-double/communities';
import type { Person } from '../../src/telegram-double/people';
import { asks, cardOf, newcomer, saying } from './scenes';
import { startWorld, type Engine, type World } from './world';

// Many strangers ask to join a chat of the community at once.

const admins = ['Boris', 'Clara'].map((first_name, n) => ({ id: 5_000_000_001 + n, first_name, language_code: 'en' }));
const gardenId = -1_001_000_000_001;
const crowd = 300;

let world: World;
let garden: Community;
let boris: Person;
afterEach(() => world.close());

/** Telegram keeps its limits, and the link is there. */
async function begin(engine: Engine, env: Readonly<Record<string, string>> = {}): Promise<string> {
  world = await startWorld({
    engine,
    admins,
    env: { ACCESS_CHATS: `${gardenId}`, SEND_RATE: '28', ...env },
    double: { limits: true, removalPause: 10 },
    found: (double) => {
      const owner = double.person({ id: 7_000_000_011, first_name: 'Olga' });
      garden = double.community({ id: gardenId, title: 'The garden', owner });
    },
  });
  [boris] = world.admins as [Person];
  await world.daemon.logged((line) => line['event.action'] === 'access_link_made');
  return String(garden.botLinks[0]?.url);
}

const newcomers = (count: number): readonly Person[] => Array.from({ length: count }, () => newcomer(world));
const isQuestion = saying('a few words');
const asked = (people: readonly Person[]): number => people.filter(({ chat }) => chat.messages.some(isQuestion)).length;

describe.each(['sqlite', 'postgres'] as const)('a raid on a chat of ACCESS_CHATS, on %s', (engine) => {
  test('the admins get a digest, everybody is asked for a few words, and nobody else waits for it', async () => {
    const link = await begin(engine);
    const anna = newcomer(world);
    const request = await asks(anna);
    const strangers = newcomers(crowd);
    for (const stranger of strangers) stranger.follow(link);
    boris.write(`/approve ${request}`);
    await anna.sees('is approved');
    await asks(newcomer(world));
    // Nobody has to stand in line behind the strangers.
    expect(asked(strangers)).toBeLessThan(crowd);
    expect(anna.follow(link)).toBe('requested');
    await cardOf(boris, request, ['The garden: in']);

    for (const stranger of strangers) await stranger.sees(isQuestion);
    for (const { chat } of strangers) expect(chat.messages.filter(isQuestion)).toHaveLength(1);
    for (const admin of world.admins) {
      await admin.sees(saying('requests are waiting for a decision'));
      expect(admin.chat.messages.filter(saying('From', 'Submitted')).length).toBeLessThanOrEqual(12);
    }
    const [waiting] = await world.rows(
      "SELECT count(*) AS n FROM requests WHERE source = 'join' AND status = 'pending'",
    );
    expect(Number(waiting?.['n'])).toBe(crowd);
    const { callLog, callsInsideRetryAfter } = world.double;
    expect(callsInsideRetryAfter).toEqual([]);
    expect(callLog.calls.filter(({ answer }) => answer?.ok === false && answer.error_code === 429)).toEqual([]);
  });
});

describe('a raid on a chat of ACCESS_CHATS', () => {
  test('who is decided before their turn comes is no longer asked', async () => {
    const link = await begin('sqlite');
    const strangers = newcomers(crowd);
    for (const stranger of strangers) stranger.follow(link);
    const last = strangers.at(-1) as Person;
    await boris.sees(saying('requests are waiting for a decision'));
    expect(last.chat.messages).toEqual([]);
    boris.write(`/reject ${crowd} not today`);
    await last.sees(saying('not today'));
    for (const stranger of strangers.slice(0, -1)) await stranger.sees(isQuestion);
    expect(last.chat.messages.filter(isQuestion)).toEqual([]);
  });

  test('whoever is let in comes before all whose join requests are declined', async () => {
    const link = await begin('sqlite', { JOIN_REQUESTS: 'decline' });
    const anna = newcomer(world);
    const request = await asks(anna);
    anna.follow(link);
    const strangers = newcomers(crowd);
    const { callLog, faults } = world.double;
    faults.add({ method: 'declineChatJoinRequest', fault: { kind: 'delay', ms: 20 }, times: crowd });
    const declined = callLog.next(() => callLog.of('declineChatJoinRequest').length === crowd);
    for (const stranger of strangers) stranger.follow(link);
    boris.write(`/approve ${request}`);
    await cardOf(boris, request, ['The garden: in']);
    expect(garden.waiting).toBeGreaterThan(crowd / 2);
    await declined;
    expect(garden.has(anna)).toBe(true);
    expect(strangers.filter((stranger) => garden.has(stranger))).toEqual([]);
  });
});
