import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asks, cardOf, newcomer } from './scenes';
import { startWorld, type World } from './world';

/** More than anything that happens by itself prepares a statement in the meantime. */
const requests = 20;

describe('SQLite', () => {
  const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
  const preloads = ['lists-prepared.cjs', 'lists-run.cjs'].map((file) => join(__dirname, 'preloads', file));
  const env = { PREPARED_FILE: 'prepared.sql', RUN_FILE: 'run.sql' };
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: [boris], daemon: { preloads, env } });
  });
  afterAll(() => world.close());

  const linesOf = (file: string): readonly string[] =>
    readFileSync(join(world.folder, file), 'utf8').trimEnd().split('\n');
  const timesOf = (statements: readonly string[]): ReadonlyMap<string, number> => {
    const times = new Map<string, number>();
    for (const statement of statements) times.set(statement, (times.get(statement) ?? 0) + 1);
    return times;
  };
  const allPrepared = () => linesOf('prepared.sql');

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
    const times = timesOf(allPrepared().slice(fromStart));
    expect([...times].filter(([, count]) => count >= requests)).toEqual([]);
  });

  test('runs no more statements for a request and its approval than it did', async () => {
    const [admin] = world.admins;
    if (admin === undefined) throw new Error('there is no admin');
    const fromStart = linesOf('run.sql').length;
    for (let n = 0; n < requests; n += 1) {
      const request = await asks(newcomer(world));
      await admin.press(await cardOf(admin, request), 'Approve').answered();
    }
    await world.settled();
    const run = linesOf('run.sql').slice(fromStart);
    const times = timesOf(run.filter((statement) => !/^(BEGIN|COMMIT|ROLLBACK)/.test(statement)));
    // What happens by itself meanwhile doesn't happen as often.
    const perRequest = [...times.values()].map((count) => Math.floor(count / requests));
    const total = perRequest.reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(20);
    // 27 where answers of Telegram are written down together, 36 where each is by itself, as on a busy machine.
    expect(total).toBeLessThanOrEqual(36);
  });
});
