import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { adminChatsOn, adminsAtWork, twoAdmins } from './admins-at-work';
import { asks, buttons, cardOf, eventsOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

describe.each(['sqlite', 'postgres'] as const)('notes, on %s', (engine) => {
  describe.each(adminChatsOn(engine))('%s', (_, admins) => {
    let world: World;
    let boris: Person;
    let clara: Person;
    let where: { readonly in?: Group };

    beforeAll(async () => {
      ({ world, boris, clara, where } = await adminsAtWork({ engine, group: admins }));
    });
    afterAll(() => world.close());

    const notesOf = (request: number) =>
      world.rows(`SELECT author_id, text FROM request_notes WHERE request_id = ${request} ORDER BY id`);

    test('a reply to a card that begins with “note” is kept for every admin, decides nothing, and is no news to the client', async () => {
      const anna = newcomer(world);
      const request = await asks(anna);
      const card = await cardOf(boris, request, [], where);
      const sent = boris.write('Note: approve – she is Clara’s sister', { replyTo: card, ...where });
      await boris.sees(saying('Note added', `#${request}`, 'Anna'), { after: sent, ...where });
      const clarasCard = await cardOf(clara, request, ['Notes: 1'], where);
      expect(buttons(clarasCard)).toContain('✅ Approve');
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending', reviewed_by: null });
      expect(await eventsOf(world, request)).toEqual(['submit']);

      clara.write('заметка тоже её знаю', { replyTo: clarasCard, ...where });
      await cardOf(boris, request, ['Notes: 2'], where);
      expect(await notesOf(request)).toEqual([
        { author_id: boris.id, text: 'approve – she is Clara’s sister' },
        { author_id: clara.id, text: 'тоже её знаю' },
      ]);
      const asked = clara.write(`/show ${request}`, where);
      const history = await cardOf(clara, request, ['History'], { ...where, after: asked });
      expect(shown(history)).toMatch(
        /submitted by Anna[^]*note by Boris\napprove – she is Clara’s sister[^]*note by Clara\nтоже её знаю/,
      );

      boris.press(card, '✅ Approve');
      await anna.sees(saying(`#${request} is approved`));
      const decided = await cardOf(boris, request, ['Approved by Boris', 'Notes: 2'], where);
      boris.write('note let in at the door', { replyTo: decided, ...where });
      await cardOf(clara, request, ['Notes: 3'], where);
      const status = anna.write('/status');
      await anna.sees(saying('approved'), { after: status });
      for (const message of anna.chat.messages) {
        expect(shown(message)).not.toMatch(/sister|знаю|at the door|note/i);
      }
    });

    test('a note that is too long is refused with its length, and one without words is none', async () => {
      const request = await asks(newcomer(world));
      const card = await cardOf(boris, request, [], where);
      const long = boris.write(`note ${'x'.repeat(1001)}`, { replyTo: card, ...where });
      await boris.sees(saying('1,001', '1,000', 'Nothing was noted'), { after: long, ...where });
      const empty = boris.write('note', { replyTo: card, ...where });
      await boris.sees(saying('A note needs a few words'), { after: empty, ...where });
      expect(await notesOf(request)).toEqual([]);
      const whole = boris.write(`note ${'x'.repeat(1000)}`, { replyTo: card, ...where });
      await boris.sees(saying('Note added'), { after: whole, ...where });
      const asked = boris.write(`/show ${request}`, where);
      await cardOf(boris, request, ['x'.repeat(1000)], { ...where, after: asked });
    });
  });

  test('nobody but an admin writes one, in the admins’ group either', async () => {
    const world = await startWorld({ engine, admins: twoAdmins, group: { id: -1_001_000_000_002, title: 'Admins' } });
    try {
      const { group } = world;
      const [boris] = world.admins;
      if (group === undefined || boris === undefined) throw new Error('there is a group with an admin');
      const request = await asks(newcomer(world));
      const card = await cardOf(boris, request, [], { in: group });
      const guest = newcomer(world, { first_name: 'Guest' });
      group.join(guest);
      const sent = guest.write('note let me in', { replyTo: card, in: group });
      await guest.sees(saying('Only admins'), { after: sent, in: group });
      expect(await world.rows('SELECT * FROM request_notes')).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
