import { addressOf, choose } from '../contacts/choose';
import { noteDeadAddress } from '../contacts/dead-address';
import { showOnCards } from '../contacts/show-on-cards';
import type { PersonId } from '../lifecycle/ids';
import type { Log, LogFields } from '../observability/log';
import type { Channel, Pace, SendResult } from '../outbox/channel';
import type { Recipient, ResolvedMessage } from '../outbox/resolve';
import type { Clock } from '../process/clock';
import type { Transaction } from '../transaction/transaction';
import { isGivenUp, outagePauses, pauseAfter } from './retry-schedule';
import { Suspicions, type Presumed } from './suspicions';
import { ToldOutage, type Medium } from './told-outage';

/** What the answer of a server (a relay or a gateway) means, and so what is to be done about it. */
export type Meaning =
  | { readonly is: 'taken' }
  /** It takes no messages from us: nothing was sent. It is `broken` if somebody has to do something about it. */
  | { readonly is: 'away'; readonly broken: boolean }
  /** It failed, and whether that is because of this recipient only shows with another one (`Suspicions`). */
  | {
      readonly is: 'unclear';
      readonly presumed: Presumed;
      /** If it is the server's, somebody has to do something about it. */
      readonly broken: boolean;
      /** It has hardly been sent, but may have been. */
      readonly maybeSent: boolean;
    }
  /** Not now, to this recipient. */
  | { readonly is: 'deferred' }
  /** It may have been sent. */
  | { readonly is: 'unknown' }
  /** There is no such address, or nobody gets anything there any more. */
  | { readonly is: 'dead' }
  /** Whoever has the address has told the server that they want nothing there. */
  | { readonly is: 'stopped' }
  /** The server refuses this very message. */
  | { readonly is: 'refused' };

/** How handing a message over ended, and how the log and the admins are told what the server said. */
export interface HandedOver {
  readonly meaning: Meaning | { readonly is: 'broken_off'; readonly outcomeUnknown: boolean };
  readonly error: string;
}

/** How a channel and its messages are called. */
export interface Names {
  readonly medium: Medium;
  /** Its name in the log. */
  readonly title: string;
  /** Its messages: `mail`. */
  readonly what: string;
  /** One of them: `a mail`. */
  readonly one: string;
  /** Where they go: `email address`. */
  readonly address: string;
  /** What the names of log actions begin with. */
  readonly actions: 'mail' | 'sms';
}

export interface AddressChannelPorts {
  readonly clock: Clock;
  readonly log: Log;
  /** For monitoring: why nothing leaves; null: it does. */
  readonly onOutage: (reason: string | null) => void;
}

/**
 * While a server fails in a way in which it may have sent the message, that one is tried so often as one is tried whose channel is away:
 * about half an hour. Then it has the rhythm of a message that is not taken, or its reader could get it every minute for days.
 */
export const mostQuickRepeats = 30;

/** A channel to addresses of people's own, through a server that takes messages from us. `Words`: a message as that server takes it. */
export abstract class AddressChannel<Words> implements Channel {
  readonly name: Medium;
  readonly title: string;
  readonly outagePauses = outagePauses;
  abstract readonly pace: Pace;
  private readonly suspicions = new Suspicions();
  private readonly outage: ToldOutage;

  protected constructor(
    private readonly names: Names,
    private readonly common: AddressChannelPorts,
  ) {
    const { medium, title, what } = names;
    this.name = medium;
    this.title = title;
    this.outage = new ToldOutage({ channel: medium, what, log: common.log, onOutage: common.onOutage });
  }

  /** Words a message; null: it doesn't leave by this channel. May throw. */
  protected abstract word(message: ResolvedMessage, address: string): Words | null;
  /** Hands a message to the server. Never throws. */
  protected abstract handOver(words: Words, address: string, signal: AbortSignal): Promise<HandedOver>;

  async send(message: ResolvedMessage, signal: AbortSignal): Promise<SendResult> {
    const { recipient, address } = message;
    if (recipient.kind === 'group' || address === null) return this.withoutAddress(recipient);
    const forbidden = this.whyNotTo(address);
    if (forbidden !== null) return this.withoutAddress(recipient, forbidden);
    const words = this.wordsOrNull(message, address);
    if (words === null) return { end: 'unworded', error: `it could not be worded as ${this.names.one}` };
    return this.resultOf(message, recipient.id, address, await this.handOver(words, address, signal));
  }

  /** Why nothing is sent to an address that works; null: it is. */
  protected whyNotTo(_address: string): string | null {
    return null;
  }

  logFields(recipient: Recipient): LogFields {
    return { details: { channel: this.name, recipient: recipient.id } };
  }

  private withoutAddress(
    recipient: Recipient,
    error = `the recipient has no ${this.names.address} that works`,
  ): SendResult {
    if (recipient.kind === 'group') return { end: 'no_address', error };
    return { end: 'no_address', error, follow: (tx) => showOnCards(tx, recipient.id) };
  }

  /** One of another version's, or a bug: it is logged and shown as undeliverable, and holds nothing else up. */
  private wordsOrNull(message: ResolvedMessage, address: string): Words | null {
    const { log } = this.common;
    const { row, recipient } = message;
    const fields = { details: { ...this.logFields(recipient).details, outboxId: row.id, kind: row.notice.kind } };
    try {
      const words = this.word(message, address);
      if (words === null) log.error(`a message can’t be sent as ${this.names.one} and is undeliverable`, fields);
      return words;
    } catch (error) {
      log.error('a message could not be rendered and is undeliverable', { ...fields, error });
      return null;
    }
  }

  private resultOf(
    { row }: ResolvedMessage,
    person: PersonId,
    address: string,
    { meaning, error }: HandedOver,
  ): SendResult {
    const { outage, suspicions } = this;
    const { log } = this.common;
    switch (meaning.is) {
      case 'taken':
        suspicions.accepted(person);
        return { end: 'sent', messageId: null, ...outage.back() };
      case 'broken_off':
        return { end: 'again', outcomeUnknown: meaning.outcomeUnknown, after: null, error, onlyThem: true };
      case 'away':
        return outage.away(meaning.broken, error);
      case 'unclear': {
        const { presumed, broken, maybeSent } = meaning;
        if (!suspicions.isOfChannel(person, presumed)) return this.whenBack(row, person, maybeSent, error);
        if (!maybeSent || row.unknownOutcomes < mostQuickRepeats) return outage.away(broken, error, maybeSent);
        return { ...this.whenBack(row, person, maybeSent, error), ...outage.failed(broken, error) };
      }
      case 'deferred':
        // An answer about this message shows that the server takes others.
        return { ...this.againOrNever(row, person, false, error), ...outage.back() };
      case 'unknown':
        // Whether the server works at all, it has not said.
        return { ...this.whenBack(row, person, true, error), ...outage.failed(false, error) };
      case 'dead': {
        suspicions.accepted(person);
        const dead = { person, medium: this.name, address };
        return { end: 'unreachable', error, ...outage.back((tx) => noteDeadAddress(tx, dead, error, log)) };
      }
      case 'stopped':
        suspicions.accepted(person);
        return { end: 'unreachable', error, ...outage.back((tx) => this.stop(tx, person, address)) };
      case 'refused':
        return { end: 'refused', error, ...outage.back() };
    }
  }

  /** They want nothing there any more, as if they had switched it off in the chat. */
  private async stop(tx: Transaction, person: PersonId, address: string): Promise<void> {
    const { title, name, names } = this;
    // The address may have been one that they were yet to prove.
    if ((await addressOf(tx, person, name))?.address !== address) return;
    await choose(tx, person, name, 'off');
    tx.onCommit(() =>
      this.common.log.info(`somebody has answered STOP, and no ${title} goes to them any more`, {
        action: `${names.actions}_stopped`,
        details: { person },
      }),
    );
  }

  /** The next attempt, or none; it is made at once when the channel, which may have failed, is known to work again. */
  private whenBack(row: ResolvedMessage['row'], person: PersonId, outcomeUnknown: boolean, error: string): SendResult {
    const next = this.againOrNever(row, person, outcomeUnknown, error);
    return next.end === 'again' ? { ...next, untilBack: true } : next;
  }

  /** The next attempt, or none: it was tried for three days. */
  private againOrNever(
    { id, attempts, createdAt }: ResolvedMessage['row'],
    person: PersonId,
    outcomeUnknown: boolean,
    error: string,
  ): SendResult {
    const { one, actions } = this.names;
    const { log, clock } = this.common;
    if (isGivenUp(attempts, clock.now() - createdAt)) {
      this.suspicions.forget(person);
      log.error(`${one} was not taken for three days and is given up`, {
        action: `${actions}_given_up`,
        details: { outboxId: id, reason: error },
      });
      return { end: 'unreachable', error };
    }
    const after = pauseAfter(attempts);
    log.warn(`${one} was not taken and is sent again later`, {
      action: `${actions}_deferred`,
      details: { outboxId: id, attempts: attempts + 1, retryInMs: after, outcomeUnknown, reason: error },
    });
    return { end: 'again', outcomeUnknown, after, error, onlyThem: true };
  }
}
