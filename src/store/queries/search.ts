import { and, asc, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { requestId, type Instant, type PersonId, type RequestId } from '../../lifecycle/ids';
import type { Database } from '../database';
import { inPieces } from './many';

/** Which of the requests to find: the newest, the newest older ones than a request, or the oldest newer ones. */
export type SearchRange =
  { readonly from: 'newest' } | { readonly from: 'before' | 'after'; readonly request: RequestId };

export interface Found {
  readonly ids: readonly RequestId[];
  /** How many requests at most were looked through for a word that no index holds; null: the index holds all of them. */
  readonly lookedThrough: number | null;
}

/** Which of some requests have the words. */
export interface Matches {
  readonly ids: readonly RequestId[];
  /** The first that was looked at; 0: there are none. */
  readonly first: RequestId;
  /** The last that was looked at; null: these are all. */
  readonly reached: RequestId | null;
}

/** At most this many requests are looked through for words that no index holds. */
const mostLookedThrough = 5_000;

/** Requests by what stands in them, and what admins have looked for. */
export function searchQueries({ dialect, db, schema: { requests, people, searches } }: Database) {
  const columns = {
    id: requests.id,
    clientName: people.name,
    status: requests.status,
    submittedAt: requests.submittedAt,
    message: requests.message,
    erasedAt: requests.erasedAt,
  };
  return {
    /**
     * The numbers of the requests that have all the words, in any case and anywhere in them, in the order of `range`. At least
     * one word. Those that no index holds, such as very short ones, are looked for in the next 5,000 requests that have the others.
     */
    async find(words: readonly string[], range: SearchRange, limit: number): Promise<Found> {
      const indexed = words.filter((word) => isInIndex(dialect, word));
      const others = words.filter((word) => !isInIndex(dialect, word));
      const id = dialect === 'sqlite' ? sql`rowid` : sql`request_id`;
      const order = range.from === 'after' ? sql`asc` : sql`desc`;
      const conditions = [...having(dialect, indexed), ...within(id, range)];
      const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
      const most = others.length === 0 ? limit : mostLookedThrough;
      const found = await db
        .select({ id: sql<number>`id`.mapWith(Number) })
        .from(
          sql`(select ${id} as id, words from request_words ${where} order by ${id} ${order} limit ${most}) as looked_through`,
        )
        .where(and(...others.map((word) => contains(dialect, word))))
        .orderBy(sql`id ${order}`)
        .limit(limit);
      return {
        ids: found.map((row) => requestId(row.id)),
        lookedThrough: others.length === 0 ? null : mostLookedThrough,
      };
    },

    /**
     * Of the next requests in the order of `range` those that have all the words; and the last that was looked at, where more may
     * have them. `most` are looked for, or looked through for words that no index holds.
     */
    async matches(words: readonly string[], range: SearchRange, most: number): Promise<Matches> {
      const indexed = words.filter((word) => isInIndex(dialect, word));
      const others = words.filter((word) => !isInIndex(dialect, word));
      const id = dialect === 'sqlite' ? sql`rowid` : sql`request_id`;
      const order = range.from === 'after' ? sql`asc` : sql`desc`;
      const conditions = [...having(dialect, indexed), ...within(id, range)];
      const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
      const has =
        others.length === 0
          ? sql`1`
          : sql`case when ${and(...others.map((word) => contains(dialect, word)))} then 1 else 0 end`;
      const looked = await db
        .select({ id: sql<number>`id`.mapWith(Number), has: sql<number>`has`.mapWith(Number) })
        .from(
          sql`(select ${id} as id, ${has} as has from request_words ${where} order by ${id} ${order} limit ${most}) as looked_through`,
        )
        .orderBy(sql`id ${order}`);
      const last = looked.at(-1);
      return {
        ids: looked.filter((row) => row.has === 1).map((row) => requestId(row.id)),
        first: requestId(looked[0]?.id ?? 0),
        reached: last === undefined || looked.length < most ? null : requestId(last.id),
      };
    },

    /** Of these requests, those that have all the words. It reads each of them, so there are few. */
    async having(ids: readonly RequestId[], words: readonly string[]): Promise<ReadonlySet<RequestId>> {
      const id = dialect === 'sqlite' ? sql`rowid` : sql`request_id`;
      const folded = words.map((word) => word.toLowerCase());
      const found = new Set<RequestId>();
      for (const piece of inPieces(ids)) {
        const rows = await db
          .select({ id: sql<number>`id`.mapWith(Number), words: sql<string>`words` })
          .from(sql`(select ${id} as id, words from request_words) as texts`)
          .where(inArray(sql`id`, [...piece]));
        for (const row of rows) {
          const text = row.words.toLowerCase();
          if (folded.every((word) => text.includes(word))) found.add(requestId(row.id));
        }
      }
      return found;
    },

    /** Puts the newest requests whose words are new into the index, `most` of them. Returns whether there may be more. */
    async index(most: number): Promise<boolean> {
      if (dialect === 'postgres') {
        const [indexed] = await db
          .select({ count: sql<number>`index_request_words(${most})`.mapWith(Number) })
          .from(sql`(select 1) as once`);
        return indexed?.count === most;
      }
      const due = sql`(select request_id from request_words_due order by request_id desc limit ${most})`;
      await db.run(
        sql`insert or replace into request_words (rowid, words) select request_id, words from request_words_source where request_id in ${due}`,
      );
      const rows = await db.all(sql`delete from request_words_due where request_id in ${due} returning request_id`);
      return rows.length === most;
    },

    /** Whether `index` has anything to do. */
    async isBehind(): Promise<boolean> {
      const due = await db
        .select({ id: sql`request_id` })
        .from(sql`request_words_due`)
        .limit(1);
      return due.length > 0;
    },

    /** The same of what one client has sent, whatever it says. */
    async ofClient(client: PersonId, range: SearchRange, limit: number): Promise<Found> {
      const rows = await db
        .select({ id: requests.id })
        .from(requests)
        .where(and(eq(requests.clientId, client), ...within(sql`${requests.id}`, range)))
        .orderBy(range.from === 'after' ? asc(requests.id) : desc(requests.id))
        .limit(limit);
      return { ids: rows.map(({ id }) => id), lookedThrough: null };
    },

    /** What a list says of these requests, newest first. There are few of them. */
    async lines(ids: readonly RequestId[]) {
      if (ids.length === 0) return [];
      return db
        .select(columns)
        .from(requests)
        .innerJoin(people, eq(people.id, requests.clientId))
        .where(inArray(requests.id, [...ids]))
        .orderBy(desc(requests.id));
    },

    /** Keeps what was looked for, and returns its number. */
    async keep(words: string, createdAt: Instant): Promise<number> {
      const [row] = await db.insert(searches).values({ words, createdAt }).returning({ id: searches.id });
      if (row === undefined) throw new Error('the database returned no number for a search');
      return row.id;
    },

    /** What was looked for, if it is still kept. */
    async wordsOf(id: number): Promise<string | null> {
      const [row] = await db.select({ words: searches.words }).from(searches).where(eq(searches.id, id));
      return row?.words ?? null;
    },

    /** Deletes everything that was looked for. */
    async forgetAll(): Promise<void> {
      await db.delete(searches);
    },

    /** Deletes what was kept before `before`, oldest first, at most `limit` of it. */
    async forget(before: Instant, limit: number): Promise<void> {
      const old = db
        .select({ id: searches.id })
        .from(searches)
        .where(lt(searches.createdAt, before))
        .orderBy(asc(searches.createdAt))
        .limit(limit);
      await db.delete(searches).where(inArray(searches.id, old));
    },
  };
}

/** Both indexes are of three characters each; PostgreSQL's leaves out all but letters and digits. */
const isInIndex = (dialect: Database['dialect'], word: string): boolean =>
  dialect === 'sqlite' ? [...word].length >= 3 : /[\p{L}\p{N}]{3}/u.test(word);

function within(id: SQL, range: SearchRange): SQL[] {
  switch (range.from) {
    case 'newest':
      return [];
    case 'before':
      return [sql`${id} < ${range.request}`];
    case 'after':
      return [sql`${id} > ${range.request}`];
  }
}

/** The conditions that the index answers. */
function having(dialect: Database['dialect'], words: readonly string[]): SQL[] {
  if (words.length === 0) return [];
  if (dialect === 'postgres') return words.map((word) => contains(dialect, word));
  // Within quotes nothing is syntax but the quote itself (https://www.sqlite.org/fts5.html#full_text_query_syntax).
  const phrases = words.map((word) => `"${word.replaceAll('\0', '').replaceAll('"', '""')}"`);
  return [sql`request_words match ${phrases.join(' AND ')}`];
}

/** A condition that reads the words themselves: PostgreSQL's are in lower case, SQLite's as they were written. */
function contains(dialect: Database['dialect'], word: string): SQL {
  if (dialect === 'postgres') return sql`words like ${`%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`;
  return sql`(${sql.join(
    spellings(word).map((spelling) => sql`instr(words, ${spelling}) > 0`),
    sql` or `,
  )})`;
}

/** A word of one or two characters in each mix of upper and lower case: SQLite by itself knows that of ASCII only. */
const spellings = (word: string): readonly string[] => [
  ...[...word].reduce<ReadonlySet<string>>(
    (beginnings, letter) =>
      new Set(
        [...beginnings].flatMap((beginning) => [
          beginning + letter,
          beginning + letter.toLowerCase(),
          beginning + letter.toUpperCase(),
        ]),
      ),
    new Set(['']),
  ),
];
