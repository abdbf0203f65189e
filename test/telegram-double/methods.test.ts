import { request } from 'node:http';
import { TelegramDouble } from '../../src/telegram-double/double';
import type { Person } from '../../src/telegram-double/people';
import { Bot, keyboard } from '../sandbox/bot';

let double: TelegramDouble;
let bot: Bot;
let anna: Person;

beforeEach(async () => {
  double = await new TelegramDouble().start();
  bot = new Bot(double);
  anna = double.person({ id: 7_000_000_001, first_name: 'Anna', language_code: 'ru' }).hasStarted();
});
afterEach(() => double.stop());

test('a wrong token and an unknown method are refused', async () => {
  const wrong = await fetch(`${double.root}/bot1:nobody/getMe`);
  expect([wrong.status, await wrong.json()]).toEqual([
    401,
    { ok: false, error_code: 401, description: 'Unauthorized' },
  ]);
  expect((await bot.call('getNothing')).status).toBe(404);
});

/** A request with an address and a Host of any kind; gives its status. */
function raw(path: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const { port } = new URL(double.root);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

test('an invalid address is refused like any other unknown one', async () => {
  expect(await raw('/bot%ff/getMe')).toBe(401);
  expect(await raw('/bot%/getMe')).toBe(401);
  expect(await raw('//')).toBe(404);
  expect(await raw('/bot//getMe')).toBe(404);
  expect((await bot.call('getMe')).ok).toBe(true);
});

test('no web page can act as the bot, whatever token it knows', async () => {
  const send = `/bot${double.token}/sendMessage?chat_id=${anna.id}&text=evil`;
  const { port } = new URL(double.root);
  expect(await raw(send, { origin: 'http://evil.example' })).toBe(403);
  expect(await raw(send, { origin: 'null' })).toBe(403);
  expect(await raw(send, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await raw(send, { host: `evil.example:${port}` })).toBe(403);
  expect(await raw(send, { host: `127.0.0.1.evil.example:${port}` })).toBe(403);
  expect(anna.chat.messages).toEqual([]);
  expect(await raw(send, { host: `localhost:${port}` })).toBe(200);
});

test('parameters are accepted from query strings and forms as well', async () => {
  const url = `${double.root}/bot${double.token}`;
  await fetch(`${url}/sendMessage?chat_id=${anna.id}&text=one`);
  await fetch(`${url}/sendMessage`, {
    method: 'POST',
    body: new URLSearchParams({ chat_id: String(anna.id), text: '2', reply_markup: '{"force_reply":true}' }),
  });
  expect(anna.chat.messages.map(({ text }) => text)).toEqual(['one', '2']);
  expect(double.violations).toEqual([]);
});

test.each([
  ['sendMessage', { text: 'x' }, 'chat_id is required'],
  [
    'sendMessage',
    { chat_id: 1, text: 'x', disable_web_page_preview: true },
    'there is no parameter disable_web_page_preview',
  ],
  ['sendMessage', { chat_id: 1, text: 5 }, 'text must be a String'],
  ['sendMessage', { chat_id: 1, text: 'x', parse_mode: 'Markdown' }, 'parse_mode must be HTML'],
  [
    'sendMessage',
    { chat_id: 1, text: 'x', reply_parameters: { message: 1 } },
    'reply_parameters.message_id is required',
  ],
  ['sendMessage', { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'b' }]] } }, 'exactly one kind'],
  ['sendMessage', { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [{ text: 'b' }] } }, 'fits none of'],
  [
    'sendMessage',
    { chat_id: 1, text: 'x', reply_markup: { force_reply: true, input_field_placeholder: 'x'.repeat(65) } },
    'input_field_placeholder must have 1 to 64 characters',
  ],
  ['getUpdates', { limit: 101 }, 'limit must be from 1 to 100'],
  ['getUpdates', { allowed_updates: ['message', 'callback'] }, 'there are no updates of the kind callback'],
  ['setMyCommands', { commands: [], scope: { type: 'chat' } }, 'scope chat takes [chat_id]'],
  ['sendChatAction', { chat_id: 1, action: 'dancing' }, 'there is no such action'],
])('%s refuses %j and records it', async (method, params, problem) => {
  const { status, description } = await bot.call(method, params);
  expect(status).toBe(400);
  expect(description).toContain(problem);
  expect(double.violations.map((violation) => violation.problem)).toEqual([expect.stringContaining(problem)]);
});

test('a text of 4096 units after parsing fits; a longer one and an empty one are refused', async () => {
  const html = { parse_mode: 'HTML' };
  expect((await bot.call('sendMessage', { chat_id: anna.id, text: `<b>${'&lt;'.repeat(4096)}</b>`, ...html })).ok).toBe(
    true,
  );
  expect(await bot.refusal('sendMessage', { chat_id: anna.id, text: 'x'.repeat(4097) })).toBe(
    'Bad Request: message is too long',
  );
  expect(await bot.refusal('sendMessage', { chat_id: anna.id, text: '<b> </b>', ...html })).toBe(
    'Bad Request: message text is empty',
  );
  expect(await bot.refusal('sendMessage', { chat_id: anna.id, text: '<x>', ...html })).toBe(
    'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
  );
  expect(await bot.refusal('sendMessage', { chat_id: anna.id, text: 'x\ud83d' })).toBe(
    'Bad Request: strings must be encoded in UTF-8',
  );
});

test('callback data is 1 to 64 bytes, not characters', async () => {
  expect(await bot.refusal('sendMessage', { chat_id: anna.id, text: 'x', ...keyboard('b', 'ж'.repeat(33)) })).toBe(
    'Bad Request: BUTTON_DATA_INVALID',
  );
  expect(await bot.refusal('sendMessage', { chat_id: anna.id, text: 'x', ...keyboard('b', '') })).toBe(
    'Bad Request: BUTTON_DATA_INVALID',
  );
  expect((await bot.call('sendMessage', { chat_id: anna.id, text: 'x', ...keyboard('b', 'ж'.repeat(32)) })).ok).toBe(
    true,
  );
});

test('a message has at most 100 buttons', async () => {
  const buttons = (count: number): object => {
    const inline_keyboard = Array.from({ length: count }, () => [{ text: 'b', callback_data: 'b' }]);
    return { chat_id: anna.id, text: 'x', reply_markup: { inline_keyboard } };
  };
  expect((await bot.call('sendMessage', buttons(100))).ok).toBe(true);
  expect(await bot.refusal('sendMessage', buttons(101))).toBe('Bad Request: reply markup is too long');
});

test('a reply needs the message it replies to, unless that is optional', async () => {
  const missing = { chat_id: anna.id, text: 'x', reply_parameters: { message_id: 99 } };
  expect(await bot.refusal('sendMessage', missing)).toBe('Bad Request: message to be replied not found');
  const lenient = { ...missing, reply_parameters: { message_id: 99, allow_sending_without_reply: true } };
  expect((await bot.call('sendMessage', lenient)).ok).toBe(true);
  const question = anna.write('why?');
  await bot.send(anna.id, 'because', { reply_parameters: { message_id: question.id } });
  expect(await anna.sees('because')).toMatchObject({ replyTo: question.id });
});

test('an edit changes the message in place; one that changes nothing is refused', async () => {
  const sent = await bot.send(anna.id, 'Wait', keyboard('Go', 'go'));
  const edit = { chat_id: anna.id, message_id: sent.message_id, text: '<b>Done</b>', parse_mode: 'HTML' };
  expect((await bot.call('editMessageText', edit)).ok).toBe(true);
  expect(anna.chat.messages).toMatchObject([{ id: sent.message_id, text: 'Done', buttons: [] }]);
  expect(await bot.refusal('editMessageText', edit)).toBe(
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
  expect(await bot.refusal('editMessageText', { ...edit, message_id: 99 })).toBe(
    'Bad Request: message to edit not found',
  );
  const own = anna.write('mine');
  expect(await bot.refusal('editMessageText', { ...edit, message_id: own.id })).toBe(
    "Bad Request: message can't be edited",
  );
  await bot.call('editMessageReplyMarkup', {
    chat_id: anna.id,
    message_id: sent.message_id,
    ...keyboard('Again', 'again'),
  });
  expect(anna.chat.find(sent.message_id)).toMatchObject({ text: 'Done', buttons: [[{ text: 'Again' }]] });
});

test('a deleted message can neither be deleted nor edited again', async () => {
  const { message_id } = await bot.send(anna.id, 'oops');
  expect((await bot.call('deleteMessage', { chat_id: anna.id, message_id })).ok).toBe(true);
  expect(anna.chat.messages).toEqual([]);
  expect(await bot.refusal('deleteMessage', { chat_id: anna.id, message_id })).toBe(
    'Bad Request: message to delete not found',
  );
});

test('people who never started the bot, blocked it or deleted their account can not be written to', async () => {
  const stranger = double.person({ id: 7_000_000_002, first_name: 'Boris' });
  const refused = (id: number) => bot.refusal('sendMessage', { chat_id: id, text: 'hi' });
  expect(await refused(stranger.id)).toBe("Forbidden: bot can't initiate conversation with a user");
  expect(await refused(7_000_000_003)).toBe('Bad Request: chat not found');
  anna.block();
  expect(await refused(anna.id)).toBe('Forbidden: bot was blocked by the user');
  anna.start();
  expect(await refused(anna.id)).toBeUndefined();
  anna.deactivate();
  expect(await refused(anna.id)).toBe('Forbidden: user is deactivated');
  const kinds = (await bot.updates()).map(({ my_chat_member }) => my_chat_member?.new_chat_member.status);
  expect(kinds).toEqual(['kicked', 'member', undefined]);
});

test('a press can be answered once, within 15 s, with at most 200 characters', async () => {
  await bot.send(anna.id, 'Choose', keyboard('Yes please', 'y'));
  const card = await anna.sees('Choose');
  const press = anna.press(card, 'Yes');
  const [update] = await bot.updates();
  expect(update?.callback_query).toMatchObject({
    id: press.queryId,
    data: 'y',
    from: { id: anna.id },
    message: { message_id: card.id },
  });
  const answer = { callback_query_id: press.queryId, text: 'Noted', show_alert: true };
  expect(await bot.refusal('answerCallbackQuery', { ...answer, text: 'x'.repeat(201) })).toBe(
    'Bad Request: MESSAGE_TOO_LONG',
  );
  expect((await bot.call('answerCallbackQuery', answer)).ok).toBe(true);
  expect(await press.answered()).toEqual({ text: 'Noted', show_alert: true });
  const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
  expect(await bot.refusal('answerCallbackQuery', answer)).toBe(tooOld);
  const late = anna.pressData(card, 'forged');
  double.advance(16_000);
  expect(await bot.refusal('answerCallbackQuery', { callback_query_id: late.queryId })).toBe(tooOld);
});

test('the command list is the most specific one for the chat and the language', async () => {
  const list = (name: string) => ({ commands: [{ command: name, description: name }] });
  await bot.call('setMyCommands', list('all'));
  expect(anna.commands()).toEqual(list('all').commands);
  await bot.call('setMyCommands', { ...list('russian'), language_code: 'ru' });
  expect(anna.commands()).toEqual(list('russian').commands);
  await bot.call('setMyCommands', { ...list('hers'), scope: { type: 'chat', chat_id: anna.id } });
  expect(anna.commands()).toEqual(list('hers').commands);
  await bot.call('deleteMyCommands', { scope: { type: 'chat', chat_id: anna.id } });
  expect(anna.commands()).toEqual(list('russian').commands);
  expect((await bot.call('getMyCommands')).result).toEqual(list('all').commands);
});

test('a menu button is that of its private chat, or else the one that all have', async () => {
  const app = (text: string, url = 'https://desk.example/desk') => ({ type: 'web_app', text, web_app: { url } });
  expect(anna.menuButton).toEqual({ type: 'default' });
  await bot.call('setChatMenuButton', { menu_button: app('All') });
  await bot.call('setChatMenuButton', { chat_id: anna.id, menu_button: app('Hers') });
  expect(anna.menuButton).toEqual(app('Hers'));
  expect((await bot.call('getChatMenuButton', { chat_id: anna.id })).result).toEqual(app('Hers'));
  await bot.call('setChatMenuButton', { chat_id: anna.id, menu_button: { type: 'default' } });
  expect(anna.menuButton).toEqual(app('All'));
  const boris = double.person({ id: 7_000_000_002, first_name: 'Boris' });
  const group = double.group({ id: -1_001_000_000_001, title: 'Admins', members: [anna] });
  for (const chat of [boris, group]) {
    expect(await bot.refusal('setChatMenuButton', { chat_id: chat.id, menu_button: app('x') })).toBe(
      'Bad Request: chat not found',
    );
  }
  expect(
    await bot.refusal('setChatMenuButton', { chat_id: anna.id, menu_button: app('x', 'http://127.0.0.1/') }),
  ).toContain('Only HTTPS links are allowed');
  expect(double.violations).toEqual([]);
  await bot.refusal('setChatMenuButton', { menu_button: { type: 'web_app' } });
  expect(double.violations).toHaveLength(1);
});

test('a Mini App’s button is for private chats and https, and a link needs a dot in its host', async () => {
  const group = double.group({ id: -1_001_000_000_001, title: 'Admins', members: [anna] });
  const withButton = (chat: { readonly id: number }, button: object) => ({
    chat_id: chat.id,
    text: 'Card',
    reply_markup: { inline_keyboard: [[{ text: 'Open', ...button }]] },
  });
  const app = (url: string) => ({ web_app: { url } });
  expect((await bot.call('sendMessage', withButton(anna, app('https://desk.example/desk')))).ok).toBe(true);
  expect(await bot.refusal('sendMessage', withButton(group, app('https://desk.example/desk')))).toBe(
    'Bad Request: BUTTON_TYPE_INVALID',
  );
  expect(group.chat.messages).toEqual([]);
  const card = (await bot.call('sendMessage', { chat_id: group.id, text: 'Card' })).result;
  const { message_id } = card as { readonly message_id: number };
  const edit = { ...withButton(group, app('https://desk.example/desk')), text: 'Changed', message_id };
  expect(await bot.refusal('editMessageText', edit)).toBe('Bad Request: BUTTON_TYPE_INVALID');
  expect(await bot.refusal('sendMessage', withButton(anna, app('http://127.0.0.1/')))).toContain(
    'Only HTTPS links are allowed',
  );
  for (const url of ['http://localhost:8080/desk', 'https://desk/', 'desk']) {
    expect(await bot.refusal('sendMessage', withButton(anna, { url }))).toContain('Wrong HTTP URL');
  }
  expect((await bot.call('sendMessage', withButton(group, { url: 'https://t.me/bot?startapp=r1' }))).ok).toBe(true);
});

test('chats and members can be looked up', async () => {
  const group = double.group({ id: -1_001_000_000_001, title: 'Admins', members: [anna] });
  expect((await bot.call('getChat', { chat_id: group.id })).result).toMatchObject({
    type: 'supergroup',
    title: 'Admins',
  });
  expect((await bot.call('getChat', { chat_id: anna.id })).result).toMatchObject({
    type: 'private',
    first_name: 'Anna',
  });
  expect((await bot.call('getChatMember', { chat_id: group.id, user_id: anna.id })).result).toMatchObject({
    status: 'member',
  });
});
