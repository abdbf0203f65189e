import { and, asc, eq, gte, inArray, isNotNull, lt, sql, sum } from 'drizzle-orm';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Database } from '../database';

/** A form that was filled in, and whose address is not proved yet. Once it was sent, all that was filled in is empty. */
export interface FormDraft {
  readonly id: number;
  /** The number of its sender, if they turn out to be new. */
  readonly personId: PersonId;
  readonly name: string;
  readonly address: string;
  readonly addressKey: string;
  /** What the form was filled in in; null: unknown. */
  readonly language: string | null;
  readonly message: string;
  readonly createdAt: Instant;
}

/** What the form for people without Telegram keeps. Hashes are SHA-256 in hex. */
export function formQueries({ db, schema: { formDrafts, formLimits, personalLinks, startLinks } }: Database) {
  return {
    async addDraft(draft: Omit<FormDraft, 'id'> & { readonly tokenHash: string }): Promise<void> {
      await db.insert(formDrafts).values(draft);
    },

    async draft(tokenHash: string): Promise<FormDraft | null> {
      const [row] = await db.select().from(formDrafts).where(eq(formDrafts.tokenHash, tokenHash));
      return row ?? null;
    },

    /** A form was sent: of what was filled in nothing is left, only whose it was, and since when. */
    async finish(id: number, personId: PersonId, createdAt: Instant): Promise<void> {
      const nothing = { name: '', address: '', addressKey: '', language: null, message: '' };
      await db
        .update(formDrafts)
        .set({ ...nothing, personId, createdAt })
        .where(eq(formDrafts.id, id));
    },

    /** How much was counted under a key in windows that began since then. */
    async counted(key: string, since: Instant): Promise<number> {
      const [row] = await db
        .select({ total: sum(formLimits.count).mapWith(Number) })
        .from(formLimits)
        .where(and(eq(formLimits.key, key), gte(formLimits.windowStart, since)));
      return row?.total ?? 0;
    },

    async countOne(key: string, windowStart: Instant): Promise<void> {
      await db
        .insert(formLimits)
        .values({ key, windowStart, count: 1 })
        .onConflictDoUpdate({
          target: [formLimits.key, formLimits.windowStart],
          set: { count: sql`${formLimits.count} + 1` },
        });
    },

    /** Somebody has the page of this token from now on. */
    async addPersonalLink(tokenHash: string, personId: PersonId, createdAt: Instant): Promise<void> {
      await db.insert(personalLinks).values({ tokenHash, personId, createdAt }).onConflictDoNothing();
    },

    /** Whose page a token opens; null: nobody's. */
    async personByLink(tokenHash: string): Promise<PersonId | null> {
      const [row] = await db
        .select({ personId: personalLinks.personId })
        .from(personalLinks)
        .where(eq(personalLinks.tokenHash, tokenHash));
      return row?.personId ?? null;
    },

    async hasPersonalLink(personId: PersonId): Promise<boolean> {
      const [row] = await db
        .select({ personId: personalLinks.personId })
        .from(personalLinks)
        .where(eq(personalLinks.personId, personId))
        .limit(1);
      return row !== undefined;
    },

    /** Uses up a link to the bot. Returns whether it had not been used. */
    async useStartLink(tokenHash: string, personId: PersonId, now: Instant): Promise<boolean> {
      const used = await db
        .insert(startLinks)
        .values({ tokenHash, personId, createdAt: now, usedAt: now })
        .onConflictDoNothing()
        .returning({ personId: startLinks.personId });
      return used.length > 0;
    },

    async isStartLinkUsed(tokenHash: string): Promise<boolean> {
      const [row] = await db
        .select({ personId: startLinks.personId })
        .from(startLinks)
        .where(and(eq(startLinks.tokenHash, tokenHash), isNotNull(startLinks.usedAt)));
      return row !== undefined;
    },

    /** Deletes what somebody filled in, and every link to their page. */
    async removeAllOf(personId: PersonId): Promise<void> {
      await db.delete(formDrafts).where(eq(formDrafts.personId, personId));
      await db.delete(personalLinks).where(eq(personalLinks.personId, personId));
      await db.delete(startLinks).where(eq(startLinks.personId, personId));
    },

    /** Deletes every form that nobody has finished, and every count. */
    async forgetAll(): Promise<void> {
      await db.delete(formDrafts);
      await db.delete(formLimits);
    },

    /** Deletes a part of what began before then, oldest first. */
    async forget({ drafts, windows }: Readonly<Record<'drafts' | 'windows', Instant>>, limit: number): Promise<void> {
      const oldDrafts = db
        .select({ id: formDrafts.id })
        .from(formDrafts)
        .where(lt(formDrafts.createdAt, drafts))
        .orderBy(asc(formDrafts.createdAt))
        .limit(limit);
      await db.delete(formDrafts).where(inArray(formDrafts.id, oldDrafts));
      await db.delete(formLimits).where(lt(formLimits.windowStart, windows));
    },
  };
}
