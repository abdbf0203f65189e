import type { Person } from '../../src/telegram-double/people';
import { asks, cardOf, days, newcomer, saying } from './scenes';
import { startWorld, type World } from './world';

/** What a commit without an answer owes is delivered within this time, in milliseconds. */
const within = 10_000;

/** What the transactions do by which they are told apart. */
const ofUpdate = /^insert into "updates"/;
const ofExpiry = /^insert into "request_events"/;
const ofSettling = /^update "outbox" set .*"message_id" = /;

describe.each([
  ['after it has committed and before its answer', true],
  ['before it gets COMMIT', false],
])('PostgreSQL’s connection breaks %s', (_, passedOn) => {
  let world: World;
  let boris: Person;
  beforeAll(async () => {
    const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];
    world = await startWorld({ engine: 'postgres', admins, proxied: true, env: { SWEEP_SCHEDULE: '* * * * * *' } });
    [boris] = world.admins as [Person];
  });
  afterEach(async () => {
    world.proxy.loseNoCommit();
    // Nothing was sent whose outcome was unknown, so nothing may be repeated.
    expect(await world.rows('SELECT id FROM outbox WHERE unknown_outcomes > 0')).toEqual([]);
  });
  afterAll(() => world.close());

  const said = (person: Person, ...parts: string[]) => person.chat.messages.filter(saying(...parts)).length;

  test('a request is confirmed and its card arrives, once', async () => {
    const anna = newcomer(world);
    const lost = world.proxy.loseCommit(ofUpdate, { passedOn });
    const sent = anna.write('/request It’s me');
    await lost;
    await anna.sees(/^✅/, { after: sent, within });
    const [row] = await world.rows(`SELECT id FROM requests WHERE client_id = ${anna.id}`);
    await cardOf(boris, Number(row?.['id']));
    await world.settled();
    expect(said(anna, '✅')).toBe(1);
    expect(said(boris, `Request #${String(row?.['id'])}`)).toBe(1);
  });

  test('a press is answered with its decision, and everybody is notified, once', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    await world.settled();
    const lost = world.proxy.loseCommit(ofUpdate, { passedOn });
    const press = boris.press(card, 'Approve');
    await lost;
    expect((await press.answered()).text).toMatch(/Approved request/);
    await anna.sees('is approved', { within });
    await cardOf(boris, request, ['Approved by Boris']);
    await world.settled();
    expect(said(anna, 'is approved')).toBe(1);
  });

  test('an expiry is announced once', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await world.settled();
    const lost = world.proxy.loseCommit(ofExpiry, { passedOn });
    await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
    await lost;
    await anna.sees(/expired|wasn’t decided/, { within });
    await world.settled();
    const news = `SELECT id FROM outbox WHERE recipient_id = ${anna.id} AND notice LIKE '%"expired"%' AND state = 'sent'`;
    expect(await world.rows(news)).toHaveLength(1);
    expect(anna.chat.messages.filter(({ from }) => from.is_bot)).toHaveLength(2);
  });

  test('a message that was sent but not recorded is not sent again', async () => {
    const anna = newcomer(world);
    const lost = world.proxy.loseCommit(ofSettling, { passedOn });
    const request = await asks(anna);
    await lost;
    await world.settled();
    boris.press(await cardOf(boris, request), 'Approve');
    await anna.sees('is approved', { within });
    await cardOf(boris, request, ['Approved by Boris']);
    await world.settled();
    expect(said(anna, '✅')).toBe(1);
    expect(said(boris, `Request #${request}`)).toBe(1);
  });
});

describe('PostgreSQL can’t tell the outcome of a commit without an answer', () => {
  let world: World;
  let boris: Person;
  beforeAll(async () => {
    const admins = [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }];
    world = await startWorld({ engine: 'postgres', admins, proxied: true });
    [boris] = world.admins as [Person];
  });
  afterAll(() => world.close());

  /** The next commit of such a transaction gets lost, and with it what would tell whether it happened. */
  async function loseTrackOf(statement: RegExp): Promise<void> {
    await world.proxy.loseCommit(statement);
    world.proxy.refuse();
    // Its lock on this row would show that the server is the one that had the transaction.
    await world.change(`SELECT value FROM daemon_state WHERE name = 'leader' FOR UPDATE`);
    await world.proxy.admit();
  }

  test('a request is confirmed and its card arrives, once', async () => {
    const anna = newcomer(world);
    const lost = loseTrackOf(ofUpdate);
    const sent = anna.write('/request It’s me');
    await lost;
    await anna.sees(/^✅/, { after: sent, within });
    const [row] = await world.rows(`SELECT id FROM requests WHERE client_id = ${anna.id}`);
    await cardOf(boris, Number(row?.['id']));
    await world.settled();
    const { log } = world.daemon;
    expect(log.filter((line) => line['event.action'] === 'commit_outcome_found')).toHaveLength(1);
    expect(anna.chat.messages.filter(saying('✅'))).toHaveLength(1);
    expect(await world.rows('SELECT id FROM outbox WHERE unknown_outcomes > 0')).toEqual([]);
  });

  test('a press is answered with its decision, and everybody is notified', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    await world.settled();
    const lost = loseTrackOf(ofUpdate);
    const press = boris.press(card, 'Approve');
    await lost;
    expect((await press.answered()).text).toMatch(/Approved request/);
    await anna.sees('is approved', { within });
    await cardOf(boris, request, ['Approved by Boris']);
    await world.settled();
  });
});
