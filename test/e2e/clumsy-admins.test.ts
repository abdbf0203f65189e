import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { adminChatsOn, adminsAtWork } from './admins-at-work';
import { asks, cardOf, eventsOf, newcomer, rowOf, saying, shown } from './scenes';
import type { World } from './world';

describe.each(['sqlite', 'postgres'] as const)('admins who are clumsy or mean harm, on %s', (engine) => {
  describe.each(adminChatsOn(engine))('%s', (_, admins) => {
    let world: World;
    let boris: Person;
    let clara: Person;
    let where: { readonly in?: Group };

    beforeAll(async () => {
      ({ world, boris, clara, where } = await adminsAtWork({ engine, group: admins }));
    });
    afterAll(() => world.close());

    const says = async (admin: Person, text: string, replyTo?: ChatMessage) => {
      // What was owed before would come in between.
      await world.settled();
      const sent = admin.write(text, { ...where, ...(replyTo && { replyTo }) });
      return admin.sees(({ from }) => from.is_bot, { ...where, after: sent });
    };
    const notesOn = (request: number) => world.rows(`SELECT text FROM request_notes WHERE request_id = ${request}`);

    test('a note is kept in reply to a card, to what /show sent and to a request opened in the list; to a list it is not', async () => {
      const request = await asks(newcomer(world));
      const card = await cardOf(boris, request, [], where);
      expect(shown(await says(boris, 'note one', card))).toContain('Note added');
      const shownCard = await says(boris, `/show ${request}`);
      expect(shown(await says(boris, 'note two', shownCard))).toContain('Note added');
      const list = await says(boris, '/pending');
      expect(shown(await says(boris, 'note lost', list))).toContain('isn’t a request card');
      boris.press(list, `#${request}`);
      const open = await boris.sees((m) => m.id === list.id && saying('📨', `#${request}`)(m), where);
      expect(shown(await says(boris, 'note three', open))).toContain('Note added');
      expect((await notesOn(request)).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
      await says(boris, `/reject ${request}`);
    });

    test('nobody becomes an admin by a reply to the bot, by the group’s ID, twice, or being one already', async () => {
      const request = await asks(newcomer(world));
      const card = await cardOf(boris, request, [], where);
      expect(shown(await says(boris, '/admins add', card))).toContain('isn’t from a person');
      for (const [named, answer] of [
        ['-1001000000001', 'isn’t a person’s'],
        ['-7', 'isn’t a person’s'],
        ['−1001000000001', 'isn’t a person’s'],
        [`${world.double.bot.id}`, 'isn’t a person’s'],
        ['1087968824', 'isn’t a person’s'],
        ['136817688', 'isn’t a person’s'],
        ['777000', 'isn’t a person’s'],
        [`${boris.id}`, 'is an admin already'],
        [`${clara.id}`, 'is an admin already'],
        ['0', 'isn’t a Telegram ID'],
        ['1 2', 'Nothing has changed'],
        ["1'; DROP TABLE people; --", 'Nothing has changed'],
      ] as const) {
        expect(shown(await says(boris, `/admins add ${named}`))).toContain(answer);
      }
      expect(shown(await says(boris, `/admins remove ${boris.id}`))).toContain('is an owner');
      expect(await world.rows('SELECT * FROM administrators')).toEqual([]);
    });

    test('a bot that was added by its ID is named to the owners as soon as Telegram says that it is one', async () => {
      const bot = newcomer(world, { first_name: 'Helper', is_bot: true });
      const added = boris.write(`/admins add ${bot.id}`, where);
      await boris.sees(saying(`${bot.id}`, 'is an admin now'), { after: added, ...where });
      for (const owner of [boris, clara]) {
        await owner.sees(saying(`ID ${bot.id} is a bot`, `/admins remove ${bot.id}`, 'ADMIN_TELEGRAM_ID'));
      }
      expect(shown(await says(boris, `/admins remove ${bot.id}`))).toContain('no longer an admin');
      expect(shown(await says(boris, `/admins add ${bot.id}`))).toContain('isn’t a person’s');
      expect(await world.rows('SELECT id FROM administrators WHERE removed_at IS NULL')).toEqual([]);
    });

    test('a bot that comes into the admins’ group is no admin’s ID from then on', async () => {
      if (world.group === undefined) return;
      const bot = newcomer(world, { first_name: 'Other', is_bot: true });
      world.group.join(bot);
      expect(shown(await says(boris, `/admins add ${bot.id}`))).toContain('isn’t a person’s');
    });

    test('a client who becomes an admin while their request waits decides neither it nor its reopening', async () => {
      const dora = newcomer(world, { first_name: 'Dora' });
      const own = await asks(dora, 'Let me in');
      world.group?.join(dora);
      const card = await cardOf(boris, own, [], where);
      await says(boris, `/admins add ${dora.id}`);
      await dora.sees('You’re now an admin');
      for (const command of [`/approve ${own}`, `/reject ${own}`]) {
        expect(shown(await says(dora, command))).toContain('your own request');
      }
      if (world.group !== undefined) {
        expect((await dora.press(card, '✅ Approve').answered()).text).toContain('your own request');
        expect((await dora.press(card, 'Ask…').answered()).text).toContain('your own request');
      }
      await says(boris, `/reject ${own}`);
      expect(shown(await says(dora, `/reopen ${own}`))).toContain('your own request');
      expect(await rowOf(world, own)).toMatchObject({ status: 'rejected' });
      await says(boris, `/admins remove ${dora.id}`);
    });

    test('what is asked about a request that is decided meanwhile is not sent, and an answer after the decision is not passed on', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      const card = await cardOf(boris, request, [], where);
      boris.press(card, 'Ask…');
      const prompt = await boris.sees(saying('what do you want to ask', `#${request}`), where);
      const other = boris.write('Who are you?', { ...where, replyTo: prompt });
      await boris.sees(saying('Sent to'), { ...where, after: other });
      const question = await anna.sees(saying('have a question'));
      boris.press(await cardOf(boris, request, ['Who are you?'], where), 'Ask…');
      const late = await boris.sees(saying('what do you want to ask', `#${request}`), { ...where, after: other });
      await says(clara, `/approve ${request}`);
      expect(shown(await says(boris, 'And where from?', late))).toContain('already approved');
      const answer = anna.write('Anna', { replyTo: question });
      await anna.sees(saying(/approved|access/), { after: answer });
      expect(await eventsOf(world, request)).toEqual(['submit', 'ask', 'approve']);
    });

    test('a photo, a sticker or a voice message is no answer unless it has words', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      boris.press(await cardOf(boris, request, [], where), 'Ask…');
      const prompt = await boris.sees(saying('what do you want to ask', `#${request}`), where);
      await says(boris, 'What do you look like?', prompt);
      const question = await anna.sees(saying('have a question'));
      for (const send of [
        () => anna.sendSticker({ replyTo: question }),
        () => anna.sendVoice({ replyTo: question }),
        () => anna.sendPhoto({ replyTo: question }),
      ]) {
        await anna.sees(saying('can only read text'), { after: send() });
      }
      const captioned = anna.sendPhoto({ replyTo: question, caption: 'That’s me' });
      await anna.sees(saying('added this to your request', 'not the photo'), { after: captioned });
      await cardOf(clara, request, ['answered', 'That’s me'], where);
      expect(await eventsOf(world, request)).toEqual(['submit', 'ask', 'answer']);
      await says(boris, `/reject ${request}`);
    });

    test('/find takes anything', async () => {
      const request = await asks(newcomer(world), 'It’s 100% "quoted" snake_case * 🍅🍅🍅 done');
      for (const words of ['"quoted"', '100%', 'snake_case', '🍅🍅🍅', 'It’s', '*']) {
        expect(shown(await says(boris, `/find ${words}`))).toContain(`#${request} `);
      }
      for (const words of [
        '%%%',
        '"',
        "'",
        '_',
        'z',
        'AND OR NOT NEAR(',
        'x* ^y -z',
        "'; DROP TABLE requests; --",
        '\\',
      ]) {
        expect(shown(await says(boris, `/find ${words}`))).toMatch(/^🔍/u);
      }
      expect(shown(await says(boris, `/find ${Array.from({ length: 300 }, (__, n) => `w${n}`).join(' ')}`))).toMatch(
        /words at most/,
      );
      expect(shown(await says(boris, `/find ${'done '.repeat(200)}`))).toMatch(/^🔍 Requests matching done, newest/u);
      expect(shown(await says(boris, '/find'))).toContain('What shall I look for');
      await says(boris, `/reject ${request}`);
    });

    test('/approve of the same number twice decides once', async () => {
      const request = await asks(newcomer(world));
      const text = shown(await says(boris, `/approve ${request} ${request} ${request}`));
      expect(text.match(/Approved request/g)).toHaveLength(1);
      expect(await eventsOf(world, request)).toEqual(['submit', 'approve']);
    });
  });
});
