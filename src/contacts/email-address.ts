import { domainToASCII } from 'node:url';

/** An email address that mail can be sent to. */
export interface EmailAddress {
  /** As it goes to a mail server: its domain in ASCII. */
  readonly address: string;
  /** What makes two the same: in lower case. Dots and what follows a plus are kept: not every provider ignores them. */
  readonly key: string;
}

/**
 * Reads an email address; null: it is none, or one that mail can't be sent to. Stricter than RFC 5321: no quotes, no comments, no
 * address of a machine, and only ASCII before the @, since a server without SMTPUTF8 would get bytes that mean nothing to it. Nothing that
 * passes can be taken for two addresses, or end a line.
 */
export function parseEmailAddress(text: string): EmailAddress | null {
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || !localPart.test(local) || local.length > 64) return null;
  // domainToASCII decodes percent signs, among others.
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return null;
  const ascii = domainToASCII(domain).toLowerCase();
  if (ascii.length > 253 || !hostName.test(ascii)) return null;
  const address = `${local}@${ascii}`;
  return address.length > 254 ? null : { address, key: address.toLowerCase() };
}

const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Two labels at least, and the last is no number. */
const hostName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?!\d+$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])$/;
