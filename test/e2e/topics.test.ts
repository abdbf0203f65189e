import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { answerTo, asks, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];
const forum = { id: -1_001_234_567_890, title: 'Admins', forum: true };

interface Scene {
  readonly world: World;
  readonly group: Group;
  readonly boris: Person;
  readonly clara: Person;
}

async function inForum(engine: 'sqlite' | 'postgres', act: (scene: Scene) => Promise<void>): Promise<void> {
  const world = await startWorld({ engine, admins: profiles, group: forum });
  try {
    const [boris, clara] = world.admins;
    if (boris === undefined || clara === undefined || world.group === undefined) throw new Error('they were asked for');
    await act({ world, group: world.group, boris, clara });
  } finally {
    await world.close();
  }
}

const replyingTo =
  (message: ChatMessage) =>
  ({ replyTo }: ChatMessage): boolean =>
    replyTo === message.id;

describe.each(['sqlite', 'postgres'] as const)('a group with topics, on %s', (engine) => {
  test('answers, lists, cards and questions appear in the topic of the message they answer', () =>
    inForum(engine, async ({ world, group, boris, clara }) => {
      const topic = group.openTopic(clara, 'Newcomers');
      const request = await asks(newcomer(world));
      const card = await cardOf(boris, request, [], { in: group });
      expect(card.topicId).toBeNull();
      const where = { in: group, topic };
      const list = await boris.sees(replyingTo(boris.write('/pending', where)), { in: group });
      expect(list.topicId).toBe(topic.id);
      boris.press(list, `#${request}`);
      const opened = await cardOf(boris, request, ['Submitted'], { in: group, after: card });
      expect([opened.id, opened.topicId]).toEqual([list.id, topic.id]);
      const shownCard = await cardOf(boris, request, ['History'], {
        in: group,
        after: boris.write(`/show ${request}`, where),
      });
      expect(shownCard.topicId).toBe(topic.id);
      boris.press(shownCard, 'Reject with reason…');
      const question = await boris.sees(saying('why are you rejecting'), { in: group, after: shownCard });
      expect(question.topicId).toBe(topic.id);
      const answer = await boris.sees(replyingTo(boris.write('No photo', { in: group, replyTo: question })), {
        in: group,
      });
      expect([answer.topicId, shown(answer)]).toEqual([topic.id, expect.stringContaining('Rejected request')]);
      const elsewhere = await boris.sees(replyingTo(boris.write('/stats', { in: group })), { in: group });
      expect(elsewhere.topicId).toBeNull();
    }));

  test('ADMIN_CHAT_ID=ID/TOPIC: cards appear in that topic, and replies there decide', () =>
    inForum(engine, async ({ world, group, boris, clara }) => {
      const topic = group.openTopic(clara, 'Cards');
      const other = group.openTopic(clara, 'Talk');
      await world.daemon.stop();
      await world.restart({ env: { ADMIN_CHAT_ID: `${group.id}/${topic.id}` } });
      const anna = newcomer(world);
      const request = await asks(anna);
      const card = await cardOf(boris, request, [], { in: group });
      expect(card.topicId).toBe(topic.id);
      const list = await boris.sees(replyingTo(boris.write('/pending', { in: group, topic: other })), { in: group });
      expect(list.topicId).toBe(other.id);
      boris.write('approve', { in: group, replyTo: card });
      await anna.sees('is approved');
      await cardOf(boris, request, ['Approved by Boris'], { in: group });
      // A card that was removed comes back to the topic.
      const emma = newcomer(world);
      const second = await asks(emma);
      group.chat.remove(await cardOf(boris, second, [], { in: group }));
      await world.settled();
      emma.block();
      expect((await cardOf(boris, second, ['blocked me'], { in: group })).topicId).toBe(topic.id);
    }));

  test.each([
    ['closed', (group: Group, clara: Person, topic: ReturnType<Group['openTopic']>) => group.closeTopic(clara, topic)],
    ['deleted', (group: Group, _: Person, topic: ReturnType<Group['openTopic']>) => group.deleteTopic(topic)],
  ])('while its topic is %s cards appear in General, and the admins are told why, once', (_, end) =>
    inForum(engine, async ({ world, group, boris, clara }) => {
      const topic = group.openTopic(clara, 'Cards');
      await world.daemon.stop();
      await world.restart({ env: { ADMIN_CHAT_ID: `${group.id}/${topic.id}` } });
      end(group, clara, topic);
      const requests = [await asks(newcomer(world)), await asks(newcomer(world))];
      for (const request of requests) {
        const card = await cardOf(boris, request, [], { in: group });
        expect(card.topicId).toBeNull();
        boris.press(card, '✅ Approve');
        await cardOf(boris, request, ['Approved by Boris'], { in: group });
      }
      await boris.sees(saying(`topic ${topic.id}`, 'ADMIN_CHAT_ID'));
      await world.settled();
      for (const admin of [boris, clara]) expect(admin.chat.messages).toHaveLength(1);
    }),
  );
});

test('in a private chat with topics, answers appear in the topic of the message they answer', async () => {
  const world = await startWorld({ engine: 'sqlite', admins: profiles, double: { privateTopics: true } });
  try {
    const anna = newcomer(world);
    await answerTo(anna, '/start');
    const topic = anna.openTopic('My request');
    const prompt = await anna.sees(saying('in your next message'), { after: anna.write('/request', { topic }) });
    expect(prompt.topicId).toBe(topic.id);
    const confirmation = await anna.sees(/^✅/, { after: anna.write('It’s me', { topic }) });
    expect(confirmation.topicId).toBe(topic.id);
    expect(await rowOf(world, 1)).toMatchObject({ message: 'It’s me' });
    expect((await answerTo(anna, '/status')).topicId).toBeNull();
  } finally {
    await world.close();
  }
});
