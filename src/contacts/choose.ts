import type { PersonId } from '../lifecycle/ids';
import type { Contact } from '../store/queries/contacts';
import type { ContactMedium, ContactMode } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import { mostTries } from './codes';
import { showOnCards } from './show-on-cards';

/** When something is to be sent to somebody's address; `off`: never. */
export type Choice = ContactMode | 'off';

/** Somebody's address of one kind; null: they have proved none. */
export async function addressOf(tx: Transaction, person: PersonId, medium: ContactMedium): Promise<Contact | null> {
  const contacts = await tx.store.contacts.verifiedOf(person);
  return contacts.find((contact) => contact.medium === medium) ?? null;
}

/** Somebody says when they want something sent to their address. Refused where they have none, or it is dead. */
export async function choose(
  tx: Transaction,
  person: PersonId,
  medium: ContactMedium,
  choice: Choice,
): Promise<Contact | 'no_address' | 'dead'> {
  // Who wants nothing there does not want to prove it either.
  if (choice === 'off') await tx.store.addressCodes.voidAll(person, medium, mostTries);
  const contact = await addressOf(tx, person, medium);
  if (contact === null) return 'no_address';
  if (choice !== 'off' && contact.failedAt !== null) return 'dead';
  const chosen: Contact =
    choice === 'off' ? { ...contact, mutedAt: contact.mutedAt ?? tx.now } : { ...contact, mode: choice, mutedAt: null };
  await tx.store.contacts.save(chosen);
  if ((chosen.mutedAt === null) !== (contact.mutedAt === null)) await showOnCards(tx, person);
  return chosen;
}
