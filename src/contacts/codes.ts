import { createHash, randomInt } from 'node:crypto';
import type { Instant, Millis } from '../lifecycle/ids';
import type { DrawnCode } from '../notices/resolved-notice';
import type { Queries } from '../store/queries';
import type { AddressCode } from '../store/queries/address-codes';

/** How long a code counts, from when it leaves. */
export const codeValidFor: Millis = 10 * 60_000;
/** How long a code is waited for in the chat: six digits that somebody types later are hardly this code. */
export const awaitedInChat: Millis = 24 * 60 * 60_000;
/** A form that was filled in waits so long for its code. */
export const draftLasts: Millis = 60 * 60_000;
/** How many wrong codes may be typed: with one more the code is void. */
export const mostTries = 5;

/** What the database has of a code. The number of its row goes into it, so that equal codes don't look alike. */
export const hashOfCode = (id: number, code: string): string =>
  createHash('sha256').update(`${id} ${code}`).digest('hex');

/**
 * Draws a code as its message leaves. Null: nobody needs it any more, since it was used, a newer one was asked for, too many wrong
 * ones were typed, or it was asked for longer ago than it is `awaited`.
 */
export async function drawCode(
  store: Pick<Queries, 'addressCodes'>,
  id: number,
  now: Instant,
  awaited: Millis,
): Promise<{ readonly notice: DrawnCode; readonly row: AddressCode } | null> {
  const row = await store.addressCodes.get(id);
  if (row === null || row.usedAt !== null || row.tries >= mostTries || now - row.createdAt >= awaited) return null;
  const newest = await store.addressCodes.newestOf(row.personId, row.medium);
  if (newest?.id !== id) return null;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await store.addressCodes.draw(id, hashOfCode(id, code), now, now + codeValidFor);
  return { notice: { kind: 'address_code', code, validFor: codeValidFor }, row };
}
