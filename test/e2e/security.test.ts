import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../src/telegram-double/fault';
import type { Person } from '../../src/telegram-double/people';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { answerTo, asks, buttons, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type Engine, type World } from './world';

const engines = ['sqlite', 'postgres'] as const;
const profiles = ['Boris', 'Clara'].map((first_name, n) => ({
  id: 5_000_000_001 + n,
  first_name,
  language_code: 'en',
}));

let world: World;
let boris: Person;
let clara: Person;

async function begin(options: Omit<Parameters<typeof startWorld>[0], 'admins'>): Promise<void> {
  world = await startWorld({ admins: profiles, ...options, env: { CLIENT_RATE: 'off', ...options.env } });
  const [first, second] = world.admins;
  if (first === undefined || second === undefined) throw new Error('there are two admins');
  [boris, clara] = [first, second];
}

async function requestsAndHistory(): Promise<readonly unknown[]> {
  return [
    await world.rows('SELECT * FROM requests ORDER BY id'),
    await world.rows('SELECT * FROM request_events ORDER BY id'),
  ];
}

/** Runs `attempts`, waits until all of it has had its effect, and expects that no request was touched. */
async function expectNothingDecided(attempts: () => unknown): Promise<void> {
  await world.settled();
  const before = await requestsAndHistory();
  await attempts();
  await world.settled();
  expect(await requestsAndHistory()).toEqual(before);
}

const refusalsOf = (person: Person): readonly LogLine[] =>
  world.daemon.log.filter((line) => line['log.level'] === 'warn' && line['user.id'] === `${person.id}`);

describe.each(engines)('somebody who is no admin, on %s', (engine: Engine) => {
  // As a bot that may read everything, so that it sees replies to messages of others too.
  beforeAll(() => begin({ engine, group: { id: -4_000_001, title: 'Admins' }, double: { privacyMode: false } }));
  afterAll(() => world.close());

  test('can’t decide by 1,000 forged presses, all of which are answered and refused', async () => {
    const [group, anna, member] = [world.group, newcomer(world), newcomer(world)];
    if (group === undefined) throw new Error('there is a group');
    group.join(member);
    const request = await asks(anna);
    const card = await cardOf(boris, request, [], { in: group });
    const own = anna.chat.newest(({ from }) => from.is_bot);
    if (own === undefined) throw new Error('the client has a confirmation');
    const real = card.buttons.flat().flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
    const data = forgeries(real, 500);
    await expectNothingDecided(async () => {
      const presses = data.flatMap((each) => [anna.pressData(own, each), member.pressData(card, each)]);
      expect(presses.length).toBeGreaterThanOrEqual(1000);
      for (const press of presses) await press.answered();
    });
    // Every press by one who knows what an admin's buttons say is on record.
    for (const person of [anna, member]) expect(refusalsOf(person).length).toBeGreaterThanOrEqual(data.length - 20);
    expect(world.daemon.log.filter((line) => line['log.level'] === 'error')).toEqual([]);
    clara.press(card, 'Approve');
    await anna.sees('is approved');
  });

  test('can’t make an admin decide through a forwarded or forged copy of a card', async () => {
    const [group, anna, member] = [world.group, newcomer(world), newcomer(world)];
    if (group === undefined) throw new Error('there is a group');
    group.join(member);
    const request = await asks(anna);
    const card = await cardOf(boris, request, [], { in: group });
    const { text, entities, date, buttons: keyboard } = card;
    await expectNothingDecided(() => {
      for (const from of [member.user, boris.user]) {
        const copy = { from, date, text, entities, buttons: keyboard };
        clara.write('approve', { in: group, replyTo: group.chat.add(copy) });
        clara.write('approve', { replyTo: clara.chat.add(copy) });
      }
    });
    clara.write('approve', { in: group, replyTo: card });
    await anna.sees('is approved');
  });
});

describe.each(engines)('an admin removed from the settings, on %s', (engine: Engine) => {
  beforeAll(() => begin({ engine }));
  afterAll(() => world.close());

  test('can’t decide by what is left in their chat, gets nothing new and is named in the log', async () => {
    const [anna, dora] = [newcomer(world), newcomer(world)];
    const waiting = await asks(anna);
    const decided = await asks(dora);
    const card = await cardOf(clara, waiting);
    clara.press(await cardOf(clara, decided), '✅ Approve');
    const undoable = await cardOf(clara, decided, ['Approved by Clara']);
    clara.press(card, 'Reject with reason');
    const question = await clara.sees('why are you rejecting');
    await world.settled();
    await world.daemon.stop();
    await world.restart({ env: { ADMIN_TELEGRAM_ID: `${boris.id}` } });

    await expectNothingDecided(async () => {
      for (const button of buttons(card)) {
        expect((await clara.press(card, button).answered()).text).toContain('Only admins');
      }
      expect((await clara.press(undoable, 'Undo').answered()).text).toContain('Only admins');
      for (const text of ['approve', 'reject because']) await answerTo(clara, text, { replyTo: card });
      await answerTo(clara, 'because', { replyTo: question });
      for (const text of [`/approve ${waiting}`, `/reject ${waiting}`, `/revoke ${decided}`, '/pending', '/stats']) {
        expect(shown(await answerTo(clara, text))).toContain('Only admins');
      }
    });
    expect(refusalsOf(clara).length).toBeGreaterThanOrEqual(9);

    const later = await asks(newcomer(world));
    await cardOf(boris, later);
    boris.write(`/approve ${waiting}`);
    await anna.sees('is approved');
    await world.settled();
    expect(clara.chat.messages.filter(saying(`#${later}`))).toEqual([]);
  });
});

describe.each(engines)('SQL, on %s', (engine: Engine) => {
  beforeAll(() => begin({ engine, env: { UNDO_WINDOW: '1h' } }));
  afterAll(() => world.close());

  test('is plain text in every field that people fill', async () => {
    const sql = `'); DROP TABLE requests; UPDATE requests SET status = 'approved'; -- " \` $1 ?1 :id`;
    const anna = newcomer(world, { first_name: sql, last_name: sql, username: sql, language_code: sql });
    const request = await asks(anna, sql);
    const card = await cardOf(boris, request, [sql]);
    await expectNothingDecided(async () => {
      for (const text of [`/show ${sql}`, `/approve ${sql}`, `/reject ${sql}`, `/pending ${sql}`]) {
        await answerTo(boris, text);
      }
      await boris.pressData(card, `a:${request} OR 1=1:1`).answered();
      await anna.pressData(await anna.sees('Got it'), sql.slice(0, 60)).answered();
      for (const text of [`/status ${sql}`, `/start ${sql}`, sql]) await answerTo(anna, text);
    });
    await answerTo(boris, `reject ${sql}`, { replyTo: card });
    await anna.sees(saying('was rejected', sql));
    expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', message: sql, reason: sql });
    const [person] = await world.rows(`SELECT name, username, language FROM people WHERE id = ${anna.id}`);
    expect(person).toEqual({ name: `${sql} ${sql}`, username: sql, language: sql });
    const [event] = await world.rows("SELECT reason, message FROM request_events WHERE event = 'reject'");
    expect(event).toEqual({ reason: sql, message: sql });
  });
});

test('the token is in no message, no log line and not in the database, even if Telegram’s errors quote it', async () => {
  await begin({
    engine: 'sqlite',
    env: { LOG_LEVEL: 'debug' },
    daemon: { preloads: [join(__dirname, 'preloads', 'submit-fails-on-poison.cjs')] },
  });
  try {
    const { double } = world;
    const [, secret = ''] = double.token.split(':');
    const quoting = (code: number): Fault => ({
      kind: 'refused',
      code,
      description: `Error at ${double.root}/bot${double.token}/x (${encodeURIComponent(double.token)})`,
    });
    const [anna, dora] = [newcomer(world), newcomer(world)];
    for (const code of [400, 403, 429, 401, 404]) double.faults.add({ chatId: anna.id, fault: quoting(code) });
    for (const code of [400, 401, 409, 429]) double.faults.add({ method: 'answerCallbackQuery', fault: quoting(code) });
    for (const method of ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'getUpdates']) {
      double.faults.add({ method, fault: { kind: 'lost_answer' } });
    }
    const polls = [quoting(400), quoting(409)];
    for (const fault of polls) double.faults.add({ method: 'getUpdates', fault });
    anna.write('/start');
    anna.write('/request poison');
    await boris.sees('set it aside');
    const request = await asks(dora);
    const card = await cardOf(boris, request);
    boris.press(card, 'Approve');
    await dora.sees('is approved');
    await world.settled();
    await world.daemon.stop();

    const { log, stray, stderr } = world.daemon;
    const written = [JSON.stringify(log), ...stray, stderr].join('\n');
    expect(written).toContain('[redacted]');
    expect(written).not.toContain(secret);
    const said = [boris, clara, anna, dora].flatMap(({ chat }) => chat.messages.map(({ text }) => text));
    expect(said.join('\n')).not.toContain(secret);
    for (const file of ['sosekni.db', 'sosekni.db-wal']) {
      expect(contentOf(join(world.folder, file)).includes(secret)).toBe(false);
    }
  } finally {
    await world.close();
  }
});

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    // The write-ahead log goes when the daemon stops.
    return '';
  }
}

/** `count` different button data that resemble real ones, the real ones among them; the same in every run. */
function forgeries(real: readonly string[], count: number): readonly string[] {
  const made = new Set(real);
  const alphabet = [...'arwusp:0123456789-. \'"\\{}\0é🌻'];
  let state = 1;
  const pick = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  while (made.size < count) {
    const characters = [...(real[pick(real.length)] ?? '')];
    for (let changes = 1 + pick(3); changes > 0; changes -= 1) {
      characters.splice(pick(characters.length + 1), pick(2), alphabet[pick(alphabet.length)] ?? '');
    }
    made.add(characters.join(''));
  }
  return [...made];
}
