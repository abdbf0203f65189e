import type { Instant, Millis } from '../lifecycle/ids';
import type { VoteEvent } from '../lifecycle/transition';
import type { Owed } from '../store/queries/outbox';
import type { ContactMedium } from '../store/rows';

/** The kinds of updates; `other`: one that Telegram has added since. */
export const measuredUpdateKinds = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'chat_join_request',
  'chat_member',
  'other',
] as const;
export type UpdateKind = (typeof measuredUpdateKinds)[number];

/** What became of an update. `repeated`: it had already taken effect; `ignored`: its sender floods. */
export const updateOutcomes = ['handled', 'repeated', 'ignored', 'parked'] as const;
export type UpdateOutcome = (typeof updateOutcomes)[number];

/** An update whose effects, if any, are committed. */
export interface SettledUpdate {
  readonly kind: UpdateKind;
  readonly outcome: UpdateOutcome;
}

/** Why a poll failed. `foreign_poller`: another program polls with the same token. */
export const pollTroubles = [
  'unreachable',
  'malformed',
  'webhook',
  'foreign_poller',
  'token_refused',
  'refused',
] as const;
export type PollTrouble = (typeof pollTroubles)[number];

/** What was to be sent: a new message, a picture, or the edit of an earlier message; or a message by another channel than Telegram. */
export const sentKinds = ['message', 'picture', 'edit', 'email', 'sms'] as const;
export type SentKind = (typeof sentKinds)[number];

/**
 * How an attempt to send ended. `retried`: it certainly did not arrive and is tried again; `limited`: the same, because Telegram
 * asks to wait (429); `unknown`: it may have arrived, and is repeated; `blocked`: the recipient can't be written to;
 * `undeliverable`: Telegram refuses the message for good; `moved`: the group has a new ID; `gone`: the message to edit no longer
 * exists.
 */
export const sendOutcomes = [
  'accepted',
  'retried',
  'limited',
  'unknown',
  'blocked',
  'undeliverable',
  'moved',
  'gone',
] as const;
export type SendOutcome = (typeof sendOutcomes)[number];

/** How an attempt to send a webhook ended. `retried`: it is made again later; `gone`: the endpoint wants no more webhooks. */
export const webhookOutcomes = ['delivered', 'retried', 'given_up', 'gone'] as const;
export type WebhookOutcome = (typeof webhookOutcomes)[number];

/** The state of the backups. */
export interface BackupsSeen {
  /** The newest complete one; null if there is none. */
  readonly newest: { readonly at: Instant; readonly bytes: number } | null;
  /** The age it should not exceed; null if no backups are expected. */
  readonly maxAge: Millis | null;
  /** Whether the last attempt failed. */
  readonly failing: boolean;
  /** When one was last restored as a drill; null: never. */
  readonly lastDrill: Instant | null;
}

/** Receives events for monitoring. Costs next to nothing without monitoring. No method throws, waits, or keeps its arguments. */
export interface Meter {
  /** A poll has ended. If all goes well, the next one ends within `nextWithin`. */
  polled(end: 'answered' | PollTrouble, nextWithin: Millis): void;
  /** These updates arrived together and are committed, `took` after their arrival. */
  settled(updates: readonly SettledUpdate[], took: Millis): void;
  /** A handler failed on an update; it is tried again, or set aside. */
  handlingFailed(): void;
  /** These messages were committed, each with the change that caused it. */
  owed(rows: readonly Owed[]): void;
  /** An admin has approved a request that needs more approvals, or taken that back. It is committed. */
  voted(event: VoteEvent): void;
  /** An attempt to send has ended. */
  sent(what: SentKind, outcome: SendOutcome): void;
  /** A channel other than Telegram takes no messages, for this reason; null: it does. */
  channelAway(channel: ContactMedium, reason: string | null): void;
  /** An SMS of so many parts was taken by the gateway, or may have been. */
  smsTaken(parts: number): void;
  /** An attempt to send a webhook has ended, and that is committed. */
  webhookTried(outcome: WebhookOutcome): void;
  /** A sweep has ended. */
  swept(took: Millis, end: 'done' | 'failed'): void;
  /** The state of the backups was checked, which the active process does every minute. */
  backupsSeen(backups: BackupsSeen): void;
  /** The desk has answered a request, or its reader has gone. `route` is one of those that the desk has, or `page` or `none`. */
  deskAnswered(route: string, status: number, took: Millis): void;
  /** So many streams of events are open at the desk. */
  deskStreams(open: number): void;
}

/** What the health has to know. */
export type HealthMeter = Pick<Meter, 'polled' | 'settled' | 'sent' | 'channelAway'>;

/** The meter without metrics: passes on to `health` what it needs, and nothing else. */
export function meterFor(health: HealthMeter): Meter {
  return {
    polled: (end, nextWithin) => health.polled(end, nextWithin),
    sent: (what, outcome) => health.sent(what, outcome),
    channelAway: (channel, reason) => health.channelAway(channel, reason),
    settled: (updates, took) => health.settled(updates, took),
    handlingFailed() {},
    owed() {},
    voted() {},
    smsTaken() {},
    webhookTried() {},
    swept() {},
    backupsSeen() {},
    deskAnswered() {},
    deskStreams() {},
  };
}
