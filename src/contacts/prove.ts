import type { Instant, Millis, PersonId } from '../lifecycle/ids';
import type { AddressCode } from '../store/queries/address-codes';
import type { Contact } from '../store/queries/contacts';
import { priorities } from '../store/queries/outbox';
import type { ContactMedium } from '../store/rows';
import { owe, type Transaction } from '../transaction/transaction';
import { keyOnceErased, type Address } from './addresses';
import { awaitedInChat, isCode, mostTries } from './codes';
import { showOnCards } from './show-on-cards';

const day: Millis = 24 * 60 * 60_000;
/** Most codes a day to one address that nobody has proved, whoever asks for them. */
export const mostCodesADay = 3;
/** So many codes a day somebody can have sent to addresses of one kind: else one person could have it write to everybody. */
const mostCodesOfAPerson = 10;

/** What it takes to look at codes without changing anything. */
type Looking = Pick<Transaction, 'store' | 'now'>;

/** Who is to prove what. */
export interface ToProve extends Address {
  readonly person: PersonId;
  readonly medium: ContactMedium;
  /** What the message with the code is written in; null: the language of the person, or the default one. */
  readonly language: string | null;
}

/**
 * Owes an address a message with a code, which voids those before it. Refused where the address, or all addresses that this person
 * has named, have got as many as they may in a day.
 */
export async function sendCode(
  tx: Transaction,
  { person, medium, address, key: addressKey, language }: ToProve,
): Promise<'sent' | 'too_many'> {
  const { addressCodes } = tx.store;
  if (!(await mayGetCode(tx, medium, addressKey))) return 'too_many';
  if ((await addressCodes.countOf(person, medium, tx.now - day)) >= mostCodesOfAPerson) return 'too_many';
  const codeId = await addressCodes.add({
    personId: person,
    medium,
    address,
    addressKey,
    language,
    createdAt: tx.now,
  });
  owe(tx, {
    channel: medium,
    recipientId: person,
    threadId: null,
    notice: { kind: 'address_code', codeId },
    priority: priorities.answer,
  });
  return 'sent';
}

/** Whether an address has not got yet as many codes as one may in a day. */
export async function mayGetCode({ store, now }: Looking, medium: ContactMedium, addressKey: string): Promise<boolean> {
  const keys = [addressKey, keyOnceErased(addressKey)];
  return (await store.addressCodes.countTo(medium, keys, now - day)) < mostCodesADay;
}

/** The code that somebody is to type for an address of this kind; null: none is waited for. */
export async function codeFor(
  { store, now }: Looking,
  person: PersonId,
  medium: ContactMedium,
): Promise<AddressCode | null> {
  const newest = await store.addressCodes.newestOf(person, medium);
  return newest !== null && isRecent(newest, now) && newest.usedAt === null && !isOver(newest, now) ? newest : null;
}

/** What a typed code came to. */
export type TriedCode =
  /** It is the code: the address is whoever's has typed it. */
  | { readonly is: 'right'; readonly code: AddressCode }
  | { readonly is: 'wrong'; readonly triesLeft: number }
  /** No longer valid: too many wrong ones were typed, or it is too old. */
  | { readonly is: 'over' }
  /** It was typed before, and was right. */
  | { readonly is: 'used'; readonly code: AddressCode }
  /** Nobody waits for one. */
  | { readonly is: 'none' };

/** Somebody has typed a code for an address of theirs. A right one counts once; each attempt is one of five. */
export async function tryCode(
  tx: Transaction,
  person: PersonId,
  medium: ContactMedium,
  typed: string,
): Promise<TriedCode> {
  const { addressCodes } = tx.store;
  const newest = await addressCodes.newestOf(person, medium);
  if (newest === null || !isRecent(newest, tx.now)) return { is: 'none' };
  if (newest.usedAt !== null) return isCode(tx, newest, typed) ? { is: 'used', code: newest } : { is: 'none' };
  if (isOver(newest, tx.now)) return { is: 'over' };
  // The attempt is written down first: of several at once each is one.
  const tried = await addressCodes.takeTry(newest.id, mostTries);
  if (tried === null) return { is: 'over' };
  if (!isCode(tx, tried, typed)) {
    return tried.tries >= mostTries ? { is: 'over' } : { is: 'wrong', triesLeft: mostTries - tried.tries };
  }
  await addressCodes.use(tried.id, tx.now);
  return { is: 'right', code: tried };
}

const isRecent = ({ createdAt }: AddressCode, now: Instant): boolean => Math.abs(now - createdAt) < awaitedInChat;

const isOver = ({ tries, expiresAt }: AddressCode, now: Instant): boolean =>
  tries >= mostTries || (expiresAt !== null && now > expiresAt);

/**
 * Somebody has another address in the place of this one: used codes no longer say to where they were sent, since nobody could tell any more
 * that those by the form were theirs.
 */
export async function forgetCodesTo({ store }: Looking, { medium, addressKey: key }: Contact): Promise<void> {
  for (const { id, usedAt } of await store.addressCodes.allTo(medium, key))
    if (usedAt !== null) await store.addressCodes.erase(id, keyOnceErased(key));
}

/** An address that was proved. */
export interface Proved {
  readonly contact: Contact;
  /** It was somebody else's until now. */
  readonly moved: boolean;
}

/**
 * The address of a right code is this person's from now on, and the only one of its kind that they have. Where it was somebody
 * else's, it moves: whoever has typed the code reads what is sent there.
 */
export async function ownAddress(tx: Transaction, person: PersonId, code: AddressCode): Promise<Proved> {
  const { contacts } = tx.store;
  const { medium, address, addressKey } = code;
  const owner = await contacts.holderOf(medium, addressKey);
  const moved = owner !== null && owner.personId !== person;
  if (moved) await contacts.remove(owner);
  const before = (await contacts.verifiedOf(person)).find((one) => one.medium === medium) ?? null;
  if (before !== null && before.addressKey !== addressKey) await forgetCodesTo(tx, before);
  await contacts.removeAll(person, medium);
  const mode = before?.mode ?? 'fallback';
  const contact: Contact = {
    personId: person,
    medium,
    address,
    addressKey,
    mode,
    verifiedAt: tx.now,
    failedAt: null,
    mutedAt: null,
  };
  await contacts.save(contact);
  await showOnCards(tx, person);
  if (moved) await showOnCards(tx, owner.personId);
  return { contact, moved };
}
