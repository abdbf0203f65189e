import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { GroupId, Instant, PersonId, RecipientId, RequestId } from '../../lifecycle/ids';
import type { Notice } from '../../notices/notice';
import type { Database } from '../database';
import { given } from './given';
import type { ChannelName } from '../rows';
import { byLength, inParts, inPieces, numbered, slotNames, slotsFor } from './many';

/**
 * The order in which messages leave: answers to what a person just did, news for clients, what admins can wait for, and last
 * what nobody waits for, such as refusals to non-admins in a group.
 */
export const priorities = { answer: 0, client: 1, admin: 2, last: 3 } as const;
export type Priority = (typeof priorities)[keyof typeof priorities];

/** A message that is owed to a chat. */
export interface Owed {
  readonly id: number;
  /** The channel that it is sent through. */
  readonly channel: ChannelName;
  readonly recipientId: RecipientId;
  readonly notice: Notice;
  readonly priority: Priority;
  readonly requestId: RequestId | null;
  readonly botMessageId: number | null;
  readonly replyTo: number | null;
  readonly editMessageId: number | null;
  /** The topic of the chat that it is sent to; null: none. */
  readonly threadId: number | null;
  readonly attempts: number;
  readonly unknownOutcomes: number;
  /** The channel asked to wait until then. */
  readonly notBefore: Instant | null;
  /** When it asked; null where it did not, and in rows from before this was kept. */
  readonly toldToWaitAt: Instant | null;
  readonly createdAt: Instant;
}
export type NewOwed = Omit<Owed, 'id' | 'attempts' | 'unknownOutcomes' | 'notBefore' | 'toldToWaitAt' | 'createdAt'>;

/** A part of the rows owed to a chat: all of them; an admin chat's cards; or everything but the cards. */
export type OwedPart = 'all' | 'cards' | 'other';

/** Where an owed message belongs. */
export type OwedRef = Pick<Owed, 'id' | 'recipientId' | 'requestId'>;

/** Where it belongs, and since when it is claimed; null: it waits. */
interface OwedOrClaimed extends OwedRef {
  readonly inFlightSince: Instant | null;
}

/** A message that the channel has accepted; `messageId` null: it did not say under which number. */
export interface Accepted {
  readonly id: number;
  readonly messageId: number | null;
}

/** How an attempt ended that was not accepted, as it is written down. */
export type Settlement =
  | { readonly id: number; readonly as: 'superseded'; readonly error: string }
  | { readonly id: number; readonly as: 'undeliverable'; readonly error: string }
  | {
      readonly id: number;
      readonly as: 'owed';
      readonly error: string;
      readonly outcomeUnknown: boolean;
      readonly notBefore: Instant | null;
      /** The channel was away: that counts as no attempt to reach the recipient. Missing: it was one. */
      readonly isAway?: boolean;
    };

/** So many messages of each state about one request are looked at for those to one recipient. */
const mostLookedAt = 300;

export function outboxQueries({ dialect, db, schema: { outbox } }: Database) {
  // A notice without what it says: the kind alone, or not even that where it is damaged.
  const kindAlone =
    dialect === 'sqlite'
      ? sql`case when json_valid(${outbox.notice}) then json_object('kind', json_extract(${outbox.notice}, '$.kind')) else '{}' end`
      : sql`coalesce('{"kind":"' || substring(${outbox.notice} from '^{"kind":"([a-z_]+)"') || '"}', '{}')`;
  const p = sql.placeholder;
  const slot = {
    channel: slotNames('channel'),
    recipientId: slotNames('recipientId'),
    notice: slotNames('notice'),
    priority: slotNames('priority'),
    requestId: slotNames('requestId'),
    botMessageId: slotNames('botMessageId'),
    replyTo: slotNames('replyTo'),
    editMessageId: slotNames('editMessageId'),
    threadId: slotNames('threadId'),
    inFlightSince: slotNames('inFlightSince'),
    attempts: slotNames('attempts'),
    id: slotNames('id'),
    message: slotNames('message'),
  };
  const prepareInsert = (count: number) =>
    db
      .insert(outbox)
      .values(
        Array.from({ length: count }, (_, n) => ({
          channel: p(slot.channel(n)),
          recipientId: p(slot.recipientId(n)),
          notice: p(slot.notice(n)),
          priority: p(slot.priority(n)),
          requestId: p(slot.requestId(n)),
          botMessageId: p(slot.botMessageId(n)),
          replyTo: p(slot.replyTo(n)),
          editMessageId: p(slot.editMessageId(n)),
          threadId: p(slot.threadId(n)),
          state: 'owed' as const,
          createdAt: p('createdAt'),
          inFlightSince: p(slot.inFlightSince(n)),
          attempts: p(slot.attempts(n)),
          unknownOutcomes: 0,
        })),
      )
      .returning({ id: outbox.id })
      .prepare();
  const insertOf = byLength(prepareInsert);
  const columns = {
    id: outbox.id,
    channel: outbox.channel,
    recipientId: outbox.recipientId,
    notice: outbox.notice,
    priority: outbox.priority,
    requestId: outbox.requestId,
    botMessageId: outbox.botMessageId,
    replyTo: outbox.replyTo,
    editMessageId: outbox.editMessageId,
    threadId: outbox.threadId,
    attempts: outbox.attempts,
    unknownOutcomes: outbox.unknownOutcomes,
    notBefore: outbox.notBefore,
    toldToWaitAt: outbox.toldToWaitAt,
    createdAt: outbox.createdAt,
  };
  // Not as a parameter: it would hide that the partial indexes apply.
  const owed = sql`${outbox.state} = 'owed'`;
  // Few rows, and no limit: SQLite prepares a statement anew whenever one is bound to it.
  const waitingForMessage = db
    .select({ notice: outbox.notice })
    .from(outbox)
    .where(and(owed, eq(outbox.botMessageId, p('botMessageId')), isNull(outbox.inFlightSince)))
    .prepare();
  const inFlightForMessage = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(owed, eq(outbox.botMessageId, p('botMessageId')), isNotNull(outbox.inFlightSince)))
    .prepare();
  const ofChat = (part: SQL | undefined) =>
    db
      .select(columns)
      .from(outbox)
      .where(
        and(
          owed,
          eq(outbox.channel, p('channel')),
          eq(outbox.recipientId, p('recipientId')),
          gt(outbox.id, p('after')),
          isNull(outbox.inFlightSince),
          part,
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(p('limit'))
      .prepare();
  const waitingForChat: Record<OwedPart, ReturnType<typeof ofChat>> = {
    all: ofChat(undefined),
    cards: ofChat(isNotNull(outbox.requestId)),
    other: ofChat(isNull(outbox.requestId)),
  };
  const prepareAccept = (count: number) => {
    const accepted = Array.from({ length: count }, (_, n) => sql`(${p(slot.id(n))}, ${p(slot.message(n))})`);
    const rows = sql`(values ${sql.join(accepted, sql`, `)}) as accepted`;
    return db
      .update(outbox)
      .set({
        state: 'sent',
        inFlightSince: null,
        settledAt: given('at', outbox.settledAt),
        // PostgreSQL takes what it is given without a column to be text.
        messageId: sql`cast(accepted.column2 as bigint)`,
      })
      .from(rows)
      .where(sql`${outbox.id} = cast(accepted.column1 as bigint)`)
      .prepare();
  };
  const acceptOf = byLength(prepareAccept);
  const prepareClaim = (count: number) =>
    db
      .update(outbox)
      .set({ inFlightSince: given('at', outbox.inFlightSince), attempts: sql`${outbox.attempts} + 1` })
      .where(
        and(
          inArray(
            outbox.id,
            Array.from({ length: count }, (_, n) => p(slot.id(n))),
          ),
          owed,
        ),
      )
      .returning({ id: outbox.id })
      .prepare();
  const claimOf = byLength(prepareClaim);
  const settledAs = (settlement: Settlement, now: Instant) => {
    if (settlement.as !== 'owed') {
      return { state: settlement.as, inFlightSince: null, settledAt: now, lastError: settlement.error };
    }
    return {
      inFlightSince: null,
      lastError: settlement.error,
      notBefore: settlement.notBefore,
      toldToWaitAt: settlement.notBefore === null ? null : now,
      ...(settlement.outcomeUnknown && { unknownOutcomes: sql`${outbox.unknownOutcomes} + 1` }),
      ...(settlement.isAway === true && { attempts: sql`${outbox.attempts} - 1` }),
    };
  };
  /** Nobody is told it any more, not even where it is on its way and fails; no word of it is left. */
  const erased = (why: string, now: Instant) =>
    ({ state: 'superseded', inFlightSince: null, settledAt: now, lastError: why, notice: kindAlone }) as const;
  // About a request of others', such a message names an admin all the same.
  const namesAsker = sql`(${outbox.notice} like '{"kind":"client_answered"%' or ${outbox.notice} like '{"kind":"question_undelivered"%')`;

  return {
    /** Writes messages down in their order, those in `leaving` as claimed already: they leave with this commit. */
    async add(messages: readonly NewOwed[], leaving: ReadonlySet<NewOwed>, now: Instant): Promise<readonly Owed[]> {
      const added: Owed[] = [];
      for (const part of inParts(messages)) {
        const values: Record<string, unknown> = { createdAt: now };
        for (const [n, message] of part.entries()) {
          const leaves = leaving.has(message);
          values[slot.channel(n)] = message.channel;
          values[slot.recipientId(n)] = message.recipientId;
          values[slot.notice(n)] = message.notice;
          values[slot.priority(n)] = message.priority;
          values[slot.requestId(n)] = message.requestId;
          values[slot.botMessageId(n)] = message.botMessageId;
          values[slot.replyTo(n)] = message.replyTo;
          values[slot.editMessageId(n)] = message.editMessageId;
          values[slot.threadId(n)] = message.threadId;
          values[slot.inFlightSince(n)] = leaves ? now : null;
          values[slot.attempts(n)] = leaves ? 1 : 0;
        }
        const rows = await insertOf(part.length).execute(values);
        // Rows are numbered in the order given, but may be returned in any order.
        const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
        for (const [n, message] of part.entries()) {
          const id = ids[n];
          if (id === undefined) throw new Error('the database returned no id for an owed message');
          const fresh = { attempts: 0, unknownOutcomes: 0, notBefore: null, toldToWaitAt: null, createdAt: now };
          added.push({ ...message, id, ...fresh });
        }
      }
      return added;
    },

    /** Whom a message is for by now; null: there is no such message. */
    async recipientOf(id: number): Promise<RecipientId | null> {
      const [row] = await db.select({ recipientId: outbox.recipientId }).from(outbox).where(eq(outbox.id, id));
      return row?.recipientId ?? null;
    },

    /** What waits for a recipient in a channel, in the order it came about, `limit` rows after row `after`. */
    async waitingFor(
      channel: ChannelName,
      recipientId: RecipientId,
      part: OwedPart,
      after: number,
      limit: number,
    ): Promise<readonly Owed[]> {
      const rows = await waitingForChat[part].execute({ channel, recipientId, after, limit });
      return rows.map((row) => ({ ...row, priority: priorityOf(row.priority) }));
    },

    /** Where what is owed in a channel belongs, in the order it came about, `limit` rows after row `after`; all, or the answers only. */
    async scanOwed(
      channel: ChannelName,
      after: number,
      limit: number,
      answersOnly: boolean,
    ): Promise<readonly OwedOrClaimed[]> {
      return db
        .select({
          id: outbox.id,
          recipientId: outbox.recipientId,
          requestId: outbox.requestId,
          inFlightSince: outbox.inFlightSince,
        })
        .from(outbox)
        .where(
          and(
            owed,
            eq(outbox.channel, channel),
            sql`${outbox.id} > ${after}`,
            answersOnly ? lte(outbox.priority, priorities.answer) : undefined,
          ),
        )
        .orderBy(asc(outbox.id))
        .limit(limit);
    },

    /** Whether the bot message has a sending or an edit ahead of it that has not left yet. */
    async hasWaiting(botMessageId: number, requestId: RequestId | null): Promise<boolean> {
      const rows: readonly { readonly notice: Notice }[] = await waitingForMessage.execute({ botMessageId });
      return rows.some(({ notice }) => !('requestId' in notice) || notice.requestId === requestId);
    },

    /** Whether this message is being sent or edited at this moment, or was when a daemon died. */
    async isInFlight(botMessageId: number): Promise<boolean> {
      return (await inFlightForMessage.execute({ botMessageId })).length > 0;
    },

    /** Marks rows as leaving now; returns those that are still owed. */
    async claim(ids: readonly number[], now: Instant): Promise<ReadonlySet<number>> {
      const claimed = new Set<number>();
      for (const piece of inPieces(ids)) {
        const slots = slotsFor(piece.length);
        for (const { id } of await claimOf(slots).execute({ at: now, ...numbered(slot.id, piece, slots) }))
          claimed.add(id);
      }
      return claimed;
    },

    /** A channel's owed rows that are claimed. */
    async claimed(channel: ChannelName): Promise<readonly number[]> {
      const rows = await db
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(owed, eq(outbox.channel, channel), isNotNull(outbox.inFlightSince)));
      return rows.map(({ id }) => id);
    },

    /** Takes back claims of rows that have not left after all. */
    async unclaim(ids: readonly number[]): Promise<void> {
      for (const piece of inPieces(ids)) {
        await db
          .update(outbox)
          .set({ inFlightSince: null, attempts: sql`${outbox.attempts} - 1` })
          .where(and(inArray(outbox.id, [...piece]), owed, isNotNull(outbox.inFlightSince)));
      }
    },

    /** Writes down which messages the channel has accepted. */
    async accept(messages: readonly Accepted[], now: Instant): Promise<void> {
      for (const piece of inPieces(messages)) {
        const slots = slotsFor(piece.length);
        const ids = piece.map(({ id }) => id);
        const messageIds = piece.map(({ messageId }) => messageId);
        await acceptOf(slots).execute({
          at: now,
          ...numbered(slot.id, ids, slots),
          ...numbered(slot.message, messageIds, slots),
        });
      }
    },

    /** Writes down how an attempt ended. Returns false, and writes nothing, where the message was taken back while it was on its way. */
    async settle(settlement: Settlement, now: Instant): Promise<boolean> {
      const row = and(eq(outbox.id, settlement.id), sql`${outbox.state} <> 'superseded'`);
      const settled = await db.update(outbox).set(settledAs(settlement, now)).where(row).returning({ id: outbox.id });
      return settled.length > 0;
    },

    /** A channel's sends that were under way when a daemon died: whether they happened is unknown. Returns their recipients. */
    async releaseInFlight(channel: ChannelName): Promise<readonly RecipientId[]> {
      const released = await db
        .update(outbox)
        .set({
          inFlightSince: null,
          unknownOutcomes: sql`${outbox.unknownOutcomes} + 1`,
          lastError: 'the daemon ended while this was being sent',
        })
        .where(and(owed, eq(outbox.channel, channel), isNotNull(outbox.inFlightSince)))
        .returning({ recipientId: outbox.recipientId });
      return released.map(({ recipientId }) => recipientId);
    },

    /** What was sent through a channel after `since`, the earliest first. */
    async sentSince(
      channel: ChannelName,
      since: Instant,
    ): Promise<readonly { recipientId: RecipientId; settledAt: Instant | null }[]> {
      return db
        .select({ recipientId: outbox.recipientId, settledAt: outbox.settledAt })
        .from(outbox)
        .where(
          and(
            isNotNull(outbox.settledAt),
            gt(outbox.settledAt, since),
            eq(outbox.state, 'sent'),
            eq(outbox.channel, channel),
          ),
        )
        .orderBy(asc(outbox.settledAt));
    },

    /** Takes back what has not left yet, of the messages named. Returns how many could be taken back. */
    async supersede(ids: readonly number[], why: string, now: Instant): Promise<ReadonlySet<number>> {
      const superseded = new Set<number>();
      for (const piece of inPieces(ids)) {
        const rows = await db
          .update(outbox)
          .set({ state: 'superseded', settledAt: now, lastError: why, botMessageId: null })
          .where(and(inArray(outbox.id, [...piece]), owed, isNull(outbox.inFlightSince)))
          .returning({ id: outbox.id });
        for (const { id } of rows) superseded.add(id);
      }
      return superseded;
    },

    /**
     * What one recipient was told about a request, or is owed, newest first; what never left because something newer took its place
     * is left out. Of very many messages about the request only the newest are looked at.
     */
    async about(requestId: RequestId, recipientId: RecipientId, limit: number) {
      const found = [];
      for (const state of ['owed', 'sent', 'undeliverable'] as const) {
        const { id, channel, notice, createdAt, settledAt, lastError } = outbox;
        const newest = db
          .select({ id, channel, notice, createdAt, settledAt, lastError, to: outbox.recipientId })
          .from(outbox)
          .where(and(eq(outbox.requestId, requestId), eq(outbox.state, state)))
          .orderBy(desc(id))
          .limit(mostLookedAt)
          .as('newest');
        const rows = await db
          .select()
          .from(newest)
          .where(eq(newest.to, recipientId))
          .orderBy(desc(newest.id))
          .limit(limit);
        found.push(...rows.map((row) => ({ ...row, state })));
      }
      return found.sort((a, b) => b.id - a.id).slice(0, limit);
    },

    /** Messages about a request that are owed to a chat and have not left yet. */
    async waitingAbout(
      requestId: RequestId,
      recipientId: RecipientId,
    ): Promise<readonly { id: number; notice: Notice }[]> {
      return db
        .select({ id: outbox.id, notice: outbox.notice })
        .from(outbox)
        .where(
          and(owed, eq(outbox.requestId, requestId), eq(outbox.recipientId, recipientId), isNull(outbox.inFlightSince)),
        );
    },

    /** What could not be delivered to a recipient through a channel, the newest first. */
    async undeliverableTo(channel: ChannelName, recipientId: RecipientId, limit: number) {
      return db
        .select({
          id: outbox.id,
          notice: outbox.notice,
          requestId: outbox.requestId,
          botMessageId: outbox.botMessageId,
          createdAt: outbox.createdAt,
        })
        .from(outbox)
        .where(
          and(sql`${outbox.state} = 'undeliverable'`, eq(outbox.recipientId, recipientId), eq(outbox.channel, channel)),
        )
        .orderBy(desc(outbox.id))
        .limit(limit);
    },

    /** How many messages could not be delivered, of those not forgotten yet. */
    async undeliverable(): Promise<number> {
      return db.$count(outbox, sql`${outbox.state} = 'undeliverable'`);
    },

    /** Nobody is told any more what is owed to somebody, or could not be delivered to them; no word of it is left. */
    async eraseTo(recipientId: PersonId, why: string, now: Instant): Promise<void> {
      await db
        .update(outbox)
        .set(erased(why, now))
        .where(and(owed, eq(outbox.recipientId, recipientId)));
      await db
        .update(outbox)
        .set(erased(why, now))
        .where(and(sql`${outbox.state} = 'undeliverable'`, eq(outbox.recipientId, recipientId)));
    },

    /** Nobody is told these any more, of what is owed; no word of them is left. One that is leaving at this moment is not tried again. */
    async erase(ids: readonly number[], why: string, now: Instant): Promise<void> {
      for (const piece of inPieces(ids)) {
        await db
          .update(outbox)
          .set(erased(why, now))
          .where(and(inArray(outbox.id, [...piece]), owed));
      }
    },

    /** When the message was settled that comes `limit` after an instant; null: there are not so many up to `until`. */
    async settledNext(after: Instant, until: Instant, limit: number): Promise<Instant | null> {
      const [row] = await db
        .select({ at: outbox.settledAt })
        .from(outbox)
        .where(and(isNotNull(outbox.settledAt), gt(outbox.settledAt, after), lte(outbox.settledAt, until)))
        .orderBy(asc(outbox.settledAt))
        .limit(1)
        .offset(limit);
      return row?.at ?? null;
    },

    /**
     * Of what was settled after an instant, up to another, the kind alone is kept where it was about no request, or names an admin beside it:
     * nobody looks at its words again, and nothing could find them. A question that could not be delivered may still be asked.
     */
    async dropWords(after: Instant, until: Instant): Promise<void> {
      await db
        .update(outbox)
        .set({ notice: kindAlone, lastError: null })
        .where(
          and(
            isNotNull(outbox.settledAt),
            gt(outbox.settledAt, after),
            lte(outbox.settledAt, until),
            or(isNull(outbox.requestId), namesAsker),
            sql`not (${outbox.state} = 'undeliverable' and ${outbox.notice} like '{"kind":"asked"%')`,
          ),
        );
    },

    /** Everything about a request that is or was owed to anybody. */
    async allAbout(requestId: RequestId) {
      const { id, state, notice } = outbox;
      return db.select({ id, state, notice }).from(outbox).where(eq(outbox.requestId, requestId));
    },

    /** Owed to a chat, also what is leaving at this moment: about no request, or naming an admin beside it. */
    async owedBesides(recipientId: RecipientId, after: number, limit: number) {
      return db
        .select({ id: outbox.id, notice: outbox.notice })
        .from(outbox)
        .where(
          and(
            owed,
            eq(outbox.recipientId, recipientId),
            gt(outbox.id, after),
            or(isNull(outbox.requestId), namesAsker),
          ),
        )
        .orderBy(asc(outbox.id))
        .limit(limit);
    },

    /** What a message says from now on. Why an attempt failed before it was sent could quote an address. */
    async reword(id: number, notice: Notice): Promise<void> {
      const lastError = sql`case when ${outbox.state} = 'sent' then null else ${outbox.lastError} end`;
      await db.update(outbox).set({ notice, lastError }).where(eq(outbox.id, id));
    },

    /**
     * Another bot sends from now on: cards, questions and whatever replaces a message are taken back, and what answers one
     * no longer refers to it.
     */
    async supersedeBound(why: string, now: Instant): Promise<void> {
      await db
        .update(outbox)
        .set({ state: 'superseded', settledAt: now, lastError: why, botMessageId: null, inFlightSince: null })
        .where(and(owed, or(isNotNull(outbox.botMessageId), isNotNull(outbox.editMessageId))));
      await db.update(outbox).set({ replyTo: null }).where(owed);
    },

    /** Message ids mean something else in the new chat, so nothing refers to one any more. */
    async moveChat(from: GroupId, to: GroupId): Promise<void> {
      await db
        .update(outbox)
        .set({ recipientId: to, replyTo: null, editMessageId: null, threadId: null })
        .where(and(owed, eq(outbox.recipientId, from)));
    },
  };
}

function priorityOf(stored: number): Priority {
  if (stored <= priorities.answer) return priorities.answer;
  if (stored >= priorities.last) return priorities.last;
  return stored === priorities.client ? priorities.client : priorities.admin;
}
