import { forgetAllForms } from '../../src/contacts/form';
import { personId } from '../../src/lifecycle/ids';
import { noon, TestApp } from '../requests/app';
import { describeEngines } from '../store/engines';

describeEngines('what nobody has finished of the form', (engine) => {
  test('is deleted, with every count, once there is no form', async () => {
    const app = await TestApp.open(engine);
    const address = { address: 'vera@mail.example', addressKey: 'vera@mail.example' };
    const draft = { personId: personId(2 ** 52 + 7), name: 'Vera', ...address, language: null, message: 'Please' };
    await app.transaction(async ({ store: { form } }) => {
      await form.addDraft({ ...draft, createdAt: noon, tokenHash: 'hash' });
      await form.countOne('network', noon);
    });
    await app.transaction(forgetAllForms);
    expect(await app.transaction(({ store: { form } }) => form.draft('hash'))).toBeNull();
    expect(await app.transaction(({ store: { form } }) => form.counted('network', 0))).toBe(0);
  });
});
