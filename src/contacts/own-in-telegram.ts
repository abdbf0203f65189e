import type { PersonId } from '../lifecycle/ids';
import { isOpenStatus } from '../lifecycle/request';
import type { NotUnited } from '../lifecycle/uniting';
import { latestRequest } from '../requests/current';
import type { AddressCode } from '../store/queries/address-codes';
import type { Transaction } from '../transaction/transaction';
import { ownAddress, type Proved } from './prove';
import { uniteBoth, type United } from './unite';

/** An address that somebody has proved in Telegram; `united`: by it they are one with whoever asked by the form. Null: they were not. */
export type OwnedInTelegram = (Proved & { readonly united: United | null }) | NotUnited;

/**
 * The address of a right code that somebody has typed in Telegram is theirs. Where somebody has asked by the form from it, the code
 * proves what the link on their page does: it is the same person. Refused where they can't be made one now and that request is open:
 * whoever asked by the form would hear of it nowhere else.
 */
export async function ownInTelegram(
  tx: Transaction,
  inTelegram: PersonId,
  code: AddressCode,
): Promise<OwnedInTelegram> {
  const { contacts, people } = tx.store;
  const holder = await contacts.holderOf(code.medium, code.addressKey);
  const before = holder === null || holder.personId === inTelegram ? null : await people.get(holder.personId);
  const account = await people.get(inTelegram);
  if (before === null || before.telegramId !== null || account === null) {
    return { ...(await ownAddress(tx, inTelegram, code)), united: null };
  }
  const outcome = await uniteBoth(tx, before, account);
  if ('person' in outcome) return { ...(await ownAddress(tx, outcome.person, code)), united: outcome };
  const asked = await latestRequest(tx, before.id);
  if (asked !== null && isOpenStatus(asked.request.status)) return outcome;
  return { ...(await ownAddress(tx, inTelegram, code)), united: null };
}
