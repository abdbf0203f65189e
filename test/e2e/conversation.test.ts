import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { adminChatsOn, adminsAtWork, twoAdmins } from './admins-at-work';
import { asks, buttons, cardOf, days, eventsOf, minutes, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

describe.each(['sqlite', 'postgres'] as const)('a conversation about a request, on %s', (engine) => {
  describe.each(adminChatsOn(engine))('%s', (_, admins) => {
    let world: World;
    let boris: Person;
    let clara: Person;
    let where: { readonly in?: Group };

    beforeAll(async () => {
      ({ world, boris, clara, where } = await adminsAtWork({ engine, group: admins, double: { privacyMode: false } }));
    });
    afterAll(() => world.close());

    const nameOf = (admin: Person) => (admin === boris ? 'Boris' : 'Clara');
    const saidAbout = (request: number) =>
      world.rows(`SELECT kind, author_id, text FROM request_messages WHERE request_id = ${request} ORDER BY id`);

    /** The request of somebody new, which would expire in an hour. */
    async function waiting() {
      const anna = newcomer(world);
      const request = await asks(anna, 'I’m Anna');
      await world.backDate('requests', 'expires_at', days(7) - minutes(60), `id = ${request}`);
      return { anna, request, card: await cardOf(boris, request, [], where) };
    }

    /** Boris presses `Ask…`, and replies with this to what he is asked. */
    async function askedBy(admin: Person, { anna, request, card }: Awaited<ReturnType<typeof waiting>>, text: string) {
      admin.press(card, 'Ask…');
      const prompt = await admin.sees(saying('what do you want to ask', `#${request}`), where);
      const sent = admin.write(text, { replyTo: prompt, ...where });
      await admin.sees(saying('Sent to', `#${request}`), { after: sent, ...where });
      return anna.sees(saying('have a question', text));
    }

    async function expectTwoDays(request: number) {
      const left = Number((await rowOf(world, request))['expires_at']) - world.double.now();
      expect(left).toBeGreaterThan(days(2) - minutes(5));
      expect(left).toBeLessThan(days(2) + minutes(5));
    }

    test('`Ask…` sends the client a question; the answer is on every admin’s card, and the request’s text stays', async () => {
      const about = await waiting();
      const { anna, request } = about;
      const question = await askedBy(boris, about, 'Who invited you?');
      expect(shown(question)).not.toContain('Boris');
      await cardOf(clara, request, ['Boris asked', 'Who invited you?'], where);
      await expectTwoDays(request);

      const sent = anna.write('Clara did', { replyTo: question });
      await anna.sees(saying('added this to your request', `#${request}`), { after: sent });
      for (const admin of [boris, clara]) {
        const card = await cardOf(admin, request, ['Clara did'], where);
        expect(shown(card)).toMatch(
          /I’m Anna[^]*Boris asked, .*UTC:[^]*Who invited you\?[^]*answered, .*UTC:[^]*Clara did/,
        );
        expect(buttons(card)).toEqual(['✅ Approve', '❌ Reject', '💬 Reject with reason…', '❓ Ask…']);
      }
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending', message: 'I’m Anna', round: 1 });
      expect(await eventsOf(world, request)).toEqual(['submit', 'ask', 'answer']);
      expect(await saidAbout(request)).toEqual([
        { kind: 'question', author_id: boris.id, text: 'Who invited you?' },
        { kind: 'answer', author_id: anna.id, text: 'Clara did' },
      ]);
      const shownAt = boris.write(`/show ${request}`, where);
      const history = await cardOf(boris, request, ['History'], { ...where, after: shownAt });
      expect(shown(history)).toMatch(/question to the client by Boris[^]*answered by Anna/);
    });

    test('the client’s next text is the answer, however late; after it, a text is offered as an addition', async () => {
      const about = await waiting();
      const { anna, request } = about;
      await askedBy(boris, about, 'Where do you live?');
      await world.backDate('bot_messages', 'created_at', minutes(60), `person_id = ${anna.id}`);
      await world.backDate('requests', 'submitted_at', minutes(90), `id = ${request}`);
      const answer = anna.write('In Prague');
      await anna.sees(saying('added this to your request'), { after: answer });
      await cardOf(clara, request, ['answered', 'In Prague'], where);

      await world.backDate('requests', 'expires_at', days(1), `id = ${request}`);
      const more = anna.write('I sing in a choir');
      const offer = await anna.sees(saying('Shall I add this'), { after: more });
      expect(buttons(offer)).toEqual(['➕ Add to my request']);
      anna.press(offer, 'Add to my request');
      const added = await anna.sees(saying('added this to your request'), { after: more });
      expect([added.id, buttons(added)]).toEqual([offer.id, []]);
      const card = await cardOf(clara, request, ['added', 'I sing in a choir'], where);
      expect(shown(card)).toMatch(/Where do you live\?[^]*In Prague[^]*I sing in a choir/);
      await expectTwoDays(request);
      expect(await eventsOf(world, request)).toEqual(['submit', 'ask', 'answer', 'add']);
      anna.pressData(offer, 'm:1');
      expect((await saidAbout(request)).length).toBe(3);
    });

    test('whoever asked is told of the answer by a message that replies to the card; what is added is on the cards only', async () => {
      const about = await waiting();
      const { anna, request, card } = about;
      const hers = await cardOf(clara, request, [], where);
      const question = await askedBy(clara, { ...about, card: hers }, 'Who invited you?');
      const chats = world.group === undefined ? [boris.chat, clara.chat] : [world.group.chat];
      await world.settled();
      const before = chats.map((chat) => chat.messages.length);
      anna.write('Boris did', { replyTo: question });
      const told = await clara.sees(saying('Clara,', 'has answered your question', `#${request}`, 'Boris did'), where);
      await cardOf(clara, request, ['Boris did'], where);
      expect(told.replyTo).toBe(hers.id);
      expect(told.entities).toContainEqual(expect.objectContaining({ type: 'text_mention' }));
      expect(buttons(told)).toEqual([`#${request}`]);
      const more = anna.write('I sing in a choir');
      anna.press(await anna.sees(saying('Shall I add this'), { after: more }), 'Add to my request');
      await cardOf(boris, request, ['I sing in a choir'], where);
      await world.settled();
      expect(chats.map((chat) => chat.messages.length)).toEqual(
        world.group === undefined ? [before[0], (before[1] ?? 0) + 1] : [(before[0] ?? 0) + 1],
      );
      boris.press(card, '✅ Approve');
      await anna.sees(saying('is approved'));
    });

    test('a question that did not arrive is sent once the client is back, and whoever asked is told', async () => {
      const about = await waiting();
      const { anna, request, card } = about;
      anna.block();
      await cardOf(clara, request, ['can’t message them'], where);
      const ask = async (admin: Person, text: string) => {
        admin.press(
          card.chatId === admin.chat.id || world.group !== undefined ? card : await cardOf(admin, request),
          'Ask…',
        );
        const prompt = await admin.sees(saying('what do you want to ask', `#${request}`, `${nameOf(admin)}, `), where);
        admin.write(text, { replyTo: prompt, ...where });
        return admin.sees(saying(`${nameOf(admin)}, your question about request #${request} hasn’t reached`), where);
      };
      await ask(clara, 'Who invited you?');
      await ask(boris, 'Where do you live?');
      anna.unblock();
      await anna.sees(saying('have a question', 'Who invited you?'));
      const question = await anna.sees(saying('have a question', 'Where do you live?'));
      anna.write('In Prague', { replyTo: question });
      await boris.sees(saying('Boris,', 'has answered', 'In Prague'), where);
      anna.write('Clara did');
      await clara.sees(saying('Clara,', 'has answered', 'Clara did'), where);
      anna.block();
      anna.unblock();
      await world.settled();
      expect(anna.chat.messages.filter(saying('have a question', 'Who invited'))).toHaveLength(1);
    });

    test('a question that did not arrive is not sent any more once the request is decided', async () => {
      const about = await waiting();
      const { anna, request, card } = about;
      anna.block();
      boris.press(card, 'Ask…');
      const prompt = await boris.sees(saying('what do you want to ask', `#${request}`), where);
      boris.write('Who invited you?', { replyTo: prompt, ...where });
      await boris.sees(saying('hasn’t reached', `#${request}`), where);
      boris.press(await cardOf(boris, request, ['Who invited you?'], where), '✅ Approve');
      await cardOf(boris, request, ['Approved by Boris'], where);
      await world.settled();
      anna.unblock();
      await anna.sees(saying('is approved'));
      await world.settled();
      expect(anna.chat.messages.filter(saying('have a question'))).toEqual([]);
    });

    test('in a group, a text after `Ask…` that is no reply is told once to be one; in private it is the question', async () => {
      const { anna, request, card } = await waiting();
      boris.press(card, 'Ask…');
      const prompt = await boris.sees(saying('what do you want to ask', `#${request}`), where);
      const text = boris.write('Who invited you?', where);
      if (world.group === undefined) {
        await anna.sees(saying('have a question', 'Who invited you?'));
        return;
      }
      await boris.sees(saying('send it as a reply', 'Nothing was sent'), { after: text, ...where });
      clara.write('What do you think?', where);
      boris.write('No idea', where);
      await world.settled();
      expect(world.group.chat.messages.filter(saying('send it as a reply'))).toHaveLength(1);
      expect(await saidAbout(request)).toEqual([]);
      boris.write('Who invited you?', { replyTo: prompt, ...where });
      await anna.sees(saying('have a question', 'Who invited you?'));
    });

    test('what is too long is refused with its length; what is said about a request that is decided is not passed on', async () => {
      const about = await waiting();
      const { anna, request, card } = about;
      boris.press(card, 'Ask…');
      const prompt = await boris.sees(saying('what do you want to ask', `#${request}`), where);
      const long = boris.write('q'.repeat(1001), { replyTo: prompt, ...where });
      await boris.sees(saying('1,001', '1,000', 'Nothing was sent'), { after: long, ...where });
      const tooMuch = anna.write('a'.repeat(1001));
      await anna.sees(saying('1,001', '1,000'), { after: tooMuch });
      const text = anna.write('I sing');
      const offer = await anna.sees(saying('Shall I add this'), { after: text });
      boris.press(card, '✅ Approve');
      await anna.sees(saying(`#${request} is approved`));
      const before = anna.chat.messages.at(-1);
      anna.press(offer, 'Add to my request');
      await anna.sees(saying('approved'), before && { after: before });
      const late = boris.write('Who are you?', { replyTo: prompt, ...where });
      await boris.sees(saying('already approved'), { after: late, ...where });
      expect(await saidAbout(request)).toEqual([]);
    });

    test('a card has room for twenty texts of a thousand characters: the newest stay', async () => {
      const { anna, request } = await waiting();
      for (let n = 1; n <= 20; n += 1) {
        const text = anna.write(`${n}-${'x'.repeat(990)}`);
        const offer = await anna.sees(saying('Shall I add this'), { after: text });
        anna.press(offer, 'Add to my request');
        await anna.sees(saying('added this to your request'), { after: text });
      }
      const card = await cardOf(clara, request, ['20-xxx', 'earlier: '], where);
      expect(card.text.length).toBeLessThanOrEqual(4096);
      expect(shown(card)).toContain('I’m Anna');
      const over = anna.write('one more');
      const offer = await anna.sees(saying('Shall I add this'), { after: over });
      anna.press(offer, 'Add to my request');
      await anna.sees(saying('20 messages'), { after: over });
      expect(await saidAbout(request)).toHaveLength(20);
    });
  });

  test('nobody asks about their own request, and nobody who is no admin asks', async () => {
    const world = await startWorld({ engine, admins: twoAdmins });
    try {
      const [boris] = world.admins;
      if (boris === undefined) throw new Error('there is an admin');
      const own = await asks(boris, 'Me too');
      const card = await cardOf(boris, own);
      expect((await boris.press(card, 'Ask…').answered()).text).toContain('your own request');
      const anna = newcomer(world);
      const request = await asks(anna);
      const confirmation = await anna.sees(/^✅/);
      expect((await anna.pressData(confirmation, `k:${request}:1`).answered()).text).toContain('Only admins');
      expect(await world.rows('SELECT * FROM request_messages')).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
