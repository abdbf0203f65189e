/** Why a request is refused: names that stay the same, whatever the sentences say. */
export const problemCodes = [
  // What any request can meet.
  ...([
    'bad_request',
    'unauthorized',
    'forbidden',
    'not_found',
    'method_not_allowed',
    'timed_out',
    'conflict',
  ] as const),
  ...(['changed', 'body_too_large', 'wrong_media_type', 'wrong_host', 'invalid', 'if_match_missing'] as const),
  ...(['too_many_attempts', 'headers_too_large', 'internal', 'unavailable'] as const),
  // What is told apart of those.
  ...(['foreign_page', 'read_only', 'unclear_search', 'unknown_cursor', 'busy'] as const),
  // Of a table that the bot was to send.
  ...(['too_large', 'chat_closed', 'unanswered'] as const),
  // Of a decision.
  ...([
    'own_request',
    'no_request',
    'already_pending',
    'already_approved',
    'not_pending',
    'expired',
    'not_due',
  ] as const),
  ...(['earlier_round', 'nothing_to_appeal', 'appeal_not_open', 'appeal_closed', 'appeals_used_up'] as const),
  ...(['already_voted', 'no_vote', 'nothing_to_undo', 'not_your_decision', 'undo_too_late', 'not_approved'] as const),
  ...(['nothing_to_reopen', 'open_instead'] as const),
] as const;
export type ProblemCode = (typeof problemCodes)[number];
