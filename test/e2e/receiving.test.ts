import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Fault } from '../../src/telegram-double/fault';
import type { Person } from '../../src/telegram-double/people';
import type { LogLine } from '../../src/sandbox/daemon-process';
import type { UpdateBody } from '../../src/telegram-double/updates';
import { answerTo, asks, cardOf, newcomer, saying } from './scenes';
import { startWorld, type World } from './world';

const preload = (name: string): string => join(__dirname, 'preloads', `${name}.cjs`);
const says = (text: string) => (line: LogLine) => String(line['message']).includes(text);
const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
const engines = ['sqlite', 'postgres'] as const;

let world: World;
let admin: Person;
afterEach(() => world.close());

async function begin(options: Omit<Parameters<typeof startWorld>[0], 'admins'>): Promise<void> {
  world = await startWorld({ admins: [boris], ...options });
  const [first] = world.admins;
  if (first === undefined) throw new Error('there is an admin');
  admin = first;
}
const clients = (count: number): Person[] => Array.from({ length: count }, () => newcomer(world));
const count = async (table: string, where = 'true'): Promise<unknown> =>
  (await world.rows(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0]?.['n'];

test('the confirmations of the first requests of a burst leave before further ones are handled', async () => {
  const env = { STEPS_FILE: 'steps' };
  await begin({ engine: 'sqlite', daemon: { entry: join(__dirname, 'entries', 'lists-steps.cjs'), env } });
  // The first burst makes the connections.
  await Promise.all(clients(40).map((client) => asks(client)));
  await world.settled();
  const steps = async (): Promise<readonly string[]> =>
    (await readFile(join(world.folder, 'steps'), 'utf8')).split('\n');
  const before = (await steps()).length;
  await Promise.all(clients(40).map((client) => asks(client)));
  await world.settled();
  const burst = (await steps()).slice(before);
  const sinceCommit = burst.slice(burst.indexOf('committed')).filter((step) => step === 'sent' || step === 'received');
  expect(sinceCommit[0]).toBe('sent');
});

describe.each(engines)('on %s', (engine) => {
  test('updates that arrive three times, shuffled and later renumbered from below, take effect once each', async () => {
    await begin({ engine, double: { redeliver: 3, shuffle: (batch) => [...batch].reverse() } });
    for (const restart of [null, 17]) {
      if (restart !== null) world.double.restartUpdateIds(restart);
      const asking = clients(10);
      const requests = await Promise.all(asking.map((client) => asks(client)));
      for (const request of requests) admin.press(await cardOf(admin, request), 'Approve');
      await Promise.all(asking.map((client) => client.sees('is approved')));
    }
    await world.settled();

    expect(await count('requests', "status = 'approved'")).toBe(20);
    expect(await count('requests')).toBe(20);
    expect(await count('request_events')).toBe(40);
    // A confirmation, a card, an outcome and the card's new look for each.
    expect(await count('outbox')).toBe(80);
  });

  test('an update that can not be handled is stored as it came, admins are told, and others are handled', async () => {
    await begin({ engine, daemon: { preloads: [preload('submit-fails-on-poison')] } });
    const [before, poisoner, after] = clients(3);
    if (!before || !poisoner || !after) throw new Error('there are three clients');
    before.write('/request good');
    const poison = poisoner.write('/request poison');
    after.write('/request good too');

    await Promise.all([before.sees('Got it!'), after.sees('Got it!'), admin.sees('set it aside')]);
    const parked = await world.rows('SELECT * FROM parked_updates');
    expect(parked).toHaveLength(1);
    expect(parked[0]).toMatchObject({ attempts: 5, error: expect.stringContaining('a bug in the handling') as string });
    const held: unknown = parked[0]?.['update'];
    expect(typeof held === 'string' ? JSON.parse(held) : held).toMatchObject({
      update_id: parked[0]?.['update_id'],
      message: { message_id: poison.id, text: '/request poison', from: { id: poisoner.id } },
    });
    // It is done with: the same person is served from then on.
    expect(await answerTo(poisoner, '/request good now').then(saying('Got it!'))).toBe(true);
  });

  test('while the database is unusable nothing is confirmed to Telegram, and afterwards nothing is missing', async () => {
    await begin({ engine, daemon: { preloads: engine === 'sqlite' ? [preload('disk-full-on-demand')] : [] } });
    await asks(newcomer(world));
    // A commit that is under way may be known to nobody.
    await world.settled();
    const outage = engine === 'sqlite' ? fullDisk() : closedDatabase();
    await outage.begin();
    const asking = clients(20);
    for (const client of asking) client.write(`/request ${'x'.repeat(2000)}`);
    await world.daemon.logged(says('the database is unavailable'));
    expect(world.double.updates.pending).toBe(20);

    await outage.end();
    await Promise.all(asking.map((client) => client.sees('Got it!')));
    await world.settled();
    expect(await count('requests')).toBe(21);
    expect(await count('request_events')).toBe(21);
    expect(await count('outbox')).toBe(42);
    expect(await count('parked_updates')).toBe(0);
  });
});

test('an update with missing fields is skipped, and others are handled', async () => {
  await begin({ engine: 'sqlite' });
  const [before, after] = clients(2);
  if (!before || !after) throw new Error('there are two clients');
  const nameless = { id: 6_100_000_001, is_bot: false };
  const chat = { id: nameless.id, type: 'private' };
  before.write('/start');
  for (const body of [
    {},
    { poll: {} },
    { message: null },
    { message: 5 },
    { message: {} },
    { message: { message_id: 1, date: 0, text: '/start' } },
    { message: { message_id: 1, date: 0, chat, text: '/start' } },
    { message: { message_id: 1, date: 0, chat, from: nameless, text: '/start' } },
    { message: { message_id: 1, date: 0, chat, from: { ...nameless, first_name: 'A' }, text: 7 } },
    { edited_message: {} },
    { callback_query: {} },
    { callback_query: { id: '1', from: nameless, data: 'a:1:1' } },
    { callback_query: { id: '1', from: { ...nameless, first_name: 'A' }, message: {}, data: 'a:1:1' } },
    { my_chat_member: {} },
    { my_chat_member: { chat, from: nameless } },
  ]) {
    // No type of Telegram's describes these.
    world.double.updates.push(body as UpdateBody);
  }
  after.write('/start');
  await Promise.all([before.sees('Hello'), after.sees('Hello')]);
  await world.settled();
  expect(await count('parked_updates')).toBe(0);
  expect(admin.chat.messages).toEqual([]);
});

test('a connection to PostgreSQL that ends between two updates loses neither', async () => {
  await begin({ engine: 'postgres' });
  await asks(newcomer(world));
  await world.rows(endOthers);
  await asks(newcomer(world));
  expect(await count('requests')).toBe(2);
});

describe('failed polls', () => {
  let client: Person;
  beforeEach(async () => {
    await begin({
      engine: 'sqlite',
      env: { CLIENT_RATE: 'off' },
      daemon: { preloads: [preload('time-limits-on-demand')] },
    });
    client = newcomer(world);
  });

  const conflict =
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook";
  const passing: readonly (readonly [string, Fault, string])[] = [
    ['401', { kind: 'refused', code: 401, description: 'Unauthorized' }, 'refuses TELEGRAM_BOT_TOKEN'],
    ['409', { kind: 'refused', code: 409, description: 'Conflict: terminated by other getUpdates' }, 'another program'],
    ['429', { kind: 'too_many_requests', retryAfter: 1, acts: false, scope: 'overall' }, 'refuses a poll'],
    ['502', { kind: 'server_error', status: 502, acts: false }, "can't be reached"],
    ['garbage', { kind: 'bad_json', acts: false }, "can't be reached"],
    ['a broken connection', { kind: 'reset' }, "can't be reached"],
    ['a lost answer', { kind: 'lost_answer' }, "can't be reached"],
  ];
  test('401, 409, 429, 5xx, garbage, lost answers and broken connections are logged and waited out', async () => {
    for (const [name, fault, complaint] of passing) {
      const already = world.daemon.log.length;
      const rule = world.double.faults.add({ method: 'getUpdates', fault });
      // The poll that is open brings this; the next one meets the fault.
      await answerTo(client, '/start');
      await client.sees('#', { after: client.write(`/request ${name}`) });
      expect(rule.hits).toBe(1);
      expect(world.daemon.log.slice(already).filter(says(complaint))).toHaveLength(1);
      await client.sees('withdrawn', { after: client.write('/cancel') });
    }
  });

  test.each(['headers', 'body'] as const)('a poll that hangs in its %s is aborted', async (stalls) => {
    world.double.faults.add({ method: 'getUpdates', fault: { kind: 'hang', acts: false, stalls } });
    const hung = world.double.callLog.next(({ method }) => method === 'getUpdates');
    client.write('/start');
    await hung;
    client.write('/status');
    world.daemon.signal('SIGUSR2');
    await client.sees('You have no request yet', { within: 10_000 });
  });

  test('a webhook is removed', async () => {
    const rule = world.double.faults.add({
      method: 'getUpdates',
      times: Infinity,
      fault: { kind: 'refused', code: 409, description: conflict },
    });
    const removal = world.double.callLog.next(({ method }) => method === 'deleteWebhook');
    await answerTo(client, '/start');
    const { params } = await removal;
    rule.remove();
    // Updates that wait are not to be dropped.
    expect(params['drop_pending_updates'] ?? false).toBe(false);
    await asks(client);
  });

  test('the bot is back within 10 s after Telegram is, with everything written meanwhile', async () => {
    await asks(client);
    await world.double.telegramAway();
    await world.daemon.logged(says("can't be reached for updates"));
    const meanwhile = clients(5);
    for (const person of meanwhile) person.write('/request hello?');
    await world.double.telegramBack();
    await Promise.all(meanwhile.map((person) => person.sees('Got it!', { within: 10_000 })));
    // An answer that was never heard brings no second card.
    await world.settled();
    expect(await count('requests')).toBe(6);
  });

  test('only the kinds of update in use are requested', () => {
    expect([...world.double.updates.allowedUpdates].sort()).toEqual([
      'callback_query',
      'edited_message',
      'message',
      'my_chat_member',
    ]);
  });

  test('two programs with one token both report it and keep apart; when one ends, the other goes on', async () => {
    const other = world.launch({ env: { DATABASE_URL: `file:${join(world.folder, 'other.db')}` } });
    try {
      await Promise.all([world.daemon, other].map((daemon) => daemon.logged(says('another program polls'))));
      const repeated = (line: LogLine) => says('another program polls')(line) && line['labels.conflicts'] === 2;
      const at = (line: LogLine) => Date.parse(String(line['@timestamp']));
      const second = await world.daemon.logged(repeated);
      const [first] = world.daemon.log.filter(says('another program polls'));
      expect(at(second) - at(first ?? {})).toBeGreaterThan(1000);
    } finally {
      await other.kill();
    }
    await asks(client);
  });
});

const endOthers = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;

interface Outage {
  begin(): Promise<unknown>;
  end(): Promise<unknown>;
}

function fullDisk(): Outage {
  const turn = (announced: string) => {
    world.daemon.signal('SIGUSR2');
    return world.daemon.logged(says(announced));
  };
  return { begin: () => turn('the disk is full'), end: () => turn('the disk has room') };
}

/** The server lets nobody into the database. */
function closedDatabase(): Outage {
  const url = new URL(world.databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const allow = async (connections: boolean): Promise<void> => {
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${connections}`);
    if (!connections)
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await client.end();
  };
  return { begin: () => allow(false), end: () => allow(true) };
}
