import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { InputFile } from '../../src/telegram-double/pictures';
import { asks, buttons, cardOf, days, newcomer, saying, shown } from './scenes';
import { startWorld, type World } from './world';

const profiles = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'ru' },
];
const places = [
  ['in private chats', undefined],
  ['in a topic of the admins’ group', { id: -1_001_000_000_002, title: 'Admins', forum: true }],
] as const;
const inPictures = '📊 As a picture';

describe.each(['sqlite', 'postgres'] as const)('/stats, on %s', (engine) => {
  describe.each(engine === 'sqlite' ? places : [places[1]])('%s', (_, admins) => {
    let world: World;
    let boris: Person;
    let group: Group | undefined;
    let where: { readonly in?: Group };
    let writing: Parameters<Person['write']>[1];

    beforeAll(async () => {
      const env = { SWEEP_SCHEDULE: '0 0 1 1 *', CLIENT_RATE: 'off' };
      const modules = { MODULES_FILE: 'modules.txt' };
      world = await startWorld({
        ...{ engine, admins: profiles, env, ...(admins && { group: admins }) },
        daemon: { preloads: [join(__dirname, 'preloads', 'lists-modules.cjs')], env: modules },
      });
      const [first] = world.admins;
      if (first === undefined) throw new Error('there is an admin');
      boris = first;
      group = world.group;
      where = group === undefined ? {} : { in: group };
      writing = group === undefined ? {} : { in: group, topic: group.openTopic(boris, 'Figures') };
    });
    afterAll(() => world.close());

    const wantsStats = async () =>
      boris.sees(saying('Requests', 'This week'), { after: boris.write('/stats', writing), ...where });
    /** The picture that comes after a message. */
    const picture = (after: ChatMessage) => boris.sees(({ media }) => media === 'photo', { after, ...where });
    const photosSent = () => world.double.callLog.of('sendPhoto');

    test('shows what happened this week and in 30 days, who decided and how fast, and what waits longest', async () => {
      const old = await asks(newcomer(world));
      const rejected = await asks(newcomer(world));
      const approved = await asks(newcomer(world));
      const waits = await asks(newcomer(world, { first_name: 'Dora' }));
      const decided = async (request: number, command: string, says: RegExp) => {
        const sent = boris.write(`/${command} ${request}`, where);
        await boris.sees(says, { after: sent, ...where });
        return sent;
      };
      await decided(old, 'approve', /Approved/);
      await decided(rejected, 'reject', /Rejected/);
      await decided(approved, 'approve', /Approved/);
      // A decision that was taken back is none.
      boris.press(await cardOf(boris, approved, ['Approved'], where), 'Undo');
      await cardOf(boris, approved, ['Submitted'], { ...where });
      await decided(approved, 'approve', /Approved/);
      await world.backDate('requests', 'submitted_at', days(2), `id = ${waits}`);

      const stats = shown(await wantsStats());
      expect(stats).toContain('waiting: 1\napproved: 2\nrejected: 1\nexpired: 0\nwithdrawn: 0\naccess ended: 0');
      expect(stats).toContain(`⏳ waiting longest: #${waits} Dora, 2 days`);
      for (const period of [/This week, since Mon,? \d+ \w+/, /Last 30 days, since \w+,? \d+ \w+/]) {
        const [, after = ''] = stats.split(period);
        expect(after.split('\n').slice(1, 4)).toEqual([
          'submitted: 4 · approved: 2 · rejected: 1',
          'expired: 0 · withdrawn: 0 · access ended: 0',
          expect.stringMatching(/^⏱ time to a decision: 1 minute \(median\), 1 minute \(longest, #\d\)$/),
        ]);
        expect(after.split('\n')[4]).toBe('👤 Boris: 3 decisions');
      }
    });

    test('a button sends the 30 days as a picture; what its colours mean stands under it', async () => {
      const stats = await wantsStats();
      expect(buttons(stats)).toContain(inPictures);
      boris.press(stats, inPictures);
      const photo = await picture(stats);
      expect(photo.topicId).toBe(stats.topicId);
      expect(photo.photo).toMatchObject({ type: 'image/png', width: 1280, height: 960 });
      const caption = shown(photo);
      expect(caption).toMatch(/^📊 Requests a day, \w+,? \d+ \w+ – \w+,? \d+ \w+\n\n🟦 submitted: 4\n🟩 approved: 2\n/);
      expect(caption).toContain('🟥 rejected: 1\n🟨 expired: 0\n⬜️ withdrawn: 0\n🟪 access ended: 0');
      const [sent] = photosSent();
      expect(sent?.params['photo']).toBeInstanceOf(InputFile);
      expect(sent?.params['link_preview_options']).toBeUndefined();
    });

    test('a picture whose sending was not answered is sent again', async () => {
      const stats = await wantsStats();
      const before = photosSent().length;
      world.double.faults.add({ method: 'sendPhoto', times: 1, fault: { kind: 'lost_answer' } });
      boris.press(stats, inPictures);
      const first = await picture(stats);
      const again = await picture(first);
      await world.settled();
      expect(shown(again)).toBe(shown(first));
      expect(again.photo).toEqual(first.photo);
      expect(photosSent().slice(before)).toHaveLength(2);
      const [row] = await world.rows('SELECT * FROM outbox ORDER BY id DESC LIMIT 1');
      expect(row).toMatchObject({ state: 'sent', unknown_outcomes: 1 });
    });

    test('who is no admin gets neither', async () => {
      const stranger = newcomer(world);
      await stranger.sees(/admin/i, { after: stranger.write('/stats') });
      if (group === undefined) return;
      const before = photosSent().length;
      const stats = await wantsStats();
      group.join(stranger);
      expect((await stranger.press(stats, inPictures).answered()).text).toContain('Only admins');
      await world.settled();
      expect(photosSent()).toHaveLength(before);
    });

    if (admins !== undefined) {
      test('where the group allows no photos, that is said instead, and the group stays reachable', async () => {
        group?.letMembersSendPhotos(false);
        const stats = await wantsStats();
        boris.press(stats, inPictures);
        const words = await boris.sees(saying('not allowed to send pictures'), { after: stats, ...where });
        expect(words.topicId).toBe(stats.topicId);
        group?.letMembersSendPhotos(true);
        await world.settled();
        expect(await world.rows("SELECT * FROM outbox WHERE state = 'undeliverable'")).toEqual([]);
      });
      return;
    }

    test('is in the language of who reads it', async () => {
      const [, clara] = world.admins;
      if (clara === undefined) throw new Error('there is another admin');
      const stats = await clara.sees(saying('Запросы', 'Эта неделя, начало: пн', '👤 Boris: 3 решения'), {
        after: clara.write('/stats'),
      });
      clara.press(stats, '📊 Картинкой');
      const photo = await clara.sees(({ media }) => media === 'photo', { after: stats });
      expect(shown(photo)).toMatch(/^📊 Запросы по дням, .*\n\n🟦 поданы: 4\n🟩 одобрены: 2\n🟥 отклонены: 1\n/);
    });

    test('nothing that draws is loaded before somebody wants a picture', async () => {
      const loaded = () => readFileSync(join(world.folder, 'modules.txt'), 'utf8').split('\n');
      const draws = (file: string) => file.includes('/picture/');
      await world.daemon.stop();
      expect(loaded().filter(draws)).not.toEqual([]);
      await world.restart();
      await wantsStats();
      await world.daemon.stop();
      expect(loaded().filter(draws)).toEqual([]);
      await world.restart();
    });
  });
});
