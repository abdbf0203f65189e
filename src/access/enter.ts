import type { PersonId } from '../lifecycle/ids';
import { linkOf, saveMembership } from '../requests/access';
import { isIn } from '../requests/access-state';
import { noMembership, type AccessChat, type Membership } from '../store/queries/access';
import { priorities } from '../store/queries/outbox';
import type { Seen } from '../store/rows';
import { owe, type Transaction } from '../transaction/transaction';
import { overtaken } from './overtaken';

/** How many people are entered in one transaction. */
const batch = 100;

/**
 * A chat is new in ACCESS_CHATS, or is back: whoever is approved is let into it, and will be invited; whoever lost their access
 * meanwhile is not.
 */
export async function enterApproved(tx: Transaction, { chatId }: AccessChat, after: PersonId): Promise<void> {
  const { store, community } = tx;
  const open = await store.requests.openAfter(after, batch);
  for (const { clientId, status } of open) {
    const row = await store.access.get(clientId, chatId);
    if (status === 'approved' && row?.wanted !== 'in') {
      const entered = {
        ...(row ?? noMembership(clientId, chatId)),
        wanted: 'in',
        toRemove: false,
        invitedAt: null,
      } as const;
      await store.access.save(entered);
    } else if (status !== 'approved' && row?.wanted === 'in') {
      await store.access.save({
        ...row,
        wanted: 'out',
        toRemove: community.access?.onEnd === 'remove',
        nextTryAt: tx.now,
      });
    }
  }
  const last = open.length < batch ? null : (open.at(-1)?.clientId ?? null);
  await store.access.change(chatId, { enteredThrough: last });
}

/** Somebody who was let in without a link was looked for: where they are not in, they get it, and those of other such chats. */
export async function invite(tx: Transaction, looked: Membership, seen: Seen): Promise<void> {
  const { access } = tx.store;
  const row = await access.get(looked.personId, looked.chatId);
  if (row === null || row.wanted !== 'in' || row.invitedAt !== null) return;
  const moved = overtaken(looked, row, seen, tx.now);
  if (moved !== null) return saveMembership(tx, row, { ...row, ...moved });
  const joined = isIn(seen) ? { joinedAt: row.joinedAt ?? tx.now } : {};
  await saveMembership(tx, row, { ...row, ...joined, seen, seenAt: tx.now, invitedAt: tx.now });
  if (isIn(seen)) return;
  const links = [];
  for (const { chat, membership } of await access.ofPerson(row.personId)) {
    const isThis = chat.chatId === row.chatId;
    const link = membership.wanted === 'in' && (isThis || membership.invitedAt === null) ? linkOf(chat) : null;
    if (link === null || isIn(membership.seen)) continue;
    links.push(link);
    if (!isThis) await access.save({ ...membership, invitedAt: tx.now });
  }
  if (links.length === 0) return;
  owe(tx, { recipientId: row.personId, notice: { kind: 'invitation', links }, priority: priorities.client });
}
