import { TelegramDouble } from '../../src/telegram-double/double';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { Bot } from '../sandbox/bot';

let double: TelegramDouble;
let bot: Bot;
let anna: Person;
let boris: Person;
let forum: Group;

beforeEach(async () => {
  double = await new TelegramDouble({ privacyMode: false, privateTopics: true }).start();
  bot = new Bot(double);
  anna = double.person({ id: 7_000_000_001, first_name: 'Anna' });
  boris = double.person({ id: 7_000_000_002, first_name: 'Boris' });
  forum = double.group({ id: -1_001_000_000_001, title: 'Forum', members: [anna, boris], forum: true });
});
afterEach(() => double.stop());

const messages = async () => (await bot.updates()).map(({ message }) => message);
const channel = { id: -1_009_000_000_001, title: 'News' };

describe('message ids', () => {
  test('all private chats and basic groups share one counter, so that the ids of one chat have gaps', async () => {
    const group = double.group({ id: -5_001, title: 'Basic', members: [anna] });
    anna.write('one');
    boris.write('two');
    anna.write('three', { in: group });
    anna.write('four');
    const ids = (await messages()).map((message) => message?.message_id ?? 0);
    expect(new Set(ids).size).toBe(4);
    expect([...ids].sort((a, b) => a - b)).toEqual(ids);
    expect((ids.at(-1) ?? 0) - (ids[0] ?? 0)).toBeGreaterThan(3);
  });

  test('a supergroup has its own counter', async () => {
    anna.write('private');
    anna.write('one', { in: forum });
    anna.write('two', { in: forum });
    expect((await messages()).slice(1).map((message) => message?.message_id)).toEqual([2, 3]);
  });
});

describe('topics', () => {
  test('a message in a topic names the topic, and replies to the message that opened it', async () => {
    const topic = forum.openTopic(boris, 'Newcomers');
    anna.write('hello', { in: forum, topic });
    const [opened, hello] = await messages();
    expect(opened).toMatchObject({
      chat: { is_forum: true },
      forum_topic_created: { name: 'Newcomers' },
      message_thread_id: topic.id,
      is_topic_message: true,
    });
    expect(hello).toMatchObject({
      message_thread_id: topic.id,
      is_topic_message: true,
      reply_to_message: { message_id: topic.id },
    });
  });

  test('in General and outside of topics a reply has a thread that is no topic', async () => {
    const first = anna.write('first', { in: forum });
    boris.write('second', { in: forum, replyTo: first });
    const [plain, answer] = await messages();
    expect(plain).not.toHaveProperty('message_thread_id');
    expect(answer).toMatchObject({ message_thread_id: first.id });
    expect(answer).not.toHaveProperty('is_topic_message');
  });

  test('the bot writes into a topic by its number or by a reply; elsewhere it is refused', async () => {
    const topic = forum.openTopic(boris, 'Newcomers');
    const asked = anna.write('hello', { in: forum, topic });
    const named = await bot.send(forum.id, 'by number', { message_thread_id: topic.id });
    const replied = await bot.send(forum.id, 'by answer', { reply_parameters: { message_id: asked.id } });
    for (const message of [named, replied]) expect(message).toMatchObject({ message_thread_id: topic.id });
    expect(await bot.send(forum.id, 'General')).not.toHaveProperty('message_thread_id');
    const into = (chat_id: number, message_thread_id: number) =>
      bot.refusal('sendMessage', { chat_id, text: 'x', message_thread_id });
    // General has no number of its own: https://core.telegram.org/bots/api#sendmessage, `message_thread_id`
    for (const id of [1, asked.id]) expect(await into(forum.id, id)).toBe('Bad Request: message thread not found');
    anna.hasStarted();
    expect(await into(anna.id, topic.id)).toBe('Bad Request: message thread not found');
    forum.closeTopic(boris, topic);
    expect(await into(forum.id, topic.id)).toBe('Bad Request: TOPIC_CLOSED');
    forum.reopenTopic(boris, topic);
    expect(await into(forum.id, topic.id)).toBeUndefined();
    forum.deleteTopic(topic);
    expect(await into(forum.id, topic.id)).toBe('Bad Request: message thread not found');
  });

  test('a private chat has topics too if the bot has them enabled', async () => {
    const topic = anna.openTopic('My request');
    anna.write('hello', { topic });
    const [, hello] = await messages();
    expect(hello).toMatchObject({ message_thread_id: topic.id, is_topic_message: true, chat: { type: 'private' } });
    expect(hello).not.toHaveProperty('reply_to_message');
    expect(await bot.send(anna.id, 'hi', { message_thread_id: topic.id })).toMatchObject({
      message_thread_id: topic.id,
    });
  });
});

test('a rich message has blocks and no text', async () => {
  anna.writeRich([{ type: 'heading', text: 'Me', size: 1 }]);
  const [message] = await messages();
  expect(message).toMatchObject({ rich_message: { blocks: [{ type: 'heading', text: 'Me', size: 1 }] } });
  expect(message).not.toHaveProperty('text');
});

test('an album is one message per item, with a common id', async () => {
  anna.sendAlbum([{ media: 'photo', caption: 'us' }, { media: 'video' }, { media: 'photo' }]);
  const album = await messages();
  expect(album).toHaveLength(3);
  expect(new Set(album.map((message) => message?.media_group_id)).size).toBe(1);
  expect(album.map((message) => message?.caption)).toEqual(['us', undefined, undefined]);
});

test('a hidden sender is replaced by one of Telegram’s stand-in accounts', async () => {
  forum.writeAnonymously('/pending');
  forum.writeAsChannel(channel, '/pending');
  forum.receivePost(channel, '/pending');
  expect(await messages()).toMatchObject([
    { from: { id: 1_087_968_824, is_bot: true }, sender_chat: { id: forum.id, type: 'supergroup' } },
    { from: { id: 136_817_688, is_bot: true }, sender_chat: { id: channel.id, type: 'channel' } },
    {
      from: { id: 777_000, is_bot: false },
      sender_chat: { id: channel.id, type: 'channel' },
      is_automatic_forward: true,
      forward_origin: { type: 'channel' },
    },
  ]);
});

test('a message that is forwarded, quoted or sent through an inline bot says so', async () => {
  const hers = anna.write('/approve 12');
  boris.forward(hers);
  anna.hideWhenForwarded();
  boris.forward(hers);
  boris.write('look', { answering: hers, quote: 'approve' });
  boris.write('/approve 12', { via: { id: 999, is_bot: true, first_name: 'Inline', username: 'inline_bot' } });
  expect((await messages()).slice(1)).toMatchObject([
    { from: { id: boris.id }, text: '/approve 12', forward_origin: { type: 'user', sender_user: { id: anna.id } } },
    { forward_origin: { type: 'hidden_user', sender_user_name: 'Anna' } },
    { external_reply: { origin: { type: 'hidden_user' } }, quote: { text: 'approve', position: 1 } },
    { via_bot: { id: 999 } },
  ]);
});

test('pins and timers are service messages', async () => {
  const hello = anna.write('hello');
  anna.pin(hello);
  anna.setAutoDelete(86_400);
  expect((await messages()).slice(1)).toMatchObject([
    { pinned_message: { message_id: hello.id, text: 'hello' } },
    { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
  ]);
});

test('a bot without the right to write is refused until it has it again', async () => {
  const refusal = () => bot.refusal('sendMessage', { chat_id: forum.id, text: 'x' });
  forum.restrictBot(boris);
  expect(await refusal()).toBe('Bad Request: not enough rights to send text messages to the chat');
  forum.addBot(boris);
  expect(await refusal()).toBeUndefined();
  forum.letMembersWrite(false);
  expect(await refusal()).toBe('Bad Request: not enough rights to send text messages to the chat');
  forum.promoteBot(boris);
  expect(await refusal()).toBeUndefined();
  const changes = (await bot.updates()).map(({ my_chat_member }) => my_chat_member?.new_chat_member.status);
  expect(changes).toEqual(['restricted', 'member', 'administrator']);
});
