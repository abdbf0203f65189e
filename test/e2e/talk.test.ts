import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, comesTrue, days, eventsOf, newcomer, rowOf, shown } from './scenes';
import { startWorld, type World } from './world';

const hello = 'Hello, I’d like to join.\nI’m <b>Anna</b> & a friend of Boris 👩‍👩‍👧‍👦';

describe.each(['sqlite', 'postgres'] as const)('small talk with the bot, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;

  beforeAll(async () => {
    world = await startWorld({
      engine,
      admins: [
        { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
        { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
      ],
      env: { COMMUNITY_NAME: 'Gardeners', CLIENT_RATE: 'off' },
    });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
  });
  afterAll(() => world.close());

  const requestsOf = ({ id }: Person) => world.rows(`SELECT * FROM requests WHERE client_id = ${id} ORDER BY id`);
  const drafts = ({ id }: Person) => world.rows(`SELECT * FROM drafts WHERE person_id = ${id} ORDER BY id`);

  /** A client and their request, which Boris has decided. */
  async function decided(command: 'approve' | 'reject') {
    const anna = newcomer(world);
    const request = await asks(anna);
    await cardOf(boris, request);
    boris.write(`/${command} ${request}`);
    await anna.sees(command === 'approve' ? 'Welcome' : 'was rejected');
    return { anna, request };
  }

  describe('a text out of the blue', () => {
    test('is offered back, and the button sends exactly that text as the request', async () => {
      const anna = newcomer(world);
      const sent = anna.write(hello);
      const offer = await anna.sees('as your request', { after: sent });
      expect(offer.replyTo).toBe(sent.id);
      expect(await requestsOf(anna)).toEqual([]);
      anna.press(offer, 'Send as my request');
      const confirmation = await anna.sees('Got it', { after: offer });
      const [row] = await requestsOf(anna);
      expect(row).toMatchObject({ message: hello, status: 'pending' });
      expect(shown(await cardOf(boris, Number(row?.['id'])))).toContain('I’m <b>Anna</b> & a friend of Boris');
      await anna.sees(({ id, text }) => id === offer.id && text === '📨 Sent.');
      expect(confirmation.id).not.toBe(offer.id);
      expect(await drafts(anna)).toEqual([]);
    });

    test('is sent once, however often the button is pressed', async () => {
      const anna = newcomer(world);
      const offer = await answerTo(anna, hello);
      const [first, second] = [anna.press(offer, 'Send as'), anna.press(offer, 'Send as')];
      await first.answered();
      // It has been sent: nobody is to send it again.
      expect((await second.answered()).text).toContain('If it hasn’t been sent yet');
      await world.settled();
      expect(await requestsOf(anna)).toHaveLength(1);
    });

    test('each offer sends its own text, even after another offer and after a restart', async () => {
      const anna = newcomer(world);
      const first = await answerTo(anna, 'The first text of mine');
      await answerTo(anna, 'The second text of mine');
      await world.daemon.kill();
      await world.restart();
      anna.press(first, 'Send as my request');
      await anna.sees('Got it');
      expect(await requestsOf(anna)).toMatchObject([{ message: 'The first text of mine' }]);
    });

    test('of somebody else can’t be sent by a forged press', async () => {
      const [anna, mallory] = [newcomer(world), newcomer(world)];
      await answerTo(anna, 'Anna’s private words');
      const offer = await answerTo(mallory, 'Mallory’s words');
      const [draft] = await drafts(anna);
      expect((await mallory.pressData(offer, `d:${String(draft?.['id'])}`).answered()).text).toContain(
        'no longer have that text',
      );
      expect(await requestsOf(mallory)).toEqual([]);
    });

    test('is offered as an appeal once one is open, and not before', async () => {
      const { anna, request } = await decided('reject');
      expect(buttons(await answerTo(anna, 'But I have changed'))).toEqual([]);
      await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
      const offer = await answerTo(anna, 'I really have changed');
      anna.press(offer, 'Send as my appeal');
      await anna.sees('Got it! Your appeal');
      expect(await rowOf(world, request)).toMatchObject({ message: 'I really have changed', appeal_count: 1 });
      expect(await eventsOf(world, request)).toEqual(['submit', 'reject', 'appeal']);
    });

    test('that is too long is refused at once, and nothing is kept', async () => {
      const anna = newcomer(world);
      expect(shown(await answerTo(anna, 'x'.repeat(2001)))).toContain('2,001');
      expect(await drafts(anna)).toEqual([]);
    });

    test('is kept for the ten newest offers per person', async () => {
      const anna = newcomer(world);
      for (let n = 1; n <= 12; n += 1) await answerTo(anna, `Words number ${n}`);
      const kept = await drafts(anna);
      expect(kept).toHaveLength(10);
      expect(kept[0]).toMatchObject({ message: 'Words number 3' });
    });

    test('by an admin without a request is not offered as one', async () => {
      expect(buttons(await answerTo(clara, 'Good morning'))).toEqual([]);
    });
  });

  describe('a thank-you', () => {
    test.each(['Thanks a lot!', 'thank you so much, this means the world to me and my family', '🙏❤️', 'Спасибо!'])(
      '“%s” after an approval gets a kind word and nothing else',
      async (text) => {
        const { anna } = await decided('approve');
        expect(shown(await answerTo(anna, text))).toBe('You’re welcome! 😊');
      },
    );

    test('while a request is pending gets a kind word and the status', async () => {
      const anna = newcomer(world);
      await asks(anna);
      expect(shown(await answerTo(anna, 'ok thanks'))).toMatch(/^You’re welcome![^]*\/status/);
    });

    test('that also introduces somebody is offered as their request', async () => {
      const anna = newcomer(world);
      const offer = await answerTo(anna, 'Thanks for having me, I am Anna and would like to join');
      expect(buttons(offer)).toEqual(['📨 Send as my request']);
    });
  });

  describe('/language', () => {
    test('with a code sets the language, whatever Telegram says', async () => {
      const anna = newcomer(world);
      expect(shown(await answerTo(anna, '/language RU'))).toContain('по-русски');
      anna.rename({ language_code: 'sw', last_name: 'Smith' });
      expect(shown(await answerTo(anna, '/status'))).toContain('У вас пока нет запроса');
      const sent = anna.write('/request Привет');
      const confirmation = await anna.sees('Готово', { after: sent });
      boris.write(`/approve ${/\d+/.exec(shown(confirmation))?.[0]}`);
      await anna.sees('Добро пожаловать');
    });

    test('alone shows buttons, and a press replaces the question by the answer', async () => {
      const anna = newcomer(world);
      const question = await answerTo(anna, '/language');
      expect(buttons(question)).toEqual(expect.arrayContaining(['English', 'Español', 'Русский']));
      expect(buttons(question).at(-1)).toBe('Same as Telegram');
      anna.press(question, 'Русский');
      await anna.sees(({ id, text }) => id === question.id && text.includes('по-русски'));
      expect(shown(await answerTo(anna, '/status'))).toContain('У вас пока нет запроса');
      const again = await answerTo(anna, '/language');
      anna.press(again, 'Как в Telegram');
      await anna.sees(({ id, text }) => id === again.id && text.includes('language set in your Telegram app'));
      expect(shown(await answerTo(anna, '/status'))).toContain('no request yet');
    });

    test('with a language without texts lists the available ones', async () => {
      const anna = newcomer(world);
      const question = await answerTo(anna, '/language tlh');
      expect(shown(question)).toContain('don’t speak');
      expect(buttons(question)).toContain('Русский');
    });

    test('with the name of a language, as on its button, works too', async () => {
      expect(shown(await answerTo(newcomer(world), '/language русский'))).toContain('по-русски');
    });

    test('also sets the language of answers to presses', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      await answerTo(clara, '/language ru');
      const card = await cardOf(clara, request);
      expect((await clara.press(card, 'Approve').answered()).text).toContain('одобрен');
      await answerTo(clara, '/language -');
      clara.press(await answerTo(clara, '/language'), 'Как в Telegram');
      await clara.sees('language set in your Telegram app');
    });
  });

  test('/id tells everybody their own Telegram ID', async () => {
    const anna = newcomer(world);
    expect(shown(await answerTo(anna, '/id'))).toContain(`${anna.id}`);
  });

  test.each(['ok', 'yes', '+', '👍'])('“%s” as a reply to a card decides nothing and gets one line', async (text) => {
    const anna = newcomer(world);
    const request = await asks(anna);
    const answer = await answerTo(boris, text, { replyTo: await cardOf(boris, request) });
    expect(shown(answer)).toMatch(/^🤔 Nothing was decided[^\n]*$/);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });

  test('the bot’s description in Telegram says what it is for, in every language', async () => {
    const told = (method: string, field: string) =>
      world.double.callLog.calls
        .filter((call) => call.method === method)
        .map(({ params }) => [params['language_code'] ?? '', params[field]]);
    const languagesOf = (calls: readonly unknown[][]) => new Set(calls.map(([language]) => language));
    const last = () => languagesOf(told('setMyShortDescription', 'short_description'));
    await comesTrue(
      () => last().has('uk'),
      () => `told in ${[...last()].join()}`,
    );
    const descriptions = told('setMyDescription', 'description');
    expect(descriptions).toEqual(
      expect.arrayContaining([
        ['', expect.stringContaining('access to Gardeners')],
        ['en', expect.stringContaining('access to Gardeners')],
        ['ru', expect.stringContaining('доступ в сообщество «Gardeners»')],
      ]),
    );
    expect(last()).toEqual(languagesOf(descriptions));
  });
});

describe('a sole admin', () => {
  let world: World;
  let boris: Person;

  beforeAll(async () => {
    world = await startWorld({
      engine: 'sqlite',
      admins: [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }],
      adminsStarted: false,
    });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is one admin');
    boris = first;
  });
  afterAll(() => world.close());

  test('is named in the log as long as they have not written', async () => {
    const anna = newcomer(world);
    const unknown = () => world.daemon.log.filter((line) => line['event.action'] === 'unknown_sender');
    await answerTo(anna, '/start');
    expect(unknown()).toMatchObject([{ 'log.level': 'info', 'user.id': `${anna.id}` }]);
    await answerTo(boris, '/start');
    await answerTo(newcomer(world), '/start');
    expect(unknown()).toHaveLength(1);
  });

  test('who requests access is told at once that nobody can decide it', async () => {
    const answer = await answerTo(boris, '/request Let me in');
    expect(shown(answer)).toMatch(/Got it![^]*only admin here[^]*another account/);
  });

  test('decides other people’s requests, and those people get no such message', async () => {
    const anna = newcomer(world);
    await asks(anna);
    expect(shown(await anna.sees('Got it'))).not.toContain('only admin');
  });
});

describe('admins in their group', () => {
  let world: World;
  let boris: Person;
  let group: Group;

  beforeAll(async () => {
    world = await startWorld({
      engine: 'sqlite',
      admins: [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }],
      group: { id: -4_000_001, title: 'Admins' },
    });
    const [first] = world.admins;
    if (first === undefined || world.group === undefined) throw new Error('they were asked for');
    [boris, group] = [first, world.group];
  });
  afterAll(() => world.close());

  const answerInGroup = (person: Person, text: string) =>
    person.sees(() => true, { in: group, after: person.write(text, { in: group }) });

  test('get the admins’ help, others are asked into the private chat', async () => {
    for (const command of ['/help', '/start']) {
      expect(shown(await answerInGroup(boris, command))).toMatch(/You’re an admin here[^]*\/pending/);
    }
    const dora = newcomer(world);
    group.join(dora);
    expect(shown(await answerInGroup(dora, '/help'))).toContain('https://t.me/');
  });

  test('learn the value of ADMIN_CHAT_ID by /id, others do not', async () => {
    const other = world.double.group({ id: -4_000_002, title: 'Garden', members: [boris] });
    const told = await boris.sees(() => true, { in: other, after: boris.write('/id', { in: other }) });
    expect(shown(told)).toMatch(new RegExp(`set ADMIN_CHAT_ID=${other.id}`));
    expect(shown(await answerInGroup(boris, '/id'))).toContain(`already come here (ADMIN_CHAT_ID=${group.id})`);
    const dora = newcomer(world);
    group.join(dora);
    expect(shown(await answerInGroup(dora, '/id'))).toContain('https://t.me/');
  });
});
