import type { Instant, Millis, PersonId } from '../lifecycle/ids';
import { authorise } from '../requests/authorise';
import type { Transaction } from '../transaction/transaction';
import type { InitDataRefusal, OpenedBy } from './init-data';
import { hashOf, newToken } from './secrets';

/** Somebody who has just signed in. */
export interface SignedIn {
  readonly person: PersonId;
  /** For them alone: only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Why somebody is not let in. For the log: from outside all refusals are the same. */
export interface NotLetIn {
  readonly refused: InitDataRefusal | 'code_unknown' | 'code_used' | 'code_expired' | 'not_an_admin';
}

const sessionLasts: Millis = 12 * 60 * 60_000;
/** The most that are deleted each time somebody signs in. */
const mostForgotten = 100;

/** Somebody has opened the desk as a Mini App. From the same opening there is never more than one session. */
export async function signInFromTelegram(tx: Transaction, opened: OpenedBy): Promise<SignedIn | NotLetIn> {
  const person = tx.community.adminOnTelegram(opened.user);
  if (person === null) return { refused: 'not_an_admin' };
  return begin(tx, person, { madeFrom: hashOf(opened.opening), linkId: null });
}

/** Begins a session of an admin. Those that are over are deleted meanwhile. */
export async function begin(
  tx: Transaction,
  person: PersonId,
  madeBy: { readonly madeFrom: string | null; readonly linkId: number | null },
): Promise<SignedIn> {
  await tx.store.sessions.forget(tx.now, tx.now - sessionLasts, mostForgotten);
  const token = newToken();
  const expiresAt = tx.now + sessionLasts;
  await tx.store.sessions.begin({
    ...{ tokenHash: hashOf(token), personId: person, createdAt: tx.now, expiresAt },
    ...madeBy,
  });
  return { person, token, expiresAt };
}

/** A session that is not over. */
export interface CurrentSession {
  readonly person: PersonId;
  readonly expiresAt: Instant;
}

/**
 * Whose token this is, as of now; null: nobody's, or no longer. Where they are no admin any more the session counts for nothing:
 * end all that are theirs with `endOfPerson`.
 */
export async function sessionOf(
  { store, community, now }: Looking,
  token: string,
): Promise<(CurrentSession & { readonly isAdmin: boolean }) | null> {
  const session = await store.sessions.get(hashOf(token));
  // A clock that was ahead when it began doesn't make it longer.
  if (session === null || now >= session.expiresAt || session.expiresAt - now > sessionLasts) return null;
  const { personId: person, expiresAt } = session;
  return { person, expiresAt, isAdmin: authorise({ community }, person) === null };
}

type Looking = Pick<Transaction, 'store' | 'community' | 'now'>;
