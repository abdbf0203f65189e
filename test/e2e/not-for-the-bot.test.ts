import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, cardOf, eventsOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];
const channel = { id: -1_009_000_000_001, title: 'News' };

describe.each(['sqlite', 'postgres'] as const)('in the admins’ group, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;
  let group: Group;

  beforeAll(async () => {
    world = await startWorld({
      engine,
      admins: profiles,
      group: { id: -1_004_000_000_001, title: 'Admins' },
      env: { CLIENT_RATE: '20/1h' },
      // As a bot that may read everything, so that it has to tell by itself what is meant for it.
      double: { privacyMode: false },
    });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined || world.group === undefined) throw new Error('they are there');
    [boris, clara, group] = [first, second, world.group];
  });
  afterAll(() => world.close());

  /** What the bot says in the group while `happens` does. */
  async function saidDuring(happens: () => unknown): Promise<readonly string[]> {
    await world.settled();
    const last = group.chat.messages.at(-1)?.id ?? 0;
    await happens();
    await world.settled();
    return group.chat.messages.filter(({ id, from }) => id > last && from.id === world.double.bot.id).map(shown);
  }

  test('commands for other bots, channel posts, pins and timers get no answer', async () => {
    const request = await asks(newcomer(world));
    const card = await cardOf(clara, request, [], { in: group });
    const people = await world.rows('SELECT id FROM people');
    const said = await saidDuring(() => {
      for (const text of ['/ban', '/ban@other_bot', '/rules please', '/pending@other_bot', '/approved 1']) {
        clara.write(text, { in: group });
        clara.write(text, { in: group, replyTo: card });
        group.writeAnonymously(text, { replyTo: card });
      }
      group.receivePost(channel, `/approve ${request}`);
      group.receivePost(channel, 'News of today');
      group.pin(clara, card);
      group.setAutoDelete(clara, 86_400);
    });
    expect(said).toEqual([]);
    expect(await world.rows('SELECT id FROM people')).toEqual(people);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });

  test('service messages of topics get no answer, even if they refer to the bot’s messages', async () => {
    const card = await cardOf(clara, await asks(newcomer(world)), [], { in: group });
    const { user } = clara;
    const chat = { id: group.id, type: 'supergroup', title: 'Admins' } as const;
    const date = Math.floor(world.double.now() / 1000);
    const replied = { message_id: card.id, date, from: world.double.bot, chat };
    const news = [{ forum_topic_reopened: {} }, { forum_topic_closed: {} }, { delete_chat_photo: true }];
    const said = await saidDuring(() => {
      for (const [n, what] of news.entries()) {
        const message = { message_id: card.id + 1000 + n, date, from: user, chat, reply_to_message: replied, ...what };
        world.double.updates.pushRaw(`"message":${JSON.stringify(message)}`);
      }
    });
    expect(said).toEqual([]);
  });

  test('a command that names this bot is answered, even an unknown one', async () => {
    const said = await saidDuring(() => clara.write(`/ban@${world.double.bot.username}`, { in: group }));
    expect(said).toEqual([expect.stringContaining('t.me/')]);
  });

  test('a message that an admin forwards or sends through an inline bot decides nothing, and they are told', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(clara, request, [], { in: group });
    const hers = anna.write(`/approve ${request}`);
    const inline = { id: 999, is_bot: true, first_name: 'Inline', username: 'inline_bot' };
    const said = await saidDuring(() => {
      clara.forward(hers, { in: group });
      clara.forward(anna.sendPhoto({ caption: `/approve ${request}` }), { in: group });
      clara.write('approve', { in: group, replyTo: card, via: inline });
      clara.forward(anna.write('Nice weather'), { in: group });
    });
    expect(said).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('isn’t your own message') as string));
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    expect(await eventsOf(world, request)).toEqual(['submit']);
  });

  test('senders without an identity share one CLIENT_RATE', async () => {
    const said = await saidDuring(() => {
      for (let n = 0; n < 60; n += 1) {
        if (n % 2 === 0) group.writeAnonymously('/pending');
        else group.writeAsChannel(channel, '/start');
      }
    });
    expect(said.length).toBeLessThanOrEqual(21);
    expect(said.filter((text) => text.includes('more than'))).toHaveLength(1);
    expect(await saidDuring(() => boris.write('/stats', { in: group }))).toHaveLength(1);
  });
});

describe('in a private chat', () => {
  let world: World;
  let boris: Person;

  beforeAll(async () => {
    world = await startWorld({ engine: 'sqlite', admins: profiles, env: { CLIENT_RATE: 'off' } });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    boris = first;
  });
  afterAll(() => world.close());

  test('a pin and a timer get no answer', async () => {
    const anna = newcomer(world);
    const hello = await answerTo(anna, '/start');
    anna.pin(hello);
    anna.setAutoDelete(86_400);
    await world.settled();
    expect(anna.chat.messages.at(-1)?.service?.kind).toBe('auto_delete');
    expect(anna.chat.messages.filter(({ from }) => from.is_bot)).toHaveLength(1);
  });

  test.each([
    ['forwarded', (request: number, anna: Person) => boris.forward(anna.write(`/approve ${request}`))],
    [
      'forwarded by somebody who hides',
      (request: number, anna: Person) => {
        anna.hideWhenForwarded();
        return boris.forward(anna.write(`/approve ${request}`));
      },
    ],
    [
      'forwarded as a caption',
      (request: number, anna: Person) => boris.forward(anna.sendPhoto({ caption: `/approve ${request}` })),
    ],
    [
      'made by an inline bot',
      (request: number) =>
        boris.write(`/approve ${request}`, {
          via: { id: 999, is_bot: true, first_name: 'Inline', username: 'inline_bot' },
        }),
    ],
    [
      'quoted',
      (request: number) =>
        boris.write(`/approve ${request}`, { entities: [{ type: 'blockquote', offset: 0, length: 8 }] }),
    ],
    [
      'with a list, forwarded',
      (request: number, anna: Person) =>
        boris.forward(anna.writeRich([{ type: 'paragraph', text: `/approve ${request}` }])),
    ],
  ])('a client’s /approve that is %s decides nothing, and the admin is told', async (_, passOn) => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await cardOf(boris, request);
    const passed = passOn(request, anna);
    expect(shown(await boris.sees(() => true, { after: passed }))).toContain('isn’t your own message');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });

  test('a message by a bot on an admin’s business account decides nothing', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    const { user, id } = boris;
    world.double.updates.push({
      message: {
        message_id: card.id + 1000,
        date: Math.floor(world.double.now() / 1000),
        from: user,
        chat: { id, type: 'private', first_name: user.first_name },
        sender_business_bot: { id: 999, is_bot: true, first_name: 'Helper' },
        text: `/approve ${request}`,
      },
    });
    await boris.sees('isn’t your own message', { after: card });
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });

  test('a forwarded text is no reason: the question waits for the admin’s own', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    boris.press(await cardOf(boris, request), 'Reject with reason');
    await boris.sees(({ forceReply }) => forceReply !== null);
    const passed = boris.forward(anna.write('Because I say so'));
    expect(shown(await boris.sees(() => true, { after: passed }))).toContain('isn’t your own message');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    boris.write('No photo');
    await anna.sees(saying('was rejected', 'No photo'));
  });

  test('an admin’s own caption decides like their own text', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await cardOf(boris, request);
    boris.sendPhoto({ caption: `/approve ${request}` });
    await anna.sees('is approved');
  });
});
