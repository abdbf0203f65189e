import type { PersonId, TelegramId } from '../lifecycle/ids';
import type { Request, Status } from '../lifecycle/request';
import type { Log } from '../observability/log';
import type { Community } from '../people/community';
import type { Queries } from '../store/queries';
import type { AccessChat, Membership } from '../store/queries/access';
import type { StoredRequest } from '../store/queries/requests';
import { tellAdmins, type Transaction } from '../transaction/transaction';
import { refreshCards } from './cards';
import { accessState, isIn } from './access-state';
import type { ChatAccess, ChatLink } from './read/views';

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
export async function letIn(tx: Transaction, person: PersonId): Promise<readonly ChatLink[]> {
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

/** The link to a chat; null: there is none that works. */
export function linkOf({ chatId, title, inviteLink, outage }: AccessChat): ChatLink | null {
  return title === null || inviteLink === null || outage !== null ? null : { chatId, title, url: inviteLink };
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

/** The row of a membership has changed: where the cards say something else of it now, they follow. */
export async function saveMembership(tx: Transaction, before: Membership | null, after: Membership): Promise<void> {
  await tx.store.access.save(after);
  const telegramId = (await tx.store.people.get(after.personId))?.telegramId ?? null;
  const isPlaceSame = (before === null ? null : accessState(before, telegramId)) === accessState(after, telegramId);
  // Of whoever first asks, as in a raid, no card says anything yet.
  if (isPlaceSame && (before === null || isAsking(before) === isAsking(after))) return;
  const latest = await tx.store.requests.latestOf(after.personId);
  if (latest === null || (isPlaceSame && !saysWhoAsks(latest))) return;
  await refreshCards(tx, latest.id, latest.request.round, null);
}

const isAsking = ({ joinRequestedAt }: Membership): boolean => joinRequestedAt !== null;

/** Whether the cards of a request say that its client's join request waits for the decision. */
const saysWhoAsks = ({ source, request }: StoredRequest): boolean => source === 'join' && request.status === 'pending';

/** Whether a join request waits in Telegram that the decision on this request answers, which began with one. */
export async function isJoining({ access }: Pick<Queries, 'access'>, stored: StoredRequest): Promise<boolean> {
  if (!saysWhoAsks(stored)) return false;
  return (await access.ofPerson(stored.request.clientId)).some(({ membership }) => isAsking(membership));
}

/** What a card says of the chats that its client was let into. */
export async function accessView(
  { access }: Pick<Queries, 'access'>,
  community: Community,
  person: PersonId,
  telegramId: TelegramId | null,
): Promise<readonly ChatAccess[]> {
  if (community.access === null) return [];
  const known = await access.ofPerson(person);
  return known.flatMap(({ chat, membership }) => {
    const state = accessState(membership, telegramId);
    return state === null ? [] : [{ title: chat.title ?? String(chat.chatId), state }];
  });
}

/** ACCESS_CHATS names these chats. Of one that it no longer names the admins are told; its members stay. */
export async function arrangeAccessChats(tx: Transaction, log: Log): Promise<void> {
  const { gone } = await tx.store.access.arrange(tx.community.accessChats(), tx.now);
  for (const { chatId, title } of gone) {
    log.warn('a chat is no longer in ACCESS_CHATS; its members stay', { action: 'access_chat_gone', chatId });
    tellAdmins(tx, { kind: 'access_chat_gone', chat: title ?? String(chatId) });
  }
}
