import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ChatId, GroupId, PersonId, RecipientId, RequestId, TelegramId } from '../../lifecycle/ids';
import type { BeforeAppeal, Status, Vote } from '../../lifecycle/request';
import type { EventType, Via } from '../../lifecycle/transition';
import { readNotice, type Notice } from '../../notices/notice';
import { delayClass } from '../decision-delay';
import { endWithoutVerdict } from '../retained';
import type {
  BotMessageKind,
  ChannelName,
  ContactMedium,
  ContactMode,
  ErasureCause,
  OutboxState,
  RequestSource,
  Seen,
  TalkKind,
  Wanted,
  WebhookState,
} from '../rows';

// The twin of sqlite/schema.ts: the same tables, columns and TypeScript types (test/store/schema.test.ts holds them
// together). Times are timestamptz in the database and milliseconds since 1970 in TypeScript.

const int64 = (name: string) => bigint(name, { mode: 'number' });
const person = (name: string) => int64(name).$type<PersonId>();
const telegramUser = (name: string) => int64(name).$type<TelegramId>();
const chat = (name: string) => int64(name).$type<ChatId>();
const group = (name: string) => int64(name).$type<GroupId>();
const recipient = (name: string) => int64(name).$type<RecipientId>();
// A placeholder's null reaches toDriver, so both types pass it on.
const instant = customType<{ data: number; driverData: string | null }>({
  dataType: () => 'timestamptz(3)',
  toDriver: (at: number | null) => (at === null ? null : new Date(at).toISOString()),
  fromDriver: (at) => new Date(at ?? Number.NaN).getTime(),
});
const flag = (name: string) => boolean(name);
/** JSON in a text column: jsonb refuses some strings that Telegram may send (a lone surrogate, NUL). */
const json = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => 'text',
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value): unknown => (value === null ? null : JSON.parse(value)),
});
/** A notice, as it is read back from whatever version wrote it. */
const notice = customType<{ data: Notice; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: readNotice,
});

/**
 * Everyone who ever wrote to the bot, and every admin. People who come from Telegram get their Telegram ID as `id`, but
 * code must never use one for the other.
 */
export const people = pgTable(
  'people',
  {
    id: person('id').primaryKey(),
    /** Null: they are not on Telegram. */
    telegramId: telegramUser('telegram_id'),
    name: text('name').notNull(),
    username: text('username'),
    /** The language set in their Telegram app. */
    language: text('language'),
    /** The language they chose with the bot, which takes precedence; null: none. */
    chosenLanguage: text('chosen_language'),
    unreachableAt: instant('unreachable_at'),
    /** Who this person turned out to be: only the history names this row still; null: it is somebody’s own. */
    unitedWith: person('united_with'),
    /** Since when somebody who was forgotten is known by name again, and has asked for nothing yet; null: none of that. */
    backSince: instant('back_since'),
  },
  (t) => [
    uniqueIndex('people_by_telegram_id').on(t.telegramId),
    index('people_united_with')
      .on(t.unitedWith)
      .where(sql`${t.unitedWith} is not null`),
    index('people_back')
      .on(t.backSince, t.id)
      .where(sql`${t.backSince} is not null`),
  ],
);

/** Where people can be reached besides Telegram. An address counts once its owner has proved that it is theirs. */
export const contacts = pgTable(
  'contacts',
  {
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    medium: text('medium').$type<ContactMedium>().notNull(),
    /** As its owner wrote it. */
    address: text('address').notNull(),
    /** What makes it the same address: in lower case, with the domain in ASCII. */
    addressKey: text('address_key').notNull().default(''),
    /** When something is sent there. */
    mode: text('mode').$type<ContactMode>().notNull().default('fallback'),
    verifiedAt: instant('verified_at'),
    /** When it was found to be dead. */
    failedAt: instant('failed_at'),
    /** When its owner asked that nothing be sent there. */
    mutedAt: instant('muted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.medium, t.address] }),
    check('contacts_medium_known', sql`${t.medium} in ('email', 'sms')`),
    uniqueIndex('contacts_one_person_a_verified_address')
      .on(t.medium, t.addressKey)
      .where(sql`${t.verifiedAt} is not null`),
  ],
);

/**
 * Codes that prove an address. A row is one code, which is drawn when its message leaves: until then it has none, and it never holds
 * one in plain. The newest of a person and medium counts, no other.
 */
export const addressCodes = pgTable(
  'address_codes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Whoever is to prove it; for somebody who has just filled in the form, the number that is reserved for them. */
    personId: person('person_id').notNull(),
    medium: text('medium').$type<ContactMedium>().notNull(),
    address: text('address').notNull(),
    /** As in `contacts`. */
    addressKey: text('address_key').notNull(),
    /** What they are written to in; null: the language of the person, or the default one. */
    language: text('language'),
    /** SHA-256 in hex; null: it has not left yet. */
    codeHash: text('code_hash'),
    /** That of the attempt before, which may have arrived although its outcome is unknown. */
    previousCodeHash: text('previous_code_hash'),
    /** How many wrong codes were typed. */
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    /** When it left last, and until when it counts. */
    sentAt: instant('sent_at'),
    expiresAt: instant('expires_at'),
    usedAt: instant('used_at'),
  },
  (t) => [
    check('address_codes_medium_known', sql`${t.medium} in ('email', 'sms')`),
    index('address_codes_of_a_person').on(t.personId, t.medium, t.id),
    index('address_codes_of_an_address').on(t.medium, t.addressKey, t.createdAt),
    index('address_codes_by_time').on(t.createdAt),
  ],
);

/** Forms that were filled in, and whose address is not proved yet; kept for an hour. */
export const formDrafts = pgTable(
  'form_drafts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** SHA-256 in hex of what the browser that filled it in has. */
    tokenHash: text('token_hash').notNull(),
    /** Their `id` if they turn out to be new. */
    personId: person('person_id').notNull(),
    name: text('name').notNull(),
    address: text('address').notNull(),
    addressKey: text('address_key').notNull(),
    language: text('language'),
    message: text('message').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('form_drafts_by_token').on(t.tokenHash),
    index('form_drafts_by_time').on(t.createdAt),
    index('form_drafts_of_a_person').on(t.personId),
  ],
);

/** Links to the pages of people who asked by the form. The token itself is not in here, only its SHA-256 in hex. */
export const personalLinks = pgTable(
  'personal_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('personal_links_of_a_person').on(t.personId)],
);

/** How many codes the form has sent for whom. A key is an HMAC: no address of a network is stored. */
export const formLimits = pgTable(
  'form_limits',
  {
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index('form_limits_by_time').on(t.windowStart)],
);

/** One-time links that make somebody of the form one with their Telegram account. Hashes are SHA-256 in hex. */
export const startLinks = pgTable(
  'start_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('start_links_of_a_person').on(t.personId), index('start_links_by_time').on(t.createdAt)],
);

/**
 * The admins who were added in the chat, a row for each time; those of ADMIN_TELEGRAM_ID are owners and not in here. Rows are
 * never deleted: they say who added and removed each admin, and when.
 */
export const administrators = pgTable(
  'administrators',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    telegramId: telegramUser('telegram_id').notNull(),
    addedBy: person('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull(),
    removedBy: person('removed_by').references(() => people.id),
    /** Null: they are an admin. */
    removedAt: instant('removed_at'),
  },
  (t) => [
    check('administrators_removed_by_somebody', sql`(${t.removedBy} is null) = (${t.removedAt} is null)`),
    uniqueIndex('administrators_once_at_a_time')
      .on(t.telegramId)
      .where(sql`${t.removedAt} is null`),
    index('administrators_by_removal')
      .on(t.removedAt, t.id)
      .where(sql`${t.removedAt} is not null`),
  ],
);

/** Texts that the bot has offered to send as a request or an appeal; kept until sent, for a week at most. */
export const drafts = pgTable(
  'drafts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    message: text('message').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('drafts_of_a_person').on(t.personId, t.id), index('drafts_by_time').on(t.createdAt)],
);

/** What admins have looked for and can turn the pages of; kept for a week. */
export const searches = pgTable(
  'searches',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    words: text('words').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('searches_by_time').on(t.createdAt)],
);

export const requests = pgTable(
  'requests',
  {
    id: bigserial('id', { mode: 'number' }).$type<RequestId>().primaryKey(),
    clientId: person('client_id')
      .notNull()
      .references(() => people.id),
    /** How it came in. */
    source: text('source').$type<RequestSource>().notNull().default('chat'),
    message: text('message').notNull(),
    status: text('status').$type<Status>().notNull(),
    round: integer('round').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    reviewedBy: person('reviewed_by'),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
    appealCount: integer('appeal_count').notNull(),
    lastRejectedAt: instant('last_rejected_at'),
    /** It began with a request to join a chat, and its client has not said anything yet. */
    awaitsWords: flag('awaits_words').notNull().default(false),
    beforeAppeal: json('before_appeal').$type<BeforeAppeal>(),
    /** The approvals of the round while it waits for more; null: none. */
    votes: json('votes').$type<readonly Vote[]>(),
    /** Whose approvals counted besides that of `reviewed_by`; null: one was enough. */
    coApprovers: json('co_approvers').$type<readonly PersonId[]>(),
    remindedAt: instant('reminded_at'),
    appealToldAt: instant('appeal_told_at'),
    /** Null in rows from before it was kept, and of what was not withdrawn. */
    withdrawnAt: instant('withdrawn_at'),
    /** When what its client wrote was erased; null: it was not, or they have written again. */
    erasedAt: instant('erased_at'),
    /** Whether RETENTION looks at it once it is over: not where it is erased, or another request of its client ended later. */
    retained: flag('retained').notNull().default(true),
  },
  (t) => [
    check(
      'requests_status_known',
      sql`${t.status} in ('pending', 'approved', 'rejected', 'expired', 'withdrawn', 'revoked')`,
    ),
    check('requests_reviewed_when_decided', sql`(${t.reviewedBy} is null) = (${t.decidedAt} is null)`),
    uniqueIndex('requests_one_open_a_client')
      .on(t.clientId)
      .where(sql`${t.status} in ('pending', 'approved', 'rejected', 'revoked')`),
    index('requests_of_a_client').on(t.clientId, t.id),
    index('requests_waiting')
      .on(t.submittedAt, t.id)
      .where(sql`${t.status} = 'pending'`),
    index('requests_to_expire')
      .on(t.expiresAt, t.id)
      .where(sql`${t.status} = 'pending'`),
    index('requests_to_remind')
      .on(t.expiresAt, t.id)
      .where(sql`${t.status} = 'pending' and ${t.remindedAt} is null`),
    index('requests_to_tell_of_appeal')
      .on(t.decidedAt, t.id)
      .where(sql`${t.status} in ('rejected', 'revoked') and ${t.appealToldAt} is null`),
    // For lists, newest first: those by status, by reviewer and by client. Only decided and finished requests are in them.
    index('requests_decided')
      .on(t.status, delayClass('postgres', t), t.decidedAt, t.id, t.submittedAt)
      .where(sql`${t.decidedAt} is not null`),
    index('requests_decided_by')
      .on(t.reviewedBy, t.status, delayClass('postgres', t), t.decidedAt, t.id, t.submittedAt)
      .where(sql`${t.reviewedBy} is not null`),
    index('requests_over')
      .on(t.status, t.submittedAt, t.id)
      .where(sql`${t.decidedAt} is null and ${t.status} <> 'pending'`),
    index('requests_over_of_a_client')
      .on(t.clientId, t.status, t.submittedAt, t.id)
      .where(sql`${t.decidedAt} is null and ${t.status} <> 'pending'`),
    index('requests_retained_by_verdict')
      .on(t.appealCount, t.decidedAt, t.id)
      .where(sql`${t.status} in ('rejected', 'revoked') and ${t.decidedAt} is not null and ${t.retained}`),
    index('requests_retained_otherwise')
      .on(endWithoutVerdict(t), t.id)
      .where(sql`${t.status} in ('expired', 'withdrawn') and ${t.retained}`),
  ],
);

/** How many requests there are of each status; kept by triggers, so that counting never reads old requests. */
export const requestCounts = pgTable('request_counts', {
  status: text('status').$type<Status>().primaryKey(),
  count: int64('count').notNull(),
});

/** The history, a chain. Append-only: triggers refuse DELETE, and any UPDATE but the erasure of texts. */
export const requestEvents = pgTable(
  'request_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    requestId: int64('request_id')
      .$type<RequestId>()
      .notNull()
      .references(() => requests.id),
    event: text('event').$type<EventType>().notNull(),
    fromStatus: text('from_status').$type<Status>(),
    toStatus: text('to_status').$type<Status>().notNull(),
    actorId: person('actor_id'),
    at: instant('at').notNull(),
    reason: text('reason'),
    updateId: int64('update_id'),
    /** Null in rows from before it was kept: the chat, or the system if there is no actor. */
    via: text('via').$type<Via>(),
    /** The client's text of the round; null: erased. */
    message: text('message'),
    round: integer('round').notNull(),
    /** Until when the request waited from then on; null in rows from before it was kept. */
    expiresAt: instant('expires_at'),
    /** Of an approval, whose approvals counted besides the actor's; null: none did. */
    coApprovers: json('co_approvers').$type<readonly PersonId[]>(),
    /** How the texts enter the chain (store/chain.ts). A salt goes with its text; a hash stays. */
    messageSalt: text('message_salt'),
    messageHash: text('message_hash'),
    reasonSalt: text('reason_salt'),
    reasonHash: text('reason_hash'),
    /** Over the digest of the event before and the content of this one. */
    digest: text('digest').notNull(),
    /** When its texts were erased, which is the one change that the triggers let through. */
    erasedAt: instant('erased_at'),
  },
  (t) => [
    // The statistics are read from these alone.
    index('request_events_of_a_request').on(t.requestId, t.id, t.event, t.at),
    index('request_events_by_outcome').on(t.event, t.at, t.id, t.requestId, t.actorId),
  ],
);

/** The figures of days that are over, as the statistics keep them. A trigger on the history forgets a day that has changed. */
export const dayFigures = pgTable('day_figures', {
  /** The first moment after the day: nothing new is dated before the end of any of them. */
  ends: instant('ends').primaryKey(),
  begins: instant('begins').notNull(),
  figures: text('figures').notNull(),
});

/** Who has access, and who had it: the latest state of each. A trigger keeps it as the history grows. */
export const accessStates = pgTable(
  'access_states',
  {
    personId: person('person_id')
      .primaryKey()
      .references(() => people.id),
    access: flag('access').notNull(),
    since: instant('since').notNull(),
    requestId: int64('request_id').$type<RequestId>().notNull(),
    /** The event that changed it: later ones have greater numbers, whomever they are about. */
    version: int64('version').notNull(),
  },
  (t) => [uniqueIndex('access_states_by_version').on(t.version)],
);

/** What admins have written down about a request, for each other only. */
export const requestNotes = pgTable(
  'request_notes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    requestId: int64('request_id')
      .$type<RequestId>()
      .notNull()
      .references(() => requests.id),
    authorId: person('author_id').notNull(),
    at: instant('at').notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('request_notes_of_a_request').on(t.requestId, t.id)],
);

/** What the admins have asked a client about their request, what was answered, and what the client has added to it. */
export const requestMessages = pgTable(
  'request_messages',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    requestId: int64('request_id')
      .$type<RequestId>()
      .notNull()
      .references(() => requests.id),
    round: integer('round').notNull(),
    kind: text('kind').$type<TalkKind>().notNull(),
    authorId: person('author_id').notNull(),
    at: instant('at').notNull(),
    text: text('text').notNull(),
  },
  (t) => [
    check('request_messages_kind_known', sql`${t.kind} in ('question', 'answer', 'addition')`),
    index('request_messages_of_a_request').on(t.requestId, t.id),
  ],
);

/** Messages of the bot that people can press or reply to: cards, digests, reminders, questions. */
export const botMessages = pgTable(
  'bot_messages',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    kind: text('kind').$type<BotMessageKind>().notNull(),
    recipientId: recipient('recipient_id').notNull(),
    /** Null until Telegram has told us. */
    messageId: int64('message_id'),
    /** The topic of a forum, or of a private chat, that it is in; null: none. */
    threadId: int64('thread_id'),
    requestId: int64('request_id')
      .$type<RequestId>()
      .references(() => requests.id),
    round: integer('round'),
    /** For a question: the person asked. */
    personId: person('person_id'),
    createdAt: instant('created_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    uniqueIndex('bot_messages_by_place').on(t.recipientId, t.messageId),
    index('bot_messages_of_a_request').on(t.requestId),
    index('bot_messages_open_questions')
      .on(t.personId, t.createdAt)
      .where(sql`${t.personId} is not null and ${t.answeredAt} is null`),
    index('bot_messages_digests')
      .on(t.createdAt)
      .where(sql`${t.kind} = 'digest' and ${t.answeredAt} is null`),
  ],
);

/** Every message that is or was owed to anyone. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    recipientId: recipient('recipient_id').notNull(),
    /** The channel it is sent through. */
    channel: text('channel').$type<ChannelName>().notNull().default('telegram'),
    notice: notice('notice').notNull(),
    /** The lowest leaves first; queries/outbox.ts names the values. */
    priority: integer('priority').notNull(),
    requestId: int64('request_id')
      .$type<RequestId>()
      .references(() => requests.id),
    /** Our message that this sends or edits, if people can act on it. */
    botMessageId: int64('bot_message_id').references(() => botMessages.id),
    /** The message this replies to, in a group. */
    replyTo: int64('reply_to'),
    /** The message this edits; null: it is a new message. */
    editMessageId: int64('edit_message_id'),
    /** The topic of its chat that it is sent to; null: none, which in a forum is "General". */
    threadId: int64('thread_id'),
    state: text('state').$type<OutboxState>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Set, and committed, before a send leaves; still set after a crash means its outcome is unknown. */
    inFlightSince: instant('in_flight_since'),
    attempts: integer('attempts').notNull(),
    /** How many attempts may have succeeded unnoticed: the most duplicates this message can have. */
    unknownOutcomes: integer('unknown_outcomes').notNull(),
    /** Until when Telegram asks us to leave the chat alone, and when it asked: together they give the length, even if the clock jumps. */
    notBefore: instant('not_before'),
    toldToWaitAt: instant('told_to_wait_at'),
    lastError: text('last_error'),
    settledAt: instant('settled_at'),
    messageId: int64('message_id'),
  },
  (t) => [
    index('outbox_owed')
      .on(t.id)
      .where(sql`${t.state} = 'owed'`),
    index('outbox_owed_to_a_recipient')
      .on(t.recipientId, t.id)
      .where(sql`${t.state} = 'owed'`),
    // With the state, since a card or request has far more finished rows than owed ones. These also serve the foreign keys.
    index('outbox_of_a_request')
      .on(t.requestId, t.state, t.id)
      .where(sql`${t.requestId} is not null`),
    index('outbox_of_a_bot_message')
      .on(t.botMessageId, t.state)
      .where(sql`${t.botMessageId} is not null`),
    index('outbox_undeliverable')
      .on(t.recipientId, t.id)
      .where(sql`${t.state} = 'undeliverable'`),
    index('outbox_settled')
      .on(t.settledAt)
      .where(sql`${t.settledAt} is not null`),
  ],
);

/** Webhooks that are or were owed to the endpoint of WEBHOOK_URL. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    /** The event of the history that it tells of. */
    eventId: int64('event_id')
      .primaryKey()
      .references(() => requestEvents.id),
    /** The JSON that is sent, byte for byte. */
    body: text('body').notNull(),
    state: text('state').$type<WebhookState>().notNull(),
    createdAt: instant('created_at').notNull(),
    attempts: integer('attempts').notNull(),
    /** When it is sent, and when that was written down: a time from a clock that has been set back since counts for nothing. */
    nextTryAt: instant('next_try_at').notNull(),
    timedAt: instant('timed_at').notNull(),
    lastError: text('last_error'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    check('webhook_events_state_known', sql`${t.state} in ('owed', 'delivered', 'given_up')`),
    index('webhook_events_due')
      .on(t.nextTryAt, t.eventId)
      .where(sql`${t.state} = 'owed'`),
    index('webhook_events_timed')
      .on(t.timedAt)
      .where(sql`${t.state} = 'owed'`),
    index('webhook_events_owed')
      .on(t.eventId)
      .where(sql`${t.state} = 'owed'`),
    index('webhook_events_settled')
      .on(t.settledAt)
      .where(sql`${t.settledAt} is not null`),
  ],
);

/** Updates that have had their effect, by id and content: ids may start again lower after a quiet week. */
export const updates = pgTable(
  'updates',
  {
    updateId: int64('update_id').notNull(),
    content: text('content').notNull(),
    at: instant('at').notNull(),
    chatId: chat('chat_id'),
    messageId: int64('message_id'),
    /** A hash of the message's text, to tell whether an edit changed it. */
    textHash: text('text_hash'),
  },
  (t) => [
    primaryKey({ columns: [t.updateId, t.content] }),
    index('updates_of_a_message')
      .on(t.chatId, t.messageId)
      .where(sql`${t.messageId} is not null`),
    index('updates_by_time').on(t.at),
  ],
);

/** Updates whose handling failed again and again, kept raw for a person to look at. */
export const parkedUpdates = pgTable('parked_updates', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  updateId: int64('update_id').notNull(),
  update: json('update').$type<object>().notNull(),
  error: text('error').notNull(),
  attempts: integer('attempts').notNull(),
  parkedAt: instant('parked_at').notNull(),
});

/** Groups that became supergroups and so changed their ID. */
export const chatAliases = pgTable('chat_aliases', {
  oldId: group('old_id').primaryKey(),
  newId: group('new_id').notNull(),
});

/** The chats of ACCESS_CHATS, now and before. */
export const accessChats = pgTable('access_chats', {
  chatId: group('chat_id').primaryKey(),
  /** Null until Telegram has told us. */
  title: text('title'),
  /** The link by which people ask to join; null until there is one. */
  inviteLink: text('invite_link'),
  /** The bot that made it: another one can't manage it. */
  linkMadeBy: telegramUser('link_made_by'),
  addedAt: instant('added_at').notNull(),
  /** Null: it is in ACCESS_CHATS. */
  removedAt: instant('removed_at'),
  /** Why the bot can't manage it, as Telegram says; null: it can. */
  outage: text('outage'),
  outageSince: instant('outage_since'),
  /** Until when Telegram asks us to leave the chat alone. */
  notBefore: instant('not_before'),
  /** Who was approved before the chat was added is entered up to this client; null: all are. */
  enteredThrough: person('entered_through'),
  /** Who is looked at again, after a long silence, up to this person; null: nobody. */
  lookedThrough: person('looked_through'),
  /** How many would be removed after such a look, and since when the admins are asked about it. */
  removalsFound: integer('removals_found'),
  removalsAskedAt: instant('removals_asked_at'),
});

/** Who should be in which chat, and who was seen there. A worker makes the two agree. */
export const memberships = pgTable(
  'memberships',
  {
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    chatId: group('chat_id').notNull(),
    wanted: text('wanted').$type<Wanted>().notNull(),
    seen: text('seen').$type<Seen>().notNull().default('unknown'),
    seenAt: instant('seen_at'),
    /** When the worker looks at it next; null: there is nothing to do. */
    nextTryAt: instant('next_try_at'),
    /** Since when there is something to do; null: there is nothing, or they have to do something first. */
    pendingSince: instant('pending_since'),
    lastError: text('last_error'),
    /** Failures in a row. */
    tries: integer('tries').notNull().default(0),
    /** They were approved since the worker last looked: a join request may wait, and a ban is lifted. */
    isFresh: flag('is_fresh').notNull().default(false),
    /** Whether they are removed where they are wanted out and are in. */
    toRemove: flag('to_remove').notNull().default(false),
    /** Since when a join request of theirs waits; null: none is known. */
    joinRequestedAt: instant('join_requested_at'),
    /** The time of the verdict for which a join request was declined, once they were told. */
    toldOfVerdict: instant('told_of_verdict'),
    /** When the admins were told that they are in although nobody approved them. */
    strangerToldAt: instant('stranger_told_at'),
    /** When they were first seen in, since they were let in last; null: never. */
    joinedAt: instant('joined_at'),
    /** When they were given the link; null: not yet. */
    invitedAt: instant('invited_at'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.chatId] }),
    check('memberships_wanted_known', sql`${t.wanted} in ('in', 'out')`),
    check('memberships_seen_known', sql`${t.seen} in ('unknown', 'member', 'left', 'kicked', 'admin')`),
    index('memberships_due')
      .on(t.chatId, t.wanted, t.toRemove, t.nextTryAt)
      .where(sql`${t.nextTryAt} is not null`),
    index('memberships_pending')
      .on(t.chatId, t.pendingSince)
      .where(sql`${t.pendingSince} is not null`),
    index('memberships_of_a_chat').on(t.chatId, t.personId),
    index('memberships_to_invite')
      .on(t.chatId, t.personId)
      .where(sql`${t.wanted} = 'in' and ${t.invitedAt} is null`),
    index('memberships_to_remove')
      .on(t.chatId, t.personId)
      .where(sql`${t.wanted} = 'out' and ${t.toRemove} and ${t.seen} = 'member'`),
  ],
);

/**
 * How many rows of `memberships` a chat has: in all, of people who are wanted in, who of them were seen in, where there is something
 * to do, where that has failed so far, and where a join request waits. Triggers keep it up to date.
 */
export const membershipCounts = pgTable('membership_counts', {
  chatId: group('chat_id').primaryKey(),
  wantedIn: integer('wanted_in').notNull().default(0),
  seenIn: integer('seen_in').notNull().default(0),
  pending: integer('pending').notNull().default(0),
  failing: integer('failing').notNull().default(0),
  people: integer('people').notNull().default(0),
  joinRequests: integer('join_requests').notNull().default(0),
});

/** The one-time links to the desk. The code in a link is not in here, only its SHA-256 in hex. */
export const loginLinks = pgTable(
  'login_links',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    codeHash: text('code_hash').notNull(),
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** The message that has the link, in `bot_messages`. */
    botMessageId: int64('bot_message_id').notNull(),
  },
  (t) => [
    uniqueIndex('login_links_by_code').on(t.codeHash),
    index('login_links_by_person').on(t.personId),
    index('login_links_by_expiry').on(t.expiresAt),
  ],
);

/** Who is signed in at the desk. The token of a session is not in here, only its SHA-256 in hex. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** The SHA-256 of the Mini App's data that it was made from, in hex; null: it was made from a link. */
    madeFrom: text('made_from'),
    /** The link that it was made from; null: it was made from a Mini App's data. */
    linkId: int64('link_id'),
  },
  (t) => [
    uniqueIndex('sessions_once_from_the_same')
      .on(t.madeFrom)
      .where(sql`${t.madeFrom} is not null`),
    index('sessions_by_person').on(t.personId),
    index('sessions_by_expiry').on(t.expiresAt),
    index('sessions_by_link')
      .on(t.linkId)
      .where(sql`${t.linkId} is not null`),
  ],
);

/**
 * Who is, or was, to be forgotten: a row for each time. Rows are never deleted: after a backup from before is restored, they say
 * whom to erase again.
 */
export const erasures = pgTable(
  'erasures',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    personId: person('person_id')
      .notNull()
      .references(() => people.id),
    askedAt: instant('asked_at').notNull(),
    cause: text('cause').$type<ErasureCause>().notNull(),
    /** When everything was erased; null: it has yet to be. */
    erasedAt: instant('erased_at'),
    /** When nothing of it was left in SQLite's log, and the lists outside the database had it; null: that has yet to be seen to. */
    finishedAt: instant('finished_at'),
  },
  (t) => [
    check('erasures_cause_known', sql`${t.cause} in ('chat', 'form', 'command', 'retention', 'restore')`),
    index('erasures_of_a_person').on(t.personId, t.askedAt),
    index('erasures_unfinished')
      .on(t.id)
      .where(sql`${t.finishedAt} is null`),
  ],
);

/** The daemon's own state, one row per name. */
export const daemonState = pgTable('daemon_state', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
