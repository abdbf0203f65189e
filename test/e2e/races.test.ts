import type { Person } from '../../src/telegram-double/people';
import { asks, buttons, cardOf, newcomer, saying, shown } from './scenes';
import { startWorld } from './world';

const admins = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];
const count = 50;

describe.each([
  ['sqlite', 'in two private chats'],
  ['postgres', 'in two private chats'],
  ['sqlite', 'in a group'],
  ['postgres', 'in a group'],
] as const)('two admins who press opposite buttons at the same instant, on %s, %s', (engine, place) => {
  test(`${count} requests: ${count} decisions, ${count} outcomes and ${count} polite answers to the second`, async () => {
    const group = place === 'in a group' && { group: { id: -4_000_001, title: 'Admins' } };
    const world = await startWorld({ engine, admins, ...group });
    try {
      const [boris, clara] = world.admins;
      if (boris === undefined || clara === undefined) throw new Error('there are two admins');
      const clients = Array.from({ length: count }, () => newcomer(world));
      const requests = await Promise.all(clients.map((client) => asks(client)));
      const where = world.group && { in: world.group };
      const card = (admin: Person, request: number) => cardOf(admin, request, [], where);
      const cards = await Promise.all(
        requests.map(async (request) => [await card(boris, request), await card(clara, request)] as const),
      );
      const presses = cards.flatMap(([his, hers], n) => {
        const both = [() => boris.press(his, '✅ Approve'), () => clara.press(hers, '❌ Reject')];
        return (n % 2 === 0 ? both : both.reverse()).map((press) => press());
      });
      const answers = await Promise.all(presses.map(async (press) => (await press.answered()).text ?? ''));
      expect(answers.filter((text) => /(Approved|Rejected) request/.test(text))).toHaveLength(count);
      expect(answers.filter((text) => /(Boris|Clara).* already (approved|rejected)/.test(text))).toHaveLength(count);

      await world.settled();
      const rows = await world.rows('SELECT id, client_id, status, reviewed_by FROM requests');
      expect(rows).toHaveLength(count);
      const events = await world.rows("SELECT DISTINCT request_id FROM request_events WHERE event <> 'submit'");
      expect(events).toHaveLength(count);
      expect(await world.rows('SELECT id FROM request_events')).toHaveLength(2 * count);
      for (const row of rows) {
        const client = clients.find(({ id }) => id === row['client_id']);
        const outcomes = (client?.chat.messages ?? []).filter(saying(/is approved|was rejected/)).map(shown);
        expect(outcomes).toEqual([expect.stringContaining(row['status'] === 'approved' ? 'approved' : 'rejected')]);
        const winner = row['reviewed_by'] === boris.id ? 'Approved by Boris' : 'Rejected by Clara';
        for (const admin of world.admins) {
          const decided = await cardOf(admin, Number(row['id']), [winner], where);
          expect(buttons(decided)).not.toContain('✅ Approve');
        }
      }
    } finally {
      await world.close();
    }
  });
});
