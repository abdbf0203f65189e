import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Database } from '../database';
import type { ContactMedium, ContactMode } from '../rows';
import { inPieces } from './many';

/** Where somebody can be reached besides Telegram. */
export interface Contact {
  readonly personId: PersonId;
  readonly medium: ContactMedium;
  /** As its owner wrote it. */
  readonly address: string;
  /** What makes it the same address: in lower case, with the domain in ASCII. */
  readonly addressKey: string;
  readonly mode: ContactMode;
  /** When its owner proved that it is theirs; null: they have not. */
  readonly verifiedAt: Instant | null;
  /** When it was found to be dead; null: it works, as far as is known. */
  readonly failedAt: Instant | null;
  /** When its owner asked that nothing be sent there; null: they have not. */
  readonly mutedAt: Instant | null;
}

/** A person has one address a medium: the one that they proved last. */
export function contactQueries({ db, schema: { contacts } }: Database) {
  const p = sql.placeholder;
  const verified = db
    .select()
    .from(contacts)
    .where(and(eq(contacts.personId, p('personId')), isNotNull(contacts.verifiedAt)))
    .orderBy(desc(contacts.verifiedAt))
    .prepare();
  return {
    /** The address of each medium that somebody has proved, the newest of each, dead or muted ones as well. */
    async verifiedOf(personId: PersonId): Promise<readonly Contact[]> {
      const found: readonly Contact[] = await verified.execute({ personId });
      return found.filter(({ medium }, n) => found.findIndex((one) => one.medium === medium) === n);
    },

    /** Whose verified address this is; null: nobody's. */
    async holderOf(medium: ContactMedium, addressKey: string): Promise<Contact | null> {
      const [row] = await db
        .select()
        .from(contacts)
        .where(and(eq(contacts.medium, medium), eq(contacts.addressKey, addressKey), isNotNull(contacts.verifiedAt)));
      return row ?? null;
    },

    /** Deletes an address. */
    async remove({ personId, medium, address }: Contact): Promise<void> {
      await db
        .delete(contacts)
        .where(and(eq(contacts.personId, personId), eq(contacts.medium, medium), eq(contacts.address, address)));
    },

    /** All addresses of somebody, proved or not. */
    async allOf(personId: PersonId): Promise<readonly Contact[]> {
      return db.select().from(contacts).where(eq(contacts.personId, personId));
    },

    /** Deletes all of somebody's addresses. */
    async removeAllOf(personId: PersonId): Promise<void> {
      await db.delete(contacts).where(eq(contacts.personId, personId));
    },

    /** Deletes all of somebody's addresses of one medium. */
    async removeAll(personId: PersonId, medium: ContactMedium): Promise<void> {
      await db.delete(contacts).where(and(eq(contacts.personId, personId), eq(contacts.medium, medium)));
    },

    /** A proved address of each of these people, email before a phone number, and one that works before one that is dead. */
    async addressesOf(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
      const addresses = new Map<PersonId, string>();
      for (const piece of inPieces(people)) {
        const rows = await db
          .select({ personId: contacts.personId, address: contacts.address })
          .from(contacts)
          .where(and(inArray(contacts.personId, [...piece]), isNotNull(contacts.verifiedAt)))
          .orderBy(sql`${contacts.failedAt} is not null`, contacts.medium, desc(contacts.verifiedAt));
        for (const { personId, address } of rows) if (!addresses.has(personId)) addresses.set(personId, address);
      }
      return addresses;
    },

    /** Writes down what is known of an address. Fails where it is somebody else's verified address. */
    async save(contact: Contact): Promise<void> {
      const { addressKey, mode, verifiedAt, failedAt, mutedAt } = contact;
      await db
        .insert(contacts)
        .values(contact)
        .onConflictDoUpdate({
          target: [contacts.personId, contacts.medium, contacts.address],
          set: { addressKey, mode, verifiedAt, failedAt, mutedAt },
        });
    },

    /** The address is dead. Returns whether that is news. */
    async fail({ personId, medium, address }: Contact, at: Instant): Promise<boolean> {
      const failed = await db
        .update(contacts)
        .set({ failedAt: at })
        .where(
          and(
            eq(contacts.personId, personId),
            eq(contacts.medium, medium),
            eq(contacts.address, address),
            isNull(contacts.failedAt),
          ),
        )
        .returning({ personId: contacts.personId });
      return failed.length > 0;
    },
  };
}
