import type { ChatInviteLink, ChatMemberUpdated, Update } from '@grammyjs/types';
import { TelegramDouble } from '../../src/telegram-double/double';
import type { Community } from '../../src/telegram-double/communities';
import type { Person } from '../../src/telegram-double/people';
import { Bot, keyboard } from '../sandbox/bot';

let double: TelegramDouble;
let bot: Bot;
let owner: Person;
let anna: Person;
let garden: Community;

const gardenId = -1_001_000_000_001;
const allKinds = ['message', 'channel_post', 'callback_query', 'my_chat_member', 'chat_member', 'chat_join_request'];

beforeEach(async () => {
  double = await new TelegramDouble({ removalPause: 10 }).start();
  bot = new Bot(double);
  owner = double.person({ id: 7_000_000_011, first_name: 'Clara' });
  anna = double.person({ id: 7_000_000_001, first_name: 'Anna', bio: 'I grow beans' });
  garden = double.community({ id: gardenId, title: 'Garden', owner });
  await bot.updates({ allowed_updates: allKinds });
});
afterEach(() => double.stop());

/** The updates that the bot has not confirmed, which it confirms with this call. */
async function news(): Promise<readonly Update[]> {
  const updates = await bot.updates();
  const last = updates.at(-1);
  if (last !== undefined) await bot.updates({ offset: last.update_id + 1 });
  return updates;
}

/** The `chat_member` updates among them: who did it, what the person was and is. */
const moves = async (): Promise<readonly string[]> =>
  (await news()).flatMap(({ chat_member }) => (chat_member === undefined ? [] : [moveOf(chat_member)]));

const moveOf = ({ from, old_chat_member, new_chat_member }: ChatMemberUpdated): string =>
  `${from.first_name}: ${old_chat_member.status}→${new_chat_member.status}`;

/** A link of the bot by which people ask to join. */
async function botLink(chat = garden, more: object = {}): Promise<ChatInviteLink> {
  const params = { chat_id: chat.id, creates_join_request: true, ...more };
  return (await bot.call('createChatInviteLink', params)).result as ChatInviteLink;
}

const about = (person: { readonly id: number }, chat = garden): object => ({ chat_id: chat.id, user_id: person.id });

test('a join request arrives with bio, link and the chat to answer in; once, however often they press', async () => {
  const link = await botLink(garden, { name: 'Garden club' });
  expect(anna.follow(link.invite_link)).toBe('requested');
  expect(anna.follow(link.invite_link)).toBe('requested');
  const updates = await news();
  expect(updates).toEqual([
    {
      update_id: expect.any(Number) as number,
      chat_join_request: {
        chat: { id: gardenId, type: 'supergroup', title: 'Garden' },
        from: { id: anna.id, is_bot: false, first_name: 'Anna' },
        user_chat_id: anna.id,
        date: expect.any(Number) as number,
        bio: 'I grow beans',
        invite_link: { ...link, pending_join_request_count: 1 },
      },
    },
  ]);
  expect(garden.isAskedBy(anna)).toBe(true);
  expect(garden.has(anna)).toBe(false);
});

test('an approved request makes a member; a second answer finds none', async () => {
  const link = await botLink();
  anna.follow(link.invite_link);
  await news();
  expect(await bot.call('approveChatJoinRequest', about(anna))).toMatchObject({ ok: true, result: true });
  const [member, service] = await news();
  expect(member?.chat_member).toMatchObject({
    from: { id: double.bot.id },
    old_chat_member: { status: 'left' },
    new_chat_member: { status: 'member', user: { id: anna.id } },
    invite_link: { invite_link: link.invite_link },
  });
  expect(service?.message).toMatchObject({ new_chat_members: [{ id: anna.id }] });
  expect(anna.follow(link.invite_link)).toBe('in already');
  expect(await bot.refusal('approveChatJoinRequest', about(anna))).toBe('Bad Request: USER_ALREADY_PARTICIPANT');
  garden.leave(anna);
  expect(await bot.refusal('declineChatJoinRequest', about(anna))).toBe('Bad Request: HIDE_REQUESTER_MISSING');
});

test('a decline is silent, and the person may ask again', async () => {
  const { invite_link } = await botLink();
  anna.follow(invite_link);
  await news();
  expect((await bot.call('declineChatJoinRequest', about(anna))).ok).toBe(true);
  expect(await news()).toEqual([]);
  expect(anna.follow(invite_link)).toBe('requested');
  expect(await news()).toHaveLength(1);
});

test('nobody tells the bot that a request was taken back or declined by an administrator', async () => {
  const { invite_link } = await botLink();
  anna.follow(invite_link);
  await news();
  garden.cancelRequest(anna);
  expect(await bot.refusal('approveChatJoinRequest', about(anna))).toBe('Bad Request: HIDE_REQUESTER_MISSING');
  anna.follow(invite_link);
  await news();
  garden.decline(owner, anna);
  expect(await news()).toEqual([]);
  expect(() => garden.approve(owner, anna)).toThrow('no join request');
});

test('an administrator who approves is named as the one who did it', async () => {
  const { invite_link } = await botLink();
  anna.follow(invite_link);
  await news();
  garden.approve(owner, anna);
  expect(await moves()).toEqual(['Clara: left→member']);
});

describe('a person who never pressed Start', () => {
  const refused = "Forbidden: bot can't initiate conversation with a user";
  const ask = (): Promise<string | undefined> => bot.refusal('sendMessage', { chat_id: anna.id, text: 'Why?' });

  beforeEach(async () => {
    expect(await ask()).toBe(refused);
    anna.follow((await botLink()).invite_link);
  });

  test('can be written to for five minutes after the join request', async () => {
    expect(await ask()).toBeUndefined();
    expect((await bot.call('getChat', { chat_id: anna.id })).result).toMatchObject({ bio: 'I grow beans' });
    double.advance(299_000);
    expect(await ask()).toBeUndefined();
    double.advance(1_000);
    expect(await ask()).toBe(refused);
  });

  test('can’t be written to once the request is answered', async () => {
    await bot.call('declineChatJoinRequest', about(anna));
    expect(await ask()).toBe(refused);
  });

  test('can’t be written to once an administrator has written to them', async () => {
    garden.contact(anna);
    expect(await ask()).toBe(refused);
  });

  test('opens the chat for good by a message, not by a press', async () => {
    const question = await bot.send(anna.id, 'Why?', keyboard('Because', 'b'));
    anna.pressData(await anna.sees((message) => message.id === question.message_id), 'b');
    double.advance(300_000);
    expect(await ask()).toBe(refused);
    anna.write('I grow beans');
    expect(await ask()).toBeUndefined();
  });
});

test('a member whom the bot removes is banned and out a moment later, and can come back', async () => {
  garden.add(owner, anna);
  await news();
  expect(await bot.call('unbanChatMember', about(anna))).toMatchObject({ ok: true, result: true });
  expect(await moves()).toEqual(['Sosekni: member→kicked', 'Sosekni: kicked→left']);
  expect(anna.follow((await botLink()).invite_link)).toBe('requested');
});

test('a removal takes a second, in which the bot already hears of the ban', async () => {
  const slow = await new TelegramDouble().start();
  const boss = slow.person({ id: 1, first_name: 'Clara' });
  const boris = slow.person({ id: 2, first_name: 'Boris' });
  const chat = slow.community({ id: gardenId, title: 'Garden', owner: boss, members: [boris] });
  const slowBot = new Bot(slow);
  await slowBot.updates({ allowed_updates: ['chat_member'] });
  const removal = slowBot.call('unbanChatMember', about(boris, chat));
  const [update] = await slowBot.updates({ timeout: 10 });
  expect(update?.chat_member?.new_chat_member.status).toBe('kicked');
  expect(chat.standing(boris).status).toBe('kicked');
  expect((await removal).ok).toBe(true);
  expect(chat.standing(boris).status).toBe('left');
  await slow.stop();
});

test('a bot that loses its right during a removal leaves a ban of a minute', async () => {
  const { invite_link } = await botLink();
  garden.add(owner, anna);
  double.chats.listen(({ message }) => {
    if (message.service?.kind === 'left') garden.setBotRights(owner, { invite: true, restrict: false });
  });
  expect(await bot.refusal('unbanChatMember', about(anna))).toBe(
    'Bad Request: not enough rights to restrict/unrestrict chat member',
  );
  expect(anna.follow(invite_link)).toBe('expired');
  double.advance(61_000);
  expect(garden.standing(anna).status).toBe('left');
  expect(anna.follow(invite_link)).toBe('requested');
});

test('unbanChatMember does nothing to those who are out, and lifts a ban of a human', async () => {
  expect((await bot.call('unbanChatMember', about(anna))).ok).toBe(true);
  garden.ban(owner, anna);
  expect(await moves()).toEqual(['Clara: left→kicked']);
  expect(anna.follow((await botLink()).invite_link)).toBe('expired');
  expect((await bot.call('unbanChatMember', about(anna))).ok).toBe(true);
  expect(await moves()).toEqual(['Sosekni: kicked→left']);
});

test('with only_if_banned it lifts a ban and leaves members alone', async () => {
  const params = { ...about(anna), only_if_banned: true };
  garden.add(owner, anna);
  await news();
  expect((await bot.call('unbanChatMember', params)).ok).toBe(true);
  expect(garden.has(anna)).toBe(true);
  garden.ban(owner, anna);
  expect((await bot.call('unbanChatMember', params)).ok).toBe(true);
  expect(await moves()).toEqual(['Clara: member→kicked', 'Sosekni: kicked→left']);
});

test('owner and administrators can’t be removed', async () => {
  garden.promote(owner, anna);
  for (const method of ['unbanChatMember', 'banChatMember']) {
    expect(await bot.refusal(method, about(owner))).toBe("Bad Request: can't remove chat owner");
    expect(await bot.refusal(method, about(anna))).toBe('Bad Request: user is an administrator of the chat');
  }
  garden.demote(owner, anna);
  expect((await bot.call('banChatMember', about(anna))).ok).toBe(true);
});

test('a ban that is to end too soon or too late is for ever', async () => {
  const until = (seconds: number): number => Math.floor(double.now() / 1000) + seconds;
  for (const [seconds, lasts] of [
    [29, 0],
    [40, until(40)],
    [366 * 86_400 + 100, 0],
  ] as const) {
    await bot.call('banChatMember', { ...about(anna), until_date: until(seconds) });
    const banned = (await bot.call('getChatMember', about(anna))).result as { until_date: number };
    expect(Math.abs(banned.until_date - lasts)).toBeLessThanOrEqual(1);
  }
});

test('restricted people may be in or out, and stay restricted when they come back', async () => {
  const { invite_link } = await botLink();
  garden.add(owner, anna);
  garden.restrict(owner, anna);
  expect((await bot.call('getChatMember', about(anna))).result).toMatchObject({
    status: 'restricted',
    is_member: true,
  });
  garden.leave(anna);
  expect((await bot.call('getChatMember', about(anna))).result).toMatchObject({
    status: 'restricted',
    is_member: false,
  });
  anna.follow(invite_link);
  await bot.call('approveChatJoinRequest', about(anna));
  expect(garden.standing(anna)).toEqual({ status: 'restricted', isMember: true });
  await bot.call('unbanChatMember', about(anna));
  expect(garden.standing(anna)).toEqual({ status: 'left' });
});

test('the bot learns who someone is, how many there are and who the administrators are', async () => {
  expect((await bot.call('getChatMember', about(owner))).result).toMatchObject({ status: 'creator' });
  expect((await bot.call('getChatMember', about(anna))).result).toMatchObject({ status: 'left' });
  expect(await bot.refusal('getChatMember', about({ id: 404 }))).toBe('Bad Request: member not found');
  garden.add(owner, anna);
  expect((await bot.call('getChatMember', about(anna))).result).toMatchObject({ status: 'member' });
  expect((await bot.call('getChatMemberCount', { chat_id: garden.id })).result).toBe(3);
  expect((await bot.call('getChatAdministrators', { chat_id: garden.id })).result).toMatchObject([
    { status: 'administrator', user: { id: double.bot.id }, can_invite_users: true, can_restrict_members: true },
    { status: 'creator', user: { id: owner.id } },
  ]);
});

test('getChat shows what defeats a closed chat', async () => {
  const look = async (): Promise<unknown> => (await bot.call('getChat', { chat_id: garden.id })).result;
  expect(await look()).toMatchObject({ type: 'supergroup', title: 'Garden', permissions: { can_invite_users: false } });
  expect(await look()).not.toHaveProperty('username');
  garden.setUsername('garden_club');
  garden.letMembersInvite(true);
  garden.linkTo(-1_001_000_000_009);
  garden.approveNewMembers(true);
  expect(await look()).toMatchObject({
    username: 'garden_club',
    active_usernames: ['garden_club'],
    permissions: { can_invite_users: true },
    linked_chat_id: -1_001_000_000_009,
    join_by_request: true,
  });
  expect((await bot.call('getChat', { chat_id: '@Garden_club' })).result).toMatchObject({ id: garden.id });
});

test('anybody joins a public chat, unless it approves its new members; then there is no link', async () => {
  expect(() => anna.joinPublic(garden)).toThrow('private');
  garden.setUsername('garden_club');
  expect(anna.joinPublic(garden)).toBe('joined');
  expect(await moves()).toEqual(['Anna: left→member']);
  garden.leave(anna);
  garden.approveNewMembers(true);
  await news();
  expect(anna.joinPublic(garden)).toBe('requested');
  const [asked] = await news();
  expect(asked?.chat_join_request).not.toHaveProperty('invite_link');
  await bot.call('approveChatJoinRequest', about(anna));
  expect((await news())[0]?.chat_member).toMatchObject({ via_join_request: true });
});

test('by an administrator’s plain link people come without being asked, and the bot sees half of the link', async () => {
  const link = garden.makeLink(owner, { memberLimit: 1 });
  expect(anna.follow(link.url)).toBe('joined');
  const [update] = await news();
  expect(update?.chat_member).toMatchObject({
    from: { id: anna.id },
    invite_link: { creator: { id: owner.id }, creates_join_request: false, member_limit: 1 },
  });
  expect(update?.chat_member?.invite_link?.invite_link).toMatch(/^https:\/\/t\.me\/\+[\w-]{8}\.\.\.$/);
  const boris = double.person({ id: 7_000_000_002, first_name: 'Boris' });
  expect(boris.follow(link.url)).toBe('expired');
  garden.leave(anna);
  expect(boris.follow(link.url)).toBe('joined');
});

describe('the bot’s links', () => {
  test('count the requests that wait when they are edited, and lose what an edit doesn’t name', async () => {
    const { invite_link } = await botLink(garden, { name: 'Garden club' });
    anna.follow(invite_link);
    const edit = { chat_id: garden.id, invite_link };
    expect(
      (await bot.call('editChatInviteLink', { ...edit, creates_join_request: true, name: 'Club' })).result,
    ).toEqual({
      invite_link,
      name: 'Club',
      creator: expect.objectContaining({ id: double.bot.id, is_bot: true }) as object,
      pending_join_request_count: 1,
      creates_join_request: true,
      is_primary: false,
      is_revoked: false,
    });
    const bare = (await bot.call('editChatInviteLink', edit)).result;
    expect(bare).toMatchObject({ creates_join_request: false });
    expect(bare).not.toHaveProperty('name');
    expect(double.person({ id: 2, first_name: 'Boris' }).follow(invite_link)).toBe('joined');
  });

  test('are dead once revoked, by the bot or by the owner, and can’t be edited then', async () => {
    const { invite_link } = await botLink();
    const link = { chat_id: garden.id, invite_link };
    expect((await bot.call('revokeChatInviteLink', link)).result).toMatchObject({ is_revoked: true });
    expect(anna.follow(invite_link)).toBe('expired');
    const second = await botLink();
    for (const each of garden.botLinks) garden.revokeLink(each);
    const edit = { chat_id: garden.id, invite_link: second.invite_link, creates_join_request: true };
    expect(await bot.refusal('editChatInviteLink', edit)).toBe('Bad Request: INVITE_HASH_EXPIRED');
    expect(anna.follow(second.invite_link)).toBe('expired');
  });

  test('can’t limit those who have to be approved, nor end in the past; others’ links are not the bot’s', async () => {
    const create = { chat_id: garden.id, creates_join_request: true };
    expect(await bot.refusal('createChatInviteLink', { ...create, member_limit: 1 })).toBe(
      "Bad Request: member limit can't be specified for links requiring administrator approval",
    );
    expect(await bot.refusal('createChatInviteLink', { ...create, expire_date: 1 })).toBe(
      'Bad Request: EXPIRE_DATE_INVALID',
    );
    const foreign = { chat_id: garden.id, invite_link: garden.makeLink(owner).url };
    expect(await bot.refusal('revokeChatInviteLink', foreign)).toBe('Bad Request: INVITE_HASH_EXPIRED');
    expect(double.violations).toEqual([]);
  });

  test.each([
    [{ name: 'x'.repeat(33) }, 'name must have 0 to 32 characters'],
    [{ member_limit: 0 }, 'member_limit must be from 1 to 99999'],
    [{ creates_join_request: 'true ' }, 'creates_join_request must be a Boolean'],
    [{ subscription_price: 1 }, 'there is no parameter subscription_price'],
  ])('refuse %j as a violation', async (params, problem) => {
    expect(await bot.refusal('createChatInviteLink', { chat_id: garden.id, ...params })).toBe(
      `Bad Request: ${problem}`,
    );
    expect(double.violations).toHaveLength(1);
  });
});

describe('without rights', () => {
  test('the bot is told, hears of no join request and can’t answer one', async () => {
    const { invite_link } = await botLink();
    garden.setBotRights(owner, { invite: false, restrict: true });
    expect((await news())[0]?.my_chat_member).toMatchObject({
      from: { id: owner.id },
      old_chat_member: { status: 'administrator', can_invite_users: true },
      new_chat_member: { status: 'administrator', can_invite_users: false, can_restrict_members: true },
    });
    expect(anna.follow(invite_link)).toBe('requested');
    expect(await news()).toEqual([]);
    expect(await bot.refusal('sendMessage', { chat_id: anna.id, text: 'Why?' })).toContain("can't initiate");
    expect(await bot.refusal('approveChatJoinRequest', about(anna))).toBe(
      'Bad Request: not enough rights to manage chat join requests',
    );
    expect(await bot.refusal('createChatInviteLink', { chat_id: garden.id })).toBe(
      'Bad Request: not enough rights to manage chat invite link',
    );
    garden.add(owner, anna);
    expect((await bot.call('unbanChatMember', about(anna))).ok).toBe(true);
  });

  test('it can’t remove or ban, though those who are out are no error', async () => {
    garden.setBotRights(owner, { invite: true, restrict: false });
    expect((await bot.call('unbanChatMember', about(anna))).ok).toBe(true);
    garden.add(owner, anna);
    for (const method of ['unbanChatMember', 'banChatMember']) {
      expect(await bot.refusal(method, about(anna))).toBe(
        'Bad Request: not enough rights to restrict/unrestrict chat member',
      );
    }
    expect(garden.has(anna)).toBe(true);
  });

  test('a plain member hears of nobody who comes and goes but by the group’s own messages', async () => {
    garden.setBotRights(owner, null);
    garden.add(owner, anna);
    garden.leave(anna);
    const updates = await news();
    expect(updates.map((update) => Object.keys(update)[1])).toEqual(['my_chat_member', 'message', 'message']);
  });

  test('a bot that was removed is refused with 403, the same for everything', async () => {
    garden.kickBot(owner);
    for (const [method, params] of [
      ['approveChatJoinRequest', about(anna)],
      ['unbanChatMember', about(anna)],
      ['getChatMember', about(anna)],
      ['createChatInviteLink', { chat_id: garden.id }],
      ['getChat', { chat_id: garden.id }],
    ] as const) {
      expect(await bot.refusal(method, params)).toBe('Forbidden: bot was kicked from the supergroup chat');
    }
    const channel = double.community({ id: -1_001_000_000_002, kind: 'channel', title: 'News', owner });
    await bot.call('leaveChat', { chat_id: channel.id });
    expect(await bot.refusal('getChatMember', about(anna, channel))).toBe(
      'Forbidden: bot is not a member of the channel chat',
    );
    expect(await bot.refusal('getChat', { chat_id: -1_009 })).toBe('Bad Request: chat not found');
  });
});

test('after a 429 about the members of a chat, more such calls are refused and counted until it is over', async () => {
  const fault = { kind: 'too_many_requests', retryAfter: 30, acts: false, scope: 'chat' } as const;
  double.faults.add({ method: 'approveChatJoinRequest', fault });
  anna.follow((await botLink()).invite_link);
  expect(await bot.call('approveChatJoinRequest', about(anna))).toMatchObject({ parameters: { retry_after: 30 } });
  double.advance(1_000);
  expect((await bot.call('approveChatJoinRequest', about(anna))).status).toBe(429);
  expect(double.callsInsideRetryAfter).toHaveLength(1);
  const other = double.community({ id: -1_001_000_000_003, title: 'Other', owner });
  expect((await bot.call('getChatMember', about(anna, other))).ok).toBe(true);
  double.advance(30_000);
  expect((await bot.call('approveChatJoinRequest', about(anna))).ok).toBe(true);
});

test('where limits apply, a chat gets twenty new links a minute', async () => {
  const strict = await new TelegramDouble({ limits: true }).start();
  const chat = strict.community({
    id: gardenId,
    title: 'Garden',
    owner: strict.person({ id: 1, first_name: 'Clara' }),
  });
  const strictBot = new Bot(strict);
  const create = (): Promise<{ status: number }> => strictBot.call('createChatInviteLink', { chat_id: chat.id });
  for (let made = 0; made < 20; made += 1) expect((await create()).status).toBe(200);
  expect((await create()).status).toBe(429);
  strict.advance(61_000);
  expect((await create()).status).toBe(200);
  await strict.stop();
});

test('a kind that the bot does not ask for never comes, and chat_member is not among the default ones', async () => {
  await bot.updates({ allowed_updates: ['message'] });
  anna.follow((await botLink()).invite_link);
  await bot.call('approveChatJoinRequest', about(anna));
  expect((await news()).map((update) => Object.keys(update)[1])).toEqual(['message']);
  await bot.updates({ allowed_updates: [] });
  garden.leave(anna);
  anna.follow((await botLink()).invite_link);
  expect((await news()).map((update) => Object.keys(update)[1])).toEqual(['message', 'chat_join_request']);
});

test('as an administrator the bot gets every message that members write', async () => {
  garden.add(owner, anna);
  await news();
  anna.write('nice weather', { in: garden });
  expect((await news())[0]?.message).toMatchObject({ text: 'nice weather', chat: { id: garden.id } });
  garden.ban(owner, anna);
  expect(() => anna.write('let me in', { in: garden })).toThrow('not in the chat');
});

test('a channel has followers and posts, and its members are hidden from a bot that is no administrator', async () => {
  const channel = double.community({ id: -1_001_000_000_002, kind: 'channel', title: 'News', owner });
  const { invite_link } = await botLink(channel);
  expect(anna.follow(invite_link)).toBe('requested');
  expect((await news())[0]?.chat_join_request?.chat).toEqual({ id: channel.id, type: 'channel', title: 'News' });
  await bot.call('approveChatJoinRequest', about(anna, channel));
  expect(await moves()).toEqual(['Sosekni: left→member']);
  expect(channel.chat.messages).toEqual([]);
  channel.publish('The beans are up');
  const [post] = await news();
  expect(post?.channel_post).toMatchObject({ sender_chat: { id: channel.id }, text: 'The beans are up' });
  expect(post?.channel_post).not.toHaveProperty('from');
  expect(() => anna.write('hello', { in: channel })).toThrow('only posts');
  channel.setBotRights(owner, null);
  expect(await bot.refusal('getChatMember', about(anna, channel))).toBe('Bad Request: member list is inaccessible');
  expect(await bot.refusal('sendMessage', { chat_id: channel.id, text: 'x' })).toBe(
    'Bad Request: need administrator rights in the channel chat',
  );
});

test('in a basic group nobody is banned, and what was there goes on in the supergroup', async () => {
  const small = double.community({ id: -5_001, kind: 'group', title: 'Small', owner, members: [anna] });
  expect(await bot.refusal('unbanChatMember', about(anna, small))).toBe(
    'Bad Request: method is available for supergroup and channel chats only',
  );
  expect((await bot.call('banChatMember', about(anna, small))).ok).toBe(true);
  expect(small.standing(anna).status).toBe('left');
  small.add(owner, anna);
  const upgraded = small.upgrade(owner);
  expect(await bot.call('unbanChatMember', about(anna, small))).toMatchObject({
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: upgraded.id },
  });
  expect((await bot.call('getChatMember', about(anna, upgraded))).result).toMatchObject({ status: 'member' });
  expect((await bot.call('getChatMember', about(double.bot, upgraded))).result).toMatchObject({
    status: 'administrator',
  });
});
