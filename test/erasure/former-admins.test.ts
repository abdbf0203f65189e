import { Eraser } from '../../src/erasure/eraser';
import { forget } from '../../src/erasure/erase';
import { personId, requestId, telegramId, type PersonId } from '../../src/lifecycle/ids';
import { addAdmin, removeAdmin } from '../../src/requests/administrators';
import { submit } from '../../src/requests/submit';
import { answerAdmins, askClient, questionToClient } from '../../src/requests/talk';
import { tell } from '../../src/transaction/transaction';
import { boris, TestApp } from '../requests/app';
import { describeSqlite } from '../store/engines';

const dora = personId(5_000_000_001);
const name = 'Dora Quabbleworth';

describeSqlite('of an admin who is forgotten', (engine) => {
  let app: TestApp;
  let anna: PersonId;
  beforeEach(async () => {
    app = await TestApp.open(engine);
    app.setAdmins([boris]);
    await app.admins();
    const known = { id: dora, telegramId: telegramId(dora), username: null, language: 'en', chosenLanguage: null };
    await app.transaction((tx) => tx.store.people.save({ ...known, name, unreachableAt: null }));
    await app.transaction((tx) => addAdmin(tx, boris, { telegramId: telegramId(dora), name: null, username: null }));
    anna = await app.client(2);
    await app.transaction((tx) => submit(tx, anna, 'submit', 'Please'));
  });

  const removes = () => app.transaction((tx) => removeAdmin(tx, boris, telegramId(dora)));
  const forgets = (who: PersonId) => app.transaction((tx) => forget(tx, who, 'chat'));
  const nameOf = () => app.transaction(async (tx) => (await tx.store.people.get(dora))?.name);
  const looks = async () => {
    const none = { retention: null, quietFor: () => 0, lists: () => [], step: () => undefined };
    const eraser = new Eraser({ ...app.context, store: app.store, ...none });
    await eraser.sweep();
    await eraser.stop();
  };
  /** All that was or is owed. */
  const written = () =>
    app.transaction(async ({ store: { outbox } }) => {
      const about = await outbox.allAbout(requestId(1));
      const besides = await Promise.all([boris, dora].map((who) => outbox.owedBesides(who, 0, 99)));
      return JSON.stringify([about, besides]);
    });

  test('nothing is left in what others were told about others', async () => {
    await app.transaction(async (tx) => {
      await askClient(tx, dora, { request: requestId(1), round: null }, 'Who are you?');
      await tx.outbox.write();
      const asked = await tx.store.botMessages.openQuestions(anna, 0);
      for (const { id } of asked) await tx.store.botMessages.place(id, anna, 7);
      const question = await questionToClient(tx, anna, anna, 7);
      if (question === null) throw new Error('Anna was asked');
      await answerAdmins(tx, anna, question, 'Anna');
      await tx.outbox.write();
      const answers = (await tx.store.outbox.owedBesides(dora, 0, 9)).filter(
        (row) => row.notice.kind === 'client_answered',
      );
      await tx.store.outbox.accept(
        answers.map(({ id }) => ({ id, messageId: 8 })),
        tx.now,
      );
      tell(tx, boris, { kind: 'own_reason', requestId: requestId(1), adminName: name });
    });
    expect(await written()).toContain(name);
    await removes();
    await forgets(dora);
    expect(await nameOf()).toBe(String(dora));
    expect(await written()).not.toContain(name);
  });

  test('the name is erased once they are none any more, and owners are told their number', async () => {
    await forgets(dora);
    await looks();
    expect(await nameOf()).toBe(name);
    await removes();
    await looks();
    expect(await nameOf()).toBe(String(dora));
    expect(await written()).not.toContain(name);
    expect(app.told(dora)).toContain('admin_left');
    // The list by which a restored backup is gone through has that, too.
    expect(await app.transaction((tx) => tx.store.erasures.after(0, 9))).toHaveLength(2);
    // Whoever writes again, and is made one again, has nothing more to lose by that.
    const known = { id: dora, telegramId: telegramId(dora), username: null, language: 'en', chosenLanguage: null };
    await app.transaction((tx) => tx.store.people.save({ ...known, name, unreachableAt: null }));
    await looks();
    expect(await nameOf()).toBe(name);
  });

  test('a list that has a request open in a former admin’s chat says that it was erased, as a card does', async () => {
    const list = { kind: 'queue_card', recipientId: dora, messageId: 9, threadId: null } as const;
    await app.transaction((tx) =>
      tx.store.botMessages.add({ ...list, requestId: requestId(1), round: 1, personId: null, createdAt: tx.now }),
    );
    await removes();
    app.told();
    await forgets(anna);
    expect(app.told(dora)).toEqual(['erased_card']);
  });
});
