import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, max, or, sql, type Placeholder } from 'drizzle-orm';
import type { GroupId, Instant, PersonId, TelegramId } from '../../lifecycle/ids';
import type { Database, Schema } from '../database';
import type { Seen } from '../rows';

/** A chat of the community. */
export type AccessChat = Schema['accessChats']['$inferSelect'];
/** What is known of somebody and one of these chats. */
export type Membership = Schema['memberships']['$inferSelect'];

/** A row with work to do, and whom it is about on Telegram. */
export interface DueMembership {
  readonly membership: Membership;
  readonly telegramId: TelegramId | null;
}

/** How far a chat is from what is wanted. */
export interface AccessFigures {
  readonly chatId: GroupId;
  /** People who are let in. */
  readonly wantedIn: number;
  /** Those of them who were seen in. */
  readonly seenIn: number;
  /** People about whom there is something to do in Telegram. */
  readonly pending: number;
  /** Those of them with whom that has failed so far. */
  readonly failing: number;
  /** People who are known of. */
  readonly people: number;
  /** Those of them whose join request waits. */
  readonly joinRequests: number;
  /** Since when the one of them who waits longest does; null: nobody waits. */
  readonly oldestPending: Instant | null;
}

/** Somebody of whom nothing is known in a chat: nobody has let them in. */
export const noMembership = (personId: PersonId, chatId: GroupId): Membership => ({
  personId,
  chatId,
  wanted: 'out',
  seen: 'unknown',
  seenAt: null,
  nextTryAt: null,
  pendingSince: null,
  lastError: null,
  tries: 0,
  isFresh: false,
  toRemove: false,
  joinRequestedAt: null,
  toldOfVerdict: null,
  strangerToldAt: null,
  joinedAt: null,
  invitedAt: null,
});

const nobody = { wantedIn: 0, seenIn: 0, pending: 0, failing: 0, people: 0, joinRequests: 0 };

/** In which order rows with work to do are dealt with. */
const ranks = [
  { wanted: 'in', toRemove: false },
  { wanted: 'out', toRemove: true },
  { wanted: 'out', toRemove: false },
] as const;
type Rank = (typeof ranks)[number];

/** Who should be in the chats of the community, and who was seen there. */
export function accessQueries({
  db,
  schema: { accessChats, accessStates, membershipCounts, memberships, outbox, people },
}: Database) {
  const p = sql.placeholder;
  /** The rows of a chat with work to do. */
  const ofRank = (chatId: GroupId | Placeholder, { wanted, toRemove }: Rank) =>
    and(
      eq(memberships.chatId, chatId),
      eq(memberships.wanted, wanted),
      eq(memberships.toRemove, toRemove),
      isNotNull(memberships.nextTryAt),
    );
  const firstOf = (rank: Rank) =>
    sql<Instant | null>`(select ${memberships.nextTryAt} from ${memberships} where ${ofRank(p('chatId'), rank)} order by ${memberships.nextTryAt} limit 1)`.mapWith(
      memberships.nextTryAt,
    );
  // The conditions are those of the partial index, as it has them.
  const isUninvited = (chatId: GroupId | Placeholder) =>
    sql`${memberships.chatId} = ${chatId} and ${memberships.wanted} = 'in' and ${memberships.invitedAt} is null`;
  const outlook = db
    .select({
      chat: accessChats,
      first: firstOf(ranks[0]),
      second: firstOf(ranks[1]),
      third: firstOf(ranks[2]),
      invites: sql`exists (select 1 from ${memberships} where ${isUninvited(p('chatId'))})`.mapWith(Boolean),
    })
    .from(accessChats)
    .where(eq(accessChats.chatId, p('chatId')))
    .prepare();
  return {
    /** The chats of ACCESS_CHATS. */
    async chats(): Promise<readonly AccessChat[]> {
      return db
        .select()
        .from(accessChats)
        .where(isNull(accessChats.removedAt))
        .orderBy(asc(accessChats.addedAt), asc(accessChats.chatId));
    },

    /** Whether somebody has access, since when and by which event; null: they never had it. */
    async stateOf(personId: PersonId) {
      const [row] = await db.select().from(accessStates).where(eq(accessStates.personId, personId));
      return row ?? null;
    },

    /** Whose access has changed after an event, each with their latest state, in the order of those. */
    async statesAfter(version: number, limit: number) {
      return db
        .select({ state: accessStates, telegramId: people.telegramId })
        .from(accessStates)
        .innerJoin(people, eq(people.id, accessStates.personId))
        .where(gt(accessStates.version, version))
        .orderBy(asc(accessStates.version))
        .limit(limit);
    },

    /** The event by which anybody's access has changed last; 0: none has. */
    async newestVersion(): Promise<number> {
      const [row] = await db.select({ version: max(accessStates.version) }).from(accessStates);
      return row?.version ?? 0;
    },

    /** Somebody is let into a chat from now on. Returns where they were seen last. */
    async wantIn(
      personId: PersonId,
      chatId: GroupId,
      { invitedAt, now }: { readonly invitedAt: Instant | null; readonly now: Instant },
    ): Promise<Seen> {
      const afresh = {
        wanted: 'in',
        nextTryAt: now,
        pendingSince: now,
        lastError: null,
        tries: 0,
        isFresh: true,
        toRemove: false,
        invitedAt,
      } as const;
      const [row] = await db
        .insert(memberships)
        .values({ personId, chatId, ...afresh })

        .onConflictDoUpdate({
          target: [memberships.personId, memberships.chatId],
          set: {
            ...afresh,
            joinedAt: sql`case when ${memberships.seen} in ('member', 'admin') then ${memberships.seenAt} end`,
          },
        })
        .returning({ seen: memberships.seen });
      return row?.seen ?? 'unknown';
    },

    /** Somebody who was let in is no more, also into chats that are no longer in ACCESS_CHATS. */
    async wantOut(personId: PersonId, toRemove: boolean, now: Instant): Promise<void> {
      const afresh = {
        wanted: 'out',
        nextTryAt: now,
        pendingSince: now,
        lastError: null,
        tries: 0,
        isFresh: false,
        toRemove,
        invitedAt: null,
      } as const;
      await db
        .update(memberships)
        .set(afresh)
        .where(and(eq(memberships.personId, personId), eq(memberships.wanted, 'in')));
    },

    /** What becomes of somebody's join requests may have been decided. */
    async lookAtJoinRequests(personId: PersonId, now: Instant): Promise<void> {
      const { pendingSince } = memberships;
      const since = sql`coalesce(${pendingSince}, ${sql.param(now, pendingSince)})`;
      await db
        .update(memberships)
        .set({ nextTryAt: now, tries: 0, pendingSince: since })
        .where(and(eq(memberships.personId, personId), isNotNull(memberships.joinRequestedAt)));
    },

    /** What is known of somebody and the chats of ACCESS_CHATS. */
    async ofPerson(
      personId: PersonId,
    ): Promise<readonly { readonly chat: AccessChat; readonly membership: Membership }[]> {
      return db
        .select({ chat: accessChats, membership: memberships })
        .from(memberships)
        .innerJoin(accessChats, eq(accessChats.chatId, memberships.chatId))
        .where(and(eq(memberships.personId, personId), isNull(accessChats.removedAt)))
        .orderBy(asc(accessChats.addedAt), asc(accessChats.chatId));
    },

    /** The same of these people, each by themselves. */
    async ofPeople(
      ids: readonly PersonId[],
    ): Promise<ReadonlyMap<PersonId, readonly { readonly chat: AccessChat; readonly membership: Membership }[]>> {
      const found = new Map<PersonId, { readonly chat: AccessChat; readonly membership: Membership }[]>();
      if (ids.length === 0) return found;
      const rows = await db
        .select({ chat: accessChats, membership: memberships })
        .from(memberships)
        .innerJoin(accessChats, eq(accessChats.chatId, memberships.chatId))
        .where(and(inArray(memberships.personId, ids), isNull(accessChats.removedAt)))
        .orderBy(asc(accessChats.addedAt), asc(accessChats.chatId));
      for (const row of rows) {
        const known = found.get(row.membership.personId);
        if (known === undefined) found.set(row.membership.personId, [row]);
        else known.push(row);
      }
      return found;
    },

    /** What is known of somebody and a chat; null: nothing. */
    async get(personId: PersonId, chatId: GroupId): Promise<Membership | null> {
      const [row] = await db
        .select()
        .from(memberships)
        .where(and(eq(memberships.personId, personId), eq(memberships.chatId, chatId)));
      return row ?? null;
    },

    /** Writes a row down as a whole. Where there is something to do from now on, it is pending since then. */
    async save(membership: Membership): Promise<void> {
      const { nextTryAt, pendingSince } = membership;
      const row = { ...membership, pendingSince: nextTryAt === null ? null : (pendingSince ?? nextTryAt) };
      await db
        .insert(memberships)
        .values(row)
        .onConflictDoUpdate({ target: [memberships.personId, memberships.chatId], set: row });
    },

    /** How far a chat is from what is wanted. Reads counters, and no row but the one that waits longest. */
    async figures(chatId: GroupId): Promise<AccessFigures> {
      const [counts] = await db.select().from(membershipCounts).where(eq(membershipCounts.chatId, chatId));
      const { pendingSince } = memberships;
      const [oldest] = await db
        .select({ at: pendingSince })
        .from(memberships)
        .where(and(eq(memberships.chatId, chatId), isNotNull(pendingSince)))
        .orderBy(asc(pendingSince))
        .limit(1);
      return { ...nobody, ...counts, chatId, oldestPending: oldest?.at ?? null };
    },

    /**
     * What is due in a chat: what concerns people who are let in comes first, then who has to go, then the join requests of all
     * others, of whom there may be many; of these the longest overdue first. A join request waits until its sender has got what is
     * owed to them about their request, unless that is older than `heldSince`: Telegram lets the bot write to a stranger only as
     * long as it waits.
     */
    async due(chatId: GroupId, now: Instant, heldSince: Instant, limit: number): Promise<readonly DueMembership[]> {
      const { personId, nextTryAt, joinRequestedAt } = memberships;
      const isTold = sql`not exists (select 1 from ${outbox} where ${outbox.recipientId} = ${personId} and ${outbox.state} = 'owed' and ${outbox.requestId} is not null and ${outbox.createdAt} > ${sql.param(heldSince, outbox.createdAt)})`;
      for (const rank of ranks) {
        const rows = await db
          .select({ membership: memberships, telegramId: people.telegramId })
          .from(memberships)
          .innerJoin(people, eq(people.id, personId))
          .where(and(ofRank(chatId, rank), lte(nextTryAt, now), or(isNull(joinRequestedAt), isTold)))
          .orderBy(asc(nextTryAt))
          .limit(limit);
        if (rows.length > 0) return rows;
      }
      return [];
    },

    /**
     * A chat of ACCESS_CHATS, or one that was, when its next row is due (null: nothing is to be done), and whether somebody has not
     * got its link: all in one statement, since it is asked every few seconds. Null: it never was one.
     */
    async outlook(
      chatId: GroupId,
    ): Promise<{ readonly chat: AccessChat; readonly next: Instant | null; readonly invites: boolean } | null> {
      const [row] = await outlook.execute({ chatId });
      if (row === undefined) return null;
      const { chat, first, second, third, invites } = row;
      const due = [first, second, third].filter((at) => at !== null);
      return { chat, next: due.length === 0 ? null : Math.min(...due), invites };
    },

    /** A chat of ACCESS_CHATS, or one that was; null: it never was. */
    async chat(chatId: GroupId): Promise<AccessChat | null> {
      const [row] = await db.select().from(accessChats).where(eq(accessChats.chatId, chatId));
      return row ?? null;
    },

    /** Changes what is known of a chat. */
    async change(chatId: GroupId, what: Partial<Omit<AccessChat, 'chatId' | 'addedAt'>>): Promise<void> {
      await db.update(accessChats).set(what).where(eq(accessChats.chatId, chatId));
    },

    /** The next who was let into a chat and has not got its link; null: everybody has. */
    async toInvite(chatId: GroupId): Promise<DueMembership | null> {
      const [row] = await db
        .select({ membership: memberships, telegramId: people.telegramId })
        .from(memberships)
        .innerJoin(people, eq(people.id, memberships.personId))
        .where(isUninvited(chatId))
        .orderBy(asc(memberships.personId))
        .limit(1);
      return row ?? null;
    },

    /** Everybody who should be in or out of the chats of ACCESS_CHATS is looked at again. */
    async lookAgain(): Promise<void> {
      const afresh = { lookedThrough: sql`0`, removalsFound: 0, removalsAskedAt: null };
      await db.update(accessChats).set(afresh).where(isNull(accessChats.removedAt));
    },

    /** The next in a chat after somebody, by number, who should be in, or is removed where they are in; null: there is nobody. */
    async nextToLook(chatId: GroupId, after: PersonId): Promise<DueMembership | null> {
      const { personId, wanted, toRemove } = memberships;
      const [row] = await db
        .select({ membership: memberships, telegramId: people.telegramId })
        .from(memberships)
        .innerJoin(people, eq(people.id, personId))
        .where(and(eq(memberships.chatId, chatId), gt(personId, after), or(eq(wanted, 'in'), eq(toRemove, true))))
        .orderBy(asc(personId))
        .limit(1);
      return row ?? null;
    },

    /** Those found in a chat who should be out are removed now. */
    async releaseRemovals(chatId: GroupId, now: Instant): Promise<void> {
      const { wanted, toRemove, seen, nextTryAt } = memberships;
      await db
        .update(memberships)
        .set({ nextTryAt: now, pendingSince: now, tries: 0 })
        .where(
          // The first conditions are those of the partial index, as it has them.
          sql`${memberships.chatId} = ${chatId} and ${wanted} = 'out' and ${toRemove} and ${seen} = 'member' and ${nextTryAt} is null`,
        );
    },

    /** A chat has a new ID. What is known under both counts under the new one. */
    async moveChat(from: GroupId, to: GroupId): Promise<void> {
      const { chatId, personId } = memberships;
      const known = db.select({ id: personId }).from(memberships).where(eq(chatId, to));
      await db.delete(memberships).where(and(eq(chatId, from), inArray(personId, known)));
      await db.update(memberships).set({ chatId: to }).where(eq(chatId, from));
      await db.delete(membershipCounts).where(eq(membershipCounts.chatId, from));
      const afresh = { removedAt: null, outage: null, outageSince: null, notBefore: null } as const;
      const [there] = await db.update(accessChats).set(afresh).where(eq(accessChats.chatId, to)).returning();
      if (there !== undefined) await db.delete(accessChats).where(eq(accessChats.chatId, from));
      else
        await db
          .update(accessChats)
          .set({ ...afresh, chatId: to })
          .where(eq(accessChats.chatId, from));
    },

    /** ACCESS_CHATS names these chats. Returns those that are new or are back. The others are gone: see `gone`. */
    async arrange(chatIds: readonly GroupId[], now: Instant) {
      const known = await db.select().from(accessChats);
      const current = known.filter(({ removedAt }) => removedAt === null);
      const added = chatIds.filter((id) => !current.some(({ chatId }) => chatId === id));
      const gone = current.filter(({ chatId }) => !chatIds.includes(chatId));
      for (const chatId of added) {
        const afresh = {
          addedAt: now,
          removedAt: null,
          outage: null,
          outageSince: null,
          notBefore: null,
          lookedThrough: null,
        } as const;
        const entering = { ...afresh, enteredThrough: sql`0`, removalsFound: null, removalsAskedAt: null };
        await db
          .insert(accessChats)
          .values({ chatId, ...entering })
          .onConflictDoUpdate({ target: accessChats.chatId, set: entering });
      }
      if (gone.length > 0) {
        const ids = gone.map(({ chatId }) => chatId);
        await db.update(accessChats).set({ removedAt: now }).where(inArray(accessChats.chatId, ids));
      }
      return { added, gone };
    },
  };
}
