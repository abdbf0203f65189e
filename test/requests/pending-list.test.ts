import { personId, requestId, type RequestId } from '../../src/lifecycle/ids';
import { resolveAll } from '../../src/outbox/resolve';
import { decide } from '../../src/requests/decide';
import { listInPlace, openInPlace, openNextInPlace } from '../../src/requests/pending-list';
import { recognize } from '../../src/requests/recognize';
import { submit } from '../../src/requests/submit';
import type { Owed } from '../../src/store/queries/outbox';
import type { Transaction } from '../../src/transaction/transaction';
import { describeEngines } from '../store/engines';
import { waiting } from '../store/owed';
import { boris, noon, TestApp } from './app';

const place = { chat: boris, messageId: 5 };
const [first, second, third] = [requestId(1), requestId(2), requestId(3)];
const stranger = personId(7_000_000_099);

/** The list stands in Boris’s chat, and three requests wait; nothing else is owed. */
async function threeWait(engine: Parameters<typeof TestApp.open>[0]): Promise<TestApp> {
  const app = await TestApp.open(engine);
  for (let n = 1; n <= 3; n += 1) {
    const client = await app.client(n);
    await app.transaction((tx) => submit(tx, client, 'submit', 'Please'));
  }
  await app.transaction(async ({ store: { outbox }, now }) => {
    const owed = await waiting(outbox);
    await outbox.supersede(
      owed.map(({ id }) => id),
      'sent',
      now,
    );
  });
  return app;
}

/** What is owed to the place of the list, in order. */
const owedThere = async ({ store }: Transaction): Promise<readonly Owed[]> =>
  (await waiting(store.outbox)).filter(
    ({ notice, editMessageId }) => notice.kind === 'queue_card' || editMessageId === place.messageId,
  );

const seen = (request: RequestId) => ({
  buttons: { request, round: 1 },
  position: { id: request, submittedAt: noon },
});

describeEngines('the list in one message', (engine) => {
  test('what is held up until another request is open, or the list is back, is never sent', async () => {
    const app = await threeWait(engine);
    await app.transaction((tx) => openInPlace(tx, boris, place, first));
    await app.transaction((tx) => openNextInPlace(tx, boris, place, seen(first)));
    await app.transaction(async (tx) => {
      const leaving = await resolveAll(tx, await owedThere(tx));
      expect(leaving).toMatchObject([{ edits: place.messageId, notice: { kind: 'queue_card', card: { id: second } } }]);
    });
    await app.transaction((tx) => listInPlace(tx, boris, place, { page: 1 }, null));
    await app.transaction(async (tx) => {
      const leaving = await resolveAll(tx, await owedThere(tx));
      expect(leaving).toMatchObject([{ edits: place.messageId, notice: { kind: 'pending_page' } }]);
    });
  });

  test('what changes is owed there although an edit of another request still waits', async () => {
    const app = await threeWait(engine);
    await app.transaction((tx) => openInPlace(tx, boris, place, first));
    await app.transaction((tx) => openInPlace(tx, boris, place, second));
    await app.transaction(async (tx) => {
      const [, open] = await owedThere(tx);
      await tx.store.outbox.claim(open === undefined ? [] : [open.id], tx.now);
    });
    await app.transaction((tx) => decide(tx, second, { type: 'reject', by: boris, round: 1, reason: null }));
    await app.transaction(async (tx) => {
      const leaving = await resolveAll(tx, await owedThere(tx));
      expect(leaving).toMatchObject([{ notice: { kind: 'queue_card', card: { id: second, status: 'rejected' } } }]);
    });
  });

  test('opened again after the list was back, a request is owed behind the list', async () => {
    const app = await threeWait(engine);
    await app.transaction((tx) => openInPlace(tx, boris, place, first));
    await app.transaction((tx) => listInPlace(tx, boris, place, { page: 1 }, null));
    await app.transaction((tx) => openInPlace(tx, boris, place, first));
    await app.transaction(async (tx) => {
      const owed = await owedThere(tx);
      expect(owed.map(({ notice }) => notice.kind)).toEqual(['queue_card', 'pending_page', 'queue_card']);
      // One order for all of it: none is a card of its own.
      expect(owed.map((row) => row.requestId)).toEqual([null, null, null]);
    });
  });

  test('a reply means the request that whoever replied has seen', async () => {
    const app = await threeWait(engine);
    await app.transaction((tx) => openInPlace(tx, boris, place, first));
    await app.transaction((tx) => openNextInPlace(tx, boris, place, seen(first)));
    await app.transaction(async (tx) => {
      const means = async (buttons: Parameters<typeof recognize>[3]) =>
        (await recognize(tx, boris, place, buttons))?.requestId;
      expect(await means({ request: second, round: 1 })).toBe(second);
      expect(await means('none')).toBe(second);
      expect(await means({ request: first, round: 1 })).toBe(first);
      expect(await means('others')).toBeNull();
    });
  });

  test('is opened by admins only', async () => {
    const app = await threeWait(engine);
    await app.transaction(async (tx) => {
      const refused = { refused: 'not_an_admin' };
      expect(await openInPlace(tx, stranger, place, first)).toEqual(refused);
      expect(await openNextInPlace(tx, stranger, place, seen(first))).toEqual(refused);
      expect(await listInPlace(tx, stranger, place, { page: 1 }, null)).toEqual(refused);
      expect(await tx.store.botMessages.at(place.chat, place.messageId)).toBeNull();
    });
  });

  test('a card keeps its place, whatever a press on it says', async () => {
    const app = await threeWait(engine);
    await app.transaction(async (tx) => {
      const [card] = await tx.store.botMessages.cardsOf(third, 1);
      if (card === undefined) throw new Error('it has a card');
      await tx.store.botMessages.place(card.id, card.recipientId, 9);
      await openInPlace(tx, boris, { chat: card.recipientId, messageId: 9 }, first);
      expect(await tx.store.botMessages.at(card.recipientId, 9)).toMatchObject({ kind: 'card', requestId: third });
    });
  });
});
