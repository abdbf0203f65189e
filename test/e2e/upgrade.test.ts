import { join } from 'node:path';
import { command } from '../cli/command';
import { testWith } from '../programs';
import { firstVersion, putFirstVersion } from '../store/first-version/first-version';
import { asks, cardOf, newcomer, saying } from './scenes';
import { startWorld } from './world';

describe.each(['sqlite', 'postgres'] as const)('a database of the first schema, on %s', (engine) => {
  const testOn = engine === 'sqlite' ? test : testWith('psql');

  testOn('comes through an upgrade without a loss: what was owed arrives, and all goes on', async () => {
    const first = firstVersion(engine);
    const admins = first.admins.map((id) => ({ id, first_name: `Admin ${id}`, language_code: 'en' }));
    const world = await startWorld({ engine, admins, env: { SWEEP_SCHEDULE: '0 0 1 1 *' } });
    try {
      await world.daemon.stop();
      putFirstVersion(
        engine === 'sqlite'
          ? { dialect: engine, path: join(world.folder, 'sosekni.db') }
          : { dialect: engine, url: world.databaseUrl },
      );
      const clients = new Set(Object.values(first.requests).map(({ client }) => client));
      const people = [...clients].map((id) => world.double.person({ id, first_name: `Client ${id}` }).hasStarted());
      const before = await Promise.all(
        ['people', 'request_events', 'updates'].map((table) => world.rows(`SELECT count(*) AS n FROM ${table}`)),
      );
      expect(before.map(([row]) => Number(row?.['n']))).toEqual([
        first.counts['people'],
        first.counts['request_events'],
        first.counts['updates'],
      ]);

      await world.restart();
      await world.settled();

      const elsewhere = 'SELECT id FROM people WHERE telegram_id IS NULL OR telegram_id <> id';
      expect(await world.rows(elsewhere)).toEqual([]);
      const requests = await world.rows('SELECT id, status, client_id, message FROM requests ORDER BY id');
      expect(
        Object.fromEntries(
          requests.map(({ id, status, client_id: client, message }) => [String(id), { status, client, message }]),
        ),
      ).toEqual(first.requests);
      const [events] = await world.rows('SELECT count(*) AS n FROM request_events');
      expect(Number(events?.['n'])).toBe(first.counts['request_events']);
      for (const id of first.owed) {
        const client = people.find((person) => person.id === id);
        expect(client?.chat.messages.filter(({ from }) => from.id !== id)).not.toEqual([]);
      }

      const [boris] = world.admins;
      if (boris === undefined) throw new Error('there are admins');
      const waiting = requests.find(({ status }) => status === 'pending');
      const sent = boris.write(`/show ${String(waiting?.['id'])}`);
      await boris.sees(saying(String(waiting?.['message'])), { after: sent });
      const anna = newcomer(world);
      const request = await asks(anna);
      boris.press(await cardOf(boris, request), '✅ Approve');
      await anna.sees('is approved');
      const verified = await command(['verify'], { env: world.settings() });
      expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/: all follow\./) as string });
    } finally {
      await world.close();
    }
  });
});
