import { eraseAgain } from '../../src/erasure/offline';
import { personId, telegramId } from '../../src/lifecycle/ids';
import { openStore } from '../../src/store/store';
import { noon, policy } from '../requests/app';
import { describeSqlite } from '../store/engines';

describeSqlite('what a restored backup brings back is erased', (engine) => {
  test('also of whom it had as yet to be erased, and of whoever had only begun to fill in the form', async () => {
    const target = await engine.freshTarget();
    const signal = new AbortController().signal;
    const clock = { now: () => noon, monotonic: () => performance.now() };
    const open = () => openStore(target, noon, { signal, tell: () => undefined, random: Math.random }, null);
    const [anna, vera] = [personId(5_000_000_001), personId(2 ** 52 + 7)];
    const before = await open();
    await before.transaction(async ({ people, erasures, form, addressCodes }) => {
      const known = { telegramId: telegramId(anna), username: null, language: null, chosenLanguage: null };
      await people.save({ id: anna, ...known, name: 'Anna', unreachableAt: null });
      await erasures.ask(anna, 'command', noon);
      const filledIn = { name: 'Vera', language: null, message: 'Please', createdAt: noon };
      const address = { address: 'vera@mail.example', addressKey: 'vera@mail.example' };
      await form.addDraft({ ...filledIn, ...address, personId: vera, tokenHash: 'hash' });
      await addressCodes.add({ personId: vera, medium: 'email', ...address, language: null, createdAt: noon });
    });
    await before.close();
    const rules = { admins: [], adminChatId: null, adminTopicId: null, policy, access: null, hasWebhook: false };
    // She came back in between, and is one person.
    const forgotten = [anna, vera, anna].map((id, n) => ({ personId: id, telegramId: null, askedAt: noon + n }));
    expect(await eraseAgain(target, rules, { clock, signal }, forgotten)).toBe(1);
    const after = await open();
    await after.transaction(async ({ people, form, addressCodes }) => {
      expect((await people.get(anna))?.name).toBe(String(anna));
      expect(await form.draft('hash')).toBeNull();
      expect((await addressCodes.allOf(vera)).map(({ address }) => address)).toEqual(['']);
    });
    await after.close();
  });
});
