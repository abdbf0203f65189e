import { createHash } from 'node:crypto';
import type { ContactMedium } from '../store/rows';
import { parseEmailAddress } from './email-address';
import { parsePhoneNumber } from './phone-number';

/** An address of either kind. */
export interface Address {
  /** As messages are sent to it. */
  readonly address: string;
  /** What makes two the same. */
  readonly key: string;
}

/** What an address is counted by once its owner is forgotten, for as long as a code that was sent there counts. */
export const keyOnceErased = (key: string): string => `erased:${createHash('sha256').update(key).digest('hex')}`;

/** Reads an email address or a phone number; null: it is none. */
export function parseAddress(medium: ContactMedium, text: string): Address | null {
  if (medium === 'email') return parseEmailAddress(text);
  const number = parsePhoneNumber(text);
  return number === null ? null : { address: number, key: number };
}
