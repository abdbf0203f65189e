import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asks, cardOf, newcomer } from './scenes';
import { startWorld, type World } from './world';

/** More than anything that happens by itself prepares a statement in the meantime. */
const requests = 20;

describe('SQLite', () => {
  const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
  const preloads = [join(__dirname, 'preloads', 'lists-prepared.cjs')];
  const env = { PREPARED_FILE: 'prepared.sql' };
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris], daemon: { preloads, env } });
  });
  afterAll(() => world.close());

  const allPrepared = (): readonly string[] =>
    readFileSync(join(world.folder, 'prepared.sql'), 'utf8').trimEnd().split('\n');

  test('prepares no statement for each request or decision: what they need is prepared once', async () => {
    const [admin] = world.admins;
    if (admin === undefined) throw new Error('there is no admin');
    // The start has more migrations to note than there are requests here.
    const fromStart = allPrepared().length;
    for (let n = 0; n < requests; n += 1) {
      const request = await asks(newcomer(world));
      await admin.press(await cardOf(admin, request), 'Approve').answered();
    }
    await world.settled();
    const times = new Map<string, number>();
    for (const statement of allPrepared().slice(fromStart)) times.set(statement, (times.get(statement) ?? 0) + 1);
    expect([...times].filter(([, count]) => count >= requests)).toEqual([]);
  });
});
