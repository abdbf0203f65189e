import type { GroupId, PersonId } from '../lifecycle/ids';
import { authorise, type NotAnAdmin } from '../requests/authorise';
import { saveMembership } from '../requests/access';
import { isIn } from '../requests/access-state';
import type { Membership } from '../store/queries/access';
import type { Seen } from '../store/rows';
import { tellAdmins, type Transaction } from '../transaction/transaction';
import { overtaken } from './overtaken';

/** A look after a long silence that finds more than this, and more than this share of a chat's people, removes nobody unasked. */
const mostRemoved = { count: 3, share: 0.05 };

/** Somebody was looked at again after a long silence. Whoever should be out and is in is counted, and removed after the last look. */
export async function lookedAgain(tx: Transaction, looked: Membership, seen: Seen): Promise<void> {
  const { access } = tx.store;
  const { personId, chatId } = looked;
  const [row, chat] = [await access.get(personId, chatId), await access.chat(chatId)];
  await access.change(chatId, { lookedThrough: personId });
  if (row === null || chat === null) return;
  const moved = overtaken(looked, row, seen, tx.now);
  if (moved !== null) return saveMembership(tx, row, { ...row, ...moved });
  const isOut = row.wanted === 'in' && !isIn(seen) && seen !== 'kicked';
  await saveMembership(tx, row, {
    ...row,
    seen,
    seenAt: tx.now,
    ...(isIn(seen) && { joinedAt: row.joinedAt ?? tx.now, joinRequestedAt: null }),
    // They may have asked to join while nobody listened.
    ...(isOut && row.nextTryAt === null && { nextTryAt: tx.now, isFresh: true }),
  });
  const isFound = row.wanted === 'out' && row.toRemove && seen === 'member' && row.nextTryAt === null;
  if (isFound) await access.change(chatId, { removalsFound: (chat.removalsFound ?? 0) + 1 });
}

/** Everybody was looked at. `waiting`: how many join requests wait in Telegram; null: it did not say. */
export async function finishLooking(tx: Transaction, chatId: GroupId, waiting: number | null): Promise<void> {
  const { access } = tx.store;
  const chat = await access.chat(chatId);
  if (chat === null || chat.lookedThrough === null) return;
  const { people, joinRequests } = await access.figures(chatId);
  const found = chat.removalsFound ?? 0;
  const title = chat.title ?? String(chatId);
  const asks = found > mostRemoved.count && found > people * mostRemoved.share;
  await access.change(chatId, {
    lookedThrough: null,
    ...(asks ? { removalsAskedAt: tx.now } : { removalsFound: null }),
  });
  if (asks) tellAdmins(tx, { kind: 'access_removals', chat: title, chatId, count: found });
  else if (found > 0) {
    await access.releaseRemovals(chatId, tx.now);
    tx.wakeAccess();
  }
  const unheard = (waiting ?? 0) - joinRequests;
  if (unheard > 0) tellAdmins(tx, { kind: 'unheard_join_requests', chat: title, count: unheard });
}

/** Nobody has been asked about removals in this chat, or somebody has answered. */
export interface NothingAsked {
  readonly refused: 'nothing_asked';
}

/** An admin lets the bot remove whom it found. Returns how many. */
export async function allowRemovals(
  tx: Transaction,
  admin: PersonId,
  named: GroupId,
): Promise<{ readonly count: number } | NotAnAdmin | NothingAsked> {
  const forbidden = authorise(tx, admin);
  if (forbidden !== null) return forbidden;
  const chatId = tx.community.currentGroup(named);
  const chat = await tx.store.access.chat(chatId);
  if (chat === null || chat.removedAt !== null || chat.removalsAskedAt === null) return { refused: 'nothing_asked' };
  await tx.store.access.change(chatId, { removalsFound: null, removalsAskedAt: null });
  await tx.store.access.releaseRemovals(chatId, tx.now);
  tx.wakeAccess();
  return { count: chat.removalsFound ?? 0 };
}
