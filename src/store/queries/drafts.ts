import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** A person keeps this many; an older one makes room. */
const mostKept = 10;

/** Texts that people wrote without saying what for, each until it is sent as a request or is forgotten. */
export function draftQueries({ db, schema: { drafts } }: Database) {
  const p = sql.placeholder;
  const insert = db
    .insert(drafts)
    .values({ personId: p('personId'), message: p('message'), createdAt: p('createdAt') })
    .returning({ id: drafts.id })
    .prepare();
  return {
    /** Keeps a text and gives its number. */
    async add(personId: PersonId, message: string, createdAt: Instant): Promise<number> {
      const [row] = await insert.execute({ personId, message, createdAt });
      if (row === undefined) throw new Error('the database returned no id for a new draft');
      const surplus = await db
        .select({ id: drafts.id })
        .from(drafts)
        .where(eq(drafts.personId, personId))
        .orderBy(desc(drafts.id))
        .limit(mostKept)
        .offset(mostKept);
      if (surplus.length > 0) {
        await db.delete(drafts).where(
          inArray(
            drafts.id,
            surplus.map(({ id }) => id),
          ),
        );
      }
      return row.id;
    },

    /** The text, if it is this person's and still kept. */
    async messageOf(id: number, personId: PersonId): Promise<string | null> {
      const [row] = await db
        .select({ message: drafts.message })
        .from(drafts)
        .where(and(eq(drafts.id, id), eq(drafts.personId, personId)));
      return row?.message ?? null;
    },

    /** Forgets all texts of a person. */
    async removeOf(personId: PersonId): Promise<void> {
      await db.delete(drafts).where(eq(drafts.personId, personId));
    },

    /** Forgets texts kept since before then, the oldest first, at most `limit` of them. */
    async forget(before: Instant, limit: number): Promise<void> {
      const old = db
        .select({ id: drafts.id })
        .from(drafts)
        .where(lt(drafts.createdAt, before))
        .orderBy(asc(drafts.createdAt))
        .limit(limit);
      await db.delete(drafts).where(inArray(drafts.id, old));
    },
  };
}
