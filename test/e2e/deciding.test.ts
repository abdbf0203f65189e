import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, days, eventsOf, minutes, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];

describe.each(['sqlite', 'postgres'] as const)('an admin who writes instead of pressing, on %s', (engine) => {
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

  /** A client who waits, and Boris' card. */
  async function waiting() {
    const anna = newcomer(world);
    const request = await asks(anna, 'I grow tomatoes');
    return { anna, request, card: await cardOf(boris, request) };
  }

  /** Boris has been asked why he rejects a request. */
  async function asked() {
    const client = await waiting();
    const pressed = boris.chat.messages.at(-1);
    boris.press(client.card, 'Reject with reason…');
    const question = await boris.sees(
      saying('why are you rejecting', `#${client.request}`),
      pressed === undefined ? {} : { after: pressed },
    );
    await world.settled();
    return { ...client, question };
  }

  const statusOf = async (request: number) => (await rowOf(world, request))['status'];

  describe('decides several requests by one command', () => {
    test('/approve: all of them, with one answer for all', async () => {
      const [one, two, three] = [await waiting(), await waiting(), await waiting()];
      const answer = await answerTo(boris, `/approve ${one.request} #${two.request}, ${three.request} 99999`);
      for (const { anna, request } of [one, two, three]) {
        expect(shown(answer)).toMatch(new RegExp(`Approved request #${request} `));
        await anna.sees(saying(`#${request} is approved`));
      }
      expect(shown(answer)).toContain('no request #99999');
      const again = await answerTo(clara, `/approve ${one.request} ${two.request} ${two.request}`);
      expect(shown(again).match(/Boris already approved/g)).toHaveLength(2);
    });

    test('/reject: the numbers, then one reason for all', async () => {
      const [one, two, three] = [await waiting(), await waiting(), await waiting()];
      await answerTo(boris, `/reject ${one.request} and ${two.request} No photo`);
      for (const { request } of [one, two]) {
        expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: 'No photo' });
      }
      await answerTo(boris, `/reject ${three.request}: 18 is too young`);
      expect(await rowOf(world, three.request)).toMatchObject({ status: 'rejected', reason: '18 is too young' });
    });

    test('/reject: with any separator between the numbers, and anything before the reason', async () => {
      const [one, two, three, four] = [await waiting(), await waiting(), await waiting(), await waiting()];
      await answerTo(boris, `/reject № ${one.request} , #${two.request} – No photo`);
      for (const { request } of [one, two]) {
        expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: 'No photo' });
      }
      await answerTo(boris, `/reject ${three.request}:No photo`);
      await answerTo(boris, `/reject ${four.request} : No photo`);
      for (const { request } of [three, four]) {
        expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: 'No photo' });
      }
    });

    test('/revoke: each access ends', async () => {
      const [one, two] = [await waiting(), await waiting()];
      await answerTo(boris, `/approve ${one.request} ${two.request}`);
      await answerTo(boris, `/revoke ${one.request} ${two.request} Quarrels`);
      for (const { request } of [one, two]) {
        expect(await rowOf(world, request)).toMatchObject({ status: 'revoked', reason: 'Quarrels' });
      }
    });

    test('/show: a card of each', async () => {
      const [one, two] = [await waiting(), await waiting()];
      const sent = boris.write(`/show ${one.request} ${two.request}`);
      for (const { request } of [one, two]) await cardOf(boris, request, ['History'], { after: sent });
    });

    test('commands that take numbers only do nothing where a word follows, and say so', async () => {
      const one = await waiting();
      expect(shown(await answerTo(boris, `/show ${one.request} please`))).toContain('just the numbers');
      await answerTo(boris, `/reject ${one.request}`);
      expect(shown(await answerTo(boris, `/reopen ${one.request} he is sorry`))).toContain('Nothing was reopened');
      expect(await statusOf(one.request)).toBe('rejected');
    });

    test('none of them if the command is a question, a retraction or has an unreadable number', async () => {
      const [one, two] = [await waiting(), await waiting()];
      for (const command of [
        `/approve ${one.request} or ${two.request}`,
        `/approve ${one.request} ${two.request}?`,
        `/approve ${one.request} - no, wait`,
        `/approve ${one.request} but not ${two.request}`,
        `/approve ${one.request} ${two.request}-${two.request + 3}`,
        `/approve ${one.request} ${two.request} 99999 x`,
        `/approve ${one.request}: he is nice`,
        `/approve ${one.request} 👍`,
        `/reject ${one.request} or ${two.request}`,
        `/reject ${one.request} no, wait`,
        `/reject ${one.request} 99999 years is too young`,
        `/reject ${one.request} 18+ only`,
        `/reject ${one.request} - ${two.request}`,
        `/reject ${one.request}; ${two.request}`,
        `/reject ${one.request}: ${two.request}, ${two.request + 1}`,
        `/reject ${one.request} to ${two.request}`,
        `/reject ${one.request} до ${two.request}`,
        `/approve ${Array.from({ length: 21 }, (_, n) => one.request + n).join(' ')}`,
      ]) {
        expect(shown(await answerTo(boris, command))).toMatch(/nothing was (decided|done)/i);
      }
      expect([await statusOf(one.request), await statusOf(two.request)]).toEqual(['pending', 'pending']);
    });
  });

  describe('is asked for a reason', () => {
    test('and a text that replies to nothing is the reason, within 15 minutes', async () => {
      const { anna, request } = await asked();
      expect(shown(await answerTo(boris, 'No photo'))).toContain('Rejected request');
      await anna.sees(saying('was rejected', 'No photo'));
      const late = await asked();
      await world.backDate('bot_messages', 'created_at', minutes(15), `request_id = ${late.request}`);
      expect(shown(await answerTo(boris, 'No photo'))).not.toContain('Rejected request');
      expect(await statusOf(late.request)).toBe('pending');
      await answerTo(boris, 'Too far', { replyTo: late.question });
      expect(await rowOf(world, late.request)).toMatchObject({ status: 'rejected', reason: 'Too far' });
      expect(await rowOf(world, request)).toMatchObject({ reason: 'No photo' });
    });

    test('and a text that could answer two questions: the bot asks which', async () => {
      const [one, two] = [await asked(), await asked()];
      expect(shown(await answerTo(boris, 'No photo'))).toMatch(
        new RegExp(`#${two.request}, #${one.request}[^]*[Nn]othing`),
      );
      await answerTo(boris, 'No photo', { replyTo: one.question });
      expect(await statusOf(one.request)).toBe('rejected');
      expect(shown(await answerTo(boris, 'Too far'))).toContain(`#${two.request} from`);
      expect(await rowOf(world, two.request)).toMatchObject({ status: 'rejected', reason: 'Too far' });
    });

    test('and another admin is first: a text that replies to nothing says so, and is no reason for an older question’s request', async () => {
      const [older, newer] = [await asked(), await asked()];
      await answerTo(clara, `/approve ${newer.request}`);
      expect(shown(await answerTo(boris, 'No photo'))).toContain(`Clara already approved request #${newer.request}`);
      expect(await statusOf(older.request)).toBe('pending');
      // That question is over, and the older one is the newest now.
      expect(shown(await answerTo(boris, 'Too far'))).toContain(`Rejected request #${older.request}`);
      expect(await rowOf(world, older.request)).toMatchObject({ status: 'rejected', reason: 'Too far' });
    });

    test('and the client withdraws: a text that replies to nothing says so once; a decision of one’s own needs no word', async () => {
      const { anna, request } = await asked();
      await answerTo(anna, '/cancel');
      expect(shown(await answerTo(boris, 'No photo'))).toContain(`withdrew request #${request}`);
      expect(shown(await answerTo(boris, 'Good morning'))).not.toContain('withdrew');
      const own = await asked();
      await answerTo(boris, `/approve ${own.request}`);
      expect(shown(await answerTo(boris, 'Good morning'))).not.toContain('already');
    });

    test('and what to ask the client is not sent once another admin has decided, which they learn', async () => {
      const { anna, request, card } = await waiting();
      boris.press(card, 'Ask…');
      await boris.sees(saying('what do you want to ask', `#${request}`));
      await answerTo(clara, `/reject ${request}`);
      await anna.sees(saying('was rejected', `#${request}`));
      expect(shown(await answerTo(boris, 'Who are you?'))).toContain(`Clara already rejected request #${request}`);
      await world.settled();
      expect(anna.chat.messages.filter(({ text }) => text.includes('Who are you?'))).toEqual([]);
    });

    test.each([
      'approve',
      'Approve!',
      'approve him',
      'ok, approve',
      'одобрить',
      'don’t reject',
      'не отклонять',
      'no',
      'Never mind.',
      'reject?',
      '👍',
    ])('and says “%s”: nothing is decided, and the question stays', async (text) => {
      const { request, question } = await asked();
      for (const where of [{ replyTo: question }, {}]) {
        expect(shown(await answerTo(boris, text, where))).toMatch(/nothing was decided/i);
        expect(await statusOf(request)).toBe('pending');
      }
      await answerTo(boris, 'No photo');
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: 'No photo' });
    });

    test('and the text after “reject” in the answer is the reason, in any form', async () => {
      const [one, two] = [await asked(), await asked()];
      await answerTo(boris, 'Reject: no photo', { replyTo: one.question });
      expect(await rowOf(world, one.request)).toMatchObject({ status: 'rejected', reason: 'no photo' });
      const sent = boris.writeRich([{ type: 'paragraph', text: 'reject too far' }], { replyTo: two.question });
      await boris.sees(saying(`#${two.request} from`, 'Rejected request'), { after: sent });
      expect(await rowOf(world, two.request)).toMatchObject({ status: 'rejected', reason: 'too far' });
    });

    test('and a reason that only mentions an approval is a reason', async () => {
      const { request, question } = await asked();
      const reason = 'We can only approve people who have been here before';
      await answerTo(boris, reason, { replyTo: question });
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason });
    });

    test('and the question is over once it is dropped, whoever replies to it', async () => {
      const { request, question } = await asked();
      await answerTo(boris, '/cancel');
      expect(shown(await answerTo(boris, 'Good morning', { replyTo: question }))).toContain(
        'too late to answer that question',
      );
      expect(shown(await answerTo(boris, 'Good morning'))).not.toContain('rejected');
      expect(await statusOf(request)).toBe('pending');
    });

    test('and drops the question when only a reply would answer it any more', async () => {
      const { request, question } = await asked();
      await world.backDate('bot_messages', 'created_at', minutes(20), `request_id = ${request}`);
      expect(shown(await answerTo(boris, '/cancel'))).toContain('never mind');
      expect(shown(await answerTo(boris, 'Good morning', { replyTo: question }))).toContain('too late to answer');
      expect(await statusOf(request)).toBe('pending');
    });

    test('and drops the one that could still be answered, not a newer one whose request is decided', async () => {
      const [older, newer] = [await asked(), await asked()];
      await answerTo(boris, `/approve ${newer.request}`);
      expect(shown(await answerTo(boris, '/cancel'))).toContain('never mind');
      expect(shown(await answerTo(boris, 'Good morning'))).not.toContain('Rejected request');
      expect(await statusOf(older.request)).toBe('pending');
    });

    test('and /cancel withdraws a request of their own that waits, where the question is old', async () => {
      const { request, question } = await asked();
      const own = await asks(boris);
      // Its card comes into the same chat.
      await world.settled();
      await world.backDate('bot_messages', 'created_at', minutes(20), `request_id = ${request}`);
      boris.write('/cancel');
      await boris.sees(saying('You’ve withdrawn', `#${own}`));
      await world.settled();
      expect(shown(await answerTo(boris, 'Good morning', { replyTo: question }))).toContain('too late to answer');
    });

    test('and the question is over after a day', async () => {
      const { request, question } = await asked();
      await world.backDate('bot_messages', 'created_at', days(1), `request_id = ${request}`);
      expect(shown(await answerTo(boris, 'Good morning', { replyTo: question }))).toContain(
        'too late to answer that question',
      );
      expect(await statusOf(request)).toBe('pending');
    });

    test('and the question is over once the request was decided, even if it is pending again', async () => {
      const { request, question } = await asked();
      clara.press(await cardOf(clara, request), '✅ Approve');
      const decided = await cardOf(clara, request, ['Approved by Clara']);
      expect(shown(await answerTo(boris, 'Good morning', { replyTo: question }))).toContain('Clara already');
      expect(shown(await answerTo(boris, 'Good morning'))).not.toContain('Rejected request');
      clara.press(decided, 'Undo');
      await boris.sees((m) => saying(`Request #${request}\n`)(m) && m.buttons.length > 1);
      expect(shown(await answerTo(boris, 'Good morning', { replyTo: question }))).toContain(
        'no longer decides anything',
      );
      expect(shown(await answerTo(boris, 'Good morning'))).not.toContain('Rejected request');
      expect(await eventsOf(world, request)).toEqual(['submit', 'approve', 'undo']);
    });
  });

  test('a client’s reply to a dropped prompt submits nothing', async () => {
    const anna = newcomer(world);
    const prompt = await answerTo(anna, '/request');
    await answerTo(anna, '/cancel');
    await answerTo(anna, 'Good morning', { replyTo: prompt });
    await world.settled();
    expect(await world.rows(`SELECT id FROM requests WHERE client_id = ${anna.id}`)).toEqual([]);
  });

  test('a client’s reply to a prompt that was dropped late, or was overtaken by an offer they sent, submits nothing', async () => {
    const anna = newcomer(world);
    const late = await answerTo(anna, '/request');
    await world.backDate('bot_messages', 'created_at', minutes(20), `person_id = ${anna.id}`);
    expect(shown(await answerTo(anna, '/cancel'))).toContain('never mind');
    const offer = await answerTo(anna, 'I grow tomatoes', { replyTo: late });
    expect(buttons(offer)).toEqual(['📨 Send as my request']);
    const prompt = await answerTo(anna, '/request');
    anna.press(offer, 'Send as my request');
    await anna.sees('Got it');
    await answerTo(anna, '/cancel');
    await answerTo(anna, 'Good morning', { replyTo: prompt });
    await world.settled();
    expect(await world.rows(`SELECT message, status FROM requests WHERE client_id = ${anna.id}`)).toEqual([
      { message: 'I grow tomatoes', status: 'withdrawn' },
    ]);
  });
});

describe('an admin who has been asked for a reason in the group', () => {
  test('is told once to reply to the question, if the bot can read members’ messages', async () => {
    const world = await startWorld({
      engine: 'sqlite',
      admins: profiles,
      group: { id: -4_000_001, title: 'Admins' },
      double: { privacyMode: false },
    });
    try {
      const { group, admins } = world;
      const [boris, clara] = admins;
      if (boris === undefined || clara === undefined || group === undefined) throw new Error('they were asked for');
      const request = await asks(newcomer(world));
      const card = await cardOf(boris, request, [], { in: group });
      boris.press(card, 'Reject with reason…');
      await boris.sees(saying('why are you rejecting'), { in: group });
      await world.settled();
      clara.write('Good morning', { in: group });
      const typed = boris.write('No photo', { in: group });
      const told = await boris.sees(({ replyTo }) => replyTo === typed.id, { in: group });
      expect(shown(told)).toContain('as a reply to my question');
      boris.write('Good morning', { in: group });
      await world.settled();
      expect(group.chat.messages.filter(saying('as a reply to my question'))).toHaveLength(1);
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    } finally {
      await world.close();
    }
  });
});
