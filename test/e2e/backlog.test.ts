import type { Person } from '../../src/telegram-double/people';
import { answerTo, newcomer, saying, shown } from './scenes';
import { startWorld, type Engine, type World } from './world';

const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];
const manyCards = 33_000;
const manyMessages = 60_000;

/** `i` from 1 to `count`, to select from. */
const numbers = (engine: Engine, count: number): string =>
  engine === 'sqlite'
    ? `(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) SELECT i FROM n) AS n`
    : `generate_series(1, ${count}) AS n(i)`;

describe.each(['sqlite', 'postgres'] as const)('a start with many unsent messages, on %s', (engine) => {
  let world: World;
  let boris: Person;
  afterEach(() => world.close());

  async function begin(): Promise<void> {
    world = await startWorld({
      engine,
      admins,
      env: { SEND_RATE: '28', REMIND_BEFORE: 'off' },
      double: { limits: true },
    });
    const [admin] = world.admins;
    if (admin === undefined) throw new Error('there is an admin');
    boris = admin;
    await world.settled();
    await world.daemon.stop();
  }

  const now = engine === 'sqlite' ? `${Date.now()}` : 'now()';
  const later = engine === 'sqlite' ? `${Date.now() + 3_600_000}` : `now() + interval '1 hour'`;

  test(`an admin with ${manyCards} unsent cards gets one message that counts them, and answers at once`, async () => {
    await begin();
    await world.change(
      `INSERT INTO people (id, telegram_id, name) SELECT 1000000 + i, 1000000 + i, 'Anna' FROM ${numbers(engine, manyCards)}`,
    );
    await world.change(
      `INSERT INTO requests (client_id, message, status, round, submitted_at, expires_at, appeal_count)
       SELECT 1000000 + i, 'Please', 'pending', 1, ${now}, ${later}, 0 FROM ${numbers(engine, manyCards)}`,
    );
    await world.change(
      `INSERT INTO bot_messages (kind, recipient_id, request_id, round, created_at)
       SELECT 'card', ${boris.id}, id, 1, ${now} FROM requests`,
    );
    await world.change(
      `INSERT INTO outbox (recipient_id, notice, priority, request_id, bot_message_id, state, created_at, attempts, unknown_outcomes)
       SELECT ${boris.id}, '{"kind":"card","requestId":' || request_id || ',"fresh":true}', 2, request_id, id, 'owed', ${now}, 0, 0
       FROM bot_messages WHERE request_id IS NOT NULL`,
    );
    await world.restart();
    await boris.sees(saying(/33,?000 requests are waiting for a decision/));
    expect(shown(await answerTo(boris, '/stats'))).toContain('33');
    await world.settled();
    expect(boris.chat.messages.filter(saying('waiting for a decision'))).toHaveLength(1);
    expect(await world.rows(`SELECT id FROM bot_messages WHERE kind = 'card' AND message_id IS NULL`)).toEqual([]);
    expect(world.daemon.log.filter((line) => line['log.level'] === 'error')).toEqual([]);
  });

  test(`${manyMessages} messages are not all loaded, and a newcomer does not wait for them`, async () => {
    await begin();
    const last = newcomer(world, { id: 1_000_000 + manyMessages });
    const first = newcomer(world, { id: 1_000_001 });
    for (const client of [first, last]) client.hasStarted();
    await world.change(
      `INSERT INTO people (id, telegram_id, name) SELECT 1000000 + i, 1000000 + i, 'Anna' FROM ${numbers(engine, manyMessages)}`,
    );
    // Each holds 2,000 characters, as a request may.
    await world.change(
      `INSERT INTO outbox (recipient_id, notice, priority, state, created_at, attempts, unknown_outcomes)
       SELECT 1000000 + i, '{"kind":"question_dropped","text":"${'x'.repeat(2_000)}"}', 1, 'owed', ${now}, 0, 0
       FROM ${numbers(engine, manyMessages)}`,
    );
    // All of them would be over 120 MB.
    await world.restart({ env: { NODE_OPTIONS: '--max-old-space-size=64' } });
    await first.sees(() => true);
    expect(shown(await answerTo(newcomer(world), '/status'))).toContain('no request');
    // Who is far behind in line gets an answer too, after what is owed to them.
    expect(shown(await last.sees(saying('no request'), { after: last.write('/status') }))).toContain('no request');
    expect(last.chat.messages.length).toBeGreaterThan(2);
    expect(world.daemon.log.filter((line) => line['log.level'] === 'error')).toEqual([]);
  });
});
