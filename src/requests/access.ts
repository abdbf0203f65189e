import type { PersonId } from '../lifecycle/ids';
import type { Request, Status } from '../lifecycle/request';
import type { AccessChat } from '../store/queries/access';
import type { Seen } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import type { ChatLink } from './read/views';

/**
 * A request has changed: writes down who should be in the chats of the community from now on, for the worker to see to. Returns
 * the links that the client gets with an approval.
 */
export async function followAccess(
  tx: Transaction,
  from: Status | null,
  { status: to, clientId }: Request,
): Promise<readonly ChatLink[]> {
  const { access } = tx.community;
  if (access === null || from === to) return [];
  if (to === 'approved') return letIn(tx, clientId);
  if (from === 'approved') await tx.store.access.wantOut(clientId, access.onEnd === 'remove', tx.now);
  else if (from === 'pending') await tx.store.access.lookAtJoinRequests(clientId, tx.now);
  tx.wakeAccess();
  return [];
}

/** The chats are open to somebody. Where there is a link they get it now; where there is none yet they are invited later. */
async function letIn(tx: Transaction, person: PersonId): Promise<readonly ChatLink[]> {
  const { access } = tx.store;
  const links: ChatLink[] = [];
  for (const chat of await access.chats()) {
    const link = linkOf(chat);
    const seen = await access.wantIn(person, chat.chatId, { invitedAt: link === null ? null : tx.now, now: tx.now });
    if (link !== null && !isIn(seen)) links.push(link);
  }
  tx.wakeAccess();
  return links;
}

/** Whether somebody who was last seen like this is in the chat. */
export const isIn = (seen: Seen): boolean => seen === 'member' || seen === 'admin';

/** The link to a chat; null: there is none that works. */
export function linkOf({ title, inviteLink, outage }: AccessChat): ChatLink | null {
  return title === null || inviteLink === null || outage !== null ? null : { title, url: inviteLink };
}

/** The links to the chats that somebody is let into and is not in. */
export async function openLinks(tx: Transaction, person: PersonId): Promise<readonly ChatLink[]> {
  if (tx.community.access === null) return [];
  const links: ChatLink[] = [];
  for (const { chat, membership } of await tx.store.access.ofPerson(person)) {
    const link = membership.wanted === 'in' && !isIn(membership.seen) ? linkOf(chat) : null;
    if (link !== null) links.push(link);
  }
  return links;
}
