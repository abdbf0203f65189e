import type { Transaction } from '../transaction/transaction';
import { languageOf, type Person } from '../store/queries/people';
import { followReachability } from './reachability';

/** Somebody as Telegram describes them now. */
export type Described = Pick<Person, 'id' | 'name' | 'username' | 'language'>;

export interface Met {
  /** The language they are written to in; null: the default one. */
  readonly language: string | null;
  /** They are new, and nobody whom the settings name as an admin has ever written. */
  readonly isBeforeAdmins: boolean;
}

/**
 * Keeps what Telegram says of people: their names change. `isHere`: they have done something in their own chat with the bot,
 * so they can be written to, and get what they have missed.
 */
export async function meet(tx: Transaction, described: Described, isHere: boolean): Promise<Met> {
  const known = await tx.store.people.get(described.id);
  const person = {
    ...described,
    chosenLanguage: known?.chosenLanguage ?? null,
    unreachableAt: isHere ? null : (known?.unreachableAt ?? null),
  };
  const language = languageOf(person);
  if (known === null) {
    const isBeforeAdmins = await hasNoAdminWritten(tx, person);
    await tx.store.people.save(person);
    return { language, isBeforeAdmins };
  }
  const isReachableAgain = known.unreachableAt !== person.unreachableAt;
  const { name, username } = person;
  const isDescribedAnew = known.name !== name || known.username !== username || known.language !== person.language;
  if (isDescribedAnew || isReachableAgain) await tx.store.people.save(person);
  if (isReachableAgain) await followReachability(tx, person.id, true);
  return { language, isBeforeAdmins: false };
}

async function hasNoAdminWritten({ store, community }: Transaction, { id }: Described): Promise<boolean> {
  if (community.isAdmin(id)) return false;
  for (const admin of community.admins) if ((await store.people.get(admin)) !== null) return false;
  return true;
}
