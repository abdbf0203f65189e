import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { run, testWith } from '../programs';
import { asks, cardOf, newcomer, saying } from './scenes';
import { startWorld, type Engine, type World } from './world';

/** What a database of the first schema holds, as the program that made it left it. */
interface FirstVersion {
  readonly admins: readonly number[];
  /** The chats to which messages are owed. */
  readonly owed: readonly number[];
  readonly counts: Readonly<Record<string, number>>;
  readonly requests: Readonly<Record<string, { status: string; client: number; message: string }>>;
}

const folder = join(__dirname, '..', 'store', 'first-version');
// The boundary to JSON: the file is part of the test.
const firstVersion = (engine: Engine) =>
  JSON.parse(readFileSync(join(folder, `first-${engine}.json`), 'utf8')) as FirstVersion;
const unpacked = (name: string) => gunzipSync(readFileSync(join(folder, name)));

/** Puts the database of the first version in the place of the world's own. The daemon is stopped. */
function putBack(engine: Engine, { folder: home, databaseUrl }: World): void {
  if (engine === 'sqlite') {
    const file = join(home, 'sosekni.db');
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    writeFileSync(file, unpacked('first-sqlite.db.gz'));
    return;
  }
  const psql = (script: string) => {
    const { code, said } = run('psql', [databaseUrl, '--quiet', '--no-psqlrc', '--set=ON_ERROR_STOP=1'], script);
    if (code !== 0) throw new Error(said);
  };
  psql('DROP SCHEMA IF EXISTS drizzle CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
  psql(unpacked('first-postgres.sql.gz').toString('utf8'));
}

describe.each(['sqlite', 'postgres'] as const)('a database of the first schema, on %s', (engine) => {
  const testOn = engine === 'sqlite' ? test : testWith('psql');

  testOn('comes through an upgrade without a loss: what was owed arrives, and all goes on', async () => {
    const first = firstVersion(engine);
    const admins = first.admins.map((id) => ({ id, first_name: `Admin ${id}`, language_code: 'en' }));
    const world = await startWorld({ engine, admins, env: { SWEEP_SCHEDULE: '0 0 1 1 *' } });
    try {
      await world.daemon.stop();
      putBack(engine, world);
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
    } finally {
      await world.close();
    }
  });
});
