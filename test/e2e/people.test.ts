import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, days, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 7_000_000_101, first_name: 'Boris', language_code: 'en' },
  { id: 7_000_000_102, first_name: 'Clara', language_code: 'en' },
];
/** People who did not come by Telegram have IDs like these. */
const far = 2 ** 52;

describe.each(['sqlite', 'postgres'] as const)('somebody whose ID is not their Telegram ID, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;
  const idOfBoris = far + 11;

  beforeAll(async () => {
    world = await startWorld({ engine, admins: profiles, env: { SWEEP_SCHEDULE: '0 0 1 1 *' } });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
    await world.daemon.stop();
    await world.change(`UPDATE people SET id = ${idOfBoris} WHERE telegram_id = ${boris.id}`);
    await world.restart();
  });
  afterAll(() => world.close());

  /** Somebody whom the bot knows by another ID than Telegram does. */
  async function known(id: number): Promise<Person> {
    const person = newcomer(world);
    await world.change(`INSERT INTO people (id, telegram_id, name) VALUES (${id}, ${person.id}, 'Once')`);
    return person;
  }

  test('asks, is shown, rejected, told, appeals and is approved: one person, by an admin who is one too', async () => {
    const id = far + 1;
    const anna = await known(id);
    const asked = anna.write('/request');
    await anna.sees('Tell the admins about yourself', { after: asked });
    const request = Number(/#(\d+)/.exec(shown(await answerTo(anna, 'I grow tomatoes')))?.[1]);
    await cardOf(clara, request);
    const card = await cardOf(boris, request, [`ID ${anna.id}`, 'I grow tomatoes']);
    expect(card.entities).toContainEqual(expect.objectContaining({ type: 'text_mention' }));

    boris.press(card, 'Reject with reason…');
    const question = await boris.sees(saying('Boris, why are you rejecting', `#${request}`));
    boris.write('No photo', { replyTo: question });
    await anna.sees(saying('was rejected', 'No photo'));
    // The card itself says so, with the button that only he who decided has.
    expect(buttons(await cardOf(boris, request, ['Rejected by Boris', 'No photo']))).toContain('↩️ Undo');
    expect(buttons(await cardOf(clara, request, ['Rejected by Boris']))).toEqual([]);
    expect(await rowOf(world, request)).toMatchObject({ client_id: id, reviewed_by: idOfBoris, status: 'rejected' });

    await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
    await answerTo(anna, '/appeal I have a photo now');
    boris.press(await cardOf(boris, request, ['Appeal 1', 'I have a photo now']), '✅ Approve');
    await anna.sees(saying(`#${request} is approved`));
    expect(shown(await answerTo(anna, '/status'))).toContain('approved');
    await world.settled();

    const people = await world.rows(`SELECT id, name FROM people WHERE telegram_id = ${anna.id} OR id = ${anna.id}`);
    expect(people).toEqual([{ id, name: anna.user.first_name }]);
    const events = await world.rows(
      `SELECT event, actor_id FROM request_events WHERE request_id = ${request} ORDER BY id`,
    );
    expect(events).toEqual([
      { event: 'submit', actor_id: id },
      { event: 'reject', actor_id: idOfBoris },
      { event: 'appeal', actor_id: id },
      { event: 'approve', actor_id: idOfBoris },
    ]);
    const decided = world.daemon.log.filter((line) => line['sosekni.request_id'] === request);
    expect(decided.map((line) => line['user.id'])).toEqual([`${boris.id}`, `${boris.id}`]);
  });

  test('is told their Telegram ID by /id', async () => {
    expect(shown(await answerTo(await known(far + 2), '/id'))).not.toContain(`${far + 2}`);
    expect(shown(await answerTo(boris, '/id'))).toContain(`${boris.id}`);
  });

  test('blocks the bot, and comes back: their card says so both times, and the news come', async () => {
    const anna = await known(far + 3);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    await world.settled();
    anna.block();
    await cardOf(boris, request, ['can’t message them']);
    boris.press(card, '✅ Approve');
    await cardOf(boris, request, ['Approved by Boris']);
    await world.settled();
    anna.unblock();
    await anna.sees(saying(`#${request} is approved`));
  });

  test('floods, and is told so once', async () => {
    const dora = await known(far + 4);
    for (let n = 0; n < 25; n += 1) dora.write('/help');
    await dora.sees('That’s more than');
  });

  test('is nobody’s business where they chat in a stranger’s group', async () => {
    const dora = newcomer(world);
    const group = world.double.group({ id: -1_000_000_000_777, title: 'Neighbours', members: [dora] });
    dora.write('Good morning', { in: group });
    await world.settled();
    expect(await world.rows(`SELECT id FROM people WHERE telegram_id = ${dora.id}`)).toEqual([]);
  });

  test('not on Telegram at all: what they are owed is undeliverable, which admins see, and delays nobody', async () => {
    const id = far + 5;
    await world.change(`INSERT INTO people (id, name) VALUES (${id}, 'Frida')`);
    const anna = newcomer(world);
    const waits = await asks(anna);
    await cardOf(boris, waits);
    await world.settled();
    await world.change(
      `INSERT INTO requests (client_id, message, status, round, submitted_at, expires_at, appeal_count)
       SELECT ${id}, 'From afar', 'pending', 1, submitted_at, expires_at, 0 FROM requests WHERE id = ${waits}`,
    );
    const [row] = await world.rows(`SELECT id FROM requests WHERE client_id = ${id}`);
    const request = Number(row?.['id']);
    const card = await answerTo(boris, `/show ${request}`);
    expect(shown(card)).toMatch(/Frida[^]*not on Telegram/);
    expect(shown(card)).not.toContain('ID ');
    await answerTo(boris, `/approve ${request} ${waits}`);
    await anna.sees(saying(`#${waits} is approved`));
    await cardOf(boris, request, ['Approved by Boris']);
    await world.settled();
    expect(await world.rows(`SELECT state, attempts, last_error FROM outbox WHERE recipient_id = ${id}`)).toEqual([
      { state: 'undeliverable', attempts: 1, last_error: 'the recipient is not on Telegram' },
    ]);
    expect(shown(await answerTo(boris, '/stats'))).toContain('One message couldn’t be delivered');
    expect(world.double.callLog.of('sendMessage').filter(({ params }) => params['chat_id'] === id)).toEqual([]);
  });
});
