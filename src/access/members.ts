import type { GroupId, Instant, PersonId } from '../lifecycle/ids';
import { latestRequest } from '../requests/current';
import { saveMembership } from '../requests/access';
import { decide } from '../requests/decide';
import { findOrAddPerson, findOrAddStranger, personOnTelegram, type NamedUser } from '../requests/meet';
import { isChanged } from '../requests/change';
import { noMembership, type Membership } from '../store/queries/access';
import type { Seen } from '../store/rows';
import { tellAdmins, type Transaction } from '../transaction/transaction';

/** Somebody's place in a chat of the community has changed, as Telegram says. */
export interface MemberChange {
  readonly chat: GroupId;
  readonly who: NamedUser;
  /** Who has done it. */
  readonly by: NamedUser & { readonly isThisBot: boolean };
  readonly was: Seen;
  readonly is: Seen;
  /** When, to the second. */
  readonly at: Instant;
}

/** Telegram gives times in whole seconds. */
const second = 1000;

/**
 * Somebody is in, has left or was removed. Who was approved by an admin in Telegram itself is approved from then on; whoever else
 * is in without having been let in is a stranger, and what becomes of them is for ACCESS_STRANGERS to say.
 */
export async function noteMemberChange(tx: Transaction, change: MemberChange): Promise<void> {
  const { chat, who, by } = change;
  // Telegram's server removes a member by a ban that it lifts after a second.
  const is = by.isThisBot && change.is === 'kicked' ? 'left' : change.is;
  const known = await personOnTelegram(tx, who.telegramId);
  const row = known === null ? null : await tx.store.access.get(known, chat);
  if (row === null && is !== 'member') return;
  if (row !== null) {
    const seen = withSeen(tx, row, is, change);
    await saveMembership(tx, row, seen);
    if (seen.nextTryAt !== row.nextTryAt) tx.wakeAccess();
  }
  if (is !== 'member' || change.was === 'member' || change.was === 'admin' || row?.wanted === 'in') return;
  if (known !== null && (await wasApprovedBy(tx, known, row, by))) return saveAsMember(tx, known, chat);
  if (row?.toRemove !== true) await noteStranger(tx, change);
}

function withSeen(tx: Transaction, row: Membership, is: Seen, { by, at }: MemberChange): Membership {
  // An update that is older than what was seen since: Telegram has to say which one holds.
  if (row.seenAt !== null && at + second <= row.seenAt && row.seen !== is) {
    return { ...row, seen: 'unknown', nextTryAt: row.nextTryAt ?? tx.now };
  }
  const isThere = is === 'member' || is === 'admin';
  const isToRemove = row.wanted === 'out' && row.toRemove && is === 'member';
  return {
    ...row,
    seen: is,
    seenAt: Math.max(at, row.seenAt ?? 0),
    ...(isThere && { joinedAt: row.joinedAt ?? at }),
    ...((isThere || is === 'kicked') && { joinRequestedAt: null }),
    // A ban by a human since the approval stays.
    ...(is === 'kicked' && !by.isThisBot && { isFresh: false }),
    ...(isToRemove && row.nextTryAt === null && { nextTryAt: tx.now, tries: 0 }),
  };
}

/** An admin has approved in Telegram what waits for a decision here: it is theirs. */
async function wasApprovedBy(
  tx: Transaction,
  person: PersonId,
  row: Membership | null,
  by: NamedUser,
): Promise<boolean> {
  const admin = tx.community.adminOnTelegram(by.telegramId);
  if (admin === null || row?.joinRequestedAt == null) return false;
  const latest = await latestRequest(tx, person);
  if (latest?.request.status !== 'pending') return false;
  // Who has never written to the bot is known by name from here on.
  await findOrAddPerson(tx, by);
  const decided = await decide(tx, latest.id, { type: 'approve', by: admin, round: null });
  return isChanged(decided) && decided.request.status === 'approved';
}

/** They are in already: nothing is left to do. */
async function saveAsMember(tx: Transaction, person: PersonId, chat: GroupId): Promise<void> {
  const row = await tx.store.access.get(person, chat);
  if (row !== null)
    await saveMembership(tx, row, { ...row, seen: 'member', joinedAt: tx.now, nextTryAt: null, isFresh: false });
}

async function noteStranger(tx: Transaction, { chat, who }: MemberChange): Promise<void> {
  const { access } = tx.community;
  if (access === null || access.strangers === 'ignore') return;
  if (tx.community.adminOnTelegram(who.telegramId) !== null) return;
  const person = await findOrAddStranger(tx, who);
  const row = (await tx.store.access.get(person.id, chat)) ?? noMembership(person.id, chat);
  if (row.strangerToldAt !== null) return;
  const stranger: Membership = { ...row, seen: 'member', seenAt: tx.now };
  if (access.strangers === 'remove') {
    await tx.store.access.save({ ...stranger, toRemove: true, nextTryAt: tx.now });
    tx.wakeAccess();
    return;
  }
  await tx.store.access.save({ ...stranger, strangerToldAt: tx.now });
  const title = (await tx.store.access.chat(chat))?.title ?? String(chat);
  tellAdmins(tx, { kind: 'stranger', chat: title, id: who.telegramId, name: person.name });
}
