import { cleaned } from '../../src/telegram-double/formatted-text';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const nasty = [
  '<b>bold</b> <a href="tg://user?id=1">x</a> &amp; &lt;script&gt; & < > "\'',
  '</blockquote><b>out',
  'right \u202Eto left\u202C \u200Fand \u05D0\u05D1\u05D2 back \u2066isolated\u2069',
  '🏴‍☠️👩‍👩‍👧‍👦'.repeat(16),
  '/approve 1',
  '/reject 1 because',
  "'; DROP TABLE requests; --",
  '$1 ? :id %s {0} { $reason } { -term } ${x} \\u0041 \\',
  'NUL \0 in the middle',
  'half a pair \ud83d and the other \udc4d half',
  '*a* _b_ `c` [d](https://e.example) ||f|| #g @h',
  'Request #1\n✅ Approved by Boris',
  'е\u0301'.repeat(50) + 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
];

/** What reaches anybody of a text with what no database can hold: a mark in its place. */
const wellFormed = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');
/** How Telegram shows it. */
const asShown = (text: string): string =>
  cleaned({ text: wellFormed(text), entities: [] }).text.replace(/[\u2068\u2069]/g, '');

/** A name stands on one line and turns nothing around. */
const nameAsShown = (name: string): string =>
  asShown(name)
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(['sqlite', 'postgres'] as const)('hostile input, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;

  beforeAll(async () => {
    world = await startWorld({
      engine,
      admins: [
        { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
        { id: 5_000_000_002, first_name: 'Clara', language_code: 'ru' },
      ],
      env: { CLIENT_RATE: 'off' },
    });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
    // The bot learns an admin's language when they first write to it.
    await answerTo(clara, '/start');
  });
  afterAll(() => world.close());

  test.each(nasty)('a message, a reason and a name arrive unharmed: %j', async (text) => {
    const name = text.slice(0, 64);
    const anna = newcomer(world, { first_name: name, last_name: name, username: 'anna_123' });
    const request = await asks(anna, text);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending', message: wellFormed(text) });
    const card = await cardOf(boris, request, [asShown(text).trim()]);
    expect(shown(card)).toContain(`From ${nameAsShown(name)}`);
    expect(card.entities.filter(({ type }) => type === 'bold')).toHaveLength(2);
    await answerTo(boris, `/reject ${request} ${text}`);
    await anna.sees(saying('was rejected', asShown(text).trim()));
    await cardOf(clara, request, ['Отклонено: ', asShown(text).trim()]);
    expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: wellFormed(text).trim() });
    expect(shown(await answerTo(anna, '/status'))).toContain(asShown(text).trim());
    await answerTo(clara, `/show ${request}`);
    await clara.sees(saying('История'));
  });

  test('texts of the maximum length fit into one card, with the longest names', async () => {
    const emoji = '😀'.repeat(64);
    const anna = newcomer(world, { first_name: emoji, last_name: emoji, username: 'a'.repeat(32) });
    const message = '<&>"'.repeat(500);
    const request = await asks(anna, message);
    await cardOf(boris, request, [message]);
    boris.rename({ first_name: emoji, last_name: emoji });
    const reason = '&<>"'.repeat(250);
    await answerTo(boris, `/reject ${request} ${reason}`);
    await anna.sees(saying('was rejected', reason));
    await cardOf(clara, request, [message, 'Отклонено: ']);
    await world.backDate('requests', 'decided_at', 8 * 86_400_000, `id = ${request}`);
    await anna.sees('Got it', { after: anna.write(`/appeal ${message}`) });
    await cardOf(clara, request, ['Апелляция №1', message]);
    await answerTo(clara, `/reject ${request} ${reason}`);
    await cardOf(boris, request, ['Appeal 1', message, 'Rejected by Clara']);
    boris.rename({ first_name: 'Boris' });
    await boris.sees(saying('History', message), { after: boris.write(`/show ${request}`) });
  });

  test('an admin’s hostile text decides nothing by accident', async () => {
    const request = await asks(newcomer(world));
    const card = await cardOf(boris, request);
    for (const text of nasty.filter((each) => !each.startsWith('/'))) {
      expect(shown(await answerTo(boris, text, { replyTo: card }))).toContain('othing was decided');
    }
    for (const text of ['/approve', '/approve x']) {
      expect(shown(await answerTo(boris, text))).toContain('Which request');
    }
    const numbers = ['-1', '1.5', '1e3', '1-3', '9007199254740993', '9'.repeat(300)];
    for (const text of numbers) {
      expect(shown(await answerTo(boris, `/approve ${text}`))).toContain('just the numbers');
    }
    expect(shown(await answerTo(boris, '/approve 0'))).toContain('no request');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });

  test('300 forged presses by a stranger, a client and an admin change nothing and crash nothing', async () => {
    const anna = newcomer(world);
    const stranger = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    await world.settled();
    const before = await requestsAndHistory();
    const presses = [
      ...forged(request, 1).map((data, n) =>
        (n % 2 === 0 ? anna : stranger).pressData(placeOf(n, anna, stranger), data),
      ),
      // An admin's press with the right numbers is a decision, wherever it comes from: these have wrong ones.
      ...forged(request, 7).map((data) => boris.pressData(card, data)),
    ];
    expect(presses.length).toBeGreaterThanOrEqual(300);
    for (const press of presses) await press.answered();
    await world.settled();
    expect(await requestsAndHistory()).toEqual(before);
    const named = world.daemon.log.filter(
      (line) => line['log.level'] === 'warn' && JSON.stringify(line).includes(`${stranger.id}`),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(world.daemon.log.filter((line) => line['log.level'] === 'error')).toEqual([]);
    expect(shown(await answerTo(anna, '/status'))).toContain(`#${request}`);
  });

  test('clients learn nothing about others by admin commands, and are named in the log', async () => {
    const other = await asks(newcomer(world), 'Top secret');
    const mallory = newcomer(world);
    for (const text of [
      `/show ${other}`,
      '/pending',
      '/stats',
      `/approve ${other}`,
      `/reject ${other}`,
      `/revoke ${other}`,
    ]) {
      expect(shown(await answerTo(mallory, text))).toContain('Only admins');
    }
    const named = world.daemon.log.filter(
      (line) => line['log.level'] === 'warn' && JSON.stringify(line).includes(`${mallory.id}`),
    );
    expect(named).toHaveLength(6);
    expect(mallory.chat.messages.filter(saying('Top secret'))).toEqual([]);
    expect(await rowOf(world, other)).toMatchObject({ status: 'pending' });
  });

  test('nobody’s text is in the log', () => {
    const log = JSON.stringify(world.daemon.log);
    for (const text of ['Top secret', 'DROP TABLE', 'because']) expect(log).not.toContain(text);
  });

  async function requestsAndHistory() {
    return [
      await world.rows('SELECT * FROM requests ORDER BY id'),
      await world.rows('SELECT * FROM request_events ORDER BY id'),
    ];
  }

  /** A message in the chat of whoever's turn it is, as their client would name it. */
  function placeOf(n: number, ...people: readonly Person[]) {
    const person = people[n % people.length];
    const message = person?.chat.messages.at(-1) ?? person?.write('hello');
    if (message === undefined) throw new Error('there is somebody');
    return message;
  }
});

/** Data of many shapes for a button, some of them those of real buttons of this request and round. */
function forged(request: number, round: number): readonly string[] {
  const types = ['a', 'r', 'w', 'u', 's', 'p', 'l', 'approve', 'A', 'z', '', '{"a":1}', "a' OR 1=1 --", '\0', '🌻'];
  const fields = [
    '',
    ':',
    `:${request}`,
    `:${request}:${round}`,
    `:${request}:${round}:1`,
    `:-${request}:${round}`,
    `:${request}.0:${round}`,
    `: ${request}:${round}`,
    ':99999999:1',
    ':9007199254740993:1',
  ];
  return types.flatMap((type) => fields.map((rest) => `${type}${rest}`));
}
