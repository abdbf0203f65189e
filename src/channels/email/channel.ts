import { noteDeadAddress } from '../../contacts/dead-address';
import { showOnCards } from '../../contacts/show-on-cards';
import type { Texts } from '../../i18n/texts';
import type { Instant, PersonId } from '../../lifecycle/ids';
import type { Log, LogFields } from '../../observability/log';
import type { Channel, SendResult } from '../../outbox/channel';
import type { Recipient, ResolvedMessage } from '../../outbox/resolve';
import type { Clock } from '../../process/clock';
import type { Transaction } from '../../transaction/transaction';
import { classify } from './classify';
import { composeMail, messageKeyOf, type Mail } from './message';
import { EmailPace } from './pace';
import { handOver, type RelayAnswer } from './relay';
import { renderMail } from './render';
import type { EmailSettings } from './settings';
import { Suspicions } from '../suspicions';
import { givenUpAfter, outagePauses, pauseAfter } from '../retry-schedule';
import { ToldOutage } from '../told-outage';

export { messageKeyOf };

export interface EmailChannelPorts {
  readonly settings: EmailSettings;
  readonly texts: Texts;
  /** The name of the community. */
  readonly community: string;
  /** Makes Message-IDs that nobody guesses; the same after each restart. */
  readonly messageKey: Buffer;
  /** Where somebody who asked by the form finds their own page; null: there is no form. */
  readonly personalPage: ((person: PersonId) => string) | null;
  readonly clock: Clock;
  readonly log: Log;
  /** For monitoring: why no mail leaves; null: it does. */
  readonly onOutage: (reason: string | null) => void;
}

/** Messages go out through a relay, by SMTP. */
export class EmailChannel implements Channel {
  readonly name = 'email';
  readonly title = 'Mail';
  readonly pace = new EmailPace();
  readonly outagePauses = outagePauses;
  private readonly suspicions = new Suspicions();
  private readonly outage: ToldOutage;

  constructor(private readonly ports: EmailChannelPorts) {
    const { log, onOutage } = ports;
    this.outage = new ToldOutage({ channel: 'email', what: 'mail', log, onOutage });
  }

  async send(message: ResolvedMessage, signal: AbortSignal): Promise<SendResult> {
    const { recipient, address } = message;
    if (recipient.kind === 'group' || address === null) return this.withoutAddress(recipient);
    const mail = this.composeOrNull(message, address);
    if (mail === null) return { end: 'unworded', error: 'it could not be worded as a mail' };
    const answer = await handOver(mail, this.ports.settings, signal);
    return this.resultOf(message, recipient.id, address, answer, signal);
  }

  logFields(recipient: Recipient): LogFields {
    return { details: { channel: 'email', recipient: recipient.id } };
  }

  /** One of another version's, or a bug: it is logged and shown as undeliverable, and holds nothing else up. */
  private composeOrNull({ row, notice, language, recipient }: ResolvedMessage, address: string): Mail | null {
    const { texts, community, settings, messageKey, personalPage, log } = this.ports;
    const fields = { details: { ...this.logFields(recipient).details, outboxId: row.id, kind: row.notice.kind } };
    try {
      const page = personalPage !== null && hasPage(recipient) ? personalPage(recipient.id) : null;
      const words = renderMail(notice, { texts, language, community, page });
      const of = { outboxId: row.id, createdAt: row.createdAt, requestId: row.requestId };
      const mail = words && composeMail(of, address, words, settings, { community, messageKey });
      if (mail === null) log.error('a message can’t be sent as a mail and is undeliverable', fields);
      return mail;
    } catch (error) {
      log.error('a message could not be rendered and is undeliverable', { ...fields, error });
      return null;
    }
  }

  private withoutAddress(recipient: Recipient): SendResult {
    const error = 'the recipient has no email address that works';
    if (recipient.kind === 'group') return { end: 'no_address', error };
    return { end: 'no_address', error, follow: (tx) => showOnCards(tx, recipient.id) };
  }

  private resultOf(
    { row }: ResolvedMessage,
    person: PersonId,
    address: string,
    answer: RelayAnswer,
    signal: AbortSignal,
  ): SendResult {
    if (answer.end === 'accepted') {
      this.suspicions.accepted();
      return { end: 'sent', messageId: null, ...this.outage.back() };
    }
    const { failure, message: error } = answer;
    if (signal.aborted) return { end: 'again', outcomeUnknown: failure.hadText, after: null, error, onlyThem: true };
    const meaning = classify(failure);
    const again = (outcomeUnknown: boolean): SendResult => this.againOrNever(row, outcomeUnknown, error);
    // Only an answer about this mail shows that the relay takes any.
    const putOff = (): SendResult => ({ ...again(false), ...this.outage.back() });
    switch (meaning.is) {
      case 'away':
        return this.outage.away(meaning, error);
      case 'unclear':
        return this.suspicions.isOfChannel(person) ? this.outage.away({ broken: true }, error) : again(false);
      case 'deferred':
        return putOff();
      case 'unknown':
        return again(true);
      case 'dead': {
        this.suspicions.accepted();
        const { log } = this.ports;
        const follow = (tx: Transaction) => noteDeadAddress(tx, { person, medium: 'email', address }, error, log);
        return { end: 'unreachable', error, ...this.outage.back(follow) };
      }
      case 'refused':
        return { end: 'refused', error, ...this.outage.back() };
    }
  }

  /** The next attempt, or none: three days are over. */
  private againOrNever(
    { id, attempts, createdAt }: { readonly id: number; readonly attempts: number; readonly createdAt: Instant },
    outcomeUnknown: boolean,
    error: string,
  ): SendResult {
    const { log, clock } = this.ports;
    if (clock.now() - createdAt > givenUpAfter) {
      log.error('a mail was not taken for three days and is given up', {
        action: 'mail_given_up',
        details: { outboxId: id, reason: error },
      });
      return { end: 'unreachable', error };
    }
    const after = pauseAfter(attempts);
    log.warn('a mail was not taken and is sent again later', {
      action: 'mail_deferred',
      details: { outboxId: id, attempts: attempts + 1, retryInMs: after, outcomeUnknown, reason: error },
    });
    return { end: 'again', outcomeUnknown, after, error, onlyThem: true };
  }
}

/** Whoever is on Telegram does there what others do on their page. */
const hasPage = (recipient: Recipient): recipient is Extract<Recipient, { readonly kind: 'person' }> =>
  recipient.kind === 'person' && recipient.person !== null && recipient.person.telegramId === null;
