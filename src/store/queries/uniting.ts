import { aliasedTable, and, desc, eq, isNull, notExists, or, sql } from 'drizzle-orm';
import { requestId, type PersonId, type RequestId } from '../../lifecycle/ids';
import { uniteEvent } from '../../lifecycle/transition';
import type { Database } from '../database';
import type { Membership } from './access';
import { fromRow, type StoredRequest } from './requests';

/** Two rows of `people` turn out to be one person: what belongs to one of them goes to the other. The history stays as it was written. */
export function unitingQueries({
  db,
  schema: {
    accessStates,
    addressCodes,
    botMessages,
    contacts,
    drafts,
    memberships,
    outbox,
    people,
    personalLinks,
    requestEvents,
    requests,
    startLinks,
  },
}: Database) {
  const own = aliasedTable(accessStates, 'own');
  return {
    /**
     * Moves everything that names `from` and is no history, but for memberships. Their requests must not both be open. Returns the
     * requests that are somebody else’s now, in order: the history has yet to say so.
     */
    async move(from: PersonId, to: PersonId): Promise<readonly StoredRequest[]> {
      const moved = await db.update(requests).set({ clientId: to }).where(eq(requests.clientId, from)).returning();
      // Who of them had access, if one had, is whoever stays.
      await db
        .update(accessStates)
        .set({ personId: to })
        .where(
          and(
            eq(accessStates.personId, from),
            notExists(db.select({ id: own.personId }).from(own).where(eq(own.personId, to))),
          ),
        );
      // The same address can be written down for both, but only proved by one.
      const [ofFrom, ofTo] = [
        await db.select().from(contacts).where(eq(contacts.personId, from)),
        await db.select().from(contacts).where(eq(contacts.personId, to)),
      ];
      for (const contact of ofFrom) {
        const here = and(eq(contacts.medium, contact.medium), eq(contacts.address, contact.address));
        const twin = ofTo.find(({ medium, address }) => medium === contact.medium && address === contact.address);
        const loser = twin === undefined ? null : contact.verifiedAt === null ? from : to;
        if (loser !== null) await db.delete(contacts).where(and(eq(contacts.personId, loser), here));
        if (loser !== from) {
          await db
            .update(contacts)
            .set({ personId: to })
            .where(and(eq(contacts.personId, from), here));
        }
      }
      await db.update(addressCodes).set({ personId: to }).where(eq(addressCodes.personId, from));
      await db.update(drafts).set({ personId: to }).where(eq(drafts.personId, from));
      await db.update(personalLinks).set({ personId: to }).where(eq(personalLinks.personId, from));
      await db.update(startLinks).set({ personId: to }).where(eq(startLinks.personId, from));
      await db
        .update(botMessages)
        .set({ personId: to })
        .where(and(eq(botMessages.personId, from), isNull(botMessages.answeredAt)));
      await db.update(botMessages).set({ recipientId: to }).where(eq(botMessages.recipientId, from));
      await db
        .update(outbox)
        .set({ recipientId: to })
        .where(and(eq(outbox.recipientId, from), sql`${outbox.state} = 'owed'`));
      // Who has become one with somebody before follows.
      await db
        .update(people)
        .set({ unitedWith: to })
        .where(or(eq(people.id, from), eq(people.unitedWith, from)));
      return moved.map(fromRow).sort((a, b) => a.id - b.id);
    },

    /** The newest request of somebody that gave way to the one that counts: it was withdrawn as they became one. Null: none did. */
    async gaveWayOf(clientId: PersonId): Promise<RequestId | null> {
      const [row] = await db
        .select({ id: requests.id })
        .from(requests)
        .innerJoin(
          requestEvents,
          and(
            eq(requestEvents.requestId, requests.id),
            eq(requestEvents.event, uniteEvent),
            eq(requestEvents.at, requests.withdrawnAt),
          ),
        )
        .where(and(eq(requests.clientId, clientId), eq(requests.status, 'withdrawn')))
        .orderBy(desc(requests.id))
        .limit(1);
      return row === undefined ? null : requestId(row.id);
    },

    /** All memberships of somebody, also in chats that are no longer in ACCESS_CHATS. */
    async membershipsOf(personId: PersonId): Promise<readonly Membership[]> {
      return db.select().from(memberships).where(eq(memberships.personId, personId));
    },

    async removeMemberships(personId: PersonId): Promise<void> {
      await db.delete(memberships).where(eq(memberships.personId, personId));
    },
  };
}
