import { personId, requestId, telegramId } from '../../src/lifecycle/ids';
import { submit } from '../../src/requests/submit';
import { decide, whyNotDecide, type AdminDecision } from '../../src/requests/decide';
import { note } from '../../src/requests/notes';
import { askForReason, decideOnCard } from '../../src/requests/on-card';
import { cardView, type Viewer } from '../../src/requests/read/card';
import { waiting } from '../../src/requests/read/counts';
import { stats, statsByDay } from '../../src/requests/read/stats';
import { pendingPage } from '../../src/requests/read/pending-page';
import { messageAt, recognize } from '../../src/requests/recognize';
import { showCard } from '../../src/requests/show-card';
import { describeEngines } from '../store/engines';
import { boris, day, TestApp } from './app';

const stranger = personId(7_000_000_099);
const first = requestId(1);

/** The use cases, with one request that waits. */
async function oneWaits(engine: Parameters<typeof TestApp.open>[0]): Promise<TestApp> {
  const app = await TestApp.open(engine);
  const client = await app.client(1);
  await app.transaction((tx) => submit({ ...tx, via: 'chat' }, client, 'submit', 'Please'));
  return app;
}

describeEngines('deciding', (engine) => {
  const approve = (by: typeof boris): AdminDecision => ({ type: 'approve', by, round: null });

  test('is refused to everybody who is no admin at that moment', async () => {
    const app = await oneWaits(engine);
    await app.transaction(async (tx) => {
      expect(await whyNotDecide(tx, first, approve(stranger))).toEqual({ refused: 'not_an_admin' });
      expect(await decide(tx, first, approve(stranger))).toEqual({ refused: 'not_an_admin' });
      expect((await tx.store.requests.get(first))?.request.status).toBe('pending');
    });
  });

  test('leaves in the history who acted and the way in that they came by', async () => {
    const app = await oneWaits(engine);
    await app.transaction((tx) => decide({ ...tx, via: 'desk' }, first, approve(boris)));
    expect(await historyOf(app)).toEqual([
      { event: 'approve', via: 'desk', actorId: boris },
      { event: 'submit', via: 'chat', actorId: expect.any(Number) as number },
    ]);
  });

  test('and every other command of an admin needs no chat: a request that came by a form is decided at the desk', async () => {
    const app = await TestApp.open(engine);
    const client = await app.client(1);
    await app.transaction((tx) => submit({ ...tx, via: 'form' }, client, 'submit', 'Please'));
    expect(await app.transaction((tx) => tx.store.requests.get(first))).toMatchObject({ source: 'form' });
    const atTheDesk = async (command: AdminDecision): Promise<void> => {
      expect(await app.transaction((tx) => decide({ ...tx, via: 'desk' }, first, command))).toMatchObject({
        id: first,
      });
    };
    const by = boris;
    await atTheDesk(approve(by));
    await atTheDesk({ type: 'undo', by, round: 1 });
    await atTheDesk({ type: 'reject', by, round: 2, reason: 'Not yet' });
    await atTheDesk({ type: 'reopen', by });
    await atTheDesk(approve(by));
    await atTheDesk({ type: 'revoke', by, reason: null });
    const noted = await app.transaction((tx) => note({ ...tx, via: 'desk' }, by, first, 'Seen at the garden'));
    expect(noted).toEqual({ clientName: expect.any(String) as string, isNew: true });
    expect((await historyOf(app)).map(({ event, via }) => `${event} ${via}`)).toEqual([
      ...['revoke desk', 'approve desk', 'reopen desk', 'reject desk', 'undo desk', 'approve desk', 'submit form'],
    ]);
  });

  test('comes too late for a request whose time is over: that is left in the history as done by the system', async () => {
    const app = await oneWaits(engine);
    app.now += 8 * day;
    const tooLate = await app.transaction((tx) => decide({ ...tx, via: 'chat' }, first, approve(boris)));
    expect(tooLate).toMatchObject({ refused: 'not_pending' });
    expect(await historyOf(app)).toMatchObject([
      { event: 'expire', via: 'system', actorId: null },
      { event: 'submit', via: 'chat' },
    ]);
  });
});

describeEngines('what admins do and see', (engine) => {
  const place = { chat: stranger, messageId: 5 };
  const buttons = { request: first, round: 1 };

  test('is refused to everybody else, whatever the way in, and leaves no trace', async () => {
    const app = await oneWaits(engine);
    const owed = app.owed.length;
    await app.transaction(async (tx) => {
      const refused = { refused: 'not_an_admin' };
      const asked = { id: stranger, telegramId: telegramId(stranger), name: 'Nobody' };
      expect(await pendingPage(tx, stranger, { page: 1 })).toEqual(refused);
      expect(await stats(tx, stranger)).toEqual(refused);
      expect(await statsByDay(tx, stranger)).toEqual(refused);
      expect(await waiting(tx, stranger)).toEqual(refused);
      expect(await showCard(tx, stranger, place.chat, first)).toEqual(refused);
      expect(await askForReason(tx, { place, buttons }, asked)).toEqual(refused);
      const press: AdminDecision = { type: 'approve', by: stranger, round: 1 };
      expect(await decideOnCard(tx, { place, buttons }, press)).toEqual(refused);
      expect(await recognize(tx, stranger, place, buttons)).toBeNull();
    });
    expect(app.owed).toHaveLength(owed);
    expect(await app.transaction((tx) => messageAt(tx, place))).toBeNull();
  });

  test('an admin who sees a decision of another has no Undo for it, but those who share a group do', async () => {
    const app = await oneWaits(engine);
    await app.transaction((tx) => decide(tx, first, { type: 'approve', by: boris, round: null }));
    const undoable = async (viewer: Viewer) =>
      app.transaction(
        async ({ store, now, community }) => (await cardView(store, first, viewer, now, community))?.undoable,
      );
    expect(await undoable(boris)).toBe(true);
    expect(await undoable(stranger)).toBe(false);
    expect(await undoable('group')).toBe(true);
  });
});

const historyOf = (app: TestApp) =>
  app.transaction(async (tx) =>
    (await tx.store.events.latest(first, 9)).rows.map(({ event: { event, via, actorId } }) => ({
      event,
      via,
      actorId,
    })),
  );
