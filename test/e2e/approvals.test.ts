import { join } from 'node:path';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import type { Press } from '../../src/telegram-double/presses';
import { answerTo, asks, buttons, cardOf, days, eventsOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type Engine, type World, type WorldOptions } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
  { id: 5_000_000_003, first_name: 'Dora', language_code: 'en' },
];
const places = [
  ['sqlite', 'in private chats'],
  ['sqlite', 'in a group'],
  ['postgres', 'in a group'],
] as const;

const calm = { SWEEP_SCHEDULE: '0 0 1 1 *', CLIENT_RATE: 'off' };

function begin(engine: Engine, place: string, more: Partial<WorldOptions> = {}): Promise<World> {
  const group = place === 'in a group' && { group: { id: -4_000_001, title: 'Admins' } };
  return startWorld({
    engine,
    admins: profiles,
    ...group,
    ...more,
    env: { ...calm, APPROVALS_NEEDED: '2', ...more.env },
  });
}

function threeOf({ admins: [boris, clara, dora] }: World): readonly [Person, Person, Person] {
  if (boris === undefined || clara === undefined || dora === undefined) throw new Error('there are three admins');
  return [boris, clara, dora];
}

const approve = '✅ Approve';
const undo = '↩️ Undo my approval';

describe.each(places)('with APPROVALS_NEEDED=2, on %s, %s', (engine, place) => {
  let world: World;
  let boris: Person;
  let clara: Person;
  let dora: Person;
  let where: { readonly in?: Group };
  beforeAll(async () => {
    world = await begin(engine, place);
    [boris, clara, dora] = threeOf(world);
    where = world.group === undefined ? {} : { in: world.group };
  });
  afterAll(() => world.close());

  const card = (admin: Person, request: number, ...parts: readonly (string | RegExp)[]) =>
    cardOf(admin, request, parts, where);
  /** Presses a button of the newest card that says all of `parts`, and gives what the bot answers. */
  async function presses(admin: Person, request: number, button: string, ...parts: readonly string[]): Promise<string> {
    const press = admin.press(await card(admin, request, ...parts), (one) => one.text === button);
    return ((await press.answered()).text ?? '').replace(/[\u2068\u2069]/g, '');
  }
  const says = (admin: Person, text: string, replyTo?: ChatMessage) => {
    const sent = admin.write(text, { ...where, ...(replyTo && { replyTo }) });
    return admin.sees(({ from }) => from.is_bot, { ...where, after: sent });
  };

  test('the first approval is a vote that the client hears nothing of, the second decides', async () => {
    const anna = newcomer(world);
    const request = await asks(anna, 'I grow tomatoes');
    await card(clara, request, 'Approvals: 0 of 2', 'I grow tomatoes');
    expect(await presses(boris, request, approve)).toMatch(
      new RegExp(`You’ve approved request #${request} from .*\\n1 of 2 approvals: one more is needed`),
    );
    await card(clara, request, 'Approvals: 1 of 2 · Boris');
    const heard = anna.chat.messages.length;
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending', reviewed_by: null, decided_at: null });

    expect(await presses(clara, request, approve, '1 of 2')).toMatch(
      new RegExp(`Approved request #${request} from .*\\n👍 Also approved by Boris`),
    );
    await anna.sees(saying(`#${request} is approved`));
    expect(anna.chat.messages).toHaveLength(heard + 1);
    expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reviewed_by: clara.id, votes: null });
    for (const admin of world.admins) {
      const decided = await card(admin, request, 'Approved by Clara', 'Also approved by Boris');
      expect(buttons(decided)).not.toContain(approve);
      expect(shown(decided)).not.toContain('of 2');
    }
    expect(shown(await says(dora, `/show ${request}`))).toContain('Also approved by Boris');
    expect(shown(await says(dora, `/approve ${request}`))).toMatch(
      /Clara already approved.*\n.*Also approved by Boris/,
    );
    expect(shown(await says(dora, `/revoke ${request}`))).toContain('Ended');
    await card(boris, request, /Earlier: approved by Clara.*\n.*Also approved by Boris/);
    expect(
      await world.rows(
        `SELECT event, from_status, to_status, actor_id FROM request_events WHERE request_id = ${request} ORDER BY id`,
      ),
    ).toEqual([
      { event: 'submit', from_status: null, to_status: 'pending', actor_id: anna.id },
      { event: 'vote', from_status: 'pending', to_status: 'pending', actor_id: boris.id },
      { event: 'approve', from_status: 'pending', to_status: 'approved', actor_id: clara.id },
      { event: 'revoke', from_status: 'approved', to_status: 'revoked', actor_id: dora.id },
    ]);
  });

  test('the same admin’s second approval changes nothing, by button, reply or command', async () => {
    const request = await asks(newcomer(world));
    await presses(boris, request, approve);
    const voted = await card(boris, request, '1 of 2');
    expect(await presses(boris, request, approve, '1 of 2')).toMatch(
      /already approved request #\d+\.\n1 of 2 approvals/,
    );
    expect(shown(await says(boris, 'approve', voted))).toContain('already approved');
    expect(shown(await says(boris, `/approve ${request}`))).toContain('already approved');
    expect(await eventsOf(world, request)).toEqual(['submit', 'vote']);
  });

  test('any rejection ends it at once, also by one of those who have approved it', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await presses(boris, request, approve);
    await presses(boris, request, '❌ Reject', '1 of 2');
    await anna.sees(saying(`#${request} was rejected`));
    expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reviewed_by: boris.id, votes: null });
    expect(shown(await says(clara, `/approve ${request}`))).toContain('Boris already rejected');
  });

  test('Undo takes one’s own approval back and nobody else’s, while the request waits', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await presses(boris, request, approve);
    const voted = await card(boris, request, '1 of 2');
    expect(buttons(voted)).toEqual([approve, '❌ Reject', '💬 Reject with reason…', '❓ Ask…', undo]);
    const hers = await card(dora, request, '1 of 2');
    expect(buttons(hers).includes(undo)).toBe(world.group !== undefined);
    const data = voted.buttons.flat().find(({ text }) => text === undo);
    if (data === undefined || !('callback_data' in data)) throw new Error('the approval can be undone');
    const refused = await dora.pressData(hers, data.callback_data).answered();
    expect(refused.text).toMatch(/haven’t approved.*\n1 of 2/);

    expect(await presses(boris, request, undo, '1 of 2')).toMatch(
      /taken back your approval[^]*0 of 2 approvals: 2 more/,
    );
    await card(clara, request, 'Approvals: 0 of 2');
    expect((await boris.pressData(voted, data.callback_data).answered()).text).toContain('no decision');
    await presses(clara, request, approve, '0 of 2');
    await card(clara, request, 'Approvals: 1 of 2 · Clara');
    expect(await eventsOf(world, request)).toEqual(['submit', 'vote', 'vote_withdrawn', 'vote']);
    expect(anna.chat.messages.filter(({ from }) => from.is_bot)).toHaveLength(1);
  });

  test('only who completed the approval takes back the whole of it, which starts again at 0', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await presses(boris, request, approve);
    const early = await card(boris, request, '1 of 2');
    await presses(clara, request, approve, '1 of 2');
    await card(boris, request, 'Approved by Clara');
    const data = early.buttons.flat().find(({ text }) => text === undo);
    if (data === undefined || !('callback_data' in data)) throw new Error('the approval could be undone');
    expect((await boris.pressData(early, data.callback_data).answered()).text).toMatch(/Only .*Clara/);
    await presses(clara, request, '↩️ Undo', 'Approved by Clara');
    await anna.sees(saying('taken back'));
    await card(boris, request, 'Approvals: 0 of 2');
    // The button of the round before decides nothing in this one.
    const old = early.buttons.flat().find(({ text }) => text === approve);
    if (old === undefined || !('callback_data' in old)) throw new Error('it could be approved');
    expect((await boris.pressData(early, old.callback_data).answered()).text).toContain('no longer decides');
    await presses(boris, request, approve, '0 of 2');
    await card(clara, request, '1 of 2 · Boris');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending', round: 2 });
  });

  test('an appeal starts again at 0', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await presses(boris, request, approve);
    await presses(clara, request, '❌ Reject', '1 of 2');
    await anna.sees(saying('was rejected'));
    await world.backDate('requests', 'decided_at', days(8), `id = ${request}`);
    await answerTo(anna, '/appeal Please');
    await card(boris, request, 'Appeal 1', 'Approvals: 0 of 2');
    await presses(boris, request, approve, 'Appeal 1');
    await card(clara, request, 'Appeal 1', '1 of 2 · Boris');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  });

  test('an approval that comes after the expiry is none', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await presses(boris, request, approve);
    await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
    expect(await presses(clara, request, approve, '1 of 2')).toContain('expired');
    await anna.sees(saying('expired before the admins'));
    expect(await rowOf(world, request)).toMatchObject({ status: 'expired', votes: null });
    expect(await eventsOf(world, request)).toEqual(['submit', 'vote', 'expire']);
  });

  test('a client who withdraws takes the approvals with it', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    await presses(boris, request, approve);
    await answerTo(anna, '/cancel');
    await card(boris, request, 'Withdrawn');
    expect(await rowOf(world, request)).toMatchObject({ status: 'withdrawn', votes: null });
  });

  test('/approve with several numbers counts each, and answers each', async () => {
    const [one, two, three] = [await asks(newcomer(world)), await asks(newcomer(world)), await asks(newcomer(world))];
    await presses(clara, two, approve);
    const text = shown(await says(boris, `/approve ${one} ${two} ${three}`));
    expect(text).toMatch(
      new RegExp(
        `approved request #${one} [^]*1 of 2[^]*Approved request #${two} [^]*approved request #${three} [^]*1 of 2`,
      ),
    );
    expect(await eventsOf(world, two)).toEqual(['submit', 'vote', 'approve']);
  });

  test('/pending, /show and a digest’s count know of them', async () => {
    const request = await asks(newcomer(world));
    await presses(boris, request, approve);
    let page = await says(dora, '/pending');
    while (!shown(page).includes(`#${request} `)) {
      const before = shown(page);
      dora.press(page, '▶️');
      page = await dora.sees((m) => m.id === page.id && shown(m) !== before, where);
    }
    expect(shown(page)).toMatch(new RegExp(`#${request} [^]*👍 1 of 2`));
    const history = await says(dora, `/show ${request}`);
    expect(shown(history)).toMatch(/Approvals: 1 of 2 · Boris[^]*History[^]*approval given by Boris/);
    const [counted] = await world.rows("SELECT count FROM request_counts WHERE status = 'pending'");
    const [pending] = await world.rows("SELECT count(*) AS n FROM requests WHERE status = 'pending'");
    expect(Number(counted?.['count'])).toBe(Number(pending?.['n']));
  });
});

const killedAt = (step: string) => ({
  entry: join(__dirname, 'entries', 'killed-at-step.cjs'),
  env: { KILL_STEP: step, KILL_COUNT: '1' },
});

const count = 50;

describe.each(places)(
  'three admins who press Approve at the same instant, one of them twice, on %s, %s',
  (engine, place) => {
    test(`${count} requests: two different approvals each, ${count} outcomes, nobody counted twice`, async () => {
      const world = await begin(engine, place);
      try {
        const [boris, clara, dora] = threeOf(world);
        const where = world.group === undefined ? {} : { in: world.group };
        const clients = Array.from({ length: count }, () => newcomer(world));
        const requests = await Promise.all(clients.map((client) => asks(client)));
        const everybody = [boris, boris, clara, dora];
        const cards = await Promise.all(
          requests.map((request) => Promise.all(everybody.map((admin) => cardOf(admin, request, [], where)))),
        );
        const presses = cards.flatMap((ofRequest, n) => {
          const pressing = ofRequest.map((one, m) => () => (everybody[m] ?? boris).press(one, approve));
          return [...pressing.slice(n % 4), ...pressing.slice(0, n % 4)].map((press) => press());
        });
        const answers = await Promise.all(presses.map(async (press) => shownText((await press.answered()).text ?? '')));
        expect(
          answers.filter((text) => text.includes('1 of 2 approvals') && text.includes('You’ve approved')),
        ).toHaveLength(count);
        expect(answers.filter((text) => text.includes('Approved request'))).toHaveLength(count);
        expect(answers.filter((text) => /already approved/.test(text))).toHaveLength(2 * count);

        await world.settled();
        const events = await world.rows('SELECT request_id, event, actor_id FROM request_events ORDER BY id');
        expect(events).toHaveLength(3 * count);
        for (const [n, request] of requests.entries()) {
          const its = events.filter((event) => event['request_id'] === request);
          expect(its.map(({ event }) => event)).toEqual(['submit', 'vote', 'approve']);
          expect(new Set(its.map(({ actor_id }) => actor_id)).size).toBe(3);
          expect(await rowOf(world, request)).toMatchObject({
            status: 'approved',
            votes: null,
            reviewed_by: its[2]?.['actor_id'],
          });
          expect(clients[n]?.chat.messages.filter(saying('is approved'))).toHaveLength(1);
          for (const admin of world.admins) {
            expect(buttons(await cardOf(admin, request, ['Approved by'], where))).not.toContain(approve);
          }
        }
      } finally {
        await world.close();
      }
    });
  },
);

describe.each(places)(
  'three admins press Approve while one of them is removed and added again in between, on %s, %s',
  (engine, place) => {
    test(`${count} requests: two approvals of admins each, those of the one who left not counted, one outcome each`, async () => {
      const world = await begin(engine, place, { admins: profiles.slice(0, 2) });
      try {
        const [boris, clara] = world.admins;
        if (boris === undefined || clara === undefined) throw new Error('there are two owners');
        const where = world.group === undefined ? {} : { in: world.group };
        const dora = newcomer(world, { first_name: 'Dora' }).hasStarted();
        world.group?.join(dora);
        await boris.sees(saying('is an admin now'), { ...where, after: boris.write(`/admins add ${dora.id}`, where) });
        const clients = Array.from({ length: count }, () => newcomer(world));
        const requests = await Promise.all(clients.map((client) => asks(client)));
        const everybody = [boris, clara, dora];
        const cards = await Promise.all(
          requests.map(async (request) => ({
            request,
            of: new Map(
              await Promise.all(
                everybody.map(async (admin) => [admin, await cardOf(admin, request, [], where)] as const),
              ),
            ),
          })),
        );
        await world.settled();

        const expected = new Map(requests.map((request) => [request, ['submit']]));
        const votes = new Map<number, readonly Person[]>();
        let isAdmin = true;
        /** What the rules make of a press. */
        const ruled = (request: number, by: Person): string => {
          const before = (votes.get(request) ?? []).filter((voter) => voter !== dora || isAdmin);
          const events = expected.get(request) ?? [];
          if (by === dora && !isAdmin) return 'Only admins';
          if (events.at(-1)?.startsWith('approve') === true) return 'already approved';
          if (before.some((voter) => voter !== by)) events.push(`approve ${by.id}`);
          else if (before.includes(by)) return 'already approved';
          else events.push(`vote ${by.id}`);
          votes.set(request, [...(votes.get(request) ?? []), by]);
          return events.at(-1)?.startsWith('approve') === true ? 'Approved request' : '1 of 2 approvals';
        };
        const presses: { readonly answer: string; readonly press: Press }[] = [];
        for (let turn = 0; turn < 4; turn += 1) {
          for (const [n, { request, of }] of cards.entries()) {
            if (n === count / 2 && (turn === 1 || turn === 2)) {
              boris.write(`/admins ${turn === 1 ? 'remove' : 'add'} ${dora.id}`, where);
              isAdmin = turn === 2;
            }
            const by = everybody[(n + turn) % 3] ?? boris;
            const card = of.get(by);
            if (card === undefined) throw new Error('everybody has a card');
            presses.push({ answer: ruled(request, by), press: by.press(card, approve) });
          }
        }
        for (const { answer, press } of presses)
          expect(shownText((await press.answered()).text ?? '')).toContain(answer);
        const answered = (what: string) => presses.filter(({ answer }) => answer === what).length;
        expect(answered('Approved request')).toBe(count);
        expect(answered('Only admins')).toBeGreaterThan(5);
        await world.settled();
        const events = await world.rows('SELECT request_id, event, actor_id FROM request_events ORDER BY id');
        for (const [n, request] of requests.entries()) {
          const its = events.filter((event) => event['request_id'] === request);
          expect(
            its.map(({ event, actor_id }) => (event === 'submit' ? event : `${String(event)} ${String(actor_id)}`)),
          ).toEqual(expected.get(request));
          expect(clients[n]?.chat.messages.filter(saying('is approved'))).toHaveLength(1);
        }
      } finally {
        await world.close();
      }
    });
  },
);

const shownText = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

describe.each(['sqlite', 'postgres'] as const)('an approval that waits for another, on %s', (engine) => {
  let world: World;
  let admins: readonly [Person, Person, Person];
  beforeEach(async () => {
    world = await begin(engine, 'in private chats');
    admins = threeOf(world);
  });
  afterEach(() => world.close());

  /** A request that Boris has approved. */
  async function voted() {
    const [boris, clara] = admins;
    const anna = newcomer(world);
    const request = await asks(anna);
    await boris.press(await cardOf(boris, request), approve).answered();
    return { anna, request, card: await cardOf(clara, request, ['1 of 2 · Boris']) };
  }

  test('does not count once its admin is taken out of ADMIN_TELEGRAM_ID, and does again when they are back', async () => {
    const [boris, clara, dora] = admins;
    const { anna, request, card } = await voted();
    await world.daemon.stop();
    await world.restart({ env: { ADMIN_TELEGRAM_ID: `${clara.id},${dora.id}` } });
    expect((await clara.press(card, approve).answered()).text).toContain('1 of 2 approvals');
    await cardOf(dora, request, ['Approvals: 1 of 2 · Clara']);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    await world.daemon.stop();
    await world.restart();
    expect((await boris.press(await cardOf(boris, request), approve).answered()).text).toContain('Approved request');
    await anna.sees(saying('is approved'));
    expect(await eventsOf(world, request)).toEqual(['submit', 'vote', 'vote', 'approve']);
  });

  test('outlives a kill, whether the press was committed or not, and is counted once', async () => {
    const [boris, clara] = admins;
    for (const step of ['received', 'handled', 'committed', 'claimed']) {
      await world.daemon.kill();
      await world.restart();
      const anna = newcomer(world);
      const request = await asks(anna);
      const card = await cardOf(boris, request);
      await cardOf(clara, request);
      await world.settled();
      await world.daemon.kill();
      boris.press(card, approve);
      await world.restart(killedAt(step)).catch(() => undefined);
      expect(await world.daemon.exited).toMatchObject({ signal: 'SIGKILL' });
      await world.restart();
      const open = await cardOf(clara, request, ['1 of 2 · Boris']);
      clara.press(open, approve);
      await anna.sees(saying('is approved'));
      expect(await eventsOf(world, request)).toEqual(['submit', 'vote', 'approve']);
    }
  });

  test('counts after APPROVALS_NEEDED was lowered: the next one decides, also the same admin’s', async () => {
    const [boris] = admins;
    const { anna, request } = await voted();
    await world.daemon.stop();
    await world.restart({ env: { APPROVALS_NEEDED: '1' } });
    boris.press(await cardOf(boris, request, ['1 of 2']), approve);
    await anna.sees(saying('is approved'));
    expect(await eventsOf(world, request)).toEqual(['submit', 'vote', 'approve']);
  });

  test('that too few admins are there to give it is said at the start, in the answer, and to an owner who removes one', async () => {
    const [boris] = admins;
    const request = await asks(newcomer(world));
    const restartWith = async (needed: string) => {
      await world.daemon.stop();
      await world.restart({ env: { APPROVALS_NEEDED: needed } });
      return world.daemon.log.filter((line) => line['event.action'] === 'setting_warning');
    };
    expect((await restartWith('4')).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^APPROVALS_NEEDED is 4, and there are only 3 admins: no request can be approved/),
    );
    const { text } = await boris.press(await cardOf(boris, request), approve).answered();
    expect(text).toMatch(/1 of 4[^]*Only 3 admins can decide it, fewer than APPROVALS_NEEDED/);

    // Whom an owner adds is one of them.
    const ella = newcomer(world, { first_name: 'Ella' });
    const added = await answerTo(boris, `/admins add ${ella.id}`);
    expect(shown(added)).not.toContain('APPROVALS_NEEDED');
    const again = await boris.press(await cardOf(boris, request, ['1 of 4']), approve).answered();
    expect(again.text).not.toContain('APPROVALS_NEEDED');
    expect(JSON.stringify(await restartWith('4'))).not.toContain('APPROVALS_NEEDED');
    const removed = await answerTo(boris, `/admins remove ${ella.id}`);
    expect(shown(removed)).toMatch(/no longer an admin[^]*3 admins are left, fewer than APPROVALS_NEEDED \(4\)/);
  });

  test('changes nothing of what a client hears who unblocks the bot', async () => {
    const [boris, clara] = admins;
    const { anna, request, card } = await voted();
    clara.press(card, approve);
    await anna.sees(saying('is approved'));
    anna.block();
    clara.press(await cardOf(clara, request, ['Approved by Clara']), '↩️ Undo');
    await boris.press(await cardOf(boris, request, ['they blocked me', '0 of 2']), approve).answered();
    await cardOf(clara, request, ['1 of 2 · Boris']);
    await world.settled();
    anna.unblock();
    await anna.sees(saying('taken back', 'under review'));
  });
});
