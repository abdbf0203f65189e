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

/** What stands around an address that was copied and can't be seen: spaces, and marks of a writing direction. */
const around = /^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu;

/** Reads an email address or a phone number that somebody has typed; null: it is none. */
export function parseAddress(medium: ContactMedium, typed: string): Address | null {
  const text = typed.replace(around, '');
  if (medium === 'email') return parseEmailAddress(text);
  const number = parsePhoneNumber(text);
  return number === null ? null : { address: number, key: number };
}
