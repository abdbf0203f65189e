import type { PersonId } from '../lifecycle/ids';
import type { Log } from '../observability/log';
import type { ContactMedium } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import { showOnCards } from './show-on-cards';

/** Nothing can be delivered to somebody's address any more: nothing is sent there from now on, and the cards of their request say so. */
export async function noteDeadAddress(
  tx: Transaction,
  { person, medium, address }: { readonly person: PersonId; readonly medium: ContactMedium; readonly address: string },
  error: string,
  log: Log,
): Promise<void> {
  const contacts = await tx.store.contacts.verifiedOf(person);
  const dead = contacts.find((contact) => contact.medium === medium && contact.address === address);
  // It was to be proved by this message, or it is no longer theirs.
  if (dead === undefined || !(await tx.store.contacts.fail(dead, tx.now))) return;
  log.info('an address is dead, and nothing is sent there any more', {
    action: 'address_dead',
    details: { channel: medium, person, reason: error },
  });
  await showOnCards(tx, person);
}
