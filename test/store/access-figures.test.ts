import { groupId, personId } from '../../src/lifecycle/ids';
import type { Database } from '../../src/store/database';
import { buildQueries, type Queries } from '../../src/store/queries';
import { noMembership, type Membership } from '../../src/store/queries/access';
import { noon, hour } from '../requests/app';
import { describeEngines } from './engines';
import { past } from './plan';

const garden = groupId(-1_001_000_000_001);
const library = groupId(-1_001_000_000_002);
const nobody = { wantedIn: 0, seenIn: 0, pending: 0, failing: 0, people: 0, joinRequests: 0, oldestPending: null };

describeEngines('how far the chats are from what is wanted', ({ dialect, open }) => {
  /** Runs in one transaction, after so many people have become known. */
  async function withPeople(
    count: number,
    work: (queries: Queries, database: Database) => Promise<void>,
  ): Promise<void> {
    const store = await open((database: Database) => database);
    await store.transaction(async (database) => {
      const { change } = past(dialect, database.db);
      for (let id = 1; id <= count; id += 1) await change(`INSERT INTO people (id, name) VALUES (${id}, 'Anna')`);
      await work(buildQueries(database), database);
    });
  }
  const row = (id: number, what: Partial<Membership> = {}): Membership => ({
    ...noMembership(personId(id), garden),
    ...what,
  });

  it('is counted with every change of a row, for each chat by itself', () =>
    withPeople(3, async ({ access }) => {
      expect(await access.figures(garden)).toEqual({ chatId: garden, ...nobody });

      await access.wantIn(personId(1), garden, { invitedAt: noon, now: noon });
      await access.wantIn(personId(1), library, { invitedAt: noon, now: noon });
      await access.wantIn(personId(2), garden, { invitedAt: noon, now: noon + hour });
      expect(await access.figures(garden)).toMatchObject({ wantedIn: 2, seenIn: 0, pending: 2, oldestPending: noon });
      expect(await access.figures(library)).toMatchObject({ wantedIn: 1, seenIn: 0, pending: 1 });

      // The first is in; with the second something fails, and is tried again later: it is pending since the approval.
      const [first, second] = [await access.get(personId(1), garden), await access.get(personId(2), garden)];
      if (first === null || second === null) throw new Error('a row is missing');
      await access.save({ ...first, seen: 'member', nextTryAt: null });
      await access.save({ ...second, tries: 1, lastError: '400', nextTryAt: noon + 3 * hour });
      const failing = { wantedIn: 2, seenIn: 1, pending: 1, failing: 1, oldestPending: noon + hour };
      expect(await access.figures(garden)).toEqual({ chatId: garden, people: 2, joinRequests: 0, ...failing });

      // A stranger who is in is neither wanted nor seen as one who is.
      await access.save(row(3, { seen: 'member' }));
      expect(await access.figures(garden)).toEqual({ chatId: garden, people: 3, joinRequests: 0, ...failing });

      await access.wantOut(personId(1), true, noon + 5 * hour);
      expect(await access.figures(garden)).toMatchObject({ wantedIn: 1, seenIn: 0, pending: 2, failing: 1 });
      expect(await access.figures(library)).toMatchObject({ wantedIn: 0, pending: 1, oldestPending: noon + 5 * hour });
    }));

  it('lets a join request that is decided about wait since the decision, not since it was made', () =>
    withPeople(1, async ({ access }) => {
      await access.save(row(1, { joinRequestedAt: noon }));
      expect(await access.figures(garden)).toMatchObject({ pending: 0, joinRequests: 1, oldestPending: null });
      await access.lookAtJoinRequests(personId(1), noon + hour);
      await access.lookAtJoinRequests(personId(1), noon + 2 * hour);
      expect(await access.figures(garden)).toMatchObject({ pending: 1, oldestPending: noon + hour });
    }));

  it('has what concerns people who are let in done before anything else, and the join requests of all others last', () =>
    withPeople(5, async ({ access }) => {
      for (const id of [1, 2, 3]) await access.save(row(id, { joinRequestedAt: noon, nextTryAt: noon + id }));
      await access.save(row(4, { toRemove: true, nextTryAt: noon + 4 }));
      await access.save(row(5, { wanted: 'in', nextTryAt: noon + 5 }));
      const order: number[] = [];
      for (;;) {
        const due = await access.due(garden, noon + hour, noon, 2);
        if (due.length === 0) break;
        for (const { membership } of due) {
          order.push(membership.personId);
          await access.save({ ...membership, nextTryAt: null });
        }
      }
      expect(order).toEqual([5, 4, 1, 2, 3]);
      await access.save(row(2, { nextTryAt: noon + 3 * hour }));
      await access.save(row(5, { wanted: 'in', nextTryAt: noon + 4 * hour }));
      expect(await access.outlook(garden)).toBeNull();
      await access.arrange([garden], noon);
      expect(await access.outlook(garden)).toMatchObject({ next: noon + 3 * hour, invites: true });
    }));

  it('lets removals that an admin had to allow wait since they were allowed', () =>
    withPeople(1, async ({ access }) => {
      await access.save(row(1, { seen: 'member', toRemove: true }));
      await access.releaseRemovals(garden, noon + hour);
      expect(await access.figures(garden)).toMatchObject({ pending: 1, oldestPending: noon + hour });
    }));

  it('follows rows that move to another chat or are deleted', () =>
    withPeople(2, async ({ access }, { db }) => {
      const { change } = past(dialect, db);
      await access.save(row(1, { wanted: 'in', seen: 'member' }));
      await access.save(row(2, { wanted: 'in', seen: 'admin', nextTryAt: noon, tries: 2 }));
      await change(`UPDATE memberships SET chat_id = ${library} WHERE person_id = 1`);
      expect(await access.figures(library)).toMatchObject({
        wantedIn: 1,
        seenIn: 1,
        pending: 0,
        failing: 0,
        people: 1,
      });
      expect(await access.figures(garden)).toMatchObject({ wantedIn: 1, seenIn: 1, pending: 1, failing: 1, people: 1 });
      await change('DELETE FROM memberships');
      for (const chat of [garden, library]) expect(await access.figures(chat)).toEqual({ chatId: chat, ...nobody });
    }));
});
