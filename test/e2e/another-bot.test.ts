import { TelegramDouble } from '../../src/telegram-double/double';
import { answerTo, asks, cardOf, newcomer, rowOf, saying, shown } from './scenes';
import { startWorld } from './world';

const profile = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };

describe.each(['sqlite', 'postgres'] as const)('another bot’s token on the same database, on %s', (engine) => {
  test('cards and questions are sent again, and message numbers of the other bot no longer count', async () => {
    const world = await startWorld({ engine, admins: [profile] });
    const other = await new TelegramDouble({ token: '7000000099:another-token-that-telegram-never-issued' }).start();
    try {
      const [boris] = world.admins;
      if (boris === undefined) throw new Error('there is an admin');
      const [anna, emma] = [newcomer(world), newcomer(world)];
      const [first, second] = [await asks(anna, 'One'), await asks(emma, 'Two')];
      const old = await cardOf(boris, first);
      boris.press(await cardOf(boris, second), 'Reject with reason…');
      await boris.sees('why are you rejecting');
      await world.settled();
      await world.daemon.stop();

      const borisThere = other.person(profile);
      borisThere.hasStarted();
      const atWork = other.callLog.next(({ method }) => method === 'getUpdates');
      const daemon = world.launch({ env: { TELEGRAM_BOT_TOKEN: other.token, TELEGRAM_API_ROOT: other.root } });
      try {
        await atWork;
        const anew = await cardOf(borisThere, first);
        const question = await borisThere.sees(saying('why are you rejecting', `#${second}`));
        // A list that stands where the bot before had a card is no card.
        const list = await answerTo(borisThere, '/pending');
        const { chat } = borisThere;
        const inOldPlace = chat.find(old.id) ?? list;
        await answerTo(borisThere, '/stats', { replyTo: inOldPlace });
        expect(await rowOf(world, first)).toMatchObject({ status: 'pending' });
        borisThere.press(anew, '✅ Approve');
        await cardOf(borisThere, first, ['Approved by Boris']);
        expect(shown(await answerTo(borisThere, 'No photo', { replyTo: question }))).toContain('Rejected request');
        expect(await rowOf(world, second)).toMatchObject({ status: 'rejected', reason: 'No photo' });
        expect(chat.find(list.id)?.text).toBe(list.text);
        const edits = other.callLog.of('editMessageText').map(({ params }) => params['message_id']);
        for (const id of edits) expect(chat.find(Number(id))?.text).toMatch(/^📨 Request #/);
      } finally {
        await daemon.stop();
      }
      // The bot before is another again.
      await world.restart();
      await world.settled();
      expect(await world.rows("SELECT value FROM daemon_state WHERE name = 'bot_id'")).toEqual([
        { value: String(world.double.bot.id) },
      ]);
    } finally {
      await other.stop();
      await world.close();
    }
  });
});
