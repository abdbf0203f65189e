import { requestId } from '../../src/lifecycle/ids';
import { decide } from '../../src/requests/decide';
import { describe as say, joinQuestionTo, submit } from '../../src/requests/submit';
import { describeEngines } from '../store/engines';
import { boris, day, TestApp } from './app';

const first = requestId(1);

describeEngines('the words of whoever asked to join a chat', (engine) => {
  async function joining() {
    const app = await TestApp.open(engine);
    const client = await app.client(1);
    await app.transaction((tx) => submit(tx, client, 'submit', 'a bio', { joining: 'The garden' }));
    const asked = () => app.transaction((tx) => joinQuestionTo(tx, client, null));
    const message = () => app.transaction(async (tx) => (await tx.store.requests.get(first))?.request.message);
    return { app, client, asked, message };
  }

  test('become the message of the request, once', async () => {
    const { app, client, asked, message } = await joining();
    const question = await asked();
    if (question === null) throw new Error('they are asked');
    await app.transaction((tx) => say(tx, client, question, 'I grow beans', []));
    expect(await message()).toBe('I grow beans');
    expect(await asked()).toBeNull();
    const again = await app.transaction((tx) => say(tx, client, question, 'and peas', []));
    expect(again).toMatchObject({ refused: 'already_pending' });
    expect(await message()).toBe('I grow beans');
  });

  test('never take the place of an appeal', async () => {
    const { app, client, asked, message } = await joining();
    await app.transaction((tx) => decide(tx, first, { type: 'reject', by: boris, round: null, reason: null }));
    app.now += 8 * day;
    await app.transaction((tx) => submit(tx, client, 'appeal', 'Please look again'));
    expect(await asked()).toBeNull();
    expect(await message()).toBe('Please look again');
  });

  test('are awaited again after an approval without them is undone', async () => {
    const { app, asked } = await joining();
    await app.transaction((tx) => decide(tx, first, { type: 'approve', by: boris, round: null }));
    expect(await asked()).toBeNull();
    await app.transaction((tx) => decide(tx, first, { type: 'undo', by: boris, round: null }));
    expect(await asked()).not.toBeNull();
  });
});
