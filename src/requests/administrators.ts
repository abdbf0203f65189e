import type { PersonId, RecipientId, TelegramId } from '../lifecycle/ids';
import type { Notice } from '../notices/notice';
import { addedAdmins } from '../people/added-admins';
import { tell, type Transaction } from '../transaction/transaction';
import { authorise, type NotAnAdmin } from './authorise';
import { oweDigest } from './digest';
import { takeBackAllFrom } from './former-admins';
import { welcome } from './greet';
import { findOrAddPerson, type NamedUser } from './meet';
import { keptNames } from '../people/kept-names';
import { hasWritten, nameOfUnknown } from '../people/person';
import { isKnownBot } from './known-bots';
import { closeAllQuestions, putQuestion, type QuestionedAdmin } from './questions';
import { refreshApprovals } from './refresh-approvals';

/** Why the list of admins stays as it is. */
export interface AdminsRefusal {
  readonly refused: 'owners_only' | 'already_admin' | 'is_owner' | 'not_added' | 'no_persons_id';
  /** The name of the person it is about; null: the bot has never met them. */
  readonly name: string | null;
}

/** The admin who was added or removed. */
export interface AdminsChanged {
  readonly id: TelegramId;
  readonly name: string;
  /** The bot can't write to them: they have blocked it. */
  readonly isUnreachable: boolean;
  /** The bot has never seen them: the ID may be mistyped. Missing: it has. */
  readonly isUnknown?: true;
  /** So few admins are left that nothing can be approved. Missing: there are enough. */
  readonly tooFew?: { readonly left: number; readonly needed: number };
}

/**
 * An owner makes somebody an admin, from this moment of the transaction on. They are told, with what waits as one message, and
 * so are the other owners. Refuses anyone who is not an owner, and what is known to be a bot.
 */
export async function addAdmin(
  tx: Transaction,
  by: PersonId,
  named: NamedUser,
): Promise<AdminsChanged | AdminsRefusal | NotAnAdmin> {
  const forbidden = whyNotChangeAdmins(tx, by);
  if (forbidden !== null) return forbidden;
  if (await isKnownBot(tx, named.telegramId)) return { refused: 'no_persons_id', name: null };
  const person = await findOrAddPerson(tx, named);
  if (tx.community.isAdmin(person.id)) return { refused: 'already_admin', name: person.name };
  await tx.store.administrators.add(named.telegramId, by, tx.now);
  await readAnew(tx);
  await refreshApprovals(tx, [person.id]);
  const byName = await nameOf(tx, by);
  tell(tx, person.id, { kind: 'admin_joined', byName });
  const { pending } = await tx.store.requests.counts();
  const getsDigest = pending > 0 && tx.community.getsCards(person.id);
  await welcome(tx, person.id, getsDigest ? 'digest_follows' : 'with_count');
  if (getsDigest) await oweDigest(tx, person.id);
  const changed = {
    id: named.telegramId,
    name: person.name,
    isUnreachable: person.unreachableAt !== null,
    ...(!hasWritten(person) && { isUnknown: true as const }),
  };
  tellOwners(tx, by, { kind: 'admins_changed', change: 'added', byName, ...changed });
  return changed;
}

/**
 * An owner removes an admin who was added in the chat, from this moment of the transaction on: their open questions are closed,
 * what they are owed as an admin is taken back, they are signed out of the desk, their approvals no longer count, and if they were
 * forgotten as an admin their name is erased next. Refuses anyone who is not an owner, and
 * refuses to remove one.
 */
export async function removeAdmin(
  tx: Transaction,
  by: PersonId,
  telegramId: TelegramId,
): Promise<AdminsChanged | AdminsRefusal | NotAnAdmin> {
  const forbidden = whyNotChangeAdmins(tx, by);
  if (forbidden !== null) return forbidden;
  const person = await tx.store.people.byTelegramId(telegramId);
  if (person === null || !tx.community.isAdmin(person.id)) {
    return { refused: 'not_added', name: person?.name ?? null };
  }
  if (tx.community.isOwner(person.id)) return { refused: 'is_owner', name: person.name };
  await tx.store.administrators.remove(telegramId, by, tx.now);
  await readAnew(tx);
  await closeAllQuestions(tx, person.id);
  await takeBackAllFrom(tx, person.id);
  await tx.store.sessions.endOfPerson(person.id);
  await refreshApprovals(tx, [person.id]);
  const isForgotten = (await keptNames(tx.store)).some(({ id }) => id === person.id);
  if (isForgotten) tx.wakeEraser();
  tell(tx, person.id, { kind: 'admin_left' });
  const { admins, policy } = tx.community;
  const tooFew = { left: admins.length, needed: policy.approvalsNeeded };
  const changed = {
    id: telegramId,
    name: isForgotten ? nameOfUnknown(telegramId) : person.name,
    isUnreachable: false,
    ...(tooFew.left < tooFew.needed && { tooFew }),
  };
  tellOwners(tx, by, { kind: 'admins_changed', change: 'removed', byName: await nameOf(tx, by), ...changed });
  return changed;
}

/** Asks an owner, in this chat, who should become an admin. Refuses anyone who is not an owner. */
export async function askForNewAdmin(
  tx: Transaction,
  { id, telegramId, name }: QuestionedAdmin,
  chat: RecipientId,
  replyTo: number | null,
): Promise<AdminsRefusal | NotAnAdmin | null> {
  const forbidden = whyNotChangeAdmins(tx, id);
  if (forbidden !== null) return forbidden;
  const kind = 'new_admin_question';
  const place = { recipientId: chat, personId: id, requestId: null, round: null, replyTo };
  await putQuestion(tx, { kind, ...place }, { kind, askedName: name, askedId: telegramId });
  return null;
}

/** Why this person may not change who the admins are; null: they may. */
export function whyNotChangeAdmins({ community }: Pick<Transaction, 'community'>, by: PersonId) {
  return authorise({ community }, by) ?? (community.isOwner(by) ? null : ownersOnly);
}

const ownersOnly: AdminsRefusal = { refused: 'owners_only', name: null };

/** This transaction sees the new list at once, others after the commit. */
async function readAnew({ store, community }: Transaction): Promise<void> {
  community.appointAdded(await addedAdmins(store));
}

async function nameOf({ store }: Transaction, person: PersonId): Promise<string> {
  return (await store.people.get(person))?.name ?? '';
}

/** All but the owner who did it: they get an answer to their message. */
function tellOwners(tx: Transaction, by: PersonId, notice: Notice): void {
  for (const owner of tx.community.ownerIds) if (owner !== by) tell(tx, owner, notice);
}
