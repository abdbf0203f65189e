import { z } from '@hono/zod-openapi';
import { longestNote, longestReason } from '../lifecycle/limits';
import { statuses } from '../lifecycle/request';

// What goes over the wire, once: it validates requests, strips from answers what is not declared, and makes /openapi.json.
// A name given with `openapi` is that of the schema in the document.

const time = z.iso.datetime().openapi({ description: 'In UTC', example: '2026-11-30T14:05:00.000Z' });
const id = z.int().min(1);
const count = z.int().min(0);
/** Seconds, without a fraction. */
const seconds = z.int().min(0);

const statusSchema = z.enum(statuses).openapi('Status');

const namedPerson = z
  .object({ id, name: z.string().openapi({ description: 'May be empty' }) })
  .openapi('NamedPerson', { description: 'Somebody, by the number that requests and filters know them by' });

const clientSchema = z
  .object({
    ...namedPerson.shape,
    telegram_id: id.nullable().openapi({ description: 'Null: not on Telegram' }),
    username: z.string().nullable().openapi({ description: 'Without @' }),
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
    source: z.enum(['chat', 'form', 'join']).openapi({ description: 'How it came in; join: by asking to join a chat' }),
    round: id.openapi({ description: 'Increases with each appeal, undo and reopening' }),
    submitted_at: time.openapi({ description: 'The start of the current round' }),
    expires_at: time,
    decided_at: time.nullable(),
    reviewed_by: namedPerson.nullable().openapi({ description: 'Null unless an admin decided' }),
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
    from: statusSchema.nullable(),
    to: statusSchema,
    event: z.string().openapi({ description: 'What happened', example: 'approve' }),
    actor: namedPerson.nullable().openapi({ description: 'Null: it happened by itself' }),
    at: time,
    reason: z.string().nullable(),
    via: z.enum(['chat', 'desk', 'form', 'system']),
  })
  .openapi('Event');

const noteSchema = z
  .object({ id, author: namedPerson, at: time, text: z.string() })
  .openapi('Note', { description: 'Never shown to the client' });

const talkSchema = z
  .object({
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
    state: z
      .enum(['in', 'invited', 'left', 'banned', 'by_hand'])
      .openapi({ description: 'by_hand: out, and only a human can remove them' }),
  })
  .openapi('ChatAccess');

export const actions = ['approve', 'reject', 'undo', 'revoke', 'reopen', 'note'] as const;

/** A request with everything about it. */
export const detailsSchema = z
  .object({
    ...itemSchema.shape,
    events: z.array(eventSchema).openapi({ description: 'Oldest first' }),
    notes: z.array(noteSchema).openapi({ description: 'Oldest first' }),
    talk: z.array(talkSchema).openapi({ description: 'Oldest first' }),
    texts: z
      .array(z.object({ round: id, at: time, message: z.string() }))
      .openapi({ description: 'The client’s texts of earlier rounds, oldest first' }),
    messages: z.array(messageSchema).openapi({ description: 'Newest first' }),
    access: z.array(accessSchema),
    may: z
      .array(z.enum(actions))
      .openapi({ description: 'What whoever asks can do now. A program that reads can do nothing' }),
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
    is_unreachable: z.boolean().openapi({ description: 'The bot can’t write to them' }),
    access: z.array(accessSchema),
    requests: z.array(itemSchema).openapi({ description: 'Newest first' }),
    older: count.openapi({ description: 'How many older requests are left out' }),
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

/** A text that is not only white space. */
const text = (longest: number) => z.string().max(longest).regex(/\S/, 'must not be empty');
const reason = text(longestReason).nullish().openapi({ description: 'For the client' });

export const decisionSchema = z
  .strictObject({ decision: z.enum(['approve', 'reject']), reason })
  .openapi('Decision', { description: 'An approval has no reason' });

/** The body of an undo, a revocation and a reopening. */
export const reasonSchema = z.strictObject({ reason }).openapi('Reason');

export const newNoteSchema = z.strictObject({ text: text(longestNote) }).openapi('NewNote');

/** The longest init_data that is looked at. */
const longestInitData = 4096;

export const loginSchema = z
  .union([
    z.strictObject({
      init_data: z
        .string()
        .min(1)
        .openapi({ description: `As it came; at most ${longestInitData} characters count` }),
    }),
    z.strictObject({
      code: z.string().min(1).max(200).openapi({ description: 'From the fragment of a one-time link' }),
    }),
  ])
  .openapi('Login');

export const sessionSchema = z
  .object({ expires_at: time, admin: namedPerson, community: z.string() })
  .openapi('Session');

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
    code: z.string().optional().openapi({ description: 'Why a request is refused', example: 'not_pending' }),
    decided_by: namedPerson.nullable().optional(),
    decided_at: time.nullable().optional(),
    request: detailsSchema.optional(),
  })
  .openapi('Problem');

const wholeNumber = z
  .string()
  .regex(/^\d{1,16}$/, 'must be a whole number')
  .transform(Number);
const idText = wholeNumber.pipe(z.number().int().min(1).max(Number.MAX_SAFE_INTEGER));
const timeText = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** The numbers in a path. */
export const idParams = z.strictObject({ id: idText });

const filters = {
  status: z.array(statusSchema).optional(),
  q: z.string().max(1000).optional(),
  reviewer: idText.optional(),
  client: idText.optional(),
  from: timeText.optional(),
  to: timeText.optional(),
};

/** What requests are filtered by. */
export const filterQuery = z.strictObject(filters);

export const pageQuery = z.strictObject({
  ...filters,
  limit: wholeNumber.pipe(z.number().int().min(1).max(200)).default(50),
  after: z.string().max(500).optional(),
});

export const statsQuery = z.strictObject({ days: wholeNumber.pipe(z.number().int().min(1).max(366)).default(30) });

export const noQuery = z.strictObject({});
