import { telegramId, type Instant, type PersonId, type TelegramId } from '../lifecycle/ids';
import { addedAdmins } from '../transaction/added-admins';
import type { Transaction } from '../transaction/transaction';
import { showApprovalsWithout } from './lost-approvals';
import { personOnTelegram, peopleOfSettings } from './meet';

/**
 * The settings name these as owners, and the database those whom owners have added. Whom the settings name for the first time, or
 * again, is an owner from now on; whom they name no more has approved nothing that still waits, and its cards say so.
 */
export async function appointOwners(tx: Transaction, ids: readonly TelegramId[]): Promise<void> {
  const before = await ownersBefore(tx);
  const since = new Map(ids.map((id) => [id, before === null ? 0 : (before.get(id) ?? tx.now)]));
  await tx.store.state.set('owners_since', JSON.stringify(Object.fromEntries(since)));
  const owners = await peopleOfSettings(tx, ids);
  tx.community.appoint(owners, new Map([...owners].map(([id, person]) => [person, since.get(id) ?? tx.now])));
  tx.community.appointAdded(await addedAdmins(tx.store));
  const left: PersonId[] = [];
  for (const id of before?.keys() ?? []) {
    const person = await personOnTelegram(tx, id);
    if (person !== null && !tx.community.isAdmin(person)) left.push(person);
  }
  if (left.length > 0) await showApprovalsWithout(tx, left);
}

/** The owners at the start before this one, and since when each was one; null: there was none, or it was of an older version. */
async function ownersBefore({ store }: Transaction): Promise<ReadonlyMap<TelegramId, Instant> | null> {
  const stored = await store.state.get('owners_since');
  if (stored === null) return null;
  const since = Object.entries(JSON.parse(stored) as Readonly<Record<string, Instant>>);
  return new Map(since.map(([id, at]) => [telegramId(Number(id)), at]));
}
