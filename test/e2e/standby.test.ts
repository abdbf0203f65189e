import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../../src/sandbox/people';
import type { Daemon, LogLine } from './daemon';
import { asks, cardOf, newcomer, saying } from './scenes';
import { startWorld, type World } from './world';

const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const did = (action: string) => (line: LogLine) => line['event.action'] === action;
/** Within this time after its end somebody else has the work of a daemon in hand. */
const handover = 5_000;

describe('two daemons on one PostgreSQL database', () => {
  let world: World;
  let admin: Person;
  const standbys: Daemon[] = [];

  /** Starts the first, of the given kind, and then the second. */
  async function begin(first = {}): Promise<readonly [Daemon, Daemon]> {
    world = await startWorld({ engine: 'postgres', admins: [boris], daemon: first });
    [admin = world.double.person(boris)] = world.admins;
    return [world.daemon, await standBy()];
  }
  async function standBy(): Promise<Daemon> {
    const daemon = world.launch({});
    standbys.push(daemon);
    await daemon.logged(did('standing_by'));
    return daemon;
  }
  afterEach(async () => {
    for (const daemon of standbys.splice(0)) await daemon.kill();
    await world.close();
  });

  const calls = (method: string) => world.double.ledger.of(method);
  const conflicts = () => calls('getUpdates').filter(({ answer }) => answer?.ok === false && answer.error_code === 409);

  test('the second says who acts and asks nothing of Telegram, until the first is killed', async () => {
    const [first, second] = await begin();
    const [standingBy] = second.log.filter(did('standing_by'));
    expect(standingBy?.['message']).toMatch(new RegExp(`process ${first.pid} on ${hostname()}, since \\d{4}-`));
    const early = await asks(newcomer(world));
    const card = await cardOf(admin, early);
    expect(calls('getMe')).toHaveLength(1);

    await first.kill();
    await asks(newcomer(world), 'is anybody there?', handover);
    admin.press(card, 'Approve');
    await cardOf(admin, early, ['Approved']);
    expect(second.log.filter(did('standing_by'))).toHaveLength(1);
    expect(conflicts()).toEqual([]);
    expect((await second.stop()).code).toBe(0);
  });

  test('a standby that is told to stop does so, and one that acts leaves the work to the other', async () => {
    const [first, second] = await begin();
    expect((await second.stop()).code).toBe(0);
    const third = await standBy();
    expect((await first.stop()).code).toBe(0);
    await asks(newcomer(world), 'is anybody there?', handover);
    expect((await third.stop()).code).toBe(0);
  });

  test('both outlive the end of all their connections, and one of them acts', async () => {
    const [first, second] = await begin();
    const again = second.loggedAgain(did('standing_by'));
    await world.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await first.logged(did('lock_regained'));
    await again;
    await asks(newcomer(world));
    expect(conflicts()).toEqual([]);
  });

  test.each(['received', 'handled', 'committed', 'claimed', 'answered'])(
    'the first, stopped at "%s" and woken when the second has taken over, writes nothing more and ends',
    async (step) => {
      const [first, second] = await begin({
        entry: join(__dirname, 'entries', 'killed-at-step.cjs'),
        env: { KILL_STEP: step, KILL_COUNT: '1', KILL_SIGNAL: 'SIGSTOP' },
      });
      const client = newcomer(world);
      client.write('/request hello?');
      await second.ready();
      await client.sees('Got it!', { within: handover });
      await world.settled();
      const before = await everything();

      first.signal('SIGCONT');
      expect(await first.exited).toMatchObject({ code: 75, stderr: expect.stringContaining(`process ${second.pid} on `) as string });
      expect(await everything()).toEqual(before);
      await cardOf(admin, await decide(client), ['Approved']);
      expect(before.requests).toHaveLength(1);
      expect(client.chat.messages.filter(saying('is approved'))).toHaveLength(1);
    },
  );
});
