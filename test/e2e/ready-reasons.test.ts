import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { adminChatsOn, adminsAtWork, twoAdmins } from './admins-at-work';
import { asks, buttons, cardOf, newcomer, rowOf, saying } from './scenes';
import { startWorld, type World } from './world';

const englishReasons = 'reason_1 = We don’t know you yet.\nreason_3 = Only adults & <b>friends</b>.\n';
const russianReasons = 'reason_1 = Мы вас пока не знаем.\nreason_2 = Только по-русски.\n';

describe.each(['sqlite', 'postgres'] as const)('ready reasons, on %s', (engine) => {
  describe.each(adminChatsOn(engine))('%s', (_, admins) => {
    let world: World;
    let boris: Person;
    let folder: string;
    let where: { readonly in?: Group };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'texts-'));
      writeFileSync(join(folder, 'en.ftl'), englishReasons);
      writeFileSync(join(folder, 'ru.ftl'), russianReasons);
      ({ world, boris, where } = await adminsAtWork({ engine, group: admins, env: { TEXTS_DIR: folder } }));
    });
    afterAll(async () => {
      await world.close();
      rmSync(folder, { recursive: true });
    });

    /** Boris has pressed “Reject with reason…” on the card of somebody who reads this language. */
    async function chooses(language: string) {
      const anna = newcomer(world, { language_code: language });
      const sent = anna.write('/request Hello');
      const confirmation = await anna.sees(/^✅/, { after: sent });
      const request = Number(/[#№](\d+)/.exec(confirmation.text)?.[1]);
      const card = await cardOf(boris, request, [], where);
      boris.press(card, 'Reject with reason…');
      const choice = await boris.sees(saying('Why are you rejecting', `#${request}`), where);
      return { anna, request, card, choice };
    }

    test('two taps reject with what the client reads in their own language, and the choice says so', async () => {
      const { anna, request, choice } = await chooses('ru');
      expect(buttons(choice)).toEqual([
        'We don’t know you yet.',
        'Только по-русски.',
        'Only adults & friends.',
        '✍️ Write my own…',
      ]);
      const press = boris.press(choice, 'We don’t know you yet.');
      expect((await press.answered()).text).toContain(`Rejected request #${request}`);
      await anna.sees(saying('Мы вас пока не знаем.'));
      expect(await rowOf(world, request)).toMatchObject({
        status: 'rejected',
        reason: 'Мы вас пока не знаем.',
        reviewed_by: boris.id,
      });
      const answered = await boris.sees(saying(`Rejected request #${request}`), where);
      expect([answered.id, buttons(answered)]).toEqual([choice.id, []]);
      await cardOf(boris, request, ['Rejected by Boris', 'Мы вас пока не знаем.'], where);
    });

    test('only what the client can read is offered; where their language has none, it is the default’s', async () => {
      const { anna, request, choice } = await chooses('en');
      expect(buttons(choice)).toEqual(['We don’t know you yet.', 'Only adults & friends.', '✍️ Write my own…']);
      boris.press(choice, 'Only adults & friends.');
      await anna.sees(saying('Only adults & friends.'));
      expect(await rowOf(world, request)).toMatchObject({ reason: 'Only adults & friends.' });
    });

    test('beside them one can be written, as without them', async () => {
      const { anna, request, choice } = await chooses('en');
      boris.press(choice, 'Write my own…');
      const over = await boris.sees(saying('Boris is writing a reason', `#${request}`), where);
      expect([over.id, buttons(over)]).toEqual([choice.id, []]);
      const question = await boris.sees(saying('Reply to this message', `#${request}`), where);
      boris.write('Come back in spring', { replyTo: question, ...where });
      await anna.sees(saying('Come back in spring'));
      expect(await rowOf(world, request)).toMatchObject({ status: 'rejected', reason: 'Come back in spring' });
    });

    test('a reply to the choice is the reason, and so is the next text in a private chat', async () => {
      const replied = await chooses('en');
      boris.write('Come back in spring', { replyTo: replied.choice, ...where });
      await replied.anna.sees(saying('Come back in spring'));
      expect(await rowOf(world, replied.request)).toMatchObject({ status: 'rejected', reason: 'Come back in spring' });
      // Its buttons are over with it.
      boris.press(replied.choice, 'We don’t know you yet.');
      const over = await boris.sees(saying('already rejected', `#${replied.request}`), where);
      expect([over.id, buttons(over)]).toEqual([replied.choice.id, []]);
      if (world.group !== undefined) return;
      const typed = await chooses('en');
      boris.write('Come back in autumn');
      await typed.anna.sees(saying('Come back in autumn'));
    });

    test('a choice that was dropped decides nothing, and loses its buttons', async () => {
      const { request, choice } = await chooses('en');
      const dropped = boris.write('/cancel', where);
      await boris.sees(saying('never mind'), { after: dropped, ...where });
      const press = boris.press(choice, 'We don’t know you yet.');
      expect((await press.answered()).text).toContain('too late to answer');
      const over = await boris.sees(saying('too late to answer', `#${request}`), where);
      expect([over.id, buttons(over)]).toEqual([choice.id, []]);
      const reply = boris.write('Good morning', { replyTo: choice, ...where });
      await boris.sees(saying('too late to answer'), { after: reply, ...where });
      expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
    });

    test('a choice that is out of date decides nothing, and loses its buttons', async () => {
      const { anna, request, card, choice } = await chooses('en');
      boris.press(card, '✅ Approve');
      await anna.sees('is approved');
      boris.press(choice, 'We don’t know you yet.');
      const answered = await boris.sees(saying('already approved', `#${request}`), where);
      expect([answered.id, buttons(answered)]).toEqual([choice.id, []]);
      expect(await rowOf(world, request)).toMatchObject({ status: 'approved', reason: null });
    });
  });
});

test('a client chooses no reason for themselves', async () => {
  const world = await startWorld({ engine: 'sqlite', admins: twoAdmins });
  try {
    const anna = newcomer(world);
    const request = await asks(anna);
    const confirmation = await anna.sees(/^✅/);
    const press = anna.pressData(confirmation, `c:${request}:1:1`);
    expect((await press.answered()).text).toContain('Only admins');
    expect(await rowOf(world, request)).toMatchObject({ status: 'pending' });
  } finally {
    await world.close();
  }
});
