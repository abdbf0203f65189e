import { noteDeadAddress } from '../../contacts/dead-address';
import { addressOf, choose } from '../../contacts/choose';
import { showOnCards } from '../../contacts/show-on-cards';
import type { Texts } from '../../i18n/texts';
import type { PersonId } from '../../lifecycle/ids';
import type { Log, LogFields } from '../../observability/log';
import type { Channel, SendResult } from '../../outbox/channel';
import type { Recipient, ResolvedMessage } from '../../outbox/resolve';
import type { Clock } from '../../process/clock';
import type { Transaction } from '../../transaction/transaction';
import { Suspicions } from '../suspicions';
import { givenUpAfter, outagePauses, pauseAfter } from '../retry-schedule';
import { ToldOutage } from '../told-outage';
import { classify } from './classify';
import { handOver, type Called } from './gateway';
import { SmsPace } from './pace';
import { partsOf } from './parts';
import { renderSms } from './render';
import type { SmsSettings } from './settings';

export interface SmsChannelPorts {
  readonly settings: SmsSettings;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
  /** For monitoring: why no SMS leaves; null: it does. */
  readonly onOutage: (reason: string | null) => void;
  /** The same: a message of so many parts was taken, or may have been. */
  readonly onParts: (parts: number) => void;
}

/** Messages go out as SMS through a gateway, by HTTP. */
export class SmsChannel implements Channel {
  readonly name = 'sms';
  readonly title = 'SMS';
  readonly pace: SmsPace;
  readonly outagePauses = outagePauses;
  private readonly suspicions = new Suspicions();
  private readonly outage: ToldOutage;
  /** SMS_DAILY is used up, and the log has said so. */
  private isFull = false;

  constructor(private readonly ports: SmsChannelPorts) {
    const { settings, log, onOutage } = ports;
    this.pace = new SmsPace(settings.daily);
    this.outage = new ToldOutage({ channel: 'sms', what: 'SMS', log, onOutage });
  }

  async send(message: ResolvedMessage, signal: AbortSignal): Promise<SendResult> {
    const { recipient, address } = message;
    if (recipient.kind === 'group' || address === null) return this.withoutAddress(recipient);
    const text = this.textOrNull(message);
    if (text === null) return { end: 'unworded', error: 'it could not be worded as an SMS' };
    const called = await handOver(this.ports.settings.gateway, address, text, signal);
    return this.resultOf(message, recipient.id, address, text, called);
  }

  logFields(recipient: Recipient): LogFields {
    return { details: { channel: 'sms', recipient: recipient.id } };
  }

  /** One of another version's, or a bug: it is logged and shown as undeliverable, and holds nothing else up. */
  private textOrNull({ row, notice, language, recipient }: ResolvedMessage): string | null {
    const { texts, log } = this.ports;
    const fields = { details: { ...this.logFields(recipient).details, outboxId: row.id, kind: row.notice.kind } };
    try {
      const text = renderSms(notice, texts, language);
      if (text === null) log.error('a message can’t be sent as an SMS and is undeliverable', fields);
      return text;
    } catch (error) {
      log.error('a message could not be rendered and is undeliverable', { ...fields, error });
      return null;
    }
  }

  private withoutAddress(recipient: Recipient): SendResult {
    const error = 'the recipient has no phone number that works';
    if (recipient.kind === 'group') return { end: 'no_address', error };
    return { end: 'no_address', error, follow: (tx) => showOnCards(tx, recipient.id) };
  }

  private resultOf(
    { row }: ResolvedMessage,
    person: PersonId,
    address: string,
    text: string,
    called: Called,
  ): SendResult {
    const { log } = this.ports;
    const error = called.says;
    const meaning = classify(called, this.ports.settings.gateway.shape);
    if (meaning.is === 'taken' || meaning.is === 'unknown') this.count(text);
    switch (meaning.is) {
      case 'taken':
        this.suspicions.accepted();
        return { end: 'sent', messageId: null, ...this.outage.back() };
      case 'unknown':
        return this.againOrNever(row, true, error);
      case 'away':
        return this.outage.away(meaning, error);
      case 'unclear':
        return this.suspicions.isOfChannel(person)
          ? this.outage.away({ broken: true }, error)
          : this.againOrNever(row, false, error);
      case 'dead': {
        this.suspicions.accepted();
        const follow = (tx: Transaction) => noteDeadAddress(tx, { person, medium: 'sms', address }, error, log);
        return { end: 'unreachable', error, ...this.outage.back(follow) };
      }
      case 'stopped': {
        this.suspicions.accepted();
        return { end: 'unreachable', error, ...this.outage.back((tx) => this.stop(tx, person, address)) };
      }
      case 'refused':
        return { end: 'refused', error, ...this.outage.back() };
    }
  }

  /** They have answered STOP, which is `/sms off`. */
  private async stop(tx: Transaction, person: PersonId, address: string): Promise<void> {
    // The number may have been one that they were yet to prove.
    if ((await addressOf(tx, person, 'sms'))?.address !== address) return;
    await choose(tx, person, 'sms', 'off');
    tx.onCommit(() =>
      this.ports.log.info('somebody has answered STOP, and no SMS goes to them any more', {
        action: 'sms_stopped',
        details: { person },
      }),
    );
  }

  /** The next attempt, or none: three days are over. */
  private againOrNever(
    { id, attempts, createdAt }: ResolvedMessage['row'],
    outcomeUnknown: boolean,
    error: string,
  ): SendResult {
    const { log, clock } = this.ports;
    // Whether the gateway works at all, it has not said.
    const trouble = outcomeUnknown ? this.outage.failed(false, error) : {};
    if (clock.now() - createdAt > givenUpAfter) {
      log.error('an SMS was not taken for three days and is given up', {
        action: 'sms_given_up',
        details: { outboxId: id, reason: error },
      });
      return { end: 'unreachable', error, ...trouble };
    }
    const after = pauseAfter(attempts);
    log.warn('an SMS was not taken and is sent again later', {
      action: 'sms_deferred',
      details: { outboxId: id, attempts: attempts + 1, retryInMs: after, outcomeUnknown, reason: error },
    });
    return { end: 'again', outcomeUnknown, after, error, onlyThem: true, ...trouble };
  }

  /** It counts against SMS_DAILY, and is paid for. */
  private count(text: string): void {
    const { clock, log, settings, onParts } = this.ports;
    const { parts } = partsOf(text);
    onParts(parts);
    const now = clock.monotonic();
    this.pace.sent(now);
    const freeIn = this.pace.nextIn(now);
    if (freeIn > 0 && !this.isFull) {
      log.warn('SMS_DAILY is used up, and SMS wait until the first of them is a day old', {
        action: 'sms_daily_used_up',
        details: { daily: settings.daily, waitMs: freeIn },
      });
    }
    this.isFull = freeIn > 0;
  }
}
