import type { Dialect } from '../../src/store/engine';
import { instant, numbers } from './plan';

// A long history in which everything that can be is about the same few: one admin decided and asked everything, one group
// has every card, one request has thousands of events and messages.

/** So many of each; no webhook tells of the last event. */
export const rows = 20_000;
export const admin = 7;
/** The client who has asked for nothing yet. */
export const newcomer = 2_000_000;
export const group = -1_000_000_000_100;
export const busyRequest = 1;
export const busyMessage = 1;
export const longAgo = Date.UTC(2025, 11, 1, 12);

/** Statements that write the history down, on an empty database; nothing in it waits. */
export function historyOf(dialect: Dialect): readonly string[] {
  const { head, from } = numbers(dialect, rows);
  const at = instant(dialect, longAgo);
  return [
    `INSERT INTO people (id, name) VALUES (${newcomer}, 'Anna')`,
    `${head} INSERT INTO people (id, name) SELECT i, 'Anna' FROM ${from}`,
    // The admin was a client once, and changed their mind a lot.
    `${head} INSERT INTO requests (client_id, message, status, round, submitted_at, expires_at, appeal_count,
       reviewed_by, decided_at, appeal_told_at)
     SELECT CASE WHEN i % 2 = 0 THEN i ELSE ${admin} END, 'Please', CASE WHEN i % 2 = 0 THEN 'rejected' ELSE 'withdrawn' END,
       1, ${at}, ${at}, 0, CASE WHEN i % 2 = 0 THEN ${admin} END, CASE WHEN i % 2 = 0 THEN ${at} END, ${at} FROM ${from}`,
    `${head} INSERT INTO request_events (request_id, event, to_status, actor_id, at, message, round, digest)
     SELECT i, 'submit', 'pending', ${admin}, ${at}, 'Please', 1, 'none' FROM ${from}`,
    `${head} INSERT INTO access_states (person_id, access, since, request_id, version)
     SELECT i, i % 2 = 0, ${at}, i, i FROM ${from}`,
    `${head} INSERT INTO webhook_events (event_id, body, state, created_at, attempts, next_try_at, timed_at, settled_at)
     SELECT i, '{}', 'delivered', ${at}, 1, ${at}, ${at}, ${at} FROM ${from} WHERE i < ${rows}`,
    `${head} INSERT INTO request_notes (request_id, author_id, at, text) SELECT i, ${admin}, ${at}, 'Known' FROM ${from}`,
    `${head} INSERT INTO request_messages (request_id, round, kind, author_id, at, text)
     SELECT i, 1, 'addition', ${admin}, ${at}, 'By train' FROM ${from}`,
    `${head} INSERT INTO bot_messages (kind, recipient_id, message_id, request_id, round, person_id, created_at)
     SELECT CASE WHEN i % 20 = 0 THEN 'digest' WHEN i % 2 = 0 THEN 'card' ELSE 'reason_question' END, ${group}, i, i, 1,
       CASE WHEN i % 2 = 1 THEN ${admin} END, ${at} FROM ${from}`,
    `${head} INSERT INTO outbox (recipient_id, notice, priority, request_id, bot_message_id, state, created_at, attempts,
       unknown_outcomes, settled_at, message_id)
     SELECT ${group}, '{"kind":"digest"}', 2, CASE WHEN i % 2 = 0 THEN i ELSE ${busyRequest} END,
       CASE WHEN i % 2 = 0 THEN i ELSE ${busyMessage} END, 'sent', ${at}, 1, 0, ${at}, i FROM ${from}`,
    `INSERT INTO access_chats (chat_id, added_at) VALUES (${group}, ${at})`,
    `${head} INSERT INTO memberships (person_id, chat_id, wanted, seen, seen_at, invited_at)
     SELECT i, ${group}, 'in', 'member', ${at}, ${at} FROM ${from}`,
    `${head} INSERT INTO updates (update_id, content, at, chat_id, message_id)
     SELECT i, 'content', ${at}, ${group}, i FROM ${from}`,
  ];
}
