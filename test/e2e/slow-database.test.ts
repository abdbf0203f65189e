import { cardOf, newcomer } from './scenes';
import { startWorld } from './world';

const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];
const count = 6;
/** Milliseconds for each round trip; a request takes a dozen of them. */
const roundTrip = 100;

describe('a PostgreSQL that takes long for every statement', () => {
  test('gets small transactions instead of long ones, and everything is done in the end', async () => {
    const world = await startWorld({ engine: 'postgres', admins, proxied: true });
    try {
      const [boris] = world.admins;
      if (boris === undefined) throw new Error('there is an admin');
      await world.settled();
      await world.daemon.stop();
      const clients = Array.from({ length: count }, () => newcomer(world));
      for (const client of clients) client.write('/request It’s me');
      world.proxy.slowDown(roundTrip);
      await world.restart();
      const confirmed = await Promise.all(clients.map((client) => client.sees(/^✅/, { within: 50_000 })));
      expect(confirmed).toHaveLength(count);
      world.proxy.slowDown(0);
      const commits = await world.rows(`SELECT DISTINCT at FROM updates WHERE content LIKE 'm:%'`);
      expect(commits.length).toBeGreaterThanOrEqual(count / 2);
      for (const { id } of (await world.rows('SELECT id FROM requests')) as { id: number }[]) await cardOf(boris, id);
      await world.settled();
      expect(await world.rows('SELECT id FROM outbox WHERE unknown_outcomes > 0')).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
