import type { PersonId } from '../lifecycle/ids';
import type { ReachedView } from '../requests/read/views';
import type { Contact } from '../store/queries/contacts';
import type { Transaction } from '../transaction/transaction';

/** Where somebody is reached besides Telegram, as they are told it. Where nothing but Telegram is, nothing is looked up. */
export async function reachedAt({ store, community }: Transaction, person: PersonId): Promise<readonly ReachedView[]> {
  const { media } = community;
  if (media.length === 0) return [];
  const contacts = await store.contacts.verifiedOf(person);
  return media.flatMap((medium) => contacts.filter((contact) => contact.medium === medium).map(reachedView));
}

/** A proved address as its owner is told of it. */
export const reachedView = ({ medium, address, mode, failedAt, mutedAt }: Contact): ReachedView => ({
  medium,
  address,
  state: failedAt !== null ? 'dead' : mutedAt !== null ? 'off' : mode,
});
