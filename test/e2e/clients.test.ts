import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, days, eventsOf, minutes, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const longest = 2000;

describe.each(['sqlite', 'postgres'] as const)('a client in a private chat, on %s', (engine) => {
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
      env: { APPEAL_WINDOW: '30d', APPEAL_LIMIT: '2', COMMUNITY_NAME: 'Gardeners', SWEEP_SCHEDULE: '0 0 1 1 *' },
    });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
  });
  afterAll(() => world.close());

  /** A client whose request Boris has rejected. */
  async function rejected(reason = 'No photo'): Promise<{ anna: Person; request: number }> {
    const anna = newcomer(world);
    const request = await asks(anna, 'First words');
    await cardOf(boris, request);
    boris.write(`/reject ${request} ${reason}`);
    await anna.sees('was rejected');
    return { anna, request };
  }

  /** A client who was rejected so long ago that the appeal is open. */
  async function rejectedLongAgo(): Promise<{ anna: Person; request: number }> {
    const client = await rejected();
    await world.backDate('requests', 'decided_at', days(8), `id = ${client.request}`);
    return client;
  }

  const requestsOf = ({ id }: Person) => world.rows(`SELECT * FROM requests WHERE client_id = ${id} ORDER BY id`);

  describe('says hello', () => {
    test.each(['/start', '/help', '/start from_a_link'])('%s says what the bot is for and what to do', async (text) => {
      const welcome = await answerTo(newcomer(world), text);
      expect(shown(welcome)).toMatch(/access to Gardeners[^]*\/request/);
      expect(buttons(welcome)).toEqual(['✍️ Ask for access']);
    });

    test('/help tells a client with an open request what they can do now', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      expect(shown(await answerTo(anna, '/help'))).toMatch(new RegExp(`#${request}[^]*/status[^]*/cancel`));
    });
  });

  describe('requests access', () => {
    test('gets the number and the expiry date, and every admin gets a card', async () => {
      const anna = newcomer(world, { first_name: 'Anna', last_name: 'Smith', username: 'anna_smith' });
      const message = '  Two spaces,\n\nan empty line, <b>no markup</b> & 👩‍👩‍👧‍👦 /approve 1\n';
      const confirmation = await anna.sees('Got it', { after: anna.write(`/request ${message}`) });
      expect(shown(confirmation)).toMatch(/#\d+[^]*Expires: \d+ \w+ \d{4}, \d\d:\d\d \S+/);
      const [row] = await requestsOf(anna);
      expect(row).toMatchObject({ message, status: 'pending', appeal_count: 0, reviewed_by: null });
      expect(Number(row?.['expires_at']) - Number(row?.['submitted_at'])).toBe(days(7));
      for (const admin of world.admins) {
        const card = await cardOf(admin, Number(row?.['id']));
        expect(shown(card)).toContain('Anna Smith · @anna_smith · ID ');
        expect(shown(card)).toContain(message.trim());
        expect(shown(card)).toMatch(/Submitted: .*\nExpires: /);
        expect(card.entities).toContainEqual(expect.objectContaining({ type: 'text_mention', user: anna.user }));
        expect(buttons(card)).toEqual(['✅ Approve', '❌ Reject', '💬 Reject with reason…', '❓ Ask…']);
      }
    });

    test('/request alone asks for a text, and the next text is the request', async () => {
      const anna = newcomer(world);
      const prompt = await answerTo(anna, '/request');
      expect(prompt.forceReply).toMatchObject({ force_reply: true });
      expect(shown(prompt)).toContain('15 minutes');
      const answer = await answerTo(anna, 'I grow tomatoes\nand beans');
      expect(shown(answer)).toContain('Got it');
      expect(await requestsOf(anna)).toMatchObject([{ message: 'I grow tomatoes\nand beans' }]);
      expect(shown(await answerTo(anna, 'and peas'))).not.toContain('Got it');
    });

    test('the button of the welcome asks for a text too', async () => {
      const anna = newcomer(world);
      const welcome = await answerTo(anna, '/start');
      anna.press(welcome, 'Ask for access');
      const prompt = await anna.sees('in your next message', { after: welcome });
      expect(shown(await answerTo(anna, 'By the button', { replyTo: prompt }))).toContain('Got it');
    });

    test('a command in between is handled as a command, and the next text is still the request', async () => {
      const anna = newcomer(world);
      await answerTo(anna, '/request');
      expect(shown(await answerTo(anna, '/status'))).toContain('no request yet');
      expect(shown(await answerTo(anna, 'Here I am'))).toContain('Got it');
    });

    test('after 15 minutes only a reply to the prompt counts', async () => {
      const anna = newcomer(world);
      const prompt = await answerTo(anna, '/request');
      await world.settled();
      await world.backDate('bot_messages', 'created_at', minutes(15), `person_id = ${anna.id}`);
      expect(shown(await answerTo(anna, 'Sorry, lunch'))).toContain('Shall I send');
      expect(await requestsOf(anna)).toEqual([]);
      expect(shown(await answerTo(anna, 'Here I am', { replyTo: prompt }))).toContain('Got it');
    });

    test('the prompt can be answered after a restart', async () => {
      const [anna, dora] = [newcomer(world), newcomer(world)];
      const prompt = await answerTo(anna, '/request');
      await answerTo(dora, '/request');
      await world.daemon.stop();
      anna.write('Still here', { replyTo: prompt });
      dora.write('Me too');
      await world.restart();
      await anna.sees('Got it');
      await dora.sees('Got it');
      expect(await requestsOf(anna)).toMatchObject([{ message: 'Still here' }]);
      expect(await requestsOf(dora)).toMatchObject([{ message: 'Me too' }]);
    });

    test('/cancel drops the prompt', async () => {
      const anna = newcomer(world);
      await answerTo(anna, '/request');
      expect(shown(await answerTo(anna, '/cancel'))).toContain('Nothing was sent');
      await answerTo(anna, 'So what?');
      expect(await requestsOf(anna)).toEqual([]);
    });

    test('again while the first is pending: the answer says since when and until when', async () => {
      const anna = newcomer(world);
      const request = await asks(anna, 'Once');
      for (const text of ['/request Twice', '/request', '/appeal Thrice']) {
        expect(shown(await answerTo(anna, text))).toMatch(
          new RegExp(`already have a request, #${request}, sent on \\d.* expires on \\d`),
        );
      }
      expect(await requestsOf(anna)).toMatchObject([{ message: 'Once' }]);
    });

    test('once approved: the answer says that they have access', async () => {
      const anna = newcomer(world);
      boris.write(`/approve ${await asks(anna)}`);
      await anna.sees('Welcome to Gardeners');
      for (const text of ['/request Again', '/request', '/appeal Again']) {
        expect(shown(await answerTo(anna, text))).toContain('already have access to Gardeners');
      }
      expect(await requestsOf(anna)).toMatchObject([{ status: 'approved' }]);
    });

    test('a text of 2,000 UTF-16 units fits, one more does not, and an emoji counts as two', async () => {
      const anna = newcomer(world);
      const answer = await answerTo(anna, `/request ${'🌻'.repeat(longest / 2)}!`);
      expect(shown(answer)).toMatch(/2,?001[^]*2,?000/);
      expect(await requestsOf(anna)).toEqual([]);
      await asks(anna, '🌻'.repeat(longest / 2));
      expect(await requestsOf(anna)).toMatchObject([{ message: '🌻'.repeat(longest / 2) }]);
    });

    test.each([true, false])(
      'a text that Telegram splits into messages is refused as a whole (replies: %s)',
      async (replies) => {
        const anna = newcomer(world);
        const prompt = await answerTo(anna, '/request');
        const where = replies ? { replyTo: prompt } : {};
        anna.write('x'.repeat(2100), where);
        anna.write('y'.repeat(4000), where);
        const rest = anna.write('z'.repeat(500), where);
        await anna.sees(saying('2,100', 'shorten it'), { after: prompt });
        await anna.sees(saying('/request'), { after: rest });
        await world.settled();
        expect(await requestsOf(anna)).toEqual([]);
        expect(shown(await answerTo(anna, 'Shorter', where))).toContain('Got it');
      },
    );

    test('a text that is too long leaves the prompt open', async () => {
      const anna = newcomer(world);
      await answerTo(anna, '/request');
      expect(shown(await answerTo(anna, 'x'.repeat(longest + 1)))).toMatch(/2,?001/);
      expect(shown(await answerTo(anna, 'Shorter'))).toContain('Got it');
    });
  });

  describe('/status', () => {
    test('without a request: how to send one', async () => {
      expect(shown(await answerTo(newcomer(world), '/status'))).toMatch(/no request yet[^]*\/request/);
    });

    test('pending, approved and access ended', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      expect(shown(await answerTo(anna, '/status'))).toMatch(/is waiting[^]*Submitted: [^]*Expires: [^]*\/cancel/);
      boris.write(`/approve ${request}`);
      await anna.sees('is approved');
      expect(shown(await answerTo(anna, '/status'))).toMatch(/is approved[^]*Submitted: [^]*Decided: /);
      boris.write(`/revoke ${request} Quarrels`);
      await anna.sees('has ended');
      expect(shown(await answerTo(anna, '/status'))).toMatch(
        /has ended[^]*Decided: [^]*Quarrels[^]*can appeal from \d/,
      );
    });

    test('rejected: when, why and when an appeal opens; then that it is open', async () => {
      const { anna, request } = await rejected('Too young');
      expect(shown(await answerTo(anna, '/status'))).toMatch(
        /was rejected[^]*Decided: [^]*Too young[^]*can appeal from \d+ \w+ \d{4}/,
      );
      await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
      const status = await answerTo(anna, '/status');
      expect(shown(status)).toMatch(/can appeal until \d[^]*\/appeal/);
      expect(buttons(status)).toEqual(['✍️ Appeal']);
    });

    test('past its term: expired, even if no sweep has run since', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
      const sent = anna.write('/status');
      expect(shown(await anna.sees('Submitted: ', { after: sent }))).toMatch(/expired[^]*\/request/);
      expect(await requestsOf(anna)).toMatchObject([{ status: 'expired' }]);
    });

    test('withdrawn, and expired', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      await answerTo(anna, '/cancel');
      expect(shown(await answerTo(anna, '/status'))).toMatch(/was withdrawn[^]*Submitted: [^]*\/request/);
      await world.change(`UPDATE requests SET status = 'expired' WHERE id = ${request}`);
      expect(shown(await answerTo(anna, '/status'))).toMatch(/expired[^]*Submitted: [^]*\/request/);
    });
  });

  describe('/cancel', () => {
    test('withdraws; the cards say so and lose their buttons; a new request is possible at once', async () => {
      const anna = newcomer(world);
      const request = await asks(anna, 'Oops');
      await cardOf(clara, request);
      expect(shown(await answerTo(anna, '/cancel'))).toContain(`withdrawn your request #${request}`);
      for (const admin of world.admins) {
        const card = await cardOf(admin, request, ['Withdrawn', 'Oops']);
        expect(buttons(card)).toEqual([]);
      }
      expect(await asks(anna, 'Now in earnest')).toBeGreaterThan(request);
      expect(await requestsOf(anna)).toMatchObject([{ status: 'withdrawn' }, { status: 'pending' }]);
    });

    test('with nothing to withdraw: the answer says so', async () => {
      const anna = newcomer(world);
      expect(shown(await answerTo(anna, '/cancel'))).toContain('no request');
      boris.write(`/approve ${await asks(anna)}`);
      await anna.sees('is approved');
      expect(shown(await answerTo(anna, '/cancel'))).toMatch(/nothing to withdraw[^]*approved/);
    });

    test('an admin who never asked is offered nothing as a client, and reads what admins can do', async () => {
      for (const [command, answer] of [
        ['/cancel', 'nothing to cancel'],
        ['/status', 'no request'],
        ['/appeal', 'no decision to appeal'],
      ] as const) {
        const told = await answerTo(clara, command);
        expect(shown(told)).toMatch(new RegExp(`${answer}[^]*/pending lists`));
        expect(shown(told)).not.toContain('/request');
        expect(buttons(told)).toEqual([]);
      }
    });

    test('an appeal goes back to the rejection, with reviewer and reason, and can be made again', async () => {
      const { anna, request } = await rejectedLongAgo();
      await answerTo(anna, '/appeal I have a photo now');
      const appeal = await cardOf(boris, request, ['Appeal 1', 'I have a photo now']);
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending', reviewed_by: null, reason: null });
      expect(shown(await answerTo(anna, '/cancel'))).toMatch(/withdrawn your appeal[^]*can appeal/);
      expect(await rowOf(world, request)).toMatchObject({
        status: 'rejected',
        reviewed_by: boris.id,
        reason: 'No photo',
        message: 'First words',
        appeal_count: 1,
      });
      const card = await cardOf(boris, request, ['Appeal 1', 'Rejected by Boris', 'No photo', 'First words']);
      expect(card.id).toBe(appeal.id);
      expect(buttons(card)).toEqual([]);
      expect(shown(await answerTo(anna, '/appeal The photo, again'))).toContain('Got it');
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending', appeal_count: 2 });
    });
  });

  describe('appeals', () => {
    test.each(['/appeal Please', '/request Please', '/appeal', '/request'])(
      '%s before the window opens is refused with the date',
      async (text) => {
        const { anna, request } = await rejected();
        expect(shown(await answerTo(anna, text))).toMatch(/rejected[^]*can appeal from \d+ \w+ \d{4}, \d\d:\d\d/);
        expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', appeal_count: 0 });
      },
    );

    test.each(['/appeal', '/request'])(
      '%s TEXT once it is open sends the appeal, with the history',
      async (command) => {
        const { anna, request } = await rejectedLongAgo();
        expect(shown(await answerTo(anna, `${command} I have a photo now`))).toMatch(/appeal[^]*Expires: /);
        expect(await rowOf(world, request)).toMatchObject({
          status: 'pending',
          message: 'I have a photo now',
          appeal_count: 1,
          reviewed_by: null,
          decided_at: null,
          reason: null,
        });
        for (const admin of world.admins) {
          const card = await cardOf(admin, request, ['Appeal 1']);
          expect(shown(card)).toMatch(/I have a photo now[^]*Earlier: rejected by Boris[^]*No photo/);
          expect(buttons(card)).toContain('✅ Approve');
        }
        boris.write(`/approve ${request}`);
        await anna.sees('is approved');
        expect(await eventsOf(world, request)).toEqual(['submit', 'reject', 'appeal', 'approve']);
      },
    );

    test('/appeal alone, and the button, ask for a text', async () => {
      const { anna, request } = await rejectedLongAgo();
      anna.press(await answerTo(anna, '/status'), 'Appeal');
      const prompt = await anna.sees('changed in your next message');
      expect(shown(await answerTo(anna, '/appeal'))).toContain('what has changed');
      await answerTo(anna, 'Better now', { replyTo: prompt });
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending', message: 'Better now', appeal_count: 1 });
    });

    test('after the window closed: the decision is final', async () => {
      const { anna, request } = await rejectedLongAgo();
      await world.backDate('requests', 'decided_at', days(30), `id = ${request}`);
      expect(shown(await answerTo(anna, '/appeal Please'))).toMatch(/ended on \d[^]*final/);
      expect(shown(await answerTo(anna, '/status'))).toMatch(/ended on \d[^]*final/);
    });

    test('more often than APPEAL_LIMIT: the decision is final', async () => {
      const { anna, request } = await rejectedLongAgo();
      await world.change(`UPDATE requests SET appeal_count = 2 WHERE id = ${request}`);
      expect(shown(await answerTo(anna, '/appeal Please'))).toMatch(/all 2 appeals[^]*final/);
    });

    test('with nothing to appeal: the answer says so', async () => {
      expect(shown(await answerTo(newcomer(world), '/appeal Please'))).toMatch(/no decision[^]*\/request/);
    });
  });

  describe('sends something else', () => {
    test('a text, a photo, a sticker, a voice message or an unknown command gets a short, helpful answer', async () => {
      const anna = newcomer(world);
      const sendings = [
        () => anna.write('hello'),
        () => anna.sendPhoto(),
        () => anna.sendPhoto({ caption: 'me' }),
        () => anna.sendSticker(),
        () => anna.sendVoice(),
        () => anna.write('/frobnicate now'),
      ];
      for (const send of sendings) {
        const answer = await anna.sees(() => true, { after: send() });
        expect(shown(answer)).toMatch(/\/request|\/help/);
      }
      expect(await requestsOf(anna)).toEqual([]);
    });

    test('a photo with the command in its caption is a request', async () => {
      const anna = newcomer(world);
      await anna.sees('Got it', { after: anna.sendPhoto({ caption: '/request Look at me' }) });
      expect(await requestsOf(anna)).toMatchObject([{ message: 'Look at me' }]);
    });

    test('an edit is answered once with the fact that it changes nothing, and not at all if the text is the same', async () => {
      const anna = newcomer(world);
      const sent = anna.write('/request Frist words');
      const confirmation = await anna.sees('Got it', { after: sent });
      anna.edit(sent, '/request Frist words');
      anna.edit(sent, '/request First words');
      await anna.sees(saying('edit', 'changes nothing', '/cancel'), { after: confirmation });
      anna.edit(sent, '/request First words!');
      anna.edit(sent, '/request Frist words');
      await world.settled();
      const told = anna.chat.messages.filter(saying('changes nothing'));
      expect(told).toHaveLength(1);
      expect(await requestsOf(anna)).toMatchObject([{ message: 'Frist words' }]);
    });

    test('an edit of a message that the bot has never seen is also answered once', async () => {
      const anna = newcomer(world);
      const lost = anna.chat.add({ from: anna.user, date: 1, text: 'hello' });
      anna.hasStarted().edit(lost, 'hello there');
      anna.edit(lost, 'hello, you there');
      await world.settled();
      expect(anna.chat.messages.filter(saying('changes nothing'))).toHaveLength(1);
    });

    test('repeated edits of a photo’s caption are answered once', async () => {
      const anna = newcomer(world);
      const photo = anna.sendPhoto();
      anna.edit(photo, 'me');
      anna.edit(photo, 'my garden');
      await world.settled();
      expect(anna.chat.messages.filter(saying('changes nothing'))).toHaveLength(1);
    });

    test('a text edited into a command submits nothing', async () => {
      const anna = newcomer(world);
      const sent = anna.write('hello');
      anna.edit(sent, '/request Hello');
      await anna.sees(saying('changes nothing', '/request'));
      expect(await requestsOf(anna)).toEqual([]);
    });
  });

  test('in a group a command gets one line that points to the private chat', async () => {
    const anna = newcomer(world);
    const group = world.double.group({ id: -4_000_001, title: 'Chatter', members: [anna, boris] });
    const sent = anna.write('/request! Hello', { in: group });
    const answer = await anna.sees(`t.me/${world.double.bot.username}`, { in: group });
    expect(answer.text).not.toContain('\n');
    expect(answer.replyTo).toBe(sent.id);
    boris.write('/pending', { in: group });
    anna.write('/status@some_other_bot', { in: group });
    anna.write('hello everybody', { in: group });
    await world.settled();
    expect(group.chat.messages.filter(saying('t.me/'))).toHaveLength(2);
    expect(await requestsOf(anna)).toEqual([]);
  });

  test('a client above CLIENT_RATE is told once, then ignored', async () => {
    const anna = newcomer(world);
    for (let n = 0; n < 30; n += 1) anna.write(`hello ${n}`);
    await anna.sees(saying('20 messages', '1 minute'));
    await world.settled();
    const answers = anna.chat.messages.filter(({ from }) => from.is_bot);
    expect(answers).toHaveLength(21);
    expect(answers.filter(saying('20 messages'))).toHaveLength(1);
    expect(shown(await answerTo(newcomer(world), '/status'))).toContain('no request');
  });
});
