import { and, count, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Database } from '../database';
import type { ContactMedium } from '../rows';

/** A code that proves an address. */
export interface AddressCode {
  readonly id: number;
  /** Whoever is to prove it; they may have no row in `people` yet. */
  readonly personId: PersonId;
  readonly medium: ContactMedium;
  readonly address: string;
  readonly addressKey: string;
  /** What its message is written in; null: the language of the person, or the default one. */
  readonly language: string | null;
  /** What can be compared with a typed code; null: no message with it has left yet. */
  readonly codeHash: string | null;
  /** That of an earlier attempt, which may have arrived; null: there was none with another code that still counts. */
  readonly previousCodeHash: string | null;
  /** How many wrong codes were typed. */
  readonly tries: number;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  /** Until when the newer of the two counts; null: it has not left yet. */
  readonly expiresAt: Instant | null;
  readonly usedAt: Instant | null;
}

/** What is known of a code before its message leaves. */
export type NewAddressCode = Pick<
  AddressCode,
  'personId' | 'medium' | 'address' | 'addressKey' | 'language' | 'createdAt'
>;

/** What is known of a code once its message leaves. */
export type Drawn = Pick<AddressCode, 'codeHash' | 'previousCodeHash' | 'sentAt' | 'expiresAt'>;

export function addressCodeQueries({ db, schema: { addressCodes } }: Database) {
  return {
    /** Returns the number of the new code. */
    async add(code: NewAddressCode): Promise<number> {
      const { personId, medium, address, addressKey, language, createdAt } = code;
      const values = { personId, medium, address, addressKey, language, createdAt };
      const [row] = await db.insert(addressCodes).values(values).returning({ id: addressCodes.id });
      if (row === undefined) throw new Error('the database returned no number for a new code');
      return row.id;
    },

    async get(id: number): Promise<AddressCode | null> {
      const [row] = await db.select().from(addressCodes).where(eq(addressCodes.id, id));
      return row ?? null;
    },

    /** The newest code of a person and medium, which voids those before it. */
    async newestOf(personId: PersonId, medium: ContactMedium): Promise<AddressCode | null> {
      const [row] = await db
        .select()
        .from(addressCodes)
        .where(and(eq(addressCodes.personId, personId), eq(addressCodes.medium, medium)))
        .orderBy(desc(addressCodes.id))
        .limit(1);
      return row ?? null;
    },

    /** A message with a code leaves. */
    async draw(id: number, drawn: Drawn): Promise<void> {
      await db.update(addressCodes).set(drawn).where(eq(addressCodes.id, id));
    },

    /** How many codes were asked for, for an address under any of these keys, since an instant. */
    async countTo(medium: ContactMedium, addressKeys: readonly string[], since: Instant): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(addressCodes)
        .where(
          and(
            eq(addressCodes.medium, medium),
            inArray(addressCodes.addressKey, [...addressKeys]),
            gt(addressCodes.createdAt, since),
          ),
        );
      return row?.count ?? 0;
    },

    /** The same, by a person, for whatever addresses. */
    async countOf(personId: PersonId, medium: ContactMedium, since: Instant): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(addressCodes)
        .where(
          and(eq(addressCodes.personId, personId), eq(addressCodes.medium, medium), gt(addressCodes.createdAt, since)),
        );
      return row?.count ?? 0;
    },

    /** The same, by anybody. */
    async countAll(medium: ContactMedium, since: Instant): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(addressCodes)
        .where(and(gt(addressCodes.createdAt, since), eq(addressCodes.medium, medium)));
      return row?.count ?? 0;
    },

    /** One more attempt to type it: the code with that attempt; null: there have been `most`, or it was used. */
    async takeTry(id: number, most: number): Promise<AddressCode | null> {
      const [row] = await db
        .update(addressCodes)
        .set({ tries: sql`${addressCodes.tries} + 1` })
        .where(and(eq(addressCodes.id, id), lt(addressCodes.tries, most), isNull(addressCodes.usedAt)))
        .returning();
      return row ?? null;
    },

    /** The right code was typed: it counts no more. */
    async use(id: number, now: Instant): Promise<void> {
      await db.update(addressCodes).set({ usedAt: now }).where(eq(addressCodes.id, id));
    },

    /** None of a person's codes of this medium counts any more. */
    async voidAll(personId: PersonId, medium: ContactMedium, tries: number): Promise<void> {
      await db
        .update(addressCodes)
        .set({ tries })
        .where(
          and(
            eq(addressCodes.personId, personId),
            eq(addressCodes.medium, medium),
            isNull(addressCodes.usedAt),
            lt(addressCodes.tries, tries),
          ),
        );
    },

    /** All codes that somebody has asked for. */
    async allOf(personId: PersonId): Promise<readonly AddressCode[]> {
      return db.select().from(addressCodes).where(eq(addressCodes.personId, personId));
    },

    /** All codes that were sent to an address, or are to be. */
    async allTo(medium: ContactMedium, addressKey: string): Promise<readonly AddressCode[]> {
      return db
        .select()
        .from(addressCodes)
        .where(and(eq(addressCodes.medium, medium), eq(addressCodes.addressKey, addressKey)));
    },

    /** A code keeps no more of its address than what `countTo` counts by: `key` in the place of it. It works no more. */
    async erase(id: number, key: string): Promise<void> {
      await db
        .update(addressCodes)
        .set({
          address: '',
          addressKey: key,
          codeHash: null,
          previousCodeHash: null,
          language: null,
          usedAt: sql`${addressCodes.createdAt}`,
        })
        .where(eq(addressCodes.id, id));
    },

    /** Deletes some of those asked for before an instant. */
    async forget(before: Instant, most: number): Promise<void> {
      const old = db
        .select({ id: addressCodes.id })
        .from(addressCodes)
        .where(lt(addressCodes.createdAt, before))
        .orderBy(addressCodes.createdAt)
        .limit(most);
      await db.delete(addressCodes).where(inArray(addressCodes.id, old));
    },
  };
}
