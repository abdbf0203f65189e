import { decide } from '../../src/requests/decide';
import { requestId } from '../../src/lifecycle/ids';
import { submit } from '../../src/requests/submit';
import { describeEngines } from '../store/engines';
import { boris, TestApp } from './app';

const minute = 60_000;

describeEngines('the Undo button of a card', (engine) => {
  /** Boris has rejected as many requests, whose cards stand in the chats of both admins. */
  async function decided(app: TestApp, count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) {
      const client = await app.client(n);
      await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
      await app.transaction(async (tx) => {
        for (const card of await tx.store.botMessages.cardsOf(requestId(n), 1)) {
          await tx.store.botMessages.place(card.id, card.recipientId, card.id);
        }
      });
      await app.transaction((tx) => decide(tx, requestId(n), { type: 'reject', by: boris, round: null, reason: null }));
    }
    await app.transaction(async (tx) => {
      const owed = await tx.store.outbox.scanOwed('telegram', 0, 1000, false);
      for (const { id } of owed) await tx.store.outbox.settle({ id, as: 'superseded', error: '' }, tx.now);
    });
    edited(app);
  }

  /** In whose chats cards were owed an edit since the last time somebody asked. */
  function edited(app: TestApp): readonly number[] {
    const owed = app.owed.splice(0);
    return owed.filter(({ notice }) => notice.kind === 'card').map(({ recipientId }) => recipientId);
  }

  it('goes when the window is over, once, and only where it stands', async () => {
    const app = await TestApp.open(engine);
    await decided(app, 1);
    app.now += 10 * minute - 1;
    await app.sweep();
    expect(edited(app)).toEqual([]);
    app.now += 1;
    await app.sweep();
    expect(edited(app)).toEqual([boris]);
    await app.sweep();
    app.now += 10 * minute;
    await app.sweep();
    expect(edited(app)).toEqual([]);
  });

  it('goes from every card, however many decisions there were', async () => {
    const app = await TestApp.open(engine);
    await decided(app, 120);
    app.now += 10 * minute;
    await app.sweep();
    expect(edited(app)).toEqual(Array.from({ length: 120 }, () => boris));
  });

  it('was never there with UNDO_WINDOW=0, so nothing is looked for', async () => {
    const app = await TestApp.open(engine, { undoWindow: 0 });
    await decided(app, 1);
    app.now += 60 * minute;
    await app.sweep();
    expect(edited(app)).toEqual([]);
    expect(await app.transaction((tx) => tx.store.state.get('undo_over_until_event'))).toBeNull();
  });
});
