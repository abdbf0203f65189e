import { apiChat, apiMessage } from '../../src/telegram-double/api-objects';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'ru' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];

describe.each(['sqlite', 'postgres'] as const)('the admins’ group, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;
  let dora: Person;
  let group: Group;

  beforeAll(async () => {
    world = await startWorld({
      engine,
      admins: profiles,
      group: { id: -4_000_001, title: 'Admins' },
      env: { CLIENT_RATE: '25/1h' },
      // As a bot that may read everything, so that it has to tell by itself what is meant for it.
      double: { privacyMode: false },
    });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined || world.group === undefined)
      throw new Error('they were asked for');
    [boris, clara, group] = [first, second, world.group];
    dora = newcomer(world, { first_name: 'Dora' });
    group.join(dora);
  });
  afterAll(() => world.close());

  /** A client who waits, and their card in the group. */
  async function waiting() {
    const anna = newcomer(world);
    const request = await asks(anna);
    return { anna, request, card: await cardOf(clara, request, [], { in: group }) };
  }

  /** The bot's answer in the group to what somebody writes there. */
  function answerInGroup(person: Person, text: string, where: { readonly replyTo?: ChatMessage } = {}) {
    return person.sees(() => true, { in: group, after: person.write(text, { in: group, ...where }) });
  }

  const refusals = (action: string) =>
    world.daemon.log.filter(
      (line) =>
        line['log.level'] === 'warn' && JSON.stringify(line).includes(`${dora.id}`) && line['event.action'] === action,
    );

  test('gets one card, in the default language; nobody gets one in private', async () => {
    const { request, card } = await waiting();
    await world.settled();
    expect(buttons(card)).toEqual(['✅ Approve', '❌ Reject', '💬 Reject with reason…', '❓ Ask…']);
    expect(group.chat.messages.filter(saying(`Request #${request}\n`))).toHaveLength(1);
    for (const admin of world.admins) expect(admin.chat.messages).toEqual([]);
  });

  test('an admin decides there by a button, answered in their language; the card shows it to all', async () => {
    const { anna, request, card } = await waiting();
    expect((await boris.press(card, '✅ Approve').answered()).text).toContain('одобрен');
    await anna.sees('is approved');
    const decided = await cardOf(clara, request, ['Approved by Boris'], { in: group });
    expect(decided.id).toBe(card.id);
    expect((await clara.press(decided, 'Undo').answered()).text).toMatch(/Only .*Boris/);
    expect((await boris.press(decided, 'Undo').answered()).text).toBeDefined();
    await anna.sees('under review again');
  });

  test('an admin decides by a reply or a command, and the answer refers to it', async () => {
    const [one, two] = [await waiting(), await waiting()];
    const reply = clara.write('reject: no photo', { in: group, replyTo: one.card });
    const answer = await clara.sees('Rejected request', { in: group, after: reply });
    expect(answer.replyTo).toBe(reply.id);
    await one.anna.sees(saying('was rejected', 'no photo'));
    const command = boris.write(`/approve@${world.double.bot.username} ${two.request}`, { in: group });
    expect((await boris.sees('Approved request', { in: group, after: command })).replyTo).toBe(command.id);
    await two.anna.sees('is approved');
  });

  test('an admin is asked for a reason there, and only their own reply counts', async () => {
    const { anna, request, card } = await waiting();
    clara.press(card, 'with reason');
    const question = await clara.sees(saying('Clara, why are you rejecting'), { in: group, after: card });
    expect(question).toMatchObject({ replyTo: card.id, forceReply: { selective: true } });
    await world.settled();
    expect(shown(await answerInGroup(dora, 'I don’t like her', { replyTo: question }))).toContain('Only admins');
    expect(shown(await answerInGroup(boris, '/cancel'))).toContain('t.me/');
    expect(shown(await answerInGroup(clara, `/cancel@${world.double.bot.username}`))).toContain('never mind');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    expect(shown(await answerInGroup(boris, 'Good morning', { replyTo: question }))).toContain(
      'too late to answer that question',
    );
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    clara.press(card, 'with reason');
    const again = await clara.sees(saying('Clara, why are you rejecting'), { in: group, after: question });
    await world.settled();
    clara.write('No photo', { in: group, replyTo: again });
    await anna.sees(saying('was rejected', 'No photo'));
  });

  test('a decision right after another admin’s overlong reason counts', async () => {
    const [one, two] = [await waiting(), await waiting()];
    clara.write(`reject ${'x'.repeat(3000)}`, { in: group, replyTo: one.card });
    boris.write('approve', { in: group, replyTo: two.card });
    await two.anna.sees('is approved');
    await world.settled();
    expect(await rowOf(world, one.request)).toMatchObject({ status: 'pending' });
  });

  test('a member who is no admin can’t decide in any way, and is named in the log', async () => {
    const { request, card } = await waiting();
    for (const button of buttons(card)) {
      expect((await dora.press(card, button).answered()).text).toContain('Only admins');
    }
    expect(shown(await answerInGroup(dora, 'approve', { replyTo: card }))).toContain('Only admins');
    expect(shown(await answerInGroup(dora, 'nice', { replyTo: card }))).toContain('Only admins');
    for (const text of [
      `/approve ${request}`,
      `/reject ${request}`,
      `/revoke ${request}`,
      `/show ${request}`,
      '/pending',
    ]) {
      expect(shown(await answerInGroup(dora, text))).toContain('Only admins');
    }
    for (const action of ['approve', 'reject', 'reject_with_reason', 'reply', 'revoke', 'show', 'pending']) {
      expect(refusals(action)).not.toEqual([]);
    }
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending', reviewed_by: null });
  });

  test('an anonymous admin’s text decides nothing and is answered with why; their button decides', async () => {
    const { anna, request, card } = await waiting();
    const nobody = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    const writesAsGroup = (text: string, replyTo: ChatMessage | null = null): ChatMessage => {
      const message = group.chat.add({ from: nobody, date: card.date, text, replyTo: replyTo?.id ?? null });
      const { chats, updates } = world.double;
      updates.push({ message: { ...apiMessage(chats, message), sender_chat: apiChat(chats, group.chat) } });
      return message;
    };
    for (const sent of [
      writesAsGroup('approve', card),
      writesAsGroup('nice', card),
      writesAsGroup(`/approve ${request}`),
      writesAsGroup('/pending'),
    ]) {
      const answer = await clara.sees((message) => message.replyTo === sent.id, { in: group });
      expect(shown(answer)).toMatch(/hides the author[^]*button/);
    }
    const toAnybody = writesAsGroup('/start');
    expect(shown(await clara.sees(({ replyTo }) => replyTo === toAnybody.id, { in: group }))).toContain('t.me/');
    writesAsGroup('nice weather');
    clara.press(card, '✅ Approve');
    await anna.sees('is approved');
    expect(await rowOf(world, request)).toMatchObject({ reviewed_by: clara.id });
  });

  test('the bot ignores what members say to each other or reply to another bot', async () => {
    const { request, card } = await waiting();
    const emma = newcomer(world, { first_name: 'Emma' });
    await answerTo(emma, '/start');
    group.join(emma);
    const before = group.chat.messages.length;
    const otherBot = { id: 999, is_bot: true, first_name: 'Other', username: 'other_bot' };
    const lookalike = group.chat.add({ from: otherBot, date: card.date, text: card.text, buttons: card.buttons });
    clara.write('approve', { in: group, replyTo: lookalike });
    clara.write('approve', { in: group });
    clara.write('approve', { in: group, replyTo: dora.write('Shall we?', { in: group }) });
    boris.write('/pending@other_bot', { in: group });
    for (let n = 0; n < 30; n += 1) emma.write(`Blah ${n}`, { in: group });
    emma.edit(emma.write('Hm', { in: group, replyTo: lookalike }), 'Hm!');
    await world.settled();
    expect(group.chat.messages).toHaveLength(before + 37);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    // Not even that it is too much.
    expect(emma.chat.messages).toHaveLength(2);
  });

  test('/pending and its pages work there', async () => {
    await waiting();
    const list = await answerInGroup(boris, '/pending');
    expect(shown(list)).toMatch(/open requests?/);
    expect((await dora.press(list, '#').answered()).text).toContain('Only admins');
    clara.press(list, '#');
    const isThere = saying(/^📨 Request #\d/);
    await clara.sees((message) => message.id === list.id && isThere(message), { in: group });
  });
});

describe('a group that the bot can not write to', () => {
  let world: World;
  let boris: Person;
  let clara: Person;
  let group: Group;

  beforeEach(async () => {
    world = await startWorld({ engine: 'sqlite', admins: profiles, group: { id: -4_000_001, title: 'Admins' } });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined || world.group === undefined)
      throw new Error('they were asked for');
    [boris, clara, group] = [first, second, world.group];
  });
  afterEach(() => world.close());

  test('is reported to each admin once, and gets the open cards when the bot is back', async () => {
    group.kickBot(clara);
    const [one, two] = [await asks(newcomer(world)), await asks(newcomer(world))];
    await clara.sees(saying('can’t write to the admins’ group', 'ADMIN_CHAT_ID'));
    await world.settled();
    for (const admin of [boris, clara]) expect(admin.chat.messages).toHaveLength(1);
    group.addBot(clara);
    const cards = [one, two].map((request) => cardOf(clara, request, [], { in: group }));
    for (const card of await Promise.all(cards)) clara.press(card, '✅ Approve');
    for (const request of [one, two]) await cardOf(clara, request, ['Approved by Clara'], { in: group });
  });

  test.each([
    'Bad Request: not enough rights to send text messages to the chat',
    'Bad Request: have no rights to send a message',
    'Bad Request: need administrator rights in the channel chat',
    'Bad Request: CHAT_WRITE_FORBIDDEN',
    'Bad Request: TOPIC_CLOSED',
    'Bad Request: chat not found',
  ])('is reported to the admins if Telegram says “%s”', async (description) => {
    world.double.faults.add({ chatId: group.id, fault: { kind: 'refused', code: 400, description } });
    await asks(newcomer(world));
    await clara.sees('can’t write to the admins’ group');
  });
});

describe.each(['sqlite', 'postgres'] as const)('a group that becomes a supergroup, on %s', (engine) => {
  test.each([
    ['and the bot is told at once', true],
    ['and the bot learns it from a refused sending', false],
  ])('%s', async (_, told) => {
    const world = await startWorld({ engine, admins: profiles, group: { id: -4_000_001, title: 'Admins' } });
    try {
      const { group, admins } = world;
      const [, clara] = admins;
      if (clara === undefined || group === undefined) throw new Error('they were asked for');
      const [anna, dora, emma] = [newcomer(world), newcomer(world), newcomer(world)];
      const waits = await asks(anna, 'Before the move');
      await cardOf(clara, waits, [], { in: group });
      await world.settled();
      // The service messages are lost where the bot is not to be told: an update may expire before it is fetched.
      const next = world.double.updates;
      if (!told) jest.spyOn(next, 'push').mockImplementation(() => undefined);
      const upgraded = group.upgrade(clara);
      jest.restoreAllMocks();
      const request = await asks(dora, 'After the move');
      clara.press(await cardOf(clara, request, [], { in: upgraded }), '✅ Approve');
      await dora.sees('is approved');
      await cardOf(clara, request, ['Approved by Clara'], { in: upgraded });
      // What waited is there too, to be decided.
      clara.press(await cardOf(clara, waits, [], { in: upgraded }), '✅ Approve');
      await anna.sees('is approved');
      await cardOf(clara, waits, ['Approved by Clara'], { in: upgraded });
      await world.daemon.logged((line) => JSON.stringify(line).includes('ADMIN_CHAT_ID'));
      await world.daemon.stop();
      await world.restart();
      await cardOf(clara, await asks(emma, 'After a restart'), [], { in: upgraded });
      await world.settled();
      expect(upgraded.chat.messages.filter(saying(/^📨/))).toHaveLength(3);
    } finally {
      await world.close();
    }
  });
});
