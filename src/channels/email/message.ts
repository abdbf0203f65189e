import { createHmac } from 'node:crypto';
import { parseEmailAddress } from '../../contacts/email-address';
import type { Instant, RequestId } from '../../lifecycle/ids';
import type { EmailSettings } from './settings';

/** A message as the library takes it. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  /** Where it really goes, whatever the library makes of the addresses above. */
  readonly envelope: { readonly from: string; readonly to: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly date: Date;
  readonly references?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly xMailer: false;
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}

/** What a message says. */
export interface MailWords {
  /** In one line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A message of the outbox. `messageKey` makes its Message-ID one that nobody guesses. */
export interface MailOf {
  readonly outboxId: number;
  readonly createdAt: Instant;
  readonly requestId: RequestId | null;
}

/** The key of Message-IDs, made from the bot's token: the same after each restart. */
export const messageKeyOf = (botToken: string): Buffer =>
  createHmac('sha256', 'sosekni-bot mail').update(botToken).digest();

/**
 * A message with its headers; null: mail can't be sent to this address. Message-ID and Date are the same at each attempt, since some
 * servers drop a repeat by them. Nothing in the headers is in people's own words.
 */
export function composeMail(
  { outboxId, createdAt, requestId }: MailOf,
  to: string,
  words: MailWords,
  { from }: EmailSettings,
  { community, messageKey }: { readonly community: string; readonly messageKey: Buffer },
): Mail | null {
  const recipient = parseEmailAddress(to);
  if (recipient === null) return null;
  const { address } = recipient;
  const domain = from.address.slice(from.address.indexOf('@') + 1);
  const secret = createHmac('sha256', messageKey).update(String(outboxId)).digest('hex').slice(0, 24);
  return {
    from: { name: from.name ?? community, address: from.address },
    to: { name: '', address },
    envelope: { from: from.address, to: address },
    ...words,
    messageId: `<outbox-${outboxId}.${secret}@${domain}>`,
    date: new Date(createdAt),
    ...(requestId !== null && { references: `<request-${requestId}@${domain}>` }),
    // https://www.rfc-editor.org/rfc/rfc3834#section-5, and Exchange's own, so that no holiday notice answers.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
