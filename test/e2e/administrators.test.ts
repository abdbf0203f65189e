import { join } from 'node:path';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { asks, buttons, cardOf, eventsOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const owners = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];
const quiet = { SWEEP_SCHEDULE: '0 0 1 1 *', CLIENT_RATE: 'off' };

/** Writes, and is answered this, whatever else arrives meanwhile. */
const learns = (
  person: Person,
  text: string,
  answer: string | RegExp,
  where: { readonly replyTo?: ChatMessage } = {},
) => person.sees(saying(answer), { after: person.write(text, where) });

const names = (person: Person) => person.commands().map(({ command }) => command);

/** Resolves once the person's menu in their private chat has the admins' commands, or has them no more. */
async function menuIs(world: World, person: Person, whose: 'admin' | 'client'): Promise<void> {
  while (names(person).includes('pending') !== (whose === 'admin')) {
    await world.double.callLog.next(({ method }) => method.endsWith('MyCommands'));
  }
}

describe.each(['sqlite', 'postgres'] as const)('the list of admins, on %s', (engine) => {
  let world: World;
  let boris: Person;
  let clara: Person;

  beforeAll(async () => {
    world = await startWorld({ engine, admins: owners, env: quiet });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two owners');
    [boris, clara] = [first, second];
  });
  afterAll(() => world.close());

  /** Somebody whom Boris has made an admin, and who has learned it. */
  async function added(profile: { readonly first_name: string } = { first_name: 'Dora' }): Promise<Person> {
    const dora = newcomer(world, profile);
    await learns(dora, '/start', 'access');
    await learns(boris, `/admins add ${dora.id}`, 'is an admin now');
    await dora.sees('now an admin of');
    return dora;
  }

  test('an owner adds somebody by their ID: they get cards, rights and the menu at once, and the other owner is told', async () => {
    const anna = newcomer(world);
    const before = await asks(anna, 'I waited before');
    const dora = newcomer(world, { first_name: 'Dora' });
    await learns(dora, '/pending', 'Only admins');
    expect(names(dora)).not.toContain('pending');
    const told = clara.chat.messages.at(-1);
    await learns(boris, `/admins add ${dora.id}`, `Dora (ID ${dora.id}) is an admin now`);
    await dora.sees(saying('now an admin of', 'added by Boris'));
    await dora.sees(saying('You’re an admin here', '/approve 12'));
    const digest = await dora.sees(/waiting/);
    expect(digest.text).not.toContain('I waited before');
    await clara.sees(saying('Boris has made Dora', `${dora.id}`), told && { after: told });
    await menuIs(world, dora, 'admin');
    expect(dora.chat.messages.some(saying('📨', `#${before}`, 'I waited before'))).toBe(false);

    const bea = newcomer(world);
    const request = await asks(bea, 'I came after');
    dora.press(await cardOf(dora, request), '✅ Approve');
    await bea.sees('is approved');
    expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reviewed_by: dora.id });
    await cardOf(boris, request, ['Approved by Dora']);
    expect(await world.rows(`SELECT * FROM administrators WHERE telegram_id = ${dora.id}`)).toEqual([
      expect.objectContaining({ added_by: boris.id, added_at: expect.any(Number) as number, removed_at: null }),
    ]);
    await learns(dora, `/approve ${before}`, 'Approved request');
  });

  test('who has been removed gets nothing, decides nothing and loses the menu, and keeps no open question', async () => {
    const dora = await added();
    await menuIs(world, dora, 'admin');
    const anna = newcomer(world);
    const request = await asks(anna);
    const card = await cardOf(dora, request);
    dora.press(card, 'Reject with reason…');
    const question = await dora.sees('why are you rejecting');
    const told = boris.chat.messages.at(-1);
    await learns(clara, `/admins remove ${dora.id}`, 'is no longer an admin');
    await dora.sees('You’re no longer an admin');
    await boris.sees(saying('Clara has removed Dora', `${dora.id}`), told && { after: told });
    await menuIs(world, dora, 'client');

    expect((await dora.press(card, '✅ Approve').answered()).text).toContain('admins');
    await learns(dora, 'approve', /only admins/i, { replyTo: card });
    await learns(dora, 'Because of the reason', /only admins/i, { replyTo: question });
    await learns(dora, `/approve ${request}`, /only admins/i);
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    const seen = dora.chat.messages.length;
    const next = await asks(newcomer(world), 'I came after');
    await cardOf(clara, next);
    await world.settled();
    expect(dora.chat.messages).toHaveLength(seen);
    expect(await world.rows(`SELECT * FROM administrators WHERE telegram_id = ${dora.id}`)).toEqual([
      expect.objectContaining({ added_by: boris.id, removed_by: clara.id, removed_at: expect.any(Number) as number }),
    ]);
    expect(
      await world.rows(`SELECT id FROM bot_messages WHERE person_id = ${dora.id} AND answered_at IS NULL`),
    ).toEqual([]);
  });

  test('whom the admins have asked about their own request can answer, also when they are an admin no more', async () => {
    const dora = await added();
    const own = await asks(dora, 'Me too');
    boris.press(await cardOf(boris, own), 'Ask…');
    const prompt = await boris.sees(saying('what do you want to ask', `#${own}`));
    await learns(boris, 'Since when?', 'Sent to', { replyTo: prompt });
    await dora.sees(saying('have a question', 'Since when?'));
    await learns(boris, `/admins remove ${dora.id}`, 'is no longer an admin');
    await learns(dora, 'Since May', 'added this to your request');
    await cardOf(clara, own, ['answered', 'Since May']);
  });

  test('a number that answers the newer question what to ask makes nobody an admin', async () => {
    const dora = newcomer(world, { first_name: 'Dora' });
    const request = await asks(dora);
    await learns(boris, '/admins add', 'Forward me one of their messages');
    boris.press(await cardOf(boris, request), 'Ask…');
    await boris.sees(saying('what do you want to ask', `#${request}`));
    await learns(boris, `${dora.id}`, 'Sent to');
    await dora.sees(saying('have a question', `${dora.id}`));
    expect(await world.rows(`SELECT id FROM administrators WHERE telegram_id = ${dora.id}`)).toEqual([]);
    await learns(boris, '/cancel', /./);
  });

  test('by a reply to a forwarded message, and by one that is forwarded after the command', async () => {
    const dora = newcomer(world, { first_name: 'Dora' });
    const hello = dora.write('Hello, me again');
    const forwarded = boris.forward(hello);
    await learns(boris, '/admins add', `(ID ${dora.id}) is an admin now`, { replyTo: forwarded });

    const ella = newcomer(world, { first_name: 'Ella' });
    await learns(boris, '/admins add', 'Forward me one of their messages');
    await boris.sees(`(ID ${ella.id}) is an admin now`, { after: boris.forward(ella.write('Hello')) });

    const fred = newcomer(world, { first_name: 'Fred' });
    const question = await learns(boris, '/admins add', 'Forward me one of their messages');
    await learns(boris, 'Fred', 'isn’t a Telegram ID', { replyTo: question });
    await learns(boris, `${fred.id}`, `(ID ${fred.id}) is an admin now`);
    await learns(boris, `/admins remove ${ella.id}`, 'is no longer an admin');
  });

  test('whoever hides their account in what is forwarded is not added, and the owner learns why', async () => {
    const gina = newcomer(world, { first_name: 'Gina' });
    gina.hideWhenForwarded();
    const forwarded = boris.forward(gina.write('Hello'));
    await learns(boris, '/admins add', 'hides their account', { replyTo: forwarded });
    await learns(boris, '/admins add', 'is an admin already', { replyTo: boris.forward(clara.write('Hello')) });
    const card = await cardOf(boris, await asks(newcomer(world)));
    await learns(boris, '/admins add', 'isn’t from a person', { replyTo: card });
    expect(await world.rows(`SELECT id FROM administrators WHERE telegram_id = ${gina.id}`)).toEqual([]);
  });

  test('only owners change the list; owners stay, and what is no ID changes nothing', async () => {
    const dora = await added();
    await learns(dora, `/admins add ${newcomer(world).id}`, 'Only owners');
    await learns(dora, `/admins remove ${boris.id}`, 'Only owners');
    await learns(boris, `/admins remove ${clara.id}`, 'is an owner');
    await learns(boris, `/admins remove ${newcomer(world).id}`, 'isn’t an admin');
    await learns(boris, '/admins remove', 'Add their Telegram ID');
    await learns(boris, '/admins add @dora', 'isn’t a Telegram ID');
    await learns(boris, '/admins add 99999999999999999999', 'isn’t a Telegram ID');
    await learns(boris, '/admins delete 12', 'Nothing has changed');
    await learns(boris, `/admins add ${dora.id}`, 'is an admin already');
    const stranger = newcomer(world);
    await learns(stranger, '/admins', /only admins/i);
    await learns(stranger, `/admins add ${stranger.id}`, /only admins/i);
  });

  test('/admins names everybody who decides, the owners as such, and who has to press Start', async () => {
    const silent = newcomer(world, { first_name: 'Silent' });
    await learns(boris, `/admins add ${silent.id}`, 'is an admin now');
    await boris.sees(saying('can’t message the admin', `${silent.id}`, 'press Start'));
    const list = shown(await learns(clara, '/admins', /The \d admins/));
    expect(list).toMatch(/👑 Boris \(ID 5000000001\), owner/);
    expect(list).toMatch(/👑 Clara \(ID 5000000002\), owner/);
    expect(list).toMatch(new RegExp(`🛡 ${silent.id} \\(ID ${silent.id}\\), added by Boris, \\d`));
    expect(list).toMatch(/can’t message them[^]*press Start/);
    expect(list).toContain('/admins remove ID');
    const after = silent.write('/start');
    await silent.sees('You’re an admin here', { after });
    await menuIs(world, silent, 'admin');
    const dora = await added();
    expect(shown(await learns(dora, '/admins', /The \d admins/))).not.toContain('/admins remove ID');
  });

  test('an ID that the bot has never seen is an admin’s at once; the owners learn how to undo that and what the person has to do', async () => {
    const unseen = newcomer(world);
    const told = clara.chat.messages.at(-1);
    const how = ['is an admin now', 'don’t know this ID', `/admins remove ${unseen.id}`, 'press Start'];
    await boris.sees(saying(...how), { after: boris.write(`/admins add ${unseen.id}`) });
    await clara.sees(saying('has made', ...how.slice(1)), told && { after: told });
    await learns(boris, `/admins remove ${unseen.id}`, 'is no longer an admin');
    const seen = newcomer(world, { first_name: 'Seen' });
    await learns(seen, '/start', 'access');
    expect(shown(await learns(boris, `/admins add ${seen.id}`, 'is an admin now'))).not.toContain('don’t know');
  });

  test('who becomes an admin is told once how many requests wait, and so is an admin who presses Start with many waiting', async () => {
    const waiting: number[] = [];
    for (let n = 0; n < 9; n += 1) waiting.push(await asks(newcomer(world)));
    const counts = (person: Person) => person.chat.messages.filter(saying(/requests are waiting/)).length;
    const dora = await added();
    await dora.sees(/^📨 .*requests are waiting/);
    await world.settled();
    expect(counts(dora)).toBe(1);
    await dora.sees(/^📨 .*requests are waiting/, { after: dora.write('/start') });
    await world.settled();
    expect(counts(dora)).toBe(2);
    await learns(boris, `/reject ${waiting.join(' ')}`, 'Rejected request');
  });

  test('who is added and removed at once, with a press between, has decided once and no more', async () => {
    const dora = await added();
    const [one, two] = [await asks(newcomer(world)), await asks(newcomer(world))];
    const cards = [await cardOf(dora, one), await cardOf(dora, two)] as const;
    const first = dora.press(cards[0], '✅ Approve');
    boris.write(`/admins remove ${dora.id}`);
    const second = dora.press(cards[1], '✅ Approve');
    expect((await first.answered()).text).toContain('Approved');
    expect((await second.answered()).text).toMatch(/only admins/i);
    expect(await rowOf(world, two)).toMatchObject({ status: 'pending' });
  });

  test.each(['handled', 'committed', 'claimed'])(
    'a kill at “%s” while somebody is added: they are an admin once',
    async (step) => {
      const dora = newcomer(world, { first_name: 'Dora' });
      await learns(dora, '/start', 'access');
      await world.settled();
      await world.daemon.kill();
      await world.restart({
        entry: join(__dirname, 'entries', 'killed-at-step.cjs'),
        env: { KILL_STEP: step, KILL_COUNT: '1' },
      });
      const said = boris.write(`/admins add ${dora.id}`);
      expect(await world.daemon.exited).toMatchObject({ signal: 'SIGKILL' });
      await world.restart();
      await boris.sees('is an admin now', { after: said });
      await dora.sees('You’re now an admin');
      await menuIs(world, dora, 'admin');
      const request = await asks(newcomer(world));
      dora.press(await cardOf(dora, request), '✅ Approve');
      await cardOf(boris, request, ['Approved by Dora']);
      expect(await world.rows(`SELECT id FROM administrators WHERE telegram_id = ${dora.id}`)).toHaveLength(1);
    },
  );

  test('the list holds after a kill, and a menu that was not taken away then is taken away at the next start', async () => {
    const [dora, ella] = [await added(), await added({ first_name: 'Ella' })];
    await menuIs(world, ella, 'admin');
    await world.daemon.kill();
    await world.change(
      `UPDATE administrators SET removed_by = added_by, removed_at = added_at WHERE telegram_id = ${ella.id}`,
    );
    await world.restart();
    await menuIs(world, ella, 'client');
    const request = await asks(newcomer(world));
    dora.press(await cardOf(dora, request), '❌ Reject');
    await cardOf(boris, request, ['Rejected by Dora']);
    await learns(ella, '/pending', /only admins/i);
  });
});

describe.each(['sqlite', 'postgres'] as const)('with an admins’ group, on %s', (engine) => {
  let world: World;
  let boris: Person;

  beforeAll(async () => {
    const group = { id: -1_001_000_000_001, title: 'Admins' };
    world = await startWorld({ engine, admins: owners.slice(0, 1), group, env: quiet });
    const [first] = world.admins;
    if (first === undefined) throw new Error('there is an owner');
    boris = first;
  });
  afterAll(() => world.close());

  test('the same list decides who may: a member added by a reply to their message, until they are removed', async () => {
    const { group } = world;
    if (group === undefined) throw new Error('there is a group');
    const dora = newcomer(world, { first_name: 'Dora' });
    group.join(dora);
    const request = await asks(newcomer(world));
    const card = await cardOf(boris, request, [], { in: group });
    expect((await dora.press(card, '✅ Approve').answered()).text).toMatch(/only admins/i);
    const hello = dora.write('Hello all', { in: group });
    const said = boris.write('/admins add', { in: group, replyTo: hello });
    await boris.sees(`(ID ${dora.id}) is an admin now`, { in: group, after: said });
    await dora.press(card, '✅ Approve').answered();
    expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reviewed_by: dora.id });
    const next = await asks(newcomer(world));
    const another = await cardOf(boris, next, [], { in: group });
    const removed = boris.write(`/admins remove ${dora.id}`, { in: group });
    await boris.sees('is no longer an admin', { in: group, after: removed });
    expect((await dora.press(another, '✅ Approve').answered()).text).toMatch(/only admins/i);
    expect(await rowOf(world, next)).toMatchObject({ status: 'pending' });
    expect(buttons(another)).toContain('✅ Approve');
  });
});

describe.each([
  ['sqlite', undefined],
  ['postgres', undefined],
  ['sqlite', { id: -1_001_000_000_001, title: 'Admins' }],
  ['postgres', { id: -1_001_000_000_001, title: 'Admins' }],
] as const)('two approvals are needed, on %s, in the group %j', (engine, group) => {
  let world: World;
  let boris: Person;
  let clara: Person;
  let dora: Person;
  let where: { readonly in?: Group };

  beforeEach(async () => {
    world = await startWorld({
      engine,
      admins: owners,
      ...(group && { group }),
      env: { ...quiet, APPROVALS_NEEDED: '2' },
    });
    const [first, second] = world.admins;
    if (first === undefined || second === undefined) throw new Error('there are two owners');
    [boris, clara, dora] = [first, second, newcomer(world, { first_name: 'Dora' })];
    where = world.group === undefined ? {} : { in: world.group };
    world.group?.join(dora);
    await learns(dora, '/start', 'access');
    await says(boris, `/admins add ${dora.id}`, 'is an admin now');
  });
  afterEach(() => world.close());

  const says = (admin: Person, text: string, answer: string) =>
    admin.sees(saying(answer), { ...where, after: admin.write(text, where) });
  const card = (admin: Person, request: number, ...parts: readonly (string | RegExp)[]) =>
    cardOf(admin, request, parts, where);
  const voteOfDora = async () => {
    const request = await asks(newcomer(world));
    await says(dora, `/approve ${request}`, '1 of 2');
    await card(clara, request, '1 of 2 · Dora');
    return request;
  };

  test('the approval of somebody who is removed counts no more, on cards and for the decision', async () => {
    const request = await voteOfDora();
    await says(boris, `/admins remove ${dora.id}`, 'is no longer an admin');
    const shown = await card(clara, request, 'Approvals: 0 of 2', /^(?![^]*Dora)/);
    expect(buttons(shown)).not.toContain('↩️ Undo my approval');
    await says(boris, `/approve ${request}`, '1 of 2');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    await says(clara, `/approve ${request}`, 'Approved request');
  });

  test('whoever is removed and added again has approved again, and cards say so', async () => {
    const request = await voteOfDora();
    await says(boris, `/admins remove ${dora.id}`, 'is no longer an admin');
    await card(clara, request, 'Approvals: 0 of 2');
    await says(boris, `/admins add ${dora.id}`, 'is an admin now');
    await card(clara, request, '1 of 2 · Dora');
    await says(dora, `/approve ${request}`, '1 of 2');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    await says(clara, `/approve ${request}`, 'Approved request');
    expect(await eventsOf(world, request)).toEqual(['submit', 'vote', 'approve']);
  });

  test('the approval of an owner counts while the settings name them, and cards say so', async () => {
    const request = await asks(newcomer(world));
    await says(clara, `/approve ${request}`, '1 of 2');
    await card(boris, request, '1 of 2 · Clara');
    await world.daemon.stop();
    await world.restart({ env: { ADMIN_TELEGRAM_ID: `${boris.id}` } });
    await card(boris, request, '0 of 2', /^(?![^]*Clara)/);
    await world.daemon.stop();
    await world.restart();
    await card(boris, request, '1 of 2 · Clara');
    await says(boris, `/approve ${request}`, 'Approved request');
    expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reviewed_by: boris.id });
  });

  test('a restart takes no approval from those who stay', async () => {
    const request = await asks(newcomer(world));
    await says(clara, `/approve ${request}`, '1 of 2');
    await world.daemon.stop();
    await world.restart();
    await says(dora, `/approve ${request}`, 'Approved request');
  });
});
