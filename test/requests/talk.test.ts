import { submit } from '../../src/requests/submit';
import { askClient, questionToClient } from '../../src/requests/talk';
import { boris, TestApp } from './app';
import { describeEngines } from '../store/engines';

describeEngines('a client’s text that replies to nothing', (engine) => {
  test('answers a question that has arrived or is on its way, and none that the client can’t have read', async () => {
    const app = await TestApp.open(engine);
    const client = await app.client(1);
    await app.client(boris - 5_000_000_000);
    const submitted = await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
    if ('refused' in submitted) throw new Error('they may ask');
    const about = { request: submitted.id, round: null };
    await app.transaction((tx) => askClient(tx, boris, about, 'Who invited you?'));
    const answered = () => app.transaction((tx) => questionToClient(tx, client, client, null));
    expect(await answered()).toBeNull();

    const [row] = await app.transaction(async (tx) =>
      (await tx.store.outbox.waitingFor('telegram', client, 'all', 0, 10)).filter(
        ({ notice }) => notice.kind === 'asked',
      ),
    );
    if (row?.botMessageId == null) throw new Error('the question is owed');
    const question = row.botMessageId;
    await app.transaction((tx) => tx.store.outbox.claim([row.id], tx.now));
    expect(await answered()).toMatchObject({ question });
    const blocked = { id: row.id, as: 'undeliverable', error: 'blocked' } as const;
    await app.transaction((tx) => tx.store.outbox.settle(blocked, tx.now));
    expect(await answered()).toBeNull();
    await app.transaction((tx) => tx.store.botMessages.place(question, client, 12));
    expect(await answered()).toMatchObject({ question });
  });
});
