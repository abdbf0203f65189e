import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { adminChatsOn, adminsAtWork } from './admins-at-work';
import { asks, buttons, newcomer, saying } from './scenes';
import type { World } from './world';

describe.each(['sqlite', 'postgres'] as const)('/find, on %s', (engine) => {
  describe.each(adminChatsOn(engine))('%s', (_, admins) => {
    let world: World;
    let boris: Person;
    let where: { readonly in?: Group };

    beforeAll(async () => {
      ({ world, boris, where } = await adminsAtWork({ engine, group: admins, env: { SEND_RATE: 'off' } }));
    });
    afterAll(() => world.close());

    const finds = async (written: string, answer: (message: ChatMessage) => boolean) => {
      const sent = boris.write(`/find ${written}`, where);
      return boris.sees(answer, { after: sent, ...where });
    };

    test('names who sent it, what they wrote and how it stands; its button shows the request', async () => {
      const anna = newcomer(world, { first_name: 'Анна', username: 'anna_berlin' });
      const request = await asks(anna, 'Ищу друзей в Берлине');
      for (const written of [
        'анна берлин',
        '@anna_berlin',
        String(anna.id),
        '“ДРУЗЕЙ”',
        `№${request}`,
        `#${request}`,
      ]) {
        const found = await finds(written, saying('🔍', `#${request}`, 'Анна', 'Ищу друзей', 'waiting'));
        expect(buttons(found)).toContain(`#${request}`);
      }
      const found = await finds('@anna_berlin', saying('🔍', `#${request}`));
      boris.press(found, `#${request}`);
      await boris.sees(saying('History', `#${request}`, 'Ищу друзей в Берлине'), { after: found, ...where });
    });

    test('says where there is nothing, and how to ask', async () => {
      await finds('nobody <b>& nothing', saying('No requests match', 'nobody <b>& nothing'));
      await finds('', saying('What shall I look for?'));
      await finds('a b c d e f g h i j k', saying('10 words at most'));
      await finds('"* OR (', saying('No requests match', '"* OR ('));
    });

    test('pages through more than fits, newest first, there and back', async () => {
      const requests: number[] = [];
      for (let n = 0; n < 20; n += 1) requests.push(await asks(newcomer(world), `Pinguin ${n} of the flock`));
      requests.reverse();
      const named = (from: number, to: number) => requests.slice(from, to).map((number) => `#${number}`);
      const list = await finds('pinguin flock', saying('Requests matching pinguin flock', `#${requests[0]}`));
      expect(buttons(list)).toEqual([...named(0, 8), '▶️']);
      boris.press(list, '▶️');
      const second = await boris.sees(saying('Requests matching pinguin flock', `#${requests[8]}`), where);
      expect([second.id, buttons(second)]).toEqual([list.id, [...named(8, 16), '◀️', '▶️']]);
      boris.press(second, '▶️');
      const third = await boris.sees(saying('Requests matching pinguin flock', `#${requests[16]}`), where);
      expect(buttons(third)).toEqual([...named(16, 20), '◀️']);
      boris.press(third, '◀️');
      expect(buttons(await boris.sees(saying('Requests matching', `#${requests[8]}`), where))).toEqual(buttons(second));
      boris.press(second, '◀️');
      expect(buttons(await boris.sees(saying('Requests matching', `#${requests[0]}`), where))).toEqual(buttons(list));
    });

    test('is refused to anybody else', async () => {
      const stranger = newcomer(world);
      const sent = stranger.write('/find anna');
      await stranger.sees(/admin/i, { after: sent });
    });
  });
});
