import { z } from 'zod';
import { recipientId } from '../../src/lifecycle/ids';
import { statuses, type Vote } from '../../src/lifecycle/request';
import { talkEvents, voteEvents } from '../../src/lifecycle/transition';
import { seenStates } from '../../src/store/rows';
import type { Notice } from '../../src/notices/notice';
import type { Call, Violation } from '../../src/telegram-double/call-log';
import type { Chats } from '../../src/telegram-double/chats';
import type { Community } from '../../src/telegram-double/communities';
import type { Engine, World } from '../e2e/world';
import type { Act } from './doors';
import type { Accepted } from './endpoint';
import type { Mailboxes } from './mailboxes';
import type { Delivered } from './post';

/** What a run leaves behind, for the checker: it takes nobody's word for anything. */
export interface Evidence {
  /** Every call of the bot, as the Bot API double saw it. */
  readonly calls: readonly Call[];
  /** Calls against Telegram's rules. */
  readonly misuse: readonly Violation[];
  readonly chats: Chats;
  /** The admins by the settings, who are the owners. */
  readonly admins: readonly number[];
  /** Whom the owners make admins in the chat, and remove again. */
  readonly helpers: readonly number[];
  /** Whom the bot could not write to at some time: they had blocked it, or had never opened the chat with it. */
  readonly unreachable: ReadonlySet<number>;
  /** How many messages each person wrote that are to be answered in words. */
  readonly written: ReadonlyMap<number, number>;
  /** How often each client pressed a button under a text that the bot had offered to send. */
  readonly pressed: ReadonlyMap<number, number>;
  /** The chats of the community. */
  readonly doors: readonly Community[];
  /** What humans did there. */
  readonly acts: readonly Act[];
  /** The webhooks that the endpoint has taken, in that order. */
  readonly webhooks: readonly Accepted[];
  /** The mails that the relay has, in the order in which they came. */
  readonly delivered: readonly Delivered[];
  /** Who has named an address, and typed a code for it; and who has done both before anything went wrong. */
  readonly named: Mailboxes['named'];
  readonly typed: Mailboxes['typed'];
  readonly settled: Mailboxes['settled'];
  /** Where somebody gets their mail. */
  readonly addressOf: (person: { readonly id: number }) => string;
  /** Updates that still wait at Telegram. */
  readonly waiting: number;
  readonly requests: readonly RequestRow[];
  readonly events: readonly EventRow[];
  /** What is owed through Telegram. */
  readonly outbox: readonly OutboxRow[];
  /** What is owed by mail. */
  readonly mails: readonly OutboxRow[];
  readonly botMessages: readonly BotMessageRow[];
  readonly administrators: readonly AdministratorRow[];
  readonly notes: readonly NoteRow[];
  readonly talk: readonly TalkRow[];
  readonly memberships: readonly MembershipRow[];
  /** The ids in the table of updates, one for each row. */
  readonly updates: readonly number[];
  /** What the database itself finds wrong with its data. */
  readonly damage: readonly string[];
  /** All that the daemons wrote to stdout and stderr. */
  readonly output: readonly string[];
  readonly token: string;
}

const person = z.number();
const instant = z.number();
const status = z.enum(statuses);

const requestRow = z.object({
  id: z.number(),
  client_id: person,
  message: z.string(),
  status,
  round: z.number(),
  reviewed_by: person.nullable(),
  decided_at: instant.nullable(),
  reason: z.string().nullable(),
  source: z.string(),
  appeal_count: z.number(),
  // The boundary: the column holds what src/lifecycle/request.ts says.
  votes: z.nullable(z.string()).transform((text) => (text === null ? [] : (JSON.parse(text) as readonly Vote[]))),
});
export type RequestRow = z.infer<typeof requestRow>;

const eventRow = z.object({
  id: z.number(),
  request_id: z.number(),
  event: z.enum([
    'submit',
    'appeal',
    'withdraw',
    ...voteEvents,
    ...talkEvents,
    'approve',
    'reject',
    'undo',
    'revoke',
    'reopen',
    'describe',
    'expire',
  ]),
  from_status: status.nullable(),
  to_status: status,
  actor_id: person.nullable(),
  at: instant,
  reason: z.string().nullable(),
  update_id: z.number().nullable(),
  message: z.string(),
  round: z.number(),
});
export type EventRow = z.infer<typeof eventRow>;

const outboxRow = z.object({
  id: z.number(),
  recipient_id: z.number().transform(recipientId),
  channel: z.enum(['telegram', 'email']),
  // The boundary: the outbox holds what src/notices/notice.ts says.
  notice: z.string().transform((text) => JSON.parse(text) as Notice),
  priority: z.number(),
  request_id: z.number().nullable(),
  bot_message_id: z.number().nullable(),
  edit_message_id: z.number().nullable(),
  state: z.enum(['owed', 'sent', 'superseded', 'undeliverable']),
  unknown_outcomes: z.number(),
  last_error: z.string().nullable(),
  message_id: z.number().nullable(),
  created_at: instant,
});
export type OutboxRow = z.infer<typeof outboxRow>;

const botMessageRow = z.object({
  id: z.number(),
  kind: z.string(),
  recipient_id: z.number(),
  message_id: z.number().nullable(),
  request_id: z.number().nullable(),
  round: z.number().nullable(),
});
export type BotMessageRow = z.infer<typeof botMessageRow>;

const administratorRow = z.object({
  telegram_id: z.number(),
  added_by: person,
  removed_by: person.nullable(),
});
export type AdministratorRow = z.infer<typeof administratorRow>;

const noteRow = z.object({ request_id: z.number(), author_id: person, text: z.string() });
export type NoteRow = z.infer<typeof noteRow>;

const talkRow = noteRow.extend({ kind: z.enum(['question', 'answer', 'addition']) });
export type TalkRow = z.infer<typeof talkRow>;

const membershipRow = z.object({
  person_id: person,
  chat_id: z.number(),
  wanted: z.enum(['in', 'out']),
  seen: z.enum(seenStates),
  to_remove: z.union([z.boolean(), z.number()]).transform(Boolean),
});
export type MembershipRow = z.infer<typeof membershipRow>;

/** What those know of themselves who take part: the crowd, the endpoint of the webhooks and the mail relay. */
export type Outside = Pick<
  Evidence,
  | ('helpers' | 'unreachable' | 'written' | 'pressed' | 'doors' | 'acts' | 'webhooks')
  | ('delivered' | 'named' | 'typed' | 'settled' | 'addressOf')
>;

/** Reads what a world has come to; the daemon has stopped. */
export async function gather(
  world: World,
  engine: Engine,
  outside: Outside,
  output: Evidence['output'],
): Promise<Evidence> {
  const { double } = world;
  const all = async <T>(row: z.ZodType<T>, sql: string): Promise<readonly T[]> =>
    z.array(row).parse(await world.rows(sql));
  const owed = await all(outboxRow, 'SELECT * FROM outbox ORDER BY id');
  const updates = await all(z.object({ update_id: z.number() }), 'SELECT update_id FROM updates');
  return {
    ...outside,
    output,
    calls: double.callLog.calls,
    misuse: double.violations,
    chats: double.chats,
    admins: world.admins.map(({ id }) => id),
    waiting: double.updates.pending,
    requests: await all(requestRow, 'SELECT * FROM requests ORDER BY id'),
    events: await all(eventRow, 'SELECT * FROM request_events ORDER BY id'),
    outbox: owed.filter(({ channel }) => channel === 'telegram'),
    mails: owed.filter(({ channel }) => channel === 'email'),
    botMessages: await all(botMessageRow, 'SELECT * FROM bot_messages'),
    administrators: await all(administratorRow, 'SELECT * FROM administrators ORDER BY id'),
    notes: await all(noteRow, 'SELECT * FROM request_notes ORDER BY id'),
    talk: await all(talkRow, 'SELECT * FROM request_messages ORDER BY id'),
    memberships: await all(membershipRow, 'SELECT * FROM memberships'),
    updates: updates.map(({ update_id }) => update_id),
    damage: await damage(world, engine),
    token: double.token,
  };
}

const orphans = [
  ['requests', 'client_id', 'people'],
  ['request_events', 'request_id', 'requests'],
  ['request_notes', 'request_id', 'requests'],
  ['request_messages', 'request_id', 'requests'],
  ['bot_messages', 'request_id', 'requests'],
  ['outbox', 'request_id', 'requests'],
  ['outbox', 'bot_message_id', 'bot_messages'],
  ['memberships', 'person_id', 'people'],
  ['webhook_events', 'event_id', 'request_events'],
] as const;

async function damage(world: World, engine: Engine): Promise<readonly string[]> {
  const found: string[] = [];
  if (engine === 'sqlite') {
    const sound = JSON.stringify([{ integrity_check: 'ok' }]);
    const said = JSON.stringify(await world.rows('PRAGMA integrity_check'));
    if (said !== sound) found.push(`PRAGMA integrity_check: ${said}`);
    for (const row of await world.rows('PRAGMA foreign_key_check'))
      found.push(`a lost reference ${JSON.stringify(row)}`);
  }
  for (const [table, column, of] of orphans) {
    const where = `${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM ${of})`;
    const rows = await world.rows(`SELECT ${column} FROM ${table} WHERE ${where}`);
    if (rows.length > 0) found.push(`${rows.length} rows of ${table} refer to ${of} that do not exist`);
  }
  const miscounted = await world.rows(`SELECT status FROM request_counts c
    WHERE count <> (SELECT count(*) FROM requests r WHERE r.status = c.status)`);
  for (const row of miscounted) found.push(`the count of ${String(row['status'])} requests is wrong`);
  for (const { update_id, error } of await world.rows('SELECT update_id, error FROM parked_updates')) {
    found.push(`update ${String(update_id)} was parked: ${String(error)}`);
  }
  return found;
}
