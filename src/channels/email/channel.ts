import type { Texts } from '../../i18n/texts';
import type { PersonId } from '../../lifecycle/ids';
import type { Recipient, ResolvedMessage } from '../../outbox/resolve';
import { AddressChannel, type AddressChannelPorts, type HandedOver } from '../address-channel';
import { ConcurrencyPace } from '../concurrency-pace';
import { classify } from './classify';
import { composeMail, messageKeyOf, type Mail } from './message';
import { handOver } from './relay';
import { renderMail } from './render';
import type { EmailSettings } from './settings';

export { messageKeyOf };

export interface EmailChannelPorts extends AddressChannelPorts {
  readonly settings: EmailSettings;
  readonly texts: Texts;
  /** The name of the community. */
  readonly community: string;
  /** Makes Message-IDs that nobody guesses; the same after each restart. */
  readonly messageKey: Buffer;
  /** Where somebody who asked by the form finds their own page; null: there is no form. */
  readonly personalPage: ((person: PersonId) => string) | null;
}

/** Connections to the relay at once. Many refuse more from one machine. */
const mostConnections = 5;

/** Messages go out through a relay, by SMTP. */
export class EmailChannel extends AddressChannel<Mail> {
  readonly pace = new ConcurrencyPace(mostConnections);

  constructor(private readonly ports: EmailChannelPorts) {
    super(
      { medium: 'email', title: 'Mail', what: 'mail', one: 'a mail', address: 'email address', actions: 'mail' },
      ports,
    );
  }

  protected override word({ row, notice, language, recipient }: ResolvedMessage, address: string): Mail | null {
    const { texts, community, settings, messageKey, personalPage } = this.ports;
    const page = personalPage !== null && hasPage(recipient) ? personalPage(recipient.id) : null;
    const words = renderMail(notice, { texts, language, community, page });
    const of = { outboxId: row.id, createdAt: row.createdAt, requestId: row.requestId };
    return words && composeMail(of, address, words, settings, { community, messageKey });
  }

  protected override async handOver(mail: Mail, _: string, signal: AbortSignal): Promise<HandedOver> {
    const answer = await handOver(mail, this.ports.settings, signal);
    if (answer.end === 'accepted') return { meaning: { is: 'taken' }, error: '' };
    const { failure, message: error } = answer;
    if (signal.aborted) return { meaning: { is: 'broken_off', outcomeUnknown: failure.hadText }, error };
    return { meaning: classify(failure), error };
  }
}

/** Whoever is on Telegram does there what others do on their page. */
const hasPage = (recipient: Recipient): recipient is Extract<Recipient, { readonly kind: 'person' }> =>
  recipient.kind === 'person' && recipient.person !== null && recipient.person.telegramId === null;
