import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, newcomer, shown } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };

let world: World;
let admin: Person;
afterEach(() => world.close());

async function begin(engine: 'sqlite' | 'postgres'): Promise<void> {
  world = await startWorld({ engine, admins: [boris], env: { CLIENT_RATE: 'off' } });
  const [first] = world.admins;
  if (first === undefined) throw new Error('there is an admin');
  admin = first;
}

const from = '"from":{"id":6100000001,"is_bot":false,"first_name":"A"}';
const chat = '"chat":{"id":6100000001,"type":"private","first_name":"A"}';
const messageWith = (fields: string): string => `"message":{"message_id":1,"date":1,${from},${chat},${fields}}`;
const nested = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

const parked = async (): Promise<readonly number[]> =>
  (await world.rows('SELECT update_id FROM parked_updates ORDER BY id')).map((row) => Number(row['update_id']));

describe.each(['sqlite', 'postgres'] as const)('an update that Telegram can not have sent, on %s', (engine) => {
  beforeEach(() => begin(engine));

  test('is set aside if it is nested too deeply, and all others are handled, even after a restart', async () => {
    const { updates } = world.double;
    updates.pushRaw(messageWith(`"text":"/start","x":${nested(20_000)}`));
    updates.pushRaw(`"poll":${nested(20_000)}`);
    updates.pushRaw(messageWith(`"rich_message":{"blocks":${'['.repeat(9000)}${']'.repeat(9000)}}`));
    await asks(newcomer(world));
    await admin.sees('set it aside');
    expect(await parked()).toHaveLength(3);
    await world.daemon.stop();
    await world.restart();
    await asks(newcomer(world));
    expect(await parked()).toHaveLength(3);
  });

  test('is set aside once if it is longer than any of Telegram’s, with its beginning for a person to read', async () => {
    const long = JSON.stringify(`/request ${'я'.repeat(10_000_000)}`);
    for (let n = 0; n < 3; n += 1) world.double.updates.pushRaw(messageWith(`"text":${long}`));
    const anna = newcomer(world);
    await asks(anna);
    await world.settled();
    const rows = await world.rows('SELECT update FROM parked_updates'.replace('update', '"update"'));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const kept = JSON.stringify(row['update']);
      expect(kept).toContain('/request я');
      expect(kept.length).toBeLessThan(2000);
    }
    expect(await world.rows('SELECT id FROM people WHERE id = 6100000001')).toEqual([]);
  });
});

describe.each(['sqlite', 'postgres'] as const)('an update that can’t even be put aside, on %s', (engine) => {
  beforeEach(() => begin(engine));

  test('is not confirmed to Telegram before it is on record, and holds the others only until then', async () => {
    await world.change('ALTER TABLE parked_updates RENAME TO parked_elsewhere');
    world.double.updates.pushRaw(`"poll":${nested(20_000)}`);
    const asking = newcomer(world);
    asking.write('/start');
    const failed = () => world.daemon.log.filter(({ message }) => message === 'an update could not be put aside');
    await world.daemon.logged(() => failed().length >= 4);
    expect(world.double.updates.pending).toBe(2);
    await world.change('ALTER TABLE parked_elsewhere RENAME TO parked_updates');
    await asks(newcomer(world));
    expect(await parked()).toHaveLength(1);
    await world.settled();
    expect(world.double.updates.pending).toBe(0);
  });
});

describe('fields with hostile values', () => {
  beforeEach(() => begin('sqlite'));

  test.each([
    ['__proto__', `"text":"/start","__proto__":{"is_bot":true,"text":5},"constructor":{"prototype":{"x":1}}`],
    ['huge numbers', `"text":"/start","edit_date":1e308,"message_thread_id":-1e308,"forward_date":1e999`],
    ['halves of pairs and NUL', `"text":"/start \\ud83d\\u0000","author_signature":"\\udc4d","\\ud83d":"\\u0000"`],
    [
      'entities that point nowhere',
      `"text":"/start","entities":[{"type":"text_link","offset":-5,"length":1e9,"url":7},null,5]`,
    ],
    ['entities that are none', `"text":"/start","entities":{"length":5},"caption_entities":"x"`],
    [
      'blocks that are none',
      `"rich_message":{"blocks":[null,5,{"type":"list","items":7},{"type":"table","cells":[[1]]}]}`,
    ],
    ['a reply that is none', `"text":"/start","reply_to_message":5,"via_bot":"x","forward_origin":false`],
  ])('%s: nobody is held up', async (_, fields) => {
    world.double.person({ id: 6_100_000_001, first_name: 'A' }).hasStarted();
    world.double.updates.pushRaw(messageWith(fields));
    await asks(newcomer(world));
    await world.settled();
    expect(await parked()).toEqual([]);
    expect(world.daemon.log.filter((line) => line['log.level'] === 'error')).toEqual([]);
  });

  test('an element that is no update does not hold up the others', async () => {
    const [anna, dora] = [newcomer(world), newcomer(world)];
    anna.write('/request one');
    world.double.updates.pushRaw('"update_id":1e300');
    dora.write('/request two');
    await Promise.all([anna.sees('Got it'), dora.sees('Got it')]);
  });
});

describe('a bot whose @username changes while it runs', () => {
  beforeEach(() => begin('sqlite'));

  test('is known by the new name at once, in groups too, and by no other', async () => {
    const anna = newcomer(world);
    const group = world.double.group({ id: -4_000_009, title: 'Somewhere', members: [anna] });
    world.double.renameBot('sosekni_renamed_bot');
    const sent = anna.write('/help@sosekni_renamed_bot', { in: group });
    const answer = await anna.sees('t.me/sosekni_renamed_bot', { in: group, after: sent });
    expect(answer.replyTo).toBe(sent.id);
    expect(shown(await answerTo(anna, '/status@Sosekni_Renamed_Bot'))).toContain('no request yet');
    const lookUps = world.double.callLog.of('getMe').length;
    for (let n = 0; n < 20; n += 1) anna.write(`/help@other_${n}_bot`);
    await world.settled();
    expect(world.double.callLog.of('getMe').length - lookUps).toBeLessThanOrEqual(5);
  });
});
