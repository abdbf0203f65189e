import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** The most drafts kept per person; the oldest one is dropped. */
const mostKept = 10;

/** Texts that people sent without a command. Each is kept until it is sent as a request or expires. */
export function draftQueries({ db, schema: { drafts } }: Database) {
  const p = sql.placeholder;
  const insert = db
    .insert(drafts)
    .values({ personId: p('personId'), message: p('message'), createdAt: p('createdAt') })
    .returning({ id: drafts.id })
    .prepare();
  return {
    /** Stores a text and returns its number. */
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

    /** The text, if it belongs to this person and is still stored. */
    async messageOf(id: number, personId: PersonId): Promise<string | null> {
      const [row] = await db
        .select({ message: drafts.message })
        .from(drafts)
        .where(and(eq(drafts.id, id), eq(drafts.personId, personId)));
      return row?.message ?? null;
    },

    /** All texts of a person, oldest first. */
    async allOf(personId: PersonId) {
      return db
        .select({ message: drafts.message, createdAt: drafts.createdAt })
        .from(drafts)
        .where(eq(drafts.personId, personId))
        .orderBy(asc(drafts.id));
    },

    /** Deletes one text. */
    async remove(id: number): Promise<void> {
      await db.delete(drafts).where(eq(drafts.id, id));
    },

    /** Deletes all texts of a person. */
    async removeOf(personId: PersonId): Promise<void> {
      await db.delete(drafts).where(eq(drafts.personId, personId));
    },

    /** Deletes texts stored before `before`, oldest first, at most `limit` of them. */
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
