import { aliasedTable, and, asc, desc, eq, gt, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import type { GroupId, Instant, PersonId, RecipientId, RequestId } from '../../lifecycle/ids';
import type { Database } from '../database';
import type { BotMessageKind } from '../rows';
import { given } from './given';
import { byLength, inPieces, numbered, slotNames, slotsFor } from './many';

/** One of our messages that people can act on, by its buttons or a reply. */
export interface BotMessage {
  readonly id: number;
  readonly kind: BotMessageKind;
  readonly recipientId: RecipientId;
  readonly messageId: number | null;
  /** The topic it is in; null: none. */
  readonly threadId: number | null;
  readonly requestId: RequestId | null;
  readonly round: number | null;
  readonly personId: PersonId | null;
  readonly createdAt: Instant;
  readonly answeredAt: Instant | null;
}
/** A digest in a chat, kept up to date. */
export interface OpenDigest {
  readonly id: number;
  readonly recipientId: RecipientId;
  readonly threadId: number | null;
  /** Whether an update of it waits (and will say what is so when it leaves), is under way, or neither. */
  readonly update: 'waits' | 'in_flight' | 'none';
}
export type NewBotMessage = Omit<BotMessage, 'id' | 'answeredAt'>;

/** What shows a request. A list that has one of its requests open is a `queue_card`; with the list there it shows none. */
const cardKinds: readonly BotMessageKind[] = ['card', 'shown_card', 'queue_card'];

export type BotMessageQueries = ReturnType<typeof botMessageQueries>;

/** The same queries for one transaction, reading each message once. Nothing else writes meanwhile. */
export function rememberingBotMessages(messages: BotMessageQueries): BotMessageQueries {
  const known = new Map<number, Promise<BotMessage | null>>();
  const remember = (message: BotMessage): void => void known.set(message.id, Promise.resolve(message));
  const forgetting =
    <About extends readonly unknown[], Result>(write: (...about: About) => Promise<Result>) =>
    (...about: About): Promise<Result> => {
      known.clear();
      return write(...about);
    };
  return {
    ...messages,
    get(id) {
      const message = known.get(id) ?? messages.get(id);
      known.set(id, message);
      return message;
    },
    async at(recipientId, messageId) {
      const message = await messages.at(recipientId, messageId);
      if (message !== null) remember(message);
      return message;
    },
    async cardsOf(requestId, round) {
      const cards = await messages.cardsOf(requestId, round);
      cards.forEach(remember);
      return cards;
    },
    async add(message) {
      const id = await messages.add(message);
      remember({ ...message, id, answeredAt: null });
      return id;
    },
    moveCardsToRound: forgetting((...about) => messages.moveCardsToRound(...about)),
    moveToRound: forgetting((...about) => messages.moveToRound(...about)),
    show: forgetting((...about) => messages.show(...about)),
    voidAll: forgetting((...about) => messages.voidAll(...about)),
    markAnswered(ids, at) {
      for (const id of ids) known.delete(id);
      return messages.markAnswered(ids, at);
    },
    placeNew: forgetting((...about) => messages.placeNew(...about)),
    place: forgetting((...about) => messages.place(...about)),
    displace: forgetting((...about) => messages.displace(...about)),
    moveChat: forgetting((...about) => messages.moveChat(...about)),
    remove: forgetting((...about) => messages.remove(...about)),
  };
}

export function botMessageQueries({ db, schema: { botMessages, outbox } }: Database) {
  const p = sql.placeholder;
  const insert = db
    .insert(botMessages)
    .values({
      kind: p('kind'),
      recipientId: p('recipientId'),
      messageId: p('messageId'),
      threadId: p('threadId'),
      requestId: p('requestId'),
      round: p('round'),
      personId: p('personId'),
      createdAt: p('createdAt'),
    })
    .returning({ id: botMessages.id })
    .prepare();
  const byId = db
    .select()
    .from(botMessages)
    .where(eq(botMessages.id, p('id')))
    .prepare();
  const at = db
    .select()
    .from(botMessages)
    .where(and(eq(botMessages.recipientId, p('recipientId')), eq(botMessages.messageId, p('messageId'))))
    .prepare();
  const setPlace = db
    .update(botMessages)
    .set({ messageId: given('messageId', botMessages.messageId) })
    .where(eq(botMessages.id, p('id')))
    .prepare();
  const other = aliasedTable(botMessages, 'other');
  const slot = { id: slotNames('id'), message: slotNames('message') };
  const setFirstPlaces = byLength((count) => {
    const rows = Array.from({ length: count }, (_, n) => sql`(${p(slot.id(n))}, ${p(slot.message(n))})`);
    // PostgreSQL takes what it is given without a column to be text.
    const messageId = sql`cast(placed.column2 as bigint)`;
    const taken = db
      .select({ id: other.id })
      .from(other)
      .where(and(eq(other.recipientId, botMessages.recipientId), eq(other.messageId, messageId)));
    return db
      .update(botMessages)
      .set({ messageId })
      .from(sql`(values ${sql.join(rows, sql`, `)}) as placed`)
      .where(
        and(sql`${botMessages.id} = cast(placed.column1 as bigint)`, isNull(botMessages.messageId), notExists(taken)),
      )
      .returning({ id: botMessages.id })
      .prepare();
  });
  const setFirstPlace = db
    .update(botMessages)
    .set({ messageId: given('messageId', botMessages.messageId) })
    .where(
      and(
        eq(botMessages.id, p('id')),
        isNull(botMessages.messageId),
        notExists(
          db
            .select({ id: other.id })
            .from(other)
            .where(and(eq(other.recipientId, p('recipientId')), eq(other.messageId, p('messageId')))),
        ),
      ),
    )
    .returning({ id: botMessages.id })
    .prepare();
  const cards = db
    .select()
    .from(botMessages)
    .where(
      and(
        eq(botMessages.requestId, p('requestId')),
        eq(botMessages.round, p('round')),
        inArray(botMessages.kind, [...cardKinds]),
      ),
    )
    .prepare();
  const openQuestion = db
    .select()
    .from(botMessages)
    .where(
      and(
        eq(botMessages.personId, p('personId')),
        isNull(botMessages.answeredAt),
        gt(botMessages.createdAt, given('since', botMessages.createdAt)),
      ),
    )
    .orderBy(desc(botMessages.id))
    .prepare();
  // No limit: SQLite prepares a statement anew whenever one is bound to it, and those past it are few.
  const openDigests = db
    .select({
      id: botMessages.id,
      recipientId: botMessages.recipientId,
      threadId: botMessages.threadId,
      updateId: outbox.id,
      updateSince: outbox.inFlightSince,
    })
    .from(botMessages)
    // As parameters, the kind and the state would hide that the partial indexes apply.
    .leftJoin(outbox, and(sql`${outbox.state} = 'owed'`, eq(outbox.botMessageId, botMessages.id)))
    .where(
      and(
        sql`${botMessages.kind} = 'digest'`,
        isNull(botMessages.answeredAt),
        isNotNull(botMessages.messageId),
        gt(botMessages.createdAt, given('since', botMessages.createdAt)),
      ),
    )
    .orderBy(desc(botMessages.createdAt), desc(botMessages.id))
    .prepare();
  return {
    async add(message: NewBotMessage): Promise<number> {
      const [row] = await insert.execute({ ...message });
      if (row === undefined) throw new Error('the database returned no id for a new bot message');
      return row.id;
    },

    /** Our message with this number in a chat, if people can act on it. */
    async at(recipientId: RecipientId, messageId: number): Promise<BotMessage | null> {
      const [row] = await at.execute({ recipientId, messageId });
      return row ?? null;
    },

    async get(id: number): Promise<BotMessage | null> {
      const [row] = await byId.execute({ id });
      return row ?? null;
    },

    /** The cards that show the request's round. */
    async cardsOf(requestId: RequestId, round: number): Promise<readonly BotMessage[]> {
      return cards.execute({ requestId, round });
    },

    /** The cards of one round become those of another: an undo gives them their buttons back. */
    async moveCardsToRound(requestId: RequestId, from: number, to: number): Promise<void> {
      await db
        .update(botMessages)
        .set({ round: to })
        .where(
          and(
            eq(botMessages.requestId, requestId),
            eq(botMessages.round, from),
            inArray(botMessages.kind, [...cardKinds]),
          ),
        );
    },

    /** Every message that shows one of these requests to the admins, or did, and that an edit can change. */
    async showing(requestIds: readonly RequestId[]): Promise<readonly BotMessage[]> {
      const found: BotMessage[] = [];
      for (const piece of inPieces(requestIds)) {
        const rows = await db
          .select()
          .from(botMessages)
          .where(and(inArray(botMessages.requestId, [...piece]), inArray(botMessages.kind, [...cardKinds])))
          .orderBy(asc(botMessages.id));
        found.push(...rows);
      }
      return found;
    },

    async moveToRound(id: number, round: number): Promise<void> {
      await db.update(botMessages).set({ round }).where(eq(botMessages.id, id));
    },

    /** What a message shows from now on: a request, or none. */
    async show(id: number, shown: { readonly requestId: RequestId; readonly round: number } | null): Promise<void> {
      const { requestId, round } = shown ?? { requestId: null, round: null };
      await db.update(botMessages).set({ requestId, round }).where(eq(botMessages.id, id));
    },

    /** The questions a person was asked after `since` and has not answered, newest first. */
    async openQuestions(personId: PersonId, since: Instant): Promise<readonly BotMessage[]> {
      return openQuestion.execute({ personId, since });
    },

    /** The questions that anybody was asked after `since` and has not answered, oldest first. */
    async allOpenQuestions(since: Instant): Promise<readonly BotMessage[]> {
      return db
        .select()
        .from(botMessages)
        .where(and(isNotNull(botMessages.personId), isNull(botMessages.answeredAt), gt(botMessages.createdAt, since)))
        .orderBy(asc(botMessages.id));
    },

    /** The digests that were sent after `since` and are kept up to date, newest first. */
    async openDigests(since: Instant, limit: number): Promise<readonly OpenDigest[]> {
      const digests = new Map<number, OpenDigest>();
      for (const { updateId, updateSince, ...digest } of (await openDigests.execute({ since })).slice(0, limit)) {
        const update = updateId === null ? 'none' : updateSince === null ? 'waits' : 'in_flight';
        // One may wait while another is under way.
        if (digests.get(digest.id)?.update !== 'waits') digests.set(digest.id, { ...digest, update });
      }
      return [...digests.values()];
    },

    /** Another bot sends from now on: none of the messages in any chat are ours any more. */
    async voidAll(at: Instant): Promise<void> {
      await db.update(botMessages).set({ messageId: null, requestId: null, answeredAt: at });
    },

    async markAnswered(ids: readonly number[], at: Instant): Promise<void> {
      for (const piece of inPieces(ids)) {
        await db
          .update(botMessages)
          .set({ answeredAt: at })
          .where(inArray(botMessages.id, [...piece]));
      }
    },

    /**
     * Records the places of messages that have none, except where another message is recorded. Returns those that got it: for the
     * others, `place` says what there is to do.
     */
    async placeNew(
      sent: readonly { readonly id: number; readonly recipientId: RecipientId; readonly messageId: number }[],
    ): Promise<ReadonlySet<number>> {
      const placed = new Set<number>();
      // Two of them in one place would break the rule of the index.
      const apart = new Map(sent.map((message) => [`${message.recipientId} ${message.messageId}`, message]));
      for (const piece of inPieces([...apart.values()])) {
        const slots = slotsFor(piece.length);
        const ids = piece.map(({ id }) => id);
        const messageIds = piece.map(({ messageId }) => messageId);
        const rows = await setFirstPlaces(slots).execute({
          ...numbered(slot.id, ids, slots),
          ...numbered(slot.message, messageIds, slots),
        });
        for (const { id } of rows) placed.add(id);
      }
      return placed;
    },

    /**
     * Records the message's place. It replaces whatever was recorded there. If the message was sent twice, the earlier copy
     * stays recorded too, and is returned.
     */
    async place(id: number, recipientId: RecipientId, messageId: number): Promise<BotMessage | null> {
      const placed = await setFirstPlace.execute({ id, recipientId, messageId });
      if (placed.length > 0) return null;
      const [taken] = await at.execute({ recipientId, messageId });
      if (taken?.id === id) return null;
      if (taken !== undefined) await this.displace(taken.id);
      const before = await this.get(id);
      await setPlace.execute({ id, messageId });
      return before === null || before.messageId === null ? null : { ...before, id: await this.add(before) };
    },

    /** The card of a request in a chat that has been sent, or is about to be, and whose place is not known yet; those that a list has open come last. */
    async unplacedCard(requestId: RequestId, recipientId: RecipientId, round: number): Promise<BotMessage | null> {
      const all: readonly BotMessage[] = await cards.execute({ requestId, round });
      const unplaced = all.filter((card) => card.recipientId === recipientId && card.messageId === null);
      return unplaced.find(({ kind }) => kind !== 'queue_card') ?? unplaced[0] ?? null;
    },

    /** The same of a list that has the request open, and was sent anew since it had been deleted. */
    async unplacedList(requestId: RequestId, recipientId: RecipientId, round: number): Promise<BotMessage | null> {
      const all: readonly BotMessage[] = await cards.execute({ requestId, round });
      const isIt = (card: BotMessage) => card.kind === 'queue_card' && card.messageId === null;
      return all.find((card) => card.recipientId === recipientId && isIt(card)) ?? null;
    },

    /** The message is gone from its chat (deleted there, or the chat has moved): it would have to be sent anew. */
    async displace(id: number): Promise<void> {
      await setPlace.execute({ id, messageId: null });
    },

    /** The group has a new ID; messages sent under the old one can't be edited under the new one. */
    async moveChat(from: GroupId, to: GroupId): Promise<void> {
      await db.update(botMessages).set({ recipientId: to, messageId: null }).where(eq(botMessages.recipientId, from));
    },

    async remove(ids: readonly number[]): Promise<void> {
      for (const piece of inPieces(ids)) {
        await db.delete(botMessages).where(and(inArray(botMessages.id, [...piece]), isNull(botMessages.messageId)));
      }
    },
  };
}
