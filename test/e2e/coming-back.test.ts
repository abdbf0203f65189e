import type { Person } from '../../src/telegram-double/people';
import { asks, buttons, cardOf, days, newcomer, saying, shown } from './scenes';
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

describe.each(['sqlite', 'postgres'] as const)('somebody who unblocks the bot, on %s', (engine) => {
  test('gets what they missed: an admin the open cards and the state of the others, a client the outcome', async () => {
    const world = await startWorld({ engine, admins: profiles });
    try {
      const [boris, clara] = adminsOf(world);
      const [anna, emma] = [newcomer(world), newcomer(world)];
      const first = await asks(anna, 'One');
      const seen = await cardOf(clara, first);
      await world.settled();
      clara.block();
      anna.block();
      boris.press(await cardOf(boris, first), '✅ Approve');
      const second = await asks(emma, 'Two');
      await cardOf(boris, second);
      await world.settled();
      expect(clara.chat.find(seen.id)).toEqual(seen);
      clara.unblock();
      await cardOf(clara, second);
      const brought = await cardOf(clara, first, ['Approved by Boris']);
      expect([brought.id, buttons(brought)]).toEqual([seen.id, []]);
      anna.unblock();
      await anna.sees(saying(`#${first} is approved`));
      await world.settled();
      expect(anna.chat.messages.filter(saying('is approved'))).toHaveLength(1);
      expect(clara.chat.messages.filter(saying(`Request #${second}\n`))).toHaveLength(1);
    } finally {
      await world.close();
    }
  });

  test('a client gets nothing about a decision that did not reach them and was undone meanwhile', async () => {
    const world = await startWorld({ engine, admins: profiles });
    try {
      const [boris] = adminsOf(world);
      const anna = newcomer(world);
      const request = await asks(anna);
      const description = 'Forbidden: bot was blocked by the user';
      world.double.faults.add({ chatId: anna.id, times: 1, fault: { kind: 'refused', code: 403, description } });
      boris.write(`/reject ${request} No photo`);
      boris.press(await cardOf(boris, request, ['Rejected by Boris', 'they blocked me']), 'Undo');
      await anna.sees('was taken back');
      const asked = anna.write('/status');
      await anna.sees('is waiting for a decision', { after: asked });
      await world.settled();
      expect(anna.chat.messages.filter(saying('was rejected'))).toEqual([]);
    } finally {
      await world.close();
    }
  });

  test('a client gets the question that they missed, and none about a request that was decided meanwhile', async () => {
    const world = await startWorld({ engine, admins: profiles });
    try {
      const [boris] = adminsOf(world);
      const askedAway = async (text: string) => {
        const client = newcomer(world);
        const request = await asks(client);
        client.block();
        boris.press(await cardOf(boris, request), 'Ask…');
        const prompt = await boris.sees(saying('what do you want to ask', `#${request}`));
        boris.write(text, { replyTo: prompt });
        await cardOf(boris, request, [text, 'they blocked me']);
        return { client, request };
      };
      const anna = await askedAway('Who invited you?');
      const emma = await askedAway('Where do you live?');
      boris.write(`/reject ${emma.request}`);
      await cardOf(boris, emma.request, ['Rejected by Boris']);
      emma.client.unblock();
      await emma.client.sees(saying('was rejected'));
      anna.client.unblock();
      const question = await anna.client.sees(saying('have a question', 'Who invited you?'));
      const answer = anna.client.write('Clara did', { replyTo: question });
      await anna.client.sees(saying('added this to your request'), { after: answer });
      await cardOf(boris, anna.request, ['answered', 'Clara did']);
      await world.settled();
      expect(anna.client.chat.messages.filter(saying('have a question'))).toHaveLength(1);
      expect(emma.client.chat.messages.filter(saying('have a question'))).toEqual([]);
    } finally {
      await world.close();
    }
  });

  test('a client who was away while they were rejected and could appeal gets the reason first', async () => {
    const world = await startWorld({ engine, admins: profiles, env: { SWEEP_SCHEDULE: '* * * * * *' } });
    try {
      const [boris] = adminsOf(world);
      const anna = newcomer(world);
      const request = await asks(anna);
      anna.block();
      boris.write(`/reject ${request} No photo`);
      await cardOf(boris, request, ['Rejected by Boris', 'they blocked me']);
      const told = world.double.callLog.next(
        ({ method, params }) => method === 'sendMessage' && String(params['text']).includes('can now appeal'),
      );
      await world.backDate('requests', 'decided_at', days(7), `id = ${request}`);
      await told;
      await world.settled();
      anna.unblock();
      await anna.sees('can now appeal');
      const heard = anna.chat.messages.slice(-2).map(shown);
      expect(heard).toEqual([expect.stringContaining('No photo'), expect.stringContaining('can now appeal')]);
    } finally {
      await world.close();
    }
  });
});

test('an admin who presses Start after the bot started gets the admins’ menu then', async () => {
  const world = await startWorld({ engine: 'sqlite', admins: profiles, adminsStarted: false });
  try {
    const [boris] = adminsOf(world);
    const { callLog } = world.double;
    const isHis = ({ method, params }: { method: string; params: Readonly<Record<string, unknown>> }): boolean =>
      method === 'setMyCommands' && JSON.stringify(params['scope'])?.includes(`${boris.id}`);
    await world.settled();
    const accepted = callLog.next((call) => isHis(call) && boris.hasOpened);
    boris.start();
    const { params } = await accepted;
    expect(JSON.stringify(params['commands'])).toContain('approve');
  } finally {
    await world.close();
  }
});

test('repeated attempts to decide in the group go unanswered, and cards still arrive', async () => {
  const world = await startWorld({
    engine: 'sqlite',
    admins: profiles,
    group: { id: -4_000_001, title: 'Admins' },
    env: { SEND_RATE: '28', CLIENT_RATE: 'off' },
  });
  try {
    const { group } = world;
    const [boris] = adminsOf(world);
    if (group === undefined) throw new Error('there is a group');
    const dora = newcomer(world, { first_name: 'Dora' });
    group.join(dora);
    const card = await cardOf(boris, await asks(newcomer(world), 'One'), [], { in: group });
    for (let n = 0; n < 20; n += 1) dora.write('approve', { in: group, replyTo: card });
    const next = await asks(newcomer(world), 'Two');
    await cardOf(boris, next, [], { in: group });
    await world.settled();
    const refusals = group.chat.messages.filter((message) => shown(message).includes('Only'));
    expect(refusals.length).toBeLessThan(11);
  } finally {
    await world.close();
  }
});
