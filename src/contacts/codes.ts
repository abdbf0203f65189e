import { createHmac } from 'node:crypto';
import type { Instant, Millis } from '../lifecycle/ids';
import type { DrawnCode } from '../notices/resolved-notice';
import type { AddressCode } from '../store/queries/address-codes';
import type { Transaction } from '../transaction/transaction';

const minute: Millis = 60_000;
/** How long a code counts, from when it is drawn. */
export const codeValidFor: Millis = 10 * minute;
/** How long a code is waited for in the chat: six digits that somebody types later are hardly this code. */
export const awaitedInChat: Millis = 24 * 60 * 60_000;
/** A form that was filled in waits so long for its code. */
export const draftLasts: Millis = 60 * 60_000;
/** How many wrong codes may be typed: with one more the code is void. */
export const mostTries = 5;

/** At least so much of its time is left when a code leaves: after that a repeat of its message has the next one. */
const leftWhenItLeaves: Millis = codeValidFor / 2;

/** The key that codes are made with, from the bot's token: it is not in the database, and the same after each restart. */
export const codeKeyOf = (botToken: string): Buffer =>
  createHmac('sha256', 'sosekni-bot address codes').update(botToken).digest();

/** What the database has of a code: of a million codes, only who has the key can tell which it is. */
export const hashOfCode = (key: Buffer, id: number, code: string): string =>
  createHmac('sha256', key).update(`hash ${id} ${code}`).digest('hex');

/** The code of a row that counts until an instant: a repeat of the message has the same one. */
const codeOf = (key: Buffer, id: number, expiresAt: Instant): string => {
  const digest = createHmac('sha256', key).update(`code ${id} ${expiresAt}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
};

/**
 * The code of a message as that leaves. The first attempt may have arrived, whatever the server said of it: a repeat has the same
 * code in the first half of its ten minutes, and the next one after that, beside which it counts for the rest of its time. Null:
 * nobody needs it any more, since it was used, a newer one was asked for, too many wrong ones were typed, or it was asked for longer
 * ago than it is `awaited`.
 */
export async function drawCode(
  { store, now, codeKey }: Pick<Transaction, 'store' | 'now' | 'codeKey'>,
  id: number,
  awaited: Millis,
): Promise<{ readonly notice: DrawnCode; readonly row: AddressCode } | null> {
  const row = await store.addressCodes.get(id);
  if (row === null || row.usedAt !== null || row.tries >= mostTries || now - row.createdAt >= awaited) return null;
  const newest = await store.addressCodes.newestOf(row.personId, row.medium);
  if (newest?.id !== id) return null;
  const { expiresAt, isNext } = timeOf(row, now, codeKey);
  const code = codeOf(codeKey, id, expiresAt);
  const previousCodeHash = isNext ? row.codeHash : expiresAt === row.expiresAt ? row.previousCodeHash : null;
  const codeHash = hashOfCode(codeKey, id, code);
  await store.addressCodes.draw(id, { codeHash, previousCodeHash, sentAt: now, expiresAt });
  const left = Math.min(expiresAt - now, codeValidFor);
  return { notice: { kind: 'address_code', code, validFor: left - (left % minute) }, row };
}

/** Until when the code counts that leaves now, and whether it comes next to one that still counts. */
function timeOf(
  { id, codeHash, expiresAt }: AddressCode,
  now: Instant,
  key: Buffer,
): { readonly expiresAt: Instant; readonly isNext: boolean } {
  const anew = { expiresAt: now + codeValidFor, isNext: false };
  // What was drawn with another token counts no more.
  if (expiresAt === null || now >= expiresAt || codeHash !== hashOfCode(key, id, codeOf(key, id, expiresAt)))
    return anew;
  const isNext = expiresAt - now < leftWhenItLeaves;
  return { expiresAt: isNext ? expiresAt + leftWhenItLeaves : expiresAt, isNext };
}

/** Whether somebody has typed this code, or the one before it as long as that counts. Whether the newer one does is not looked at. */
export function isCode(
  { now, codeKey }: Pick<Transaction, 'now' | 'codeKey'>,
  row: AddressCode,
  typed: string,
): boolean {
  const hash = hashOfCode(codeKey, row.id, typed);
  if (hash === row.codeHash) return true;
  return hash === row.previousCodeHash && row.expiresAt !== null && now <= row.expiresAt - leftWhenItLeaves;
}
