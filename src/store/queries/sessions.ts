import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** A one-time link to the desk, without its code. */
export interface LoginLink {
  readonly id: number;
  readonly personId: PersonId;
  readonly expiresAt: Instant;
  /** Null: it has not been used. */
  readonly usedAt: Instant | null;
  readonly botMessageId: number;
}

/** Somebody who is signed in at the desk. */
export interface Session {
  readonly tokenHash: string;
  readonly personId: PersonId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly madeFrom: string | null;
  readonly linkId: number | null;
}

/** Sessions of the desk and the links that begin them. Hashes are SHA-256 in hex. */
export function sessionQueries({ db, schema: { sessions, loginLinks } }: Database) {
  const byToken = db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare();
  return {
    /** Returns the number of the new link. */
    async addLink(link: Omit<LoginLink, 'id' | 'usedAt'> & { codeHash: string; createdAt: Instant }): Promise<number> {
      const [row] = await db.insert(loginLinks).values(link).returning({ id: loginLinks.id });
      if (row === undefined) throw new Error('the database returned no number for a new link');
      return row.id;
    },

    /** The person's links that were not used work no more. */
    async dropUnusedLinks(personId: PersonId): Promise<void> {
      await db.delete(loginLinks).where(and(eq(loginLinks.personId, personId), isNull(loginLinks.usedAt)));
    },

    async link(id: number): Promise<LoginLink | null> {
      const [row] = await db.select().from(loginLinks).where(eq(loginLinks.id, id));
      return row ?? null;
    },

    async linkByCode(codeHash: string): Promise<LoginLink | null> {
      const [row] = await db.select().from(loginLinks).where(eq(loginLinks.codeHash, codeHash));
      return row ?? null;
    },

    /** Uses up a link that works at `now`. Returns whether it did. */
    async useLink(id: number, now: Instant): Promise<boolean> {
      const used = await db
        .update(loginLinks)
        .set({ usedAt: now })
        .where(and(eq(loginLinks.id, id), isNull(loginLinks.usedAt), gt(loginLinks.expiresAt, now)))
        .returning({ id: loginLinks.id });
      return used.length > 0;
    },

    /** Begins a session, and ends the one that was made from the same data. */
    async begin(session: Session): Promise<void> {
      if (session.madeFrom !== null) await db.delete(sessions).where(eq(sessions.madeFrom, session.madeFrom));
      await db.insert(sessions).values(session);
    },

    async get(tokenHash: string): Promise<Session | null> {
      const [row] = await byToken.execute({ tokenHash });
      return row ?? null;
    },

    async end(tokenHash: string): Promise<void> {
      await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
    },

    /** Ends the sessions that a link has begun. Returns whether there was one. */
    async endOfLink(linkId: number): Promise<boolean> {
      // The condition of the partial index, which a parameter alone would not use.
      const ended = await db
        .delete(sessions)
        .where(and(eq(sessions.linkId, linkId), sql`${sessions.linkId} is not null`))
        .returning({ tokenHash: sessions.tokenHash });
      return ended.length > 0;
    },

    /** Ends all sessions of a person, and their links. */
    async endOfPerson(personId: PersonId): Promise<void> {
      await db.delete(sessions).where(eq(sessions.personId, personId));
      await db.delete(loginLinks).where(eq(loginLinks.personId, personId));
    },

    /** Deletes sessions that are over, and links that expired before `linksBefore`; at most `limit` of each. */
    async forget(now: Instant, linksBefore: Instant, limit: number): Promise<void> {
      const over = db
        .select({ tokenHash: sessions.tokenHash })
        .from(sessions)
        .where(lte(sessions.expiresAt, now))
        .orderBy(sessions.expiresAt)
        .limit(limit);
      await db.delete(sessions).where(inArray(sessions.tokenHash, over));
      const old = db
        .select({ id: loginLinks.id })
        .from(loginLinks)
        .where(lte(loginLinks.expiresAt, linksBefore))
        .orderBy(loginLinks.expiresAt)
        .limit(limit);
      await db.delete(loginLinks).where(inArray(loginLinks.id, old));
    },
  };
}
