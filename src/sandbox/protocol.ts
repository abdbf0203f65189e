import type { MessageEntity } from '@grammyjs/types';

/**
 * What the sandbox's server and its page tell each other.
 *
 * `GET /events` is a stream of server-sent events: each `message` holds a whole `Scene` as JSON, the first one at once.
 * `POST /actions` takes an `Action` as JSON and answers with an `ActionAnswer`; whatever it changes comes as a new `Scene`.
 *
 * This file holds types only and imports nothing of the rest, so that the page is compiled with it alone. Instants are milliseconds since
 * 1970 by the sandbox's clock, lengths of time are milliseconds.
 */

/** Everything the page shows. */
export interface Scene {
  readonly clock: {
    readonly now: number;
    /** How far it is ahead of the machine's. */
    readonly ahead: number;
  };
  readonly bot: { readonly id: number; readonly name: string; readonly username: string };
  readonly daemon: DaemonView;
  /** The faults that are switched on. */
  readonly faults: readonly FaultName[];
  /** Whether the cards go to a group of the admins. */
  readonly group: boolean;
  /** Clients first, then admins. */
  readonly phones: readonly Phone[];
  /** How many people there are besides those whose phones are shown. */
  readonly crowd: number;
  /** The life of a request, from the daemon's own table. Never changes. */
  readonly lifecycle: Lifecycle;
  /** The newest first. */
  readonly requests: readonly RequestView[];
  /** The history of all requests, the newest first. */
  readonly events: readonly EventView[];
  /** What the bot owes or owed to chats, the newest first. */
  readonly outbox: readonly OutboxView[];
  readonly tally: Tally;
  /** The last presses that have been answered or never will be, the oldest first. */
  readonly presses: readonly AnsweredPress[];
}

export interface AnsweredPress {
  /** As in the answer to the action. */
  readonly number: number;
  readonly view: PressView;
}

/** `starting` until it is at work, `failed` where it ended by itself. */
export type DaemonState = 'starting' | 'running' | 'stopping' | 'stopped' | 'killed' | 'failed';

export interface DaemonView {
  readonly state: DaemonState;
  /** Null while none runs. */
  readonly pid: number | null;
  /** How often one was started. */
  readonly starts: number;
  /** The last lines of its log, of earlier starts too, the oldest first. */
  readonly log: readonly LogLineView[];
}

export interface LogLineView {
  /** Grows by one with each line. */
  readonly number: number;
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly at: number;
  readonly text: string;
}

/**
 * - `telegram_away`: connections are refused
 * - `lost_answers`: every other message arrives, but the bot hears no answer and has to send it again
 * - `too_many_requests`: every message is refused with 429 and a few seconds to wait
 */
export type FaultName = 'telegram_away' | 'lost_answers' | 'too_many_requests';

export interface Phone {
  readonly person: PersonView;
  /** The private chat with the bot; for an admin the group too, if there is one. */
  readonly chats: readonly ChatView[];
}

export interface PersonView {
  readonly id: number;
  readonly name: string;
  /** Without the @. */
  readonly username: string | null;
  /** The language of their Telegram: `en`. */
  readonly language: string;
  readonly role: 'client' | 'admin';
  /** Whether they have blocked the bot. */
  readonly blocked: boolean;
}

export interface ChatView {
  readonly id: number;
  readonly kind: 'private' | 'group';
  /** The bot's name, or the group's. */
  readonly title: string;
  /** False before they first press Start: until then there is nothing but that button. Always true in a group. */
  readonly started: boolean;
  /** The oldest first; at most the last 200. */
  readonly messages: readonly MessageView[];
  /** The message that asks them for a reply: their client has the reply to it open. */
  readonly forceReply: { readonly messageId: number; readonly placeholder: string | null } | null;
  /** What their client lists while they type a command. */
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

export interface MessageView {
  /** Unique within its chat. */
  readonly id: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  /** Whether whoever holds this phone wrote it. */
  readonly mine: boolean;
  readonly at: number;
  readonly edited: boolean;
  readonly media: 'photo' | 'video' | 'document' | 'sticker' | 'voice' | null;
  /** What it says; the caption of a photo. Empty where there is nothing but media. */
  readonly text: string;
  /** As Telegram gives them: offsets and lengths in UTF-16 units, nested ones after what holds them. */
  readonly entities: readonly MessageEntity[];
  /** The message of this chat it answers, shortened to a line; `id` may be of one that is no longer there. */
  readonly replyTo: { readonly id: number; readonly name: string; readonly text: string } | null;
  /** Rows of buttons under it. */
  readonly buttons: readonly (readonly ButtonView[])[];
}

export interface ButtonView {
  readonly text: string;
  /** What a press sends. */
  readonly data: string;
}

export interface Lifecycle {
  /** Every status, in the order of the daemon's own list. */
  readonly statuses: readonly string[];
  /** `from` is null where there is no request yet. */
  readonly arrows: readonly {
    readonly from: string | null;
    readonly to: string;
    readonly commands: readonly string[];
  }[];
}

/** A row of the table `requests`. */
export interface RequestView {
  readonly id: number;
  readonly client: string;
  readonly clientId: number;
  readonly status: string;
  readonly message: string;
  readonly round: number;
  readonly submittedAt: number;
  readonly expiresAt: number;
  readonly decidedAt: number | null;
  /** The admin who decided. */
  readonly reviewedBy: string | null;
  readonly reason: string | null;
  readonly appealCount: number;
  /** What can become of it as it stands, also by waiting; nothing where its client has a newer one. */
  readonly ways: readonly Way[];
}

export interface Way {
  readonly command: string;
  readonly to: string;
}

/** A message in a chat of the scene, which may no longer be there. */
export interface MessageRef {
  readonly chat: number;
  readonly message: number;
}

/** A row of the table `request_events`. */
export interface EventView {
  readonly id: number;
  readonly requestId: number;
  readonly command: string;
  readonly from: string | null;
  readonly to: string;
  /** Null: the bot by itself. */
  readonly actor: string | null;
  readonly at: number;
  readonly reason: string | null;
  /** The message that made it happen; null for a press, and for what the bot did by itself. */
  readonly by: MessageRef | null;
}

/** A row of the table `outbox`. */
export interface OutboxView {
  readonly id: number;
  /** Whose chat it is for: a person's name or the group's. */
  readonly to: string;
  /** What kind of message it is, in plain words: `new card`, `approval`. */
  readonly what: string;
  /** The change of a request that owes it; null where none does. */
  readonly event: number | null;
  /** The message it became, or is to change; null until there is one. */
  readonly message: MessageRef | null;
  readonly requestId: number | null;
  /** Whether it changes a message that is there. */
  readonly isEdit: boolean;
  readonly state: 'owed' | 'sent' | 'superseded' | 'undeliverable';
  /** Whether it is on its way at this moment. */
  readonly inFlight: boolean;
  readonly attempts: number;
  /** How many attempts may have arrived without the bot's hearing of it. */
  readonly unknownOutcomes: number;
  readonly notBefore: number | null;
  readonly lastError: string | null;
  readonly createdAt: number;
  readonly settledAt: number | null;
}

/**
 * The promise in numbers. Nothing is missing when nothing waits, nothing is owed and Telegram has forgotten nothing. The
 * bot keeps what it has sent for 30 days, so the figures of the outbox are of that time.
 */
export interface Tally {
  /**
   * Everything people did that Telegram keeps for the bot, so far; less `updatesWaiting` and `updatesForgotten` it is what
   * the bot has taken.
   */
  readonly updatesMade: number;
  /** What people did that the bot has not taken from Telegram yet. */
  readonly updatesWaiting: number;
  /** What waited until Telegram gave it up: presses after 150 seconds, all else after 24 hours. */
  readonly updatesForgotten: number;
  readonly owed: number;
  readonly sent: number;
  readonly undeliverable: number;
  /** The most messages that can have arrived twice. */
  readonly unknownOutcomes: number;
  /** Calls of the bot that broke a rule of Telegram; there should be none. */
  readonly violations: number;
}

/** What a visitor does. `person`, `chat` and `message` are ids from the scene. */
export type Action =
  /** They press Start, or Restart where they have blocked the bot: that unblocks it and sends /start. */
  | { readonly type: 'start'; readonly person: number }
  | {
      readonly type: 'send';
      readonly person: number;
      readonly chat: number;
      /** 1 to 4096 UTF-16 units. */
      readonly text: string;
      /** The message it answers. */
      readonly replyTo: number | null;
    }
  | {
      readonly type: 'attach';
      readonly person: number;
      readonly chat: number;
      readonly media: 'photo' | 'sticker' | 'voice';
    }
  /** They change the text of a message of theirs. */
  | {
      readonly type: 'edit';
      readonly person: number;
      readonly chat: number;
      readonly message: number;
      readonly text: string;
    }
  /** They press a button. What the bot answers comes with a scene, at the latest after 15 seconds. */
  | {
      readonly type: 'press';
      readonly person: number;
      readonly chat: number;
      readonly message: number;
      readonly data: string;
    }
  | { readonly type: 'block'; readonly person: number }
  /** Time jumps forward, for Telegram and for the bot. */
  | { readonly type: 'advance'; readonly by: Jump }
  | { readonly type: 'fault'; readonly fault: FaultName; readonly on: boolean }
  /** The daemon ends as in a power cut, ends as asked, or is started again. */
  | { readonly type: 'daemon'; readonly do: 'kill' | 'stop' | 'start' }
  /** So many strangers ask for access at once. */
  | { readonly type: 'burst' }
  /** All over: empty chats, a new database, and the cards in a group or in each admin's chat. */
  | { readonly type: 'fresh'; readonly group: boolean };

export type Jump = '1h' | '1d' | '7d';

/**
 * `press` comes with a press only: its number, by which a scene tells what the bot answered. It does not wait for that: a
 * browser has six connections to a server, and presses that nobody answers would hold them all.
 */
export type ActionAnswer =
  | { readonly ok: true; readonly press?: number }
  /** Why it can't be done, as a sentence for the visitor. */
  | { readonly ok: false; readonly error: string };

/** What someone sees after a press: a short-lived line, a box to be closed, nothing, or still no answer after 15 seconds. */
export type PressView =
  | { readonly kind: 'toast'; readonly text: string }
  | { readonly kind: 'alert'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unanswered' };
