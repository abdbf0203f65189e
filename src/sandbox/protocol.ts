import type { MessageEntity } from '@grammyjs/types';

/**
 * The protocol between the sandbox's server and its page.
 *
 * `GET /photos/ID` is a photo that the bot has sent, `GET /mails/ID` the HTML of a mail.
 * `GET /events` is a stream of server-sent events: each `message` holds a complete `Snapshot` as JSON, the first one at once.
 * `POST /actions` takes an `Action` as JSON and answers with an `ActionAnswer`; its effects arrive as a new `Snapshot`.
 *
 * This file has only types and imports nothing else of the project, so the page can be compiled with it alone. Instants are
 * milliseconds since 1970 by the sandbox's clock, durations are milliseconds.
 */

/** Everything the page shows. */
export interface Snapshot {
  /** Which session this is: each one after the first begins where a visitor has started over. */
  readonly session: number;
  readonly clock: {
    readonly now: number;
    /** How far it is ahead of the machine's clock. */
    readonly ahead: number;
  };
  readonly bot: { readonly id: number; readonly name: string; readonly username: string };
  readonly daemon: DaemonView;
  /** The faults that are switched on. */
  readonly faults: readonly FaultName[];
  /** Whether the cards go to a group of the admins. */
  readonly group: boolean;
  /** The daemon's APPROVALS_NEEDED. */
  readonly approvalsNeeded: number;
  /** Clients first, then admins. */
  readonly phones: readonly Phone[];
  /** The number of people without a phone on the page. */
  readonly crowd: number;
  /** The transitions of a request, from the daemon's own table. Never changes. */
  readonly lifecycle: Lifecycle;
  /** Newest first. */
  readonly requests: readonly RequestView[];
  /** The history of all requests, newest first. */
  readonly events: readonly EventView[];
  /** The address of the form for people without Telegram; null: there is none, since it takes mail. */
  readonly form: string | null;
  /** The mails that the bot has sent, whoever they are for, newest first; null: there is no mail here. */
  readonly mails: readonly MailView[] | null;
  /** The bot's messages, newest first. */
  readonly outbox: readonly OutboxView[];
  readonly totals: Totals;
  /** The last presses that were answered or given up, oldest first. */
  readonly presses: readonly AnsweredPress[];
}

export interface AnsweredPress {
  /** The press's number in the answer to the action. */
  readonly number: number;
  readonly view: PressView;
}

/** `starting`: until it is ready; `failed`: it ended by itself. */
export type DaemonState = 'starting' | 'running' | 'stopping' | 'stopped' | 'killed' | 'failed';

export interface DaemonView {
  readonly state: DaemonState;
  /** Null if none is running. */
  readonly pid: number | null;
  /** How often it was started. */
  readonly starts: number;
  /** The last lines of its log, across starts, oldest first. */
  readonly log: readonly LogLineView[];
}

export interface LogLineView {
  /** Increases by one with each line. */
  readonly number: number;
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly at: number;
  readonly text: string;
}

/**
 * - `telegram_away`: connections are refused
 * - `lost_answers`: every other message arrives, but the bot gets no answer and has to repeat it
 * - `too_many_requests`: every message is refused with a 429 and a few seconds to wait
 */
export type FaultName = 'telegram_away' | 'lost_answers' | 'too_many_requests';

export interface Phone {
  readonly person: PersonView;
  /** The private chat with the bot, the community's group while they are in it and, for an admin, the group of the admins if there is one. */
  readonly chats: readonly ChatView[];
  /** The community's group; null for its owner, and while the bot has no link to it. */
  readonly community: CommunityView | null;
}

export interface CommunityView {
  readonly title: string;
  /** `asked`: their join request waits. */
  readonly state: 'out' | 'asked' | 'in';
}

export interface PersonView {
  readonly id: number;
  readonly name: string;
  /** Without the @. */
  readonly username: string | null;
  /** The language of their client: `en`. */
  readonly language: string;
  readonly role: 'client' | 'admin';
  /** Whether they have blocked the bot. */
  readonly blocked: boolean;
}

export interface ChatView {
  readonly id: number;
  /** `group`: that of the admins. */
  readonly kind: 'private' | 'group' | 'community';
  /** The bot's name, or the group's. */
  readonly title: string;
  /** False before they first press Start or the bot writes to them: until then there is only that button. Always true in a group. */
  readonly started: boolean;
  /** Oldest first; at most the last 200. */
  readonly messages: readonly MessageView[];
  /** The message that asks them for a reply: their client has opened the reply to it. */
  readonly forceReply: { readonly messageId: number; readonly placeholder: string | null } | null;
  /** What their client lists while they type a command. */
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

export interface MessageView {
  /** Unique within its chat. */
  readonly id: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  /** Whether this phone's owner wrote it. */
  readonly mine: boolean;
  readonly at: number;
  readonly edited: boolean;
  readonly media: 'photo' | 'video' | 'document' | 'sticker' | 'voice' | null;
  /** Where a photo of the bot's is to be had, and its size in pixels. */
  readonly photo: { readonly address: string; readonly width: number; readonly height: number } | null;
  /** Somebody came or went: nobody's words, but Telegram's. */
  readonly service: { readonly kind: 'joined' | 'left'; readonly name: string } | null;
  /** The text, or the caption of media; may be empty. */
  readonly text: string;
  /** As in the Bot API: offsets and lengths in UTF-16 units, nested ones after those that contain them. */
  readonly entities: readonly MessageEntity[];
  /** The message in this chat that it replies to, shortened to a line; `id` may be of a message that is gone. */
  readonly replyTo: { readonly id: number; readonly name: string; readonly text: string } | null;
  /** Rows of buttons under it. */
  readonly buttons: readonly (readonly ButtonView[])[];
}

export type ButtonView =
  | {
      readonly text: string;
      /** The callback data of a press. */
      readonly data: string;
    }
  | {
      readonly text: string;
      /** The address it opens. */
      readonly url: string;
    }
  | {
      readonly text: string;
      /** The text it copies. */
      readonly copy: string;
    };

export interface Lifecycle {
  /** All statuses, in the order of the daemon's list. */
  readonly statuses: readonly string[];
  /** `from` is null if there is no request yet. */
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
  /** The possible transitions of the request, including those of time; none if its client has a newer one. */
  readonly transitions: readonly PossibleTransition[];
}

export interface PossibleTransition {
  readonly command: string;
  readonly to: string;
}

/** A message in a chat of the snapshot; it may be gone. */
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
  /** Null: the bot itself. */
  readonly actor: string | null;
  readonly at: number;
  readonly reason: string | null;
  /** The message that caused it; null for a press and for what the bot did by itself. */
  readonly by: MessageRef | null;
}

/** A mail of the bot's, as it came. */
export interface MailView {
  /** Increases by one with each mail. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly at: number;
  /** The address of its HTML; null: it has none. */
  readonly html: string | null;
  readonly text: string;
  /** Its headers. */
  readonly head: string;
}

/** A row of the table `outbox`. */
export interface OutboxView {
  readonly id: number;
  /** The chat it is for: a person's name or the group's title. */
  readonly to: string;
  readonly channel: 'telegram' | 'email' | 'sms';
  /** The kind of message, as a label: `new card`, `approval`. */
  readonly what: string;
  /** The change of a request that caused it; null if none did. */
  readonly event: number | null;
  /** The message it became, or is to edit; null until there is one. */
  readonly message: MessageRef | null;
  readonly requestId: number | null;
  /** Whether it edits an existing message. */
  readonly isEdit: boolean;
  readonly state: 'owed' | 'sent' | 'superseded' | 'undeliverable';
  /** Whether it is being sent at this moment. */
  readonly inFlight: boolean;
  readonly attempts: number;
  /** How many attempts may have arrived although the bot got no answer. */
  readonly unknownOutcomes: number;
  readonly notBefore: number | null;
  readonly lastError: string | null;
  readonly createdAt: number;
  readonly settledAt: number | null;
}

/**
 * The promise in figures: nothing is missing once nothing is waiting, nothing is unsent and Telegram has dropped nothing. The bot
 * keeps sent messages for 30 days, so the outbox figures cover that time.
 */
export interface Totals {
  /** The number of updates so far. Minus `updatesWaiting` and `updatesForgotten`, it is the number that the bot has taken. */
  readonly updatesMade: number;
  /** Updates that the bot hasn't taken from Telegram yet. */
  readonly updatesWaiting: number;
  /** Updates that expired: presses after 150 seconds, all others after 24 hours. */
  readonly updatesForgotten: number;
  readonly owed: number;
  readonly sent: number;
  readonly undeliverable: number;
  /** The most messages that can have arrived twice. */
  readonly unknownOutcomes: number;
  /** Calls by the bot that broke a rule of Telegram; there should be none. */
  readonly violations: number;
}

/** What a visitor can do. `person`, `chat` and `message` are IDs from the snapshot. */
export type Action =
  /** Press Start, or Restart if they have blocked the bot: that unblocks it and sends /start. */
  | { readonly type: 'start'; readonly person: number }
  | {
      readonly type: 'send';
      readonly person: number;
      readonly chat: number;
      /** 1 to 4096 UTF-16 units. */
      readonly text: string;
      /** The message it replies to. */
      readonly replyTo: number | null;
    }
  | {
      readonly type: 'attach';
      readonly person: number;
      readonly chat: number;
      readonly media: 'photo' | 'sticker' | 'voice';
    }
  /** Edit the text of one of their messages. */
  | {
      readonly type: 'edit';
      readonly person: number;
      readonly chat: number;
      readonly message: number;
      readonly text: string;
    }
  /** Press a button. The bot's answer comes with a snapshot, after 15 seconds at most. */
  | {
      readonly type: 'press';
      readonly person: number;
      readonly chat: number;
      readonly message: number;
      readonly data: string;
    }
  /** Press a button with an invite link, and join or ask to by what it shows. */
  | {
      readonly type: 'open';
      readonly person: number;
      readonly chat: number;
      readonly message: number;
      readonly url: string;
    }
  /** Ask to join the community's group, by the bot's link. */
  | { readonly type: 'join'; readonly person: number }
  /** Leave that group. */
  | { readonly type: 'leave'; readonly person: number }
  | { readonly type: 'block'; readonly person: number }
  /**
   * Open the desk as an admin: as Telegram opens a Mini App in a frame, or by the link that the bot sends after /desk. The answer
   * has the address.
   */
  | { readonly type: 'desk'; readonly person: number; readonly as: 'mini_app' | 'link' }
  /** Move the time forward, for Telegram and for the bot. */
  | { readonly type: 'advance'; readonly by: Jump }
  | { readonly type: 'fault'; readonly fault: FaultName; readonly on: boolean }
  /** Kill, stop or start the daemon. */
  | { readonly type: 'daemon'; readonly do: 'kill' | 'stop' | 'start' }
  /** A crowd requests access at once. */
  | { readonly type: 'burst' }
  /** Restart the daemon with another APPROVALS_NEEDED; everything else stays as it is. */
  | { readonly type: 'approvals'; readonly needed: ApprovalsNeeded }
  /** Restart: empty chats, a new database, and the cards in a group or in each admin's chat. */
  | { readonly type: 'fresh'; readonly group: boolean };

/** There are two admins. */
export type ApprovalsNeeded = 1 | 2;

export type Jump = '1h' | '1d' | '7d';

/**
 * `press` is only there for a press: the number by which a snapshot names the bot's answer. The server doesn't wait for that
 * answer: a browser allows six connections to a server, and unanswered presses would use them all. `open` is the address that an
 * action was to open.
 */
export type ActionAnswer =
  | { readonly ok: true; readonly press?: number; readonly open?: string }
  /** Why it isn't possible, as a sentence for the visitor. */
  | { readonly ok: false; readonly error: string };

/** What somebody sees after a press: a toast, an alert, nothing, or no answer after 15 seconds. */
export type PressView =
  | { readonly kind: 'toast'; readonly text: string }
  | { readonly kind: 'alert'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unanswered' };
