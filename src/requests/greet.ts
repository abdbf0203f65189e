import type { PersonId } from '../lifecycle/ids';
import { tell, type Transaction } from '../transaction/transaction';
import { getsDigest, oweMissingCards } from './catch-up';
import { waiting } from './read/counts';
import { requestStatus } from './read/status';

/** Somebody has opened the conversation: they are welcomed, and an admin gets the cards that they are missing. */
export async function greet(tx: Transaction, person: PersonId): Promise<void> {
  const isCounted = tx.community.isAdmin(person) && (await getsDigest(tx, person));
  await welcome(tx, person, isCounted ? 'digest_follows' : 'with_count');
  if (tx.community.isAdmin(person)) await oweMissingCards(tx, person);
}

/** Tells somebody what this bot is for and what they can do, an admin also how many requests wait, unless a digest says so. */
export async function welcome(tx: Transaction, person: PersonId, how: 'with_count' | 'digest_follows'): Promise<void> {
  const admin = await waiting(tx, person);
  const you = await requestStatus(tx, person);
  const asAdmin = how === 'digest_follows' ? { ...admin, digestFollows: true as const } : admin;
  const { media } = tx.community;
  const whom = 'refused' in asAdmin ? null : asAdmin;
  tell(tx, person, { kind: 'welcome', you, admin: whom, ...(media.length > 0 && { media }) });
}
