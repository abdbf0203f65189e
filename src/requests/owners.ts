import { telegramId, type PersonId, type TelegramId } from '../lifecycle/ids';
import { addedAdmins } from '../people/added-admins';
import type { Transaction } from '../transaction/transaction';
import { personOnTelegram, peopleOfSettings } from './meet';
import { refreshApprovals } from './refresh-approvals';

/**
 * The settings name these as owners, and the database those whom owners have added. The approvals of owners whom the settings no
 * longer name don't count any more, and those of owners whom they name again do: the cards of what waits say so.
 */
export async function appointOwners(tx: Transaction, ids: readonly TelegramId[]): Promise<void> {
  const before = await ownersBefore(tx);
  await tx.store.state.set('owners', JSON.stringify(ids));
  tx.community.appoint(await peopleOfSettings(tx, ids));
  tx.community.appointAdded(await addedAdmins(tx.store));
  if (before === null) return;
  const changed = [...before.filter((id) => !ids.includes(id)), ...ids.filter((id) => !before.includes(id))];
  const people: PersonId[] = [];
  for (const id of changed) {
    const person = await personOnTelegram(tx, id);
    if (person !== null) people.push(person);
  }
  if (people.length > 0) await refreshApprovals(tx, people);
}

/** The owners at the start before this one; null: there was none, or it was of an older version. */
async function ownersBefore({ store }: Transaction): Promise<readonly TelegramId[] | null> {
  const stored = await store.state.get('owners');
  return stored === null ? null : (JSON.parse(stored) as readonly number[]).map(telegramId);
}
