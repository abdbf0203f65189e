import { TelegramDouble, type DoubleOptions } from '../../src/telegram-double/double';
import type { Person } from '../../src/telegram-double/people';
import { Bot, keyboard } from '../sandbox/bot';

let double: TelegramDouble;
let bot: Bot;
let anna: Person;

async function begin(options: DoubleOptions = {}): Promise<void> {
  double = await new TelegramDouble(options).start();
  bot = new Bot(double);
  anna = double.person({ id: 7_000_000_001, first_name: 'Anna' });
}
beforeEach(() => begin());
afterEach(() => double.stop());

const ids = async (params: object = {}): Promise<number[]> =>
  (await bot.updates(params)).map(({ update_id }) => update_id);

test('an update is sent again until an offset above it confirms it', async () => {
  anna.write('one');
  anna.write('two');
  const [first = 0, second = 0] = await ids();
  expect(second).toBe(first + 1);
  expect(await ids()).toEqual([first, second]);
  expect(await ids({ offset: second })).toEqual([second]);
  expect(await ids({ offset: second + 1 })).toEqual([]);
  expect(await ids()).toEqual([]);
});

test('a negative offset keeps the last updates and drops the others', async () => {
  for (const text of ['one', 'two', 'three']) anna.write(text);
  const [last] = await bot.updates({ offset: -1 });
  expect(last?.message?.text).toBe('three');
  expect(await ids()).toEqual([last?.update_id]);
});

test('an answer holds no more than the limit, oldest first', async () => {
  for (const text of ['one', 'two', 'three']) anna.write(text);
  const texts = (await bot.updates({ limit: 2 })).map(({ message }) => message?.text);
  expect(texts).toEqual(['one', 'two']);
});

test('a long poll is answered when something happens, with all of it', async () => {
  const poll = bot.updates({ timeout: 30 });
  await double.callLog.next(({ method }) => method === 'getUpdates');
  anna.write('one');
  anna.write('two');
  expect((await poll).map(({ message }) => message?.text)).toEqual(['one', 'two']);
});

test('of two pollers the older one gets the conflict', async () => {
  const older = bot.call('getUpdates', { timeout: 30 });
  await double.callLog.next(({ method }) => method === 'getUpdates');
  const newer = bot.call('getUpdates', { timeout: 30 });
  expect(await older).toMatchObject({
    status: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  anna.write('hello');
  expect(await newer).toMatchObject({ ok: true });
});

test('a poll whose connection broke takes no update with it', async () => {
  const gone = new AbortController();
  const poll = bot.call('getUpdates', { timeout: 30 }, gone.signal);
  await double.callLog.next(({ method }) => method === 'getUpdates');
  gone.abort();
  await expect(poll).rejects.toThrow();
  anna.write('hello');
  expect(await ids()).toHaveLength(1);
});

test('a press expires after 150 s, a message after a day', async () => {
  anna.start();
  await bot.send(anna.id, 'Choose', keyboard('Yes', 'y'));
  anna.press(await anna.sees('Choose'), 'Yes');
  double.advance(149_000);
  expect((await bot.updates()).map((update) => Object.keys(update)[1])).toEqual(['message', 'callback_query']);
  double.advance(2_000);
  expect((await bot.updates()).map((update) => Object.keys(update)[1])).toEqual(['message']);
  double.advance(24 * 3_600_000);
  expect(await ids()).toEqual([]);
});

test('only the requested kinds are queued, and the request is remembered', async () => {
  await bot.updates({ allowed_updates: ['callback_query'] });
  anna.write('unheard');
  expect(await ids()).toEqual([]);
  await bot.updates({ allowed_updates: ['message'] });
  anna.write('heard');
  expect(await ids()).toHaveLength(1);
  expect((await bot.call('getWebhookInfo')).result).toMatchObject({
    pending_update_count: 1,
    allowed_updates: ['message'],
  });
});

test('after a restart of the ids an older offset confirms nothing new', async () => {
  anna.write('before');
  const [before = 0] = await ids();
  double.restartUpdateIds(1_000);
  anna.write('after');
  expect(await ids({ offset: before + 1 })).toEqual([1_000]);
  expect(await ids({ offset: 1_001 })).toEqual([]);
});

test('each update can be delivered three times, even if acknowledged', async () => {
  await double.stop();
  await begin({ redeliver: 3 });
  anna.write('one');
  const [id = 0] = await ids();
  expect(await ids({ offset: id + 1 })).toEqual([id]);
  expect(await ids({ offset: id + 1 })).toEqual([id]);
  expect(await ids({ offset: id + 1 })).toEqual([]);
});

test('the updates of an answer can be shuffled', async () => {
  await double.stop();
  await begin({ shuffle: (batch) => [...batch].reverse() });
  anna.write('one');
  anna.write('two');
  expect((await bot.updates()).map(({ message }) => message?.text)).toEqual(['two', 'one']);
});
