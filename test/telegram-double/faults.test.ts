import { TelegramDouble } from '../../src/telegram-double/double';
import type { Person } from '../../src/telegram-double/people';
import { Bot } from '../sandbox/bot';

let double: TelegramDouble;
let bot: Bot;
let anna: Person;

async function begin(limits: boolean): Promise<void> {
  double = await new TelegramDouble({ limits }).start();
  bot = new Bot(double);
  anna = double.person({ id: 7_000_000_001, first_name: 'Anna' }).hasStarted();
}
beforeEach(() => begin(false));
afterEach(() => double.stop());

const shown = (): string[] => anna.chat.messages.map(({ text }) => text);

test('a lost answer has acted, a reset has not, and the call log tells them apart', async () => {
  double.faults.add({ method: 'sendMessage', text: 'lost', fault: { kind: 'lost_answer' } });
  double.faults.add({ method: 'sendMessage', text: 'never', fault: { kind: 'reset' } });
  await expect(bot.send(anna.id, 'lost')).rejects.toThrow();
  await expect(bot.send(anna.id, 'never')).rejects.toThrow();
  await bot.send(anna.id, 'fine');
  expect(shown()).toEqual(['lost', 'fine']);
  expect(double.callLog.of('sendMessage').map(({ acted, delivery }) => [acted, delivery])).toEqual([
    [true, 'lost'],
    [false, 'lost'],
    [true, 'delivered'],
  ]);
});

test('a hanging call stays open, before the headers or in the body, until the bot gives up', async () => {
  for (const stalls of ['headers', 'body'] as const) {
    double.faults.add({ text: stalls, fault: { kind: 'hang', acts: true, stalls } });
    const gaveUp = new AbortController();
    const send = bot.call('sendMessage', { chat_id: anna.id, text: stalls }, gaveUp.signal);
    await anna.sees(stalls);
    gaveUp.abort();
    await expect(send).rejects.toThrow();
  }
  expect(double.callLog.calls.map(({ fault }) => fault)).toEqual(['hang', 'hang']);
});

test('a rule applies to as many calls as it says, and only to those that match', async () => {
  const rule = double.faults.add({
    chatId: anna.id,
    times: 2,
    fault: { kind: 'server_error', status: 502, acts: false },
  });
  const status = async (): Promise<number> => {
    const url = `${double.root}/bot${double.token}/sendMessage?chat_id=${anna.id}&text=x`;
    return (await fetch(url)).status;
  };
  await bot.call('getMe');
  expect([await status(), await status(), await status()]).toEqual([502, 502, 200]);
  expect(rule.hits).toBe(2);
});

test('an answer can be invalid JSON', async () => {
  double.faults.add({ fault: { kind: 'bad_json', acts: true } });
  await expect(bot.send(anna.id, 'hello')).rejects.toThrow('JSON');
  expect(shown()).toEqual(['hello']);
});

test('a 429 closes the chat for its retry_after, and calls made meanwhile are recorded against the bot', async () => {
  const boris = double.person({ id: 7_000_000_002, first_name: 'Boris' }).hasStarted();
  double.faults.add({ fault: { kind: 'too_many_requests', retryAfter: 60, acts: false, scope: 'chat' } });
  const text = { chat_id: anna.id, text: 'x' };
  expect(await bot.call('sendMessage', text)).toMatchObject({ status: 429, parameters: { retry_after: 60 } });
  double.advance(10_000);
  expect((await bot.call('sendMessage', { ...text, chat_id: boris.id })).ok).toBe(true);
  expect(double.callsInsideRetryAfter).toHaveLength(0);
  expect(await bot.call('sendMessage', text)).toMatchObject({
    status: 429,
    description: 'Too Many Requests: retry after 50',
  });
  expect(double.callsInsideRetryAfter).toHaveLength(1);
  double.advance(50_000);
  expect((await bot.call('sendMessage', text)).ok).toBe(true);
});

test('while Telegram is down connections are refused; it comes back at the same address', async () => {
  const { root } = double;
  const poll = bot.call('getUpdates', { timeout: 30 });
  await double.callLog.next(({ method }) => method === 'getUpdates');
  const broken = expect(poll).rejects.toThrow();
  await double.telegramAway();
  await broken;
  await expect(bot.call('getMe')).rejects.toThrow();
  await double.telegramBack();
  expect(double.root).toBe(root);
  expect((await bot.call('getMe')).ok).toBe(true);
});

describe('with limits', () => {
  beforeEach(async () => {
    await double.stop();
    await begin(true);
  });

  test('a private chat takes a burst of three and then one a second', async () => {
    for (const text of ['1', '2', '3']) await bot.send(anna.id, text);
    expect(await bot.call('sendMessage', { chat_id: anna.id, text: '4' })).toMatchObject({
      status: 429,
      parameters: { retry_after: 1 },
    });
    double.advance(1_000);
    await bot.send(anna.id, '4');
    expect(shown()).toEqual(['1', '2', '3', '4']);
  });

  test('a group takes twenty messages and edits a minute', async () => {
    const group = double.group({ id: -5_001, title: 'Admins', members: [anna] });
    for (let sent = 0; sent < 20; sent++) await bot.send(group.id, `${sent}`);
    const refused = await bot.call('editMessageText', { chat_id: group.id, message_id: 1, text: 'edited' });
    expect(refused.parameters?.retry_after).toBeGreaterThan(50);
    double.advance(60_000);
    expect((await bot.call('editMessageText', { chat_id: group.id, message_id: 1, text: 'edited' })).ok).toBe(true);
  });

  test('all chats together take thirty a second', async () => {
    const people = Array.from({ length: 31 }, (_, n) =>
      double.person({ id: 8_000_000_000 + n, first_name: `${n}` }).hasStarted(),
    );
    const answers = await Promise.all(people.map(({ id }) => bot.call('sendMessage', { chat_id: id, text: 'x' })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});
