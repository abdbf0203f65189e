import type { RichBlock } from '@grammyjs/types';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const list: readonly RichBlock[] = [
  { type: 'heading', text: 'About me', size: 2 },
  {
    type: 'list',
    items: [
      { label: '•', blocks: [{ type: 'paragraph', text: ['I grow ', { type: 'bold', text: 'tomatoes' }] }] },
      {
        label: '•',
        blocks: [{ type: 'paragraph', text: { type: 'url', text: 'my garden', url: 'https://garden.example/a' } }],
      },
    ],
  },
];
const invisible = ['\u200B', '\u2800', '\u3164', ' \u2060\uFEFF\u00AD ', '\u202F\u180E\u115F'];

describe.each(['sqlite', 'postgres'] as const)('what people write, on %s', (engine) => {
  let world: World;
  let boris: Person;

  beforeAll(async () => {
    world = await startWorld({
      engine,
      admins: [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }],
      env: { CLIENT_RATE: 'off' },
    });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an admin');
    boris = first;
  });
  afterAll(() => world.close());

  const messagesOf = async ({ id }: Person) =>
    (await world.rows(`SELECT message FROM requests WHERE client_id = ${id}`)).map(({ message }) => message);
  const answer = (person: Person, after: ReturnType<Person['write']>) => person.sees(() => true, { after });

  describe('with lists and headings', () => {
    test('is read as text: in a request, in an answer to a question and in an offer', async () => {
      const text = 'About me\n• I grow tomatoes\n• my garden (https://garden.example/a)';
      const [anna, dora, emma] = [newcomer(world), newcomer(world), newcomer(world)];
      expect(
        shown(await answer(anna, anna.writeRich([{ type: 'paragraph', text: '/request Hello' }, ...list]))),
      ).toContain('Got it');
      expect(await messagesOf(anna)).toEqual([`Hello\n${text}`]);
      await answerTo(dora, '/request');
      expect(shown(await answer(dora, dora.writeRich(list)))).toContain('Got it');
      expect(await messagesOf(dora)).toEqual([text]);
      const offer = await answer(emma, emma.writeRich(list));
      emma.press(offer, 'request');
      await emma.sees('Got it');
      expect(await messagesOf(emma)).toEqual([text]);
    });

    test('decides as a reply and can be a reason', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      const card = await cardOf(boris, request);
      boris.writeRich([{ type: 'paragraph', text: 'reject' }, ...list], { replyTo: card });
      await anna.sees(saying('was rejected', '• I grow tomatoes'));
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected' });
    });
  });

  describe('that can’t be passed on', () => {
    test.each([
      ['photo', (anna: Person) => anna.sendPhoto({ caption: 'This is me' })],
      ['file', (anna: Person) => anna.sendDocument({ caption: 'This is me' })],
    ])('is reported: the text of a caption is the request, the %s is not passed on', async (what, send) => {
      const anna = newcomer(world);
      await answerTo(anna, '/request');
      const got = await answer(anna, send(anna));
      expect(shown(got)).toMatch(new RegExp(`Got it[^]*pass on your words, but not the ${what}`));
      expect(await messagesOf(anna)).toEqual(['This is me']);
      const dora = newcomer(world);
      const sent = dora.sendDocument({ caption: '/request By a caption' });
      expect(shown(await answer(dora, sent))).toMatch(/Got it[^]*but not the file/);
      const emma = newcomer(world);
      expect(shown(await answer(emma, send(emma)))).toContain(`but not the ${what}`);
    });

    test('a link is passed on as its address, and a mention as an ID', async () => {
      const anna = newcomer(world);
      const text = '/request see here, ask Боря, or 🌻 https://open.example';
      const at = (words: string) => ({ offset: text.indexOf(words), length: words.length });
      anna.write(text, {
        entities: [
          { type: 'text_link', ...at('here'), url: 'https://garden.example/' },
          { type: 'text_mention', ...at('Боря'), user: boris.user },
          { type: 'text_link', ...at('https://open.example'), url: 'https://open.example/' },
        ],
      });
      await anna.sees('Got it');
      expect(await messagesOf(anna)).toEqual([
        'see here (https://garden.example/), ask Боря (ID 5000000001), or 🌻 https://open.example',
      ]);
    });

    test('the limit applies to what was written: addresses that do not fit are left out, and the client is told', async () => {
      const anna = newcomer(world);
      const written = 'x'.repeat(2000);
      const url = `https://garden.example/${'a'.repeat(100)}`;
      const sent = anna.write(`/request ${written}`, { entities: [{ type: 'text_link', offset: 20, length: 5, url }] });
      expect(shown(await answer(anna, sent))).toMatch(/Got it[^]*addresses of your links/);
      expect(await messagesOf(anna)).toEqual([written]);
    });
  });

  describe('as a reason that can’t be passed on as it is', () => {
    test('a link is passed on as its address, in a command and in a reply', async () => {
      const url = 'https://garden.example/rules';
      const [one, two] = [await asks(newcomer(world)), await asks(newcomer(world))];
      const text = `/reject ${one} read the rules`;
      boris.write(text, { entities: [{ type: 'text_link', offset: text.indexOf('rules'), length: 5, url }] });
      const replyTo = await cardOf(boris, two);
      boris.write('reject: read the rules', { replyTo, entities: [{ type: 'text_link', offset: 17, length: 5, url }] });
      await boris.sees(saying(`Rejected request #${two} from`));
      for (const request of [one, two]) {
        expect(await rowOf(world, request)).toMatchObject({ reason: `read the rules (${url})` });
      }
    });

    test('the admin is told that a photo or a file is not passed on', async () => {
      const [one, two] = [await asks(newcomer(world)), await asks(newcomer(world))];
      const replyTo = await cardOf(boris, one);
      const sent = boris.sendPhoto({ caption: 'reject no face in it', replyTo });
      await boris.sees(saying(`Rejected request #${one} from`, 'but not the photo'), { after: sent });
      const command = boris.sendDocument({ caption: `/reject ${two} see the rules` });
      await boris.sees(saying(`Rejected request #${two} from`, 'but not the file'), { after: command });
    });
  });

  describe('without visible characters', () => {
    test.each(invisible)('is no request: the bot asks again (%j)', async (text) => {
      const anna = newcomer(world);
      for (const sent of [`/request ${text}`, text]) {
        expect(shown(await answerTo(anna, sent))).toContain('next message');
      }
      expect(await messagesOf(anna)).toEqual([]);
      expect(shown(await answerTo(anna, 'I am Anna'))).toContain('Got it');
    });

    test.each(invisible)('is no reason: nothing is decided (%j)', async (text) => {
      const anna = newcomer(world);
      const request = await asks(anna);
      const card = await cardOf(boris, request);
      boris.press(card, 'Reject with reason');
      const question = await boris.sees(({ forceReply }) => forceReply !== null, { after: card });
      const ways = [
        () => answerTo(boris, text, { replyTo: question }),
        () => answerTo(boris, `reject ${text}`, { replyTo: card }),
        () => answerTo(boris, `/reject ${request} ${text}`),
      ];
      for (const tries of ways) {
        await tries();
        expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      }
    });

    test('in a name can’t reverse the text beside it', async () => {
      const anna = newcomer(world, {
        first_name: 'Eve \u2067',
        last_name: '\u202E\u2066gnp.exe',
        username: 'eve_12345',
      });
      const request = await asks(anna, 'Hello \u2067there\nsecond line');
      const card = await cardOf(boris, request);
      // Every isolate that is opened is closed on its line, and none is closed that was not opened.
      for (const line of card.text.split('\n')) {
        let open = 0;
        for (const character of line) {
          if (/[\u2066-\u2068]/.test(character)) open += 1;
          if (character === '\u2069') open -= 1;
          expect(open).toBeGreaterThanOrEqual(0);
        }
        expect(open).toBe(0);
      }
      expect(card.text).toContain('From \u2068Eve gnp.exe\u2069 · @eve_12345');
    });
  });

  describe('in several messages, because it is too long for one', () => {
    const long = 'x'.repeat(4090);
    const rest = 'y'.repeat(300);

    test('is refused as a whole, even with other messages between', async () => {
      const anna = newcomer(world);
      await answerTo(anna, '/request');
      anna.write(long);
      newcomer(world).write('/start');
      const last = anna.write(rest);
      await anna.sees(saying('/request'), { after: last });
      await world.settled();
      expect(await messagesOf(anna)).toEqual([]);
      expect(shown(await answerTo(anna, 'Shorter'))).toContain('Got it');
    });

    test('is refused as a whole, even with a restart between two parts', async () => {
      const anna = newcomer(world);
      await answerTo(anna, '/request');
      await answerTo(anna, long);
      await world.daemon.stop();
      const last = anna.write(rest);
      await world.restart();
      await anna.sees(saying('/request'), { after: last });
      expect(await messagesOf(anna)).toEqual([]);
      expect(shown(await answerTo(anna, 'Shorter'))).toContain('Got it');
    });

    test('is told from a new text after the refusal, and from other people’s', async () => {
      const [anna, dora] = [newcomer(world), newcomer(world)];
      await answerTo(anna, '/request');
      await answerTo(dora, '/request');
      expect(shown(await answerTo(anna, 'x'.repeat(3000)))).toMatch(/3,?000/);
      expect(shown(await answerTo(dora, 'z'.repeat(2000)))).toContain('Got it');
      expect(shown(await answerTo(anna, 'Shorter'))).toContain('Got it');
      const emma = newcomer(world);
      await answerTo(emma, `/request ${'x'.repeat(4080)}`);
      await answerTo(emma, '/request');
      expect(shown(await answerTo(emma, 'y'.repeat(1000)))).toContain('Got it');
    });
  });
});

describe('an album', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({
      engine: 'sqlite',
      admins: [{ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' }],
      env: { CLIENT_RATE: '5/1h' },
    });
  });
  afterAll(() => world.close());

  const ten = Array.from({ length: 10 }, () => ({ media: 'photo' }) as const);
  const answersTo = ({ chat }: Person) => chat.messages.filter(({ from }) => from.is_bot).map(shown);

  test('of ten photos gets one answer and counts once', async () => {
    const anna = newcomer(world);
    for (let n = 0; n < 4; n += 1) anna.sendAlbum(ten);
    await world.settled();
    expect(answersTo(anna)).toHaveLength(4);
    expect(shown(await answerTo(anna, '/status'))).toContain('no request yet');
    expect(shown(await answerTo(anna, '/status'))).toContain('more than');
  });

  test('with a caption on the second photo only gets one answer, to the caption', async () => {
    const anna = newcomer(world);
    await answerTo(anna, '/request');
    anna.sendAlbum([{ media: 'photo' }, { media: 'photo', caption: 'My garden' }, { media: 'photo' }]);
    await anna.sees('Got it');
    await world.settled();
    expect(answersTo(anna).slice(1)).toEqual([expect.stringMatching(/Got it[^]*but not the photo/)]);
  });

  test('with a caption on each photo is one text with all of them, and counts once', async () => {
    const anna = newcomer(world);
    await answerTo(anna, '/request');
    anna.sendAlbum(
      ['My garden', 'my cat', 'and me: https://anna.example'].map((caption) => ({ media: 'photo', caption })),
    );
    await anna.sees('Got it');
    await world.settled();
    expect(answersTo(anna)).toHaveLength(2);
    expect(await world.rows(`SELECT message FROM requests WHERE client_id = ${anna.id}`)).toEqual([
      { message: 'My garden\nmy cat\nand me: https://anna.example' },
    ]);
    anna.sendAlbum(ten.map((item, n) => ({ ...item, caption: `Picture ${n}` })));
    await world.settled();
    expect(answersTo(anna)).toHaveLength(3);
    expect(shown(await answerTo(anna, '/status'))).toContain('waiting');
  });
});
