import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, cardOf, newcomer, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];

function adminsOf(world: World): readonly [Person, Person] {
  const [boris, clara] = world.admins;
  if (boris === undefined || clara === undefined) throw new Error('there are two admins');
  return [boris, clara];
}

/** The messages and edits that a chat was sent. */
const sentTo = (world: World, chat: number) =>
  world.double.callLog.calls.filter(
    ({ method, params }) => ['sendMessage', 'editMessageText'].includes(method) && params['chat_id'] === chat,
  );

describe.each(['sqlite', 'postgres'] as const)('former admins and groups, on %s', (engine) => {
  test('an admin removed from ADMIN_TELEGRAM_ID gets nothing new, and keeps what they have', async () => {
    const world = await startWorld({ engine, admins: profiles });
    try {
      const [boris, clara] = adminsOf(world);
      const [anna, emma] = [newcomer(world), newcomer(world)];
      const first = await asks(anna, 'One');
      const before = await cardOf(clara, first);
      await world.settled();
      const fault = { kind: 'server_error', status: 500, acts: false } as const;
      const away = world.double.faults.add({ method: 'sendMessage', chatId: clara.id, times: Infinity, fault });
      const second = await asks(emma, 'Two');
      await cardOf(boris, second);
      await world.daemon.kill();
      away.remove();
      world.double.callLog.forget();
      await world.restart({ env: { ADMIN_TELEGRAM_ID: `${boris.id}` } });
      for (const request of [first, second]) boris.press(await cardOf(boris, request), '✅ Approve');
      for (const request of [first, second]) await cardOf(boris, request, ['Approved by Boris']);
      await world.settled();
      expect(sentTo(world, clara.id)).toEqual([]);
      expect(clara.chat.find(before.id)?.text).toBe(before.text);
      expect((await clara.press(before, '✅ Approve').answered()).text).toContain('Only admins');
      // As a client she is answered like anybody.
      const request = await asks(clara, 'May I stay?');
      boris.press(await cardOf(boris, request), '✅ Approve');
      await clara.sees(saying(`#${request} is approved`));
    } finally {
      await world.close();
    }
  });

  test('a group that is no longer ADMIN_CHAT_ID gets nothing new', async () => {
    const world = await startWorld({ engine, admins: profiles, group: { id: -4_000_001, title: 'Admins' } });
    try {
      const [boris, clara] = adminsOf(world);
      const { group } = world;
      if (group === undefined) throw new Error('there is a group');
      const anna = newcomer(world);
      const request = await asks(anna, 'One');
      const card = await cardOf(clara, request, [], { in: group });
      await world.settled();
      const fault = { kind: 'server_error', status: 500, acts: false } as const;
      const away = world.double.faults.add({ method: 'sendMessage', chatId: group.id, times: Infinity, fault });
      await asks(newcomer(world), 'Two');
      await world.daemon.kill();
      away.remove();
      world.double.callLog.forget();
      await world.restart({ env: { ADMIN_CHAT_ID: '' } });
      await answerTo(boris, `/approve ${request}`);
      await anna.sees('is approved');
      await world.settled();
      expect(sentTo(world, group.id)).toEqual([]);
      // Clara is still an admin: she learns where she can decide, and others in the group learn nothing.
      expect((await clara.press(card, '✅ Approve').answered()).text).toContain('Message me in private');
      const reply = clara.write('approve', { in: group, replyTo: card });
      expect(shown(await clara.sees(() => true, { in: group, after: reply }))).toContain('Message me in private');
      const eve = newcomer(world);
      group.join(eve);
      expect((await eve.press(card, '✅ Approve').answered()).text).toContain('Only admins');
    } finally {
      await world.close();
    }
  });
});

describe('a stranger’s group in which the bot may not write', () => {
  test('is left; the admins are not told, and nothing counts as undeliverable', async () => {
    const world = await startWorld({ engine: 'sqlite', admins: profiles });
    try {
      const [boris, clara] = adminsOf(world);
      const eve = newcomer(world, { first_name: 'Eve' });
      const group = world.double.group({ id: -1_001_111_111_111, title: 'Eve’s', members: [eve] });
      group.letMembersWrite(false);
      const left = world.double.callLog.next(({ method }) => method === 'leaveChat');
      for (let n = 0; n < 5; n += 1) eve.write('/start', { in: group });
      expect((await left).params['chat_id']).toBe(group.id);
      await world.settled();
      for (const admin of [boris, clara]) expect(admin.chat.messages).toEqual([]);
      expect(shown(await answerTo(boris, '/stats'))).not.toContain('delivered');
    } finally {
      await world.close();
    }
  });
});
