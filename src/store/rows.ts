/** What a message of the bot is to somebody who presses or replies to it. */
export type BotMessageKind =
  | 'card'
  | 'shown_card'
  | 'queue_card'
  | 'digest'
  | 'reminder'
  | 'request_question'
  | 'appeal_question'
  | 'reason_question'
  | 'ask_question'
  | 'admins_question'
  | 'join_question'
  | 'new_admin_question'
  | 'desk_link';

/** A question of the admins about a request, or what its client wrote after the request: an answer, or of their own accord. */
export type TalkKind = 'question' | 'answer' | 'addition';

/** A row of the outbox is unsent until it is settled in one of three ways. */
export type OutboxState = 'owed' | 'sent' | 'superseded' | 'undeliverable';

/** A webhook is unsent until it is settled in one of two ways. */
export type WebhookState = 'owed' | 'delivered' | 'given_up';

/** The channels that messages are sent through. */
export type ChannelName = 'telegram' | ContactMedium;

/** The kind of a contact's address, and the channel that reaches it. */
export type ContactMedium = 'email' | 'sms';

/** When something is sent to a contact: where Telegram can't reach its owner, or whatever Telegram can. */
export type ContactMode = 'fallback' | 'both';

/** Whether somebody should be in a chat. */
export type Wanted = 'in' | 'out';

/** Where somebody was when Telegram last said. `admin`: of the chat, or its owner; `kicked`: banned. */
export const seenStates = ['unknown', 'member', 'left', 'kicked', 'admin'] as const;
export type Seen = (typeof seenStates)[number];

/** Why somebody is forgotten: they asked for it, by chat or by the form; the operator did; RETENTION; or a backup brought them back. */
export type ErasureCause = 'chat' | 'form' | 'command' | 'retention' | 'restore';

/** How a request came in. */
export type RequestSource = 'chat' | 'join' | 'form';
