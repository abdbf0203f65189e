import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { personId, type PersonId } from '../lifecycle/ids';
import type { Queries } from '../store/queries';

/** `personal`: opens somebody's page. `start`: makes them one with the Telegram account that sends it to the bot. */
type Purpose = 'personal' | 'start';

/**
 * A token of somebody: their number, and 256 bits that only the bot's token makes. Mail can hold it although the database never does:
 * it is made when the mail leaves.
 */
function tokenOf(purpose: Purpose, person: PersonId, botToken: string): string {
  const key = createHmac('sha256', `sosekni-bot ${purpose} link`).update(botToken).digest();
  return `${person.toString(36)}-${createHmac('sha256', key).update(String(person)).digest('base64url')}`;
}

export const personalToken = (person: PersonId, botToken: string): string => tokenOf('personal', person, botToken);
/** At most 55 characters: Telegram takes 64 (https://core.telegram.org/bots/features#deep-linking). */
export const startToken = (person: PersonId, botToken: string): string => tokenOf('start', person, botToken);

/** Where somebody finds their page. */
export const personalPage = (publicUrl: string, person: PersonId, botToken: string): string =>
  `${publicUrl}/me/${personalToken(person, botToken)}`;

/** What the database has of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whose page a token opens; null: nobody's. Links from before the bot had another token still work. */
export async function personByToken(
  { form }: Pick<Queries, 'form'>,
  token: string,
  botToken: string,
): Promise<PersonId | null> {
  const known = await form.personByLink(hashOfToken(token));
  if (known !== null) return known;
  // A mail that left since the bot has another token holds one that is not in the database.
  const person = madeFor('personal', token, botToken);
  return person !== null && (await form.hasPersonalLink(person)) ? person : null;
}

/** Who a link to the bot was made for; null: it is none, or from before the bot had another token. */
export const personOfStart = (token: string, botToken: string): PersonId | null => madeFor('start', token, botToken);

function madeFor(purpose: Purpose, token: string, botToken: string): PersonId | null {
  const [, digits = ''] = /^([1-9a-z][\da-z]{0,10})-[\w-]{43}$/.exec(token) ?? [];
  const number = parseInt(digits, 36);
  if (!Number.isSafeInteger(number)) return null;
  const person = personId(number);
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(token), digest(tokenOf(purpose, person, botToken))) ? person : null;
}
