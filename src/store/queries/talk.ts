import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Instant, PersonId, RequestId } from '../../lifecycle/ids';
import type { Database } from '../database';
import type { TalkKind } from '../rows';
import { fixedLimit } from './given';
import { byLength } from './many';

/** Something said about a request. */
export interface NewTalk {
  readonly requestId: RequestId;
  readonly round: number;
  readonly kind: TalkKind;
  readonly authorId: PersonId;
  readonly at: Instant;
  readonly text: string;
}

/** What admins and clients say to each other about requests. Rows are only ever added: the request's own text stays as it is. */
export function talkQueries({ db, schema: { requestMessages, requestNotes, people } }: Database) {
  // Each card that is sent or edited asks for these two.
  const latestOf = byLength((limit) =>
    db
      .select({ message: requestMessages, authorName: people.name })
      .from(requestMessages)
      .innerJoin(people, eq(people.id, requestMessages.authorId))
      .where(eq(requestMessages.requestId, sql.placeholder('requestId')))
      .orderBy(desc(requestMessages.id))
      .limit(fixedLimit(limit))
      .prepare(),
  );
  const countsOf = (rows: typeof requestMessages | typeof requestNotes) =>
    sql<number>`(select count(*) from ${rows} where ${rows.requestId} = ${sql.placeholder('requestId')})`.mapWith(
      Number,
    );
  const countsAbout = db
    .select({ talk: countsOf(requestMessages), notes: countsOf(requestNotes) })
    .from(sql`(select 1) as one`)
    .prepare();
  return {
    async add(message: NewTalk): Promise<void> {
      await db.insert(requestMessages).values(message);
    },

    /** What was said last about a request, newest first, with the names of who said it. */
    async latest(requestId: RequestId, limit: number) {
      return latestOf(limit).execute({ requestId });
    },

    /** How much was said about a request, and how many notes the admins have written. */
    async countsAbout(requestId: RequestId): Promise<{ readonly talk: number; readonly notes: number }> {
      const [counts] = await countsAbout.execute({ requestId });
      return counts ?? { talk: 0, notes: 0 };
    },

    /** How much was said about a request. */
    count(requestId: RequestId): Promise<number> {
      return db.$count(requestMessages, eq(requestMessages.requestId, requestId));
    },

    /** Who asked the client something at this moment; null: nobody. */
    async askedBy(requestId: RequestId, askedAt: Instant): Promise<PersonId | null> {
      const { requestId: about, kind, at, authorId, id } = requestMessages;
      const [row] = await db
        .select({ authorId })
        .from(requestMessages)
        .where(and(eq(about, requestId), eq(kind, 'question'), eq(at, askedAt)))
        .orderBy(desc(id))
        .limit(1);
      return row?.authorId ?? null;
    },

    /** How many answers and additions there are to a round of a request. */
    countOfClient(requestId: RequestId, round: number): Promise<number> {
      const { requestId: about, round: its, kind } = requestMessages;
      return db.$count(requestMessages, and(eq(about, requestId), eq(its, round), ne(kind, 'question')));
    },
  };
}
