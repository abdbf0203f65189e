import { tell, type Transaction } from '../transaction/transaction';
import { mostTries } from './codes';

/** The message with a code can't be delivered: whoever waits for it in the chat learns that. */
export async function noteUndeliveredCode(tx: Transaction, codeId: number): Promise<void> {
  if (!Number.isSafeInteger(codeId)) return;
  const code = await tx.store.addressCodes.get(codeId);
  if (code === null || code.usedAt !== null) return;
  const newest = await tx.store.addressCodes.newestOf(code.personId, code.medium);
  const person = await tx.store.people.get(code.personId);
  // They have named another address since, or they wait somewhere else than in Telegram.
  if (newest?.id !== codeId || person === null || person.telegramId === null) return;
  await tx.store.addressCodes.voidAll(code.personId, code.medium, mostTries);
  const { medium, address } = code;
  tell(tx, code.personId, { kind: 'address_refused', why: 'undeliverable', medium, address });
}
