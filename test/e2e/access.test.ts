import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Community, CommunityOptions } from '../../src/telegram-double/communities';
import { allRights } from '../../src/telegram-double/standings';
import { patience, withDeadline } from '../../src/telegram-double/deadline';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, eventsOf, newcomer, rowOf, saying, shown } from './scenes';
import { listening, samplesOf } from './watcher';
import { startWorld, type Engine, type Row, type World, type WorldOptions } from './world';

// What the approval opens and its end closes: the chats of ACCESS_CHATS.

const boris = { id: 7_000_000_001, first_name: 'Boris', language_code: 'en' };
const clara = { id: 7_000_000_002, first_name: 'Clara', language_code: 'en' };
const gardenId = -1_001_000_000_001;
const linkSeenToLongAgo = join(__dirname, 'preloads', 'link-seen-to-long-ago.cjs');

let world: World;
let garden: Community;
let owner: Person;

interface Scene {
  readonly env?: Readonly<Record<string, string>>;
  readonly garden?: Partial<CommunityOptions>;
  readonly options?: Partial<WorldOptions>;
  /** No link is waited for. */
  readonly unlinked?: boolean;
}

/** The daemon with one chat that it may manage, and the link to it. */
async function begin(
  engine: Engine,
  { env = {}, garden: chat = {}, options = {}, unlinked = chat.botRights === null }: Scene = {},
): Promise<void> {
  world = await startWorld({
    engine,
    admins: [boris, clara],
    env: { ACCESS_CHATS: `${gardenId}`, ...env },
    double: { removalPause: 10 },
    ...options,
    found: (double) => {
      owner = double.person({ id: 7_000_000_011, first_name: 'Olga' });
      garden = double.community({ id: gardenId, title: 'The garden', owner, ...chat });
    },
  });
  if (!unlinked) await linked();
}

/** The link by which people ask to join, once the bot has made one. */
async function linked(): Promise<string> {
  await world.daemon.logged((line) => line['event.action'] === 'access_link_made');
  return link();
}

/** Where the message's only button leads. */
const urlOf = (message: ChatMessage): string => {
  const [button] = message.buttons.flat();
  return button !== undefined && 'url' in button ? String(button.url) : 'no link';
};

/** An endpoint of webhooks that takes a request and never answers. */
async function startSilentEndpoint() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked: once(server, 'request'),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The newest link of the bot's. */
function link(): string {
  const newest = garden.botLinks.at(-1);
  if (newest === undefined) throw new Error('the bot has made no link');
  return newest.url;
}

async function membershipOf(person: Person, chat = gardenId): Promise<Row | undefined> {
  const [row] = await world.rows(`SELECT * FROM memberships WHERE person_id = ${person.id} AND chat_id = ${chat}`);
  return row;
}

/** How often the bot has called a method about somebody. */
const calls = (method: string, person: Person): number =>
  world.double.callLog.calls.filter((call) => call.method === method && call.params['user_id'] === person.id).length;

/** Resolves once somebody is in the chat: everybody there sees who joins. */
const isIn = (person: Person): Promise<void> => moved(person, true);
/** Resolves once they are out of it: everybody there sees who leaves. */
const isOut = (person: Person): Promise<void> => moved(person, false);

async function moved(person: Person, inside: boolean): Promise<void> {
  let stop = (): void => undefined;
  const there = new Promise<void>((resolve) => {
    const look = (): void => {
      if (garden.has(person) === inside) resolve();
    };
    stop = garden.chat.listen(look);
    look();
  });
  const failure = (): string => `${person.user.first_name} is ${garden.standing(person).status}`;
  await withDeadline(there, patience, failure).finally(stop);
}

/** The answer to what an admin writes has arrived: it is done. */
async function told(person: Person | undefined, text: string): Promise<void> {
  if (person === undefined) throw new Error('there is no admin');
  // What they are told of besides has arrived before.
  await world.settled();
  await answerTo(person, text);
}

/** Asks in the private chat and is approved by Boris. */
async function approved(client: Person): Promise<number> {
  const request = await asks(client);
  await approve(client, request);
  return request;
}

async function approve(client: Person, request: number): Promise<void> {
  const [admin] = world.admins;
  admin?.write(`/approve ${request}`);
  await client.sees(/is approved/);
}

describe.each(['sqlite', 'postgres'] as const)('with ACCESS_CHATS on %s', (engine) => {
  afterEach(() => world.close());

  test('the welcome has a button with the chat’s title; who presses it and asks to join is in', async () => {
    await begin(engine);
    const anna = newcomer(world);
    await approved(anna);
    const welcome = await anna.sees(/is approved/);
    expect(buttons(welcome)).toEqual(['🚪 The garden']);
    expect(anna.follow(link())).toBe('requested');
    await isIn(anna);
    await world.settled();
    expect(await membershipOf(anna)).toMatchObject({ wanted: 'in', seen: 'member', join_requested_at: null });
    expect(garden.botLinks).toMatchObject([{ createsJoinRequest: true, isRevoked: false }]);
  });

  test('who is revoked is removed by one call that leaves no ban, and their next join request is declined with the reason once', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    admin?.write(`/revoke ${request} too loud`);
    await isOut(anna);
    await world.settled();
    expect(garden.standing(anna).status).toBe('left');
    expect(calls('unbanChatMember', anna)).toBe(1);
    expect(calls('banChatMember', anna)).toBe(0);
    expect(anna.follow(link())).toBe('requested');
    await anna.sees(saying('Your request to join The garden was declined', 'too loud', /You can appeal/));
    await world.settled();
    expect(garden.isAskedBy(anna)).toBe(false);
    expect(anna.follow(link())).toBe('requested');
    await world.settled();
    expect(garden.isAskedBy(anna)).toBe(false);
    expect(anna.chat.messages.filter(saying('was declined'))).toHaveLength(1);
    expect(garden.has(anna)).toBe(false);
  });

  test('an approval that is undone removes them, and a join request that waits stays', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    const card = await cardOf(admin as Person, request, ['Approved']);
    await (admin as Person).press(card, 'Undo').answered();
    await isOut(anna);
    await world.settled();
    anna.follow(link());
    await world.settled();
    expect(garden.isAskedBy(anna)).toBe(true);
  });

  test('a ban by a human is left alone, and lifted once an admin newly approves that very person', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    garden.ban(owner, anna);
    await world.settled();
    await told(admin, `/revoke ${request}`);
    await world.settled();
    expect(garden.standing(anna).status).toBe('kicked');
    await told(admin, `/reopen ${request}`);
    await told(admin, `/approve ${request}`);
    await world.settled();
    expect(garden.standing(anna).status).toBe('left');
    expect(anna.follow(link())).toBe('requested');
    await isIn(anna);
    await world.settled();
  });

  test('what was wanted while the bot was down is done when it is up', async () => {
    await begin(engine);
    const anna = newcomer(world);
    const bert = newcomer(world);
    await approved(anna);
    const request = await approved(bert);
    bert.follow(link());
    await isIn(bert);
    await world.settled();
    await world.daemon.stop();
    anna.follow(link());
    world.admins[0]?.write(`/revoke ${request}`);
    await world.restart();
    await isIn(anna);
    await isOut(bert);
    await world.settled();
    expect(garden.botLinks).toHaveLength(1);
  });

  test('a chat that gets a new ID is followed: its people, its link and the setting; the admins are told once', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const [anna, bert] = [newcomer(world), newcomer(world)] as const;
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    await approved(bert);
    await world.settled();
    const newId = gardenId - 7;
    garden = garden.upgrade(owner, newId);
    await admin?.sees(saying('The garden has a new ID', `${newId}`, `${gardenId}`));
    expect(await membershipOf(anna)).toBeUndefined();
    expect(await membershipOf(anna, newId)).toMatchObject({ wanted: 'in', seen: 'member' });
    const status = await bert.sees(/approved/, { after: bert.write('/status') });
    expect(bert.follow(urlOf(status))).toBe('requested');
    await isIn(bert);
    await world.settled();

    await world.daemon.stop();
    await world.restart();
    admin?.write(`/revoke ${request}`);
    await isOut(anna);
    await world.settled();
    await world.daemon.stop();
    await world.restart({ env: { ACCESS_CHATS: `${newId}` } });
    anna.write('hello');
    await world.settled();
    for (const said of ['has a new ID', 'is no longer in'])
      expect(admin?.chat.messages.filter(saying(said))).toHaveLength(said === 'has a new ID' ? 1 : 0);
    expect(await world.rows('SELECT chat_id FROM access_chats')).toEqual([{ chat_id: newId }]);
    expect(garden.chat.messages.filter(({ from, service }) => from.is_bot && service === null)).toEqual([]);
  });

  test('what members say leaves no row and gets no answer, and nobody is known for it', async () => {
    await begin(engine, { env: { ACCESS_STRANGERS: 'ignore' } });
    const anna = newcomer(world);
    garden.add(owner, anna);
    await world.settled();
    const before = await counts();
    // Whoever writes behind all of it is answered.
    for (let n = 0; n < 2000; n += 1) anna.write(`/start ${n}`, { in: garden });
    const bert = newcomer(world);
    await asks(bert);
    await world.settled();
    const after = await counts();
    expect(after).toEqual({ updates: before.updates + 1, people: before.people + 1 });
    expect(garden.chat.messages.filter(({ from }) => from.is_bot)).toEqual([]);
  });

  test('strangers are told of once each; nobody removes them', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const eve = newcomer(world, { first_name: 'Eve' });
    garden.add(owner, eve);
    await admin?.sees(saying('Eve', 'is in The garden', 'nobody here has approved them'));
    garden.leave(eve);
    garden.add(owner, eve);
    await world.settled();
    expect(admin?.chat.messages.filter(saying('Eve', 'is in The garden'))).toHaveLength(1);
    expect(garden.has(eve)).toBe(true);
  });

  test('metrics and /stats say who is let in, who is in, and how long a chat has not followed', async () => {
    await begin(engine, { env: listening });
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    await approved(newcomer(world));
    anna.follow(link());
    await isIn(anna);
    await world.settled();
    const sample = (name: string) => `sosekni_access_${name}{chat="${gardenId}"}`;
    const quiet = await samplesOf(world.daemon);
    expect(quiet.get(sample('members_wanted'))).toBe(2);
    expect(quiet.get(sample('members_seen'))).toBe(1);
    for (const name of ['pending', 'failing', 'oldest_pending_age_seconds']) expect(quiet.get(sample(name))).toBe(0);
    await admin?.sees('1 of 2 approved people are in', { after: admin.write('/stats') });

    garden.setBotRights(owner, null);
    await world.daemon.logged((line) => line['event.action'] === 'access_outage');
    await told(admin, `/revoke ${request}`);
    await world.backDate('memberships', 'pending_since', 3_600_000, `wanted = 'out'`);
    const stuck = await samplesOf(world.daemon);
    expect(stuck.get(sample('members_wanted'))).toBe(1);
    expect(stuck.get(sample('members_seen'))).toBe(0);
    expect(stuck.get(sample('pending'))).toBe(1);
    expect(stuck.get(sample('oldest_pending_age_seconds'))).toBeGreaterThanOrEqual(3600);

    garden.setBotRights(owner, { invite: true, restrict: true });
    await isOut(anna);
    await world.settled();
    const over = await samplesOf(world.daemon);
    expect(over.get(sample('pending'))).toBe(0);
    expect(over.get(sample('oldest_pending_age_seconds'))).toBe(0);
  });

  test('a join request of somebody new is a request with their bio; their answer becomes its message, and the approval lets them in', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const anna = newcomer(world, { bio: 'I grow beans' });
    expect(anna.follow(link())).toBe('requested');
    const question = await anna.sees(saying('You asked to join The garden', 'a few words'));
    expect(await rowOf(world, 1)).toMatchObject({
      client_id: anna.id,
      source: 'join',
      message: 'I grow beans',
      status: 'pending',
    });
    const card = await cardOf(admin as Person, 1, ['I grow beans', 'Asked to join']);
    anna.follow(link());
    await world.settled();
    expect(garden.isAskedBy(anna)).toBe(true);
    anna.write('Hello, I would like to help with the beans', { replyTo: question });
    await anna.sees(/^✅/);
    expect(await rowOf(world, 1)).toMatchObject({ message: 'Hello, I would like to help with the beans' });
    await cardOf(admin as Person, 1, ['help with the beans']);
    expect(await eventsOf(world, 1)).toEqual(['submit', 'describe']);
    anna.write('And with the peas');
    await (admin as Person).press(card, 'Approve').answered();
    await anna.sees(/is approved/);
    await isIn(anna);
    await world.settled();
    expect(anna.chat.messages.filter(saying('a few words'))).toHaveLength(1);
  });

  test('a card says that a join request waits for the decision only while one does', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const anna = newcomer(world);
    anna.follow(link());
    await cardOf(admin as Person, 1, ['Asked to join']);
    admin?.write('/reject 1');
    await anna.sees(saying('was rejected'));
    await world.settled();
    expect(garden.isAskedBy(anna)).toBe(false);
    admin?.write('/reopen 1');
    // She has never written to the bot, so it can't write to her any more.
    await admin?.sees(saying('#1', 'is open again'));
    await world.settled();
    const again = await cardOf(admin as Person, 1, ['Expires']);
    expect(shown(again)).not.toContain('Asked to join');
    anna.follow(link());
    expect((await cardOf(admin as Person, 1, ['Asked to join'])).id).toBe(again.id);
  });

  test('a stranger reads the rejection before their join request is declined, and what is withdrawn or expires is declined', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const [anna, bert, cleo] = [newcomer(world), newcomer(world), newcomer(world)] as const;
    for (const person of [anna, bert, cleo]) {
      person.follow(link());
      await person.sees(saying('a few words'));
    }
    admin?.write('/reject 1 no more room');
    await anna.sees(saying('no more room'));
    bert.write('/cancel');
    await world.backDate('requests', 'expires_at', 8 * 24 * 60 * 60_000, 'id = 3');
    cleo.write('/status');
    await world.settled();
    expect(garden.waiting).toBe(0);
    expect([anna, bert, cleo].map((person) => garden.has(person))).toEqual([false, false, false]);
  });

  test.each(['decline', 'ignore'])(
    'with JOIN_REQUESTS=%s a join request of somebody new is no request',
    async (how) => {
      await begin(engine, { env: { JOIN_REQUESTS: how } });
      const anna = newcomer(world);
      anna.follow(link());
      await world.settled();
      expect(garden.isAskedBy(anna)).toBe(how === 'ignore');
      expect(await world.rows('SELECT id FROM requests')).toEqual([]);
      expect((await counts()).people).toBe(how === 'ignore' ? 2 : 3);
    },
  );

  test('after a 429, a lost answer and a server error everybody is where they should be, and nobody is banned', async () => {
    await begin(engine);
    const anna = newcomer(world);
    const request = await approved(anna);
    const { faults } = world.double;
    const limit = { kind: 'too_many_requests', retryAfter: 1, acts: false, scope: 'chat' } as const;
    faults.add({ method: 'approveChatJoinRequest', fault: limit });
    faults.add({ method: 'approveChatJoinRequest', fault: { kind: 'lost_answer' } });
    anna.follow(link());
    await isIn(anna);
    await world.settled();
    faults.add({ method: 'getChatMember', fault: { kind: 'server_error', status: 502, acts: false } });
    faults.add({ method: 'unbanChatMember', fault: { kind: 'lost_answer' } });
    world.admins[0]?.write(`/revoke ${request}`);
    await isOut(anna);
    await world.settled();
    expect(garden.standing(anna).status).toBe('left');
    expect(await membershipOf(anna)).toMatchObject({ wanted: 'out', seen: 'left' });
    // Each removal comes right after a look.
    const about = world.double.callLog.calls
      .filter(({ params }) => params['user_id'] === anna.id)
      .map(({ method }) => method);
    for (const [n, method] of about.entries())
      if (method === 'unbanChatMember') expect(about[n - 1]).toBe('getChatMember');
  });

  test('the card says whether they are invited, in, gone or to be removed by hand', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    await cardOf(admin as Person, request, ['The garden: invited']);
    anna.follow(link());
    await isIn(anna);
    await cardOf(admin as Person, request, ['The garden: in']);
    garden.leave(anna);
    await cardOf(admin as Person, request, ['The garden: left']);
    anna.follow(link());
    await isIn(anna);
    garden.promote(owner, anna);
    await world.settled();
    admin?.write(`/revoke ${request}`);
    await cardOf(admin as Person, request, ['Access ended', 'somebody has to remove them by hand']);
    garden.demote(owner, anna);
    await isOut(anna);
    await world.settled();
  });

  test('whoever was approved before a chat was in ACCESS_CHATS is invited once, if they are not in; a chat that is gone is left alone', async () => {
    await begin(engine, { env: { ACCESS_CHATS: '' }, garden: { botRights: allRights }, unlinked: true });
    const [admin] = world.admins;
    const [anna, bert, cleo] = [newcomer(world), newcomer(world), newcomer(world)] as const;
    await approved(anna);
    await approved(bert);
    await asks(cleo);
    garden.add(owner, bert);
    await world.settled();
    await world.daemon.stop();
    await world.restart({ env: { ACCESS_CHATS: `${gardenId}` } });
    const invitation = await anna.sees(saying('has a chat that you have access to'));
    expect(buttons(invitation)).toEqual(['🚪 The garden']);
    anna.follow(link());
    await isIn(anna);
    await cardOf(admin as Person, 2, ['The garden: in']);
    await world.daemon.stop();
    await world.restart({ env: { ACCESS_CHATS: `${gardenId}` } });
    await world.settled();
    for (const person of [anna, bert, cleo]) {
      const times = person === anna ? 1 : 0;
      expect(person.chat.messages.filter(saying('has a chat that you have access to'))).toHaveLength(times);
    }
    expect(await membershipOf(cleo)).toBeUndefined();
    await world.daemon.stop();
    await world.restart({ env: { ACCESS_CHATS: '' } });
    await admin?.sees(saying('The garden is no longer in ACCESS_CHATS'));
    expect(garden.has(anna)).toBe(true);
    await world.daemon.stop();
    await world.restart({ env: { ACCESS_CHATS: '' } });
    await world.settled();
    expect(admin?.chat.messages.filter(saying('is no longer in ACCESS_CHATS'))).toHaveLength(1);
  });

  test('after more than a day of silence everybody is looked at again: who was let in and knocked is in, few are removed, many only once an admin says so', async () => {
    await begin(engine);
    const [admin] = world.admins;
    const people = Array.from({ length: 5 }, () => newcomer(world));
    const requests: number[] = [];
    for (const person of people) requests.push(await approved(person));
    for (const person of people) person.follow(link());
    for (const person of people) await isIn(person);
    await world.settled();
    const [anna, ...others] = people as [Person, ...Person[]];
    admin?.write(`/revoke ${requests.slice(1).join(' ')}`);
    for (const person of others) await isOut(person);
    await world.settled();
    garden.leave(anna);
    await world.settled();
    await world.daemon.stop();
    const before = people.map((person) => calls('unbanChatMember', person));
    // What happens in these days no update tells of.
    for (const person of others) garden.add(owner, person);
    anna.follow(link());
    newcomer(world).follow(link());
    world.double.updates.clear();
    await world.change("UPDATE daemon_state SET value = '1' WHERE name = 'last_poll_at'");
    await world.restart();
    anna.write('/id');
    await isIn(anna);
    const asked = await admin?.sees(saying('4 people are in The garden whose access has ended'));
    await admin?.sees(saying('Join requests that wait in The garden', ': 1'));
    await world.settled();
    expect(people.map((person) => calls('unbanChatMember', person))).toEqual(before);
    await (admin as Person).press(asked as never, 'Remove them').answered();
    for (const person of others) await isOut(person);
    await world.settled();
    expect(garden.has(anna)).toBe(true);
  });
});

describe('with ACCESS_CHATS', () => {
  afterEach(() => world.close());

  test('a join request that waits already is approved with the decision, and only after the outcome was sent', async () => {
    await begin('sqlite');
    const anna = newcomer(world);
    const request = await asks(anna);
    anna.follow(link());
    await world.settled();
    expect(garden.isAskedBy(anna)).toBe(true);
    await approve(anna, request);
    await isIn(anna);
    await world.settled();
    const after = world.double.callLog.calls.map(({ method, params }) => ({ method, text: String(params['text']) }));
    const told = after.findIndex(({ text }) => text.includes('is approved'));
    expect(told).toBeGreaterThan(0);
    expect(after.findIndex(({ method }) => method === 'approveChatJoinRequest')).toBeGreaterThan(told);
  });

  test('/status and /start show the button and say to press it while they are not in, and no longer', async () => {
    await begin('sqlite');
    const anna = newcomer(world);
    await approved(anna);
    const before = await anna.sees(/approved/, { after: anna.write('/status') });
    expect(buttons(before)).toEqual(['🚪 The garden']);
    expect(before.text).toContain('Press the button below');
    expect(before.text).not.toContain('nothing more to do');
    const welcome = await anna.sees(/^👋/, { after: anna.write('/start') });
    expect(buttons(welcome)).toEqual(['🚪 The garden']);
    expect(welcome.text).toContain('Press the button below');
    expect(welcome.text).not.toContain('nothing more to do');
    anna.follow(link());
    await isIn(anna);
    await world.settled();
    const within = await anna.sees(/approved/, { after: anna.write('/status') });
    expect(buttons(within)).toEqual([]);
    expect(within.text).toContain('nothing more to do');
    garden.leave(anna);
    await world.settled();
    const outside = await anna.sees(/approved/, { after: anna.write('/status') });
    expect(buttons(outside)).toEqual(['🚪 The garden']);
  });

  test('whatever somebody who is approved and not in yet sends is answered with the button', async () => {
    await begin('sqlite');
    const anna = newcomer(world);
    await approved(anna);
    for (const text of [
      '/request',
      '/request me again',
      '/appeal',
      '/cancel',
      '/unknown',
      'Thank you!',
      'Where is it?',
    ]) {
      const answer = await answerTo(anna, text);
      expect([text, buttons(answer)]).toEqual([text, ['🚪 The garden']]);
      expect(answer.text).toContain('Press the button below');
      expect(answer.text).not.toContain('nothing more to do');
    }
    const photo = await anna.sees('can only read text', { after: anna.sendSticker() });
    expect(buttons(photo)).toEqual(['🚪 The garden']);
    anna.follow(link());
    await isIn(anna);
    await world.settled();
    for (const text of ['/request', '/cancel', '/unknown', 'Thank you!']) {
      const answer = await answerTo(anna, text);
      expect([text, buttons(answer)]).toEqual([text, []]);
      expect(answer.text).not.toContain('Press the button');
    }
  });

  test('what nobody sees in a chat’s title, or turns it around, is on no button and in no sentence', async () => {
    await begin('sqlite', {
      garden: { title: '\u202eThe\u200b gar\u2066den\ufeff' },
      env: { COMMUNITY_NAME: '\u202eBees\u200b' },
    });
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    const welcome = await anna.sees(/is approved/);
    expect(buttons(welcome)).toEqual(['🚪 The garden']);
    expect(welcome.text).toContain('Welcome to Bees!');
    await world.settled();
    const card = await answerTo(admin ?? anna, `/show ${request}`);
    expect(card.text).toContain('\u2068The garden\u2069: invited');
    expect(garden.botLinks).toMatchObject([{ name: 'Bees' }]);
  });

  test('an admin learns in their own language why a chat can’t be managed', async () => {
    await begin('sqlite', { options: { admins: [{ ...boris, language_code: 'ru' }, clara] } });
    const [admin, other] = world.admins;
    await told(admin, '/start');
    for (const [rights, why, inRussian] of [
      [null, 'I’m not an administrator there', 'я там не администратор'],
      [{ invite: false, restrict: true }, 'I’m not allowed to add users', 'нет права добавлять'],
      [{ invite: true, restrict: false }, 'I’m not allowed to ban users', 'нет права блокировать'],
      [{ invite: false, restrict: false }, 'neither to add nor to ban', 'нет прав добавлять и блокировать'],
    ] as const) {
      garden.setBotRights(owner, rights);
      const russian = await admin?.sees(saying('управлять чатом The garden', inRussian));
      await other?.sees(saying('can’t manage The garden', why));
      expect(russian?.text.replace(/The garden/g, '')).not.toMatch(/[a-z]/i);
      garden.setBotRights(owner, { invite: true, restrict: true });
      await world.daemon.logged((line) => line['event.action'] === 'access_outage_over');
    }
  });

  test('who was revoked and is let in again comes back by the same link', async () => {
    await begin('sqlite');
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    admin?.write(`/revoke ${request}`);
    await isOut(anna);
    await told(admin, `/reopen ${request}`);
    await told(admin, `/approve ${request}`);
    anna.follow(link());
    await isIn(anna);
    await world.settled();
  });

  test('with ACCESS_REVOKE=keep members stay, and new join requests are declined', async () => {
    await begin('sqlite', { env: { ACCESS_REVOKE: 'keep' } });
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    admin?.write(`/revoke ${request}`);
    await anna.sees(/access .*ended|revoked/i);
    await world.settled();
    expect(garden.has(anna)).toBe(true);
    garden.leave(anna);
    anna.follow(link());
    await world.settled();
    expect(garden.isAskedBy(anna)).toBe(false);
    expect(garden.has(anna)).toBe(false);
  });

  test('an administrator of the chat is never removed, and is once they are a plain member', async () => {
    await begin('sqlite');
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    garden.promote(owner, anna);
    await world.settled();
    await told(admin, `/revoke ${request}`);
    await world.settled();
    expect(garden.has(anna)).toBe(true);
    expect(calls('unbanChatMember', anna)).toBe(0);
    expect(await membershipOf(anna)).toMatchObject({ wanted: 'out', seen: 'admin' });
    garden.demote(owner, anna);
    await isOut(anna);
    await world.settled();
  });

  test('a join request of which no update came is approved with the approval', async () => {
    await begin('sqlite');
    const anna = newcomer(world);
    const request = await asks(anna);
    anna.follow(link());
    await world.settled();
    await world.change('UPDATE memberships SET join_requested_at = NULL');
    await approve(anna, request);
    await isIn(anna);
    await world.settled();
  });

  test('a link that somebody has revoked is made anew at the next start', async () => {
    await begin('sqlite');
    const [old] = garden.botLinks;
    if (old !== undefined) garden.revokeLink(old);
    await world.daemon.stop();
    await world.restart();
    expect(await linked()).not.toBe(old?.url);
    const anna = newcomer(world);
    await approved(anna);
    expect(anna.follow(link())).toBe('requested');
    await isIn(anna);
    await world.settled();
  });

  test('nobody is sent a link that somebody has revoked, and one link does for all who are sent it at once', async () => {
    await begin('sqlite', { options: { daemon: { preloads: [linkSeenToLongAgo] } } });
    const [anna, bert, cleo] = [newcomer(world), newcomer(world), newcomer(world)] as const;
    await approved(anna);
    const revoke = () => garden.botLinks.forEach((link) => garden.revokeLink(link));
    revoke();
    const status = await anna.sees(/approved/, { after: anna.write('/status') });
    expect(anna.follow(urlOf(status))).toBe('requested');
    await isIn(anna);
    expect(garden.botLinks).toHaveLength(2);

    const requests = [await asks(bert), await asks(cleo)];
    revoke();
    world.admins[0]?.write(`/approve ${requests.join(' ')}`);
    for (const person of [bert, cleo]) {
      expect(person.follow(urlOf(await person.sees(/is approved/)))).toBe('requested');
      await isIn(person);
    }
    await world.settled();
    expect(garden.botLinks).toHaveLength(3);
    expect(link()).toBe(garden.botLinks.at(-1)?.url);
  });

  test('a link is looked at once a minute at most, and a look that takes long delays no message for long', async () => {
    await begin('sqlite');
    const anna = newcomer(world);
    await approved(anna);
    const looks = () => world.double.callLog.of('editChatInviteLink').length;
    const before = looks();
    for (let n = 0; n < 3; n += 1) await anna.sees(/approved/, { after: anna.write('/status') });
    expect(looks()).toBe(before);
    await world.daemon.stop();
    world.double.faults.add({ method: 'editChatInviteLink', fault: { kind: 'hang', acts: false, stalls: 'headers' } });
    await world.restart();
    const status = await anna.sees(/approved/, { after: anna.write('/status') });
    expect(urlOf(status)).toBe(link());
  });

  test('a new ID of which no update came is learnt from the first call that is refused', async () => {
    await begin('sqlite');
    const [admin] = world.admins;
    const anna = newcomer(world);
    const request = await approved(anna);
    anna.follow(link());
    await isIn(anna);
    await world.settled();
    await world.daemon.stop();
    const newId = gardenId - 7;
    garden = garden.upgrade(owner, newId);
    world.double.updates.clear();
    admin?.write(`/revoke ${request}`);
    await world.restart();
    await isOut(anna);
    await admin?.sees(saying('The garden has a new ID', `${newId}`));
    await world.settled();
    expect(admin?.chat.messages.filter(saying('has a new ID'))).toHaveLength(1);
    expect(admin?.chat.messages.filter(saying('I can’t manage'))).toEqual([]);
  });

  test('where the owner has Telegram ask the bot about join requests, it answers at once: who is let in gets in, all others wait', async () => {
    await begin('sqlite');
    garden.guardByBot();
    const { callLog } = world.double;
    const answered = callLog.next(() => callLog.of('answerChatJoinRequestQuery').length === 2);
    const [anna, bert] = [newcomer(world), newcomer(world)] as const;
    await approved(anna);
    anna.follow(link());
    await isIn(anna);
    bert.follow(link());
    await bert.sees(saying('a few words'));
    await world.settled();
    await answered;
    const answers = callLog.of('answerChatJoinRequestQuery').map(({ params }) => params['result']);
    expect(answers).toEqual(['approve', 'queue']);
    expect(garden.isAskedBy(bert)).toBe(true);
  });

  test('SIGTERM ends the daemon in time while Telegram and a webhook’s endpoint hang', async () => {
    await using endpoint = await startSilentEndpoint();
    const env = { WEBHOOK_URL: endpoint.url, WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}` };
    await begin('sqlite', { env });
    const anna = newcomer(world);
    const { callLog, faults } = world.double;
    for (const method of ['approveChatJoinRequest', 'editChatInviteLink']) {
      faults.add({ method, fault: { kind: 'hang', acts: false, stalls: 'headers' }, times: Infinity });
    }
    const hangs = callLog.next(({ method }) => method === 'approveChatJoinRequest');
    await approved(anna);
    await Promise.all([hangs, endpoint.asked]);
    const exit = await withDeadline(world.daemon.stop(), 10_000, () => 'it took longer than 10 s to stop');
    expect(exit).toMatchObject({ code: 0, signal: null });
    faults.clear();
    await world.restart();
    anna.follow(link());
    await isIn(anna);
    await world.settled();
  });

  test('the log says at each start what lets people in without an approval', async () => {
    await begin('sqlite', { garden: { username: 'the_garden' } });
    const exposed = (line: Readonly<Record<string, unknown>>) => line['event.action'] === 'access_exposed';
    const isPublic = expect.stringMatching(/public \(@the_garden\).*make it private/) as string;
    expect(await world.daemon.logged(exposed)).toMatchObject({ 'log.level': 'warn', message: isPublic });
    garden.setUsername(null);
    garden.letMembersInvite(true);
    await world.daemon.stop();
    await world.restart();
    const membersAdd = expect.stringMatching(/Members may add others.*turn off/) as string;
    expect(await world.daemon.logged(exposed)).toMatchObject({ 'log.level': 'warn', message: membersAdd });
    expect(world.daemon.log.filter(exposed)).toHaveLength(1);
  });

  test('with ACCESS_STRANGERS=remove they are removed', async () => {
    await begin('sqlite', { env: { ACCESS_STRANGERS: 'remove' } });
    const eve = newcomer(world, { first_name: 'Eve' });
    garden.add(owner, eve);
    await isOut(eve);
    await world.settled();
    expect(garden.standing(eve).status).toBe('left');
  });

  test('/request with a text answers the question for a few words', async () => {
    await begin('sqlite');
    const anna = newcomer(world);
    anna.follow(link());
    await anna.sees(saying('a few words'));
    expect(await rowOf(world, 1)).toMatchObject({ message: '' });
    await cardOf(world.admins[0] as Person, 1, ['No words yet']);
    anna.write('/request Beans, please');
    await anna.sees(/^✅/);
    expect(await rowOf(world, 1)).toMatchObject({ message: 'Beans, please', source: 'join' });
  });

  test('an approval in Telegram itself by a listed admin is that admin’s decision; by anybody else they are a stranger', async () => {
    await begin('sqlite');
    const [admin] = world.admins;
    garden.add(owner, admin as Person);
    garden.promote(owner, admin as Person);
    const [anna, bert] = [newcomer(world), newcomer(world, { first_name: 'Bert' })];
    for (const person of [anna, bert]) {
      person.follow(link());
      await person.sees(saying('a few words'));
    }
    garden.approve(admin as Person, anna);
    // The chat with a stranger closes with their join request.
    await cardOf(admin as Person, 1, ['Approved by Boris', 'I can’t message them']);
    expect(await rowOf(world, 1)).toMatchObject({ status: 'approved', reviewed_by: boris.id });
    garden.approve(owner, bert);
    await admin?.sees(saying('Bert', 'nobody here has approved them'));
    expect(admin?.chat.messages.filter(saying('Boris', 'nobody here'))).toEqual([]);
    expect(await rowOf(world, 2)).toMatchObject({ status: 'pending' });
    await world.settled();
    expect(await membershipOf(anna)).toMatchObject({ wanted: 'in', seen: 'member' });
  });

  test('a chat without rights is an outage that the admins are told of once; what waited is done when the rights are back', async () => {
    await begin('sqlite');
    const [admin] = world.admins;
    const anna = newcomer(world);
    const bert = newcomer(world);
    const request = await approved(anna);
    await approved(bert);
    anna.follow(link());
    await isIn(anna);
    bert.follow(link());
    await isIn(bert);
    await world.settled();
    garden.setBotRights(owner, { ...allRights, restrict: false });
    await admin?.sees(saying('I can’t manage The garden', 'not allowed to ban users'));
    await told(admin, `/revoke ${request}`);
    await world.settled();
    expect(garden.has(anna)).toBe(true);
    garden.setBotRights(owner, null);
    garden.setBotRights(owner, allRights);
    await isOut(anna);
    await world.settled();
    expect(admin?.chat.messages.filter(saying('I can’t manage The garden'))).toHaveLength(1);
    expect(garden.has(bert)).toBe(true);
  });

  test('a bot without rights from the start says so, and has a link once it has them', async () => {
    await begin('sqlite', { garden: { botRights: null } });
    await world.admins[0]?.sees(saying('I can’t manage'));
    garden.setBotRights(owner, allRights);
    await linked();
    const anna = newcomer(world);
    await approved(anna);
    anna.follow(link());
    await isIn(anna);
    await world.settled();
  });

  test('who comes in by a human while Telegram says that they are out is removed all the same', async () => {
    await begin('sqlite');
    const anna = newcomer(world);
    const request = await approved(anna);
    await world.settled();
    world.double.faults.add({ method: 'getChatMember', fault: { kind: 'delay', ms: 1000 } });
    const looked = world.double.callLog.next(({ method }) => method === 'getChatMember');
    world.admins[0]?.write(`/revoke ${request}`);
    const look = await looked;
    while (look.answer === null) await nextTurn();
    garden.add(owner, anna);
    await world.settled();
    expect(garden.standing(anna).status).toBe('left');
    expect(await membershipOf(anna)).toMatchObject({ wanted: 'out', seen: 'left' });
  });

  test('whoever was approved while the bot had no rights gets the link once it has them', async () => {
    await begin('sqlite', { garden: { botRights: null } });
    await world.admins[0]?.sees(saying('I can’t manage'));
    const anna = newcomer(world);
    await approved(anna);
    expect(buttons(await anna.sees(/is approved/))).toEqual([]);
    garden.setBotRights(owner, allRights);
    const invitation = await anna.sees(saying('has a chat that you have access to'));
    expect(buttons(invitation)).toEqual(['🚪 The garden']);
    await world.settled();
  });
});

const counts = async (): Promise<{ readonly updates: number; readonly people: number }> => {
  const [updates] = await world.rows('SELECT count(*) AS n FROM updates');
  const [people] = await world.rows('SELECT count(*) AS n FROM people');
  return { updates: Number(updates?.['n']), people: Number(people?.['n']) };
};

test('without ACCESS_CHATS neither join requests nor members are asked for, and no chat is called about', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris] });
  const anna = newcomer(world);
  await approved(anna);
  expect(world.double.updates.allowedUpdates).toEqual([
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
  ]);
  const ours = ['createChatInviteLink', 'approveChatJoinRequest', 'getChatMember', 'getChat'];
  expect(world.double.callLog.calls.filter(({ method }) => ours.includes(method))).toEqual([]);
  expect(await world.rows('SELECT * FROM memberships')).toEqual([]);
  await world.close();
});

test('without ACCESS_CHATS there are no metrics about chats', async () => {
  world = await startWorld({ engine: 'sqlite', admins: [boris], env: listening });
  await approved(newcomer(world));
  const names = [...(await samplesOf(world.daemon)).keys()];
  expect(names).toContain('sosekni_ready');
  expect(names.filter((name) => name.startsWith('sosekni_access_'))).toEqual([]);
  await world.close();
});
