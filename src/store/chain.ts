import { hash, randomUUID } from 'node:crypto';
import type { Instant, PersonId, RequestId } from '../lifecycle/ids';

// The history is a chain: each event's digest is over the one before it and over its own content, so nothing of it can be changed,
// removed or added unnoticed. A text enters by a hash with a salt of its own: without text and salt the chain still holds, and the
// hash tells nobody what the text was. docs/history.md has the form byte by byte.

/** Stands for the digest before the first event. */
export const firstDigest = '0'.repeat(64);

/** What of an event its digest is over, besides its number and the digest before it. */
export interface ChainedEvent {
  readonly requestId: RequestId;
  readonly event: string;
  readonly fromStatus: string | null;
  readonly toStatus: string;
  readonly actorId: PersonId | null;
  readonly at: Instant;
  readonly updateId: number | null;
  readonly via: string | null;
  readonly round: number;
  readonly expiresAt: Instant | null;
  readonly coApprovers: readonly PersonId[] | null;
  readonly messageHash: string | null;
  readonly reasonHash: string | null;
}

/** The content of an event as its digest has it: a line for each value, an empty one for null. */
export const contentOf = (event: ChainedEvent): string =>
  contentLines([
    event.requestId,
    event.event,
    event.fromStatus,
    event.toStatus,
    event.actorId,
    event.at,
    event.updateId,
    event.via,
    event.round,
    event.expiresAt,
    event.coApprovers === null ? null : JSON.stringify(event.coApprovers),
    event.messageHash,
    event.reasonHash,
  ]);

/** The same of values that are in this order already. */
export const contentLines = (values: readonly (string | number | bigint | null)[]): string => values.join('\n');

/** The digest of an event that follows one with the digest `before`. */
export const digestOf = (before: string, id: number, content: string): string => sha256(`${before}\n${id}\n${content}`);

/** The hash of a text, by which it enters the chain. */
export const hashOfText = (salt: string, text: string): string => sha256(`${salt}\n${text}`);

/** A text's salt and hash; null: there is no text. */
export function salted(text: string | null): { readonly salt: string | null; readonly hash: string | null } {
  if (text === null) return { salt: null, hash: null };
  // 122 random bits, at a tenth of what `randomBytes` costs.
  const salt = randomUUID().replaceAll('-', '');
  return { salt, hash: hashOfText(salt, text) };
}

/** Of a text in UTF-8, in lower-case hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
