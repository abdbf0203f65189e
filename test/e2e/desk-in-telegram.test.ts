import { join } from 'node:path';
import type { InlineKeyboardButton } from '@grammyjs/types';
import type { ChatMessage } from '../../src/telegram-double/chats';
import { TelegramDouble } from '../../src/telegram-double/double';
import type { Person } from '../../src/telegram-double/people';
import type { LogLine } from '../../src/sandbox/daemon-process';
import { answerTo, asks, buttons, cardOf, comesTrue, newcomer, saying, shown } from './scenes';
import { startWorld, type World, type WorldOptions } from './world';

const boris = { id: 7_000_000_001, first_name: 'Boris', language_code: 'en' };
const vera = { id: 7_000_000_002, first_name: 'Вера', language_code: 'ru' };
const quiet = { SWEEP_SCHEDULE: '0 0 1 1 *', CLIENT_RATE: 'off' };
const desk = { ...quiet, WEB_LISTEN: '127.0.0.1:0', PUBLIC_URL: 'https://desk.example' } as const;
const noDesk = { WEB_LISTEN: 'off', PUBLIC_URL: '' };
const group = { id: -1_001_234_567_890, title: 'Admins' };
const did = (action: string) => (line: LogLine) => line['event.action'] === action;

const opensDesk = (text: string) => ({ type: 'web_app', text, web_app: { url: 'https://desk.example/desk' } });
const ordinary = { type: 'default' };

/** Resolves once the menu button of the person's private chat is this one. */
function menuIs(person: Person, wanted: object): Promise<void> {
  const now = () => JSON.stringify(person.menuButton);
  return comesTrue(
    () => now() === JSON.stringify(wanted),
    () => `the menu button of ${person.user.first_name} is ${now()}`,
  );
}

/** The button that leads to the desk, if the message has one. */
const deskButton = (message: ChatMessage): InlineKeyboardButton | undefined =>
  message.buttons.flat().find((button) => 'web_app' in button || 'url' in button);

let world: World;
let admin: Person;
let other: Person;
const inGroup = () => (world.group === undefined ? {} : { in: world.group });
async function begin(options: Partial<WorldOptions> = {}): Promise<void> {
  world = await startWorld({ engine: 'sqlite', admins: [boris, vera], env: desk, ...options });
  const [first, second] = world.admins;
  if (first === undefined || second === undefined) throw new Error('there are two admins');
  [admin, other] = [first, second];
}
const menuCalls = () => world.double.callLog.of('setChatMenuButton');

describe('the menu button that opens the desk', () => {
  beforeAll(() => begin());
  afterAll(() => world.close());

  test('is in the private chat of each admin, in their language, and in nobody else’s', async () => {
    const client = newcomer(world);
    await answerTo(client, '/start');
    // What language Вера’s app has, the bot learns when she writes.
    await answerTo(other, '/start');
    await menuIs(admin, opensDesk('Desk'));
    await menuIs(other, opensDesk('Стол'));
    expect(client.menuButton).toEqual(ordinary);
  });

  test('follows the language that an admin chooses', async () => {
    await menuIs(admin, opensDesk('Desk'));
    admin.write('/language ru');
    await menuIs(admin, opensDesk('Стол'));
    await admin.press(await answerTo(admin, '/language'), 'English').answered();
    await menuIs(admin, opensDesk('Desk'));
  });

  test('comes with /admins add and goes with /admins remove', async () => {
    const dora = newcomer(world, { first_name: 'Dora' });
    await answerTo(dora, '/start');
    admin.write(`/admins add ${dora.id}`);
    await menuIs(dora, opensDesk('Desk'));
    admin.write(`/admins remove ${dora.id}`);
    await menuIs(dora, ordinary);
    expect(admin.menuButton).toEqual(opensDesk('Desk'));
  });
});

describe('the menu button after a start', () => {
  afterEach(() => world.close());

  test.each(['sqlite', 'postgres'] as const)(
    'is remembered, on %s: only what is missing is asked for, and what an admin of former settings has is taken back',
    async (engine) => {
      await begin({ engine });
      await menuIs(admin, opensDesk('Desk'));
      await menuIs(other, opensDesk('Desk'));
      await world.daemon.stop();
      const dora = newcomer(world, { first_name: 'Dora' }).hasStarted();
      const before = menuCalls().length;
      await world.restart({ env: { ADMIN_TELEGRAM_ID: `${boris.id},${dora.id}` } });
      await menuIs(dora, opensDesk('Desk'));
      await menuIs(other, ordinary);
      expect(
        menuCalls()
          .slice(before)
          .map(({ params }) => params['chat_id']),
      ).toEqual([vera.id, dora.id]);
    },
  );

  test.each([
    ['the desk is switched off', noDesk],
    ['PUBLIC_URL is not https any more', { PUBLIC_URL: 'http://127.0.0.1:8080' }],
  ])('is taken back from everybody once %s', async (_, env) => {
    await begin();
    await menuIs(admin, opensDesk('Desk'));
    await menuIs(other, opensDesk('Desk'));
    await world.daemon.stop();
    await world.restart({ env });
    await menuIs(admin, ordinary);
    await menuIs(other, ordinary);
    await world.daemon.stop();
    await world.restart();
    await menuIs(admin, opensDesk('Desk'));
  });

  test('comes as soon as an admin presses Start who never had', async () => {
    await begin({ adminsStarted: false });
    const refused = () => menuCalls().filter(({ answer }) => answer?.ok === false && answer.error_code === 400);
    await comesTrue(
      () => refused().length === 2,
      () => `${refused().length} were refused`,
    );
    await world.daemon.stop();
    const before = menuCalls().length;
    await world.restart();
    // Whoever is known to have been refused is not tried again before they write.
    await answerTo(admin, '/start');
    await menuIs(admin, opensDesk('Desk'));
    expect(menuCalls().length - before).toBe(1);
    expect(other.menuButton).toEqual(ordinary);
  });

  test('is set by another bot as well, whose chats have none yet', async () => {
    await begin();
    await menuIs(admin, opensDesk('Desk'));
    await world.daemon.stop();
    const there = await new TelegramDouble({ token: '7000000099:another-token-that-telegram-never-issued' }).start();
    const borisThere = there.person(boris).hasStarted();
    const daemon = world.launch({ env: { TELEGRAM_BOT_TOKEN: there.token, TELEGRAM_API_ROOT: there.root } });
    try {
      await menuIs(borisThere, opensDesk('Desk'));
    } finally {
      await daemon.stop();
      await there.stop();
    }
  });

  test('is asked for again after a failure, and is taken back although the answer was lost', async () => {
    await begin({
      found: ({ faults }) => {
        const rule = { method: 'setChatMenuButton', chatId: boris.id };
        faults.add({ ...rule, fault: { kind: 'reset' } });
        faults.add({ ...rule, fault: { kind: 'server_error', status: 502, acts: false } });
      },
    });
    await menuIs(admin, opensDesk('Desk'));
    await menuIs(other, opensDesk('Desk'));
    const dora = newcomer(world, { first_name: 'Dora' }).hasStarted();
    const lost = { method: 'setChatMenuButton', chatId: dora.id, fault: { kind: 'lost_answer' } } as const;
    world.double.faults.add({ ...lost, times: Infinity });
    await answerTo(admin, `/admins add ${dora.id}`);
    await menuIs(dora, opensDesk('Desk'));
    await world.daemon.kill();
    world.double.endFaults();
    await world.restart({ env: noDesk });
    await menuIs(dora, ordinary);
  });
});

describe('the button of a card that opens its request at the desk', () => {
  afterEach(() => world.close());
  const inPrivate = (id: number) => ({ web_app: { url: `https://desk.example/desk/requests/${id}` } });

  test('is under the card, its edits, /show and a request in the place of the list in private chats, as a Mini App, until there is no desk', async () => {
    await begin();
    const id = await asks(newcomer(world));
    const card = await cardOf(admin, id);
    expect(deskButton(card)).toMatchObject({ text: '🖥 Open at the desk', ...inPrivate(id) });
    admin.press(card, '✅ Approve');
    const decided = await cardOf(admin, id, ['Approved by']);
    expect(buttons(decided)).toEqual(['↩️ Undo', '🖥 Open at the desk']);
    const history = await admin.sees(saying('History'), { after: admin.write(`/show ${id}`) });
    expect(deskButton(history)).toMatchObject(inPrivate(id));

    const other = await asks(newcomer(world));
    const waiting = await cardOf(admin, other);
    const list = await answerTo(admin, '/pending');
    admin.press(list, buttons(list)[0] ?? '');
    const opened = await admin.sees((message) => message.id === list.id && /^📨/.test(shown(message)));
    expect(deskButton(opened)).toMatchObject(inPrivate(other));
    expect(buttons(opened).at(-1)).toMatch(/Next/);

    // Old cards lose it at their next change.
    await world.daemon.stop();
    await world.restart({ env: noDesk });
    admin.press(waiting, '✅ Approve');
    const decidedLater = await admin.sees((message) => message.id === waiting.id && /Approved by/.test(shown(message)));
    expect(buttons(decidedLater)).toEqual(['↩️ Undo']);
  });

  test('is none in a group, where a Mini App’s button would lose the whole card, until BotFather knows the Mini App', async () => {
    await begin({ group, daemon: { preloads: [join(__dirname, 'preloads', 'hours-on-demand.cjs')] } });
    const id = await asks(newcomer(world));
    const card = await cardOf(admin, id, [], inGroup());
    expect(deskButton(card)).toBeUndefined();
    expect(buttons(card)).toContain('✅ Approve');
    // It was not even tried.
    expect(world.double.callLog.calls.filter(({ answer }) => answer?.ok === false)).toEqual([]);
    world.double.addMiniApp();
    const lookedUp = world.double.callLog.next(({ method }) => method === 'getMe');
    world.daemon.signal('SIGUSR2');
    await lookedUp;
    await world.settled();
    const next = await asks(newcomer(world));
    const linked = await cardOf(admin, next, [], inGroup());
    const link = { url: `https://t.me/${world.double.bot.username}?startapp=r${next}` };
    expect(deskButton(linked)).toMatchObject(link);
    await world.daemon.stop();
    await world.restart();
    admin.press(linked, '✅ Approve');
    expect(deskButton(await cardOf(admin, next, ['Approved by'], inGroup()))).toMatchObject(link);
  });

  test.each([
    ['http://', { PUBLIC_URL: 'http://127.0.0.1:8080' }],
    ['a host without a dot', { PUBLIC_URL: 'https://desk' }],
  ])('is none where PUBLIC_URL is %s: Telegram would refuse it', async (_, env) => {
    await begin({ env: { ...desk, ...env } });
    const card = await cardOf(admin, await asks(newcomer(world)));
    expect(deskButton(card)).toBeUndefined();
    expect(world.double.callLog.of('setChatMenuButton')).toEqual([]);
  });

  test('is left out where Telegram refuses it: the card arrives, is edited, and the log says why', async () => {
    await begin();
    const refused = { kind: 'refused', code: 400, description: 'Bad Request: BUTTON_URL_INVALID' } as const;
    const when = ({ params }: { readonly params: object }) => JSON.stringify(params).includes('"web_app"');
    const armed = world.double.faults.add({ when, times: Infinity, fault: refused });
    const id = await asks(newcomer(world));
    const card = await cardOf(admin, id);
    expect(buttons(card)).toEqual(['✅ Approve', '❌ Reject', '💬 Reject with reason…', '❓ Ask…']);
    admin.press(card, '✅ Approve');
    expect(buttons(await cardOf(admin, id, ['Approved by']))).toEqual(['↩️ Undo']);
    const line = await world.daemon.logged(did('desk_button_refused'));
    expect(line['labels.reason']).toContain('BUTTON_URL_INVALID');
    await world.settled();
    expect(world.daemon.log.filter(did('desk_button_refused'))).toHaveLength(1);
    expect(armed.hits).toBeGreaterThan(1);
    expect(await world.rows(`SELECT id FROM outbox WHERE state = 'undeliverable'`)).toEqual([]);
  });
});
