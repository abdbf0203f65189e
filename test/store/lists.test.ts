import { personId, requestId } from '../../src/lifecycle/ids';
import { buildQueries } from '../../src/store/queries';
import { describeEngines } from './engines';

/** More than either database takes in one statement. */
const many = 66_000;

describeEngines('a list', ({ open }) => {
  it('may be longer than a statement allows', async () => {
    const store = await open(buildQueries);
    const numbers = Array.from({ length: many }, (_, n) => n + 1);
    await store.transaction(async ({ people, outbox, botMessages, schedule }) => {
      expect(await people.names(numbers.map(personId))).toEqual(new Map());
      expect(await outbox.supersede(numbers, '', 0)).toEqual(new Set());
      expect(await outbox.claim(numbers, 0)).toEqual(new Set());
      await outbox.accept(
        numbers.map((id) => ({ id, messageId: id })),
        0,
      );
      await botMessages.markAnswered(numbers, 0);
      await botMessages.remove(numbers);
      await schedule.markToldOfAppeal(numbers.map(requestId), 0);
    });
  });
});
