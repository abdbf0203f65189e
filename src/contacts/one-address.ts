import type { PersonId } from '../lifecycle/ids';
import type { Contact } from '../store/queries/contacts';
import type { ContactMedium } from '../store/rows';
import type { Transaction } from '../transaction/transaction';
import { forgetCodesTo } from './prove';

/** Two people have become one, and may have proved an address of the same kind each: one of these stays. */
export async function keepOneOfEachKind(tx: Transaction, person: PersonId): Promise<void> {
  const { contacts } = tx.store;
  const kinds = new Map<ContactMedium, Contact[]>();
  for (const contact of await contacts.allOf(person)) {
    if (contact.verifiedAt === null) continue;
    const ofKind = kinds.get(contact.medium);
    if (ofKind === undefined) kinds.set(contact.medium, [contact]);
    else ofKind.push(contact);
  }
  for (const ofKind of kinds.values()) {
    const kept = theOneOf(ofKind);
    if (kept === null || ofKind.length === 1) continue;
    for (const contact of ofKind) {
      if (contact.address === kept.address) continue;
      if (contact.addressKey !== kept.addressKey) await forgetCodesTo(tx, contact);
      await contacts.remove(contact);
    }
    await contacts.save(kept);
  }
}

/**
 * Of the proved addresses of one kind: one that works before one that is dead, then the newest, with what was chosen for any of them.
 * Only the chat has choices: whoever came by the form has made none. Null: there is none.
 */
export function theOneOf(proved: readonly Contact[]): Contact | null {
  const [best] = [...proved].sort(
    (one, other) =>
      Number(one.failedAt !== null) - Number(other.failedAt !== null) ||
      (other.verifiedAt ?? 0) - (one.verifiedAt ?? 0),
  );
  if (best === undefined) return null;
  const mode = proved.some((one) => one.mode === 'both') ? 'both' : 'fallback';
  const muted = proved.flatMap(({ mutedAt }) => mutedAt ?? []);
  return { ...best, mode, mutedAt: muted.length === 0 ? null : Math.max(...muted) };
}
