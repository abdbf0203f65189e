import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, buttons, cardOf, days, eventsOf, minutes, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];

describe.each(['sqlite', 'postgres'] as const)('an admin who reopens a request, on %s', (engine) => {
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

  /** A request that has come to its end by these words of Boris. */
  async function ended(...commands: readonly string[]) {
    const anna = newcomer(world);
    const request = await asks(anna, 'I grow tomatoes');
    await cardOf(boris, request);
    for (const command of commands) await answerTo(boris, `/${command} ${request}`);
    return { anna, request };
  }

  /** Its time is over, as whoever looks at it finds. */
  async function expired(anna: Person) {
    const request = await asks(anna, 'I grow tomatoes');
    await world.backDate('requests', 'expires_at', days(8), `id = ${request}`);
    await anna.sees(saying(/expired before the admins[^]*Submitted/), { after: anna.write('/status') });
    expect(await rowOf(world, request)).toMatchObject({ status: 'expired' });
    return request;
  }

  /** Writes, and is answered this, whatever else arrives meanwhile. */
  const learns = (person: Person, text: string, answer: string | RegExp) =>
    person.sees(saying(answer), { after: person.write(text) });

  /** The answer, whatever else comes with it. */
  const reopens = (admin: Person, requests: readonly number[]) =>
    admin.sees(saying(/open again/), { after: admin.write(`/reopen ${requests.join(' ')}`) });

  test.each([
    ['rejected', ['reject'], ['submit', 'reject', 'reopen']],
    ['revoked', ['approve', 'revoke'], ['submit', 'approve', 'revoke', 'reopen']],
  ] as const)('a %s one: it waits again, the client and every admin learn it', async (_, commands, events) => {
    const { anna, request } = await ended(...commands);
    const before = boris.chat.messages.at(-1);
    const sent = clara.write(`/reopen ${request}`);
    const said = await clara.sees(saying('is open again'), { after: sent });
    expect(shown(said)).toContain(`#${request}`);
    const told = await anna.sees(saying(`reopened your request #${request}`, 'under review', 'Expires'));
    const card = await cardOf(
      boris,
      request,
      ['I grow tomatoes', 'Earlier', 'by Boris', 'Expires'],
      before && { after: before },
    );
    expect(buttons(card)).toContain('✅ Approve');
    await cardOf(clara, request, ['Earlier'], { after: sent });
    const row = await rowOf(world, request);
    expect(row).toMatchObject({ status: 'pending', round: 2, reviewed_by: null, decided_at: null, reason: null });
    expect(Number(row['expires_at'])).toBeGreaterThan(world.double.now() + days(7) - minutes(1));
    expect(await eventsOf(world, request)).toEqual(events);
    const history = await answerTo(clara, `/show ${request}`);
    expect(shown(history)).toMatch(/reopened by Clara/);
    boris.press(card, '✅ Approve');
    await anna.sees(saying(`#${request} is approved`), { after: told });
  });

  test('an expired one, though newer ones of the client are over too; then it is the one they have', async () => {
    const anna = newcomer(world);
    const [older, newer] = [await expired(anna), await expired(anna)];
    await reopens(boris, [older]);
    expect(await rowOf(world, older)).toMatchObject({ status: 'pending', round: 2 });
    await learns(anna, '/status', `#${older}`);
    await learns(anna, '/request Me again', 'already have a request');
    const refused = shown(await answerTo(boris, `/reopen ${newer}`));
    expect(refused).toContain(`#${older}`);
    expect(await rowOf(world, newer)).toMatchObject({ status: 'expired', round: 1 });
    await answerTo(boris, `/approve ${older}`);
    await learns(anna, '/request Me again', 'already have access');
  });

  test('not where the client has a newer one that counts, which the answer names', async () => {
    const anna = newcomer(world);
    const older = await expired(anna);
    const newer = await asks(anna, 'Me again');
    await learns(boris, `/reopen ${older}`, `/show ${newer}`);
    await answerTo(boris, `/reject ${newer}`);
    await learns(boris, `/reopen ${older}`, `/show ${newer}`);
    expect(await rowOf(world, older)).toMatchObject({ status: 'expired', round: 1 });
  });

  test('several at once, each answered; one that waits, is approved or withdrawn stays as it is', async () => {
    const [rejected, approved, waiting] = [await ended('reject'), await ended('approve'), await ended()];
    const withdrawn = await ended();
    await answerTo(withdrawn.anna, '/cancel');
    const all = [rejected, approved, waiting, withdrawn].map(({ request }) => request);
    const answer = shown(await reopens(boris, [...all, 99999]));
    expect(answer).toMatch(new RegExp(`#${rejected.request} from .* open again`));
    for (const { request } of [approved, withdrawn]) {
      expect(answer).toMatch(new RegExp(`#${request} can’t be reopened\\. Only rejected and expired requests can`));
    }
    expect(answer).toContain(`#${waiting.request} is waiting`);
    expect(answer).toContain('no request #99999');
    const statuses = [];
    for (const request of all) statuses.push((await rowOf(world, request))['status']);
    expect(statuses).toEqual(['pending', 'approved', 'pending', 'withdrawn']);
  });

  test('not without a number, by a doubt, or as the client or somebody who is no admin', async () => {
    const { anna, request } = await ended('reject');
    for (const [command, answer] of [
      ['/reopen', '/reopen 12'],
      [`/reopen ${request} or not`, 'Nothing was reopened'],
    ] as const) {
      await learns(boris, command, answer);
    }
    await learns(anna, `/reopen ${request}`, 'Only admins');
    const own = await asks(clara, 'Me too');
    await cardOf(boris, own);
    await answerTo(boris, `/reject ${own}`);
    await learns(clara, `/reopen ${own}`, 'own request');
    expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', round: 1 });
    expect(await rowOf(world, own)).toMatchObject({ status: 'rejected', round: 1 });
  });

  test('within the time in which the other admin could have undone the decision: that button acts no more', async () => {
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(boris, request);
    boris.press(card, '❌ Reject');
    const decided = await cardOf(boris, request, ['Rejected by Boris']);
    await reopens(clara, [request]);
    await world.settled();
    const press = boris.pressData(decided, `u:${request}:1`);
    expect((await press.answered()).text).toContain(`no decision on request #${request}`);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending', round: 2 });
  });
});

describe.each(['sqlite', 'postgres'] as const)('an Undo button that would do nothing, on %s', (engine) => {
  test('is gone from the group’s card as its time is over', async () => {
    const env = { SWEEP_SCHEDULE: '* * * * * *', UNDO_WINDOW: '2s' };
    const world = await startWorld({
      engine,
      admins: profiles,
      env,
      group: { id: -1_001_000_000_001, title: 'Admins' },
    });
    try {
      const [boris] = world.admins;
      if (boris === undefined || world.group === undefined) throw new Error('there is an admin and a group');
      const request = await asks(newcomer(world));
      boris.press(await cardOf(boris, request, [], { in: world.group }), '❌ Reject');
      await cardOf(boris, request, ['Rejected by Boris'], { in: world.group });
      const card = await boris.sees((message) => saying('Rejected by')(message) && buttons(message).length === 0, {
        in: world.group,
      });
      expect(shown(card)).toContain(`#${request}`);
    } finally {
      await world.close();
    }
  });
});
