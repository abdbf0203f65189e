import type { Instant, Millis, PersonId } from '../lifecycle/ids';
import { priorities } from '../store/queries/outbox';
import type { LoginLink } from '../store/queries/sessions';
import { authorise, type NotAnAdmin } from '../requests/authorise';
import { owe, type Reading, type Transaction } from '../transaction/transaction';
import { codeOf, hashOf, newToken } from './secrets';
import { begin, type NotLetIn, type SignedIn } from './session';

/** Long enough to carry it from a phone to a laptop. */
const linkLasts: Millis = 2 * 60_000;

/**
 * Owes an admin, in their private chat, a link by which they sign in at the desk once. Their earlier links work no more.
 * Whoever reads the database can't make the link: that takes the bot's token.
 */
export async function sendLink(tx: Transaction, admin: PersonId, botToken: string): Promise<NotAnAdmin | null> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const nonce = newToken();
  const expiresAt = tx.now + linkLasts;
  await tx.store.sessions.dropUnusedLinks(admin);
  const place = { recipientId: admin, messageId: null, threadId: null, requestId: null, round: null, personId: null };
  const botMessageId = await tx.store.botMessages.add({ kind: 'desk_link', ...place, createdAt: tx.now });
  const codeHash = hashOf(codeOf(nonce, botToken));
  await tx.store.sessions.addLink({ codeHash, personId: admin, createdAt: tx.now, expiresAt, botMessageId });
  owe(tx, { recipientId: admin, notice: { kind: 'desk_link', nonce }, priority: priorities.answer, botMessageId });
  return null;
}

/** Why nobody is let in by this code at present; null: somebody may be. Changes nothing. */
export async function whyNoSignIn(reading: Pick<Reading, 'store' | 'now'>, code: string): Promise<NotLetIn | null> {
  const link = await linkBy(reading, code);
  return 'refused' in link ? link : null;
}

async function linkBy({ store, now }: Pick<Reading, 'store' | 'now'>, code: string): Promise<LoginLink | NotLetIn> {
  const link = await store.sessions.linkByCode(hashOf(code));
  if (link === null) return { refused: 'code_unknown' };
  if (link.usedAt !== null) return { refused: 'code_used' };
  // A clock that was ahead when it was sent doesn't make it last longer.
  const works = now < link.expiresAt && link.expiresAt - now <= linkLasts;
  return works ? link : { refused: 'code_expired' };
}

/** Uses up the link with this code. The message with the link says from then on that somebody is signed in. */
export async function signInByCode(tx: Transaction, code: string): Promise<SignedIn | NotLetIn> {
  const link = await linkBy(tx, code);
  if ('refused' in link) return link;
  if (!(await tx.store.sessions.useLink(link.id, tx.now))) return { refused: 'code_expired' };
  if (authorise(tx, link.personId) !== null) return { refused: 'not_an_admin' };
  say(tx, link, { kind: 'desk_signed_in', link: link.id, at: tx.now });
  return begin(tx, link.personId, { madeFrom: null, linkId: link.id });
}

/** The admin ends what their link has begun. Returns whether it went on until then. */
export async function signOutOfLink(tx: Transaction, admin: PersonId, id: number): Promise<boolean> {
  const link = await tx.store.sessions.link(id);
  if (link === null || link.personId !== admin) return false;
  const ended = await tx.store.sessions.endOfLink(id);
  say(tx, link, { kind: 'desk_signed_out' });
  return ended;
}

/** Ends the session of a token, if there is one. */
export async function signOut(tx: Transaction, token: string): Promise<void> {
  const session = await tx.store.sessions.get(hashOf(token));
  await tx.store.sessions.end(hashOf(token));
  const link = session?.linkId == null ? null : await tx.store.sessions.link(session.linkId);
  if (link !== null) say(tx, link, { kind: 'desk_signed_out' });
}

type Said =
  | { readonly kind: 'desk_signed_in'; readonly link: number; readonly at: Instant }
  | { readonly kind: 'desk_signed_out' };

/** In the place of the link. */
function say(tx: Transaction, { personId, botMessageId }: LoginLink, notice: Said): void {
  owe(tx, { recipientId: personId, notice, priority: priorities.answer, botMessageId });
}
