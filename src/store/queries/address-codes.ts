import { desc, eq, sql, and } from 'drizzle-orm';
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
  /** SHA-256 in hex; null: no message with it has left yet. */
  readonly codeHash: string | null;
  /** That of the attempt before, which may have arrived. */
  readonly previousCodeHash: string | null;
  /** How many wrong codes were typed. */
  readonly tries: number;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  /** Until when it counts; null: it has not left yet. */
  readonly expiresAt: Instant | null;
  readonly usedAt: Instant | null;
}

/** What is known of a code before its message leaves. */
export type NewAddressCode = Pick<
  AddressCode,
  'personId' | 'medium' | 'address' | 'addressKey' | 'language' | 'createdAt'
>;

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

    /** A message with a new code leaves. The code before it may have arrived, too, and still counts. */
    async draw(id: number, codeHash: string, now: Instant, expiresAt: Instant): Promise<void> {
      await db
        .update(addressCodes)
        .set({ previousCodeHash: sql`${addressCodes.codeHash}`, codeHash, sentAt: now, expiresAt })
        .where(eq(addressCodes.id, id));
    },
  };
}
