import { TelegramDouble } from '../../src/telegram-double/double';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { Bot, keyboard } from '../sandbox/bot';

let double: TelegramDouble;
let bot: Bot;
let anna: Person;
let boris: Person;
let group: Group;

beforeEach(async () => {
  double = await new TelegramDouble().start();
  bot = new Bot(double);
  anna = double.person({ id: 7_000_000_001, first_name: 'Anna', username: 'anna' });
  boris = double.person({ id: 7_000_000_002, first_name: 'Boris' });
  group = double.group({ id: -5_001, title: 'Admins', members: [anna, boris] });
});
afterEach(() => double.stop());

test('a person’s text arrives as Telegram sends it', async () => {
  anna.start();
  const [update] = await bot.updates();
  expect(update?.message).toEqual({
    message_id: 1,
    from: { id: 7_000_000_001, is_bot: false, first_name: 'Anna', username: 'anna' },
    chat: { id: 7_000_000_001, type: 'private', first_name: 'Anna', username: 'anna' },
    date: expect.any(Number) as number,
    text: '/start',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
});

test('edits, photos, stickers and voice messages arrive', async () => {
  anna.edit(anna.write('helo'), 'hello');
  anna.sendPhoto({ caption: 'me' });
  anna.sendSticker();
  anna.sendVoice();
  const [, edit, photo, sticker, voice] = await bot.updates();
  expect(edit?.edited_message).toMatchObject({ message_id: 1, text: 'hello', edit_date: expect.any(Number) as number });
  expect(photo?.message).toMatchObject({ caption: 'me', photo: [{}] });
  expect(sticker?.message).toHaveProperty('sticker');
  expect(voice?.message).toHaveProperty('voice');
});

test('somebody who waits for a message gets it when it is sent, or when an edit makes it match', async () => {
  anna.hasStarted();
  const soon = anna.sees(/wel+come/i);
  const sent = await bot.send(anna.id, 'Welcome');
  expect(await soon).toMatchObject({ id: sent.message_id });
  const edited = anna.sees((message) => message.buttons.length > 0);
  await bot.call('editMessageReplyMarkup', { chat_id: anna.id, message_id: sent.message_id, ...keyboard('b', 'b') });
  expect((await edited).id).toBe(sent.message_id);
  await expect(anna.sees('Welcome', { after: await edited, within: 1 })).rejects.toThrow('Sosekni: Welcome  [b]');
});

test('in a group the bot gets only commands, replies to it and service messages', async () => {
  await bot.send(group.id, 'Card');
  const card = await anna.sees('Card', { in: group });
  anna.write('nice weather', { in: group });
  anna.write('/pending@other_bot', { in: group });
  anna.write('/pending', { in: group });
  boris.write('approve', { in: group, replyTo: card });
  group.leave(boris);
  const messages = (await bot.updates()).map(({ message }) => message);
  expect(messages.map((message) => message?.text)).toEqual(['/pending', 'approve', undefined]);
  expect(messages[1]?.reply_to_message).toMatchObject({ message_id: card.id, text: 'Card' });
  expect(() => boris.write('/pending', { in: group })).toThrow('not in the chat');
});

test('any group member can press a button there, even with forged data', async () => {
  await bot.send(group.id, 'Card', keyboard('Approve', 'a:1'));
  const card = await anna.sees('Card', { in: group });
  boris.press(card, 'Approve');
  boris.pressData(card, 'a:2');
  const queries = (await bot.updates()).map(({ callback_query }) => callback_query);
  expect(queries.map((query) => [query?.from.id, query?.data])).toEqual([
    [boris.id, 'a:1'],
    [boris.id, 'a:2'],
  ]);
  expect(() => anna.press(card, 'Reject')).toThrow('no button Reject');
});

test('a group that becomes a supergroup says so, and refuses messages with the new id', async () => {
  const upgraded = group.upgrade(anna);
  const [old, fresh] = await bot.updates();
  expect(old?.message).toMatchObject({ chat: { id: group.id }, migrate_to_chat_id: upgraded.id });
  expect(fresh?.message).toMatchObject({ chat: { id: upgraded.id }, migrate_from_chat_id: group.id });
  expect(await bot.call('sendMessage', { chat_id: group.id, text: 'x' })).toMatchObject({
    status: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: upgraded.id },
  });
  expect((await bot.call('sendMessage', { chat_id: upgraded.id, text: 'x' })).ok).toBe(true);
});

test('a bot that was kicked is told, and can not write there', async () => {
  const supergroup = double.group({ id: -1_001_000_000_001, title: 'Admins', members: [anna] });
  supergroup.kickBot(anna);
  const [update] = await bot.updates();
  expect(update?.my_chat_member).toMatchObject({ from: { id: anna.id }, new_chat_member: { status: 'kicked' } });
  expect(await bot.refusal('sendMessage', { chat_id: supergroup.id, text: 'x' })).toBe(
    'Forbidden: bot was kicked from the supergroup chat',
  );
});
