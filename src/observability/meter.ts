import type { Instant, Millis } from '../lifecycle/ids';
import type { VoteEvent } from '../lifecycle/transition';
import type { Owed } from '../store/queries/outbox';

/** The kinds of update there are; `other`: one that Telegram has added since. */
export const measuredUpdateKinds = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'other'] as const;
export type UpdateKind = (typeof measuredUpdateKinds)[number];

/** What became of an update. `repeated`: it had had its effect before; `ignored`: its sender floods. */
export const updateOutcomes = ['handled', 'repeated', 'ignored', 'parked'] as const;
export type UpdateOutcome = (typeof updateOutcomes)[number];

/** An update whose effects, if it has any, are committed. */
export interface SettledUpdate {
  readonly kind: UpdateKind;
  readonly outcome: UpdateOutcome;
}

/** Why a poll was not answered with updates. `foreign_poller`: another program polls with the same token. */
export const pollTroubles = [
  'unreachable',
  'malformed',
  'webhook',
  'foreign_poller',
  'token_refused',
  'refused',
] as const;
export type PollTrouble = (typeof pollTroubles)[number];

export const sendMethods = ['sendMessage', 'editMessageText'] as const;
export type SendMethod = (typeof sendMethods)[number];

/**
 * How an attempt to send ended. `retried`: it certainly did not arrive and is tried again; `limited`: the same, Telegram
 * asks to wait (429); `unknown`: it may have arrived, and is repeated; `blocked`: the recipient can't be written to;
 * `undeliverable`: Telegram refuses the message for good; `moved`: the group has a new ID; `gone`: the message to be
 * edited is no longer there.
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

/** How the backups stand. */
export interface BackupsSeen {
  /** The newest whole one; null: there is none. */
  readonly newest: { readonly at: Instant; readonly bytes: number } | null;
  /** It should not be older; null: nobody expects any. */
  readonly maxAge: Millis | null;
  /** None could be made since. */
  readonly failing: boolean;
  /** When one was last restored to see that it can be; null: never. */
  readonly lastDrill: Instant | null;
}

/**
 * Hears of what has happened, for whoever watches the daemon. It costs next to nothing where nobody does. None of these
 * throws, waits, or keeps what it is given.
 */
export interface Meter {
  /** A poll has ended. If all is as designed, the next one will have ended within `nextWithin`. */
  polled(end: 'answered' | PollTrouble, nextWithin: Millis): void;
  /** These came together and are committed, `took` after they had come. */
  settled(updates: readonly SettledUpdate[], took: Millis): void;
  /** A handler failed on an update; it is tried again, or parked. */
  handlingFailed(): void;
  /** These messages have been committed, each with the change it tells of. */
  owed(rows: readonly Owed[]): void;
  /** An admin has approved a request that needs more approvals, or taken that back. It is committed. */
  voted(event: VoteEvent): void;
  /** An attempt to send has ended. */
  sent(method: SendMethod, outcome: SendOutcome): void;
  /** A look at what is due is over. */
  swept(took: Millis, end: 'done' | 'failed'): void;
  /** Somebody has looked how the backups stand, which the process that acts does each minute. */
  backupsSeen(backups: BackupsSeen): void;
}

/** A meter for where nobody reads metrics: `health` is told what it needs, and nobody the rest. */
export function meterFor(health: Pick<Meter, 'polled' | 'settled' | 'sent'>): Meter {
  return {
    polled: (end, nextWithin) => health.polled(end, nextWithin),
    sent: (method, outcome) => health.sent(method, outcome),
    settled: (updates, took) => health.settled(updates, took),
    handlingFailed() {},
    owed() {},
    voted() {},
    swept() {},
    backupsSeen() {},
  };
}
