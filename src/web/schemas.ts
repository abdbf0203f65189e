import { z } from '@hono/zod-openapi';
import { isInvisible } from '../i18n/invisible';
import { longestNote, longestReason } from '../lifecycle/limits';
import { statuses } from '../lifecycle/request';
import { problemCodes } from './problem-codes';

// What goes over the wire, once: it validates requests, strips from answers what is not declared, and makes /openapi.json.
// A name given with `openapi` is that of the schema in the document.

const time = z.iso.datetime().openapi({ description: 'In UTC', example: '2026-11-30T14:05:00.000Z' });
const id = z.int().min(1);
const count = z.int().min(0);
/** Seconds, without a fraction. */
const seconds = z.int().min(0);

const statusSchema = z.enum(statuses).openapi('Status');

/** A schema with a name of its own, or null: `nullable` would be lost in the document. */
const orNull = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()]);

const namedPerson = z
  .object({ id, name: z.string().openapi({ description: 'May be empty' }) })
  .openapi('NamedPerson', { description: 'Somebody, by the number that requests and filters know them by' });

const clientSchema = z
  .object({
    ...namedPerson.shape,
    telegram_id: id.nullable().openapi({ description: 'Null: not on Telegram' }),
    username: z.string().nullable().openapi({ description: 'Without @' }),
    address: z.string().nullable().openapi({ description: 'Where mail goes to somebody who is not on Telegram' }),
  })
  .openapi('Client');

const approval = z.object({ ...namedPerson.shape, at: time }).openapi('Approval');

/** A request as lists have it. */
export const itemSchema = z
  .object({
    id,
    status: statusSchema,
    client: clientSchema,
    message: z.string().openapi({ description: 'Of the current round' }),
    erased_at: time.nullable().openapi({ description: 'When what the client wrote was erased; null: it was not' }),
    source: z.enum(['chat', 'form', 'join']).openapi({ description: 'How it came in; join: by asking to join a chat' }),
    round: id.openapi({ description: 'Increases with each appeal, undo and reopening' }),
    submitted_at: time.openapi({ description: 'The start of the current round' }),
    expires_at: time,
    decided_at: time.nullable(),
    reviewed_by: orNull(namedPerson).openapi({ description: 'Null unless an admin decided' }),
    co_approvers: z
      .array(namedPerson)
      .openapi({ description: 'Once it is approved: the other admins whose approvals it took, oldest first' }),
    reason: z.string().nullable(),
    appeal_count: count,
    last_rejected_at: time.nullable(),
    approvals: z
      .array(approval)
      .openapi({ description: 'While it waits: the admins who have approved it, oldest first' }),
    approvals_needed: id,
  })
  .openapi('Request');

const countsSchema = z
  .object({
    pending: count,
    approved: count,
    rejected: count,
    expired: count,
    withdrawn: count,
    revoked: count,
  })
  .openapi('Counts');

export const pageSchema = z
  .object({
    items: z
      .array(itemSchema)
      .openapi({ description: 'With rare filters, fewer than the limit although there are more' }),
    next: z.string().nullable().openapi({ description: 'What `after` is for the next page; null: there is none' }),
    counts: countsSchema.openapi({ description: 'All requests, whatever the filters' }),
  })
  .openapi('RequestPage');

const eventSchema = z
  .object({
    id,
    from: orNull(statusSchema),
    to: statusSchema,
    event: z.string().openapi({ description: 'What happened', example: 'approve' }),
    actor: orNull(namedPerson).openapi({ description: 'Null: it happened by itself' }),
    co_approvers: z
      .array(namedPerson)
      .openapi({ description: 'Of an approval that took several: the other admins, oldest first' }),
    at: time,
    reason: z.string().nullable(),
    erased: z.boolean().openapi({ description: 'It had a text or a reason, which was erased' }),
    via: z.enum(['chat', 'desk', 'form', 'system']),
  })
  .openapi('Event');

const noteSchema = z
  .object({ id, author: namedPerson, at: time, text: z.string() })
  .openapi('Note', { description: 'Never shown to the client' });

const talkSchema = z
  .object({
    id,
    kind: z.enum(['question', 'answer', 'addition']),
    author: namedPerson,
    at: time,
    text: z.string(),
    round: id,
  })
  .openapi('TalkLine', { description: 'An admin’s question, the client’s answer, or what they added' });

const messageSchema = z
  .object({
    id,
    channel: z.string(),
    state: z.enum(['owed', 'sent', 'undeliverable']),
    what: z.string().openapi({ description: 'The kind of message', example: 'client_news' }),
    created_at: time,
    settled_at: time.nullable(),
    error: z.string().nullable(),
  })
  .openapi('Message', { description: 'A message to the client' });

const accessSchema = z
  .object({
    chat: z.int().openapi({ description: 'As Telegram numbers it' }),
    title: z.string(),
    state: z.enum(['in', 'invited', 'not_on_telegram', 'left', 'banned', 'by_hand']).openapi({
      description:
        'not_on_telegram: approved, and invited once they have a Telegram account; by_hand: out, and only a human can remove them',
    }),
  })
  .openapi('ChatAccess');

export const actions = ['approve', 'reject', 'undo', 'revoke', 'reopen', 'note'] as const;

/** A request with everything about it. */
export const detailsSchema = z
  .object({
    ...itemSchema.shape,
    events: z.array(eventSchema).openapi({ description: 'The newest, oldest first' }),
    event_count: count.openapi({ description: 'How many there are in all' }),
    notes: z.array(noteSchema).openapi({ description: 'The newest, oldest first' }),
    note_count: count,
    talk: z.array(talkSchema).openapi({ description: 'The newest, oldest first' }),
    talk_count: count,
    texts: z
      .array(z.object({ round: id, at: time, message: z.string() }))
      .openapi({ description: 'What the client wrote in other rounds, oldest first: the first text and the newest' }),
    messages: z.array(messageSchema).openapi({ description: 'Newest first' }),
    access: z.array(accessSchema),
    may: z
      .array(z.enum(actions))
      .openapi({ description: 'What whoever asks can do now. A program that reads can do nothing' }),
    undo_until: time.nullable().openapi({
      description: 'Until when whoever asks can take their decision back; null: there is none, or they can’t',
    }),
    ready_reasons: z
      .array(z.object({ name: z.string().openapi({ example: 'reason_1' }), text: z.string() }))
      .openapi({ description: 'Sentences that a rejection may give, as the client would read them' }),
    etag: z.string().openapi({ description: 'For If-Match', example: '"12-1-345"' }),
  })
  .openapi('RequestDetails');

export const personSchema = z
  .object({
    ...clientSchema.shape,
    language: z.string().nullable(),
    is_admin: z.boolean(),
    unreachable_since: time.nullable().openapi({ description: 'Since when the bot can’t write to them' }),
    access_since: time.nullable().openapi({ description: 'Since when they have access; null: they have none' }),
    access: z.array(accessSchema),
    requests: z.array(itemSchema).openapi({ description: 'Newest first' }),
    older: count.openapi({ description: 'How many older requests are left out; 10,000 at most are counted' }),
  })
  .openapi('Person');

const dayOutcomes = {
  submitted: count.openapi({ description: 'Appeals among them' }),
  approved: count,
  rejected: count,
  expired: count,
  withdrawn: count,
  revoked: count,
};

export const statsSchema = z
  .object({
    since: time,
    until: time,
    time_zone: z.string().openapi({ description: 'In which days begin', example: 'Europe/Berlin' }),
    counts: countsSchema,
    days: z
      .array(
        z.object({
          date: z.iso.date(),
          ...dayOutcomes,
          waiting: count.openapi({ description: 'How many waited at the end of the day' }),
          median_seconds: seconds.nullable(),
          p90_seconds: seconds.nullable(),
        }),
      )
      .openapi({ description: 'Oldest first; the last one is today' }),
    time_to_decision: z
      .object({ decisions: count, median_seconds: seconds.nullable(), p90_seconds: seconds.nullable() })
      .openapi({ description: 'From the start of the round to its approval or rejection; null: there was none' }),
    reviewers: z
      .array(
        z.object({
          ...namedPerson.shape,
          is_admin: z.boolean(),
          approved: count,
          rejected: count,
          revoked: count,
          median_seconds: seconds.nullable(),
        }),
      )
      .openapi({ description: 'Who decided most first' }),
  })
  .openapi('Stats');

/** How long a text may be: a JSON Schema counts characters, and many count as two here. */
const atMost = (longest: number): string =>
  `At most ${longest} UTF-16 units, as JavaScript counts: an emoji is two or more`;

/** A text that says something, and that a database can hold. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?![\s\S]*\x00)[\s\S]*\S/, 'must not be empty, and has no NUL')
    .refine((said) => !isInvisible(said), 'must have something to see')
    .refine((said) => said.isWellFormed(), 'must be characters of Unicode');
const reasonFor = (whom: string) =>
  text(longestReason)
    .nullish()
    .openapi({ description: `${whom}. ${atMost(longestReason)}` });
const reason = reasonFor('For the client');

export const decisionSchema = z
  .strictObject({ decision: z.enum(['approve', 'reject']), reason })
  .refine(({ decision, reason: given }) => decision === 'reject' || given == null, {
    path: ['reason'],
    error: 'must be missing or null: an approval has no reason',
  })
  .openapi('Decision', {
    description: 'An approval has no reason',
    not: {
      properties: { decision: { enum: ['approve'] }, reason: { type: 'string' } },
      required: ['decision', 'reason'],
    },
  });

/** The body of a revocation. */
export const reasonSchema = z.strictObject({ reason }).openapi('Reason');

/** The body of an undo and of a reopening. */
export const ownReasonSchema = z
  .strictObject({ reason: reasonFor('For the admins: the history has it, and the client is not told') })
  .openapi('OwnReason');

export const newNoteSchema = z
  .strictObject({
    text: text(longestNote).openapi({ description: atMost(longestNote) }),
    after: count.optional().openapi({
      description:
        'The `id` of the newest note that you know of, 0 where there is none: a later one of yours in the same words is this one, and isn’t stored twice. Leave it as it was when you send a note again',
    }),
  })
  .openapi('NewNote');

/** The longest init_data that is looked at. */
const longestInitData = 4096;

export const loginSchema = z
  .union(
    [
      z.strictObject({
        init_data: z
          .string()
          .min(1)
          .openapi({ description: `As it came; at most ${longestInitData} characters count` }),
      }),
      z.strictObject({
        code: z.string().min(1).max(200).openapi({ description: 'From the fragment of a one-time link' }),
      }),
    ],
    'must have either code or init_data',
  )
  .openapi('Login');

export const sessionSchema = z
  .object({
    expires_at: time,
    admin: namedPerson,
    community: z.string(),
    language: z
      .string()
      .nullable()
      .openapi({ description: 'In which the bot writes to this admin; null: in its default language', example: 'ru' }),
  })
  .openapi('Session');

/** Who calls: an admin, or a program with API_TOKEN. */
export const whoSchema = z.union([
  sessionSchema,
  z
    .object({ expires_at: z.null(), admin: z.null(), community: z.string() })
    .openapi('Program', { description: 'Whoever has API_TOKEN' }),
]);

export const newSessionSchema = z
  .object({ ...sessionSchema.shape, token: z.string().openapi({ description: 'For Authorization: Bearer' }) })
  .openapi('NewSession');

/** Of RFC 9457. `errors` has every wrong field; `request` is the request as it is now, for 409 and 412. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string().openapi({ example: '#/reason' }), detail: z.string() })).optional(),
    code: z
      .enum(problemCodes)
      .openapi({ description: 'Why a request is refused, for programs', example: 'not_pending' }),
    decided_by: orNull(namedPerson).optional(),
    decided_at: time.nullable().optional(),
    request: detailsSchema.optional(),
  })
  .openapi('Problem');

/** A number in a path or a query, where everything is text: only digits are one, as JSON writes them. */
const digits = (minimum: number, maximum: number, fallback?: number) => {
  const number = z
    .string()
    .regex(/^(0|[1-9]\d{0,15})$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum));
  const document = { type: 'integer', minimum, maximum } as const;
  return fallback === undefined
    ? number.openapi(document)
    : number.default(fallback).openapi({ ...document, default: fallback });
};
const idText = digits(1, Number.MAX_SAFE_INTEGER);

const notATime = 'must be a time as in RFC 3339, with its zone';
/** Far from what the databases can hold, and from all that happens. */
const earliest = 0;
const latest = Date.UTC(9000, 0);
/** https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const timeText = (description: string) =>
  z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(
      z
        .string()
        .regex(rfc3339, notATime)
        .pipe(z.iso.datetime({ offset: true, error: notATime })),
    )
    .transform((text) => Math.min(Math.max(Date.parse(text), earliest), latest))
    .openapi({ type: 'string', format: 'date-time', description });

/** The numbers in a path. */
export const idParams = z.strictObject({ id: idText });

const longestSearch = 1000;

const filters = {
  status: z
    .array(statusSchema)
    .transform((named) => [...new Set(named)])
    .optional(),
  q: z
    .string()
    .max(longestSearch)
    .openapi({ description: atMost(longestSearch) })
    .optional(),
  reviewer: idText.optional(),
  client: idText.optional(),
  from: timeText('From then on').optional(),
  to: timeText('Before then').optional(),
};

/** What requests are filtered by. */
export const filterQuery = z.strictObject(filters);

export const pageQuery = z.strictObject({
  ...filters,
  limit: digits(1, 200, 50),
  after: z.string().max(500).optional(),
});

export const statsQuery = z.strictObject({ days: digits(1, 366, 30) });

/** As Telegram numbers people. */
export const telegramParams = z.strictObject({ telegram_id: idText });

const accessState = {
  access: z.boolean(),
  since: time.nullable().openapi({ description: 'Since when that is so; null: they never had access' }),
  request: id.nullable().openapi({ description: 'The request that it is by' }),
  version: count.openapi({ description: 'Greater than that of every earlier change, whomever it is about; 0: none' }),
};
export const accessStateSchema = z.object(accessState).openapi('AccessState');
export const accessChangesSchema = z
  .object({
    items: z.array(z.object({ telegram_id: id.nullable(), ...accessState })),
    version: count.openapi({
      description: 'What `after` is next time; less than it was: the database is older than you, begin again at 0',
    }),
  })
  .openapi('AccessChanges');
export const accessChangesQuery = z.strictObject({
  after: digits(0, Number.MAX_SAFE_INTEGER, 0),
});

export const textsQuery = z.strictObject({
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'must be a language tag, such as ru or pt-BR')
    .max(35)
    .optional(),
});
export const deskTextsSchema = z
  .looseObject({ language: z.string(), languages: z.array(z.string()) })
  .openapi('DeskTexts', { description: 'For the page alone' });

export const noQuery = z.strictObject({});
