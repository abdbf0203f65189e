import { asks, cardOf, newcomer, saying } from './scenes';
import { startWorld, type World } from './world';

const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];

/** As a newer version may have left them, or somebody with an editor. */
const stored = [
  '{"kind":"hologram","of":"Anna"}',
  '{"kind":"status"}',
  '{"kind":"status","you":{"state":"elsewhere"}}',
  '{"kind":"client_news","news":"celebrated","request":{}}',
  '{"kind":"client_news","news":"submitted","request":{"id":1,"expiresAt":"tomorrow"}}',
  '{"kind":"card","fresh":true}',
  '{"kind":"card","requestId":"one","fresh":false}',
  '{"kind":"shown_card"}',
  '{"kind":"queue_card"}',
  '{"kind":"reminder","remindedAt":"soon"}',
  '{"kind":"constructor"}',
  '{}',
  'null',
  '[]',
  '12',
  'not even JSON',
];

describe.each(['sqlite', 'postgres'] as const)('a stored notice that this version doesn’t know, on %s', (engine) => {
  let world: World;
  afterEach(() => world.close());

  test('counts as undeliverable and is logged, and everything else goes on', async () => {
    world = await startWorld({ engine, admins });
    const [boris] = world.admins;
    if (boris === undefined) throw new Error('there is an admin');
    const anna = newcomer(world);
    await asks(anna);
    await world.settled();
    await world.daemon.stop();
    const at = engine === 'sqlite' ? '0' : "timestamptz 'epoch'";
    for (const notice of stored) {
      await world.change(`INSERT INTO outbox
        (recipient_id, notice, priority, state, created_at, attempts, unknown_outcomes)
        VALUES (${boris.id}, '${notice}', 1, 'owed', ${at}, 0, 0)`);
    }
    await world.restart();
    const ben = newcomer(world);
    const request = await asks(ben);
    boris.press(await cardOf(boris, request), 'Approve');
    await ben.sees('is approved');
    await world.settled();

    const rows = await world.rows(`SELECT notice, state FROM outbox WHERE created_at = ${at} ORDER BY id`);
    expect(rows).toEqual(stored.map((notice) => ({ notice, state: 'undeliverable' })));
    expect(boris.chat.messages.filter(saying('undefined'))).toEqual([]);
    const logged = world.daemon.log.filter(({ message }) => String(message).includes('could not be rendered'));
    expect(logged).toHaveLength(stored.length);
    const shown = boris.write('/stats');
    await boris.sees(`${stored.length} messages couldn’t be delivered`, { after: shown });
  });

  test('under a name that it had in an earlier version is sent as what it is', async () => {
    world = await startWorld({ engine, admins });
    const anna = newcomer(world);
    const request = await asks(anna);
    await world.settled();
    await world.daemon.stop();
    const news = (name: string) => `INSERT INTO outbox
      (recipient_id, notice, priority, state, created_at, attempts, unknown_outcomes)
      SELECT recipient_id, replace(notice, '"news":"submitted"', '"news":"${name}"'), priority, 'owed', created_at, 0, 0
      FROM outbox WHERE notice LIKE '%"news":"submitted"%' AND state = 'sent'`;
    await world.change(news('reopened'));
    await world.change(news('reconsidered'));
    await world.restart();
    await anna.sees(saying(`The decision on your request #${request} was taken back`));
    await anna.sees(saying(`The admins have reopened your request #${request}`));
  });
});
