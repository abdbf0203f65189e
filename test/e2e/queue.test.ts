import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { adminChatsOn, adminsAtWork, calm, twoAdmins } from './admins-at-work';
import { answerTo, asks, buttons, cardOf, days, eventsOf, minutes, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const approve = '✅ Approve';
const backToList = '◀️ Back to the list';
const next = 'Next ▶️';

const numbersIn = (list: ChatMessage): number[] =>
  [...shown(list).matchAll(/^#(\d+) /gm)].map(([, number]) => Number(number));

/** The message says all of this, in the place of `list`. */
const inPlaceOf =
  (list: ChatMessage, ...parts: readonly (string | RegExp)[]) =>
  (message: ChatMessage): boolean =>
    message.id === list.id && saying(...parts)(message);

describe.each(['sqlite', 'postgres'] as const)('working through the list, on %s', (engine) => {
  describe.each(adminChatsOn(engine))('%s', (_, admins) => {
    let world: World;
    let boris: Person;
    let clara: Person;
    let where: { readonly in?: Group };

    beforeAll(async () => {
      ({ world, boris, clara, where } = await adminsAtWork({ engine, group: admins }));
    });
    afterAll(() => world.close());
    afterEach(() => world.change("UPDATE requests SET status = 'withdrawn' WHERE status = 'pending'"));

    /** So many requests wait; an admin sees the list. */
    async function listOf(count: number, who = boris) {
      const requests: number[] = [];
      for (let n = 0; n < count; n += 1) requests.push(await asks(newcomer(world)));
      await world.settled();
      return { requests, list: await listFor(who) };
    }

    const listFor = (who: Person) =>
      who.sees(saying(/open request|No requests/), { ...where, after: who.write('/pending', where) });

    /** Presses a button of the message in the place of `list`, and gives what stands there once it says `parts`. */
    async function tap(list: ChatMessage, button: string, ...parts: readonly (string | RegExp)[]) {
      boris.press(list, button);
      return boris.sees(inPlaceOf(list, ...parts), where);
    }
    const heading = (request: number | undefined) => new RegExp(`^📨 Request #${request}\\n`);

    test('forty requests are decided with eighty taps, in one message', async () => {
      const { requests, list } = await listOf(40);
      const [first] = requests;
      let taps = 1;
      await tap(list, `#${first}`, heading(first));
      for (const [n, request] of requests.entries()) {
        const decided = await tap(list, approve, heading(request), 'Approved by Boris');
        taps += 1;
        expect(buttons(decided)).toEqual(['↩️ Undo', backToList, next]);
        const following = requests[n + 1];
        if (following === undefined) continue;
        const opened = await tap(list, next, heading(following));
        taps += 1;
        expect(buttons(opened)).toEqual([approve, '❌ Reject', '💬 Reject with reason…', '❓ Ask…', backToList, next]);
      }
      expect(taps).toBe(80);
      for (const request of requests) expect(await rowOf(world, request)).toMatchObject({ status: 'approved' });
      const answer = await boris.press(list, next).answered();
      expect(answer.text).toBe('No other request is waiting.');
      await tap(list, backToList, 'No requests are waiting');
      // Everything happened in that message.
      expect((where.in?.chat ?? boris.chat).messages.at(-1)?.id).toBe(list.id);
    });

    test('after the last comes the first that still waits', async () => {
      const { requests, list } = await listOf(3);
      const [first, second, third] = requests;
      await tap(list, `#${third}`, heading(third));
      await tap(list, next, heading(first));
      await tap(list, next, heading(second));
      await answerTo(boris, `/approve ${first} ${third}`);
      expect((await boris.press(list, next).answered()).text).toBe('No other request is waiting.');
    });

    test('the way back leads to the page of the request, and decided ones are gone from it', async () => {
      const { requests, list } = await listOf(18);
      await tap(list, '▶️', 'page 2 of 3');
      await tap(list, `#${requests[9]}`, heading(requests[9]));
      expect(numbersIn(await tap(list, backToList, 'page 2 of 3'))).toEqual(requests.slice(8, 16));
      await tap(list, `#${requests[9]}`, heading(requests[9]));
      await tap(list, approve, 'Approved by Boris');
      expect(numbersIn(await tap(list, backToList, 'page 2 of 3'))).toEqual(
        requests.filter((_, n) => n !== 9).slice(8, 16),
      );
    });

    test('what another admin decides shows there; once the list is back, the list stays', async () => {
      const { requests, list } = await listOf(3);
      const [first, second] = requests;
      await tap(list, `#${first}`, heading(first));
      clara.press(await cardOf(clara, Number(first), [], { ...where, before: list }), '❌ Reject');
      const decided = await boris.sees(inPlaceOf(list, heading(first), 'Rejected by Clara'), where);
      expect(buttons(decided)).not.toContain(approve);
      const stale = await boris.pressData(decided, `a:${first}:1`).answered();
      expect(stale.text).toContain('Clara');
      await tap(list, backToList, '2 open requests');
      await tap(list, `#${second}`, heading(second));
      await tap(list, backToList, '2 open requests');
      clara.press(await cardOf(clara, Number(second), [], { ...where, before: list }), approve);
      await cardOf(clara, Number(second), ['Approved by Clara'], where);
      await world.settled();
      expect(numbersIn((where.in?.chat ?? boris.chat).find(list.id) ?? list)).toEqual(requests.slice(1));
    });

    test('Undo gives the buttons back in place, and a reason can be written', async () => {
      const { requests, list } = await listOf(2);
      const [request] = requests;
      await tap(list, `#${request}`, heading(request));
      await tap(list, approve, 'Approved by Boris');
      boris.press(list, '↩️ Undo');
      const again = await boris.sees((shows) => shows.id === list.id && buttons(shows).includes(approve), where);
      expect(buttons(again)).toContain(next);
      boris.press(list, '💬 Reject with reason…');
      const question = await boris.sees(saying('why are you rejecting'), { ...where, after: list });
      boris.write('No photo', { replyTo: question, ...where });
      await boris.sees(inPlaceOf(list, 'Rejected by Boris', 'No photo'), where);
      await cardOf(boris, Number(request), ['Rejected by Boris', 'No photo'], { ...where, before: list });
    });

    test('a reply decides the request that is open there; to the list, it learns what would', async () => {
      const { requests, list } = await listOf(2);
      const [first, second] = requests;
      const reply = (text: string) => {
        const sent = boris.write(text, { replyTo: list, ...where });
        return boris.sees(() => true, { ...where, after: sent });
      };
      expect(shown(await reply('approve'))).toContain('/approve');
      await tap(list, `#${first}`, heading(first));
      await tap(list, next, heading(second));
      expect(shown(await reply('reject No photo'))).toContain(`Rejected request #${second}`);
      await boris.sees(inPlaceOf(list, heading(second), 'No photo'), where);
      expect(shown(await reply('approve'))).toContain('already rejected');
      await tap(list, backToList, 'One open request');
      expect(shown(await reply('approve'))).toContain('/approve');
      expect(await rowOf(world, Number(first))).toMatchObject({ status: 'pending' });
    });

    test('buttons of an older version’s list still work: a card as a message of its own, a page by its number', async () => {
      const { requests, list } = await listOf(9);
      boris.pressData(list, `s:${requests[0]}`);
      await cardOf(boris, Number(requests[0]), ['History'], { ...where, after: list });
      boris.pressData(list, 'p:2');
      await boris.sees(inPlaceOf(list, 'page 2 of 2'), where);
    });

    test('a list that was deleted is sent anew with what was to be opened there', async () => {
      const { requests, list } = await listOf(2);
      (where.in?.chat ?? boris.chat).remove(list);
      boris.pressData(list, `i:${requests[0]}`);
      const anew = await cardOf(boris, Number(requests[0]), [], { ...where, after: list });
      await tap(anew, next, heading(requests[1]));
      await tap(anew, approve, heading(requests[1]), 'Approved by Boris');
    });

    test('what is open is not decided twice, whoever presses what at the same moment', async () => {
      const { requests, list } = await listOf(4);
      const [first, second, third] = requests;
      const opened = await tap(list, `#${first}`, heading(first));
      const presses = [
        boris.press(opened, approve),
        (where.in === undefined ? boris : clara).pressData(
          opened,
          `x:${first}:1:${Number((await rowOf(world, Number(first)))['submitted_at'])}`,
        ),
        (where.in === undefined ? boris : clara).pressData(
          opened,
          `x:${first}:1:${Number((await rowOf(world, Number(first)))['submitted_at'])}`,
        ),
        (where.in === undefined ? boris : clara).pressData(opened, `r:${first}:1`),
      ];
      const answers = await Promise.all(presses.map((press) => press.answered()));
      expect(answers[0]?.text).toContain(`Approved request #${first}`);
      expect(answers[3]?.text).toContain('already approved');
      await world.settled();
      // Two who go on at once get to the same request.
      await boris.sees(inPlaceOf(list, heading(second)), where);
      expect(await eventsOf(world, Number(first))).toEqual(['submit', 'approve']);
      await tap(list, next, heading(third));
    });

    test('the list says how long each has waited and how its text begins', async () => {
      const request = await asks(newcomer(world), `I grow\ntomatoes ${'🍅'.repeat(100)}`);
      const young = await asks(newcomer(world), 'Hello');
      await world.settled();
      await world.backDate('requests', 'submitted_at', days(3) + minutes(121), `id = ${request}`);
      await world.backDate('requests', 'submitted_at', minutes(5), `id = ${young}`);
      const list = await listFor(boris);
      const [, old = '', last = ''] = shown(list).split('\n\n');
      expect(old).toMatch(/Waiting for 3 days 2 hours\nI grow tomatoes 🍅+…$/u);
      expect(last).toMatch(/Waiting for 5 minutes\nHello$/);
    });

    test('nobody but an admin opens anything', async () => {
      const { requests, list } = await listOf(1);
      const anna = newcomer(world);
      const own = await answerTo(anna, '/start');
      for (const data of [`i:${requests[0]}`, `t:${requests[0]}:1:1`, `x:${requests[0]}:1:1`]) {
        expect((await anna.pressData(own, data).answered()).text).toContain('Only admins');
      }
      await world.settled();
      expect(shown(anna.chat.find(own.id) ?? list)).toBe(shown(own));
      expect((await boris.pressData(list, 'i:999999').answered()).text).toContain('999999');
    });
  });

  test('an approval of several is counted in place, with the way on', async () => {
    const world = await startWorld({ engine, admins: twoAdmins, env: { ...calm, APPROVALS_NEEDED: '2' } });
    try {
      const [boris, clara] = world.admins;
      if (boris === undefined || clara === undefined) throw new Error('they are admins');
      const [first, second] = [await asks(newcomer(world)), await asks(newcomer(world))];
      await world.settled();
      const lists = new Map<Person, ChatMessage>();
      for (const admin of [boris, clara]) {
        const list = await answerTo(admin, '/pending');
        lists.set(admin, list);
        admin.press(list, `#${first}`);
        await admin.sees(inPlaceOf(list, `#${first}`, 'Approvals: '));
        admin.press(list, approve);
        const voted = await admin.sees(
          inPlaceOf(list, admin === boris ? 'Approvals: 1 of 2 · Boris' : 'Approved by Clara'),
        );
        expect(buttons(voted).slice(-2)).toEqual([backToList, next]);
      }
      const [ofBoris] = lists.values();
      if (ofBoris === undefined) throw new Error('he has a list');
      await boris.sees(inPlaceOf(ofBoris, 'Approved by Clara'));
      boris.press(ofBoris, next);
      await boris.sees(inPlaceOf(ofBoris, `#${second}`, 'Approvals: 0 of 2'));
    } finally {
      await world.close();
    }
  });

  test.each([
    ['in private chats', undefined],
    ['in the admins’ group', { id: -1_001_000_000_001, title: 'Admins' }],
  ])('Next leaves out what one has approved, and one’s own request, as long as others wait, %s', async (_, admins) => {
    const world = await startWorld({
      engine,
      admins: twoAdmins,
      ...(admins && { group: admins }),
      env: { ...calm, APPROVALS_NEEDED: '2' },
    });
    try {
      const [boris, clara] = world.admins;
      if (boris === undefined || clara === undefined) throw new Error('they are admins');
      const where = world.group === undefined ? {} : { in: world.group };
      const people = [newcomer(world), newcomer(world), boris, newcomer(world), newcomer(world)];
      const requests: number[] = [];
      for (const person of people) requests.push(await asks(person));
      const [one, two, his, four, five] = requests;
      await world.settled();
      for (const request of [two, four]) {
        const said = boris.write(`/approve ${request}`, where);
        await boris.sees(saying('1 of 2'), { after: said, ...where });
      }
      const list = await boris.sees(saying('open requests'), { after: boris.write('/pending', where), ...where });
      const opens = async (who: Person, button: string, request: number | undefined) => {
        who.press(list, button);
        return who.sees(inPlaceOf(list, new RegExp(`^📨 Request #${request}\\n`)), where);
      };
      await opens(boris, `#${one}`, one);
      // Two and four are approved by him, three is his own.
      await opens(boris, next, five);
      await opens(boris, next, one);
      if (world.group !== undefined) {
        for (const request of [two, his, four, five, one]) await opens(clara, next, request);
      }
      boris.press(list, approve);
      await boris.sees(inPlaceOf(list, `#${one}`, '1 of 2 · Boris'), where);
      await opens(boris, next, five);
      boris.press(list, '❌ Reject');
      await boris.sees(inPlaceOf(list, `#${five}`, 'Rejected by Boris'), where);
      // Nothing else waits: they come in turn.
      for (const request of [one, two, his, four, one]) await opens(boris, next, request);
    } finally {
      await world.close();
    }
  });

  test('it goes on after a restart', async () => {
    const world = await startWorld({ engine, admins: twoAdmins, env: calm });
    try {
      const [boris, clara] = world.admins;
      if (boris === undefined || clara === undefined) throw new Error('they are admins');
      const [first, second] = [await asks(newcomer(world)), await asks(newcomer(world))];
      await world.settled();
      const list = await answerTo(boris, '/pending');
      boris.press(list, `#${first}`);
      await boris.sees(inPlaceOf(list, 'Submitted', `#${first}`));
      await world.daemon.kill();
      await world.restart();
      clara.press(await cardOf(clara, first), approve);
      await boris.sees(inPlaceOf(list, 'Approved by Clara'));
      boris.press(list, next);
      await boris.sees(inPlaceOf(list, 'Submitted', `#${second}`));
    } finally {
      await world.close();
    }
  });
});
