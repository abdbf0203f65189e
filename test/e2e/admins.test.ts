import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, days, eventsOf, minutes, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];

describe.each(['sqlite', 'postgres'] as const)('an admin in a private chat, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;

  beforeAll(async () => {
    world = await startWorld({ engine, admins: profiles, env: { SWEEP_SCHEDULE: '0 0 1 1 *', CLIENT_RATE: 'off' } });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two admins');
    [boris, clara] = [first, second];
  });
  afterAll(() => world.close());

  /** A client who waits, and the card each admin has of it. */
  async function waiting(message = 'I grow tomatoes') {
    const anna = newcomer(world);
    const request = await asks(anna, message);
    return { anna, request, cards: { boris: await cardOf(boris, request), clara: await cardOf(clara, request) } };
  }

  /** A client whom Boris has approved by the button. */
  async function approved() {
    const client = await waiting();
    boris.press(client.cards.boris, '✅ Approve');
    await client.anna.sees('is approved');
    const card = await cardOf(boris, client.request, ['Approved by Boris']);
    return { ...client, card };
  }

  describe('decides', () => {
    test('by a button: the client is notified, every card shows who and when and keeps the text', async () => {
      const { anna, request, cards } = await waiting();
      const press = boris.press(cards.boris, '✅ Approve');
      expect((await press.answered()).text).toContain(`#${request}`);
      await anna.sees(saying(`#${request} is approved`, 'Welcome'));
      for (const admin of [boris, clara]) {
        const card = await cardOf(admin, request, [/Approved by Boris, \d+ \w+ \d{4}, \d\d:\d\d/, 'I grow tomatoes']);
        expect(buttons(card)).toEqual(admin === boris ? ['↩️ Undo'] : []);
      }
      expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reviewed_by: boris.id, reason: null });
    });

    test('by the other button', async () => {
      const { anna, request, cards } = await waiting();
      await clara.press(cards.clara, (button) => button.text === '❌ Reject').answered();
      const outcome = await anna.sees(saying(`#${request} was rejected`));
      expect(shown(outcome)).toMatch(/can appeal from \d/);
      await cardOf(boris, request, ['Rejected by Clara', 'I grow tomatoes']);
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reviewed_by: clara.id, reason: null });
    });

    test.each(['approve', 'Approve!', 'APPROVE, welcome', 'одобрить', '  approve.'])(
      'by the reply “%s”',
      async (text) => {
        const { anna, request, cards } = await waiting();
        expect(shown(await answerTo(boris, text, { replyTo: cards.boris }))).toContain('Approved request');
        await anna.sees('is approved');
        expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reviewed_by: boris.id });
      },
    );

    test.each([
      ['reject', null],
      ['Reject: too young\n<b>sorry</b>', 'too young\n<b>sorry</b>'],
      ['отклонить мало слов', 'мало слов'],
    ])('by the reply “%s”, with what follows as the reason', async (text, reason) => {
      const { anna, request, cards } = await waiting();
      await answerTo(clara, text, { replyTo: cards.clara });
      await anna.sees(saying('was rejected', reason ?? ''));
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reviewed_by: clara.id, reason });
      await cardOf(boris, request, ['Rejected by Clara', reason ?? '']);
    });

    test.each([
      'don’t approve',
      "don't approve",
      'do not reject',
      'hmm',
      'not approve',
      'не одобрить',
      '👍',
      'approved?',
      'rejected by whom',
      'Одобрено кем?',
      '“approve”',
      'approve?',
      'Approve – no, wait',
      'reject or wait?',
      'Отклонить или подождать?',
    ])('not by the reply “%s”, which is answered with what would', async (text) => {
      const { request, cards } = await waiting();
      expect(shown(await answerTo(boris, text, { replyTo: cards.boris }))).toMatch(
        /othing was decided[^]*approve[^]*reject/,
      );
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    });

    test('by /approve and /reject with the number', async () => {
      const [one, two, three] = [await waiting(), await waiting(), await waiting()];
      expect(shown(await answerTo(boris, `/approve ${one.request}`))).toContain('Approved request');
      expect(shown(await answerTo(boris, `/reject ${two.request}`))).toContain('Rejected request');
      expect(shown(await answerTo(boris, `/reject №${three.request}: Too\nyoung`))).toContain('Rejected request');
      await one.anna.sees('is approved');
      await two.anna.sees('was rejected');
      await three.anna.sees(saying('was rejected', 'Too\nyoung'));
      expect(await rowOf(world, three.request)).toMatchObject({ status: 'rejected', reason: 'Too\nyoung' });
    });

    test('by a command that replies to a card, which counts as that command', async () => {
      const [one, two] = [await waiting(), await waiting()];
      await answerTo(boris, `/approve ${two.request}`, { replyTo: one.cards.boris });
      await two.anna.sees('is approved');
      expect(shown(await answerTo(boris, '/stats', { replyTo: one.cards.boris }))).toContain('waiting: ');
      expect(await rowOf(world, one.request)).toMatchObject({ status: 'pending' });
    });

    test('not without a number, or with one that does not exist', async () => {
      for (const command of ['approve', 'reject', 'show', 'revoke']) {
        expect(shown(await answerTo(boris, `/${command}`))).toContain(`/${command} 12`);
        expect(shown(await answerTo(boris, `/${command} 99999`))).toContain('no request #99999');
      }
    });

    test('with a reason, given when asked for', async () => {
      const { anna, request, cards } = await waiting();
      boris.press(cards.boris, 'Reject with reason…');
      const question = await boris.sees(saying('why are you rejecting', `#${request}`));
      expect(question.forceReply).toMatchObject({ force_reply: true });
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      expect(shown(await answerTo(boris, 'x'.repeat(1001), { replyTo: question }))).toMatch(/1,?001[^]*1,?000/);
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      const reason = 'approve? No: your garden is too small <i>& far</i>';
      expect(shown(await answerTo(boris, reason, { replyTo: question }))).toContain('Rejected request');
      await anna.sees(saying('was rejected', reason));
      await cardOf(clara, request, ['Rejected by Boris', reason]);
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason });
      expect(shown(await answerTo(boris, 'Another reason', { replyTo: question }))).toContain('rejected');
      expect(await rowOf(world, request)).toMatchObject({ reason });
    });

    test('not by a command written as the answer to the question for a reason', async () => {
      const { request, cards } = await waiting();
      boris.press(cards.boris, 'Reject with reason…');
      const question = await boris.sees(saying('why are you rejecting', `#${request}`));
      expect(shown(await answerTo(boris, '/stats', { replyTo: question }))).toContain('waiting: ');
      expect(shown(await answerTo(boris, '/cancel', { replyTo: question }))).toContain('never mind');
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      boris.press(cards.boris, 'Reject with reason…');
      await world.settled();
      expect(shown(await answerTo(boris, '/cancel'))).toContain('never mind');
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      boris.press(cards.boris, 'Reject with reason…');
      await world.settled();
      const again = boris.chat.newest(saying('why are you rejecting', `#${request}`));
      if (again === undefined) throw new Error('he was asked again');
      await answerTo(boris, '/stats of the last year, please', { replyTo: again });
      await answerTo(boris, '/s', { replyTo: again });
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: '/s' });
    });

    test('not with the rest of a reason that Telegram split into messages', async () => {
      const { request, cards } = await waiting();
      boris.press(cards.boris, 'Reject with reason…');
      const question = await boris.sees(saying('why are you rejecting', `#${request}`));
      boris.write('x'.repeat(4000), { replyTo: question });
      const rest = boris.write('and y', { replyTo: question });
      expect(shown(await boris.sees(saying('reject'), { after: rest }))).toMatch(/4,000|reply/i);
      await world.settled();
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      expect(shown(await answerTo(boris, 'Too far', { replyTo: question }))).toContain('Rejected request');
    });

    test('not with a reason above 1,000 characters, in any way; 1,000 fit', async () => {
      const { anna, request, cards } = await waiting();
      const tooLong = '🌻'.repeat(500) + 'x';
      expect(shown(await answerTo(boris, `/reject ${request} ${tooLong}`))).toMatch(/1,?001[^]*1,?000/);
      expect(shown(await answerTo(boris, `reject ${tooLong}`, { replyTo: cards.boris }))).toMatch(/1,?001/);
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      await answerTo(boris, `/reject ${request} ${'🌻'.repeat(500)}`);
      await anna.sees(saying('was rejected', '🌻'.repeat(500)));
    });

    test('second: the answer names the admin who was first', async () => {
      const { anna, request, cards } = await waiting();
      const first = boris.press(cards.boris, '✅ Approve');
      const second = clara.press(cards.clara, '❌ Reject');
      await first.answered();
      expect((await second.answered()).text?.replace(/[\u2066-\u2069]/g, '')).toMatch(
        new RegExp(`^Boris already approved request #${request} on \\d`),
      );
      for (const late of [`/reject ${request}`, `/approve ${request}`]) {
        expect(shown(await answerTo(clara, late))).toContain('Boris already');
      }
      expect(shown(await answerTo(clara, 'reject', { replyTo: cards.clara }))).toContain('Boris already');
      await world.settled();
      expect(anna.chat.messages.filter(saying(/approved|rejected/))).toHaveLength(1);
      expect(await eventsOf(world, request)).toEqual(['submit', 'approve']);
    });

    test('not on their own request', async () => {
      const request = await asks(boris, 'Me too');
      const card = await cardOf(boris, request);
      expect((await boris.press(card, '✅ Approve').answered()).text).toContain('your own request');
      expect((await boris.press(card, 'with reason').answered()).text).toContain('your own request');
      expect(shown(await answerTo(boris, 'approve', { replyTo: card }))).toContain('your own request');
      expect(shown(await answerTo(boris, `/approve ${request}`))).toContain('your own request');
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
      clara.press(await cardOf(clara, request), '✅ Approve');
      await boris.sees(saying(`Your request #${request} is approved`));
    });

    test('not by a button from before an appeal', async () => {
      const { anna, request, cards } = await waiting();
      const [approve] = cards.clara.buttons.flat();
      if (approve === undefined || !('callback_data' in approve)) throw new Error('a card has buttons');
      await answerTo(boris, `/reject ${request}`);
      await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
      await anna.sees('Got it', { after: anna.write('/appeal Please') });
      const press = clara.pressData(cards.clara, approve.callback_data);
      expect((await press.answered()).text).toMatch(/before an appeal/);
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending', appeal_count: 1 });
    });

    test('not after the request expired, even if no sweep has run since', async () => {
      const { request, cards } = await waiting();
      await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
      expect((await boris.press(cards.boris, '✅ Approve').answered()).text).toContain('expired');
      expect(await rowOf(world, request)).not.toMatchObject({ status: 'approved' });
    });
  });

  test('an admin who sends something else learns how to decide, not how to request access', async () => {
    const edited = clara.write('/pending');
    await clara.sees(() => true, { after: edited });
    const sendings = [
      () => clara.write('approve'),
      () => clara.write('/frobnicate'),
      () => clara.sendSticker(),
      () => clara.edit(edited, '/pending 2'),
    ];
    for (const send of sendings) {
      const [before] = clara.chat.messages.slice(-1);
      send();
      const answer = await clara.sees(() => true, { ...(before !== undefined && { after: before }) });
      expect(shown(answer)).toMatch(/\/pending[^]*\/help/);
      expect(buttons(answer)).toEqual([]);
    }
  });

  describe('looks', () => {
    test('/pending lists open requests, oldest first, in pages that turn in place', async () => {
      await world.settled();
      await world.change("UPDATE requests SET status = 'withdrawn' WHERE status = 'pending'");
      expect(shown(await answerTo(boris, '/pending'))).toContain('No requests are waiting');
      const numbers: number[] = [];
      for (let n = 0; n < 18; n += 1) numbers.push(await asks(newcomer(world)));
      await world.settled();
      const list = await answerTo(boris, '/pending');
      const listed = (text: string): number[] => [...text.matchAll(/^#(\d+) /gm)].map(([, number]) => Number(number));
      expect(shown(list)).toMatch(/18 open requests.*oldest first.*page 1 of 3/);
      expect(listed(shown(list))).toEqual(numbers.slice(0, 8));
      boris.press(list, '▶️');
      const second = await boris.sees(saying('page 2 of 3'));
      expect(second.id).toBe(list.id);
      expect(listed(shown(second))).toEqual(numbers.slice(8, 16));
      boris.press(second, '▶️');
      const last = await boris.sees(saying('page 3 of 3'));
      expect(listed(shown(last))).toEqual(numbers.slice(16));
      expect(buttons(last)).toContain('◀️');
      expect(buttons(last)).not.toContain('▶️');
      boris.press(last, '◀️');
      const back = await boris.sees(saying('page 2 of 3'));
      boris.chat.remove(back);
      boris.pressData(back, 'p:1');
      const anew = await boris.sees(saying('page 1 of 3'), { after: back });
      expect(listed(shown(anew))).toEqual(numbers.slice(0, 8));
      boris.press(anew, '▶️');
      await boris.sees(saying('page 2 of 3'), { after: back });
      boris.press(anew, `#${numbers[8]}`);
      const card = await cardOf(boris, Number(numbers[8]), [], { after: list });
      expect(card.id).toBe(anew.id);
      boris.press(card, '✅ Approve');
      const decided = await cardOf(boris, Number(numbers[8]), ['Approved by Boris'], { after: list });
      expect(decided.id).toBe(anew.id);
    });

    test('turning a page after its requests were decided skips none that are still open', async () => {
      await world.settled();
      await world.change("UPDATE requests SET status = 'withdrawn' WHERE status = 'pending'");
      const numbers: number[] = [];
      for (let n = 0; n < 20; n += 1) numbers.push(await asks(newcomer(world)));
      await world.settled();
      const listed = (list: ChatMessage): number[] =>
        [...shown(list).matchAll(/^#(\d+) /gm)].map(([, number]) => Number(number));
      const turned = async (list: ChatMessage, button: string): Promise<ChatMessage> => {
        await boris.press(list, button).answered();
        await world.settled();
        return boris.chat.find(list.id) ?? list;
      };
      const list = await answerTo(boris, '/pending');
      await answerTo(boris, `/approve ${numbers.slice(0, 8).join(' ')}`);
      const second = await turned(list, '▶️');
      expect(listed(second)).toEqual(numbers.slice(8, 16));
      expect(shown(second)).toMatch(/12 open requests.*page 1 of 2/);
      const last = await turned(second, '▶️');
      expect(listed(last)).toEqual(numbers.slice(16));
      await answerTo(boris, `/approve ${numbers.slice(8, 11).join(' ')}`);
      expect(listed(await turned(last, '◀️'))).toEqual(numbers.slice(11, 19));
      // Where nothing follows any more, what is left stands there.
      boris.pressData(list, `f:${Date.now()}:${numbers.at(-1)}`);
      await boris.sees((message) => message.id === list.id && listed(message).at(-1) === numbers.at(-1));
    });

    test('/show shows a request with its history and can decide it', async () => {
      const { anna, request } = await waiting('First words');
      await answerTo(boris, `/reject ${request} No photo`);
      await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
      await anna.sees('Got it', { after: anna.write('/appeal Second words') });
      const asked = clara.write(`/show ${request}`);
      const card = await cardOf(clara, request, ['History'], { after: asked });
      expect(shown(card)).toMatch(
        /Second words[^]*submitted by Anna\d+\n.*rejected by Boris\nNo photo\n.*appealed by Anna/,
      );
      clara.press(card, '✅ Approve');
      await anna.sees('is approved');
      await cardOf(clara, request, ['Approved by Clara', 'approved by Clara'], { after: asked });
    });

    test('a card of an appeal shows the first request; when the appeal expires, the card shows that again', async () => {
      const { anna, request } = await waiting('First words');
      await answerTo(boris, `/reject ${request} No photo`);
      await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
      await anna.sees('Got it', { after: anna.write('/appeal Second words') });
      const card = await cardOf(boris, request, ['Appeal 1', 'Second words', /First request[^]*First words/]);
      expect(shown(await cardOf(boris, request, ['History'], { after: boris.write(`/show ${request}`) }))).toMatch(
        /Second words[^]*First request[^]*First words[^]*submitted by[^]*rejected by[^]*No photo/,
      );
      await world.backDate('requests', 'expires_at', days(30), `id = ${request}`);
      await answerTo(boris, `/show ${request}`);
      const after = await boris.sees((m) => m.id === card.id && saying('Rejected by Boris')(m));
      expect(shown(after)).toMatch(/^📨 Request #\d+\n[^]*First words[^]*Appeal 1, .*: Second words/);
      expect(shown(after)).not.toMatch(/open until|Expires/);
    });

    test('/stats shows statistics', async () => {
      const before = await world.rows("SELECT count(*) AS n FROM requests WHERE status = 'approved'");
      expect(shown(await answerTo(boris, '/stats'))).toContain(`approved: ${Number(before[0]?.['n'])}`);
      await approved();
      expect(shown(await answerTo(boris, '/stats'))).toContain(`approved: ${Number(before[0]?.['n']) + 1}`);
    });
  });

  test('opening a request past its term shows it as expired', async () => {
    const { anna, request } = await waiting();
    await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
    expect(shown(await answerTo(boris, `/show ${request}`))).toMatch(/Expired[^]*expired automatically/);
    await anna.sees('expired');
  });

  describe('takes a decision back', () => {
    test('the one who decided, in time: the client is notified and everybody can decide again', async () => {
      const { anna, request, card } = await approved();
      boris.press(card, 'Undo');
      await anna.sees(saying(`#${request} was taken back`, 'under review again'));
      for (const admin of [boris, clara]) {
        const again = await admin.sees((m) => saying(`Request #${request}\n`)(m) && buttons(m).includes('✅ Approve'));
        expect(shown(again)).not.toContain('Approved');
      }
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending', reviewed_by: null, decided_at: null });
      clara.press(await cardOf(clara, request), '✅ Approve');
      await cardOf(boris, request, ['Approved by Clara']);
      expect(await eventsOf(world, request)).toEqual(['submit', 'approve', 'undo', 'approve']);
    });

    test('a button from before the undo decides nothing', async () => {
      const { request, card, cards } = await approved();
      const old = cards.clara.buttons.flat()[0];
      if (old === undefined || !('callback_data' in old)) throw new Error('a card has buttons');
      await boris.press(card, 'Undo').answered();
      expect((await clara.pressData(cards.clara, old.callback_data).answered()).text).toMatch(/an undo/);
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    });

    test('nobody else can', async () => {
      const { request, card } = await approved();
      const [undo] = card.buttons.flat();
      if (undo === undefined || !('callback_data' in undo)) throw new Error('the card can be undone');
      const press = clara.pressData(await cardOf(clara, request), undo.callback_data);
      expect((await press.answered()).text).toMatch(/Only .*Boris/);
      expect(await rowOf(world, request)).toMatchObject({ status: 'approved' });
    });

    test('not after UNDO_WINDOW; the button disappears', async () => {
      const { request, card } = await approved();
      await world.backDate('requests', 'decided_at', minutes(10), `id = ${request}`);
      expect((await boris.press(card, 'Undo').answered()).text).toContain('too late');
      await boris.sees((m) => saying(`Request #${request}\n`, 'Approved')(m) && buttons(m).length === 0);
      expect(await rowOf(world, request)).toMatchObject({ status: 'approved' });
    });
  });

  test('ends an access by /revoke, with a reason', async () => {
    const { anna, request } = await approved();
    expect(shown(await answerTo(clara, `/revoke ${request} Quarrels`))).toContain('Ended ');
    await anna.sees(saying('access', 'ended', 'Quarrels'));
    await cardOf(boris, request, ['Access ended by Clara', 'Quarrels', 'Earlier: approved by Boris']);
    expect(shown(await answerTo(clara, `/revoke ${request}`))).toContain('isn’t approved');
    expect(await rowOf(world, request)).toMatchObject({ status: 'revoked', reviewed_by: clara.id, reason: 'Quarrels' });
  });

  describe('has a copy of a card whose sending was never confirmed', () => {
    /** Boris has a card that the daemon does not know to be there: every answer about it was lost. */
    async function withLostAnswer() {
      const anna = newcomer(world);
      const fault = world.double.faults.add({
        method: 'sendMessage',
        chatId: boris.id,
        text: 'I grow lettuce',
        fault: { kind: 'lost_answer' },
      });
      const request = await asks(anna, 'I grow lettuce');
      const copy = await cardOf(boris, request);
      return { anna, request, copy, fault };
    }

    test('pressing it adopts it, and it follows the request from then on', async () => {
      const { anna, request, copy } = await withLostAnswer();
      boris.press(copy, '✅ Approve');
      await anna.sees('is approved');
      await world.settled();
      const copies = boris.chat.messages.filter(saying(`Request #${request}\n`));
      expect(copies.length).toBeGreaterThan(0);
      for (const each of copies) {
        expect(shown(each)).toContain('Approved by Boris');
        expect(buttons(each)).not.toContain('✅ Approve');
      }
    });

    test('replying to it adopts it, and later edits reach every copy', async () => {
      const { anna, request, copy } = await withLostAnswer();
      await boris.sees(saying(`Request #${request}\n`), { after: copy });
      await world.settled();
      expect(shown(await answerTo(boris, 'hmm', { replyTo: copy }))).toContain('othing was decided');
      clara.press(await cardOf(clara, request), '✅ Approve');
      await anna.sees('is approved');
      await world.settled();
      const copies = boris.chat.messages.filter(saying(`Request #${request}\n`));
      expect(copies).toHaveLength(2);
      for (const each of copies) expect(shown(each)).toContain('Approved by Clara');
    });
  });

  test('a card says that the client has blocked the bot, until they unblock it', async () => {
    const { anna, request } = await waiting();
    anna.block();
    const card = await cardOf(boris, request, ['blocked me']);
    expect(buttons(card)).toContain('✅ Approve');
    anna.unblock();
    await boris.sees(
      (m) => m.id === card.id && saying(`Request #${request}\n`)(m) && !saying('blocked me')(m) && m !== card,
    );
  });

  test('an outcome that can’t be delivered is shown on the card and counted', async () => {
    const { anna, request, cards } = await waiting();
    anna.deactivate();
    boris.press(cards.boris, '✅ Approve');
    await cardOf(clara, request, ['Approved by Boris', 'can’t message them']);
    expect(shown(await answerTo(boris, '/stats'))).toMatch(/couldn’t be delivered/);
  });
});

describe.each(['sqlite', 'postgres'] as const)('an admin who never started the bot, on %s', (engine) => {
  test('is named in the log and, once, to the others; on /start they get the open requests, once', async () => {
    const world = await startWorld({ engine, admins: profiles, adminsStarted: false });
    try {
      const [boris, clara] = world.admins;
      if (boris === undefined || clara === undefined) throw new Error('there are two admins');
      boris.hasStarted();
      const [anna, dora] = [newcomer(world), newcomer(world)];
      const [first, second] = [await asks(anna, 'One'), await asks(dora, 'Two')];
      const told = await boris.sees(saying(`ID ${clara.id}`, 'press Start'));
      await world.daemon.logged(
        (line) => JSON.stringify(line).includes(`${clara.id}`) && line['log.level'] === 'error',
      );
      boris.press(await cardOf(boris, first), '✅ Approve');
      await anna.sees('is approved');
      await world.settled();
      expect(boris.chat.messages.filter(saying(`ID ${clara.id}`, 'press Start'))).toEqual([told]);
      // The decision of the first has nothing to tell her: she never had its card.
      expect(
        world.double.callLog.of('sendMessage').filter(({ params }) => params['chat_id'] === clara.id),
      ).toHaveLength(2);
      clara.start();
      const card = await cardOf(clara, second);
      clara.press(card, '✅ Approve');
      await dora.sees('is approved');
      await world.settled();
      expect(clara.chat.messages.filter(saying(/^📨 Request/))).toHaveLength(1);
      expect(shown(await cardOf(clara, second))).toContain('Approved by Clara');
      // It is there for her once it waits again.
      boris.press(await cardOf(boris, first), 'Undo');
      clara.press(await cardOf(clara, first), '✅ Approve');
      await cardOf(clara, first, ['Approved by Clara']);
    } finally {
      await world.close();
    }
  });
});
