import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Instant, PersonId, RequestId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** What an admin has written down about a request. */
export interface NewNote {
  readonly requestId: RequestId;
  readonly authorId: PersonId;
  readonly at: Instant;
  readonly text: string;
}

/** The admins' notes about requests. Clients never see them. */
export function noteQueries({ db, schema: { requestNotes, people } }: Database) {
  const counted = db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(requestNotes)
    .where(eq(requestNotes.requestId, sql.placeholder('requestId')))
    .prepare();
  return {
    async add(note: NewNote): Promise<void> {
      await db.insert(requestNotes).values(note);
    },

    /** Whether there is this very note, with a number greater than that. */
    async hasAfter(id: number, { requestId, authorId, text }: Omit<NewNote, 'at'>): Promise<boolean> {
      const isIt = and(
        eq(requestNotes.requestId, requestId),
        gt(requestNotes.id, id),
        eq(requestNotes.authorId, authorId),
        eq(requestNotes.text, text),
      );
      return (await db.select({ id: requestNotes.id }).from(requestNotes).where(isIt).limit(1)).length > 0;
    },

    /** How many there are about a request. */
    async count(requestId: RequestId): Promise<number> {
      const [row] = await counted.execute({ requestId });
      return row?.count ?? 0;
    },

    /** The newest notes about a request, newest first, with the names of who wrote them. */
    async latest(requestId: RequestId, limit: number) {
      return db
        .select({ note: requestNotes, authorName: people.name })
        .from(requestNotes)
        .innerJoin(people, eq(people.id, requestNotes.authorId))
        .where(eq(requestNotes.requestId, requestId))
        .orderBy(desc(requestNotes.id))
        .limit(limit);
    },

    /** All notes about these requests, oldest first, with the names of who wrote them. */
    async about(requestIds: readonly RequestId[]) {
      if (requestIds.length === 0) return [];
      return db
        .select({ note: requestNotes, authorName: people.name })
        .from(requestNotes)
        .innerJoin(people, eq(people.id, requestNotes.authorId))
        .where(inArray(requestNotes.requestId, [...requestIds]))
        .orderBy(requestNotes.id);
    },
  };
}
