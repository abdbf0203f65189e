import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, comesTrue, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

describe('everybody gets the language of their Telegram', () => {
  let world: World;
  let boris: Person;
  let clara: Person;

  beforeAll(async () => {
    world = await startWorld({
      engine: 'sqlite',
      admins: [
        { id: 5_000_000_001, first_name: 'Борис', language_code: 'ru' },
        { id: 5_000_000_002, first_name: 'Clara', language_code: 'en-GB' },
      ],
    });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
    // The bot learns an admin's language when they first write to it.
    await answerTo(boris, '/start');
    await answerTo(clara, '/start');
  });
  afterAll(() => world.close());

  test('a Russian and an English admin each see cards, buttons and decisions in their language', async () => {
    const anna = newcomer(world, { language_code: 'ru' });
    const request = await asks(anna, 'Пустите');
    const card = await cardOf(boris, request, ['Подан: ', 'Пустите']);
    expect(buttons(card)).toEqual(['✅ Одобрить', '❌ Отклонить', '💬 Отклонить с причиной…', '❓ Спросить…']);
    expect(buttons(await cardOf(clara, request, ['Submitted: ']))).toEqual([
      '✅ Approve',
      '❌ Reject',
      '💬 Reject with reason…',
      '❓ Ask…',
    ]);
    expect((await boris.press(card, 'Одобрить').answered()).text).toMatch(/одобрен/);
    await anna.sees('Добро пожаловать');
    await cardOf(boris, request, ['Одобрено: Борис']);
    await cardOf(clara, request, ['Approved by Борис']);
  });

  test.each(['отклонить не сейчас', 'reject не сейчас'])(
    'the reply “%s” is understood from everybody',
    async (text) => {
      const anna = newcomer(world, { language_code: 'ru' });
      const request = await asks(anna);
      await answerTo(clara, text, { replyTo: await cardOf(clara, request) });
      await anna.sees(saying('отклонён', 'не сейчас'));
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: 'не сейчас' });
    },
  );

  test('people with an untranslated language or none get the default one', async () => {
    for (const language_code of ['sw', 'xx']) {
      expect(shown(await answerTo(newcomer(world, { language_code }), '/start'))).toContain('Hello');
    }
    const { id } = newcomer(world);
    const nobody = world.double.person({ id: id + 1_000_000, first_name: 'Nobody' });
    expect(shown(await answerTo(nobody, '/start'))).toContain('Hello');
  });

  test('a changed Telegram language is used from then on', async () => {
    const anna = newcomer(world, { language_code: 'en' });
    await asks(anna);
    anna.rename({ language_code: 'ru' });
    expect(shown(await answerTo(anna, '/status'))).toContain('ждёт решения');
  });

  test('numbers agree with their nouns in Russian', async () => {
    const anna = newcomer(world, { language_code: 'ru' });
    expect(shown(await answerTo(anna, `/request ${'я'.repeat(2001)}`))).toContain('2\u00a0001 знак,');
    expect(shown(await answerTo(anna, `/request ${'я'.repeat(2002)}`))).toContain('2\u00a0002 знака,');
    expect(shown(await answerTo(anna, `/request ${'я'.repeat(2005)}`))).toContain('2\u00a0005 знаков,');
  });

  test('the command menus are set for clients and for admins, in each language', async () => {
    const names = (person: Person) => person.commands().map(({ command }) => command);
    const anna = newcomer(world, { language_code: 'ru' });
    await comesTrue(
      () => names(clara).includes('pending'),
      () => 'the admins have no menu',
    );
    expect(names(anna)).toEqual(['request', 'status', 'appeal', 'cancel', 'language', 'mydata', 'forget', 'help']);
    expect(anna.commands()[0]?.description).toBe('Запросить доступ');
    expect(newcomer(world).commands()[0]?.description).toBe('Ask for access');
    expect(names(boris)).toEqual(expect.arrayContaining(['pending', 'show', 'approve', 'reject', 'revoke', 'stats']));
    expect(boris.commands()[0]?.description).toMatch(/[а-я]/);
    expect(clara.commands()[0]?.description).toMatch(/^[A-Za-z ]+/);
  });
});

test('with DEFAULT_LANGUAGE=ru groups and strangers get Russian, an English client English', async () => {
  const world = await startWorld({
    engine: 'sqlite',
    admins: [{ id: 5_000_000_001, first_name: 'Clara', language_code: 'en' }],
    group: { id: -4_000_001, title: 'Admins' },
    env: { DEFAULT_LANGUAGE: 'ru' },
  });
  try {
    const [clara] = world.admins;
    if (clara === undefined || world.group === undefined) throw new Error('they were asked for');
    const anna = newcomer(world, { language_code: 'en' });
    const request = await asks(anna);
    const card = await cardOf(clara, request, ['Подан: '], { in: world.group });
    clara.press(card, '✅ Одобрить');
    await anna.sees('Welcome to');
    expect(shown(await answerTo(newcomer(world, { language_code: 'sw' }), '/status'))).toContain('нет запроса');
  } finally {
    await world.close();
  }
});
