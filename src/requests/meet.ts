import { personId, type PersonId, type TelegramId } from '../lifecycle/ids';
import type { Transaction } from '../transaction/transaction';
import { hasWritten, languageOf, nameOfUnknown } from '../people/person';
import type { Person } from '../store/queries/people';
import { followReachability } from './reachability';

/** Somebody as Telegram describes them now. */
export interface TelegramProfile extends Pick<Person, 'name' | 'username' | 'language'> {
  readonly telegramId: TelegramId;
}

export interface Sender {
  readonly id: PersonId;
  /** The language they are written to in; null: the default one. */
  readonly language: string | null;
  /** They are new, and nobody whom the settings name as an admin has ever written. */
  readonly isBeforeAdmins: boolean;
}

/** The person with this Telegram ID; null: the bot has never met them. */
export async function personOnTelegram({ store }: Transaction, id: TelegramId): Promise<PersonId | null> {
  return (await store.people.byTelegramId(id))?.id ?? null;
}

/** The people whom the settings name by their Telegram IDs. Those who have never written are stored too, with their ID as their name. */
export async function peopleOfSettings(
  { store }: Transaction,
  ids: readonly TelegramId[],
): Promise<ReadonlyMap<TelegramId, PersonId>> {
  const people = new Map<TelegramId, PersonId>();
  for (const telegramId of ids) {
    const known = await store.people.byTelegramId(telegramId);
    const person = known ?? newcomer(telegramId);
    if (known === null) await store.people.save(person);
    people.set(telegramId, person.id);
  }
  return people;
}

/** A person as somebody else's message names them. */
export interface NamedUser {
  readonly telegramId: TelegramId;
  /** Null where nothing but their ID is known. */
  readonly name: string | null;
  readonly username: string | null;
}

/** The person with this Telegram ID; whom the bot has never met is stored, too. Somebody who is known by a number only stays so. */
export async function findOrAddStranger(tx: Transaction, named: NamedUser): Promise<Person> {
  return (await tx.store.people.byTelegramId(named.telegramId)) ?? findOrAddPerson(tx, named);
}

/**
 * The person with this Telegram ID. Somebody who has never written to the bot is stored too, under the name given here; so is whoever
 * was forgotten, who is to be known by it from here on.
 */
export async function findOrAddPerson(tx: Transaction, { telegramId, name, username }: NamedUser): Promise<Person> {
  const { store } = tx;
  const known = await store.people.byTelegramId(telegramId);
  if (known !== null && (name === null || hasWritten(known))) return known;
  const person = { ...(known ?? newcomer(telegramId)), ...(name !== null && { name, username }) };
  await store.people.save(person);
  if (known !== null && name !== null) await noteBack(tx, person);
  return person;
}

/** Somebody has a name from now on. Where they were forgotten, RETENTION counts from here until they ask for something. */
async function noteBack({ store, now }: Transaction, { id }: Person): Promise<void> {
  if (await store.erasures.isKnown(id, 0, true)) await store.people.setBackSince(id, now);
}

/** A new person's `id` is their Telegram ID. */
const newcomer = (telegramId: TelegramId): Person => ({
  id: personId(telegramId),
  telegramId,
  name: nameOfUnknown(telegramId),
  username: null,
  language: null,
  chosenLanguage: null,
  unreachableAt: null,
});

/** How somebody is met. */
export interface Meeting {
  /** They have done something in their own chat with the bot, so they can be written to, and get what they have missed. */
  readonly isHere: boolean;
  /** They want something for which they have to be known. Whoever was forgotten stays so until then. */
  readonly wantsSomething: boolean;
}

/** Keeps what Telegram says of people: their names change. */
export async function meet(
  tx: Transaction,
  described: TelegramProfile,
  { isHere, wantsSomething }: Meeting,
): Promise<Sender> {
  const known = await tx.store.people.byTelegramId(described.telegramId);
  const before = known ?? newcomer(described.telegramId);
  const isKept = known === null || hasWritten(known) || wantsSomething;
  const person = { ...before, ...(isKept && described), unreachableAt: isHere ? null : before.unreachableAt };
  // They are answered in it, whether it is kept or not.
  const language = languageOf({ ...before, ...described });
  if (known === null) {
    const isBeforeAdmins = await hasNoAdminWritten(tx, person);
    await tx.store.people.save(person);
    return { id: person.id, language, isBeforeAdmins };
  }
  const isReachableAgain = known.unreachableAt !== person.unreachableAt;
  const { name, username } = person;
  const isDescribedAnew = known.name !== name || known.username !== username || known.language !== person.language;
  if (isDescribedAnew || isReachableAgain) await tx.store.people.save(person);
  if (!hasWritten(known) && hasWritten(person)) await noteBack(tx, person);
  if (isReachableAgain) await followReachability(tx, person.id, true);
  return { id: person.id, language, isBeforeAdmins: false };
}

async function hasNoAdminWritten({ store, community }: Transaction, { id }: Person): Promise<boolean> {
  if (community.isAdmin(id)) return false;
  for (const admin of community.admins) {
    const person = await store.people.get(admin);
    if (person !== null && hasWritten(person)) return false;
  }
  return true;
}
